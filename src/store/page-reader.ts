// Reads what one URL answers in one round trip. Owns the mapping of page-query.ts's row to a
// Document, and what the cache needs to know of it: validator and tags.

import { cardTag, fileTag, listTag, pageTag, SITE_TAG, SWEEPING_TAG, urlTag } from "../site/cache-tag.ts";
import { NEVER, type StoredCard } from "../site/contribution.ts";
import { digestText } from "../site/digest.ts";
import type { CountedTerm, FeedEntry, FeedFormat, Found, PageReader, Pager } from "../site/document.ts";
import { formatRfc3339 } from "../site/moment.ts";
import type { Card, Page, PageLink, TrustedHtml } from "../site/page.ts";
import type { Settings } from "../site/settings.ts";
import type { UrlPath } from "../site/url.ts";
import { FIND, type Row } from "./page-query.ts";

export function createPageReader(db: D1Database): PageReader {
  return {
    async find(url, now) {
      const pager = parsePagerUrl(url);
      const folder = url.endsWith("/index.html") ? url.slice(0, -"index.html".length) : "";
      const row = await db
        .prepare(FIND)
        .bind(url, now, pager?.list ?? "", pager?.number ?? 1, folder)
        .first<Row>();
      if (row === null) throw new Error("the table `site` has no row: the migrations were not applied");
      return foundFrom(row, { url, pager });
    },
  };
}

/** `/posts/page/2/` as a list and a number; which word stands between is the configuration's. */
function parsePagerUrl(url: string): { list: string; word: string; number: number } | null {
  const match = /^(.*\/)([^/]+)\/([1-9]\d{0,6})\/$/.exec(url);
  if (match === null) return null;
  const [, list = "", word = "", number = ""] = match;
  return { list, word, number: Number(number) };
}

interface Asked {
  url: UrlPath;
  pager: ReturnType<typeof parsePagerUrl>;
}

function foundFrom(row: Row, asked: Asked): Found {
  const at = [row.due, row.expiry].filter((at): at is number => at !== null && at < NEVER);
  const shared = { changesAt: at.length > 0 ? Math.min(...at) : null, basePath: row.base_path };
  if (row.settings === null) {
    return { answer: { type: "empty" }, validator: "empty", tags: [SITE_TAG, urlTag(asked.url)], ...shared };
  }
  const settings: Settings = JSON.parse(row.settings);
  const { answer, seen, tags } = answerFrom(row, asked, settings);
  return {
    answer,
    validator: digestText([row.base_path, row.settings_digest, row.type, ...seen].join("|")),
    tags: [SITE_TAG, urlTag(asked.url), ...tags],
    ...shared,
  };
}

/** `seen` are the digests of all the rows that the answer shows. */
interface Answer {
  answer: Found["answer"];
  seen: (string | number | null)[];
  tags: string[];
}

