// Which style sheets a page carries: those that its markup asks for, and no other. Owns the marks by
// which that is told.

import { type Html, styleElement } from "./html.ts";
import { type Sheet, STYLESHEETS } from "./stylesheet.ts";

/** In the order in which they are printed: a later one wins. */
const MARKS: readonly [sheet: Sheet, mark: RegExp][] = [
  ["base", /^/],
  ["toggle", /class="theme-toggle"/],
  ["content", /md-content"/],
  ["picture", /<(?:img|figure|video)\b/],
  ["variant", /<picture>/],
  ["missingImage", /class="missing-image"/],
  ["table", /<table\b/],
  ["aside", /<(?:blockquote|hr|dl|details(?! class="toc")|kbd|mark|audio|input|sup)\b/],
  ["code", /<pre\b/],
  ["highlight", /class="chroma"/],
  ["copy", /<pre\b[\s\S]*<script [^>]*data-copy=/],
  ["math", /<math\b/],
  ["diagram", /<script type="module">/],
  ["embed", /<iframe [^<>]*data-frame=/],
  ["toc", /class="toc"/],
  ["post", /class="post-footer"/],
  ["translation", /class="i18n_list"/],
  ["list", /class="(?:(?:post|first)-entry|pagination|rss|visually-hidden)/],
  ["terms", /class="terms-tags"/],
  ["archive", /class="archive-year"/],
  ["profile", /class="(?:profile|not-found)"/],
  ["social", /class="(?:social-icons|buttons?)"/],
  ["comments", /class="comments"/],
  ["topLink", /class="top-link/],
];

export function sheetsFor(markup: string): Sheet[] {
  return MARKS.filter(([, mark]) => mark.test(markup)).map(([sheet]) => sheet);
}

const ELEMENTS = new Map(MARKS.map(([sheet]): [Sheet, Html] => [sheet, styleElement(STYLESHEETS[sheet])]));

export function renderSheets(sheets: readonly Sheet[]): Html[] {
  return sheets.flatMap((sheet) => ELEMENTS.get(sheet) ?? []);
}
