// Menus: entries as the configuration lists them or a page's front matter adds them, Hugo's order
// among them, and the tree that is shown.

import type { Params } from "../../site/page.ts";
import type { MenuItem } from "../../site/settings.ts";
import type { MenuEntry } from "./config.ts";
import { toInteger, toParams, toParamsList, toText } from "./loose-value.ts";
import { lowerKeys } from "./params.ts";

export function readMenus(menus: Params): { [menu: string]: MenuEntry[] } {
  const out: { [menu: string]: MenuEntry[] } = Object.create(null);
  for (const [name, entries] of Object.entries(menus)) {
    out[name] = sortEntries(toParamsList(entries).map((entry) => readMenuEntry(entry)));
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

/**
 * The tree that is shown. `urlOf` finds the page that an entry points to, and answers its URL or
 * `null`; then the entry's own `url` stands. An entry whose parent is missing is left out, as Hugo does.
 */
export function buildMenu(entries: MenuEntry[], urlOf: (entry: MenuEntry) => string | null): MenuItem[] {
  const keyOf = ({ identifier, name }: MenuEntry): string => identifier || name;
  const childrenOf = (parent: string, above: string[]): MenuItem[] =>
    sortEntries(entries.filter((entry) => entry.parent === parent && !above.includes(keyOf(entry)))).map(
      (entry) => ({
        identifier: entry.identifier,
        name: entry.name,
        url: urlOf(entry) ?? entry.url,
        title: entry.title,
        pre: entry.pre,
        post: entry.post,
        children: keyOf(entry) ? childrenOf(keyOf(entry), [...above, keyOf(entry)]) : [],
      }),
    );
  return childrenOf("", []);
}

/** By weight (none last), then name without regard to case, then identifier. */
export function sortEntries(entries: MenuEntry[]): MenuEntry[] {
  return entries.toSorted(
    (a, b) =>
      (a.weight || Number.MAX_SAFE_INTEGER) - (b.weight || Number.MAX_SAFE_INTEGER) ||
      compareText(a.name.toLowerCase(), b.name.toLowerCase()) ||
      compareText(a.name, b.name) ||
      compareText(a.identifier, b.identifier),
  );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
