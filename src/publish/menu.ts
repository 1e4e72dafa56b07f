// The main menu of each language: what the configuration lists, the sections where it wants them all,
// and what pages add. Owns when a change concerns it; the tree itself is hugo/config/menu.ts.

import { type HugoConfig, inLanguage, type LanguageConfig } from "../hugo/config/config.ts";
import { buildMenu, fillEntry, type MenuPage, readMenuEntry } from "../hugo/config/menu.ts";
import { emptyParams } from "../hugo/config/params.ts";
import { parseReference } from "../hugo/content/page-reference.ts";
import { type ContentPath, contentPathsOf } from "../hugo/content/path.ts";
import { languagePrefix } from "../hugo/content/permalink.ts";
import type { HugoPage } from "../hugo/page.ts";
import type { ChangeStore, Flip, StagedFacts } from "../site/change-store.ts";
import { type Contribution, MENU_QUESTION, type MenuAddition } from "../site/contribution.ts";
import { pageId } from "../site/page.ts";
import type { MenuEntry, MenuItem } from "../site/settings.ts";
import type { UrlPath } from "../site/url.ts";
import { madePageAt, makeSection, sectionFolders } from "./made-page.ts";
import { findPages } from "./page-lookup.ts";
import { HOME, nameOf } from "./question.ts";
import { pagesOf } from "./structure.ts";
import type { Target } from "./target.ts";

/** By language. */
export type Menus = { [lang: string]: MenuItem[] };

export interface MenuChange {
  store: ChangeStore;
  target: Target;
  config: HugoConfig;
  /** Every page is rendered again. */
  whole: boolean;
  /** Time moved a page that is in a menu. */
  isMenuDue: boolean;
  /** Rendered by earlier requests for the same change set, and by this one. */
  before: StagedFacts[];
  fresh: Contribution[];
  /** Pages as they stood. */
  out: Flip["out"];
  now: number;
}

/** Whether a change of content may change the menus as they stand: edits of posts that no menu names do not. */
export function concernsMenus(change: MenuChange, menus: Menus): boolean {
  const { target, config, whole, isMenuDue, before, fresh, out } = change;
  const added = [...fresh, ...out.map(({ contribution }) => contribution)];
  if (whole || isMenuDue || before.length > 0 || added.some(({ menu }) => menu !== undefined)) return true;
  const named = namesIn(config);
  const touched = [...target.put.keys(), ...target.delete];
  if (touched.some((path) => named.has(nameOf(path).toLowerCase()))) return true;
  const known = new Set<string>(out.map(({ contribution }) => contribution.page.file ?? ""));
  const leaving: ReadonlySet<string> = target.delete;
  const arriving = (path: string) => !known.has(path) && !leaving.has(path);
  if (listsSections(config))
    return touched.some((path) => leaving.has(path) || arriving(path) || /\/_index\.[^/]+$/.test(path));
  // A section comes with its first page, and goes with its last.
  return touched
    .flatMap((path) => contentPathsOf(path, config))
    .filter(({ section }) => section !== "" && named.has(section))
    .some(
      (at) =>
        leaving.has(at.file) ||
        (arriving(at.file) && !leadsTo(sectionUrl(at, config), menus[at.language.lang] ?? [])),
    );
}

/** Whether a menu names one of the pages that time moved, or one of them adds itself. */
export async function namesMoved(
  moved: readonly string[],
  { store, config }: Pick<MenuChange, "store" | "config">,
): Promise<boolean> {
  if (moved.length === 0) return false;
  const named = namesIn(config);
  if (moved.some((path) => named.has(nameOf(path).toLowerCase()))) return true;
  return (await store.dependents([MENU_QUESTION])).some(({ path }) => moved.includes(path));
}

const namesIn = ({ languages }: HugoConfig): Set<string | null> =>
  new Set(languages.flatMap(({ menus }) => menus.main ?? []).map(referred));

function sectionUrl({ originalPath, language }: ContentPath, config: HugoConfig): UrlPath {
  const where = { config: inLanguage(config, language), language };
  return makeSection(originalPath.split("/")[1] ?? "", where).page.url;
}

const leadsTo = (url: UrlPath, items: MenuItem[]): boolean =>
  items.some((item) => item.url === url || leadsTo(url, item.children));

const referred = ({ pageRef }: MenuEntry): string | null =>
  pageRef === "" ? null : nameOf(pageRef).toLowerCase();
const listsSections = ({ sectionPagesMenu }: HugoConfig): boolean => sectionPagesMenu === "main";

