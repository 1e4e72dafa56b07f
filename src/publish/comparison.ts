// What a change set changes for the public: which URLs come, go, move or show something new, which
// cache tags that concerns, which ranks of lists. Owns the comparison of old and new contributions.

import type { HugoConfig } from "../hugo/config/config.ts";
import { contentPathsOf } from "../hugo/content/path.ts";
import {
  cardTag,
  EVERYTHING,
  fileTag,
  listTag,
  pageTag,
  SEARCH_TAG,
  SWEEPING_TAG,
  urlTag,
} from "../site/cache-tag.ts";
import type { FilePath, Sha256, UrlChanges } from "../site/change-set.ts";
import type {
  Address,
  ChangeStore,
  Flip,
  StagedFacts,
  StandingPage,
  StoredFile,
} from "../site/change-store.ts";
import { type Contribution, type PageRow, PRECEDENCE } from "../site/contribution.ts";
import { type PageId, pageId } from "../site/page.ts";
import type { Warning } from "../site/problem.ts";
import { encodeUrlPath } from "../site/url.ts";
import { FEW } from "./step.ts";
import { pagesOf } from "./structure.ts";

export interface Changed {
  config: HugoConfig;
  basePath: string;
  /** Every page is rendered again. */
  whole: boolean;
  /** Settings, menus or styles changed. */
  settings: boolean;
  put: { path: FilePath; sha256: Sha256 }[];
  gone: FilePath[];
  /** Rows of the changed and the dependent files as they stand. */
  standing: StoredFile[];
  /** Of their pages those that are known already. */
  pages: StandingPage[];
  /** Files that are served by themselves. */
  routes: { path: FilePath; url: string }[];
  routesGone: { path: FilePath; url: string }[];
  /** Rendered by earlier requests for the same change set. */
  before: StagedFacts[];
  /** Rendered by this one. */
  fresh: Contribution[];
  now: number;
}

export interface Comparison extends Pick<Flip, "out" | "ranks" | "moved" | "renamed" | "tags"> {
  urls: UrlChanges;
  /** Pages whose file went and that none of the incoming ones replaces. */
  lost: PageRow[];
  warnings: Warning[];
}

export async function compare(store: ChangeStore, changed: Changed): Promise<Comparison> {
  const { config, whole, before, fresh } = changed;
  const many = whole || before.length > 0 || fresh.length > FEW;
  const old = whole ? [] : await standingPages(store, changed);
  const addresses = many ? await store.addresses() : old.map(addressOf);
  const incoming = [...before, ...fresh.map((contribution) => addressFrom(contribution))];
  const urls = compareAddresses(changed, addresses, incoming);
  const moved = urls.moved.map(({ from, id }) => ({ from, to: id }));
  const kept = new Set(incoming.map(({ id }) => id));
  const lost = old.filter(({ id }) => !kept.has(id)).map(({ contribution }) => contribution.page);
  const shared = { out: old, moved, renamed: urls.renamed, lost, urls: printed(urls, changed) };
  if (many)
    return {
      ...shared,
      ranks: null,
      tags: [EVERYTHING],
      warnings: doubleClaimed(doublePages(incoming), config),
    };

  const pairs = pairUp(old, fresh);
  const places = pairs.flatMap(({ before, after }) => newPlaces(before, after));
  const claimed = pairs.flatMap(({ before, after }) =>
    after !== null && after.page.url !== before?.page.url && claimsUrl(after) ? [after] : [],
  );
  const urlsClaimed = claimed.map(({ page }) => page.url);
  const { neighbours, claims } =
    places.length + urlsClaimed.length === 0
      ? { neighbours: [], claims: [] }
      : await store.surroundings({ places, urls: urlsClaimed });
  const tags = changed.settings ? [EVERYTHING] : tagsOf(changed, pairs, neighbours);
  const standing = claims.filter(({ file }) => !changed.gone.includes(file));
  return { ...shared, ranks: ranksOf(pairs), tags, warnings: claimWarnings(claimed, standing, config) };
}

/** A page is known by its number: a file may have lost it to another of the same name. */
async function standingPages(
  store: ChangeStore,
  { config, standing, pages }: Changed,
): Promise<StandingPage[]> {
  const innermost = new Set(standing.map(({ page }) => page));
  const files = new Set(standing.map(({ path }) => path));
  const ids = new Set(standing.flatMap((file) => pagesOf(file, config)));
  const known = pages.filter(({ id }) => ids.delete(id));
  const found = ids.size === 0 ? [] : await store.standing([...ids]);
  return [...known, ...found.filter(({ id, file }) => innermost.has(id) || files.has(file))];
}

interface Pair {
  before: Contribution | null;
  after: Contribution | null;
}

