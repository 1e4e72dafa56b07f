// What one content file adds to the site: its page row, the lists it stands in, the URLs it answers,
// and the pages that exist because of it (its section, its terms). Stored with the rendering, so
// that a flip moves rows inside the database, and the next change knows what to take out again.

import { type AllowedSources, type Card, type PageId, type PageNeed, pageId } from "./page.ts";
import type { Problem, Warning } from "./problem.ts";
import type { MenuEntry } from "./settings.ts";
import type { UrlPath } from "./url.ts";

/** Later than any date an author means: 9999-12-31T23:59:59Z. Stands for "never" in visibility. */
export const NEVER = 253_402_300_799;

/** The list of every regular page of a language: feeds, beside home's list of the main sections. */
export const everyPageList = (lang: string): PageId => pageId(lang, "*pages");

/** Pages that are translations of each other stand in a list of their own, whatever their languages. */
export const translationList = (key: string): PageId => pageId("*", `translations:${key}`);

/** Who wins a URL that several claim. */
export const PRECEDENCE = { page: 0, file: 1, alias: 2, generated: 3 } as const;

export type RouteType =
  | "page"
  | "list"
  | "terms"
  | "archive"
  | "rss"
  | "atom"
  | "json"
  | "sitemap"
  | "sitemap-index"
  | "robots"
  | "search"
  | "search-json"
  | "opensearch"
  /** PaperMod's `/index.json`. */
  | "index"
  | "file"
  | "alias";

/** URL, precedence, type, target: a file's path or the number of the list that is shown. */
export type Route = [url: string, precedence: number, type: RouteType, target: string | null];

/** A card with what only the page itself shows. */
export interface StoredCard extends Card {
  needs: PageNeed[];
  /** The sections that it lies in, outermost first. */
  above?: PageId[];
  translationList?: PageId;
  /** Of a list, in a site of several languages: the lists that the others may make of themselves, without a file. */
  counterparts?: PageId[];
  allowed?: AllowedSources;
}

export interface PageRow {
  id: PageId;
  lang: string;
  kind: string;
  path: string;
  file: string | null;
  url: UrlPath;
  sortKey: string;
  neighbours: PageId | null;
  visibleFrom: number;
  visibleUntil: number;
  /** How the sitemap names it: 0 not at all, 1 as one of every page's list, 2 by itself. */
  listed: 0 | 1 | 2;
  card: StoredCard;
  cardDigest: string;
  bodyDigest: string;
}

/** A page without a file: a section or a term, made because something is in it. */
export interface MadePage {
  page: PageRow;
  /** The taxonomy that lists this term; `null` for other kinds. */
  list: PageId | null;
  routes: Route[];
}

/** Pages that add something to the settings ask this, so that they are found again. */
export const SETTINGS_QUESTION = "settings";

/** What a page adds to the settings of its language, which every page prints. */
export interface SettingsAddition {
  file: string;
  lang: string;
  visibleFrom: number;
  visibleUntil: number;
  /** An entry of the main menu. */
  menu?: MenuEntry;
  /** How posts that carry this term name it. */
  term?: { url: UrlPath; title: string };
}

export interface Contribution {
  page: PageRow;
  lists: PageId[];
  /** One of its lists that never shows it: it only has its place there, for its neighbours and the archive. */
  hiddenIn?: PageId;
  routes: Route[];
  made: MadePage[];
  adds?: SettingsAddition;
  /** Questions whose answers, once changed, make it render again (src/publish/question.ts). */
  asked: string[];
  warnings: Warning[];
  /** Why the file cannot be published: one is enough to refuse its change set, once all are known. */
  problems: Problem[];
}
