// Turns a page as Hugo reads it into the rows it contributes. Owns which lists a page stands in and
// which URLs it answers; what the rows mean is site/contribution.ts.

import type { HugoConfig } from "../hugo/config/config.ts";
import { isParams } from "../hugo/config/params.ts";
import type { HugoPage } from "../hugo/page.ts";
import {
  type Contribution,
  everyPageList,
  type MadePage,
  NEVER,
  type PageRow,
  PRECEDENCE,
  type Route,
  SETTINGS_QUESTION,
  type SettingsAddition,
  type StoredCard,
  translationList,
} from "../site/contribution.ts";
import { digestText } from "../site/digest.ts";
import {
  type AllowedSources,
  type Card,
  type Kind,
  type PageId,
  type PageNeed,
  pageId,
} from "../site/page.ts";
import type { Warning } from "../site/problem.ts";
import { assetRoute, assetUrl } from "./asset.ts";
import { boundedSummary } from "./bounded-summary.ts";
import { type Addressed, formatRoutes } from "./output-route.ts";

export interface ContributionInput {
  page: HugoPage;
  config: HugoConfig;
  made: MadePage[];
  /** Logical paths of the terms it carries. */
  terms: string[];
  mainSections: string[];
  asked: string[];
  /** Files in assets/ whose addresses it prints, and as what. */
  assets: [as: string, file: string][];
  warnings: Warning[];
  allowed: AllowedSources | null;
  needs: PageNeed[];
  html: string;
  toc: string;
  now: number;
}

export function contributionOf(input: ContributionInput): Contribution {
  const { page, config, made, asked, warnings } = input;
  const lang = page.card.lang;
  const id = pageId(lang, page.path);
  const { draft, from, until } = page.visibility;
  const visibleFrom = draft ? NEVER : (from ?? 0);
  const visibleUntil = until ?? NEVER;
  const gone = draft || visibleUntil <= input.now;
  const ties = translationTies({ ...page.card, path: page.path, key: page.translationKey }, config);
  const lists = gone ? [] : [...listsOf(input), ...otherLanguages(page, ties)];
  const home = pageId(lang, "/");
  const adds = additionOf(page);
  const { summary, warnings: aboutSummary } = boundedSummary(page);
  const card = {
    ...page.card,
    ...summary,
    id,
    needs: input.needs,
    ...(input.allowed === null ? {} : { allowed: input.allowed }),
    ...(page.parent === null || page.parent === "/" ? {} : { above: foldersDownTo(page.parent, lang) }),
    ...ties,
  };
  return {
    page: {
      id,
      lang,
      kind: page.card.kind,
      path: page.path,
      file: page.file,
      url: page.card.url,
      sortKey: page.sortKey,
      neighbours: lists.includes(home) && !page.card.isUnrendered ? home : null,
      visibleFrom,
      visibleUntil,
      listed: listedAs(page, config, lists, gone),
      card,
      cardDigest: digestText(JSON.stringify(card)),
      bodyDigest: digestText(input.toc + input.html),
    },
    lists,
    ...(lists.includes(home) && hiddenAtHome(page.card) ? { hiddenIn: home } : {}),
    routes: [
      ...(page.build.render === "always" ? routesOf(page, id, config) : resourceRoutesOf(page)),
      ...input.assets.map(([as, file]) => assetRoute(assetUrl(as), file)),
    ],
    // A folder is a section whatever of it may be seen.
    made: gone ? made.filter((list) => list.page.kind === "section") : made,
    ...(adds === null ? {} : { adds: { file: page.file, lang, visibleFrom, visibleUntil, ...adds } }),
    asked: adds === null ? asked : [...asked, SETTINGS_QUESTION],
    warnings: [...warnings, ...aboutSummary],
    problems: page.problems,
  };
}

/** The list of its translations, which only links. */
const otherLanguages = (
  { card }: HugoPage,
  { translationList }: Pick<StoredCard, "translationList">,
): PageId[] => (translationList === undefined || card.isUnrendered ? [] : [translationList]);

function additionOf({ menus, card }: HugoPage): Pick<SettingsAddition, "menu" | "term"> | null {
  if (card.isUnrendered) return null;
  const { main: menu } = menus;
  const { kind, url, linkTitle: title } = card;
  const term = kind === "term" && title !== "" ? { url, title } : undefined;
  if (menu === undefined && term === undefined) return null;
  return { ...(menu && { menu }), ...(term && { term }) };
}

/** In the sitemap as one of every page's list (1), beside it (2), or not at all (0). */
function listedAs(page: HugoPage, config: HugoConfig, lists: PageId[], gone: boolean): PageRow["listed"] {
  if (!inSitemap(page, config)) return 0;
  if (lists.includes(everyPageList(page.card.lang))) return 1;
  return gone ? 0 : 2;
}

