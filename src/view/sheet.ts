// Which style sheets a page carries: those that its markup asks for, and no other. Owns the marks by
// which that is told.

import { type Html, styleElement } from "./html.ts";
import { type Sheet, STYLESHEETS } from "./stylesheet.ts";

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
  [
    "upright",
    'dir="rtl"',
    // Of a page, or of a part of one.
    ...["zh", "ja", "ko"].flatMap((lang) => [`<html lang="${lang}`, `dir="ltr" lang="${lang}`]),
  ],
];

const SHEET_OF = new Map(
  MARKS.flatMap(([sheet, ...marks]) => marks.map((mark): [string, Sheet] => [mark, sheet])),
);

/** One pass for all: looking for each by itself costs more than to render the page. The longest that fits is meant. */
const ANY_MARK = new RegExp(
  `(?:${[...SHEET_OF.keys()].toSorted((a, b) => b.length - a.length).join("|")})(?!\\w)`,
  "g",
);

export function sheetsFor(markup: string): Sheet[] {
  const asked = new Set<Sheet | undefined>(markup.match(ANY_MARK)?.map((mark) => SHEET_OF.get(mark)));
  asked.add("base");
  if (!asked.has("code")) asked.delete("copy");
  return MARKS.flatMap(([sheet]) => (asked.has(sheet) ? sheet : []));
}

const ELEMENTS = new Map(MARKS.map(([sheet]): [Sheet, Html] => [sheet, styleElement(STYLESHEETS[sheet])]));

export function renderSheets(sheets: readonly Sheet[]): Html[] {
  return sheets.flatMap((sheet) => ELEMENTS.get(sheet) ?? []);
}
