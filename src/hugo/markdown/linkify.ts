// Bare addresses that become links. Source: Goldmark's linkify, narrower than GFM's autolinks: only
// ASCII, only hosts that end in letters, only at the places where inline-parser.ts asks.

import { findEmail, type MailMemo } from "./autolink.ts";
import { isAlphanumeric, isPunctuation } from "./character.ts";

const PATH = "(?:[/#?][-a-zA-Z0-9@:%_+.~#$!?&/=();,'\">^{}[\\]`]*)?";
const URL = new RegExp(`(?:https?|ftp)://[-a-zA-Z0-9@:%._+~#=]{1,256}\\.[a-z]+(?::\\d+)?${PATH}`, "y");
const WWW = new RegExp(`www\\.[-a-zA-Z0-9@:%._+~#=]{1,256}\\.[a-z]+${PATH.replace("$", "")}`, "y");

export interface FoundLink {
  start: number;
  end: number;
  /** What the target needs before the text. */
  prefix: string;
}

/** The address at `at`, or one sign after it; `null` if none begins there. */
export function findLink(
  text: string,
  at: number,
  { lineEnd, protocol, memo }: { lineEnd: number; protocol: string; memo: MailMemo },
): FoundLink | null {
  const start = /[ *_~(]/.test(text.charAt(at)) ? at + 1 : at;
  const found = findUrl(text, start, protocol) ?? findMail(text, start, lineEnd, memo);
  if (!found) return null;
  let end = found.end;
  while (end - 1 > start && /[?!.,:*_~]/.test(text.charAt(end - 1))) end--;
  return { start, end, prefix: found.prefix };
}

function findUrl(text: string, start: number, protocol: string): { end: number; prefix: string } | null {
  const first = text.charCodeAt(start);
  if (first === 104 || first === 102) {
    URL.lastIndex = start;
    if (URL.test(text)) return { end: trimUrl(text, start, URL.lastIndex), prefix: "" };
  } else if (first === 119) {
    WWW.lastIndex = start;
    if (WWW.test(text)) return { end: trimUrl(text, start, WWW.lastIndex), prefix: `${protocol}://` };
  }
  return null;
}

/** A last dot, brackets that close nothing and a character reference are not part of it. */
function trimUrl(text: string, start: number, end: number): number {
  const last = text.charAt(end - 1);
  if (last === ".") return end - 1;
  if (last === ")") {
    let closing = 0;
    for (let i = start; i < end; i++) {
      const c = text.charCodeAt(i);
      if (c === 41) closing++;
      else if (c === 40) closing--;
    }
    return closing > 0 ? end - closing : end;
  }
  if (last === ";") {
    let i = end - 2;
    while (i >= start && isAlphanumeric(text.charCodeAt(i))) i--;
    if (i !== end - 2 && text.charCodeAt(i) === 38) return i;
  }
  return end;
}

function findMail(
  text: string,
  start: number,
  lineEnd: number,
  memo: MailMemo,
): { end: number; prefix: string } | null {
  if (start >= lineEnd || isPunctuation(text.charCodeAt(start))) return null;
  let end = findEmail(text, start, memo);
  if (end < 0) return null;
  const domain = text.slice(text.indexOf("@", start), end - 1);
  if (!domain.includes(".")) return null;
  if (text.charCodeAt(end - 1) === 46) end--;
  const next = text.charCodeAt(end);
  if (end < lineEnd && (next === 45 || next === 95)) return null;
  return { end, prefix: /^mailto:/i.test(text.slice(start, start + 7)) ? "" : "mailto:" };
}
