// Gives every key of the merged configuration its type and Hugo 0.147's default, old names included,
// and makes each language's view of it.

import type { Params, ParamValue } from "../../site/page.ts";
import type { HugoConfig, LanguageConfig, PermalinkMap } from "./config.ts";
import { toBoolean, toInteger, toParams, toParamsList, toText, toTexts, toWords } from "./loose-value.ts";
import { compileMarkup } from "./markup-config.ts";
import { readMenus } from "./menu.ts";
import { emptyParams, isParams } from "./params.ts";

/** Tells the author what was wrong with a top-level key; the setting then has its default. */
export type Report = (key: string, message: string) => void;

export function compileConfig(root: Params, report: Report): HugoConfig {
  const flag = (key: string, fallback = false): boolean => toBoolean(root[key]) ?? fallback;
  const services = toParams(root.services);
  const languages = compileLanguages(root, report);
  return {
    baseURL: readBaseURL(root, report),
    defaultContentLanguage: defaultLanguage(root, languages, report),
    defaultContentLanguageInSubdir: flag("defaultcontentlanguageinsubdir"),
    languages,
    uglyURLs: flag("uglyurls"),
    uglySections: Object.entries(toParams(root.uglyurls)).flatMap(([section, on]) =>
      toBoolean(on) ? [section] : [],
    ),
    removePathAccents: flag("removepathaccents"),
    disablePathToLower: flag("disablepathtolower"),
    disableAliases: flag("disablealiases"),
    disableKinds: toWords(root.disablekinds).map(
      (kind) => OLD_KINDS[kind.toLowerCase()] ?? kind.toLowerCase(),
    ),
    canonifyURLs: flag("canonifyurls"),
    relativeURLs: flag("relativeurls"),
    enableEmoji: flag("enableemoji"),
    enableRobotsTXT: flag("enablerobotstxt"),
    enableInlineShortcodes:
      toBoolean(toParams(root.security).enableinlineshortcodes) ?? flag("enableinlineshortcodes"),
    pluralizeListTitles: flag("pluralizelisttitles", true),
    capitalizeListTitles: flag("capitalizelisttitles", true),
    titleCaseStyle: toText(root.titlecasestyle) || "AP",
    buildDrafts: flag("builddrafts"),
    buildFuture: flag("buildfuture"),
    buildExpired: flag("buildexpired"),
    ignoreFiles: readIgnoreFiles(root, report),
    sectionPagesMenu: toText(root.sectionpagesmenu),
    frontmatter: readDateSources(toParams(root.frontmatter)),
    cascade: isParams(root.cascade) ? [root.cascade] : toParamsList(root.cascade),
    outputs: readOutputs(toParams(root.outputs)),
    rssLimit: toInteger(toParams(services.rss).limit) || toInteger(root.rsslimit) || -1,
    markup: compileMarkup(root, languages.length > 1),
    refLinksErrorLevel: toText(root.reflinkserrorlevel).toUpperCase() === "WARNING" ? "WARNING" : "ERROR",
    refLinksNotFoundURL: toText(root.reflinksnotfoundurl),
    privacy: readPrivacy(toParams(root.privacy)),
    services: readServices(services, root),
    unknown: [],
  };
}

/** `taxonomyterm` was the list of terms, which is now a taxonomy. */
const OLD_KINDS: { [kind: string]: string } = { taxonomyterm: "taxonomy" };

