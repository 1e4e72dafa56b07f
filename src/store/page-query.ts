// The statement of a read and the row that it answers, whole or as its trace. Owns the SQL; what becomes
// of the row is page-trace.ts's and page-reader.ts's.

import type { RouteType } from "../site/contribution.ts";
import { NOT_IN_LISTS } from "../site/document.ts";
import type { PageId, TrustedHtml } from "../site/page.ts";
import type { UrlPath } from "../site/url.ts";

/** Lists that are one page by nature (archives, all terms) stop here. */
const WHOLE_LIST = 10_000;

/** A feed that carries whole texts stops here, whatever the configuration allows. */
const FULL_FEED = 50;

/** Bytes of a text that a feed carries whole; a longer one's entry has its summary. So a feed has 10 MB at most. */
const WHOLE_TEXT = 200_000;

/** What tells one version of an answer from another, and all that its cache tags name. */
export interface Trace {
  base_path: string;
  /** `null` before the first publishing. */
  settings_digest: string | null;
  /** `null` if the asker has those of this digest. */
  settings: string | null;
  due: number | null;
  expiry: number | null;
  type: RouteType | null;
  url: UrlPath;
  target: string | null;
  detour: 0 | 1 | 2 | null;
  alias_of: PageId;
  is_public: 0 | 1 | null;
  page_id: PageId;
  page_url: UrlPath;
  kind: string;
  file: string | null;
  card_digest: string;
  body_digest: string;
  translation_list: PageId | null;
  sha256: string | null;
  size: number;
  media_type: string;
  /** JSON: [id, url, title]. */
  newer: string | null;
  older: string | null;
  /** JSON: a list of the same, each with whether it is public. */
  ancestors: string | null;
  /** JSON: a list of [id, url, title, language]. */
  translations: string | null;
  total: number | null;
  /** JSON: [url, title, count]. */
  terms: string | null;
}

/** The first row. What a kind of answer does not have is null. */
export interface Whole extends Trace {
  card: string;
  html: string | null;
  /** The digest of the HTML, if it lies in R2; `html` is empty then. */
  html_blob: string | null;
  toc: string | null;
}

/** The rows after it, one for each entry of a list: so that each may be as long as a row of D1, 2 MB. */
export type TraceItem = [cardDigest: string, id: PageId, bodyDigest: string | null];
/** `card` is JSON; `html` is null where the list prints none. */
export type Item = [...TraceItem, card: string, html: TrustedHtml | null];

/** When time alone may next change an answer; ?2 is now. Read by `changesAt` (page-trace.ts). */
export const TIMES = {
  due: "(select min(visible_from) from page where timed = 1 and visible_from > ?2)",
  expiry: "(select min(visible_until) from page where timed = 1 and visible_until > ?2)",
};

/** An alias outlives its page, and gives way to whatever else claims the URL. */
const deadAlias = `type = 'alias' and not exists (
  select 1 from page p where p.id = claim.page and p.visible_from <= ?2 and p.visible_until > ?2)`;

const SOURCES = `
with
me as materialized (
  select *,
    case when type = 'list' then page when type in ('archive', 'rss', 'atom', 'json') then cast(target as integer) end as list
  from (
    select *, 0 as detour from route where url = ?1
    union all select *, 1 from route where url = ?3 and type in ('list', 'sitemap')
    union all select *, 2 from route where url = ?1 || '/' and page is not null
    union all select *, 2 from route where url = ?5 and page is not null
  ) claim
  where visible_from <= ?2 and visible_until > ?2
  order by detour, ${deadAlias}, precedence, owner limit 1
),
lang as materialized (
  select * from language where lang = coalesce(
    (select page.lang from me join page on page.id = me.page),
    (select target from me where type = 'sitemap'),
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
    case when me.type in ('list', 'archive') then 'entry' when me.type = 'rss' and lang.feed_full = 0 then 'summary' else 'text' end as shows,
    coalesce((select seq from listing where list = me.list order by seq desc limit 1), 0) as newest
  from me, lang where me.list is not null
),
gap as materialized (
  select seq, row_number() over (order by seq desc) as nth from listing
  where list = (select list from me) and timed = 1 and (visible_from > ?2 or visible_until <= ?2)
),
first as materialized (
  select list, size, shows, newest,
    newest - skip - case when skip > 0 then (select count(*) from gap where newest - gap.seq - gap.nth + 1 <= skip) else 0 end as seq
  from shown
)`;

const UNPRINTED = NOT_IN_LISTS.map((name) => `'$.${name}'`).join(", ");

/** Of the page in `one`, JSON: a list of the columns of each (`t`); ?2 is now. A term without a file is there while it has pages. */
export const translationsOf = (one: string, columns: string): string => `
  case when ${one}.card ->> '$.translationList' is not null then (
    select json_group_array(json_array(${columns})) from (
      select page, 0 as made from listing where list = ${one}.card ->> '$.translationList'
      union all select value, 1 from json_each(${one}.card, '$.counterparts')
    ) other join page t on t.id = other.page
    where t.id <> ${one}.id and t.visible_from <= ?2 and t.visible_until > ?2
      and (not made or t.file is null and (t.kind <> 'term' or exists (
        select 1 from listing n where n.list = t.id and n.visible_from <= ?2 and n.visible_until > ?2)))) end`;

const neighbour = (side: string, order: string) => `
  case when me.type = 'page' and page.neighbours is not null then (
    select json_array(p.id, p.url, p.card ->> '$.linkTitle')
    from listing join page p on p.id = listing.page
    where listing.list = page.neighbours and p.neighbours is not null and ${side} and p.visible_from <= ?2 and p.visible_until > ?2
    order by listing.sort_key ${order} limit 1) end`;

