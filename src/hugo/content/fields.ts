// What a page's front matter says, with Hugo's loose types: every reserved key, the terms of each
// taxonomy, and the parameters that are left for the theme.

import type { Params, ParamValue } from "../../site/page.ts";
import type { Warning } from "../../site/problem.ts";
import type { MenuEntry } from "../../site/settings.ts";
import type { HugoConfig, LanguageConfig } from "../config/config.ts";
import {
  toBoolean,
  toInteger,
  toParams,
  toParamsList,
  toQuote,
  toText,
  toTexts,
  toWords,
} from "../config/loose-value.ts";
import { readMenuEntry } from "../config/menu.ts";
import { emptyParams, isParams, lowerKeys } from "../config/params.ts";
import { type BuildOptions, readBuild, type Warn } from "./build-option.ts";
import { type CoverFields, readCover } from "./cover.ts";
import { type PageDates, readDates } from "./date.ts";

export interface Fields extends PageDates {
  title: string;
  /** Empty if not given: then the title stands for it. */
  linkTitle: string;
  draft: boolean;
  weight: number;
  /** Empty if not given. */
  type: string;
  layout: string;
  slug: string;
  url: string;
  /** `markup`: what the text is written in, whatever the file's name says; `null` if not given. */
  format: "md" | "html" | null;
  aliases: string[];
  description: string;
  summary: string;
  keywords: string[];
  isCJKLanguage: boolean | null;
  translationKey: string;
  build: BuildOptions;
  /** Upper case; `null` if not given. */
  outputs: string[] | null;
  /** By plural name, as written, in the author's order; only taxonomies that it names. */
  terms: { [taxonomy: string]: string[] };
  cover: CoverFields | null;
  menus: { [menu: string]: MenuEntry };
  resources: ResourceFields[];
  /** Hugo's `.Params`: every key, with those under `params` over them. */
  params: Params;
  warnings: Warning[];
}

/** Names and titles for files of a bundle: the first entry whose `src` fits wins for each. */
export interface ResourceFields {
  src: string;
  name: string;
  title: string;
  params: Params;
}

export interface FieldsInput {
  /** `content/posts/hello.md`, for warnings. */
  file: string;
  params: Params;
  lines: { [key: string]: number };
  /** The file's name without extension and language, or its bundle's folder. */
  baseName: string;
  config: HugoConfig;
  language: LanguageConfig;
}

export function readFields({ file, params: given, lines, baseName, config, language }: FieldsInput): Fields {
  const warnings: Warning[] = [];
  const warn = (key: string, message: string): void => {
    const line = lines[key];
    warnings.push({ message, path: file, ...(line === undefined ? {} : { line }) });
  };
  const { slug: slugFromName, ...dates } = readDates({
    params: given,
    sources: config.frontmatter,
    timeZone: language.timeZone,
    baseName,
    warn,
  });
  const slug = given.slug === undefined && slugFromName !== null ? slugFromName : toText(given.slug);
  return {
    ...dates,
    title: toText(given.title),
    linkTitle: toText(given.linktitle),
    draft: readDraft(given, warn),
    weight: readWeight(given, warn),
    type: toText(given.type),
    layout: toText(given.layout),
    slug: slug.replace(/^-+|-+$/g, ""),
    url: readUrl(given, warn),
    format: readMarkup(given, warn),
    aliases: readAliases(given, warn),
    description: toText(given.description),
    summary: toText(given.summary),
    keywords: toWords(given.keywords),
    isCJKLanguage: given.iscjklanguage === undefined ? null : (toBoolean(given.iscjklanguage) ?? false),
    translationKey: toText(given.translationkey),
    build: readBuild(given, warn),
    outputs: readOutputs(given.outputs),
    terms: readTerms(given, language),
    cover: readCover(toParams(toParams(given.params).cover ?? given.cover)),
    menus: readPageMenus(given.menus ?? given.menu),
    resources: readResources(given.resources),
    params: readParams(given),
    warnings,
  };
}

export const readOutputs = (given: ParamValue | undefined): string[] | null =>
  given === undefined ? null : toTexts(given).map((name) => name.toUpperCase());

function readDraft(given: Params, warn: Warn): boolean {
  const draft = toBoolean(given.draft);
  if (given.draft !== undefined && draft === null) {
    warn(
      "draft",
      `\`draft: ${toQuote(given.draft)}\` is neither true nor false: the page counts as published.`,
    );
  }
  // `published` may also be a date.
  const published = toBoolean(given.published);
  return given.draft === undefined && published !== null ? !published : (draft ?? false);
}

function readWeight(given: Params, warn: Warn): number {
  const weight = toInteger(given.weight);
  if (given.weight !== undefined && given.weight !== null && weight === null) {
    warn("weight", "`weight` is no number: the page is sorted as if it had none. Write a whole number.");
  }
  return weight ?? 0;
}

const MARKDOWN = ["goldmark", "markdown", "md", "mdown"];

function readMarkup(given: Params, warn: Warn): Fields["format"] {
  const markup = toText(given.markup).toLowerCase();
  if (markup === "") return null;
  if (/^html?$/.test(markup)) return "html";
  if (!MARKDOWN.includes(markup))
    warn(
      "markup",
      `\`markup: ${markup}\` is not read: the text counts as Markdown. Write it so, or as \`html\`.`,
    );
  return "md";
}

function readUrl(given: Params, warn: Warn): string {
  const url = toText(given.url);
  if (!/^https?:\/\//.test(url)) return url;
  warn("url", `\`url: ${toQuote(url)}\` names another site: it is left out. Write a path, as in \`/a/b/\`.`);
  return "";
}

function readAliases(given: Params, warn: Warn): string[] {
  return toWords(given.aliases).filter((alias) => {
    if (!/^https?:\/\//.test(alias)) return alias !== "";
    warn(
      "aliases",
      `The alias \`${toQuote(alias)}\` names another site: it is left out. Write a path, as in \`/old/\`.`,
    );
    return false;
  });
}

/**
 * Nothing is trimmed or split: `tags: "a, b"` is one term. Doubles by address are the reader's to fold. NFC, as addresses
 * are: a term that was typed in another form is the same.
 */
function readTerms(given: Params, language: LanguageConfig): Fields["terms"] {
  const own = { ...given, ...toParams(given.params) };
  const terms: Fields["terms"] = {};
  for (const plural of Object.values(language.taxonomies)) {
    const values = toTexts(own[plural.toLowerCase()]).filter((term) => term !== "");
    if (values.length > 0) terms[plural] = values.map((term) => term.normalize("NFC"));
  }
  return terms;
}

/** `menus: main`, `menus: [main, footer]`, `menus: { main: { weight: 1 } }`. */
function readPageMenus(given: ParamValue | undefined): Fields["menus"] {
  const menus: Fields["menus"] = {};
  if (isParams(given)) {
    for (const [name, entry] of Object.entries(given)) menus[name] = readMenuEntry(toParams(entry));
  } else {
    for (const name of toTexts(given)) if (name !== "") menus[name] = readMenuEntry(emptyParams());
  }
  return menus;
}

function readResources(given: ParamValue | undefined): ResourceFields[] {
  return toParamsList(given).map((item) => {
    const entry = toParams(lowerKeys(item));
    return {
      src: toText(entry.src),
      name: toText(entry.name),
      title: toText(entry.title),
      params: toParams(entry.params),
    };
  });
}

/** Everything but `params` itself, whose entries win over others of their name. */
function readParams(given: Params): Params {
  const { params, ...rest } = given;
  return Object.assign(emptyParams(), rest, toParams(params));
}
