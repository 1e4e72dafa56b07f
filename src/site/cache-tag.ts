// The names under which answers are cached and purged. Both sides are here: what the reader puts on
// an answer, a write must be able to name. ASCII without spaces, or the platform drops them.

import { digest53 } from "./digest.ts";
import type { PageId } from "./page.ts";

/** On every page: purged when settings or templates change. */
export const SITE_TAG = "s";

/** On what gathers more pages than it could name (archives, sitemap, long feeds): any change of any card. */
export const SWEEPING_TAG = "a";

/** On every answer of search: any change of any page. */
export const SEARCH_TAG = "q";

/** Stands for "purge everything" in a list of tags. */
export const EVERYTHING = "*";

/** On the answer that shows a page's body. */
export const pageTag = (id: PageId): string => `p${id}`;

/** On every answer that shows a page's card: its own page, lists, neighbours, feeds. */
export const cardTag = (id: PageId): string => `c${id}`;

/** On every answer that depends on which pages are in a list, and in what order. */
export const listTag = (list: PageId): string => `l${list}`;

/** On whatever a URL answers, above all "not found": purged when the URL changes hands. */
export const urlTag = (url: string): string => `u${digest53(url)}`;

/** On a file that is served as it is. */
export const fileTag = (path: string): string => `f${digest53(path)}`;
