// Hugo's `truncate`: so many characters, ended at a word or between letters of Chinese, Japanese and
// Korean. Tags of HTML don't count, and those that stand open at the end are closed.

import { escapeGo } from "../../shortcode/go-escape.ts";
import { toText } from "../print.ts";
import type { GoFunction } from "../runtime.ts";
import { html, Safe } from "../value.ts";
import { given, int, text } from "./argument.ts";

const EMPTY = new Set("br col link base img param area hr input".split(" "));
const WORD_BY_ITSELF = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

interface Tag {
  name: string;
  at: number;
  /** Past its `>`. */
  end: number;
  opens: boolean;
  /** Has nothing in it: `<br>`, `<x/>`. */
  isEmpty: boolean;
}

export const truncate: GoFunction = (args, runtime) => {
  const length = int(args, 0);
  const subject = text(args, args.length - 1);
  const isHtml = given(args, args.length - 1) instanceof Safe;
  const printed = isHtml ? (written: string) => written : escapeGo;
  runtime.budget.step(subject.length / 100);
  const found = cut(subject, length, isHtml);
  if (found === null) return html(printed(subject));
  const ellipsis = args.length > 2 ? given(args, 1) : " …";
  const mark = ellipsis instanceof Safe ? ellipsis.text : escapeGo(toText(ellipsis));
  return html(printed(subject.slice(0, found.end)) + mark + found.closing);
};

/** Where to end, and the tags to close there; `null` for a text that is short enough. */
function cut(subject: string, length: number, isHtml: boolean): { end: number; closing: string } | null {
  const tags: Tag[] = [];
  const readTag = isHtml ? tagReader(subject) : () => null;
  let [wordEnd, textEnd, count, next] = [0, 0, 0, 0];
  for (let at = 0; at < subject.length; at = next) {
    const tag = readTag(at);
    if (tag) {
      next = tag.end;
      wordEnd = textEnd;
      if (!tag.isEmpty) tags.push(tag);
      continue;
    }
    const letter = String.fromCodePoint(subject.codePointAt(at) ?? 0);
    next = at + letter.length;
    if (/\s/u.test(letter)) wordEnd = textEnd;
    else if (WORD_BY_ITSELF.test(letter)) wordEnd = at;
    else textEnd = next;
    if (++count > length) {
      const end = wordEnd === 0 ? at : wordEnd;
      return { end, closing: closingTags(tags, end) };
    }
  }
  return null;
}

/**
 * Reads the tag at a place, `null` for none: a name, and behind a blank what stands on its line. Places come in
 * ascending order, so that nothing is looked through twice.
 */
function tagReader(subject: string): (at: number) => Tag | null {
  const [closing, blank, newline] = [finder(subject, ">"), finder(subject, " "), finder(subject, "\n")];
  return (at) => {
    if (subject[at] !== "<") return null;
    const end = closing(at + 2);
    const nameEnd = Math.min(blank(at + 1), end);
    if (end === NOWHERE || nameEnd === at + 1 || newline(nameEnd) < end) return null;
    const [written, rest] = [subject.slice(at + 1, nameEnd), subject.slice(nameEnd, end).trim()];
    const closesItself = rest === "/" || (rest === "" && /.\/$/s.test(written));
    const [, slash = "", name = ""] = /^(\/?)(\S+)/.exec(written) ?? [];
    return { name, at, end: end + 1, opens: slash === "", isEmpty: closesItself || EMPTY.has(name) };
  };
}

const NOWHERE = Number.POSITIVE_INFINITY;

/** Where a sign is next, for places in ascending order. */
function finder(text: string, sign: string): (from: number) => number {
  let found = -1;
  return (from) => {
    if (found < from) found = text.indexOf(sign, from);
    if (found < 0) found = NOWHERE;
    return found;
  };
}

function closingTags(tags: Tag[], end: number): string {
  let closing = "";
  let inner: string | null = null;
  for (const { name, at, opens } of tags.toReversed()) {
    if (at >= end || inner !== null) {
      if (inner === name) inner = null;
    } else if (opens) closing += `</${name}>`;
    else inner = name;
  }
  return closing;
}
