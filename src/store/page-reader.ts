// Reads what one URL answers in one statement, so that a read is one round trip and one row: the
// route, its page and rendering, neighbours, the items of a list, the settings and the next moment
// at which time changes anything. Owns that query and its mapping to a Document.

import { cardTag, fileTag, listTag, pageTag, SITE_TAG, SWEEPING_TAG, urlTag } from "../site/cache-tag.ts";
import { NEVER } from "../site/contribution.ts";
import { digestText } from "../site/digest.ts";
import type { CountedTerm, FeedEntry, FeedFormat, Found, PageReader, Pager } from "../site/document.ts";
import { formatRfc3339 } from "../site/moment.ts";
import type { Card, Page, PageLink, TrustedHtml } from "../site/page.ts";
import type { Settings } from "../site/settings.ts";
import type { UrlPath } from "../site/url.ts";

/** Lists that are one page by nature (archives, all terms, sitemap) stop here. */
const WHOLE_LIST = 10_000;

/** A feed that carries whole texts stops here, whatever the configuration allows. */
const FULL_FEED = 50;

/** The cards of the list that is shown, newest first, gathered by `columns` into one value. */
const itemsAs = (columns: string, more = ""): string => `(
  select ${columns} from (
    select page.card, page.card_digest, page.body_digest, page.rendering
    from listing join page on page.id = listing.page
    where listing.list = (select list from shown) and listing.seq <= (select seq from first)
      and listing.visible_from <= ?2 and listing.visible_until > ?2
    order by listing.seq desc limit (select size from shown)
  ) item ${more})`;

/**
 * ?1 the URL, ?2 now, ?3 the list of a pager (`/posts/` of `/posts/page/2/`) or '', ?4 its number,
 * ?5 the folder of `/index.html` or ''. Correlated parts stand behind `case`, so that a page does
 * not pay for lists and a file not for pages.
 */
export const FIND = `
with
me as materialized (
  select *, case url when ?1 then 0 when ?3 then 1 else 2 end as detour,
    case when type = 'list' then page when type in ('archive', 'rss', 'atom', 'json') then cast(target as integer) end as list
  from route
  where url in (?1, ?3, ?1 || '/', ?5) and visible_from <= ?2 and visible_until > ?2
    and (url = ?1 or (url = ?3 and type = 'list') or (url <> ?3 and page is not null))
  order by detour, precedence, owner limit 1
),
lang as materialized (
  select * from language where lang = coalesce(
    (select page.lang from me join page on page.id = me.page),
    (select lang from language where position > 0 and substr(?1, 1, length(lang) + 2) = '/' || lang || '/' limit 1),
    (select lang from language where position = 0))
),
shown as materialized (
  select
    me.list,
    case
      when me.type = 'list' then lang.pager_size
      when me.type = 'archive' then ${WHOLE_LIST}
      when me.type = 'rss' and lang.feed_full = 0 then lang.feed_limit
      else min(lang.feed_limit, ${FULL_FEED})
    end as size,
    case me.detour when 1 then (?4 - 1) * lang.pager_size else 0 end as skip,
    me.type in ('atom', 'json') or (me.type = 'rss' and lang.feed_full = 1) as full,
    coalesce((select seq from listing where list = me.list order by seq desc limit 1), 0) as newest
  from me, lang where me.list is not null
),
gap as materialized (
  select seq, row_number() over (order by seq desc) as nth from listing
  where list = (select list from shown) and timed = 1 and (visible_from > ?2 or visible_until <= ?2)
),
first as materialized (
  select newest - skip - (select count(*) from gap where newest - gap.seq - gap.nth + 1 <= skip) as seq from shown
)
select
  site.base_path, site.generation, lang.settings, lang.digest as settings_digest,
  (select min(visible_from) from page where timed = 1 and visible_from > ?2) as due,
  (select min(visible_until) from page where timed = 1 and visible_until > ?2) as expiry,
  me.type, me.url, me.target, me.detour,
  page.id as page_id, page.url as page_url, page.kind, page.file, page.card, page.card_digest, page.body_digest,
  rendering.html, rendering.toc,
  blob.sha256, blob.size, blob.media_type,
  case when me.type = 'page' and page.neighbours is not null then (
    select json_array(p.card_digest, p.url, p.card ->> '$.linkTitle', p.id)
    from listing join page p on p.id = listing.page
    where listing.list = page.neighbours and listing.sort_key < page.sort_key
      and listing.visible_from <= ?2 and listing.visible_until > ?2
    order by listing.sort_key desc limit 1) end as newer,
  case when me.type = 'page' and page.neighbours is not null then (
    select json_array(p.card_digest, p.url, p.card ->> '$.linkTitle', p.id)
    from listing join page p on p.id = listing.page
    where listing.list = page.neighbours and listing.sort_key > page.sort_key
      and listing.visible_from <= ?2 and listing.visible_until > ?2
    order by listing.sort_key limit 1) end as older,
  case when me.type in ('list', 'archive', 'rss', 'atom', 'json') then
    ${itemsAs(`'[' || coalesce(group_concat('["' || card_digest || '",' || card || ']', ','), '') || ']'`)} end as items,
  case when (select full from shown) then
    ${itemsAs("json_group_array(json_array(body_digest, html))", "left join rendering on rendering.id = item.rendering")} end as bodies,
  case when me.type = 'list' then (select newest - (select count(*) from gap) from shown) end as total,
  case when me.type = 'terms' then (
    select json_group_array(json_array(term.url, term.title, term.total)) from (
      select p.url, p.card ->> '$.title' as title,
        coalesce((select seq from listing n where n.list = p.id order by seq desc limit 1), 0)
          - (select count(*) from listing n where n.list = p.id and n.timed = 1 and (n.visible_from > ?2 or n.visible_until <= ?2)) as total
      from listing join page p on p.id = listing.page
      where listing.list = page.id order by listing.sort_key limit ${WHOLE_LIST}) term
    where term.total > 0) end as terms,
  case when me.type = 'sitemap' then (
    select json_group_array(json_array(entry.url, entry.card ->> '$.lastmod')) from (
      select p.url, p.card from page p
      where p.visible_from <= ?2 and p.visible_until > ?2 and p.lang = lang.lang and p.listed = 1
        and (p.file is not null or p.kind in ('home', 'taxonomy') or exists (
          select 1 from listing n where n.list = p.id and n.visible_from <= ?2 and n.visible_until > ?2))
      order by p.sort_key limit ${WHOLE_LIST}) entry) end as sitemap
from site
left join me on 1
left join lang on 1
left join page on page.id = me.page
left join rendering on rendering.id = page.rendering and me.type in ('page', 'list', 'terms', 'archive')
left join file on file.path = me.target and me.type = 'file'
left join blob on blob.sha256 = file.sha256`;