function readBaseURL(root: Params, report: Report): string {
  const text = toText(root.baseurl).trim();
  if (text === "") return "";
  if (!/^https?:\/\/[^/?#]/i.test(text) || !URL.canParse(text)) {
    const example = "https://blog.example/";
    report("baseurl", `\`baseURL: ${text}\` is no address. Write it in full, as in \`${example}\`.`);
    return "";
  }
  const { origin, pathname } = new URL(text);
  return `${origin}${pathname.replace(/\/*$/, "/")}`;
}

function compileLanguages(root: Params, report: Report): LanguageConfig[] {
  const given = toParams(root.languages);
  const keys = Object.keys(given).filter((key) => isParams(given[key]) || given[key] === null);
  if (keys.length === 0) keys.push(toText(root.defaultcontentlanguage).toLowerCase() || "en");
  const disabled = toWords(root.disablelanguages).map((lang) => lang.toLowerCase());
  return keys
    .map((lang) => {
      const language = compileLanguage(
        { lang, own: toParams(given[lang]), root, single: keys.length === 1 },
        report,
      );
      return disabled.includes(lang) ? { ...language, disabled: true } : language;
    })
    .sort((a, b) => a.weight - b.weight || (a.lang < b.lang ? -1 : 1));
}

interface LanguageInput {
  lang: string;
  /** What stands under `languages.<lang>`. */
  own: Params;
  root: Params;
  /** The only language takes `languageCode` from the root too. */
  single: boolean;
}

function compileLanguage({ lang, own, root, single }: LanguageInput, report: Report): LanguageConfig {
  // Of a language's own maps only `params` is merged with the root's; the others replace it (read off Hugo).
  const at = (key: string): ParamValue | undefined => own[key] ?? root[key];
  const flag = (key: string): boolean => toBoolean(at(key)) ?? false;
  const params = mergeParams(toParams(own.params), toParams(root.params));
  const pagination = toParams(at("pagination"));
  const mainSections = params.mainsections ?? at("mainsections");
  const taxonomies = at("taxonomies") ?? root.indexes;
  return {
    lang,
    // The second names are those of Hugo 0.158 and later.
    languageCode:
      text(own.languagecode, own.locale, ...(single ? [root.languagecode, root.locale] : [])) || lang,
    languageName: text(own.languagename, own.label) || lang,
    languageDirection: text(own.languagedirection, own.direction).toLowerCase() === "rtl" ? "rtl" : "ltr",
    weight: toInteger(own.weight) ?? 0,
    disabled: toBoolean(own.disabled) ?? false,
    title: toText(at("title")),
    copyright: toText(at("copyright")),
    contentDir: toText(at("contentdir")).replace(/^\.?\/|\/+$/g, "") || "content",
    menus: readMenus(toParams(at("menus"))),
    params,
    taxonomies: isParams(taxonomies) ? textMap(taxonomies) : { tag: "tags", category: "categories" },
    permalinks: readPermalinks(toParams(at("permalinks")), report),
    hasCJKLanguage: flag("hascjklanguage"),
    summaryLength: toInteger(at("summarylength")) ?? 70,
    timeZone: readTimeZone(toText(at("timezone")), report),
    pagination: {
      pagerSize: positive(at("paginate")) ?? positive(pagination.pagersize) ?? 10,
      path: toText(at("paginatepath")) || toText(pagination.path) || "page",
      disableAliases: toBoolean(pagination.disablealiases) ?? false,
    },
    mainSections: mainSections === undefined || mainSections === null ? null : toTexts(mainSections),
  };
}

function defaultLanguage(root: Params, languages: LanguageConfig[], report: Report): string {
  const wanted = toText(root.defaultcontentlanguage).toLowerCase();
  if (languages.some(({ lang }) => lang === wanted)) return wanted;
  const first = languages.find(({ lang }) => lang === "en") ?? languages[0];
  const lang = first?.lang ?? "en";
  if (wanted !== "") {
    const message = `\`defaultContentLanguage: ${wanted}\` is none of \`languages\`. Add it there, or name one of them.`;
    report("defaultcontentlanguage", `${message} Until then it is \`${lang}\`.`);
  }
  return lang;
}

/** The language's own values win, at every level. */
function mergeParams(own: Params, root: Params): Params {
  const out = Object.assign(emptyParams(), root, own);
  for (const [key, value] of Object.entries(root)) {
    const inner = own[key];
    if (isParams(inner) && isParams(value)) out[key] = mergeParams(inner, value);
  }
  return out;
}

const KINDS = ["page", "section", "taxonomy", "term"] as const;

/** A pattern by section alone is meant for its pages, and for terms. */
function readPermalinks(given: Params, report: Report): LanguageConfig["permalinks"] {
  const out: LanguageConfig["permalinks"] = {
    page: nullMap(),
    section: nullMap(),
    taxonomy: nullMap(),
    term: nullMap(),
  };
  const put = (map: PermalinkMap, section: string, pattern: ParamValue): void => {
    map[section.replace(/^[ /]+|[ /]+$/g, "")] = toText(pattern);
  };
  for (const [key, value] of Object.entries(given)) {
    const kind = KINDS.find((name) => name === key);
    if (kind && isParams(value)) {
      for (const [section, pattern] of Object.entries(value)) put(out[kind], section, pattern);
    } else if (typeof value === "string") {
      put(out.page, key, value);
      put(out.term, key, value);
    } else {
      report(
        "permalinks",
        `\`permalinks.${key}\` is not read: write a pattern, as in \`${key}: /:year/:slug/\`.`,
      );
    }
  }
  return out;
}

function readTimeZone(name: string, report: Report): string {
  try {
    if (name !== "") new Intl.DateTimeFormat("en", { timeZone: name });
    return name;
  } catch {
    report("timezone", `\`timeZone: ${name}\` is not known. Write a name such as \`Asia/Ho_Chi_Minh\`.`);
    return "";
  }
}

function readIgnoreFiles(root: Params, report: Report): string[] {
  return toWords(root.ignorefiles).filter((pattern) => {
    const reason = refusalOf(pattern);
    if (reason) report("ignorefiles", `\`ignoreFiles: ${pattern}\` ${reason}: it is left out. Correct it.`);
    return reason === null;
  });
}

function refusalOf(pattern: string): string | null {
  // What backtracks without end in JavaScript does not in Go, for which it was written.
  if (/[+*}]\)[+*{]/.test(pattern)) return "repeats a repetition";
  try {
    new RegExp(pattern);
    return null;
  } catch {
    return "is no regular expression";
  }
}

