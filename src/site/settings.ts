// The site's configuration as the pages need it: one compiled value a language, made when the
// configuration is published, read with every page. Owns the values; reading Hugo's files is
// hugo/config.

import type { Calendar } from "./calendar.ts";
import type { Fragments } from "./fragment.ts";
import type { Params, TrustedHtml } from "./page.ts";
import type { SitemapHints } from "./sitemap.ts";
import type { UrlPath } from "./url.ts";

export interface MenuItem {
  identifier: string;
  name: string;
  /** Absolute, or below the site's root (then without the base path). */
  url: string;
  title: string;
  /** HTML before and after the name. */
  pre: TrustedHtml;
  post: TrustedHtml;
  children: MenuItem[];
}

/** A menu's entry as configured, or as a page's front matter adds it. */
export interface MenuEntry {
  identifier: string;
  name: string;
  title: string;
  /** As written: `/about/`, `https://…`; `""` for an entry that points to a page alone. */
  url: string;
  /** Logical path of the page that it points to: `/about`; wins over `url` if there is such a page. */
  pageRef: string;
  /** Identifier, or else name, of the entry that it stands below. */
  parent: string;
  pre: string;
  post: string;
  weight: number;
  params: Params;
}

export interface LanguageLink {
  lang: string;
  /** Not in what an older version stored. */
  languageCode?: string;
  languageName: string;
  /** PaperMod's `languageAltTitle`, where there is one. */
  altTitle?: string;
  homeUrl: UrlPath;
}

export interface Settings {
  /** The key under `languages`: `vi`. */
  lang: string;
  /** For `<html lang>`, dates and plurals: `vi`, `en-us`. */
  languageCode: string;
  languageName: string;
  direction: "ltr" | "rtl";
  title: string;
  /** As configured, absolute, ends in `/`; empty if the author gave none. */
  baseURL: string;
  /** Path of `baseURL`, starts and ends with `/`. Everything the site prints goes below it. */
  basePath: string;
  homeUrl: UrlPath;
  /** The site's other languages, in the configuration's order. */
  translations: LanguageLink[];
  menu: MenuItem[];
  /** Of terms with a file, how posts name them, by address; absent: none has one. */
  termTitles?: { [url: string]: string };
  params: Params;
  /** As text; `markdown` has it as HTML. */
  copyright: string;
  /** Plural names: `tags`, `categories`. */
  taxonomies: string[];
  mainSections: string[];
  pagerSize: number;
  /** The word in `/page/2/`. */
  paginatePath: string;
  /** Kinds of lists that have an RSS feed, and its file's name without `.xml`. */
  rss: { kinds: string[]; name: string };
  /** Addresses in a file of the sitemap; 0: there is none. */
  sitemapSize?: number;
  /** What it tells of pages that say nothing themselves; absent: nothing. */
  sitemapHints?: SitemapHints;
  /** Entries in a feed; -1 for all. */
  feedLimit: number;
  enableRobotsTxt: boolean;
  /** IANA name, or empty for UTC. */
  timeZone: string;
  /** Words of the theme that the author replaced, from `i18n/<lang>.yaml`. */
  strings: { [id: string]: string | { [plural: string]: string } };
  /** How the language writes dates, if the platform does not know it. */
  calendar?: Calendar;
  /**
   * `params.properties` and `assets/css/extended/*.css`, in name order, minified; a NUL or `</style` in one
   * is refused when it is published.
   */
  customCss: string;
  /** Base64 of SHA-256 over `customCss`, for the content security policy; empty when that is. */
  customCssHash: string;
  /** The author's own HTML in PaperMod's free places. */
  fragments?: Fragments;
  /**
   * Markdown in the configuration, rendered when it is published. By dotted lower-case key:
   * `copyright`, `params.footer.text`, `params.homeinfoparams.title` (inline),
   * `params.homeinfoparams.content` (block), `params.profilemode.title`, `params.profilemode.subtitle`;
   * and what is HTML already: `params.label.iconsvg`.
   * What is absent prints as plain text.
   */
  markdown?: { [key: string]: TrustedHtml };
}
