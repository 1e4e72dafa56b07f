// The tables, for drizzle-kit (migrations) and for the typed queries of this folder. Each comment
// says what a row is and what may be derived again. `WITHOUT ROWID` is written into the migrations
// by hand, because Drizzle has no word for it: those rows are small and found by their key alone. So is the
// table `search` (FTS5), which has a row for each rendering that may be found: migrations/0002_search.sql.

import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** One row: the site as a whole. `generation` counts flips; NOT NULL refuses a stale base. */
export const site = sqliteTable("site", {
  id: integer("id").primaryKey(),
  /** This database's own name, made once. */
  name: text("name").notNull(),
  generation: integer("generation").notNull(),
  /** Path of baseURL, `/` or `/blog/`. */
  basePath: text("base_path").notNull(),
  /** Hugo's configuration as read, JSON: a change of a post need not read the files again. */
  config: text("config").notNull(),
  /** Digest of all that rendering reads of the configuration. */
  renderingDigest: text("rendering_digest").notNull(),
  updatedAt: integer("updated_at").notNull(),
});

/** A language's compiled settings (src/site/settings.ts), read with every page. Derived. WITHOUT ROWID. */
export const language = sqliteTable("language", {
  lang: text("lang").primaryKey(),
  /** 0 is the default language. */
  position: integer("position").notNull(),
  settings: text("settings").notNull(),
  digest: text("digest").notNull(),
  /** Of the settings, what the one query of a read needs to know before it returns. */
  pagerSize: integer("pager_size").notNull(),
  feedLimit: integer("feed_limit").notNull(),
  /** 1 if RSS carries the whole text (PaperMod's ShowFullTextinRSS). */
  feedFull: integer("feed_full").notNull(),
});

/** The tree: which bytes stand at which path. The source of truth, with `blob`. WITHOUT ROWID. */
export const file = sqliteTable("file", {
  path: text("path").primaryKey(),
  sha256: text("sha256").notNull(),
  /** The page that the file makes; null for what makes none. */
  page: integer("page"),
});

/** Bytes by digest: text here, what is longer than a row and everything else in R2 under `blob/<sha256>`. WITHOUT ROWID. */
export const blob = sqliteTable("blob", {
  sha256: text("sha256").primaryKey(),
  size: integer("size").notNull(),
  mediaType: text("media_type").notNull(),
  width: integer("width"),
  height: integer("height"),
  /** 1 if smaller versions can be made of it (src/site/variant.ts). */
  resizable: integer("resizable").notNull().default(0),
  storedAt: integer("stored_at").notNull(),
  /** The whole file, if it is text that the engine reads; null: the bytes are in R2. */
  text: text("text"),
});

/**
 * What one content file renders to in one change set, and the rows that it contributes. Derived.
 * Staged while the change set is being rendered, pointed at by `page` after its flip.
 */
export const rendering = sqliteTable(
  "rendering",
  {
    /** Digest of `change` and the file's path. */
    id: integer("id").primaryKey({ autoIncrement: false }),
    /** Digest of the change set and the generation that it started from. */
    change: integer("change").notNull(),
    stagedAt: integer("staged_at").notNull(),
    /** src/publish/contribution.ts, JSON. */
    contribution: text("contribution").notNull(),
    toc: text("toc").notNull(),
    html: text("html").notNull(),
    /** HTML that is too long for a row lies in R2, under this SHA-256; `html` is empty then. */
    htmlBlob: text("html_blob"),
    /** Its row in `search`, 64 bits wide; 0 if it is not to be found, null if nobody looked yet. */
    doc: integer("doc"),
  },
  (t) => [
    index("rendering_change").on(t.change),
    index("rendering_unindexed").on(t.id).where(sql`doc is null`),
    index("rendering_html_blob").on(t.htmlBlob).where(sql`html_blob is not null`),
  ],
);

