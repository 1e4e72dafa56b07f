// Pages that exist without a file: home, sections, taxonomies, terms, search. Owns their rows.

import { type HugoConfig, inLanguage, type LanguageConfig } from "../hugo/config/config.ts";
import { toText } from "../hugo/config/loose-value.ts";
import { emptyParams } from "../hugo/config/params.ts";
import { type CascadeTarget, withCascade } from "../hugo/content/cascade.ts";
import { readOutputs } from "../hugo/content/fields.ts";
import { sectionTitle, taxonomyTitle, termTitle } from "../hugo/content/list-title.ts";
import { type ContentPath, contentMounts, contentPathsOf, normalizePath } from "../hugo/content/path.ts";
import { homeUrl, permalinkOf, termPath, termUrl } from "../hugo/content/permalink.ts";
import { sortKey } from "../hugo/content/sort-key.ts";
import type { FilePath } from "../site/change-set.ts";
import type { Flip } from "../site/change-store.ts";
import { type MadePage, NEVER, type PageRow, PRECEDENCE } from "../site/contribution.ts";
import { digestText } from "../site/digest.ts";
import { type Card, type Kind, type Params, pageId, type TrustedHtml } from "../site/page.ts";
import type { UrlPath } from "../site/url.ts";
import { pageRoutes, translationTies } from "./contribute.ts";

interface Where {
  config: HugoConfig;
  language: LanguageConfig;
}

export function makeHome({ config, language }: Where): MadePage {
  const url = homeUrl(language, config);
  return make({ kind: "home", path: "/", title: language.title, url, list: null, config, language });
}

/** Stands where no author's own page does. Its title is the theme's word. */
export function makeSearch({ config, language }: Where): MadePage {
  const url = `${homeUrl(language, config)}search/` as UrlPath;
  const search = { kind: "page", path: SEARCH, title: "", url, layout: "search", list: null } as const;
  return make({ ...search, given: NOTHING, config, language });
}

const SEARCH = "/search";

/** `folder` is the first folder below the content folder, as written. */
export const makeSection = (folder: string, where: Where): MadePage =>
  makeFolder({ kind: "section", folder, title: sectionTitle(folder, where.config), ...where });

export const makeTaxonomy = (plural: string, where: Where): MadePage =>
  makeFolder({ kind: "taxonomy", folder: plural, title: taxonomyTitle(plural, where.config), ...where });

/** A list of the first level, at its folder's address unless `permalinks` moves it. */
function makeFolder(list: Where & { kind: "section" | "taxonomy"; folder: string; title: string }): MadePage {
  const { kind, folder, title, config, language } = list;
  const path = normalizePath(`/${folder}`);
  const given = cascaded({ path, kind, lang: language.lang }, config);
  const { url } = permalinkOf({
    kind,
    path,
    originalPath: `/${folder}`,
    section: path.slice(1),
    currentSection: path,
    title,
    slug: "",
    url: toText(given.url),
    date: null,
    config,
    language,
  });
  return make({ kind, path, title, url, given, list: null, config, language });
}

export function makeTerm(term: { taxonomy: string; name: string }, { config, language }: Where): MadePage {
  const { taxonomy, name } = term;
  const path = termPath(taxonomy, name, "logical");
  const title = termTitle(name, config);
  const url = termUrl({ taxonomy, term: name, title, config, language });
  const list = pageId(language.lang, normalizePath(`/${taxonomy}`));
  return make({ kind: "term", path, title, url, list, config, language });
}

/**
 * The page without a file at a path as written (`/tags/x`): home, a taxonomy, a term, a section; `null` for
 * none. `folderOf` answers the folder of a section that exists, as written.
 */
export function madePageAt(
  at: string,
  where: Where,
  folderOf: (section: string) => string | undefined,
): MadePage | null {
  const path = normalizePath(at).slice(1);
  if (path === "") return makeHome(where);
  const [first = "", ...rest] = path.split("/");
  const taxonomy = Object.values(where.language.taxonomies).find((plural) => normalizePath(plural) === first);
  if (taxonomy !== undefined) {
    const name = rest.join("/").replaceAll("-", " ");
    return rest.length === 0 ? makeTaxonomy(taxonomy, where) : makeTerm({ taxonomy, name }, where);
  }
  const folder = rest.length === 0 ? folderOf(first) : undefined;
  return folder === undefined ? null : makeSection(folder, where);
}

