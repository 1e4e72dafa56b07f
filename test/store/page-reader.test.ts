// What a URL answers, against a real D1: pagers, neighbours, time.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Document } from "../../src/site/document.ts";
import type { TrustedHtml } from "../../src/site/page.ts";
import type { UrlPath } from "../../src/site/url.ts";
import { createChangeStore } from "../../src/store/change-store.ts";
import { FIND, type Whole } from "../../src/store/page-query.ts";
import { createPageReader } from "../../src/store/page-reader.ts";
import { createSettingsMemo } from "../../src/store/settings-memo.ts";
import { openDatabase } from "./open-database.ts";
import { made, NO_MEDIA, NOTHING, type PostFacts, SITE, stagedPost } from "./sample-rows.ts";

async function openSite(posts: PostFacts[], now = 0) {
  const db = await openDatabase();
  const store = createChangeStore(db, NO_MEDIA);
  const fresh = posts.map(stagedPost);
  const flipped = await store.flip({
    ...NOTHING,
    now,
    fresh,
    in: fresh.map(({ id }) => id),
    ranks: null,
    site: SITE,
    whole: true,
    made: [made("home", "/", "/")],
  });
  assert.equal(flipped, true);
  const reader = createPageReader(db, NO_MEDIA);
  return { db, store, find: (url: string, at: number) => reader.find(url as UrlPath, at) };
}

type Of<T extends Document["type"]> = Extract<Document, { type: T }>;

function as<T extends Document["type"]>(answer: { type: string }, type: T): Of<T> {
  assert.equal(answer.type, type);
  return answer as Of<T>;
}

const names = (answer: { type: string }) => as(answer, "list").items.map((card) => card.title);

const numbered = (count: number): PostFacts[] =>
  Array.from({ length: count }, (_, i) => ({ name: `p${i + 1}`, at: (i + 1) * 100 }));

test("a page comes without its summary, and with the text of it only in the place of a description", async () => {
  const summary = { summary: "<p>S</p>" as TrustedHtml, summaryText: "S" };
  const { find } = await openSite([
    { name: "told", at: 100, card: { ...summary, description: "D" } },
    { name: "untold", at: 200, card: summary },
  ]);
  const pageAt = async (url: string) => as((await find(url, 5000)).answer, "page").page;
  const told = await pageAt("/posts/told/");
  const untold = await pageAt("/posts/untold/");
  assert.deepEqual([told.description, told.summaryText], ["D", ""]);
  assert.deepEqual([untold.description, untold.summaryText], ["", "S"]);
  assert.ok(!("summary" in told) && !("summary" in untold));
  const entries = as((await find("/", 5000)).answer, "list").items.map(({ summaryText }) => summaryText);
  assert.deepEqual(entries, ["S", "S"]);
});

describe("a list", () => {
  test("its entries come with what a list prints, and no more", async () => {
    const { find } = await openSite([
      { name: "one", at: 100, card: { descriptionHtml: "D" as TrustedHtml } },
    ]);
    const [entry = {}] = as((await find("/", 5000)).answer, "list").items;
    const printed = [
      "cover",
      "date",
      "params",
      "publishDate",
      "readingTime",
      "summaryText",
      "title",
      "truncated",
    ];
    assert.deepEqual(Object.keys(entry).sort(), [...printed, "url", "wordCount"]);
  });

  test("shows the newest first, a pager at a time, and ends where it ends", async () => {
    const { find } = await openSite(numbered(25));
    const first = as((await find("/", 5000)).answer, "list");
    assert.deepEqual(
      first.items.map((card) => card.title),
      ["p25", "p24", "p23", "p22", "p21", "p20", "p19", "p18", "p17", "p16"],
    );
    assert.deepEqual(first.pager, { number: 1, count: 3, previous: null, next: "/page/2/" });
    const last = as((await find("/page/3/", 5000)).answer, "list");
    assert.deepEqual(
      last.items.map((card) => card.title),
      ["p5", "p4", "p3", "p2", "p1"],
    );
    assert.deepEqual(last.pager, { number: 3, count: 3, previous: "/page/2/", next: null });
    assert.equal((await find("/page/4/", 5000)).answer.type, "not-found");
    assert.deepEqual((await find("/page/1/", 5000)).answer, { type: "redirect", to: "/" });
    assert.equal((await find("/seite/2/", 5000)).answer.type, "not-found");
  });

  test("counts exactly while posts fall due and expire, wherever they stand", async () => {
    const posts = numbered(35).map((post, i) => ({
      ...post,
      ...(i % 7 === 3 ? { visibleFrom: 10_000 + i } : {}),
      ...(i % 5 === 2 ? { visibleUntil: 10_010 + i } : {}),
    }));
    const { find } = await openSite(posts, 9_000);
    for (const now of [9_000, 10_003, 10_010, 10_017, 10_024, 10_030, 10_060]) {
      const expected = posts
        .filter(({ visibleFrom = 0, visibleUntil = Infinity }) => visibleFrom <= now && visibleUntil > now)
        .map(({ name }) => name)
        .reverse();
      const shown: string[] = [];
      const pages = Math.ceil(expected.length / 10);
      for (let n = 1; n <= pages; n++) {
        const { answer } = await find(n === 1 ? "/posts/" : `/posts/page/${n}/`, now);
        shown.push(...names(answer));
        assert.equal(as(answer, "list").pager.count, pages);
      }
      assert.deepEqual(shown, expected, `at ${now}`);
    }
  });

  test("of a section is there, if empty, while nothing in it is public", async () => {
    const { find } = await openSite([{ name: "later", at: 1, visibleFrom: 100 }], 0);
    assert.deepEqual(names((await find("/posts/", 50)).answer), []);
    assert.deepEqual(names((await find("/posts/", 100)).answer), ["later"]);
  });
});

