// Hugo's configuration as values, defaults filled in. Owns the shape; reading the files is
// config/read-config.ts.

import type { Params } from "../../site/page.ts";
import type { Problem, Warning } from "../../site/problem.ts";
import type { MenuEntry } from "../../site/settings.ts";
import type { OutputFormats } from "./output-format.ts";

/** One language's view of the configuration: the root's values with `languages.<lang>` merged over. */
export interface LanguageConfig {
  /** Lower case. */
  lang: string;
  languageCode: string;
  languageName: string;
  languageDirection: "ltr" | "rtl";
  weight: number;
  disabled: boolean;
  title: string;
  copyright: string;
  /** Where its files lie: `content`, or a folder of its own. */
  contentDir: string;
  /** `main` and whatever else, as written; those of pages come in and the tree is made by config/menu.ts. */
  menus: { [menu: string]: MenuEntry[] };
  params: Params;
  /** Singular to plural. */
  taxonomies: { [singular: string]: string };
  /** By kind, then by section: `permalinks.page.posts`. */
  permalinks: { page: PermalinkMap; section: PermalinkMap; taxonomy: PermalinkMap; term: PermalinkMap };
  hasCJKLanguage: boolean;
  summaryLength: number;
  /** IANA name, or empty for UTC. */
  timeZone: string;
  pagination: { pagerSize: number; path: string; disableAliases: boolean };
  mainSections: string[] | null;
  /** Other settings of the site that the language has otherwise: `inLanguage` lays them over. */
  own: Partial<SharedConfig>;
}

export type PermalinkMap = { [section: string]: string };

export interface HugoConfig extends SharedConfig {
  /** Absolute with a trailing `/`, or empty. */
  baseURL: string;
  defaultContentLanguage: string;
  defaultContentLanguageInSubdir: boolean;
  disableDefaultLanguageRedirect: boolean;
  /** The folder of the languages that name none of their own. */
  contentDir: string;
  /** In order: weight, then name. Never empty; `disabled` ones are among them. */
  languages: LanguageConfig[];
}

/** What is the whole site's unless a language says otherwise. */
export interface SharedConfig {
  uglyURLs: boolean;
  /** Sections that are ugly alone: `uglyURLs: { posts: true }`. */
  uglySections: string[];
  removePathAccents: boolean;
  disablePathToLower: boolean;
  disableAliases: boolean;
  disableKinds: string[];
  canonifyURLs: boolean;
  relativeURLs: boolean;
  enableEmoji: boolean;
  enableRobotsTXT: boolean;
  enableInlineShortcodes: boolean;
  pluralizeListTitles: boolean;
  capitalizeListTitles: boolean;
  titleCaseStyle: string;
  buildDrafts: boolean;
  buildFuture: boolean;
  buildExpired: boolean;
  ignoreFiles: string[];
  /** Menu that holds every section, or empty. */
  sectionPagesMenu: string;
  /** `frontmatter.date` and so on: where each date comes from, in order; lower case, aliases worked in. */
  frontmatter: { date: string[]; lastmod: string[]; publishDate: string[]; expiryDate: string[] };
  /** Front matter for pages by path, kind or language, as written: a map or a list of maps. */
  cascade: Params[];
  /** Output formats by kind, upper case: `{ home: ["HTML", "RSS", "JSON"] }`. */
  outputs: { [kind: string]: string[] };
  outputFormats: OutputFormats;
  /** -1 for all. */
  rssLimit: number;
  markup: MarkupConfig;
  refLinksErrorLevel: "ERROR" | "WARNING";
  refLinksNotFoundURL: string;
  /** `changefreq`, `priority`, `disable` and `filename`, of which the first three are a page's too. */
  sitemap: Params;
  privacy: Params;
  services: Params;
}

/** The configuration as the pages of a language have it: the same object where that has nothing of its own. */
export const inLanguage = (config: HugoConfig, { own }: LanguageConfig): HugoConfig =>
  Object.keys(own).length === 0 ? config : { ...config, ...own };

export interface MarkupConfig {
  goldmark: {
    duplicateResourceFiles: boolean;
    extensions: {
      cjk: {
        enable: boolean;
        eastAsianLineBreaks: boolean;
        eastAsianLineBreaksStyle: "simple" | "css3draft";
        escapedSpace: boolean;
      };
      definitionList: boolean;
      extras: { delete: boolean; insert: boolean; mark: boolean; subscript: boolean; superscript: boolean };
      footnote: { enable: boolean; backlinkHTML: string; enableAutoIDPrefix: boolean };
      linkify: boolean;
      linkifyProtocol: string;
      passthrough: { enable: boolean; block: [string, string][]; inline: [string, string][] };
      strikethrough: boolean;
      table: boolean;
      taskList: boolean;
      /**
       * `null` when `typographer.disable` is set. Replacements are HTML, by Hugo's names:
       * leftSingleQuote, rightSingleQuote, leftDoubleQuote, rightDoubleQuote, enDash, emDash,
       * ellipsis, leftAngleQuote, rightAngleQuote, apostrophe.
       */
      typographer: null | { [name: string]: string };
    };
    parser: {
      attribute: { block: boolean; title: boolean };
      autoHeadingID: boolean;
      autoDefinitionTermID: boolean;
      autoHeadingIDType: "github" | "github-ascii" | "blackfriday";
      autoIDType: "github" | "github-ascii" | "blackfriday";
      wrapStandAloneImageWithinParagraph: boolean;
    };
    renderer: { hardWraps: boolean; unsafe: boolean; xhtml: boolean };
    renderHooks: { image: { enableDefault: boolean }; link: { enableDefault: boolean } };
  };
  highlight: {
    anchorLineNos: boolean;
    codeFences: boolean;
    guessSyntax: boolean;
    hl_Lines: string;
    hl_inline: boolean;
    lineAnchors: string;
    lineNoStart: number;
    lineNos: boolean;
    lineNumbersInTable: boolean;
    noClasses: boolean;
    style: string;
    tabWidth: number;
    wrapperClass: string;
  };
  tableOfContents: { startLevel: number; endLevel: number; ordered: boolean };
}

/** What `readConfig(files: { path: string; text: string }[])` of config/read-config.ts answers. */
export interface ConfigReading {
  /** Readable in any case: what could not be read has Hugo's defaults. */
  config: HugoConfig;
  problems: Problem[];
  warnings: Warning[];
}

/** Tells the author what was wrong with a top-level key; the setting then has its default. */
export type Report = (key: string, message: string) => void;
