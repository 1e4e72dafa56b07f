// The flip: one batch that takes a change set's old rows out and its new rows in, or does nothing.
// Owns the SQL of writing derived rows; it reads contributions out of the staged renderings, so
// that a thousand pages move in as many statements as one.

import type { Flip } from "../site/change-store.ts";
import { type Contribution, NEVER, PRECEDENCE } from "../site/contribution.ts";
import { type Insertion, insertStatements } from "./insert.ts";
import { jsonParameters } from "./json-parameter.ts";
import type { LongHtml } from "./long-html.ts";
import { entryStatements } from "./search-index.ts";

/** ?1 the generation that the change was made against. NULL in a NOT NULL column refuses the batch. */
const GUARD = `update site set generation = case when generation = ?1 then generation + 1 end, updated_at = ?2 where id = 1`;

/** The error that a stale base makes; see GUARD. */
export const STALE_BASE = /NOT NULL constraint failed: site\.generation/;

/** ?1 JSON list of rendering ids; ?2 now. One row a page, with its contribution. */
const INCOMING = `(
  select rendering.id as rendering, contribution as c,
    contribution ->> '$.page.id' as id,
    contribution ->> '$.hiddenIn' as hidden_in,
    contribution ->> '$.page.sortKey' as sort_key,
    contribution ->> '$.page.visibleFrom' as visible_from,
    contribution ->> '$.page.visibleUntil' as visible_until,
    ${timed("contribution ->> '$.page.visibleFrom'", "contribution ->> '$.page.visibleUntil'")} as timed
  from json_each(?1) wanted join rendering on rendering.id = wanted.value
)`;

function timed(from: string, until: string): string {
  return `((${from}) > ?2 and (${from}) < ${NEVER} or (${until}) > ?2 and (${until}) < ${NEVER})`;
}

const PAGE_COLUMNS = `id, lang, kind, path, file, url, sort_key, neighbours, visible_from, visible_until, timed, listed,
  rendering, card, card_digest, body_digest`;

/** Columns of the page row in `json`: paths from its root, so that it is parsed once for all of them. */
function pageColumns(json: string, rendering: string): string {
  const of = (field: string) => `${json} ->> '$.page.${field}'`;
  const before = [
    "id",
    "lang",
    "kind",
    "path",
    "file",
    "url",
    "sortKey",
    "neighbours",
    "visibleFrom",
    "visibleUntil",
  ];
  return [
    ...before.map(of),
    timed(of("visibleFrom"), of("visibleUntil")),
    of("listed"),
    rendering,
    `${json} -> '$.page.card'`,
    of("cardDigest"),
    of("bodyDigest"),
  ].join(", ");
}

const REPLACE_PAGE = `on conflict (id) do update set
  kind = excluded.kind, path = excluded.path, file = excluded.file, url = excluded.url, sort_key = excluded.sort_key,
  neighbours = excluded.neighbours, visible_from = excluded.visible_from, visible_until = excluded.visible_until,
  timed = excluded.timed, listed = excluded.listed, rendering = excluded.rendering, card = excluded.card,
  card_digest = excluded.card_digest, body_digest = excluded.body_digest`;

const PAGES_IN = `insert into page (${PAGE_COLUMNS})
  select ${pageColumns("c", "rendering")} from ${INCOMING} where true ${REPLACE_PAGE}`;

/**
 * Ranked as if all of them were newer than what stands, as new posts are: RANK mends the others. A list that
 * hides a page knows it as one that is still to come.
 */
const LISTINGS_IN = `insert into listing (list, sort_key, page, seq, visible_from, visible_until, timed)
  select list.value, sort_key, incoming.id,
    coalesce((select seq from listing newest where newest.list = list.value order by seq desc limit 1), 0)
      + row_number() over (partition by list.value order by sort_key desc),
    case when list.value = hidden_in then ${NEVER} else visible_from end, visible_until,
    case when list.value = hidden_in then 1 else timed end
  from ${INCOMING} incoming, json_each(c, '$.lists') list where true
  on conflict (list, sort_key) do update set page = excluded.page, visible_from = excluded.visible_from,
    visible_until = excluded.visible_until, timed = excluded.timed
  where page <> excluded.page or visible_from <> excluded.visible_from
    or visible_until <> excluded.visible_until or timed <> excluded.timed`;

const ROUTE_COLUMNS = "url, precedence, owner, type, page, target, visible_from, visible_until";

const REPLACE_ROUTE = `on conflict (url, precedence, owner) do update set type = excluded.type, page = excluded.page,
    target = excluded.target, visible_from = excluded.visible_from, visible_until = excluded.visible_until
  where type <> excluded.type or target is not excluded.target
    or visible_from <> excluded.visible_from or visible_until <> excluded.visible_until`;