function answerFrom(row: Row, asked: Asked, settings: Settings): Answer {
  const detours = detoursOf(asked).map(urlTag);
  const missing: Answer = { answer: { type: "not-found", settings }, seen: [], tags: detours };
  const redirect = (to: UrlPath): Answer => ({ answer: { type: "redirect", to }, seen: [to], tags: detours });
  if (row.type === null) return missing;
  if (row.detour === 2) return redirect(row.url);
  const number = row.detour === 1 ? (asked.pager?.number ?? 1) : 1;
  if (row.detour === 1 && asked.pager?.word !== settings.paginatePath) return missing;
  if (row.detour === 1 && number === 1) return redirect(row.url);

  switch (row.type) {
    case "page": {
      const around = aroundFrom(row);
      const newer = neighbourFrom(row.newer);
      const older = neighbourFrom(row.older);
      return {
        answer: {
          type: "page",
          settings,
          page: pageFrom(row, around, settings),
          newer: newer?.link ?? null,
          older: older?.link ?? null,
        },
        seen: [...around.seen, newer?.digest ?? "", older?.digest ?? ""],
        tags: [...around.tags, ...[newer, older].flatMap((n) => (n === null ? [] : [cardTag(n.id)]))],
      };
    }
    case "list": {
      const { cards: items, digests } = itemsFrom(row.items);
      const pager = pagerFrom({ number, total: row.total ?? 0, url: row.url, settings });
      const made = row.file === null && row.kind !== "home";
      const around = aroundFrom(row);
      if (items.length === 0 && (made || number > 1)) {
        return { ...missing, tags: [...detours, listTag(row.page_id)] };
      }
      return {
        answer: {
          type: "list",
          settings,
          page: pageFrom(row, around, settings),
          items,
          pager,
          feeds: feedsOf(row),
        },
        seen: [...around.seen, ...digests, number, pager.count],
        tags: [...around.tags, listTag(row.page_id), ...cardTags(items)],
      };
    }
    case "terms": {
      const around = aroundFrom(row);
      return {
        answer: {
          type: "terms",
          settings,
          page: pageFrom(row, around, settings),
          terms: termsFrom(row.terms),
          feeds: feedsOf(row),
        },
        seen: [...around.seen, row.terms],
        tags: [...around.tags, listTag(row.page_id), SWEEPING_TAG],
      };
    }
    case "archive": {
      const { cards: items, digests } = itemsFrom(row.items);
      const around = aroundFrom(row);
      return {
        answer: { type: "archive", settings, page: pageFrom(row, around, settings), items },
        seen: [...around.seen, ...digests],
        tags: [...around.tags, SWEEPING_TAG],
      };
    }
    case "rss":
    case "atom":
    case "json": {
      const bodies = bodiesFrom(row.bodies);
      const { cards, digests } = itemsFrom(row.items);
      const items = cards.map(
        (card, i): FeedEntry => ({ ...card, content: bodies[i]?.html ?? ("" as TrustedHtml) }),
      );
      const page: Card = JSON.parse(row.card);
      if (items.length === 0 && row.file === null && row.kind !== "home") return missing;
      return {
        answer: { type: "feed", format: row.type, settings, page, url: row.url, items },
        seen: [row.card_digest, ...digests, ...bodies.map((body) => body.digest)],
        tags: [
          cardTag(row.page_id),
          // Of what is in a taxonomy, posts decide.
          ...(row.kind === "taxonomy" ? [SWEEPING_TAG] : [listTag(Number(row.target)), ...cardTags(items)]),
          ...items.slice(0, bodies.length).map((card) => pageTag(card.id)),
        ],
      };
    }
    case "sitemap":
      return {
        answer: { type: "sitemap", settings, entries: entriesFrom(row.sitemap) },
        seen: [row.sitemap],
        tags: [SWEEPING_TAG],
      };
    case "sitemap-index": {
      const languages = [settings.lang, ...settings.translations.map(({ lang }) => lang)];
      const sitemaps = languages.map((lang) => `/${lang}/sitemap.xml` as UrlPath);
      return { answer: { type: "sitemap-index", settings, sitemaps }, seen: [], tags: [] };
    }
    case "robots":
      return { answer: { type: "robots", settings }, seen: [], tags: [] };
    case "file": {
      if (row.sha256 === null || row.target === null) return missing;
      return {
        answer: {
          type: "file",
          path: row.target,
          sha256: row.sha256,
          size: row.size,
          mediaType: row.media_type,
        },
        seen: [row.sha256],
        tags: [fileTag(row.target)],
      };
    }
    case "alias": {
      const tags = [...detours, pageTag(row.alias_of)];
      return { ...(row.is_public === 1 ? redirect(row.page_url) : missing), tags };
    }
    default:
      return row.type satisfies never;
  }
}

/** Other URLs that decide what this one answers: `/a` and `/a/index.html` are `/a/`, `/posts/page/2/` is `/posts/`. */
function detoursOf({ url, pager }: Asked): string[] {
  const folder = url.endsWith("/index.html") ? [url.slice(0, -"index.html".length)] : [];
  return [...(url.endsWith("/") ? [] : [`${url}/`]), ...folder, ...(pager === null ? [] : [pager.list])];
}

