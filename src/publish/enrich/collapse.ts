// PaperMod's `collapse` puts a <details> into a paragraph, which cannot hold one: browsers make an empty paragraph
// before it and another behind it.

import type { Enriched } from "./concern.ts";

const OPENING = /<p><details\b([^<>]*)>\s*<summary markdown="span">/g;

export function mendCollapses(html: string): Enriched {
  const opened = html.replace(
    OPENING,
    (_, attributes: string) => `<details${/\bopen\b/.test(attributes) ? " open" : ""}>\n  <summary>`,
  );
  return { html: opened === html ? html : opened.replaceAll("</details></p>", "</details>"), warnings: [] };
}
