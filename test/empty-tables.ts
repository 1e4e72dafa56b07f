// A database as its migrations leave it, for another test.

import type { Query } from "../src/cli/author-token.ts";

/**
 * Forgets all but what stands in the tables of `kept`. The number of the last write goes on: by it an isolate
 * knows what it remembers.
 */
export async function emptyTables(query: Query, kept: readonly string[] = []): Promise<void> {
  const tables = await query("select name from sqlite_schema where type = 'table'");
  for (const { name } of tables) {
    const table = String(name);
    if (!/^(_cf_|sqlite_|search|d1_migrations$|site$)/.test(table) && !kept.includes(table))
      await query(`delete from ${table}`);
  }
  await query("update site set base_path = '/', config = '', rendering_digest = '', updated_at = 0");
}
