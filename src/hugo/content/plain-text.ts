// Text out of HTML, as Hugo's `plainify` and then `htmlUnescape` make it: for list entries and
// meta descriptions.

import { resolveReferences } from "../markdown/escape.ts";

export function plainText(html: string): string {
  return resolveReferences(stripTags(html)).trim();
}

/** Paragraphs and breaks become line ends, other line ends spaces; runs of white space their first. */
function stripTags(html: string): string {
  if (!/[<>]/.test(html)) return html;
  return html
    .replaceAll("\n", " ")
    .replace(/<\/p>|<br ?\/?>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/(\s)\s+/g, "$1");
}