/** By page, not by file: `x.md` that becomes `x/index.md` is the same page. */
function pairUp(old: StandingPage[], fresh: Contribution[]): Pair[] {
  const after = new Map(fresh.map((contribution) => [contribution.page.id, contribution]));
  const pairs = old.map(
    ({ id, contribution }): Pair => ({ before: contribution, after: after.get(id) ?? null }),
  );
  const known = new Set(old.map(({ id }) => id));
  const added = fresh.filter(({ page }) => !known.has(page.id));
  return [...pairs, ...added.map((contribution): Pair => ({ before: null, after: contribution }))];
}

function newPlaces(before: Contribution | null, after: Contribution | null) {
  if (after === null || after.page.neighbours === null) return [];
  const { neighbours: list, sortKey, id } = after.page;
  if (before?.page.neighbours === list && before.page.sortKey === sortKey && sameVisibility(before, after))
    return [];
  return [{ list, sortKey, id }];
}

const sameVisibility = (a: Contribution, b: Contribution): boolean =>
  a.page.visibleFrom === b.page.visibleFrom && a.page.visibleUntil === b.page.visibleUntil;

function tagsOf({ put, gone, routes, routesGone }: Changed, pairs: Pair[], neighbours: PageId[]): string[] {
  const tags = new Set<string>(neighbours.map(pageTag));
  for (const { before, after } of pairs) for (const tag of tagsOfPair(before, after)) tags.add(tag);
  for (const path of [...put.map((file) => file.path), ...gone]) {
    tags.add(fileTag(path));
  }
  for (const { url } of [...routes, ...routesGone]) tags.add(urlTag(url));
  return [...tags];
}

function tagsOfPair(before: Contribution | null, after: Contribution | null): string[] {
  const one = after ?? before;
  if (one === null) return [];
  const { id } = one.page;
  const sameCard = before?.page.cardDigest === after?.page.cardDigest;
  const samePlace =
    before !== null &&
    after !== null &&
    before.page.sortKey === after.page.sortKey &&
    before.page.listed === after.page.listed &&
    sameVisibility(before, after) &&
    before.hiddenIn === after.hiddenIn &&
    String(before.lists) === String(after.lists);
  const routes = (contribution: Contribution | null) =>
    new Set(samePlace ? contribution?.routes.map((route) => JSON.stringify(route)) : []);
  const [was, is] = [routes(before), routes(after)];
  const touched = samePlace
    ? [...was.symmetricDifference(is)].map((route) => String(JSON.parse(route)[0]))
    : [before, after].flatMap((contribution) => contribution?.routes.map(([url]) => url) ?? []);
  const made = samePlace ? [] : [before, after].flatMap((contribution) => contribution?.made ?? []);
  const madeUrls = made.flatMap(({ routes }) => routes.map(([url]) => url));
  // The same lists in other languages lead there.
  const madeElsewhere = made.flatMap(({ page }) => page.card.translationList ?? []);
  return [
    pageTag(id),
    SEARCH_TAG,
    ...(sameCard && samePlace ? [] : [cardTag(id), SWEEPING_TAG]),
    ...(samePlace ? [] : [before, after].flatMap((contribution) => contribution?.lists.map(listTag) ?? [])),
    ...madeElsewhere.map(listTag),
    ...[...touched, ...madeUrls].map(urlTag),
  ];
}

/** A list is ranked anew from its newest row down to the oldest place that came or went. */
function ranksOf(pairs: Pair[]): NonNullable<Flip["ranks"]> {
  const oldest = new Map<PageId, string>();
  const touch = ({ lists, page }: Contribution, except: Contribution | null) => {
    for (const list of lists) {
      if (except?.page.sortKey === page.sortKey && except.lists.includes(list)) continue;
      if (page.sortKey > (oldest.get(list) ?? "")) oldest.set(list, page.sortKey);
    }
  };
  for (const { before, after } of pairs) {
    if (before !== null) touch(before, after);
    if (after !== null) touch(after, before);
  }
  return [...oldest].map(([list, sortKey]) => ({ list, sortKey }));
}

interface AddressChanges {
  added: string[];
  changed: string[];
  moved: { from: string; to: string; id: PageId }[];
  removed: string[];
  /** Pages that have another number than before, because their file has another name. */
  renamed: { from: PageId; to: PageId }[];
}

