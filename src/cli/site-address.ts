// What each address of a site would answer once it is published: the reader's statement
// (store/page-query.ts) over rows in memory. A test holds the two together.

import type { Staged } from "../site/change-store.ts";
import {
  type Contribution,
  type PageRow,
  PRECEDENCE,
  type Route,
  type RouteType,
} from "../site/contribution.ts";
import type { PageId } from "../site/page.ts";
import { parsePagerUrl, uglyPagerOfHome } from "../site/pager.ts";
import { parseUrlPath, type UrlPath } from "../site/url.ts";
import type { Rehearsal } from "./rehearsal.ts";

export type Answer =
  /** `page` is the page that stands there; `null` for files, feeds and further pages of lists. */
  { type: "found"; page: PageRow | null } | { type: "moved"; to: UrlPath } | { type: "missing" };

export interface SiteAddresses {
  /** `/` or `/blog/`. */
  basePath: string;
  /** Of a whole URL's path, decoded: what lies below the base path with it. */
  at(path: UrlPath): Answer;
}

interface Row {
  url: string;
  precedence: number;
  owner: string;
  type: RouteType;
  page: PageRow | null;
  target: string | null;
}

const MISSING: Answer = { type: "missing" };
const HOME = "/" as UrlPath;

export function siteAddresses(rehearsal: Rehearsal, now: number): SiteAddresses {
  const visible = visibleContributions(rehearsal, now);
  // What many pages have in common is made by each of them: a row by its key, as in the table.
  const collected = new Map(collectRows(rehearsal, visible).map((row) => [keyOf(row), row]));
  const rows = Map.groupBy(collected.values(), ({ url }) => url);
  const counts = countItems(visible);
  const languages = rehearsal.flip?.site?.languages ?? [];
  const settingsOf = (page: PageRow | null) =>
    languages.find(({ settings }) => settings.lang === page?.lang)?.settings;

  const best = (url: string, isWanted: (row: Row) => boolean): Row | null =>
    (rows.get(url) ?? []).filter(isWanted).toSorted(byRank)[0] ?? null;

  function find(url: UrlPath): Answer {
    const exact = best(url, () => true);
    if (exact !== null) return judge(exact);
    const place = parsePagerUrl(url, languages[0]?.settings.paginatePath.split("/").length);
    const pager = place && best(place.list, ({ type }) => type === "list");
    if (place && pager)
      return place.word === settingsOf(pager.page)?.paginatePath ? pagerOf(pager, place.number) : MISSING;
    const folder = url.endsWith("/index.html") ? url.slice(0, -"index.html".length) : `${url}/`;
    if (best(folder, ({ page }) => page !== null) !== null) return { type: "moved", to: folder as UrlPath };
    const [first] = languages;
    const to = first ? uglyPagerOfHome(place, first.settings) : null;
    return to === null ? MISSING : { type: "moved", to };
  }

  function judge({ type, page, target }: Row): Answer {
    const needsItems = page?.file === null && page.kind === "term";
    const items = counts.get(type === "list" ? (page?.id ?? 0) : Number(target)) ?? 0;
    switch (type) {
      case "alias":
        return page === null ? MISSING : { type: "moved", to: page.url };
      case "list":
        return needsItems && items === 0 ? MISSING : { type: "found", page };
      case "rss":
      case "atom":
      case "json":
        return needsItems && items === 0 ? MISSING : { type: "found", page: null };
      default:
        return { type: "found", page };
    }
  }

  function pagerOf({ url, page }: Row, number: number): Answer {
    if (number === 1) return { type: "moved", to: url as UrlPath };
    const last = Math.ceil((counts.get(page?.id ?? 0) ?? 0) / (settingsOf(page)?.pagerSize ?? 1));
    return number <= last ? { type: "found", page: null } : MISSING;
  }

  const basePath = rehearsal.flip?.site?.basePath ?? "/";
  return {
    basePath,
    at(path) {
      if (basePath === "/") return find(path);
      if (`${path}/` === basePath) return { type: "moved", to: HOME };
      const below = path.startsWith(basePath) ? parseUrlPath(path.slice(basePath.length - 1)) : null;
      if (below !== null) return find(below);
      const answer = find(path);
      return answer.type === "found" ? { type: "moved", to: path } : answer;
    },
  };
}

function visibleContributions({ pages }: Rehearsal, now: number): Contribution[] {
  return pages
    .map(({ contribution }) => contribution)
    .filter(({ page }) => page.visibleFrom <= now && page.visibleUntil > now);
}

function collectRows({ pages, flip }: Rehearsal, visible: Contribution[]): Row[] {
  const made = [
    ...pages.toSorted(byPath).flatMap(({ contribution }) => contribution.made),
    ...(flip?.made ?? []),
  ];
  // A page with a file stands in the place of one that is made because others need it; of those the first.
  const byPage = new Map([
    ...made.toReversed().map(({ page }): [PageId, PageRow] => [page.id, page]),
    ...pages.map(({ contribution: { page } }): [PageId, PageRow] => [page.id, page]),
  ]);
  const ofPage = (page: PageRow, routes: Route[]): Row[] =>
    routes.map(([url, precedence, type, target]) => ({
      ...{ url, precedence, type, target, owner: `p${page.id}` },
      page: type === "file" ? null : page,
    }));
  const ofSite = (url: string, type: RouteType, target: string, precedence: number): Row => ({
    ...{ url, type, target, precedence, page: null },
    owner: type === "file" ? `f${target}` : "site",
  });
  return [
    ...visible.flatMap(({ page, routes }) => ofPage(page, routes)),
    ...made.flatMap(({ page, routes }) => ofPage(byPage.get(page.id) ?? page, routes)),
    ...(flip?.routes ?? []).map(({ url, path }) => ofSite(url, "file", path, PRECEDENCE.file)),
    ...(flip?.site?.routes ?? [])
      .filter(([, , type, target]) => type !== "file" || flip?.put.some(({ path }) => path === target))
      .map(([url, precedence, type, target]) => ofSite(url, type, target ?? "", precedence)),
  ];
}

const keyOf = ({ url, precedence, owner }: Row): string => JSON.stringify([url, precedence, owner]);

const byPath = (a: Staged, b: Staged): number =>
  a.contribution.page.path < b.contribution.page.path ? -1 : 1;

/** How many visible pages stand in each list. */
function countItems(visible: Contribution[]): Map<PageId, number> {
  const counts = new Map<PageId, number>();
  for (const list of visible.flatMap(({ lists }) => lists)) counts.set(list, (counts.get(list) ?? 0) + 1);
  return counts;
}

const byRank = (a: Row, b: Row): number => a.precedence - b.precedence || (a.owner < b.owner ? -1 : 1);
