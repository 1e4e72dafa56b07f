// What a page is, to those who show it. Hugo's words: a *page* has a *kind*; home, sections,
// taxonomies and terms are pages too, with or without a file of their own. Owns the values; how
// they are read from files is hugo/, where they lie is store/.

import { digest53 } from "./digest.ts";
import type { Moment } from "./moment.ts";
import type { UrlPath } from "./url.ts";

export type Kind = "home" | "section" | "taxonomy" | "term" | "page";

/** HTML that the renderer made and that goes out unescaped. */
export type TrustedHtml = string & { readonly trustedHtml: true };

/** Front matter's or configuration's own keys: lower case at every map level, values as written. */
export type Params = { [key: string]: ParamValue };
export type ParamValue = string | number | boolean | null | ParamValue[] | Params;

/**
 * A page's number: a digest of `lang:logical path`. The same path has the same number in every
 * change set, so rows can name each other without asking the database.
 */
export type PageId = number;

export function pageId(lang: string, path: string): PageId {
  return digest53(`${lang}:${path}`);
}

export interface TermLink {
  /** As the author wrote it: `deep learning`. */
  name: string;
  /** As its page is titled: `Deep Learning`. Absent where that is the name. */
  title?: string;
  url: UrlPath;
}

/** PaperMod's `cover`. `src` is resolved: absolute, or a path below the site's root. */
export interface Cover {
  src: string;
  alt: string;
  /** Rendered Markdown. */
  caption: TrustedHtml;
  width?: number;
  height?: number;
  /** Of a picture that has smaller versions: what their addresses carry (site/variant.ts). */
  digest?: string;
  /** `null` where the page does not say. */
  hidden: boolean | null;
  hiddenInList: boolean | null;
  hiddenInSingle: boolean | null;
}

/** All that a list, a feed entry, a neighbour or a page's own header shows; never the body. */
export interface Card {
  id: PageId;
  kind: Kind;
  lang: string;
  url: UrlPath;
  /** Nothing answers there (`build: {render: never}`): lists name it without a link. */
  isUnrendered?: true;
  /** The same encoded, where Hugo prints it in another way: `/%d8%aa/`. An entry's id in a feed stays that. */
  spelling?: string;
  title: string;
  linkTitle: string;
  /** `null` when the author gave none: such a page sorts last and prints no date. */
  date: Moment | null;
  lastmod: Moment | null;
  publishDate: Moment | null;
  description: string;
  /** The same of a list, whose description is Markdown; absent where that makes no difference. */
  descriptionHtml?: TrustedHtml;
  /** Rendered; by divider, front matter or length, as Hugo does. */
  summary: TrustedHtml;
  /** The same as text, entities resolved: what PaperMod's lists print. */
  summaryText: string;
  truncated: boolean;
  wordCount: number;
  /** Minutes. */
  readingTime: number;
  /** By plural name: `{ tags: [...] }`. In the author's order. */
  terms: { [taxonomy: string]: TermLink[] };
  cover: Cover | null;
  /** The file beside the page that previews show where there is no cover. */
  image?: UrlPath;
  /** Front matter's `layout`, lower case, or empty: `archives`, `search`. */
  layout: string;
  params: Params;
}

export interface PageLink {
  title: string;
  url: UrlPath;
}

export interface Translation extends PageLink {
  lang: string;
  languageName: string;
}

/** A page whole. Its summary is in its content; of a page with a description the summary's text is left empty. */
export interface Page extends Omit<Card, "summary"> {
  /** The source file below the site's folder: `content/posts/hello.md`; `null` if Deckle made the page. */
  file: string | null;
  content: TrustedHtml;
  /** Hugo's `<nav id="TableOfContents">…`, or empty. */
  toc: TrustedHtml;
  /** Wants something that only some pages need, so that the others do not pay for it. */
  needs: PageNeed[];
  translations: Translation[];
  /** From home down to the parent, titles as printed: for breadcrumbs. */
  ancestors?: PageLink[];
  /** What the author's own HTML in it may run; absent when there is none. */
  allowed?: AllowedSources;
}

/** Source expressions of a content security policy. */
export interface AllowedSources {
  scripts: string[];
  styles: string[];
}

export type PageNeed = "code" | "math" | "mermaid";