describe("a post", () => {
  test("knows its neighbours, and passes over hidden ones", async () => {
    const { find } = await openSite([
      { name: "a", at: 1 },
      { name: "b", at: 2, visibleFrom: 100 },
      { name: "c", at: 3 },
    ]);
    const before = as((await find("/posts/a/", 50)).answer, "page");
    assert.deepEqual([before.newer?.title, before.older], ["c", null]);
    const after = as((await find("/posts/a/", 100)).answer, "page");
    assert.equal(after.newer?.title, "b");
    assert.equal((await find("/posts/b/", 99)).answer.type, "not-found");
  });

  test("says when time will change it, and has another validator then", async () => {
    const { find } = await openSite([
      { name: "a", at: 1 },
      { name: "b", at: 2, visibleFrom: 100 },
      { name: "c", at: 3, visibleUntil: 200 },
    ]);
    const [early, late] = [await find("/posts/a/", 50), await find("/posts/a/", 100)];
    assert.deepEqual(
      [early.changesAt, late.changesAt, (await find("/posts/a/", 200)).changesAt],
      [100, 200, null],
    );
    assert.notEqual(early.validator, late.validator);
    assert.equal(early.validator, (await find("/posts/a/", 99)).validator);
  });

  test("is found from the address without its slash, and from index.html", async () => {
    const { find } = await openSite(numbered(1));
    for (const url of ["/posts/p1", "/posts/p1/index.html"]) {
      assert.deepEqual((await find(url, 5000)).answer, { type: "redirect", to: "/posts/p1/" });
    }
  });
});

describe("a flip", () => {
  test("adds a newest post without moving the others", async () => {
    const { store, find, db } = await openSite(numbered(30));
    const post = stagedPost({ name: "new", at: 9000 });
    const lists = post.contribution.lists.map((list) => ({ list, sortKey: post.contribution.page.sortKey }));
    assert.equal(
      await store.flip({ ...NOTHING, generation: 1, fresh: [post], in: [post.id], ranks: lists }),
      true,
    );
    assert.equal(names((await find("/", 9000)).answer)[0], "new");
    assert.deepEqual(names((await find("/page/4/", 9000)).answer), ["p1"]);
    const { results } = await db
      .prepare("select count(*) as n, max(seq) as top from listing group by list")
      .all();
    assert.ok(results.every((row) => row.n === row.top && row.top === 31));
  });

  test("puts a back-dated post in its place and takes one out again", async () => {
    const { store, find } = await openSite(numbered(12));
    const post = stagedPost({ name: "between", at: 550 });
    const ranks = post.contribution.lists.map((list) => ({ list, sortKey: post.contribution.page.sortKey }));
    await store.flip({ ...NOTHING, generation: 1, fresh: [post], in: [post.id], ranks });
    assert.deepEqual(names((await find("/", 9000)).answer).slice(6, 8), ["p6", "between"]);
    assert.deepEqual(names((await find("/page/2/", 9000)).answer), ["p3", "p2", "p1"]);
    const [standing] = await store.standing([post.contribution.page.id]);
    assert.ok(standing);
    await store.flip({ ...NOTHING, generation: 2, out: [standing], ranks });
    assert.deepEqual(names((await find("/page/2/", 9000)).answer), ["p2", "p1"]);
    assert.equal((await find("/posts/between/", 9000)).answer.type, "not-found");
  });

  test("refuses a stale base whole", async () => {
    const { store, find } = await openSite(numbered(1));
    const post = stagedPost({ name: "lost", at: 9000 });
    assert.equal(
      await store.flip({ ...NOTHING, generation: 0, fresh: [post], in: [post.id], ranks: null }),
      false,
    );
    assert.equal((await find("/posts/lost/", 9000)).answer.type, "not-found");
  });
});