const DATE_SOURCES = {
  date: ["date", "publishdate", "lastmod"],
  lastmod: [":git", "lastmod", "date", "publishdate"],
  publishDate: ["publishdate", "date"],
  expiryDate: ["expirydate"],
};

const DATE_ALIASES: { [key: string]: string[] } = {
  lastmod: ["modified"],
  publishdate: ["pubdate", "published"],
  expirydate: ["unpublishdate"],
};

function readDateSources(given: Params): HugoConfig["frontmatter"] {
  const sources = (name: keyof typeof DATE_SOURCES): string[] => {
    const own = given[name.toLowerCase()];
    const names = own === undefined ? [":default"] : toWords(own).map((source) => source.toLowerCase());
    const expanded = names
      .flatMap((source) => (source === ":default" ? DATE_SOURCES[name] : [source]))
      .flatMap((source) => [source, ...(DATE_ALIASES[source] ?? [])]);
    return [...new Set(expanded)];
  };
  return {
    date: sources("date"),
    lastmod: sources("lastmod"),
    publishDate: sources("publishDate"),
    expiryDate: sources("expiryDate"),
  };
}

const LIST_OUTPUTS = ["HTML", "RSS"];
const DEFAULT_OUTPUTS = {
  page: ["HTML"],
  home: LIST_OUTPUTS,
  section: LIST_OUTPUTS,
  taxonomy: LIST_OUTPUTS,
  term: LIST_OUTPUTS,
};

function readOutputs(given: Params): HugoConfig["outputs"] {
  const out: HugoConfig["outputs"] = { ...DEFAULT_OUTPUTS };
  for (const [kind, formats] of Object.entries(given)) {
    out[OLD_KINDS[kind] ?? kind] = toTexts(formats).map((format) => format.toUpperCase());
  }
  return out;
}

/** `twitter` became `x` in Hugo 0.141. */
function readPrivacy(given: Params): Params {
  return isParams(given.twitter) ? { ...given, x: mergeParams(toParams(given.x), given.twitter) } : given;
}

/** Old top-level names of two services. */
function readServices(given: Params, root: Params): Params {
  const out: Params = { ...given };
  const analytics = toText(root.googleanalytics);
  const shortname = toText(root.disqusshortname);
  if (analytics) out.googleanalytics = { id: analytics, ...toParams(given.googleanalytics) };
  if (shortname) out.disqus = { shortname, ...toParams(given.disqus) };
  return out;
}

/** The first that is given. */
function text(...values: (ParamValue | undefined)[]): string {
  return toText(values.find((value) => toText(value) !== ""));
}

function positive(value: ParamValue | undefined): number | null {
  const number = toInteger(value);
  return number !== null && number > 0 ? number : null;
}

function textMap(params: Params): { [key: string]: string } {
  const out = nullMap();
  for (const [key, value] of Object.entries(params)) if (toText(value)) out[key] = toText(value);
  return out;
}

const nullMap = (): { [key: string]: string } => Object.create(null);
