// What a URL answers, told by digests: enough to say that a reader has it already, and what a write
// must purge. The same for a whole row as for its trace; the answer itself is page-reader.ts's.

import {
  cardTag,
  fileTag,
  listTag,
  pageTag,
  SEARCH_TAG,
  SITE_TAG,
  SWEEPING_TAG,
  urlTag,
} from "../site/cache-tag.ts";
import { NEVER } from "../site/contribution.ts";
import { digestText } from "../site/digest.ts";
import type { Document, Found, StaticFile } from "../site/document.ts";
import type { PageId } from "../site/page.ts";
import { type PagerPlace, uglyPagerOfHome } from "../site/pager.ts";
import type { Settings } from "../site/settings.ts";
import type { UrlPath } from "../site/url.ts";
import type { Trace, TraceItem } from "./page-query.ts";

/** Which sitemap is asked for. */
export interface SitemapVerdict {
  type: "sitemap";
  /** The index of every language's. */
  isIndex: boolean;
  /** One, or of an index all that it names. */
  sitemaps: { lang: string; url: UrlPath }[];
  /** Of those that a long one is cut into, from 1; `null`: the sitemap itself. */
  file: number | null;
}

export interface Asked {
  url: UrlPath;
  pager: PagerPlace | null;
}

export type Link = [id: PageId, url: UrlPath, title: string];
export type Ancestor = [...Link, isPublic: 0 | 1];
export type Translated = [...Link, lang: string];
type AnyItem = readonly [...TraceItem, ...printed: unknown[]];

/** The row's lists, parsed once, and the rows after it. */
export interface Shown<OfItem extends AnyItem = AnyItem> {
  newer: Link | null;
  older: Link | null;
  ancestors: Ancestor[];
  translations: Translated[];
  items: OfItem[];
}

export function shownIn<OfItem extends AnyItem>(row: Trace, items: OfItem[]): Shown<OfItem> {
  return {
    newer: row.newer === null ? null : JSON.parse(row.newer),
    older: row.older === null ? null : JSON.parse(row.older),
    ancestors: row.ancestors === null ? [] : JSON.parse(row.ancestors),
    translations: row.translations === null ? [] : JSON.parse(row.translations),
    items,
  };
}

export type Verdict =
  | { type: "missing" }
  | { type: "redirect"; to: UrlPath }
  | StaticFile
  | SitemapVerdict
  /** `number` is that of a pager. */
  | { type: "document"; of: OneStatement; number: number };

/** What the statement of a read answers whole. */
export type OneStatement = Exclude<Document["type"], "sitemap" | "sitemap-index">;

export interface Told extends Omit<Found, "answer"> {
  verdict: Verdict;
}

export interface Case {
  row: Trace;
  asked: Asked;
  shown: Shown;
  /** Those of the row. */
  settings: Settings;
}

export function tell(question: Case): Told {
  const { row, asked } = question;
  const { verdict, seen = [], tags = [] } = judge(question);
  return {
    verdict,
    validator: digestText([row.base_path, row.settings_digest, row.type, ...seen].join("|")),
    tags: [SITE_TAG, urlTag(asked.url), ...tags],
    changesAt: changesAt(row),
    basePath: row.base_path,
  };
}

/** Epoch seconds; `null` for never. */
export function changesAt({ due, expiry }: Pick<Trace, "due" | "expiry">): number | null {
  const at = [due, expiry].filter((at): at is number => at !== null && at < NEVER);
  return at.length > 0 ? Math.min(...at) : null;
}

/** Before the first publishing. */
export function emptySite(row: Trace, { url }: Asked): Found {
  const tags = [SITE_TAG, urlTag(url)];
  return { answer: { type: "empty" }, validator: "empty", tags, changesAt: null, basePath: row.base_path };
}

/** `seen` is what the answer shows: digests of rows, and what it names of others. */
interface Judged {
  verdict: Verdict;
  seen?: (string | number | null)[];
  tags?: string[];
}

