// The configuration as the pages need it: settings a language, and the pages and URLs that exist
// because of the configuration alone.

import { basePathOf } from "../hugo/config/base-url.ts";
import { type HugoConfig, inLanguage, type LanguageConfig } from "../hugo/config/config.ts";
import { toInteger, toParams, toText } from "../hugo/config/loose-value.ts";
import { homeUrl } from "../hugo/content/permalink.ts";
import { emojify, loadEmoji } from "../hugo/markdown/emoji.ts";
import { resolveReferences } from "../hugo/markdown/escape.ts";
import { stripTags } from "../hugo/markdown/plain.ts";
import type { SiteRows } from "../site/change-store.ts";
import { type MadePage, PRECEDENCE, type Route } from "../site/contribution.ts";
import { digestText } from "../site/digest.ts";
import type { Warning } from "../site/problem.ts";
import type { Settings } from "../site/settings.ts";
import { readSitemapHints } from "../site/sitemap.ts";
import { parseUrlPath } from "../site/url.ts";
import { writtenCalendar } from "../site/written-calendar.ts";
import { assetRoute } from "./asset.ts";
import { authorStyle } from "./author-style.ts";
import { readFragments } from "./fragment.ts";
import { makeHome, makeSearch, makeTaxonomy } from "./made-page.ts";
import { type PageSettings, pageSettingsOf } from "./page-setting.ts";
import { renderSettingsMarkdown } from "./settings-markdown.ts";
import { stringsOf } from "./theme-string.ts";
import { themeWords } from "./words/theme-word.ts";

export interface CompileInput {
  config: HugoConfig;
  mainSections: { [lang: string]: string[] };
  pageSettings: PageSettings;
  /** Every text that is no content. */
  sources: { path: string; text: string }[];
}

export interface CompiledSite extends Pick<SiteRows, "basePath" | "languages" | "routes"> {
  made: MadePage[];
  warnings: Warning[];
}

export async function compileSite({
  config,
  mainSections,
  pageSettings,
  sources,
}: CompileInput): Promise<CompiledSite> {
  const warnings: Warning[] = [];
  const enabled = config.languages.filter(({ disabled }) => !disabled);
  const basePath = decodeURI(basePathOf(config));
  const ordered = enabled.toSorted(
    (a, b) =>
      Number(b.lang === config.defaultContentLanguage) - Number(a.lang === config.defaultContentLanguage),
  );
  if (ordered.some(({ languageName }) => languageName.includes(":"))) await loadEmoji();
  const languages = await Promise.all(
    ordered.map(async (language, position) => {
      const { outputs, outputFormats, rssLimit, sitemap } = inLanguage(config, language);
      const style = await authorStyle({ params: language.params, sources });
      const own = await readFragments({ params: language.params, sources });
      // Files are every language's: what is wrong with them is said once.
      if (position === 0) warnings.push(...style.warnings, ...own.warnings);
      const markdown = renderSettingsMarkdown(inLanguage(config, language), language);
      const code = language.languageCode || language.lang;
      const calendar = writtenCalendar(code);
      const settings: Settings = {
        lang: language.lang,
        languageCode: code,
        languageName: nameOf(language),
        direction: language.languageDirection,
        title: language.title,
        baseURL: config.baseURL,
        basePath,
        homeUrl: homeUrl(language, config),
        translations: enabled
          .filter(({ lang }) => lang !== language.lang)
          .map((other) => ({
            lang: other.lang,
            languageCode: other.languageCode || other.lang,
            languageName: nameOf(other),
            ...altTitleOf(other),
            homeUrl: homeUrl(other, config),
          })),
        ...pageSettingsOf(pageSettings, language.lang),
        params: language.params,
        copyright: resolveReferences(stripTags(markdown.copyright ?? "")).trim(),
        taxonomies: Object.values(language.taxonomies),
        mainSections: mainSections[language.lang] ?? [],
        pagerSize: language.pagination.pagerSize,
        paginatePath: language.pagination.path,
        rss: {
          kinds: Object.keys(outputs).filter((kind) => outputs[kind]?.includes("RSS")),
          name: outputFormats.RSS?.baseName ?? "index",
        },
        ...sitemapSize(config, ordered[0]),
        sitemapHints: readSitemapHints(sitemap),
        feedLimit: rssLimit,
        enableRobotsTxt: config.enableRobotsTXT,
        timeZone: language.timeZone,
        ...(calendar === null ? {} : { calendar }),
        strings: {
          ...themeWords(code),
          ...stringsOf(language.lang, sources, warnings),
        },
        customCss: style.css,
        customCssHash: style.hash,
        fragments: own.fragments,
        markdown,
      };
      return { settings, position, digest: digestText(JSON.stringify(settings)) };
    }),
  );
  return {
    basePath,
    languages,
    made: enabled.flatMap((language) => madeBy(language, config)),
    routes: [
      ...(hasSitemap(config) ? sitemapRoutes(enabled, config) : []),
      ["/robots.txt", PRECEDENCE.generated, "robots", null],
      ...settingAssets(enabled),
      ...enabled.flatMap((language) => searchRoutes(homeUrl(language, config))),
    ],
    warnings,
  };
}

