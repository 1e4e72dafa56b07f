// Reads what one URL answers in one round trip, or two for a page whose HTML is too long for a row. Owns the mapping
// of page-query.ts's rows to a Document; what the cache needs to know of it is page-trace.ts's.

import { alphabetOf } from "../site/alphabet.ts";
import type { StoredCard } from "../site/contribution.ts";
import type {
  CountedTerm,
  Document,
  FeedEntry,
  FeedFormat,
  Found,
  ListEntry,
  PageReader,
  Pager,
  Version,
} from "../site/document.ts";
import type { MediaReader } from "../site/media.ts";
import type { Page, TrustedHtml } from "../site/page.ts";
import { pagerUrl, parsePagerUrl, parseSitemapUrl } from "../site/pager.ts";
import type { Settings } from "../site/settings.ts";
import type { UrlPath } from "../site/url.ts";
import { findBelowBase } from "./base-path.ts";
import { readLongHtml } from "./long-html.ts";
import {
  FIND,
  FIND_TRACE,
  type Item,
  type Trace,
  type TraceItem,
  traceFrom,
  type Whole,
  wholeFrom,
} from "./page-query.ts";
import {
  type Ancestor,
  type Asked,
  emptySite,
  type Link,
  type OneStatement,
  pagerCount,
  type Shown,
  type SitemapVerdict,
  shownIn,
  type Told,
  tell,
} from "./page-trace.ts";
import { createSettingsMemo, type SettingsMemo } from "./settings-memo.ts";

/** `memo` outlives the reader: settings that one request has read, the next need not read. */
export function createPageReader(
  db: D1Database,
  media: MediaReader,
  memo: SettingsMemo = createSettingsMemo(),
): PageReader {
  return {
    async find(path, now, isKnown) {
      const find = (url: UrlPath) => findAt(url, { db, media, memo, now, isKnown });
      const found = await findBelowBase(find, { path, basePath: memo.basePath });
      memo.basePath = found.basePath;
      return found;
    },
  };
}

interface Look {
  db: D1Database;
  media: MediaReader;
  memo: SettingsMemo;
  now: number;
  isKnown: ((version: Version) => boolean) | undefined;
}

/** `parts` are those of the word in a pager's address: one, until the settings say otherwise. */
async function findAt(url: UrlPath, look: Look, parts = 1): Promise<Found> {
  const { db, media, memo, now, isKnown } = look;
  const asked: Asked = { url, pager: parsePagerUrl(url, parts) ?? parseSitemapUrl(url) };
  const { digests, byDigest } = memo.known;
  const read = <Row extends unknown[]>(statement: string) =>
    readRows<Row>(db.prepare(statement), [...parametersOf(asked, now), digests]);
  const settingsOf = ({ settings_digest: digest, settings }: Trace): Settings | undefined => {
    if (digest === null) return undefined;
    return settings === null ? byDigest.get(digest) : memo.learn(digest, settings);
  };
  const sitemap = async (verdict: SitemapVerdict, told: Omit<Told, "verdict">, settings: Settings) => {
    const { readSitemap } = await import("./sitemap-reader.ts");
    return readSitemap(db, { asked: verdict, settings, told, now, isKnown });
  };
  const readWhole = async (): Promise<Found> => {
    const [first, items] = await read<Item>(FIND);
    const row = wholeFrom(first);
    const settings = settingsOf(row);
    if (settings === undefined) return emptySite(row, asked);
    const shown = shownIn(row, items);
    const { verdict, ...told } = tell({ row, asked, shown, settings });
    switch (verdict.type) {
      case "sitemap":
        return sitemap(verdict, told, settings);
      case "document":
        if (row.html_blob !== null) row.html = await readLongHtml(media, row.html_blob);
        return {
          answer: documentFrom(row, { of: verdict.of, number: verdict.number, settings, shown }),
          ...told,
        };
      case "missing": {
        const more = settings.paginatePath.split("/").length;
        if (more > parts && asked.pager !== null) return findAt(url, look, more);
        return { answer: { type: "not-found", settings }, ...told };
      }
      default:
        return { answer: verdict, ...told };
    }
  };
  if (isKnown === undefined) return readWhole();

  const [first, items] = await read<TraceItem>(FIND_TRACE);
  const trace = traceFrom(first);
  const settings = settingsOf(trace);
  if (settings === undefined) return emptySite(trace, asked);
  const { verdict, ...told } = tell({ row: trace, asked, shown: shownIn(trace, items), settings });
  if (verdict.type === "sitemap") return sitemap(verdict, told, settings);
  if (verdict.type !== "document" && verdict.type !== "missing") return { answer: verdict, ...told };
  const { baseURL } = settings;
  if (verdict.type === "document" && isKnown({ validator: told.validator, baseURL }))
    return { answer: { type: "unchanged", of: verdict.of, baseURL }, ...told };
  return readWhole();
}

/** ?1 to ?5 of page-query.ts. */
function parametersOf({ url, pager }: Asked, now: number): unknown[] {
  const folder = url.endsWith("/index.html") ? url.slice(0, -"index.html".length) : "";
  return [url, now, pager?.list ?? "", pager?.number ?? 1, folder];
}

/** The page's own row, and one for each entry of a list. */
async function readRows<Row extends unknown[]>(
  statement: D1PreparedStatement,
  parameters: unknown[],
): Promise<[first: unknown[], items: Row[]]> {
  const [first, ...items] = await statement.bind(...parameters).raw();
  if (first === undefined) throw new Error("the table `site` has no row: the migrations were not applied");
  return [first, items as Row[]];
}