const ROUTES_IN = `insert into route (${ROUTE_COLUMNS})
  select r.value ->> 0, r.value ->> 1, 'p' || incoming.id, r.value ->> 2,
    case when r.value ->> 2 = 'file' then null else incoming.id end, r.value ->> 3, visible_from, visible_until
  from ${INCOMING} incoming, json_each(c, '$.routes') r where true ${REPLACE_ROUTE}`;

const DEPENDENCIES_IN = `insert or ignore into dependency (asked, page)
  select asked.value, incoming.id from ${INCOMING} incoming, json_each(c, '$.asked') asked`;

/** The pages that exist because others do, from `?1` as rendering ids, or as they are. */
const MADE_BY_INCOMING = `(select made.value as m, made.value ->> '$.page.id' as id, c ->> '$.page.path' as path, made.key as nth
  from ${INCOMING}, json_each(c, '$.made') made)`;
const MADE_BY_SITE = "(select value as m from json_each(?1))";

const MADE_PAGES_BY_SITE = `insert into page (${PAGE_COLUMNS})
  select ${pageColumns("m", "null")} from ${MADE_BY_SITE} where true ${REPLACE_PAGE} where page.file is null`;

/**
 * One of each. As in Hugo, a term that pages write in several ways has its address from the page whose path comes first,
 * and its title from the last.
 */
const MADE_ONCE = `(
  select id, json_set(m, '$.page.url', url, '$.page.card.url', url) as m from (
    select id, m, row_number() over (partition by id order by path desc, nth desc) as place,
      first_value(m ->> '$.page.url') over (partition by id order by path, nth) as url
    from ${MADE_BY_INCOMING}) where place = 1)`;

const MADE_PAGES_IN = `insert into page (${PAGE_COLUMNS})
  select ${pageColumns("m", "null")} from ${MADE_ONCE} where true on conflict (id) do nothing`;

const madeRoutesIn = (made: string): string => `insert into route (${ROUTE_COLUMNS})
  select r.value ->> 0, r.value ->> 1, 'p' || (m ->> '$.page.id'), r.value ->> 2, m ->> '$.page.id', r.value ->> 3, 0, ${NEVER}
  from ${made}, json_each(m, '$.routes') r where true ${REPLACE_ROUTE}`;

/**
 * Before the pages: one that is there stands in its list already. Ranked right where the list is new, as all are in an
 * import: what RANK need not mend is not written twice.
 */
const MADE_LISTINGS_IN = `insert or ignore into listing (list, sort_key, page, seq, visible_from, visible_until, timed)
  select list, sort_key, page, row_number() over (partition by list order by sort_key desc), 0, ${NEVER}, 0
  from (select m ->> '$.list' as list, m ->> '$.page.sortKey' as sort_key, id as page from ${MADE_ONCE} made
    where m ->> '$.list' is not null and not exists (select 1 from page where page.id = made.id and page.file is null))`;

/** Ranks of the rows of each list from its newest down to the given key; older rows keep theirs. */
const RANK = `update listing set seq = ranked.seq from (
    select l.list, l.sort_key, coalesce((
        select older.seq from listing older
        where older.list = wanted.list and older.sort_key > wanted.sort_key order by older.sort_key limit 1), 0)
      + row_number() over (partition by l.list order by l.sort_key desc) as seq
    from (select value ->> 0 as list, value ->> 1 as sort_key from json_each(?1)) wanted
    join listing l on l.list = wanted.list and l.sort_key <= wanted.sort_key
  ) ranked
  where listing.list = ranked.list and listing.sort_key = ranked.sort_key and listing.seq <> ranked.seq`;

const RANK_ALL = `update listing set seq = ranked.seq from (
    select list, sort_key, row_number() over (partition by list order by sort_key desc) as seq from listing
  ) ranked where listing.list = ranked.list and listing.sort_key = ranked.sort_key and listing.seq <> ranked.seq`;

/**
 * `?1`: sections with their language and folders, of which another may be written in other letters. Each table is asked in
 * this order: the folder's files are few, a language's pages are not.
 */
const EMPTIED = `select gone.value ->> 'id' from json_each(?1) gone where not exists (
    select 1 from listing where list = gone.value ->> 'id') and not exists (
    select 1 from json_each(gone.value, '$.folders') folder
    cross join file on file.path >= folder.value || '/' and file.path < folder.value || '0'
    cross join page on page.id = file.page and page.lang = gone.value ->> 'lang' and page.id <> gone.value ->> 'id')`;

