// Each language's view of the configuration: its own values over the root's.

import type { Params, ParamValue } from "../../site/page.ts";
import { checkFlag, checkInteger, checkMap } from "./checked-value.ts";
import type { LanguageConfig, PermalinkMap, Report } from "./config.ts";
import { toParams, toText, toTexts, toWords } from "./loose-value.ts";
import { readMenus } from "./menu.ts";
import { isParams, mergeParams } from "./params.ts";

export function compileLanguages(root: Params, report: Report): Omit<LanguageConfig, "own">[] {
  const given = checkMap({ name: "languages", value: root.languages, report });
  const keys = Object.keys(given).filter((key) => {
    checkMap({ name: `languages.${key}`, value: given[key], report });
    return isParams(given[key]) || given[key] === null;
  });
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

function compileLanguage(
  { lang, own, root, single }: LanguageInput,
  report: Report,
): Omit<LanguageConfig, "own"> {
  // Of a language's own maps only `params` is merged with the root's; the others replace it (read off Hugo).
  const at = (key: string): ParamValue | undefined => own[key] ?? root[key];
  const setting = (name: string) => ({ name: nameAt(name), value: at(name.toLowerCase()), report });
  const nameAt = (name: string) =>
    own[name.toLowerCase()] === undefined ? name : `languages.${lang}.${name}`;
  const params = mergeParams(
    checkMap({ name: `languages.${lang}.params`, value: own.params, report }),
    checkMap({ name: "params", value: root.params, report }),
  );
  const pagination = checkMap(setting("pagination"));
  const paged = (name: string) => ({
    name: `${nameAt("pagination")}.${name}`,
    value: pagination[name.toLowerCase()],
    report,
  });
  const mainSections = params.mainsections ?? at("mainsections");
  const taxonomies = at("taxonomies") ?? root.indexes;
  return {
    lang,
    // The second names are those of Hugo 0.158 and later.
    languageCode:
      text(own.languagecode, own.locale, ...(single ? [root.languagecode, root.locale] : [])) || lang,
    languageName: text(own.languagename, own.label) || lang,
    languageDirection: text(own.languagedirection, own.direction).toLowerCase() === "rtl" ? "rtl" : "ltr",
    weight: checkInteger({ name: `languages.${lang}.weight`, value: own.weight, report }) ?? 0,
    disabled: checkFlag({ name: `languages.${lang}.disabled`, value: own.disabled, report }) ?? false,
    title: toText(at("title")),
    copyright: toText(at("copyright")),
    contentDir: readFolder(at("contentdir")),
    menus: readMenus(checkMap(setting("menus"))),
    params,
    taxonomies:
      taxonomies !== undefined && taxonomies !== null
        ? textMap(checkMap({ name: nameAt("taxonomies"), value: taxonomies, report }))
        : { tag: "tags", category: "categories" },
    permalinks: readPermalinks(checkMap(setting("permalinks")), report),
    hasCJKLanguage: checkFlag(setting("hasCJKLanguage")) ?? false,
    summaryLength: checkInteger(setting("summaryLength"), 0) ?? 70,
    timeZone: readTimeZone(toText(at("timezone")), report),
    pagination: {
      pagerSize: checkInteger(setting("paginate"), 1) ?? checkInteger(paged("pagerSize"), 1) ?? 10,
      path: (toText(at("paginatepath")) || toText(pagination.path)).replace(/^\/+|\/+$/g, "") || "page",
      disableAliases: checkFlag(paged("disableAliases")) ?? false,
    },
    mainSections: mainSections === undefined || mainSections === null ? null : toTexts(mainSections),
  };
}

/** `./content/` and `content` are one. */
export const readFolder = (value: ParamValue | undefined): string =>
  toText(value).replace(/^\.?\/|\/+$/g, "") || "content";

export function defaultLanguage(root: Params, languages: { lang: string }[], report: Report): string {
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

/** The first that is given. */
function text(...values: (ParamValue | undefined)[]): string {
  return toText(values.find((value) => toText(value) !== ""));
}

function textMap(params: Params): { [key: string]: string } {
  const out = nullMap();
  for (const [key, value] of Object.entries(params)) if (toText(value)) out[key] = toText(value);
  return out;
}

const nullMap = (): { [key: string]: string } => Object.create(null);