interface Made {
  of: OneStatement;
  number: number;
  settings: Settings;
  shown: Shown<Item>;
}

function documentFrom(row: Whole, { of, number, settings, shown }: Made): Document {
  switch (of) {
    case "page":
      return {
        type: "page",
        settings,
        page: pageFrom(row, shown, settings),
        newer: shown.newer && linkFrom(shown.newer),
        older: shown.older && linkFrom(shown.older),
      };
    case "list":
      return {
        type: "list",
        settings,
        page: pageFrom(row, shown, settings),
        items: shown.items.map(([, , , card]): ListEntry => JSON.parse(card)),
        pager: pagerFrom(row, number, settings),
        feeds: feedsOf(row, settings),
      };
    case "terms":
      return {
        type: "terms",
        settings,
        page: pageFrom(row, shown, settings),
        terms: termsFrom(row.terms, settings.lang),
        feeds: feedsOf(row, settings),
      };
    case "archive": {
      const items = shown.items.map(([, , , card]): ListEntry => JSON.parse(card));
      const above = publicOf(shown.ancestors).at(-1);
      const list = above ? { kind: "section", url: above[1] } : { kind: "home", url: settings.homeUrl };
      const page = pageFrom(row, shown, settings);
      return { type: "archive", settings, page, items, feeds: feedsOf(list, settings) };
    }
    case "feed": {
      const items = shown.items.map(
        ([, , , card, html]): FeedEntry => Object.assign(JSON.parse(card), { content: html ?? NO_HTML }),
      );
      const format = row.type as FeedFormat;
      return { type: "feed", format, settings, page: JSON.parse(row.card), url: row.url, items };
    }
    case "robots":
      return { type: "robots", settings };
    case "search":
      return { type: "search", settings, page: pageFrom(row, shown, settings), results: null };
    case "search-json":
      return { type: "search-json", settings, results: null };
    case "opensearch":
      return { type: "opensearch", settings };
    case "index":
      return { type: "index", settings, entries: [] };
    case "not-found":
      return { type: "not-found", settings };
    default:
      return of satisfies never;
  }
}

const NO_HTML = "" as TrustedHtml;

const publicOf = (ancestors: Ancestor[]) => ancestors.filter(([, , , isPublic]) => isPublic === 1);

const linkFrom = ([, url, title]: Link | Ancestor) => ({ url, title });

function pageFrom(row: Whole, { ancestors, translations }: Made["shown"], settings: Settings): Page {
  const card: StoredCard = JSON.parse(row.card);
  const languages = settings.translations.map(({ lang }) => lang);
  // Onto the card itself: to copy one costs more than to read it.
  return Object.assign(card, {
    file: row.file,
    content: (row.html ?? "") as TrustedHtml,
    toc: (row.toc ?? "") as TrustedHtml,
    ancestors: [{ title: settings.title, url: settings.homeUrl }, ...publicOf(ancestors).map(linkFrom)],
    translations: translations
      .map(([, url, title, lang]) => {
        const other = settings.translations[languages.indexOf(lang)];
        return { url, title, lang, languageName: other?.languageName ?? lang };
      })
      .toSorted((a, b) => languages.indexOf(a.lang) - languages.indexOf(b.lang)),
  });
}

/**
 * By the alphabet, as Hugo's `Alphabetical`: by the term as it is written (`a b` before `a-a`), whatever it is titled. Its path
 * has hyphens for blanks; a title that is more than the term in other letters is its author's.
 */
function termsFrom(json: string | null, lang: string): CountedTerm[] {
  const rows: [url: UrlPath, name: string, count: number, path: string][] =
    json === null ? [] : JSON.parse(json);
  const compare = alphabetOf(lang);
  const written = (name: string, path: string) => {
    const term = path.slice(path.indexOf("/", 1) + 1);
    return name.toLowerCase().replaceAll(" ", "-") === term ? name.toLowerCase() : term;
  };
  return rows
    .map(([url, name, count, path]) => ({ key: written(name, path), url, name, count }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ key, ...term }) => term);
}

function pagerFrom(row: Whole, number: number, settings: Settings): Pager {
  const count = pagerCount(row, settings);
  const { url: list } = row;
  const at = (n: number) => (n === 1 ? list : pagerUrl({ list, word: settings.paginatePath, number: n }));
  return {
    number,
    count,
    previous: number > 1 ? at(number - 1) : null,
    next: number < count ? at(number + 1) : null,
  };
}

/** For settings that an older version stored, until they are compiled again. */
const EVERY_LIST: Settings["rss"] = { kinds: ["home", "section", "taxonomy", "term"], name: "index" };

/** Atom and JSON Feed exist for the whole site; lists have RSS by the configuration's `outputs`. */
function feedsOf(
  row: Pick<Whole, "kind" | "url">,
  { rss: { kinds, name } = EVERY_LIST }: Partial<Settings>,
): { format: FeedFormat; url: UrlPath }[] {
  const folder = row.url.endsWith("/") ? row.url : row.url.replace(/\.[^./]+$/, "/");
  const at = (file: string) => `${folder}${file}` as UrlPath;
  const rss = kinds.includes(row.kind) ? [{ format: "rss", url: at(`${name}.xml`) } as const] : [];
  if (row.kind !== "home") return rss;
  return [...rss, { format: "atom", url: at("atom.xml") }, { format: "json", url: at("feed.json") }];
}
