// A real D1 for the store's own tests, without the Worker in front.

import { enginePath } from "../../src/cli/engine-folder.ts";
import { migrate } from "../../src/cli/migration.ts";
import { startBareWorker } from "../bare-worker.ts";
import { emptyTables } from "../empty-tables.ts";
import { createPool } from "../pool.ts";

const takeDatabase = createPool({
  open: startDatabase,
  async empty({ database }) {
    const query = async (sql: string) => (await database.prepare(sql).all()).results;
    await emptyTables(query);
    await query("update site set generation = 0");
  },
  close: ({ miniflare }) => miniflare.dispose(),
});

export const openDatabase = async (): Promise<D1Database> => (await takeDatabase()).database;

async function startDatabase() {
  const miniflare = startBareWorker({
    contents: "export default { fetch() { return new Response() } }",
    env: { DB: { type: "d1", id: "store" } },
  });
  const database = await miniflare.getD1Database("DB");
  await migrate(database, enginePath("migrations"));
  return { miniflare, database: database as unknown as D1Database };
}
