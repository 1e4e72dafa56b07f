// Menus: entries as the configuration lists them or a page's front matter adds them, Hugo's order
// among them, and the tree that is shown.

import type { Params, TrustedHtml } from "../../site/page.ts";
import type { MenuEntry, MenuItem } from "../../site/settings.ts";
import { toInteger, toParams, toParamsList, toText } from "./loose-value.ts";
import { emptyParams, lowerKeys } from "./params.ts";

export function readMenus(menus: Params): { [menu: string]: MenuEntry[] } {
  const out: { [menu: string]: MenuEntry[] } = Object.create(null);
  for (const [name, entries] of Object.entries(menus)) {
    out[name] = toParamsList(entries).map((entry) => readMenuEntry(entry));
  }
  return out;
}

/** Keys of a list's items have not been lowered yet. */
export function readMenuEntry(given: Params): MenuEntry {
  const entry = toParams(lowerKeys(given));
  return {
    identifier: toText(entry.identifier),
    name: toText(entry.name),
    title: toText(entry.title),
    url: toText(entry.url),
    pageRef: toText(entry.pageref),
    parent: toText(entry.parent),
    pre: toText(entry.pre),
    post: toText(entry.post),
    weight: toInteger(entry.weight) ?? 0,
    params: toParams(entry.params),
  };
}

/** Where an entry leads, and what it takes from there if it does not say so itself. */
export interface MenuPage {
  url: string;
  title: string;
  linkTitle: string;
  weight: number;
}

/** The page's own address stands, whatever `url` the entry has. */
export function fillEntry(entry: MenuEntry, page: MenuPage): MenuEntry {
  return {
    ...entry,
    url: page.url,
    name: entry.name || page.linkTitle,
    title: entry.title || page.title,
    weight: entry.weight || page.weight,
  };
}

/**
 * The tree that is shown, of entries that know their pages already. Those of one identifier, or else
 * name, are one: the last of the configuration's, then the first of the others. A parent that nobody
 * is becomes an entry that leads nowhere.
 */
export function buildMenu(configured: MenuEntry[], added: MenuEntry[]): MenuItem[] {
  const byKey = new Map(configured.map((entry) => [keyOf(entry), entry]));
  for (const entry of added) if (!byKey.has(keyOf(entry))) byKey.set(keyOf(entry), entry);
  for (const { parent } of [...byKey.values()]) {
    if (parent !== "" && !byKey.has(parent))
      byKey.set(parent, { ...readMenuEntry(emptyParams()), name: parent });
  }
  const entries = sortEntries([...byKey.values()]);
  const below = (parent: string): MenuItem[] =>
    entries
      .filter((entry) => entry.parent === parent)
      .map(({ identifier, name, url, title, pre, post }) => {
        const key = keyOf({ identifier, name });
        const around = { pre: pre as TrustedHtml, post: post as TrustedHtml };
        return { identifier, name, url, title, ...around, children: key === "" ? [] : below(key) };
      });
  // From the top alone: entries that are each other's parent are never reached.
  return below("");
}

const keyOf = ({ identifier, name }: Pick<MenuEntry, "identifier" | "name">): string => identifier || name;

/** By weight (none last), then name without regard to case, then identifier. */
function sortEntries(entries: MenuEntry[]): MenuEntry[] {
  return entries.toSorted(
    (a, b) =>
      (a.weight || Number.MAX_SAFE_INTEGER) - (b.weight || Number.MAX_SAFE_INTEGER) ||
      compareText(a.name.toLowerCase(), b.name.toLowerCase()) ||
      compareText(a.name, b.name) ||
      compareText(a.identifier, b.identifier),
  );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