describe("settings that an isolate has read", () => {
  test("are left out of the next answer, until they are others", async () => {
    const { db, store } = await openSite(numbered(1));
    const memo = createSettingsMemo();
    const reader = createPageReader(db, NO_MEDIA, memo);
    const baseURLAt = async (url: string) => {
      const { answer } = await reader.find(url as UrlPath, 5000);
      return "settings" in answer ? answer.settings.baseURL : null;
    };
    const sent = async () => {
      const ask = db.prepare(FIND).bind("/", 5000, "", 1, "", memo.known.digests);
      return (await ask.first<Whole>())?.settings ?? null;
    };
    assert.notEqual(await sent(), null);
    assert.equal(await baseURLAt("/"), "https://blog.example/");
    assert.equal(await sent(), null);
    assert.equal(await baseURLAt("/posts/p1/"), "https://blog.example/");

    const [language] = SITE.languages;
    assert.ok(language);
    const renamed = {
      ...language,
      settings: { ...language.settings, baseURL: "https://other.example/" },
      digest: "other",
    };
    const site = { ...SITE, languages: [renamed] };
    assert.equal(await store.flip({ ...NOTHING, generation: 1, site }), true);
    assert.notEqual(await sent(), null);
    assert.equal(await baseURLAt("/"), "https://other.example/");
    assert.equal(await sent(), null);
  });

  test("cannot be changed by who has them in hand, and are forgotten in the order in which they were learned", () => {
    const memo = createSettingsMemo();
    const { params } = memo.learn("d0", '{"params":{"a":[1]}}');
    assert.throws(() => Object.assign(params, { a: 2 }), TypeError);
    for (let i = 1; i < 9; i++) memo.learn(`d${i}`, "{}");
    assert.equal(memo.known.digests, "d1 d2 d3 d4 d5 d6 d7 d8");
  });
});

describe("a site below a base path", () => {
  test("is read in one round trip once a row has said where it is, and in two when that has changed", async () => {
    const { db, store } = await openSite(numbered(1));
    let trips = 0;
    const counting = new Proxy(db, {
      get: (target, name) => {
        if (name === "prepare") trips += 1;
        const value = Reflect.get(target, name);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
    const reader = createPageReader(counting, NO_MEDIA);
    const look = async (url: string) => {
      trips = 0;
      const { answer, basePath } = await reader.find(url as UrlPath, 5000);
      return { is: answer.type, basePath, trips };
    };
    const move = async (basePath: string, generation: number) =>
      assert.equal(await store.flip({ ...NOTHING, generation, site: { ...SITE, basePath } }), true);

    assert.deepEqual(await look("/posts/p1/"), { is: "page", basePath: "/", trips: 1 });
    await move("/blog/", 1);
    assert.deepEqual(await look("/blog/posts/p1/"), { is: "page", basePath: "/blog/", trips: 2 });
    assert.deepEqual(await look("/blog/posts/p1/"), { is: "page", basePath: "/blog/", trips: 1 });
    assert.deepEqual(await look("/posts/p1/"), { is: "redirect", basePath: "/blog/", trips: 1 });
    await move("/", 2);
    assert.deepEqual(await look("/blog/posts/p1/"), { is: "not-found", basePath: "/", trips: 2 });
    assert.deepEqual(await look("/posts/p1/"), { is: "page", basePath: "/", trips: 1 });
  });
});
