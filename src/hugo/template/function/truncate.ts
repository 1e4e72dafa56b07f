// Hugo's `truncate`: so many characters, ended at a word or between letters of Chinese, Japanese and
// Korean. Tags of HTML don't count, and those that stand open at the end are closed.

import { escapeGo } from "../../shortcode/go-escape.ts";
import { toText } from "../print.ts";
import type { GoFunction } from "../runtime.ts";
import { html, Safe } from "../value.ts";
import { given, int, text } from "./argument.ts";

const TAG = /<(\/?)([^ ]+?)(?:(\s*\/)| .*?)?>/y;
const EMPTY = new Set("br col link base img param area hr input".split(" "));
const WORD_BY_ITSELF = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

interface Tag {
  name: string;
  at: number;
  opens: boolean;
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
  let [wordEnd, textEnd, count, next] = [0, 0, 0, 0];
  for (let at = 0; at < subject.length; at = next) {
    TAG.lastIndex = at;
    const tag = isHtml ? TAG.exec(subject) : null;
    if (tag) {
      const [written, slash, name = "", closed] = tag;
      next = at + written.length;
      wordEnd = textEnd;
      if (!EMPTY.has(name) && closed === undefined) tags.push({ name, at, opens: slash === "" });
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
