// Reads what one URL answers in one round trip. Owns the mapping of page-query.ts's row to a Document;
// what the cache needs to know of it is page-trace.ts's.

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
} from "../site/document.ts";
import { formatRfc3339 } from "../site/moment.ts";
import type { Card, Page, PageId, TrustedHtml } from "../site/page.ts";
import type { Settings } from "../site/settings.ts";
import type { UrlPath } from "../site/url.ts";
import { FIND, FIND_TRACE, traceFrom, type Whole, wholeFrom } from "./page-query.ts";
import { type Asked, type Link, pagerCount, parsePagerUrl, type Shown, shownIn, tell } from "./page-trace.ts";

export function createPageReader(db: D1Database): PageReader {
  return {
    async find(url, now, isKnown) {
      const asked: Asked = { url, pager: parsePagerUrl(url) };
      const read = async (statement: string): Promise<unknown[]> => {
        const { pager } = asked;
        const folder = url.endsWith("/index.html") ? url.slice(0, -"index.html".length) : "";
        const [row] = await db
          .prepare(statement)
          .bind(url, now, pager?.list ?? "", pager?.number ?? 1, folder)
          .raw();
        if (row === undefined)
          throw new Error("the table `site` has no row: the migrations were not applied");
        return row;
      };
      if (isKnown === undefined) return foundFrom(wholeFrom(await read(FIND)), asked);

      const trace = traceFrom(await read(FIND_TRACE));
      const { verdict, ...told } = tell(trace, asked, shownIn(trace));
      if (verdict.type !== "document" && verdict.type !== "missing") return { answer: verdict, ...told };
      const baseURL = trace.base_url;
      if (verdict.type === "document" && isKnown({ validator: told.validator, baseURL }))
        return { answer: { type: "unchanged", of: verdict.of, baseURL }, ...told };
      return foundFrom(wholeFrom(await read(FIND)), asked);
    },
  };
}

type Item = [digest: string, id: PageId, bodyDigest: string | null, card: Card, html: TrustedHtml | null];

function foundFrom(row: Whole, asked: Asked): Found {
  const shown = shownIn<Item>(row);
  const { verdict, ...told } = tell(row, asked, shown);
  if (verdict.type !== "document" && verdict.type !== "missing") return { answer: verdict, ...told };
  const settings: Settings = JSON.parse(row.settings);
  const answer: Document =
    verdict.type === "missing"
      ? { type: "not-found", settings }
      : documentFrom(row, { of: verdict.of, number: verdict.number, settings, shown });
  return { answer, ...told };
}

interface Made {
  of: Document["type"];
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
        items: shown.items.map(([, , , card]): ListEntry => card),
        pager: pagerFrom(row, number),
        feeds: feedsOf(row),
      };
    case "terms":
      return {
        type: "terms",
        settings,
        page: pageFrom(row, shown, settings),
        terms: termsFrom(row.terms),
        feeds: feedsOf(row),
      };
    case "archive": {
      const items = shown.items.map(([, , , card]): ListEntry => card);
      return { type: "archive", settings, page: pageFrom(row, shown, settings), items };
    }
    case "feed": {
      const items = shown.items.map(
        ([, , , card, html]): FeedEntry => ({ ...card, content: html ?? NO_HTML }),
      );
      const format = row.type as FeedFormat;
      return { type: "feed", format, settings, page: JSON.parse(row.card), url: row.url, items };
    }
    case "sitemap":
      return { type: "sitemap", settings, entries: entriesFrom(row.sitemap) };
    case "sitemap-index": {
      const languages = [settings.lang, ...settings.translations.map(({ lang }) => lang)];
      const sitemaps = languages.map((lang) => `/${lang}/sitemap.xml` as UrlPath);
      return { type: "sitemap-index", settings, sitemaps };
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

const linkFrom = ([, url, title]: Link) => ({ url, title });

function pageFrom(row: Whole, { ancestors, translations }: Made["shown"], settings: Settings): Page {
  const { needs, translationList, above, ...card }: StoredCard = JSON.parse(row.card);
  const languages = settings.translations.map(({ lang }) => lang);
  return {
    ...card,
    file: row.file,
    content: (row.html ?? "") as TrustedHtml,
    toc: (row.toc ?? "") as TrustedHtml,
    needs,
    ancestors: [{ title: settings.title, url: settings.homeUrl }, ...ancestors.map(linkFrom)],
    translations: translations
      .map(([, url, title, lang]) => {
        const other = settings.translations[languages.indexOf(lang)];
        return { url, title, lang, languageName: other?.languageName ?? lang };
      })
      .toSorted((a, b) => languages.indexOf(a.lang) - languages.indexOf(b.lang)),
  };
}

function termsFrom(json: string | null): CountedTerm[] {
  const rows: [UrlPath, string, number][] = json === null ? [] : JSON.parse(json);
  return rows.map(([url, name, count]) => ({ url, name, count }));
}

function entriesFrom(json: string | null): { url: UrlPath; lastmod: string }[] {
  const rows: [UrlPath, string | null][] = json === null ? [] : JSON.parse(json);
  return rows.map(([url, lastmod]) => ({
    url,
    lastmod: lastmod === null ? "" : formatRfc3339(JSON.parse(lastmod)),
  }));
}

function pagerFrom(row: Whole, number: number): Pager {
  const count = pagerCount(row);
  const at = (n: number) => (n === 1 ? row.url : `${row.url}${row.paginate_path}/${n}/`) as UrlPath;
  return {
    number,
    count,
    previous: number > 1 ? at(number - 1) : null,
    next: number < count ? at(number + 1) : null,
  };
}

/** Atom and JSON Feed exist for the whole site; every list has its RSS. */
function feedsOf(row: Whole): { format: FeedFormat; url: UrlPath }[] {
  const at = (name: string) => `${row.url}${name}` as UrlPath;
  const rss = { format: "rss", url: at("index.xml") } as const;
  if (row.kind !== "home") return [rss];
  return [rss, { format: "atom", url: at("atom.xml") }, { format: "json", url: at("feed.json") }];
}