export async function readMenus(change: MenuChange): Promise<Menus> {
  const { config } = change;
  const additions = await additionsOf(change);
  const sections = await readSections(change);
  const menus: Menus = {};
  for (const language of config.languages.filter(({ disabled }) => !disabled)) {
    const { lang } = language;
    const place = {
      ...change,
      config: inLanguage(config, language),
      language,
      sections: sections.get(lang) ?? new Map(),
    };
    const configured = await Promise.all((language.menus.main ?? []).map((entry) => pointed(entry, place)));
    const listed = listsSections(config)
      ? await Promise.all([...place.sections.keys()].map((folder) => sectionEntry(folder, place)))
      : [];
    const added = additions.filter((addition) => addition.lang === lang && isVisible(addition, change.now));
    menus[lang] = buildMenu(configured, [...listed, ...added.map(({ entry }) => entry)]);
  }
  return menus;
}

/** Of every page after the change, in the order of their paths. */
async function additionsOf(change: MenuChange): Promise<MenuAddition[]> {
  const { store, target, config, whole, before, fresh } = change;
  const coming = new Set([...before, ...fresh.map(({ page }) => page)].map(({ file }) => file));
  const asking = whole ? [] : await store.dependents([MENU_QUESTION]);
  const staying = asking.filter(({ path }) => !coming.has(path) && !target.delete.has(path));
  const standing =
    staying.length === 0 ? [] : await store.standing(staying.flatMap((file) => pagesOf(file, config)));
  return [...standing.map(({ contribution }) => contribution), ...before, ...fresh]
    .flatMap(({ menu }) => menu ?? [])
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

const isVisible = (page: { visibleFrom: number; visibleUntil: number }, now: number): boolean =>
  page.visibleFrom <= now && now < page.visibleUntil;

type Sections = Map<string, string>;

/** First folders, by logical name, as their files write them; by language. What cannot be seen makes a section, too. */
async function readSections(change: MenuChange): Promise<Map<string, Sections>> {
  const { store, target, config, whole, before, fresh } = change;
  const wanted =
    listsSections(config) || config.languages.some(({ menus }) => menus.main?.some(({ pageRef }) => pageRef));
  if (!wanted) return new Map();
  const coming = [...before, ...fresh.map(({ page }) => ({ ...page, file: page.file ?? "" }))];
  const replaced = new Set(coming.map(({ file }) => file as string));
  const staying = (whole ? [] : await store.addresses()).filter(
    ({ file }) => !replaced.has(file) && !target.delete.has(file),
  );
  return sectionFolders(
    [...staying, ...coming].flatMap(
      ({ file, id }) =>
        contentPathsOf(file, config).find(({ language, path }) => pageId(language.lang, path) === id) ?? [],
    ),
  );
}

interface Place extends MenuChange {
  language: LanguageConfig;
  sections: Sections;
}

async function pointed(entry: MenuEntry, place: Place): Promise<MenuEntry> {
  const page = entry.pageRef === "" ? null : await pageAt(entry.pageRef, place);
  return page === null ? { ...entry, url: belowLanguage(entry.url, place) } : fillEntry(entry, page);
}

async function sectionEntry(section: string, place: Place): Promise<MenuEntry> {
  const page = await pageAt(`/${section}`, place);
  const entry = { ...readMenuEntry(emptyParams()), identifier: section };
  return page === null ? entry : fillEntry(entry, page);
}

/** With a file or without; `null` for none, and for one that cannot be seen. */
async function pageAt(ref: string, place: Place): Promise<MenuPage | null> {
  const langs = place.config.languages.map(({ lang }) => lang);
  const reference = parseReference(ref, "site", HOME, langs);
  const [found] = await findPages([{ lang: place.language.lang, ...reference }], place);
  if (found)
    return isPublic(found.page, place.now) ? { ...found.page.card, weight: found.page.weight } : null;
  const made = madePageAt(reference.paths[0] ?? "/", place, (section) => place.sections.get(section));
  return made && { ...made.page.card, weight: 0 };
}

const isPublic = ({ visibility: { draft, from, until }, build }: HugoPage, now: number): boolean =>
  !draft && build.render !== "never" && (from ?? now) <= now && now < (until ?? now + 1);

/** An address of the site as PaperMod prints it: below the language's folder. */
function belowLanguage(url: string, { language, config }: Place): string {
  const prefix = languagePrefix(language, config);
  if (url === "" || /^([a-z][a-z0-9+.-]*:|\/\/|#)/i.test(url)) return url;
  const path = url.startsWith("/") ? url : `/${url}`;
  return path === prefix || path.startsWith(`${prefix}/`) ? url : prefix + path;
}