/** First folders as written, by logical name, by language. */
export function sectionFolders(pages: ContentPath[]): Map<string, Map<string, string>> {
  const folders = new Map<string, Map<string, string>>();
  for (const { language, section, originalPath } of pages) {
    if (section === "") continue;
    const own = folders.get(language.lang) ?? new Map<string, string>();
    folders.set(language.lang, own.set(section, originalPath.split("/")[1] ?? ""));
  }
  return folders;
}

/** The sections that content files lie in, by number, with the folders that make them. */
export function sectionsAround(files: FilePath[], config: HugoConfig): Flip["emptied"] {
  const folders = sectionFolders(files.flatMap((file) => contentPathsOf(file, config)));
  return [...folders].flatMap(([lang, own]) =>
    [...own].map(([section, name]) => ({
      id: pageId(lang, `/${section}`),
      lang,
      folders: contentMounts(config).map(({ folder }) => `${folder}/${name}`),
    })),
  );
}

/** What takes the place of a list's page when its `_index` file goes, or of the author's search page; `null` where nothing does. */
export function remake(page: PageRow, config: HugoConfig): MadePage | null {
  const language = config.languages.find(({ lang }) => lang === page.lang);
  if (language === undefined || page.file === null) return null;
  const where = { config: inLanguage(config, language), language };
  const [first = "", ...rest] = page.path.slice(1).split("/");
  switch (page.kind) {
    case "home":
      return makeHome(where);
    case "taxonomy":
      return makeTaxonomy(first, where);
    case "term":
      return makeTerm({ taxonomy: first, name: rest.join("/") }, where);
    case "section":
      return rest.length === 0 ? makeSection(page.file.split("/").at(-2) ?? first, where) : null;
    case "page":
      return page.path === SEARCH ? makeSearch(where) : null;
    default:
      return null;
  }
}

/** What the configuration's `cascade` says of a list. */
const cascaded = (list: CascadeTarget, { cascade }: HugoConfig): Params =>
  cascade.length === 0 ? NOTHING : withCascade(emptyParams(), cascade, list);

const NOTHING = emptyParams();

interface Made extends Where {
  kind: Kind;
  path: string;
  title: string;
  url: UrlPath;
  layout?: string;
  /** What it has from above. Absent: the configuration's `cascade`. */
  given?: Params;
  list: MadePage["list"];
}

function make({ kind, path, url, layout = "", list, config, language, ...made }: Made): MadePage {
  const { lang } = language;
  const given = made.given ?? cascaded({ path, kind, lang }, config);
  const title = toText(given.title) || made.title;
  const id = pageId(lang, path);
  const card: Card = {
    id,
    kind,
    lang,
    url,
    title,
    linkTitle: title,
    date: null,
    lastmod: null,
    publishDate: null,
    description: toText(given.description),
    summary: "" as TrustedHtml,
    summaryText: "",
    truncated: false,
    wordCount: 0,
    readingTime: 0,
    terms: {},
    cover: null,
    layout,
    params: {},
  };
  const ties = {
    ...(list === null ? {} : { above: [list] }),
    ...(kind === "page" ? {} : translationTies({ kind, lang, path, key: path }, config)),
  };
  return {
    page: {
      id,
      lang,
      kind,
      path,
      file: null,
      url,
      // Terms are shown by name: a weight or a date of their own needs a file.
      sortKey: sortKey({ kind, weight: 0, date: null, title, lang, path }),
      neighbours: null,
      visibleFrom: 0,
      visibleUntil: NEVER,
      listed: 2,
      card: { ...card, needs: [], ...ties },
      cardDigest: digestText(JSON.stringify({ ...card, ...ties })),
      bodyDigest: "",
    },
    list,
    routes: pageRoutes({ card, outputs: readOutputs(given.outputs) }, id, config, PRECEDENCE.generated),
  };
}
