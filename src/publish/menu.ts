// The main menu of each language: what the configuration lists, the sections where it wants them all,
// and what pages add. The tree itself is hugo/config/menu.ts.

import { type HugoConfig, inLanguage, type LanguageConfig } from "../hugo/config/config.ts";
import { buildMenu, fillEntry, type MenuPage, readMenuEntry } from "../hugo/config/menu.ts";
import { emptyParams } from "../hugo/config/params.ts";
import { joinPath } from "../hugo/content/join-path.ts";
import { parseReference } from "../hugo/content/page-reference.ts";
import { type ContentPath, contentPathsOf } from "../hugo/content/path.ts";
import { languagePrefix, sanitizePath } from "../hugo/content/permalink.ts";
import type { HugoPage } from "../hugo/page.ts";
import type { SettingsAddition } from "../site/contribution.ts";
import { pageId } from "../site/page.ts";
import type { MenuEntry, MenuItem } from "../site/settings.ts";
import type { UrlPath } from "../site/url.ts";
import { madePageAt, makeSection, sectionFolders } from "./made-page.ts";
import { findPages } from "./page-lookup.ts";
import { HOME, nameOf } from "./question.ts";
import type { SettingsChange } from "./settings-addition.ts";

/** By language. */
export type Menus = { [lang: string]: MenuItem[] };

/** Whether a change of content may change the menus as they stand, whatever pages add to them. */
export function concernsMenus({ target, config, out }: SettingsChange, menus: Menus): boolean {
  const touched = [...target.put.keys(), ...target.delete];
  if (touched.some((path) => menuNames(path, config))) return true;
  const known = new Set<string>(out.map(({ contribution }) => contribution.page.file ?? ""));
  const leaving: ReadonlySet<string> = target.delete;
  const arriving = (path: string) => !known.has(path) && !leaving.has(path);
  if (listsSections(config))
    return touched.some((path) => leaving.has(path) || arriving(path) || /\/_index\.[^/]+$/.test(path));
  // A section comes with its first page, and goes with its last.
  const named = namesIn(config);
  return touched
    .flatMap((path) => contentPathsOf(path, config))
    .filter(({ section }) => section !== "" && named.has(section))
    .some(
      (at) =>
        leaving.has(at.file) ||
        (arriving(at.file) && !leadsTo(sectionUrl(at, config), menus[at.language.lang] ?? [])),
    );
}

/** Whether a menu names the page that a file makes. */
export const menuNames = (path: string, config: HugoConfig): boolean =>
  namesIn(config).has(nameOf(path).toLowerCase());

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

export async function readMenus(change: SettingsChange, additions: SettingsAddition[]): Promise<Menus> {
  const { config } = change;
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
    const added = additions.flatMap(({ lang: of, menu }) => (of === lang && menu !== undefined ? menu : []));
    menus[lang] = buildMenu(configured, [...listed, ...added]);
  }
  return menus;
}

type Sections = Map<string, string>;

/** First folders, by logical name, as their files write them; by language. What cannot be seen makes a section, too. */
async function readSections(change: SettingsChange): Promise<Map<string, Sections>> {
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

interface Place extends SettingsChange {
  language: LanguageConfig;
  sections: Sections;
}

async function pointed(entry: MenuEntry, place: Place): Promise<MenuEntry> {
  const page = entry.pageRef === "" ? null : await pageAt(entry.pageRef, place);
  return page === null ? { ...entry, url: addressOf(entry.url, place) } : fillEntry(entry, page);
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

/**
 * An address of the site as PaperMod prints it: below the language's folder, and one that begins at the root in the form
 * that paths of pages have (`/Blog/` is `/blog/`).
 */
function addressOf(url: string, { language, config }: Place): string {
  if (url === "" || /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) return url;
  const clean = url.startsWith("/") ? url.replace(/^[^?]*/, (path) => sanitizePath(path, config)) : `/${url}`;
  const [, path = "", rest = ""] = /^([^?#]*)([\s\S]*)$/.exec(clean) ?? [];
  const prefix = languagePrefix(language, config);
  const isBelow = path === prefix || path.startsWith(`${prefix}/`);
  const joined = joinPath(isBelow ? path : prefix + path);
  return (path.endsWith("/") && joined !== "/" ? `${joined}/` : joined) + rest;
}
