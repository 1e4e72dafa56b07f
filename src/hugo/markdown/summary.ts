// Hugo's summaries: up to the divider, by length, or from the front matter; and the content without
// the divider. Works on rendered HTML, as Hugo does.

import { plainText } from "./plain.ts";

/** Stands for `<!--more-->` while the text is rendered. */
export const DIVIDER = "HUGOMORE42";

export interface Summary {
  content: string;
  summary: string;
  truncated: boolean;
}

const goTrim = (html: string): string => html.trim();

/** `null` if the divider did not come out of the renderer, say from inside raw HTML that was dropped. */
export function summaryByDivider(html: string): Summary | null {
  const low = html.indexOf(DIVIDER);
  if (low < 0) return null;
  const high = low + DIVIDER.length;
  const start = paragraphStart(html, low);
  const end = paragraphEnd(html, high);
  const cutFrom = start ?? low;
  let cutTo = start === null ? high : end;
  if (html.charAt(cutTo) === "\n") cutTo++;
  // With text before it in its paragraph only the divider goes, and the summary has the whole paragraph.
  const rest = start === null ? html.slice(high, end) : "";
  return {
    content: goTrim(html.slice(0, cutFrom) + html.slice(cutTo)),
    summary: goTrim(html.slice(0, cutFrom) + rest),
    truncated: cutFrom < html.length,
  };
}

/** Where the paragraph begins that has nothing but blanks before the divider; `null` if there is text. */
function paragraphStart(html: string, divider: number): number | null {
  for (let i = divider - 1; i >= 0; i--) {
    if (html.charAt(i) === ">") {
      const open = html.lastIndexOf("<", i);
      const tag = open < 0 ? "" : html.slice(open, i + 1);
      if (/^<p[^>]*>$/.test(tag)) return open;
      if (/^<div[^>]?>$/.test(tag)) {
        i -= tag.length - 1;
        continue;
      }
    }
    if (!/\s/.test(html.charAt(i))) return null;
  }
  return divider;
}

function paragraphEnd(html: string, from: number): number {
  const close = html.indexOf("</p>", from);
  return close < 0 ? html.length : close + 4;
}

/** As many whole paragraphs as hold `length` words; headings, lists and code before them included. */
export function summaryByLength(html: string, length: number, cjk: boolean): Omit<Summary, "content"> {
  if (length <= 0) return { summary: "", truncated: false };
  let count = 0;
  for (let from = 0; from < html.length; ) {
    const close = html.indexOf("</p>", from);
    if (close < 0) break;
    count += countUpTo(html.slice(from, close), length - count, cjk);
    if (count >= length) {
      const end = close + 4;
      return { summary: goTrim(html.slice(0, end)), truncated: end < html.length };
    }
    from = close + 3;
  }
  return { summary: goTrim(html), truncated: false };
}

/** Words, each up to the blank before the next, as Hugo counts them: a last word is cut by one character. */
function countUpTo(html: string, enough: number, cjk: boolean): number {
  let count = 0;
  let start = 0;
  const last = html.length - (/[\ud800-\udbff][\udc00-\udfff]$/.test(html) ? 2 : 1);
  const blank = /[^\S\ufeff]|\u0085/g; // Go's `unicode.IsSpace`
  for (;;) {
    const found = blank.exec(html);
    const end = found ? found.index : last;
    if (end >= start) count += countWord(html.slice(start, end), cjk);
    if (!found || count >= enough) return count;
    start = end + 1;
  }
}

function countWord(word: string, cjk: boolean): number {
  if (word === "" || word === ">" || /^<\/?[A-Za-z]+>?$/.test(word) || /^[A-Za-z]+=["']/.test(word)) return 0;
  if (!cjk) return 1;
  const text = plainText(word);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what is asked for
  return /^[\x00-\x7f]*$/.test(text) ? 1 : Array.from(text).length;
}

/** Without the `<p>` round a single paragraph. */
export function trimShortHtml(html: string): string {
  if (html.indexOf("<p>") !== html.lastIndexOf("<p>") || !html.includes("<p>")) return html;
  const text = html.trim();
  return text.startsWith("<p>") && text.endsWith("</p>") ? text.slice(3, -4).trim() : text;
}
