// The one statement of a read, and the row that it answers. Owns the SQL; what becomes of the row is
// page-reader.ts.

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

/** An alias outlives its page, and gives way to whatever else claims the URL. */
const deadAlias = `type = 'alias' and not exists (
  select 1 from page p where p.id = route.page and p.visible_from <= ?2 and p.visible_until > ?2)`;

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
  me.type, me.url, me.target, me.detour, me.page as alias_of,
  page.visible_from <= ?2 and page.visible_until > ?2 as is_public,
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
  case when page.card ->> '$.above' is not null then (
    select json_group_array(json_array(p.card_digest, p.id, p.url, p.card ->> '$.linkTitle'))
    from json_each(page.card, '$.above') above join page p on p.id = above.value) end as ancestors,
  case when page.card ->> '$.translationList' is not null then (
    select json_group_array(json_array(p.card_digest, p.id, p.url, p.card ->> '$.title', p.lang))
    from listing join page p on p.id = listing.page
    where listing.list = page.card ->> '$.translationList' and p.id <> page.id
      and listing.visible_from <= ?2 and listing.visible_until > ?2) end as translations,
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

/** The one row. What a kind of answer does not have is null. */
export interface Row {
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
    | "sitemap-index"
    | "robots"
    | "file"
    | "alias"
    | null;
  url: UrlPath;
  target: string | null;
  detour: 0 | 1 | 2 | null;
  alias_of: number;
  is_public: 0 | 1 | null;
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
  translations: string | null;
  ancestors: string | null;
  items: string | null;
  bodies: string | null;
  total: number | null;
  terms: string | null;
  sitemap: string | null;
}
