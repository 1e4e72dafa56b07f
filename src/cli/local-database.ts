// The local D1 as the SQLite file that it is, so that a token can be made or revoked whether or not
// the blog is running. Changes no table's shape.

import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Query } from "./author-token.ts";
import type { StateFolder } from "./state-folder.ts";

/** `null` when the blog was never started with this state folder. */
export async function findLocalDatabase(state: StateFolder): Promise<Query | null> {
  const folder = join(state.storage, "d1", "miniflare-D1DatabaseObject");
  const names = await readdir(folder).catch(() => []);
  const name = names.find((candidate) => /^[0-9a-f]{64}\.sqlite$/.test(candidate));
  if (name === undefined) return null;
  return async (sql) => {
    const database = new DatabaseSync(join(folder, name), { timeout: 5000 });
    try {
      return database.prepare(sql).all();
    } finally {
      database.close();
    }
  };
}
