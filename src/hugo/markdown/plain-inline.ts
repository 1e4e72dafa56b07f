// The visible text of a heading or a link, as Hugo's `PlainText`: what ids are made of.

import { resolveReferences } from "./escape.ts";
import type { Inline } from "./inline.ts";
import { stripTags } from "./plain.ts";

export function plainInline(container: Inline): string {
  let text = "";
  for (const child of container) text += plainOf(child);
  return resolveNames(text);
}

/** `&rsquo;` is `’`; numbers stay. */
export const resolveNames = (text: string): string =>
  text.includes("&") ? text.replace(/&[A-Za-z0-9]+;/g, resolveReferences) : text;

function plainOf(node: Inline): string {
  switch (node.kind) {
    case "html":
      return stripTags(node.text).trim();
    case "string":
      return node.title ?? node.text;
    case "text":
      return node.lineBreak === "" ? node.text : `${node.text}\n`;
    case "code":
      return node.text;
    case "autolink":
    case "passthrough":
    case "footnote":
    case "checkbox":
      return "";
    default:
      // Hugo looks at the first piece only: of `[*a* b](c)` it takes `a`.
      return node.first ? plainOf(node.first) : "";
  }
}