function judge({ row, asked, shown, settings }: Case): Judged {
  const detours = detoursOf(asked).map(urlTag);
  const missing: Judged = { verdict: { type: "missing" }, tags: detours };
  const redirect = (to: UrlPath): Judged => ({
    verdict: { type: "redirect", to },
    seen: [to],
    tags: detours,
  });
  if (row.type === null) {
    const to = uglyPagerOfHome(asked.pager, settings);
    return to === null ? missing : redirect(to);
  }
  if (row.detour === 2) return redirect(row.url);
  const number = row.detour === 1 ? (asked.pager?.number ?? 1) : 1;
  if (row.detour === 1 && row.type === "list") {
    if (asked.pager?.word !== settings.paginatePath) return missing;
    if (number === 1) return redirect(row.url);
  }

  const document = (of: OneStatement): Verdict => ({ type: "document", of, number });
  const { newer, older, items } = shown;
  // A folder that is there is a section, and a taxonomy stands by the configuration: both may be empty.
  const needsItems = row.file === null && row.kind === "term";
  switch (row.type) {
    case "page": {
      const around = aroundIn(row, shown);
      return {
        verdict: document("page"),
        seen: [...around.seen, printedOf(newer), printedOf(older)],
        tags: [...around.tags, ...[newer, older].flatMap((link) => (link === null ? [] : cardTag(link[0])))],
      };
    }
    case "list": {
      if (items.length === 0 && (needsItems || number > 1))
        return { ...missing, tags: [...detours, listTag(row.page_id)] };
      const around = aroundIn(row, shown);
      return {
        verdict: document("list"),
        seen: [...around.seen, ...items.map(([digest]) => digest), number, pagerCount(row, settings)],
        tags: [...around.tags, listTag(row.page_id), ...cardTags(items)],
      };
    }
    case "terms": {
      const around = aroundIn(row, shown);
      return {
        verdict: document("terms"),
        seen: [...around.seen, row.terms],
        tags: [...around.tags, listTag(row.page_id), SWEEPING_TAG],
      };
    }
    case "archive": {
      const around = aroundIn(row, shown);
      return {
        verdict: document("archive"),
        seen: [...around.seen, ...items.map(([digest]) => digest)],
        tags: [...around.tags, SWEEPING_TAG],
      };
    }
    case "rss":
    case "atom":
    case "json": {
      if (items.length === 0 && needsItems) return missing;
      const bodies = items.filter(([, , body]) => body !== null);
      return {
        verdict: document("feed"),
        seen: [row.card_digest, ...items.flatMap(([card, , body]) => [card, String(body)])],
        tags: [
          cardTag(row.page_id),
          // Of what is in a taxonomy, posts decide.
          ...(row.kind === "taxonomy" ? [SWEEPING_TAG] : [listTag(Number(row.target)), ...cardTags(items)]),
          ...bodies.map(([, id]) => pageTag(id)),
        ],
      };
    }
    case "sitemap": {
      // Its files are named after it, whichever of its names is asked for.
      const sitemaps = [{ lang: settings.lang, url: row.url.replace(/[^/]+$/, "sitemap.xml") as UrlPath }];
      const file = row.detour === 1 ? number : null;
      const verdict: Verdict = { type: "sitemap", isIndex: false, sitemaps, file };
      return { verdict, tags: [...(row.detour === 1 ? detours : []), SWEEPING_TAG] };
    }
    case "sitemap-index": {
      const languages = [settings.lang, ...settings.translations.map(({ lang }) => lang)];
      const sitemaps = languages.map((lang) => ({ lang, url: `/${lang}/sitemap.xml` as UrlPath }));
      return { verdict: { type: "sitemap", isIndex: true, sitemaps, file: null }, tags: [SWEEPING_TAG] };
    }
    case "robots":
    case "search-json":
    case "opensearch":
      return { verdict: document(row.type) };
    case "search":
      return { verdict: document("search"), ...aroundIn(row, shown) };
    case "index":
      return { verdict: document("index"), tags: [SWEEPING_TAG, SEARCH_TAG] };
    case "file": {
      const { target: path, sha256, size, media_type: mediaType } = row;
      if (path === null) return missing;
      if (sha256 === null) return { ...missing, tags: [...detours, fileTag(path)] };
      return {
        verdict: { type: "file", path, sha256, size, mediaType },
        seen: [sha256],
        tags: [fileTag(path)],
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

/** A page itself with those that it names, or will when they are public: its sections, its translations. */
function aroundIn(row: Trace, { ancestors, translations }: Shown) {
  return {
    seen: [row.card_digest, row.body_digest, row.ancestors, row.translations],
    tags: [
      pageTag(row.page_id),
      cardTag(row.page_id),
      ...[...ancestors, ...translations].map(([id]) => cardTag(id)),
      ...(row.translation_list === null ? [] : [listTag(row.translation_list)]),
    ],
  };
}

/** All that a page shows of another that it names: the rest of that one's card may change. */
const printedOf = (link: Link | null): string => JSON.stringify(link?.slice(1) ?? null);

/** An answer carries up to 1,000 tags, and a purge names up to 100: what shows more than that is swept. */
const MOST_NAMED = 100;

const cardTags = (items: readonly AnyItem[]): string[] =>
  items.length > MOST_NAMED ? [SWEEPING_TAG] : items.map(([, id]) => cardTag(id));

/** How many pages the list has. */
export function pagerCount({ total }: Trace, { pagerSize }: Settings): number {
  return Math.max(1, Math.ceil((total ?? 0) / pagerSize));
}
