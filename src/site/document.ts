// What one URL answers, as values: the contract between the read routes, which ask; the store,
// which answers in one round trip; and the view, which renders.

import type { StoredCard } from "./contribution.ts";
import type { Card, Page, PageLink, TermLink } from "./page.ts";
import type { IndexEntry, SearchResults } from "./search.ts";
import type { Settings } from "./settings.ts";
import type { SitemapHints } from "./sitemap.ts";
import type { UrlPath } from "./url.ts";

export type FeedFormat = "rss" | "atom" | "json";

/** Pages of a list, counted from 1. */
export interface Pager {
  number: number;
  count: number;
  /** `null` at the ends. */
  previous: UrlPath | null;
  next: UrlPath | null;
}

export interface FeedLink {
  format: FeedFormat;
  url: UrlPath;
}

export interface CountedTerm extends TermLink {
  /** How many posts that are public now carry it. */
  count: number;
}

/** What of a stored card no list prints, so that it need not travel: the summary's text is all of it there. */
export const NOT_IN_LISTS = [
  "id",
  "kind",
  "lang",
  "layout",
  "summary",
  "terms",
  "description",
  "descriptionHtml",
  "linkTitle",
  "lastmod",
  "needs",
  "above",
  "translationList",
  "counterparts",
  "allowed",
] as const satisfies (keyof StoredCard)[];

export type ListEntry = Omit<Card, (typeof NOT_IN_LISTS)[number]>;

export interface FeedEntry extends Card {
  /** Empty in an RSS feed of summaries. */
  content: Page["content"];
}

export interface SitemapEntry extends SitemapHints {
  url: UrlPath;
  /** RFC 3339, or empty. */
  lastmod: string;
  /** With the page itself, if there are others. */
  translations: { url: UrlPath; languageCode: string }[];
}

export type Document =
  | { type: "page"; settings: Settings; page: Page; newer: PageLink | null; older: PageLink | null }
  | { type: "list"; settings: Settings; page: Page; items: ListEntry[]; pager: Pager; feeds: FeedLink[] }
  | { type: "terms"; settings: Settings; page: Page; terms: CountedTerm[]; feeds: FeedLink[] }
  /** A page with `layout: archives`: every post, newest first. Its feeds are those of the list that it lies in. */
  | { type: "archive"; settings: Settings; page: Page; items: ListEntry[]; feeds: FeedLink[] }
  | {
      type: "feed";
      format: FeedFormat;
      settings: Settings;
      page: Omit<Card, "summary">;
      url: UrlPath;
      items: FeedEntry[];
    }
  | { type: "sitemap"; settings: Settings; entries: SitemapEntry[] }
  /** Of a site in several languages, or of more addresses than a file takes. */
  | { type: "sitemap-index"; settings: Settings; sitemaps: UrlPath[] }
  | { type: "robots"; settings: Settings }
  /** A page with `layout: search`; `null` before anything is asked. */
  | { type: "search"; settings: Settings; page: Page; results: SearchResults | null }
  /** `/search.json` */
  | { type: "search-json"; settings: Settings; results: SearchResults | null }
  | { type: "opensearch"; settings: Settings }
  /** `/index.json`; the reader leaves it empty, and Searcher fills it. */
  | { type: "index"; settings: Settings; entries: IndexEntry[] }
  | { type: "not-found"; settings: Settings };

/** What only those see who look for something; and what everybody else reads. */
export type Searching = Extract<Document, { type: "search" | "search-json" | "opensearch" | "index" }>;
export type Reading = Exclude<Document, Searching>;

/** A file that the site serves as it is: an image, a download. */
export interface StaticFile {
  type: "file";
  path: string;
  sha256: string;
  /** Bytes. */
  size: number;
  /** By content where it can be told, else by extension: `image/jpeg`. */
  mediaType: string;
}

export interface Redirect {
  type: "redirect";
  to: UrlPath;
}

/** Nothing has been published into this database yet. */
export interface EmptySite {
  type: "empty";
}

/** A document that the reader has already. */
export interface Unchanged {
  type: "unchanged";
  of: Document["type"];
  /** Of the settings. */
  baseURL: string;
}

/** What was found at a URL, with all that the cache needs to know about it. */
export interface Found {
  answer: Document | StaticFile | Redirect | EmptySite | Unchanged;
  /** Changes when and only when the rows behind the answer change. Opaque ASCII. */
  validator: string;
  /** Cache tags, ASCII: what a write must purge to make this answer fresh. */
  tags: string[];
  /** Epoch seconds at which time alone may change the answer; `null` for never. */
  changesAt: number | null;
  /** Path of baseURL (`/` or `/blog/`): the site lives below it, whatever was found. */
  basePath: string;
}

/** Of a document that was found: what a reader's validator is made of. */
export interface Version {
  validator: string;
  baseURL: string;
}

/** Reads published pages. Handed to the read routes; sees nothing that is not public at `now`. */
export interface PageReader {
  /**
   * One D1 round trip; for a sitemap up to two more. What is absent or hidden is a `not-found` document, with the site's settings.
   * `url` has the base path in it. That is taken off as it was at the last look; if it is another one now,
   * there is a second round trip.
   * `/posts/x` and `/posts/x/index.html` redirect to `/posts/x/` where that exists.
   * With `isKnown` it looks at digests alone, and answers `unchanged` if the reader knows them; only for
   * a reader who knows others there is a second round trip.
   */
  find(url: UrlPath, now: number, isKnown?: (version: Version) => boolean): Promise<Found>;
}