/** A page itself with those that it names: its sections, its translations. */
interface Around {
  ancestors: PageLink[];
  translations: (PageLink & { lang: string })[];
  seen: string[];
  tags: string[];
}

function aroundFrom(row: Row): Around {
  const ancestors: [string, number, UrlPath, string][] = JSON.parse(row.ancestors ?? "[]");
  const translations: [string, number, UrlPath, string, string][] = JSON.parse(row.translations ?? "[]");
  const list: number | undefined = JSON.parse(row.card).translationList;
  const named = [...ancestors, ...translations];
  return {
    ancestors: ancestors.map(([, , url, title]) => ({ url, title })),
    translations: translations.map(([, , url, title, lang]) => ({ url, title, lang })),
    seen: [row.card_digest, row.body_digest, ...named.map(([digest]) => digest)],
    tags: [
      pageTag(row.page_id),
      cardTag(row.page_id),
      ...named.map(([, id]) => cardTag(id)),
      ...(list === undefined ? [] : [listTag(list)]),
    ],
  };
}

function pageFrom(row: Row, { ancestors, translations }: Around, settings: Settings): Page {
  const { needs, translationList, above, ...card }: StoredCard = JSON.parse(row.card);
  const languages = new Map(settings.translations.map((other) => [other.lang, other.languageName]));
  return {
    ...card,
    file: row.file,
    content: (row.html ?? "") as TrustedHtml,
    toc: (row.toc ?? "") as TrustedHtml,
    needs,
    ancestors: [{ title: settings.title, url: settings.homeUrl }, ...ancestors],
    translations: translations
      .map((page) => ({ ...page, languageName: languages.get(page.lang) ?? page.lang }))
      .toSorted((a, b) => [...languages.keys()].indexOf(a.lang) - [...languages.keys()].indexOf(b.lang)),
  };
}

function itemsFrom(json: string | null): { cards: Card[]; digests: string[] } {
  const rows: [string, Card][] = json === null ? [] : JSON.parse(json);
  return { cards: rows.map(([, card]) => card), digests: rows.map(([digest]) => digest) };
}

/** An answer carries up to 1,000 tags, and a purge names up to 100: what shows more than that is swept. */
const MOST_NAMED = 100;

const cardTags = (items: Card[]): string[] =>
  items.length > MOST_NAMED ? [SWEEPING_TAG] : items.map(({ id }) => cardTag(id));

function neighbourFrom(json: string | null): { digest: string; id: number; link: PageLink } | null {
  if (json === null) return null;
  const [digest, url, title, id]: [string, UrlPath, string, number] = JSON.parse(json);
  return { digest, id, link: { title, url } };
}

function bodiesFrom(json: string | null): { digest: string; html: TrustedHtml }[] {
  if (json === null) return [];
  const rows: [string, TrustedHtml | null][] = JSON.parse(json);
  return rows.map(([digest, html]) => ({ digest, html: html ?? ("" as TrustedHtml) }));
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

function pagerFrom(list: { number: number; total: number; url: UrlPath; settings: Settings }): Pager {
  const { number, url, settings } = list;
  const count = Math.max(1, Math.ceil(list.total / settings.pagerSize));
  const at = (n: number) => (n === 1 ? url : `${url}${settings.paginatePath}/${n}/`) as UrlPath;
  return {
    number,
    count,
    previous: number > 1 ? at(number - 1) : null,
    next: number < count ? at(number + 1) : null,
  };
}

/** Atom and JSON Feed exist for the whole site; every list has its RSS. */
function feedsOf(row: Row): { format: FeedFormat; url: UrlPath }[] {
  const at = (name: string) => `${row.url}${name}` as UrlPath;
  const rss = { format: "rss", url: at("index.xml") } as const;
  if (row.kind !== "home") return [rss];
  return [rss, { format: "atom", url: at("atom.xml") }, { format: "json", url: at("feed.json") }];
}