/** Every page of every kind, with a file or without. Derived. */
export const page = sqliteTable(
  "page",
  {
    /** src/site/page.ts, PageId. */
    id: integer("id").primaryKey({ autoIncrement: false }),
    lang: text("lang").notNull(),
    kind: text("kind").notNull(),
    /** Hugo's logical path: `/posts/hello`. */
    path: text("path").notNull(),
    /** Null for a page that Deckle made itself. */
    file: text("file"),
    url: text("url").notNull(),
    /** Ascending is Hugo's order. */
    sortKey: text("sort_key").notNull(),
    /** The list in which it has neighbours: home's. Null for what stands outside it. */
    neighbours: integer("neighbours"),
    /** Epoch seconds; a draft's is the far future. */
    visibleFrom: integer("visible_from").notNull(),
    visibleUntil: integer("visible_until").notNull(),
    /** 1 if time alone can change what is shown: it was not yet public at its flip, or expires. */
    timed: integer("timed").notNull(),
    /** How the sitemap names it: 0 not at all, 1 as one of every page's list, 2 by itself. */
    listed: integer("listed").notNull(),
    rendering: integer("rendering"),
    /** src/site/page.ts, Card, JSON. */
    card: text("card").notNull(),
    /** Of the card and of the body. */
    cardDigest: text("card_digest").notNull(),
    bodyDigest: text("body_digest").notNull(),
  },
  (t) => [
    index("page_due").on(t.visibleFrom).where(sql`timed = 1`),
    index("page_expiry").on(t.visibleUntil).where(sql`timed = 1`),
    index("page_alone").on(t.lang, t.sortKey).where(sql`listed = 2`),
    // Drafts, expired posts and whatever else no list of every page has; and what such a list has for a time.
    index("page_apart").on(t.sortKey).where(sql`kind = 'page' and (listed <> 1 or timed = 1)`),
  ],
);

/**
 * A page's place in a list. `seq` ranks the rows of a list from its end (the oldest post is 1), so
 * that a new post adds one row and moves none. A list that never shows a page has it as one still to come,
 * whatever the page's own row says: neighbours and the archive go by that one. WITHOUT ROWID.
 */
export const listing = sqliteTable(
  "listing",
  {
    list: integer("list").notNull(),
    sortKey: text("sort_key").notNull(),
    page: integer("page").notNull(),
    seq: integer("seq").notNull(),
    visibleFrom: integer("visible_from").notNull(),
    visibleUntil: integer("visible_until").notNull(),
    timed: integer("timed").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.list, t.sortKey] }),
    // Covers what a list reads, so that a row of it is one row read.
    index("listing_seq").on(t.list, t.seq, t.page, t.visibleFrom, t.visibleUntil),
    index("listing_timed").on(t.list, t.seq).where(sql`timed = 1`),
  ],
);

/**
 * Every URL that answers. Several owners may claim one: the lowest precedence that is visible wins
 * (0 page, 1 file, 2 alias, 3 generated). WITHOUT ROWID.
 */
export const route = sqliteTable(
  "route",
  {
    url: text("url").notNull(),
    precedence: integer("precedence").notNull(),
    /** Who put it here: a page `p<id>`, a file `f<path>`, the engine `site`, a move `m<page id>`. */
    owner: text("owner").notNull(),
    /** src/site/contribution.ts, RouteType. */
    type: text("type").notNull(),
    page: integer("page"),
    /** A file's path, the number of the list that is shown, a sitemap's language. An alias leads to its page's URL. */
    target: text("target"),
    visibleFrom: integer("visible_from").notNull(),
    visibleUntil: integer("visible_until").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.url, t.precedence, t.owner] }),
    // The former addresses of a page, which it takes along when its file gets another name.
    index("route_moved").on(t.page).where(sql`precedence = 2`),
  ],
);

/** What a page's rendering asked for: when it changes, the page is rendered again. WITHOUT ROWID. */
export const dependency = sqliteTable(
  "dependency",
  { asked: text("asked").notNull(), page: integer("page").notNull() },
  (t) => [primaryKey({ columns: [t.asked, t.page] })],
);

/** Purges that the next cron repeats or performs. */
export const purge = sqliteTable("purge", {
  id: integer("id").primaryKey(),
  /** JSON list; `["*"]` for everything. */
  tags: text("tags").notNull(),
  createdAt: integer("created_at").notNull(),
});

/** Who may write. Only the SHA-256 of a token is kept. */
export const token = sqliteTable(
  "token",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    hash: text("hash").notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [uniqueIndex("token_hash").on(t.hash)],
);