/** Pictures that PaperMod looks for in assets/ first. Without a file there, what lies in static/ is found, or nothing. */
function settingAssets(languages: LanguageConfig[]): Route[] {
  const named = languages.flatMap(({ params: { label, profilemode } }) => [
    toText(toParams(label).icon),
    toText(toParams(profilemode).imageurl),
  ]);
  const urls = new Set(named.flatMap((name) => parseUrlPath(`/${name.replace(/^\//, "")}`) ?? []));
  return [...urls].filter((url) => !url.endsWith("/") && !url.includes(":")).map((url) => assetRoute(url));
}

const hasSitemap = ({ disableKinds }: HugoConfig): boolean => !disableKinds.includes("sitemap");

/** The same for every language, because one index counts the files of all. The protocol's own limit is 50,000. */
function sitemapSize(config: HugoConfig, language?: LanguageConfig): Pick<Settings, "sitemapSize"> {
  if (!hasSitemap(config)) return { sitemapSize: 0 };
  const size = toInteger(language?.params.sitemapsize);
  return size === null ? {} : { sitemapSize: Math.min(Math.max(size, 1), 50_000) };
}

function altTitleOf({ params }: LanguageConfig): { altTitle?: string } {
  const altTitle = toText(params.languagealttitle);
  return altTitle === "" ? {} : { altTitle };
}

/** PaperMod has flags in it: `:de: Deutsch`. */
const nameOf = ({ languageName, lang }: LanguageConfig): string => emojify(languageName) || lang;

/**
 * One for a site in one language without a folder of its own; otherwise one each, the default one's too below its name, and an index.
 * Below `sitemap.filename` they are found too.
 */
function sitemapRoutes(languages: LanguageConfig[], config: HugoConfig): Route[] {
  const { generated } = PRECEDENCE;
  return [...new Set(["sitemap.xml", toText(config.sitemap.filename) || "sitemap.xml"])].flatMap(
    (name): Route[] => {
      const url = parseUrlPath(`/${name}`);
      if (url === null) return [];
      if (languages.length < 2 && !config.defaultContentLanguageInSubdir)
        return [[url, generated, "sitemap", languages[0]?.lang ?? null]];
      return [
        [url, generated, "sitemap-index", null],
        ...languages.map(({ lang }): Route => [`/${lang}${url}`, generated, "sitemap", lang]),
      ];
    },
  );
}

const searchRoutes = (home: string): Route[] => [
  [`${home}search.json`, PRECEDENCE.generated, "search-json", null],
  [`${home}opensearch.xml`, PRECEDENCE.generated, "opensearch", null],
];

function madeBy(language: LanguageConfig, site: HugoConfig): MadePage[] {
  const config = inLanguage(site, language);
  const kinds = new Set(config.disableKinds.map((kind) => kind.toLowerCase()));
  const taxonomies = kinds.has("taxonomy") ? [] : Object.values(language.taxonomies);
  return [
    makeHome({ config, language }),
    makeSearch({ config, language }),
    ...taxonomies.map((plural) => makeTaxonomy(plural, { config, language })),
  ];
}
