// Pages as a template sees them: the one that is rendered, whole but for what rendering makes; others
// that have a file, rendered when a template asks for it; and what there is but a link to.

import { originOf } from "../../config/base-url.ts";
import { paramAt } from "../../config/params.ts";
import type { Seeker } from "../../content/page-reference.ts";
import { fileName } from "../../content/path.ts";
import type { Content, ContentSource } from "../../markdown/content.ts";
import { absolutePath } from "../../markdown/resource.ts";
import { TOC_PLACE } from "../../markdown/toc.ts";
import type { ListedPage, PageFacts } from "../../world.ts";
import { md5 } from "../function/digest.ts";
import { toTime } from "../function/time.ts";
import { refer } from "../function/url.ts";
import { toText } from "../print.ts";
import type { Runtime } from "../runtime.ts";
import { fail, fromParam, GoMap, GoObject, html, mapOf, Nil, numberOf, type Value } from "../value.ts";
import { GitInfo } from "./git-info.ts";
import { Pages } from "./pages.ts";
import { Scratch } from "./scratch.ts";
import { GoTime } from "./time.ts";

const noPage = new Nil("page.Page");

/** Made while a page is rendered. */
const RENDERED = new Map<string, (content: Content) => Value>([
  ["Content", (content) => html(content.html)],
  ["Summary", (content) => html(content.summary)],
  ["Plain", (content) => content.plain],
  ["WordCount", (content) => content.wordCount],
  ["FuzzyWordCount", (content) => Math.floor(content.wordCount / 100 + 1) * 100],
  ["ReadingTime", (content) => content.readingTime],
  ["Truncated", (content) => content.truncated],
]);

/** Not there while the page is rendered. */
const UNKNOWN = new Set(
  "PlainWords Fragments Len Next Prev NextInSection PrevInSection Ancestors Translations AllTranslations OutputFormats AlternativeOutputFormats".split(
    " ",
  ),
);

export class Page extends GoObject {
  readonly typeName = "page.Page";
  readonly #source: ContentSource;
  readonly #runtime: Runtime;
  readonly #store = new Scratch("Store");
  readonly #lang: string;

  constructor(source: ContentSource, runtime: Runtime, lang = runtime.context.language.lang) {
    super();
    this.#source = source;
    this.#runtime = runtime;
    this.#lang = lang;
  }