export function flipStatements(db: D1Database, flip: Flip, long: LongHtml): D1PreparedStatement[] {
  const { now } = flip;
  const one = (sql: string, ...values: unknown[]) => db.prepare(sql).bind(...values);
  /** Once for each slice of `items`; ?1 is the slice, the rest as given. */
  const each = (items: readonly unknown[], sql: string, ...values: unknown[]) =>
    jsonParameters(items).map((json) => one(sql, json, ...values));

  const gone = removals(flip);
  const coming = arrivals(flip);
  return [
    one(GUARD, flip.generation, now),
    ...stageStatements(db, flip, long),
    ...(flip.whole
      ? [
          one("delete from listing"),
          one("delete from route where owner not like 'm%'"),
          one("delete from dependency"),
          one("delete from page"),
          one("delete from rendering where change <> ?1", flip.change),
        ]
      : [
          ...each(gone.listings, `delete from listing where (list, sort_key) in (${pairs})`),
          ...each(
            gone.routes,
            "delete from route where (url, precedence, owner) in (select value ->> 0, value ->> 1, value ->> 2 from json_each(?1))",
          ),
          ...each(gone.dependencies, `delete from dependency where (asked, page) in (${pairs})`),
          ...each(gone.pages, "delete from page where id in (select value from json_each(?1))"),
          ...each(gone.renderings, "delete from rendering where id in (select value from json_each(?1))"),
        ]),
    ...insertStatements(
      db,
      TEXTS,
      flip.put.flatMap(({ sha256, given }) =>
        given === undefined ? [] : [[sha256, given.size, given.mediaType, now, given.text]],
      ),
    ),
    ...each(flip.delete, "delete from file where path in (select value from json_each(?1))"),
    ...each(
      flip.put.map(({ path, sha256, page }) => [path, sha256, page]),
      // A digest that no blob has becomes NULL, and refuses the batch: no row may name what is not there.
      `insert into file (path, sha256, page)
       select value ->> 0, (select sha256 from blob where sha256 = value ->> 1), value ->> 2 from json_each(?1) where true
       on conflict (path) do update set sha256 = excluded.sha256, page = excluded.page`,
    ),
    ...(flip.site === null ? [] : siteStatements(db, flip.site)),
    ...each(flip.made, MADE_PAGES_BY_SITE, now),
    ...each(flip.made, madeRoutesIn(MADE_BY_SITE)),
    ...each(flip.in, PAGES_IN, now),
    ...each(coming.listings, LISTINGS_IN, now),
    ...each(coming.made, MADE_LISTINGS_IN, now),
    ...each(coming.made, MADE_PAGES_IN, now),
    ...each(coming.routes, ROUTES_IN, now),
    ...each(coming.made, madeRoutesIn(MADE_BY_INCOMING), now),
    ...each(coming.dependencies, DEPENDENCIES_IN, now),
    ...each(
      flip.emptied,
      `delete from route where page in (${EMPTIED})
         and (precedence = ${PRECEDENCE.generated} or page in (select id from page where file is null))`,
    ),
    ...each(flip.emptied, `delete from page where file is null and id in (${EMPTIED})`),
    ...each(
      flip.routes.map(({ url, path }) => [url, path]),
      `insert into route (${ROUTE_COLUMNS})
             select value ->> 0, 1, 'f' || (value ->> 1), 'file', null, value ->> 1, 0, ${NEVER} from json_each(?1) where true ${REPLACE_ROUTE}`,
    ),
    ...(flip.ranks === null
      ? [one(RANK_ALL)]
      : each(
          flip.ranks.map(({ list, sortKey }) => [list, sortKey]),
          RANK,
        )),
    ...each(
      flip.renamed.map(({ from, to }) => [from, to]),
      `update or replace route set page = renamed.value ->> 1, owner = 'm' || (renamed.value ->> 1)
       from json_each(?1) renamed where route.precedence = 2 and route.page = renamed.value ->> 0
         and route.owner = 'm' || (renamed.value ->> 0)`,
    ),
    ...each(
      flip.moved.map(({ from, to }) => [from, to]),
      `insert into route (${ROUTE_COLUMNS})
       select value ->> 0, 2, 'm' || (value ->> 1), 'alias', value ->> 1, null, 0, ${NEVER} from json_each(?1) where true ${REPLACE_ROUTE}`,
    ),
    ...(flip.tags.length === 0
      ? []
      : [one("insert into purge (tags, created_at) values (?1, ?2)", JSON.stringify(flip.tags), now)]),
  ];
}

const TEXTS: Insertion = {
  into: "insert into blob",
  columns: { sha256: "value", size: "value", media_type: "value", stored_at: "value", text: "value" },
  conflict: "on conflict (sha256) do update set stored_at = excluded.stored_at",
};

const pairs = "select value ->> 0, value ->> 1 from json_each(?1)";