/** A page is known by its file; a file that only changed its name is known by its bytes. */
function compareAddresses(changed: Changed, old: Address[], incoming: Address[]): AddressChanges {
  const { put, gone, standing, routes, routesGone, now } = changed;
  const visible = (address: Address | undefined): Address | null =>
    address !== undefined && address.visibleFrom <= now && address.visibleUntil > now ? address : null;
  const digests = new Map(standing.map(({ path, sha256 }) => [path, sha256]));
  const renamed = new Map(gone.map((path) => [digests.get(path), path]));
  const digestOf = new Map<string, Sha256>(put.map(({ path, sha256 }) => [path, sha256]));
  const before = Map.groupBy(old, ({ file }) => file);
  const after = Map.groupBy(incoming, ({ file }) => file);
  const urls: AddressChanges = { added: [], changed: [], moved: [], removed: [], renamed: [] };
  const seen = new Set<Address>();
  for (const address of incoming) {
    const origin = before.get(address.file) ?? before.get(renamed.get(digestOf.get(address.file)) ?? NOWHERE);
    const old = origin && counterpart(address, origin, after.get(address.file) ?? []);
    const was = visible(old);
    const is = visible(address);
    if (old !== undefined && is !== null) seen.add(old);
    if (old !== undefined && old.id !== address.id) urls.renamed.push({ from: old.id, to: address.id });
    if (was === null && is !== null) urls.added.push(is.url);
    else if (was !== null && is === null) urls.removed.push(was.url);
    else if (was === null || is === null) continue;
    else if (was.url !== is.url) urls.moved.push({ from: was.url, to: is.url, id: is.id });
    else if (was.digest !== is.digest) urls.changed.push(is.url);
  }
  for (const address of gone.flatMap((path) => before.get(path) ?? [])) {
    const was = visible(address);
    if (was !== null && !seen.has(address)) urls.removed.push(was.url);
  }
  // Others became some page's own.
  const deleted = new Set(gone);
  urls.removed.push(...routesGone.filter(({ path }) => deleted.has(path)).map(({ url }) => url));
  for (const { path, url } of routes) {
    if (digestOf.has(path)) urls[digests.has(path) ? "changed" : "added"].push(url);
  }
  return urls;
}

const NOWHERE = "" as FilePath;

/** What a page of a file was: the page of its number, else the one in its place among the file's other pages. */
function counterpart(address: Address, before: Address[], after: Address[]): Address | undefined {
  const same = before.find(({ id }) => id === address.id);
  if (same !== undefined) return same;
  const byUrl = (a: Address, b: Address) => (a.url < b.url ? -1 : 1);
  const others = (some: Address[], known: Address[]) =>
    some.filter(({ id }) => known.every((one) => one.id !== id)).toSorted(byUrl);
  return others(before, after)[others(after, before).indexOf(address)];
}

function printed(urls: AddressChanges, { basePath }: Changed): UrlChanges {
  const print = (url: string) => encodeUrlPath(basePath.slice(0, -1) + url);
  return {
    added: urls.added.map(print),
    changed: urls.changed.map(print),
    moved: urls.moved.map(({ from, to }) => ({ from: print(from), to: print(to) })),
    removed: urls.removed.map(print),
  };
}

function addressFrom({ page }: Contribution): Address {
  const { id, url, visibleFrom, visibleUntil, cardDigest, bodyDigest } = page;
  return { id, file: page.file as FilePath, url, visibleFrom, visibleUntil, digest: cardDigest + bodyDigest };
}

const addressOf = ({ contribution }: StandingPage): Address => addressFrom(contribution);

/** Not what yields its URL, or has none. */
export const claimsUrl = ({ page, routes }: Contribution): boolean =>
  routes.some(([url, precedence]) => url === page.url && precedence === PRECEDENCE.page);

/** Pages that several files make. */
function doublePages(incoming: Address[]): Address[] {
  const byPage = Map.groupBy(incoming, ({ id }) => id);
  return [...byPage.values()].flatMap((same) => (same.length > 1 ? same : []));
}

function claimWarnings(
  claimed: Contribution[],
  claims: { url: string; file: FilePath }[],
  config: HugoConfig,
): Warning[] {
  const all = [...claims, ...claimed.map(({ page }) => ({ url: page.url, file: page.file as FilePath }))];
  return doubleClaimed(
    all.filter(({ url }) => claimed.some(({ page }) => page.url === url)),
    config,
  );
}

/** One warning for each file whose URL another file has too. */
export function doubleClaimed(claims: { url: string; file: FilePath }[], config: HugoConfig): Warning[] {
  const byUrl = new Map<string, Set<FilePath>>();
  for (const { url, file } of claims) byUrl.set(url, (byUrl.get(url) ?? new Set()).add(file));
  return [...byUrl].flatMap(([url, files]) => {
    if (files.size < 2) return [];
    const more = files.size - MOST_NAMES;
    const names = [...files].slice(0, MOST_NAMES).join(" and ") + (more > 0 ? ` and ${more} more` : "");
    const message = areOnePage([...files], config)
      ? `${names} are one page, ${url}; only one of them is shown: delete the other, or give it another name`
      : `${names} have the same URL ${url}; only one of them is shown: give one a \`slug\` or a \`url\``;
    return [...files].map((path) => ({ code: "same-url" as const, path, message }));
  });
}

/** Named of those that have one address. */
const MOST_NAMES = 3;

/** `about.md` and `about.en.md`, where English is the default. */
function areOnePage(files: FilePath[], config: HugoConfig): boolean {
  const [first, ...others] = files.map(
    (file) => new Set(contentPathsOf(file, config).map(({ language, path }) => pageId(language.lang, path))),
  );
  return [...(first ?? [])].some((id) => others.every((ids) => ids.has(id)));
}