  member(name: string, args: Value[]): Value | undefined {
    const source = this.#source;
    const { params } = source;
    switch (name) {
      case "Title":
        return source.title;
      case "LinkTitle":
        return toText(fromParam(params.linktitle)) || source.title;
      case "Date":
        return this.#time(source.date);
      case "Lastmod":
        return this.#time(source.lastmod);
      case "PublishDate":
        return this.#time(source.publishDate);
      case "ExpiryDate":
        return this.#time(source.expiryDate);
      case "GitInfo":
        return new GitInfo();
      case "RelPermalink":
        return source.relPermalink;
      case "Permalink":
        return source.permalink;
      case "Params":
        return this.#params();
      case "Param":
        return this.#param(toText(args[0] ?? null).toLowerCase());
      case "Description":
        return toText(fromParam(params.description));
      case "Keywords":
        return fromParam(params.keywords) ?? [];
      case "Slug":
        return toText(fromParam(params.slug));
      case "Weight":
        return fromParam(params.weight) ?? 0;
      case "Draft":
        return params.draft === true;
      case "Layout":
        return toText(fromParam(params.layout));
      case "Aliases":
        return fromParam(params.aliases) ?? [];
      case "Section":
        return source.section;
      case "Type":
        return source.type;
      case "Kind":
        return source.kind;
      case "Path":
        return source.path;
      case "TranslationKey":
        return toText(fromParam(params.translationkey)) || source.path;
      case "File":
        return new PageFile(source);
      case "BundleType":
        return source.bundle === "single" ? "" : source.bundle;
      case "IsPage":
        return source.kind === "page";
      case "IsHome":
        return source.kind === "home";
      case "IsSection":
        return source.kind === "section";
      case "IsNode":
        return source.kind !== "page";
      case "IsTranslated":
        return fail("whether a page is translated is not known while it is rendered");
      case "Lang":
        return this.#lang;
      case "Site":
        return this.#site();
      case "Language":
      case "Sites":
        return this.#site().member(name, []);
      case "Page":
        return this;
      case "Resources":
        return this.#isCurrent()
          ? this.#runtime.resources()
          : fail("the files of another page's bundle are not there");
      case "RawContent":
        // Who goes through pages depends on their front matter alone.
        if (!this.#isCurrent()) this.#runtime.context.world.text(source.file);
        return source.body;
      case "Scratch":
      case "Store":
        return this.#store;
      case "Ref":
        return refer("absolute", args[0] ?? null, this.#runtime);
      case "RelRef":
        return refer("relative", args[0] ?? null, this.#runtime);
      case "GetPage":
        return findPage(toText(args[0] ?? null), "page", this.#runtime, this.#lang);
      case "GetTerms":
        return termsOf(source.path, toText(args[0] ?? null).toLowerCase(), this.#lang, this.#runtime);
      case "Parent":
        return this.#at(source.parent);
      case "CurrentSection":
        return source.kind === "page" ? this.#at(source.parent) : this;
      case "FirstSection":
        return this.#at(source.section === "" ? "/" : `/${source.section}`);
      case "TableOfContents":
        return html(this.#isCurrent() ? TOC_PLACE : this.#contentElsewhere().toc);
      case "RenderString":
        return this.#renderString(args);
      case "Eq":
        return args[0] === this;
    }
    const read = RENDERED.get(name);
    if (read !== undefined && !this.#isCurrent()) return read(this.#contentElsewhere());
    if (read !== undefined || UNKNOWN.has(name))
      return fail(`.${name} of a page is not there while it is rendered`);
    return pagesBelow(source.kind, source.path, name, this.#lang, this.#runtime);
  }

  #site(): GoObject {
    return this.#runtime.siteIn(this.#lang);
  }

  #at(path: string | null): Value {
    return path === null ? noPage : findPage(path, "site", this.#runtime, this.#lang);
  }

  #contentElsewhere(): Content {
    const { context } = this.#runtime;
    if (this.#lang !== context.language.lang) fail(`${this.#source.file} is of another language`);
    return this.#runtime.contentOf(this.#source);
  }

  #isCurrent(): boolean {
    return this.#source === this.#runtime.source;
  }

  #time(text: string): GoTime {
    return text === "" ? new GoTime(null) : toTime(text, this.#runtime);
  }

  /** Dates stand among them as times, those too that other keys gave. */
  #params(): GoMap {
    const { params, date, lastmod, publishDate, expiryDate } = this.#source;
    const dates = { date, lastmod, publishdate: publishDate, expirydate: expiryDate };
    const out = new GoMap(new Map([["draft", false]]), "folded");
    for (const [key, value] of Object.entries(params)) out.entries.set(key, fromParam(value));
    for (const [key, text] of Object.entries(dates)) if (text !== "") out.entries.set(key, this.#time(text));
    return out;
  }

  /** The page's, else the site's. */
  #param(key: string): Value {
    const own = this.#params().get(key) ?? fromParam(paramAt(this.#source.params, key));
    if (own !== null) return own;
    const { world, language } = this.#runtime.context;
    world.reads?.("params");
    return fromParam(paramAt(language.params, key));
  }

  #renderString(args: Value[]): Value {
    const options = args.length > 1 ? mapOf(args[0] ?? null) : null;
    const text = toText(args.at(-1) ?? null);
    this.#runtime.budget.step(10 + text.length / 20);
    const isBlock = toText(options?.get("display") ?? "") === "block";
    return html(isBlock ? this.#runtime.renderBlocks(text) : this.#runtime.renderInline(text));
  }

  override identity(): string {
    return this.#source.path;
  }

  print(): string {
    return `Page(${this.#source.path})`;
  }
}

export function findPage(
  ref: string,
  seeker: Seeker,
  runtime: Runtime,
  lang = runtime.context.language.lang,
): Value {
  const found = runtime.context.world.page(ref, lang, seeker);
  return found === null ? noPage : pageOf(found, runtime);
}

export function pageOf(found: PageFacts, runtime: Runtime): GoObject {
  const { source, context, page } = runtime;
  if (found.source === null) return new LinkedPage(found, runtime);
  const isCurrent = found.path === source.path && found.lang === context.language.lang;
  return isCurrent ? page : new Page(found.source, runtime, found.lang);
}

/** The pages of a language that may be listed, in Hugo's order. */
export const pagesWhere = (lang: string, runtime: Runtime, isWanted: (page: ListedPage) => boolean): Pages =>
  pagesOf(listedPages(lang, runtime).filter(isWanted), lang, runtime);

export function listedPages(lang: string, runtime: Runtime): readonly ListedPage[] {
  const { world } = runtime.context;
  const all = world.pages ? world.pages(lang) : [];
  if (all === null) return fail("the site has too many pages for a list of all");
  runtime.budget.step(all.length);
  return all;
}

export const pagesOf = (listed: readonly ListedPage[], lang: string, runtime: Runtime): Pages =>
  new Pages(
    listed.map((page) => pageOf(page, runtime)),
    lang,
  );

/** Lists in Hugo's order, where one without a date has the newest of its pages. */
export function listsWhere(lang: string, runtime: Runtime, isWanted: (page: ListedPage) => boolean): Pages {
  const all = listedPages(lang, runtime);
  const lists = all.filter(isWanted);
  runtime.budget.step((lists.length * all.length) / 10);
  const isIn = (page: ListedPage, { kind, path }: ListedPage) =>
    kind === "term" ? page.terms.some((term) => term.path === path) : page.path.startsWith(`${path}/`);
  const timeOf = (list: ListedPage): number => {
    const dated = list.date === "" ? all.filter((page) => isIn(page, list)) : [list];
    return Math.max(0, ...dated.map(({ date }) => Date.parse(date) || 0));
  };
  const { compare } = new Intl.Collator(lang || "en");
  const ranked = lists
    .map((list) => ({
      list,
      weight: numberOf(fromParam(list.source?.params.weight)) || Number.MAX_SAFE_INTEGER,
      time: timeOf(list),
    }))
    .sort((a, b) => a.weight - b.weight || b.time - a.time || compare(a.list.title, b.list.title));
  return pagesOf(
    ranked.map(({ list }) => list),
    lang,
    runtime,
  );
}

/** The terms of a page in one taxonomy, as it names them. */
function termsOf(path: string, taxonomy: string, lang: string, runtime: Runtime): Pages {
  const all = listedPages(lang, runtime);
  const terms = all.find((page) => page.path === path)?.terms ?? [];
  const wanted = terms
    .filter((term) => term.path.startsWith(`/${taxonomy}/`))
    .flatMap((term) => all.find((page) => page.path === term.path) ?? []);
  return pagesOf(wanted, lang, runtime);
}

/** `.Pages` of a section, a term and their like; `undefined` where they are not known. */
function pagesBelow(
  kind: string,
  path: string,
  name: string,
  lang: string,
  runtime: Runtime,
): Pages | undefined {
  const isPage = ({ kind }: ListedPage) => kind === "page";
  if (kind === "taxonomy" && name === "Pages") {
    return listsWhere(lang, runtime, (page) => page.kind === "term" && page.path.startsWith(`${path}/`));
  }
  if (kind === "taxonomy" && name === "RegularPages") return new Pages([], lang);
  if (kind === "term" && (name === "Pages" || name === "RegularPages")) {
    const isNaming = ({ terms }: ListedPage) => terms.some((term) => term.path === path);
    return pagesWhere(lang, runtime, (page) => isNaming(page) && (name === "Pages" || isPage(page)));
  }
  if (kind !== "section") return undefined;
  const isIn = ({ source }: ListedPage) => source?.parent === path;
  switch (name) {
    case "Pages":
      return pagesWhere(lang, runtime, isIn);
    case "RegularPages":
      return pagesWhere(lang, runtime, (page) => isPage(page) && isIn(page));
    case "RegularPagesRecursive":
      return pagesWhere(lang, runtime, (page) => isPage(page) && page.path.startsWith(`${path}/`));
    case "Sections":
      return pagesWhere(lang, runtime, (page) => !isPage(page) && isIn(page));
  }
  return undefined;
}

/** What a list without a file has not. */
const NOTHING = new Map<string, Value>([
  ["Description", ""],
  ["File", new Nil("*source.File")],
  ["Weight", 0],
]);

/** A list without a file, or a page that not all may read: what a link to it tells. */
class LinkedPage extends GoObject {
  readonly typeName = "page.Page";
  readonly #facts: PageFacts;
  readonly #runtime: Runtime;

  constructor(facts: PageFacts, runtime: Runtime) {
    super();
    this.#facts = facts;
    this.#runtime = runtime;
  }

  member(name: string): Value | undefined {
    const { config } = this.#runtime.context;
    const { kind, title, date, path, lang } = this.#facts;
    const relPermalink = absolutePath(config, this.#facts.url);
    switch (name) {
      case "Title":
      case "LinkTitle":
        return title;
      case "RelPermalink":
        return relPermalink;
      case "Permalink":
        return originOf(config) + relPermalink;
      case "Date":
        return date === "" ? new GoTime(null) : toTime(date, this.#runtime);
      case "Params":
        return new GoMap();
      case "Path":
        return path;
      case "Lang":
        return lang;
      case "Site":
        return this.#runtime.siteIn(lang);
      case "Page":
        return this;
      case "Kind":
        return kind;
      case "IsPage":
        return kind === "page";
      case "IsHome":
        return kind === "home";
      case "IsSection":
        return kind === "section";
      case "IsNode":
        return kind !== "page";
    }
    const nothing = kind === "page" ? undefined : NOTHING.get(name);
    if (nothing !== undefined) return nothing;
    return RENDERED.has(name)
      ? fail(`${path} has no text, or none that is public for good`)
      : pagesBelow(kind, path, name, lang, this.#runtime);
  }

  override identity(): string {
    return this.#facts.path;
  }

  print(): string {
    return `Page(${this.#facts.path})`;
  }
}

/** `.File`. */
class PageFile extends GoObject {
  readonly typeName = "*hugolib.fileInfo";
  readonly #source: ContentSource;

  constructor(source: ContentSource) {
    super();
    this.#source = source;
  }

  member(name: string): Value | undefined {
    const { fileBelow: path, baseName, bundle } = this.#source;
    const at = path.lastIndexOf("/") + 1;
    const file = path.slice(at);
    switch (name) {
      case "Path":
        return path;
      case "Dir":
        return path.slice(0, at);
      case "LogicalName":
        return file;
      case "BaseFileName":
        return file.replace(/\.[^.]*$/, "");
      case "TranslationBaseName":
        return fileName({ bundle, originalBaseName: baseName });
      case "ContentBaseName":
        return baseName;
      case "Ext":
        return /\.([^.]*)$/.exec(file)?.[1] ?? "";
      case "Section":
        return at === 0 ? "" : (path.split("/", 1)[0] ?? "");
      case "Filename":
        return `/${this.#source.file}`;
      case "UniqueID":
        return md5(path);
    }
    return undefined;
  }

  print(): string {
    return this.#source.fileBelow;
  }
}
