// What scrolls or is ticked can be reached by keyboard and has a name.

import type { Enriched } from "./concern.ts";

/** A table scrolls inside itself, so it must take the focus; a box needs a name: the text beside it. */
export function makeReachable(html: string): Enriched {
  const reachable = html
    .replace(/<table(?=[\s>])(?![^<>]*\stabindex=)/g, '<table tabindex="0"')
    .replace(
      /(<input (?:checked="" )?disabled="" type="checkbox")>([^\n]*)/g,
      (_, box: string, rest: string) => `${box} aria-label="${plain(rest)}">${rest}`,
    );
  return { html: reachable, warnings: [] };
}

const plain = (html: string): string =>
  html
    .replace(/<[^<>]*>/g, "")
    .replace(/[<>"]/g, "")
    .trim();