interface Row {
  base_path: string;
  generation: number;
  settings: string | null;
  settings_digest: string;
  due: number | null;
  expiry: number | null;
  type:
    | "page"
    | "list"
    | "terms"
    | "archive"
    | "rss"
    | "atom"
    | "json"
    | "sitemap"
    | "robots"
    | "file"
    | "alias"
    | null;
  url: UrlPath;
  target: string | null;
  detour: 0 | 1 | 2 | null;
  page_id: number;
  page_url: UrlPath;
  kind: string;
  file: string | null;
  card: string;
  card_digest: string;
  body_digest: string;
  html: string | null;
  toc: string | null;
  sha256: string | null;
  size: number;
  media_type: string;
  newer: string | null;
  older: string | null;
  items: string | null;
  bodies: string | null;
  total: number | null;
  terms: string | null;
  sitemap: string | null;
}

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
  const missing: Answer = { answer: { type: "not-found", settings }, seen: [], tags: [] };
  const redirect = (to: UrlPath): Answer => ({ answer: { type: "redirect", to }, seen: [to], tags: [] });
  if (row.type === null) return missing;
  if (row.detour === 2) return redirect(row.url);
  const number = row.detour === 1 ? (asked.pager?.number ?? 1) : 1;
  if (row.detour === 1 && asked.pager?.word !== settings.paginatePath) return missing;
  if (row.detour === 1 && number === 1) return redirect(row.url);

  switch (row.type) {
    case "page": {
      const newer = neighbourFrom(row.newer);
      const older = neighbourFrom(row.older);
      return {
        answer: {
          type: "page",
          settings,
          page: pageFrom(row),
          newer: newer?.link ?? null,
          older: older?.link ?? null,
        },
        seen: [row.card_digest, row.body_digest, newer?.digest ?? "", older?.digest ?? ""],
        tags: [
          pageTag(row.page_id),
          cardTag(row.page_id),
          ...[newer, older].flatMap((n) => (n === null ? [] : [cardTag(n.id)])),
        ],
      };
    }
    case "list": {
      const { cards: items, digests } = itemsFrom(row.items);
      const pager = pagerFrom({ number, total: row.total ?? 0, url: row.url, settings });
      const made = row.file === null && row.kind !== "home";
      if (items.length === 0 && (made || number > 1)) {
        return { ...missing, tags: [listTag(row.page_id)] };
      }
      return {
        answer: { type: "list", settings, page: pageFrom(row), items, pager, feeds: feedsOf(row) },
        seen: [row.card_digest, row.body_digest, ...digests, number, pager.count],
        tags: [
          pageTag(row.page_id),
          cardTag(row.page_id),
          listTag(row.page_id),
          ...items.map((c) => cardTag(c.id)),
        ],
      };
    }
    case "terms":
      return {
        answer: {
          type: "terms",
          settings,
          page: pageFrom(row),
          terms: termsFrom(row.terms),
          feeds: feedsOf(row),
        },
        seen: [row.card_digest, row.body_digest, row.terms],
        tags: [pageTag(row.page_id), cardTag(row.page_id), listTag(row.page_id), SWEEPING_TAG],
      };
    case "archive": {
      const { cards: items, digests } = itemsFrom(row.items);
      return {
        answer: { type: "archive", settings, page: pageFrom(row), items },
        seen: [row.card_digest, row.body_digest, ...digests],
        tags: [pageTag(row.page_id), cardTag(row.page_id), SWEEPING_TAG],
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
          SWEEPING_TAG,
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
    case "alias":
      return redirect(row.page_url);
    default:
      return row.type satisfies never;
  }
}

function pageFrom(row: Row): Page {
  const { needs = [], ...card }: Card & { needs?: Page["needs"] } = JSON.parse(row.card);
  return {
    ...card,
    file: row.file,
    content: (row.html ?? "") as TrustedHtml,
    toc: (row.toc ?? "") as TrustedHtml,
    needs,
    translations: [],
  };
}

function itemsFrom(json: string | null): { cards: Card[]; digests: string[] } {
  const rows: [string, Card][] = json === null ? [] : JSON.parse(json);
  return { cards: rows.map(([, card]) => card), digests: rows.map(([digest]) => digest) };
}

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
