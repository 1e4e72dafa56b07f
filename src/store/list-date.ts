// When lists last changed: one without a date of its own has the newest of what is in it, as Hugo says
// (hugolib/content_map_page.go, applyAggregates). Told from all pages at once: which is the newest
// depends on who can be seen now, so that nothing is kept that time would make wrong.

import type { Moment } from "../site/moment.ts";
import type { PageId, TermLink } from "../site/page.ts";
import type { UrlPath } from "../site/url.ts";

/** A page with what its card says; null for what it does not say. */
export interface DatedPage {
  /** Of its `lastmod`: numbers, because to parse 10,000 moments takes as long as to print them. */
  epoch: number | null;
  offset: number | null;
  /** JSON. */
  terms: string | null;
  /** JSON: the sections that it lies in. */
  above: string | null;
}

export interface DatedList extends DatedPage {
  id: PageId;
  url: UrlPath;
  kind: string;
  path: string;
  /** 1 if it has a date of any kind, an expiry too: then no other is made up. */
  dated: 0 | 1;
}

export const lastmodOf = ({ epoch, offset }: DatedPage): Moment | undefined =>
  epoch === null || offset === null ? undefined : { epoch, offset };

/** By URL, for the lists that have none of their own. What lies below a section is in it, however deep. */
export function listDates(pages: readonly DatedPage[], lists: readonly DatedList[]): Map<UrlPath, Moment> {
  const newest = new Map<PageId | UrlPath, Moment>();
  const raise = (key: PageId | UrlPath, moment: Moment | undefined): void => {
    const known = newest.get(key);
    if (moment !== undefined && (known === undefined || moment.epoch > known.epoch)) newest.set(key, moment);
  };
  // Many pages lie in the same places.
  const known = new Map<string, (PageId | UrlPath)[]>();
  const placesIn = (json: string): (PageId | UrlPath)[] => {
    const places = known.get(json) ?? parsePlaces(json);
    known.set(json, places);
    return places;
  };
  const home = lists.find(({ kind }) => kind === "home")?.id ?? 0;
  for (const page of [...pages, ...lists]) {
    const moment = lastmodOf(page);
    if (moment === undefined) continue;
    // A term's own date is no news of home.
    if (!("kind" in page && page.kind === "term")) raise(home, moment);
    for (const json of [page.above, page.terms])
      for (const place of json === null ? [] : placesIn(json)) raise(place, moment);
  }
  for (const taxonomy of lists.filter(({ kind }) => kind === "taxonomy")) {
    for (const term of lists.filter(
      ({ kind, path }) => kind === "term" && path.startsWith(`${taxonomy.path}/`),
    )) {
      raise(taxonomy.id, newest.get(term.url));
      raise(taxonomy.id, lastmodOf(term));
    }
  }
  const undated = lists.filter(({ kind, epoch, dated }) => kind !== "page" && epoch === null && dated === 0);
  return new Map(
    undated.flatMap(({ id, url }): [UrlPath, Moment][] => {
      const moment = newest.get(id) ?? newest.get(url);
      return moment === undefined ? [] : [[url, moment]];
    }),
  );
}

/** Sections by number, terms by address. */
function parsePlaces(json: string): (PageId | UrlPath)[] {
  const places: PageId[] | { [taxonomy: string]: TermLink[] } = JSON.parse(json);
  return Array.isArray(places)
    ? places
    : Object.values(places).flatMap((terms) => terms.map(({ url }) => url));
}
