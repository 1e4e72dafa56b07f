// Headings of rendered content: found in one pass over the HTML, given their anchors and made into
// PaperMod's contents list. How a heading gets its id is decided by the renderer.

import type { TrustedHtml } from "../../site/page.ts";

export interface FoundHeading {
  level: number;
  /** As in the attribute: escaped already. */
  id: TrustedHtml;
  inner: TrustedHtml;
  /** Where `</h2>` begins. */
  close: number;
  /** The id is the first attribute and the heading one line: only then PaperMod gives an anchor. */
  anchored: boolean;
}

/** Linear in the content, whatever it is: a level whose end tag is missing is not looked for again. */
export function findHeadings(content: TrustedHtml): FoundHeading[] {
  const found: FoundHeading[] = [];
  const open = /<h([1-6])(\s[^<>]*)?>/g;
  const unclosed = new Set<string>();
  for (let match = open.exec(content); match !== null; match = open.exec(content)) {
    const [, level = "", attributes = ""] = match;
    if (unclosed.has(level)) continue;
    const close = content.indexOf(`</h${level}>`, open.lastIndex);
    if (close < 0) {
      unclosed.add(level);
      continue;
    }
    const inner = content.slice(open.lastIndex, close);
    const id = (/\sid="([^"]*)"/.exec(attributes)?.[1] ?? "") as TrustedHtml;
    const anchored = /^ id="[^"]/.test(attributes) && !inner.includes("\n");
    found.push({ level: Number(level), id, inner: inner as TrustedHtml, close, anchored });
    open.lastIndex = close;
  }
  return found;
}

/**
 * The content in pieces, with PaperMod's `.anchor` at the end of each heading; that it is hidden is said by the style
 * sheet alone. Pieces, because one text would be copied to be looked through.
 */
export function addAnchors(content: TrustedHtml, headings: readonly FoundHeading[]): TrustedHtml[] {
  const pieces: TrustedHtml[] = [];
  let from = 0;
  for (const { id, close, anchored } of headings) {
    if (!anchored) continue;
    const anchor = `<a class="anchor" aria-hidden="true" href="#${id}">#</a>`;
    pieces.push(content.slice(from, close) as TrustedHtml, anchor as TrustedHtml);
    from = close;
  }
  pieces.push(content.slice(from) as TrustedHtml);
  return pieces;
}

/** What a heading says, without its tags: safe as text of an element, not in an attribute. */
export function plainHeading({ inner }: FoundHeading): TrustedHtml {
  return inner.replace(/<[^<>]*>/g, "").replace(/[<>]/g, "") as TrustedHtml;
}
