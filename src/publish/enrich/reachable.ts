// What scrolls or is ticked can be reached by keyboard and has a name; what has none says so.

import type { Enriched } from "./concern.ts";
import { ATTRIBUTES, attributeOf } from "./tag.ts";

const IMAGE = new RegExp(`<img\\b(${ATTRIBUTES})>`, "gi");

/**
 * A table scrolls inside itself, so it must take the focus; a box needs a name: the text beside it. Of an image
 * without words, which PaperMod gives no `alt`, the address would be read out.
 */
export function makeReachable(html: string): Enriched {
  const reachable = html
    .replace(/<table(?=[\s>])(?![^<>]*\stabindex=)/g, '<table tabindex="0"')
    .replace(
      /(<input (?:checked="" )?disabled="" type="checkbox")>([^\n]*)/g,
      (_, box: string, rest: string) => `${box} aria-label="${plain(rest)}">${rest}`,
    )
    .replace(IMAGE, (tag: string, attributes: string) =>
      attributeOf(attributes, "alt") === null && !/\salt(?=\s|$)/i.test(attributes)
        ? `<img alt=""${attributes}>`
        : tag,
    );
  return { html: reachable, warnings: [] };
}

const plain = (html: string): string =>
  html
    .replace(/<[^<>]*>/g, "")
    .replace(/[<>"]/g, "")
    .trim();
