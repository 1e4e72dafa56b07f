// The search index as rows: an entry for each rendering that may be found, in the FTS5 table `search`. It
// can be thrown away and made again, a few renderings at a time; a rendering that goes takes its entry
// along (the trigger of migrations/0002_search.sql).

import type { ChangeStore, SearchEntry } from "../site/change-store.ts";
import type { MediaReader } from "../site/media.ts";
import type { PageId } from "../site/page.ts";
import { type Insertion, insertStatements } from "./insert.ts";
import { jsonParameters } from "./json-parameter.ts";
import { readLongHtml } from "./long-html.ts";

type Indexing = Pick<ChangeStore, "unindexed" | "index" | "dropIndex">;

export function createSearchIndex(db: D1Database, media: MediaReader): Indexing {
  return {
    async unindexed(limit) {
      const { results } = await db
        .prepare("select id, contribution, html, html_blob from rendering where doc is null limit ?1")
        .bind(limit)
        .all<{ id: number; contribution: string; html: string; html_blob: string | null }>();
      return Promise.all(
        results.map(async ({ id, contribution, html, html_blob: blob }) => ({
          id,
          contribution: JSON.parse(contribution),
          html: blob === null ? html : await readLongHtml(media, blob),
        })),
      );
    },

    async index(entries) {
      if (entries.length === 0) return;
      const docs = entries.map(({ id, search }) => [id, search?.doc ?? "0"]);
      await db.batch([
        ...entryStatements(db, entries),
        ...jsonParameters(docs).map((json) =>
          db
            .prepare(
              `update rendering set doc = cast(entry.value ->> 1 as integer) from json_each(?1) entry
               where rendering.id = entry.value ->> 0`,
            )
            .bind(json),
        ),
      ]);
    },

    async dropIndex() {
      await db.batch([
        db.prepare("insert into search (search) values ('delete-all')"),
        db.prepare("update rendering set doc = null where doc is not null"),
      ]);
    },
  };
}

const ENTRIES: Insertion = {
  into: "insert or replace into search",
  columns: {
    rowid: "integer",
    title: "value",
    tags: "value",
    body: "value",
    title_marked: "value",
    tags_marked: "value",
    body_marked: "value",
    page: "integer",
    rendering: "integer",
    text: "value",
  },
};

/** Replaces what has the same number: the same rendering, staged or indexed once more. */
export function entryStatements(
  db: D1Database,
  entries: readonly { id: number; page: PageId; search: SearchEntry | null }[],
): D1PreparedStatement[] {
  const rows = entries.flatMap(({ id, page, search }) => {
    if (search === null) return [];
    const { doc, title, tags, body, titleMarked, tagsMarked, bodyMarked, text } = search;
    return [[doc, title, tags, body, titleMarked, tagsMarked, bodyMarked, page, id, text]];
  });
  return insertStatements(db, ENTRIES, rows);
}