const RENDERINGS: Insertion = {
  into: "insert into rendering",
  columns: {
    id: "value",
    change: "value",
    staged_at: "value",
    contribution: "value",
    toc: "value",
    html: "value",
    html_blob: "value",
    doc: "integer",
  },
  conflict: "on conflict (id) do nothing",
};

export function stageStatements(
  db: D1Database,
  { change, fresh, now }: Pick<Flip, "change" | "fresh" | "now">,
  long: LongHtml,
) {
  return [
    ...insertStatements(
      db,
      RENDERINGS,
      fresh.map(({ id, contribution, toc, html, search }) => {
        const blob = long.get(id) ?? null;
        const row = [id, change, now, JSON.stringify(contribution), toc, blob === null ? html : "", blob];
        return [...row, search?.doc ?? "0"];
      }),
    ),
    ...entryStatements(
      db,
      fresh.map(({ id, contribution, search }) => ({ id, page: contribution.page.id, search })),
    ),
  ];
}

/** Rows of the outgoing pages that no incoming page of this request claims again. */
function removals({ out, fresh, routesGone }: Flip) {
  const key = (...parts: unknown[]) => JSON.stringify(parts);
  const kept = new Set(
    fresh.flatMap(({ contribution: { page, lists, routes, asked } }) => [
      key(page.id),
      ...lists.map((list) => key(list, page.sortKey)),
      ...routes.map(([url, precedence]) => key(url, precedence, `p${page.id}`)),
      ...asked.map((question) => key(question, page.id)),
    ]),
  );
  const without = (rows: unknown[][]) => rows.filter((row) => !kept.has(key(...row)));
  const contributions = out.map((page) => page.contribution);
  return {
    pages: out.map(({ id }) => id).filter((id) => !kept.has(key(id))),
    renderings: out.map(({ rendering }) => rendering),
    listings: without(contributions.flatMap(({ page, lists }) => lists.map((list) => [list, page.sortKey]))),
    routes: [
      ...without(
        contributions.flatMap(({ page, routes }) =>
          routes.map(([url, precedence]) => [url, precedence, `p${page.id}`]),
        ),
      ),
      ...routesGone.map(({ path, url }) => [url, 1, `f${path}`]),
    ],
    dependencies: without(
      contributions.flatMap(({ page, asked }) => asked.map((question) => [question, page.id])),
    ),
  };
}

/** Incoming renderings by the rows that they bring: an edit of a text brings none but its page's. */
function arrivals({ in: all, out, fresh }: Flip) {
  const standing = new Map(out.map((page) => [page.id, page]));
  const but = (rows: (contribution: Contribution) => unknown): number[] => {
    const same = fresh.filter(({ contribution }) => {
      const before = standing.get(contribution.page.id);
      // Rows that time may change say so until they are written again.
      if (before === undefined || before.timed === 1) return false;
      return JSON.stringify(rows(before.contribution)) === JSON.stringify(rows(contribution));
    });
    const ids = new Set(same.map(({ id }) => id));
    return all.filter((id) => !ids.has(id));
  };
  return {
    made: but(({ made }) => made),
    listings: but(({ page, lists, hiddenIn }) => [
      lists,
      hiddenIn,
      page.sortKey,
      page.visibleFrom,
      page.visibleUntil,
    ]),
    routes: but(({ page, routes }) => [routes, page.visibleFrom, page.visibleUntil]),
    dependencies: but(({ asked }) => asked),
  };
}

function siteStatements(db: D1Database, site: NonNullable<Flip["site"]>): D1PreparedStatement[] {
  return [
    db
      .prepare("update site set base_path = ?1, config = ?2, rendering_digest = ?3 where id = 1")
      .bind(site.basePath, site.config, site.renderingDigest),
    db.prepare("delete from language"),
    ...site.languages.map(({ settings, position, digest }) =>
      db
        .prepare(
          `insert into language (lang, position, settings, digest, pager_size, feed_limit, feed_full)
           values (?1, ?2, ?3, ?4, ?5, ?6, ?7)`,
        )
        .bind(
          settings.lang,
          position,
          JSON.stringify(settings),
          digest,
          settings.pagerSize,
          settings.feedLimit < 0 ? UNLIMITED_FEED : settings.feedLimit,
          settings.params.showfulltextinrss === true ? 1 : 0,
        ),
    ),
    ...jsonParameters(site.routes).map((json) =>
      db
        .prepare(
          `insert into route (${ROUTE_COLUMNS})
           select value ->> 0, value ->> 1, 'site', value ->> 2, null, value ->> 3, 0, ${NEVER} from json_each(?1) where true ${REPLACE_ROUTE}`,
        )
        .bind(json),
    ),
  ];
}

/** Hugo's feeds have no end unless `services.rss.limit` says so; a feed reader is content with this. */
const UNLIMITED_FEED = 1000;
