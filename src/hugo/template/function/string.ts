// Text functions (Hugo's namespace strings, and its aliases).

import { titleCase } from "../../content/list-title.ts";
import { toLower } from "../../content/lower.ts";
import { pluralize } from "../../content/plural.ts";
import { anchorName } from "../../markdown/heading-id.ts";
import { hasCjk, plainText } from "../../markdown/plain.ts";
import { MAX_TEXT } from "../budget.ts";
import { printAll, printFormat, printLine, toText } from "../print.ts";
import type { GoFunction } from "../runtime.ts";
import { fail, html, type Value } from "../value.ts";
import { given, int, list, text } from "./argument.ts";
import { truncate } from "./truncate.ts";

const cutset = (args: Value[]): Set<string> => new Set(Array.from(text(args, 0)));

function trimLeft(subject: string, signs: Set<string>): string {
  const letters = Array.from(subject);
  const start = letters.findIndex((letter) => !signs.has(letter));
  return start < 0 ? "" : letters.slice(start).join("");
}

function trimRight(subject: string, signs: Set<string>): string {
  const letters = Array.from(subject);
  const last = letters.findLastIndex((letter) => !signs.has(letter));
  return letters.slice(0, last + 1).join("");
}

const replace: GoFunction = (args) => {
  const [subject, old, next] = [text(args, 0), text(args, 1), text(args, 2)];
  const limit = args.length > 3 ? int(args, 3) : -1;
  const parts = old === "" ? [...Array.from(subject)] : subject.split(old);
  if (subject.length + parts.length * next.length > MAX_TEXT) return fail("the text gets too long");
  if (limit < 0) return old === "" ? next + parts.map((part) => part + next).join("") : parts.join(next);
  const kept = parts.slice(0, limit + 1);
  const rest = parts.slice(limit + 1);
  return kept.join(next) + rest.map((part) => old + part).join("");
};

/** By code points, as `substr "abcde" 1 -1`. */
const substr: GoFunction = (args) => {
  const letters = Array.from(text(args, 0));
  const size = letters.length;
  let start = int(args, 1);
  let length = args.length > 2 ? int(args, 2) : size;
  if (size === 0) return "";
  if (start < 0) start = Math.max(0, size + start);
  if (start > size) start = size;
  if (length === 0) return "";
  if (length < 0) length = Math.max(0, size - start + length);
  return letters.slice(start, start + length).join("");
};

const sliceString: GoFunction = (args) => {
  const letters = Array.from(text(args, 0));
  const from = args.length > 1 ? int(args, 1) : 0;
  const to = args.length > 2 ? int(args, 2) : letters.length;
  if (from < 0 || from > letters.length || to < from || to > letters.length) {
    return fail("the slice's bounds lie outside of the text");
  }
  return letters.slice(from, to).join("");
};

const split: GoFunction = (args) => {
  const [subject, by] = [text(args, 0), text(args, 1)];
  return by === "" ? Array.from(subject) : subject.split(by);
};

/** Of what is left without tags; blanks don't count. */
const countRunes: GoFunction = (args) => Array.from(plainText(text(args, 0)).replace(/\s/gu, "")).length;

/** In a text with Chinese, Japanese or Korean letters each letter beyond ASCII is a word. */
const countWords: GoFunction = (args) => {
  const words = plainText(text(args, 0)).split(/\s+/u).filter(Boolean);
  if (!hasCjk(words.join(""))) return words.length;
  return words.reduce((count, word) => count + (/^[\0-\x7f]*$/.test(word) ? 1 : Array.from(word).length), 0);
};

const upperFirst = (subject: string): string => {
  const [first = "", ...rest] = Array.from(subject);
  return first.toUpperCase() + rest.join("");
};

const humanize: GoFunction = (args) => {
  const subject = text(args, 0);
  if (subject === "") return "";
  if (/^\d+$/.test(subject)) return ordinal(Number(subject));
  const words = subject
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, "$1 $2")
    .replace(/[_\-\s]+/g, " ")
    .trim();
  return upperFirst(words.toLowerCase());
};

function ordinal(n: number): string {
  const teen = n % 100 >= 11 && n % 100 <= 13;
  return n + ((teen ? null : ["th", "st", "nd", "rd"][n % 10]) ?? "th");
}

