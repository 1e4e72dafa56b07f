// What a read costs: rows read do not grow with the site, and no statement scans a table that does.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { PRECEDENCE } from "../../src/site/contribution.ts";
import type { TrustedHtml } from "../../src/site/page.ts";
import type { UrlPath } from "../../src/site/url.ts";
import { createChangeStore } from "../../src/store/change-store.ts";
import { FIND } from "../../src/store/page-query.ts";
import { createPageReader } from "../../src/store/page-reader.ts";
import { ALONE, COUNT, SHARE } from "../../src/store/sitemap-reader.ts";
import { openDatabase } from "./open-database.ts";
import { countRows, HOME, made, NO_MEDIA, NOTHING, POSTS, SITE, stagedPost } from "./sample-rows.ts";

/** DESIGN's free-plan figure: 5,000,000 rows a day over 100,000 requests. */
const ROWS_PER_READ = 50;

async function openSite(count: number) {
  const db = await openDatabase();
  const store = createChangeStore(db, NO_MEDIA);
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

describe("values read", () => {
  test("are none longer than D1 allows, however many posts a list has", async () => {
    const db = await openDatabase();
    const summary = "Rằm tháng Giêng ".repeat(150);
    const fresh = Array.from({ length: 1100 }, (_, i) =>
      stagedPost({ name: `p${i}`, at: i, card: { summary: summary as TrustedHtml, summaryText: summary } }),
    );
    const home = made("home", "/", "/");
    home.routes.push(
      ["/index.xml", PRECEDENCE.generated, "rss", String(HOME)],
      ["/archives/", PRECEDENCE.page, "archive", String(HOME)],
    );
    const [language] = SITE.languages;
    assert.ok(language);
    const site = { ...SITE, languages: [{ ...language, settings: { ...language.settings, feedLimit: -1 } }] };
    await createChangeStore(db, NO_MEDIA).flip({
      ...NOTHING,
      fresh,
      in: fresh.map(({ id }) => id),
      ranks: null,
      made: [home],
      site,
    });
    for (const [url, count] of [
      ["/index.xml", 1000],
      ["/archives/", 1100],
    ] as const) {
      const rows = await db.prepare(FIND).bind(url, 1_000_000, "", 1, "", "").raw();
      assert.equal(rows.length - 1, count, url);
      const longest = Math.max(...rows.flat().map((value) => Buffer.byteLength(String(value))));
      assert.ok(longest < 2_000_000, `${url} has a value of ${longest} bytes`);
    }
  });
});

describe("a sitemap of more addresses than a file takes", () => {
  const SIZE = 1000;

  async function openSitemap(count: number) {
    const { db } = await openSite(count);
    const { rows, counted } = countRows(db);
    const reader = createPageReader(counted, NO_MEDIA);
    const [language] = SITE.languages;
    await db
      .prepare("update language set settings = ?1")
      .bind(JSON.stringify({ ...language?.settings, sitemapSize: SIZE }))
      .run();
    return async (path: string) => {
      rows.read = 0;
      const { answer } = await reader.find(path as UrlPath, 1_000_000);
      const found = answer.type === "sitemap" ? answer.entries.map(({ url }) => url) : [];
      return { rows: rows.read, found, sitemaps: answer.type === "sitemap-index" ? answer.sitemaps : [] };
    };
  }

  test("is an index, and each file reads its own rows alone, whatever the site's size", async () => {
    const [small, large] = [await openSitemap(1500), await openSitemap(3500)];
    const index = await large("/sitemap.xml");
    const files = [1, 2, 3, 4, 5].map((n) => `/sitemap-${n}.xml`);
    assert.deepEqual(index.sitemaps, files);
    assert.deepEqual((await small("/sitemap.xml")).sitemaps, files.slice(0, 3));
    assert.equal(index.rows, (await small("/sitemap.xml")).rows);
    assert.ok(index.rows <= 50, `${index.rows}`);

    const all: Awaited<ReturnType<typeof large>>[] = [];
    for (const file of files) all.push(await large(file));
    assert.deepEqual(
      all.map(({ found }) => found.length),
      [2, SIZE, SIZE, SIZE, 500],
    );
    assert.equal(new Set(all.flatMap(({ found }) => found)).size, 3502);
    assert.equal(all[1]?.rows, (await small("/sitemap-2.xml")).rows);
    assert.deepEqual(all[1]?.found, (await small("/sitemap-2.xml")).found);
    assert.ok((all[1]?.rows ?? 0) <= 2 * SIZE + 50, `${all[1]?.rows}`);
    assert.deepEqual((await large("/sitemap-6.xml")).found, []);
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
    const { rows, counted } = countRows(db);
    const flip = { ...NOTHING, generation, fresh: [post], in: [post.id], ranks };
    assert.equal(await createChangeStore(counted, NO_MEDIA).flip(flip), true);
    assert.ok(rows.written > 0 && rows.written <= 30, `${rows.written} rows`);
    assert.equal((await store.addresses()).length, 501);
  });
});

describe("the query of a read", () => {
  test("scans no table that grows with the site, and sorts none, nor does a sitemap's", async () => {
    const db = await openDatabase();
    const queries: [string, ...unknown[]][] = [
      [FIND, "/", 1, "", 1, "", ""],
      [COUNT, "[]", 1],
      [ALONE, "en", 1, 1],
      [SHARE, 1, 1, 1, 1],
    ];
    for (const [query, ...values] of queries) {
      const { results } = await db
        .prepare(`explain query plan ${query}`)
        .bind(...values)
        .all<{ detail: string }>();
      const plan = results.map(({ detail }) => detail);
      const scans = plan.filter((detail) =>
        /^SCAN (page|p|listing|n|route|rendering|r|file|blob)\b/.test(detail),
      );
      assert.deepEqual(scans, []);
      if (query !== FIND) assert.doesNotMatch(plan.join(), /TEMP B-TREE/);
    }
  });
});
