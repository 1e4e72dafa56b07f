// The search index as rows: an entry for each rendering that may be found, in the FTS5 table `search`. It
// can be thrown away and made again, a few renderings at a time; a rendering that goes takes its entry
// along (the trigger of migrations/0002_search.sql).

import type { ChangeStore, SearchEntry } from "../site/change-store.ts";
import type { PageId } from "../site/page.ts";
import { jsonParameters } from "./json-parameter.ts";

type Indexing = Pick<ChangeStore, "unindexed" | "index" | "dropIndex">;

export function createSearchIndex(db: D1Database): Indexing {
  return {
    async unindexed(limit) {
      const { results } = await db
        .prepare("select id, contribution, html from rendering where doc is null limit ?1")
        .bind(limit)
        .all<{ id: number; contribution: string; html: string }>();
      return results.map((row) => ({ ...row, contribution: JSON.parse(row.contribution) }));
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

/** Replaces what has the same number: the same rendering, staged or indexed once more. */
export function entryStatements(
  db: D1Database,
  entries: readonly { id: number; page: PageId; search: SearchEntry | null }[],
): D1PreparedStatement[] {
  const found = entries.flatMap(({ id, page, search }) => (search === null ? [] : { ...search, id, page }));
  return jsonParameters(found).map((json) =>
    db
      .prepare(
        `insert or replace into search
           (rowid, title, tags, body, title_marked, tags_marked, body_marked, page, rendering, text)
         select cast(value ->> '$.doc' as integer), value ->> '$.title', value ->> '$.tags', value ->> '$.body',
           value ->> '$.titleMarked', value ->> '$.tagsMarked', value ->> '$.bodyMarked',
           value ->> '$.page', value ->> '$.id', value ->> '$.text'
         from json_each(?1)`,
      )
      .bind(json),
  );
}