/** Hugo's sitemap leaves out what no list has, and what says so itself or by the site's configuration. */
function inSitemap({ build, card }: HugoPage, config: HugoConfig): boolean {
  const { sitemap = null } = card.params;
  const disable = (isParams(sitemap) ? sitemap.disable : undefined) ?? config.sitemap.disable;
  return build.list === "always" && build.render === "always" && disable !== true;
}

/** Every folder down to the page's section: those that are sections have a page. */
function foldersDownTo(parent: string, lang: string): PageId[] {
  const names = parent.slice(1).split("/");
  return names.map((_, i) => pageId(lang, `/${names.slice(0, i + 1).join("/")}`));
}

/** What ties a page to its translations. Without a file of its own it stands in no list of them. */
export function translationTies(
  { kind, lang, path, key }: { kind: Kind; lang: string; path: string; key: string },
  config: HugoConfig,
): Pick<StoredCard, "translationList" | "counterparts"> {
  if (!isMultilingual(config)) return {};
  const others = config.languages.filter((language) => !language.disabled && language.lang !== lang);
  const counterparts = others.map((language) => pageId(language.lang, path));
  return { translationList: translationList(key), ...(kind === "page" ? {} : { counterparts }) };
}

const isMultilingual = ({ languages }: HugoConfig): boolean =>
  languages.filter(({ disabled }) => !disabled).length > 1;

/** PaperMod lists what is unlike the text "true", and in Hugo nothing is unlike it that is no text: both booleans hide. */
function hiddenAtHome({ params: { hiddeninhomelist: hidden = null } }: Pick<Card, "params">): boolean {
  return typeof hidden === "string" ? hidden === "true" : hidden !== null;
}

function listsOf({ page, terms, mainSections }: ContributionInput): PageId[] {
  const { lang, kind, layout } = page.card;
  const parent = page.parent === null || page.parent === "/" ? [] : [pageId(lang, page.parent)];
  if (page.build.list === "never") return [];
  // A list may carry terms, too: a term even itself.
  const carried = terms.filter((path) => path !== page.path).map((path) => pageId(lang, path));
  if (kind === "section") return [...(page.build.list === "always" ? parent : []), ...carried];
  if (kind !== "page") return carried;
  const own = [...parent, ...carried];
  if (page.build.list === "local") return own;
  const isListPage = layout === "archives" || layout === "search";
  const everywhere = isListPage || page.card.isUnrendered ? [] : [everyPageList(lang)];
  return [...(mainSections.includes(page.type) ? [pageId(lang, "/")] : []), ...everywhere, ...own];
}

function routesOf(page: HugoPage, id: PageId, config: HugoConfig): Route[] {
  const { url } = page.card;
  return [
    ...pageRoutes(page, id, config, PRECEDENCE.page),
    ...page.aliases
      .filter((alias) => alias !== url)
      .map((alias): Route => [alias, PRECEDENCE.alias, "alias", null]),
    ...resourceRoutesOf(page),
  ];
}

function resourceRoutesOf(page: HugoPage): Route[] {
  if (!page.build.publishResources) return [];
  return page.resources.map((resource): Route => [resource.url, PRECEDENCE.file, "file", resource.file]);
}

/** The URLs of a page of any kind: its own and those of its feeds and further formats. */
export function pageRoutes(page: Addressed, id: PageId, config: HugoConfig, precedence: number): Route[] {
  return [...ownRoutes(page.card, config, precedence), ...formatRoutes(page, id, config, precedence)];
}

function ownRoutes(
  { kind, url, layout, lang }: Addressed["card"],
  config: HugoConfig,
  precedence: number,
): Route[] {
  switch (kind) {
    case "home":
      return [
        ...redirectsHome(config, lang),
        [url, precedence, "list", null],
        [`${url}atom.xml`, precedence, "atom", String(everyPageList(lang))],
        [`${url}feed.json`, precedence, "json", String(everyPageList(lang))],
      ];
    case "term":
      return [[url, precedence, "list", null]];
    case "taxonomy":
      return [[url, precedence, "terms", null]];
    default:
      if (layout === "archives") return [[url, precedence, "archive", String(archiveList(config, lang))]];
      if (layout === "search") return [[url, precedence, "search", null]];
      return [[url, precedence, kind === "section" ? "list" : "page", null]];
  }
}

/** To the default language's home: from the root if that lies in a folder, else from the folder that it would have. */
function redirectsHome(config: HugoConfig, lang: string): Route[] {
  const { defaultContentLanguageInSubdir: inFolder, disableDefaultLanguageRedirect: none } = config;
  if (none || lang !== config.defaultContentLanguage || !(inFolder || isMultilingual(config))) return [];
  return [[inFolder ? "/" : `/${lang}/`, PRECEDENCE.alias, "alias", null]];
}

/** PaperMod's archive has the posts of home, or every page there is. */
function archiveList({ languages }: HugoConfig, lang: string): PageId {
  const params = languages.find((language) => language.lang === lang)?.params;
  return params?.showallpagesinarchive === true ? everyPageList(lang) : pageId(lang, "/");
}