const strings: { [name: string]: GoFunction } = {
  ToLower: (args) => toLower(text(args, 0)),
  ToUpper: (args) => text(args, 0).toUpperCase(),
  Title: (args, { context }) => titleCase(text(args, 0), context.config.titleCaseStyle),
  FirstUpper: (args) => upperFirst(text(args, 0)),
  Trim: (args) => trimRight(trimLeft(text(args, 0), cutsetOf(args)), cutsetOf(args)),
  TrimLeft: (args) => trimLeft(text(args, 1), cutset(args)),
  TrimRight: (args) => trimRight(text(args, 1), cutset(args)),
  TrimSpace: (args) => text(args, 0).trim(),
  TrimPrefix: (args) => {
    const [prefix, subject] = [text(args, 0), text(args, 1)];
    return subject.startsWith(prefix) ? subject.slice(prefix.length) : subject;
  },
  TrimSuffix: (args) => {
    const [suffix, subject] = [text(args, 0), text(args, 1)];
    return suffix !== "" && subject.endsWith(suffix) ? subject.slice(0, -suffix.length) : subject;
  },
  Replace: replace,
  Split: split,
  Substr: substr,
  SliceString: sliceString,
  HasPrefix: (args) => text(args, 0).startsWith(text(args, 1)),
  HasSuffix: (args) => text(args, 0).endsWith(text(args, 1)),
  Contains: (args) => text(args, 0).includes(text(args, 1)),
  ContainsAny: (args) => Array.from(text(args, 1)).some((letter) => text(args, 0).includes(letter)),
  ContainsNonSpace: (args) => /\S/u.test(text(args, 0)),
  Count: (args) => {
    const [part, subject] = [text(args, 0), text(args, 1)];
    return part === "" ? Array.from(subject).length + 1 : subject.split(part).length - 1;
  },
  CountRunes: countRunes,
  RuneCount: (args) => Array.from(text(args, 0)).length,
  CountWords: countWords,
  Repeat: (args) => {
    const [times, subject] = [int(args, 0), text(args, 1)];
    if (times < 0) return fail("a text can't be repeated less than no times");
    return times * subject.length > MAX_TEXT ? fail("the text gets too long") : subject.repeat(times);
  },
  Chomp: (args) => text(args, 0).replace(/[\r\n]+$/, ""),
  Truncate: truncate,
  Diff: () => fail("strings.Diff is not supported"),
};

const cutsetOf = (args: Value[]): Set<string> => new Set(Array.from(text(args, 1)));

export const stringFunctions: { [name: string]: GoFunction } = {
  ...Object.fromEntries(Object.entries(strings).map(([name, run]) => [`strings.${name}`, run])),
  lower: (args) => toLower(text(args, 0)),
  upper: (args) => text(args, 0).toUpperCase(),
  title: (args, { context }) => titleCase(text(args, 0), context.config.titleCaseStyle),
  trim: (args) => trimRight(trimLeft(text(args, 0), cutsetOf(args)), cutsetOf(args)),
  chomp: (args) => html(text(args, 0).replace(/[\r\n]+$/, "")),
  replace,
  split,
  substr,
  slicestr: sliceString,
  hasPrefix: (args) => text(args, 0).startsWith(text(args, 1)),
  hasSuffix: (args) => text(args, 0).endsWith(text(args, 1)),
  truncate,
  countrunes: countRunes,
  countwords: countWords,
  humanize,
  pluralize: (args) => pluralize(text(args, 0)),
  singularize: (args) => singular(text(args, 0)),
  anchorize: (args, { context }) =>
    anchorName(text(args, 0), context.config.markup.goldmark.parser.autoHeadingIDType),
  print: (args) => printAll(args),
  println: (args) => printLine(args),
  printf: (args) => printFormat(text(args, 0), args.slice(1)),
  delimit: (args) => {
    const items = list(given(args, 0)).map((item) => toText(item));
    const [by, last] = [text(args, 1), args.length > 2 ? text(args, 2) : null];
    const length = items.reduce((sum, item) => sum + item.length + by.length, 0);
    if (length > MAX_TEXT) return fail("the text gets too long");
    const end = items.at(-1);
    return last === null || items.length < 2 || end === undefined
      ? items.join(by)
      : items.slice(0, -1).join(by) + last + end;
  },
};

const singular = (word: string): string =>
  word.endsWith("ies") ? `${word.slice(0, -3)}y` : word.replace(/(?<=(?:s|x|z|ch|sh))es$|(?<!s)s$/, "");
