// Brings a local database up to the tables that the engine expects. Keeps wrangler's own record
// (`d1_migrations`), so that `wrangler d1 migrations` and this agree about what was applied.

import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Miniflare } from "miniflare";
import { CommandFailure } from "./failure.ts";

export type Database = Awaited<ReturnType<Miniflare["getD1Database"]>>;

/** The names of what was applied, in order. Each file is applied whole or not at all. */
export async function migrate(database: Database, folder: string): Promise<string[]> {
  const pending = await pendingMigrations(database, folder);
  for (const path of pending) {
    const record = database.prepare("insert into d1_migrations (name) values (?)").bind(basename(path));
    try {
      await database.batch([database.prepare(await readFile(path, "utf8")), record]);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new CommandFailure(`migrations/${basename(path)} cannot be applied: ${reason}`);
    }
  }
  return pending.map((path) => basename(path));
}

async function pendingMigrations(database: Database, folder: string): Promise<string[]> {
  await database
    .prepare(
      `create table if not exists d1_migrations(
        id integer primary key autoincrement,
        name text unique,
        applied_at timestamp default current_timestamp not null
      )`,
    )
    .run();
  const { results } = await database.prepare("select name from d1_migrations").all<{ name: string }>();
  const applied = new Set(results.map((row) => row.name));
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  return names.filter((name) => !applied.has(name)).map((name) => join(folder, name));
}
