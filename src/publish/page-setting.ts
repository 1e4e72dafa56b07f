// The settings that pages make, which every page prints: the main menus, and how terms are named that have
// a file. Owns when a change makes them anew.

import type { ChangeStore } from "../site/change-store.ts";
import { SETTINGS_QUESTION } from "../site/contribution.ts";
import type { Settings } from "../site/settings.ts";
import { concernsMenus, type Menus, menuNames, readMenus } from "./menu.ts";
import { additionsOf, concernsAdditions, type SettingsChange } from "./settings-addition.ts";

export interface PageSettings {
  menus: Menus;
  /** By language and address. */
  termTitles: { [lang: string]: { [url: string]: string } };
}

export const NO_PAGE_SETTINGS: PageSettings = { menus: {}, termTitles: {} };

/** What of them belongs into the settings of one language. */
export function pageSettingsOf(
  { menus, termTitles }: PageSettings,
  lang: string,
): Pick<Settings, "menu" | "termTitles"> {
  const titles = termTitles[lang];
  return { menu: menus[lang] ?? [], ...(titles && { termTitles: titles }) };
}

/** Whether a change of content may change them as they stand: edits of most posts do not. */
export const concernsPageSettings = (change: SettingsChange, { menus }: PageSettings): boolean =>
  concernsAdditions(change) || concernsMenus(change, menus);

/** Whether a menu names one of the pages that time moved, or one of them adds something itself. */
export async function namesMoved(
  moved: readonly string[],
  { store, config }: { store: ChangeStore; config: SettingsChange["config"] },
): Promise<boolean> {
  if (moved.length === 0) return false;
  if (moved.some((path) => menuNames(path, config))) return true;
  return (await store.dependents([SETTINGS_QUESTION])).some(({ path }) => moved.includes(path));
}

export async function readPageSettings(change: SettingsChange): Promise<PageSettings> {
  const additions = await additionsOf(change);
  const termTitles: PageSettings["termTitles"] = {};
  for (const { lang, term } of additions) {
    if (term === undefined) continue;
    termTitles[lang] = { ...termTitles[lang], [term.url]: term.title };
  }
  return { menus: await readMenus(change, additions), termTitles };
}
