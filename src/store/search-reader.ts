// Reads what a search finds: the page that it stands on, then the hits, which come in the order in which
// they are wanted, so that the database stops after a page of them. And the whole index for those who
// search by themselves. Owns both statements and the mapping of their rows.

import { cardTag, pageTag, SEARCH_TAG, SITE_TAG, urlTag } from "../site/cache-tag.ts";
import { everyPageList, type StoredCard } from "../site/contribution.ts";
import { digestText } from "../site/digest.ts";
import type { Found } from "../site/document.ts";
import type { Page, TrustedHtml } from "../site/page.ts";
import { type IndexEntry, languageBits, type Searcher, type SearchHit } from "../site/search.ts";
import { parseQuery } from "../site/search-query.ts";
import type { Settings } from "../site/settings.ts";
import type { UrlPath } from "../site/url.ts";
import { TIMES } from "./page-query.ts";
import { changesAt } from "./page-trace.ts";
import { tiersOf } from "./search-expression.ts";

/** Two rows a hit, one more hit to know whether there are others, and a row a tier: 25 at most. */
const PAGE_SIZE = 8;

/** UTF-16 units of a hit's text in which an excerpt is looked for. */
const EXCERPT_FROM = 30_000;

/** ?1 the path of the request, ?2 now. Files and pages may stand where search would. */
export const FRAME = `
with me as materialized (
  select site.base_path, route.type, route.url, route.page
  from site join route on route.url = substr(?1, length(site.base_path))
  where substr(?1, 1, length(site.base_path)) = site.base_path
    and route.visible_from <= ?2 and route.visible_until > ?2
  order by route.precedence, route.owner limit 1
)
select me.base_path, me.type, me.url, page.card, page.card_digest, page.file, language.settings, language.digest,
  ${TIMES.due} as due, ${TIMES.expiry} as expiry
from me left join page on page.id = me.page
join language on language.lang = coalesce(page.lang,
  (select lang from language where position > 0 and substr(me.url, 1, length(lang) + 2) = '/' || lang || '/' limit 1),
  (select lang from language where position = 0))
where me.type in ('search', 'search-json')`;

interface FrameRow {
  base_path: string;
  type: "search" | "search-json";
  url: UrlPath;
  /** `null` for `/search.json`. */
  card: string | null;
  card_digest: string | null;
  file: string | null;
  settings: string;
  digest: string;
  due: number | null;
  expiry: number | null;
}

/** An entry whose rendering is not the page's is staged, or was. */
const LIVE = `entry.rowid between cast(?2 as integer) and cast(?3 as integer) and page.rendering = entry.rendering
    and page.lang = ?4 and page.visible_from <= ?5 and page.visible_until > ?5`;

/**
 * ?1 the tiers, ?2 and ?3 the language's share of the index, ?4 the language, ?5 now, ?6 hits to pass over. Without
 * an order of its own: tiers are read one after the other, and FTS5 reads each by its numbers, the newest first.
 */
export const HITS = `
select page.card, page.card_digest, page.body_digest, substr(entry.text, 1, ${EXCERPT_FROM}) as text
from json_each(?1) tier cross join search entry cross join page on page.id = entry.page
where entry.search match tier.value ->> '$.match' and ${LIVE}
  and (tier.value ->> '$.unless' is null or not exists (
    select 1 from search entry cross join page on page.id = entry.page
    where entry.search match tier.value ->> '$.unless' and ${LIVE}))
limit ${PAGE_SIZE + 1} offset ?6`;

interface HitRow {
  card: string;
  card_digest: string;
  body_digest: string;
  text: string;
}

export function createSearcher(db: D1Database): Searcher {
  return {
    async find(path, search, now) {
      const frame = await db.prepare(FRAME).bind(path, now).first<FrameRow>();
      if (frame === null) return null;
      const settings: Settings = JSON.parse(frame.settings);
      const tiers = tiersOf(parseQuery(search.query));
      const { lang } = settings;
      const share = languageBits(lang) << 57n;
      const { results: rows } = await db
        .prepare(HITS)
        .bind(
          JSON.stringify(tiers),
          String(share),
          String(share + (1n << 57n) - 1n),
          lang,
          now,
          (search.number - 1) * PAGE_SIZE,
        )
        .all<HitRow>();
      const results = {
        ...search,
        hits: rows.slice(0, PAGE_SIZE).map(hitFrom),
        more: rows.length > PAGE_SIZE,
      };
      const page = pageFrom(frame, settings);
      const answer: Found["answer"] =
        page === null
          ? { type: "search-json", settings, results }
          : { type: "search", settings, page, results };
      const seen = rows.flatMap((row) => [row.card_digest, row.body_digest]);
      return {
        answer,
        validator: digestText(
          JSON.stringify([frame.base_path, frame.type, frame.digest, frame.card_digest, search, seen]),
        ),
        tags: [
          SITE_TAG,
          urlTag(frame.url),
          SEARCH_TAG,
          ...(page === null ? [] : [pageTag(page.id), cardTag(page.id)]),
        ],
        changesAt: changesAt(frame),
        basePath: frame.base_path,
      };
    },

    async fillIndex(found, now) {
      if (found.answer.type !== "index") return found;
      const list = everyPageList(found.answer.settings.lang);
      const entries: IndexEntry[] = [];
      const seen: string[] = [found.validator];
      let after = "";
      for (let slice = 0; slice < SLICES; slice++) {
        const { results } = await db.prepare(INDEX_SLICE).bind(list, after, now).all<IndexRow>();
        for (const { card_digest, body_digest, sort_key, ...entry } of results) {
          entries.push(entry);
          seen.push(card_digest, body_digest);
          after = sort_key;
        }
        if (results.length < SLICE) break;
      }
      return { ...found, answer: { ...found.answer, entries }, validator: digestText(seen.join("|")) };
    },
  };
}

const NO_HTML = "" as TrustedHtml;

function pageFrom(frame: FrameRow, settings: Settings): Page | null {
  if (frame.card === null) return null;
  const { needs, translationList, counterparts, above, ...card }: StoredCard = JSON.parse(frame.card);
  return {
    ...card,
    file: frame.file,
    content: NO_HTML,
    toc: NO_HTML,
    needs,
    translations: [],
    ancestors: [{ title: settings.title, url: settings.homeUrl }],
  };
}

function hitFrom({ card, text }: HitRow): SearchHit {
  const { needs, translationList, counterparts, above, allowed, summary, ...shown }: StoredCard =
    JSON.parse(card);
  return { ...shown, text };
}

/** `/index.json` ends after as many posts as the free plan's 50 queries a request can bring. */
const SLICE = 100;
const SLICES = 40;

/** ?1 the list of all pages, ?2 the last one's sort key, ?3 now. */
const INDEX_SLICE = `
select entry.text as content, page.url, page.card ->> '$.summary' as summary, page.card ->> '$.title' as title,
  page.card_digest, page.body_digest, listing.sort_key
from listing join page on page.id = listing.page join rendering on rendering.id = page.rendering
  join search entry on entry.rowid = rendering.doc
where listing.list = ?1 and listing.sort_key > ?2 and listing.visible_from <= ?3 and listing.visible_until > ?3
order by listing.sort_key limit ${SLICE}`;

interface IndexRow extends IndexEntry {
  card_digest: string;
  body_digest: string;
  sort_key: string;
}
