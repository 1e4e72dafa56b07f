// Which style sheets a page carries: those that its markup asks for, and no other. Owns the marks by which that is
// told. A template is looked through once, when it is first used (html.ts); what an author wrote, each time.

import type { Sheet } from "./stylesheet.ts";

/** In the order in which they are printed: a later one wins. A mark ends where a word ends. */
const MARKS: readonly [sheet: Sheet, ...marks: string[]][] = [
  ["base"],
  ["toggle", 'class="theme-toggle"'],
  ["content", 'md-content"'],
  ["picture", "<img", "<figure", "<video"],
  ["variant", "<picture"],
  ["missingImage", 'class="missing-image"'],
  ["table", "<table"],
  ["aside", "<blockquote", "<hr", "<kbd", "<sup"],
  ["rare", "<dl", "<details", "<mark", "<audio", "<input"],
  ["code", "<pre"],
  ["highlight", 'class="chroma"'],
  ["copy", "data-copy="],
  ["math", "<math"],
  ["diagram", '<script type="module">'],
  ["embed", "data-frame="],
  ["toc", '<details class="toc"'],
  ["post", 'class="post-footer"'],
  ["translation", 'class="i18n_list"'],
  [
    "list",
    'class="post-entry',
    'class="first-entry',
    'class="pagination',
    'class="rss',
    'class="visually-hidden',
  ],
  ["terms", 'class="terms-tags"'],
  ["archive", 'class="archive-year"'],
  ["profile", 'class="profile"', 'class="not-found"'],
  ["social", 'class="social-icons"', 'class="buttons"', 'class="button"'],
  ["comments", 'class="comments"'],
  ["search", 'class="search-form"'],
  ["topLink", 'class="top-link'],
  ["upright", 'dir="rtl"'],
];

/** Sheets, and whether there is a frame: a bit each. */
export type Asked = number;

export const FRAME: Asked = 1 << MARKS.length;

const bitOf = (sheet: Sheet): Asked => 1 << MARKS.findIndex(([name]) => name === sheet);

const UPRIGHT = bitOf("upright");

/** What a page, or a part of one, in this language asks for. */
export const askedByLanguage = (lang: string, direction: string): Asked =>
  direction === "rtl" || /^(zh|ja|ko)\b/.test(lang) ? UPRIGHT : 0;

/** An element may be written in capitals, as HTML once was. */
const spellings = (mark: string, asked: Asked): [string, Asked][] =>
  (/^<[a-z]+$/.test(mark) ? [mark, mark.toUpperCase()] : [mark]).map((spelt) => [spelt, asked]);

const ASKED_BY = new Map<string, Asked>([
  ...MARKS.flatMap(([, ...marks], index) => marks.flatMap((mark) => spellings(mark, 1 << index))),
  ...spellings("<iframe", FRAME),
]);

/** One pass for all: looking for each by itself costs more than to render the page. The longest that fits is meant. */
const ANY_MARK = new RegExp(
  `(?:${[...ASKED_BY.keys()].toSorted((a, b) => b.length - a.length).join("|")})(?!\\w)`,
  "g",
);

export function askedIn(markup: string): Asked {
  let asked = 0;
  for (const mark of markup.match(ANY_MARK) ?? []) asked |= ASKED_BY.get(mark) ?? 0;
  return asked;
}

const BASE = bitOf("base");
const CODE = bitOf("code");
const COPY = bitOf("copy");

/** In the order in which they are printed. */
export function sheetsFor(asked: Asked): Sheet[] {
  const carried = (asked & CODE ? asked : asked & ~COPY) | BASE;
  return MARKS.flatMap(([sheet], index) => (carried & (1 << index) ? sheet : []));
}
