// What a read costs: rows read do not grow with the site, and no statement scans a table that does.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createChangeStore } from "../../src/store/change-store.ts";
import { FIND } from "../../src/store/page-query.ts";
import { HOME, made, NOTHING, openDatabase, POSTS, SITE, stagedPost } from "./database.ts";

/** DESIGN's free-plan figure: 5,000,000 rows a day over 100,000 requests. */
const ROWS_PER_READ = 50;

async function openSite(count: number) {
  const db = await openDatabase();
  const store = createChangeStore(db, { read: async () => null });
  for (let from = 0, generation = 0; from < count; from += 1000, generation++) {
    const size = Math.min(1000, count - from);
    const fresh = Array.from({ length: size }, (_, i) => stagedPost({ name: `p${from + i}`, at: from + i }));
    await store.flip({
      ...NOTHING,
      generation,
      change: 1,
      fresh,
      in: fresh.map(({ id }) => id),
      ranks: null,
      site: generation === 0 ? SITE : null,
      made: generation === 0 ? [made("home", "/", "/")] : [],
    });
  }
  return {
    db,
    store,
    rowsRead: async (url: string, list = "", number = 1) => {
      const result = await db.prepare(FIND).bind(url, 1_000_000, list, number, "", "").all();
      return result.meta.rows_read ?? Number.NaN;
    },
    generation: Math.ceil(count / 1000),
  };
}

describe("rows read", () => {
  test("are few, and the same at 100 and at 3,000 posts", async () => {
    const [small, large] = [await openSite(100), await openSite(3000)];
    const reads: [string, string?, number?][] = [
      ["/posts/p50/"],
      ["/"],
      ["/page/9/", "/", 9],
      ["/posts/page/2/", "/posts/", 2],
      ["/nothing/here/"],
      ["/posts/p50"],
    ];
    for (const read of reads) {
      const rows = await large.rowsRead(...read);
      assert.equal(rows, await small.rowsRead(...read), read[0]);
      assert.ok(rows <= ROWS_PER_READ, `${read[0]} reads ${rows}`);
    }
    assert.equal(await large.rowsRead("/page/299/", "/", 299), await large.rowsRead("/page/2/", "/", 2));
  });
});

describe("rows written", () => {
  test("by one new post do not grow with the site", async () => {
    const { db, store, generation } = await openSite(500);
    const post = stagedPost({ name: "new", at: 900_000 });
    const ranks = [HOME, POSTS, ...post.contribution.lists].map((list) => ({
      list,
      sortKey: post.contribution.page.sortKey,
    }));
    let written = 0;
    const counting = new Proxy(db, {
      get: (target, name) => {
        if (name !== "batch") return Reflect.get(target, name);
        return async (statements: D1PreparedStatement[]) => {
          const results = await target.batch(statements);
          written += results.reduce((sum, { meta }) => sum + (meta.rows_written ?? 0), 0);
          return results;
        };
      },
    });
    const flip = { ...NOTHING, generation, fresh: [post], in: [post.id], ranks };
    assert.equal(await createChangeStore(counting, { read: async () => null }).flip(flip), true);
    assert.ok(written > 0 && written <= 30, `${written} rows`);
    assert.equal((await store.addresses()).length, 501);
  });
});

describe("the query of a read", () => {
  test("scans no table that grows with the site, but for the sitemap", async () => {
    const db = await openDatabase();
    const { results } = await db
      .prepare(`explain query plan ${FIND}`)
      .bind("/", 1, "", 1, "", "")
      .all<{ detail: string }>();
    const scans = results
      .map(({ detail }) => detail)
      .filter((detail) => /^SCAN (page|p|listing|n|route|rendering|r|file|blob)\b/.test(detail));
    assert.deepEqual(scans, ["SCAN p"]);
  });
});