const BEFORE = "listing.sort_key < page.sort_key";
const AFTER = "listing.sort_key > page.sort_key";

/** Correlated parts stand behind `case`, so that a page does not pay for lists and a file not for pages. */
const TRACE: { [column in keyof Trace]: string } = {
  base_path: "site.base_path",
  settings_digest: "lang.digest",
  settings: "case when instr(?6, lang.digest) = 0 then lang.settings end",
  ...TIMES,
  type: "me.type",
  url: "me.url",
  target: "me.target",
  detour: "me.detour",
  alias_of: "me.page",
  is_public: "page.visible_from <= ?2 and page.visible_until > ?2",
  page_id: "page.id",
  page_url: "page.url",
  kind: "page.kind",
  file: "page.file",
  card_digest: "page.card_digest",
  body_digest: "page.body_digest",
  translation_list: "page.card ->> '$.translationList'",
  sha256: "blob.sha256",
  size: "blob.size",
  media_type: "blob.media_type",
  newer: neighbour(BEFORE, "desc"),
  older: neighbour(AFTER, ""),
  ancestors: `
  case when page.card ->> '$.above' is not null then (
    select json_group_array(json_array(p.id, p.url, p.card ->> '$.linkTitle', p.visible_from <= ?2 and p.visible_until > ?2 and p.card ->> '$.isUnrendered' is null))
    from json_each(page.card, '$.above') above join page p on p.id = above.value) end`,
  translations: translationsOf("page", "t.id, t.url, t.card ->> '$.title', t.lang"),
  total: "case when me.type = 'list' then (select newest from first) - (select count(*) from gap) end",
  terms: `
  case when me.type = 'terms' then (
    select json_group_array(json_array(term.url, term.title, term.total, term.path)) from (
    select p.url, p.path, p.card ->> '$.title' as title,
      coalesce((select seq from listing n where n.list = p.id order by seq desc limit 1), 0)
        - (select count(*) from listing n indexed by listing_timed where n.list = p.id and n.timed = 1 and (n.visible_from > ?2 or n.visible_until <= ?2)) as total
    from listing join page p on p.id = listing.page
    where listing.list = page.id order by listing.sort_key limit ${WHOLE_LIST}) term
    where term.total > 0) end`,
};

const WHOLE: { [column in keyof Whole]: string } = {
  ...TRACE,
  // Of its summary a page prints no more than the text, and that only in the place of a description.
  card: `json_remove(
    case when page.card ->> '$.description' <> '' then json_set(page.card, '$.summaryText', '') else page.card end,
    '$.summary')`,
  html: "rendering.html",
  html_blob: "rendering.html_blob",
  toc: "rendering.toc",
};

const FROM = `
from site
left join me on 1
left join lang on 1
left join page on page.id = me.page
left join file on file.path = me.target and me.type = 'file'
left join blob on blob.sha256 = file.sha256`;

/** Of `first` and `me`, a row each, by value: joined instead, the rows of a list would be sorted. */
const ITEMS = `
from (
  select page.id, page.card, page.card_digest, page.body_digest, page.rendering, listing.seq,
    (select shows from first) as shows
  from listing join page on page.id = listing.page
  where listing.list = (select list from first) and listing.seq <= (select seq from first)
    and (listing.visible_from <= ?2 or (select type from me) = 'archive' and page.visible_from <= ?2) and listing.visible_until > ?2
  order by listing.seq desc limit coalesce((select size from first), 0)
) item`;

const TRACE_ITEM = ["item.card_digest", "item.id", "case when item.shows = 'text' then item.body_digest end"];

const WHOLE_ITEM = [
  ...TRACE_ITEM,
  `case when item.shows = 'entry' then json_remove(item.card, ${UNPRINTED}) else item.card end`,
  `case when octet_length(body.html) <= ${WHOLE_TEXT} then body.html end`,
];

/** `of` and `items` are where the columns of the first row come from, and those of the others, which are fewer. */
function statement(
  columns: { [column: string]: string },
  of: string,
  itemColumns: string[],
  items: string,
): string {
  const first = Object.entries(columns).map(([column, sql]) => `${sql} as ${column}`);
  const others = [...itemColumns, ...first.slice(itemColumns.length).map(() => "null")];
  return `${SOURCES}\nselect ${first.join(",\n  ")}${of}\nunion all select ${others.join(", ")}${items}`;
}

/**
 * ?1 the URL, ?2 now, ?3 the list of a pager (`/posts/` of `/posts/page/2/`), the sitemap of one of its files, or '', ?4 its number,
 * ?5 the folder of `/index.html` or '', ?6 the digests of the settings that the asker has.
 */
export const FIND = statement(
  WHOLE,
  `${FROM}\nleft join rendering on rendering.id = page.rendering and me.type in ('page', 'list', 'terms', 'archive')`,
  WHOLE_ITEM,
  `${ITEMS} left join rendering body on body.id = case when item.shows = 'text' then item.rendering end`,
);

/** The same without what is only printed. */
export const FIND_TRACE = statement(TRACE, FROM, TRACE_ITEM, ITEMS);

/** Rows come as bare values, because names a row cost as much as the mapping of it. */
export const wholeFrom = rowReader<Whole>(WHOLE);
export const traceFrom = rowReader<Trace>(TRACE);

function rowReader<Row>(columns: { [column in keyof Row]: string }): (values: unknown[]) => Row {
  const names = Object.keys(columns);
  return (values) => {
    const row: { [column: string]: unknown } = {};
    for (let i = 0; i < names.length; i++) row[names[i] ?? ""] = values[i];
    return row as Row;
  };
}
