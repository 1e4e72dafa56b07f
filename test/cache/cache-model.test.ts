// The model of the platform's cache against what https://developers.cloudflare.com/workers/cache/ says of
// it, statement by statement. The engine plays no part here.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type CacheModel, createCacheModel, type Visit } from "../../src/preview/cache-model.ts";
import { FREE_RATE, type PurgeRate } from "../../src/preview/purge-limit.ts";

type Headers_ = { [name: string]: string };
type Answer = { status?: number; headers?: Headers_; body?: string } | Error;

/** A Worker that answers what it is told to, and counts how often it ran. */
function openEdge(answer: Answer, purgeRate: PurgeRate | null = null) {
  let now = 1_800_000_000;
  const cache: CacheModel = createCacheModel({ clock: () => now, purgeRate });
  const edge = {
    cache,
    answer,
    asked: [] as Request[],
    background: [] as Promise<unknown>[],
    /** Seconds pass. */
    wait(seconds: number) {
      now += seconds;
    },
    async get(path: string, init: RequestInit = {}) {
      const visit: Visit = {
        async run(request) {
          edge.asked.push(request);
          if (edge.answer instanceof Error) throw edge.answer;
          const { status = 200, headers = {}, body = "body" } = edge.answer;
          const known = request.headers.get("if-none-match");
          if (known !== null && known === headers.etag) return new Response(null, { status: 304, headers });
          return new Response(status === 304 || status === 204 ? null : body, { status, headers });
        },
        later: (work) => void edge.background.push(work),
      };
      const response = await cache.fetch(new Request(`https://a.example${path}`, init), visit);
      const text = await response.text();
      return {
        code: response.status,
        text,
        headers: response.headers,
        cache: response.headers.get("cf-cache-status"),
      };
    },
    /** The statuses of so many visits one after the other. */
    async statuses(path: string, count = 2, init: RequestInit = {}) {
      const seen = [];
      for (let i = 0; i < count; i++) seen.push((await edge.get(path, init)).cache);
      return seen;
    },
  };
  return edge;
}

const cached = (control: string, more: Headers_ = {}) => ({ headers: { "cache-control": control, ...more } });

describe("what is stored", () => {
  const stored: [name: string, answer: Answer][] = [
    ["an answer with max-age", cached("public, max-age=60")],
    ["an answer without any policy", {}],
    ["a 404 with max-age", { ...cached("max-age=60"), status: 404 }],
    ["a redirect with max-age", { ...cached("max-age=60", { location: "/b" }), status: 301 }],
    [
      "what Cloudflare's own header allows and Cache-Control does not",
      cached("no-store", { "cloudflare-cdn-cache-control": "max-age=60" }),
    ],
    ["what the header for all CDNs allows", cached("private", { "cdn-cache-control": "max-age=60" })],
  ];
  for (const [name, answer] of stored) {
    test(name, async () => assert.deepEqual(await openEdge(answer).statuses("/"), ["MISS", "HIT"]));
  }

  const refused: [name: string, status: string, answer: Answer, init?: RequestInit][] = [
    ["no-store", "BYPASS", cached("no-store")],
    ["private", "BYPASS", cached("private, max-age=60")],
    ["an answer that sets a cookie", "BYPASS", cached("max-age=60", { "set-cookie": "a=b" })],
    ["Vary: *", "BYPASS", cached("max-age=60", { vary: "*" })],
    [
      "what Cloudflare's own header forbids",
      "BYPASS",
      cached("max-age=60", { "cloudflare-cdn-cache-control": "no-store" }),
    ],
    [
      "an answer to who is authorised",
      "BYPASS",
      cached("max-age=60"),
      { headers: { authorization: "Bearer x" } },
    ],
    ["other methods", "BYPASS", cached("max-age=60"), { method: "POST" }],
    ["a websocket's upgrade", "BYPASS", cached("max-age=60"), { headers: { upgrade: "websocket" } }],
    ["206", "MISS", { ...cached("max-age=60"), status: 206 }],
    ["520 to 526", "DYNAMIC", { ...cached("max-age=60"), status: 522 }],
    ["a 500 without a policy", "DYNAMIC", { status: 500 }],
  ];
  for (const [name, status, answer, init] of refused) {
    test(`not ${name}`, async () =>
      assert.deepEqual(await openEdge(answer).statuses("/", 2, init), [status, status]));
  }

  test("an answer to who is authorised, if it is public", async () => {
    const init = { headers: { authorization: "Bearer x" } };
    assert.deepEqual(await openEdge(cached("public, max-age=60")).statuses("/", 2, init), ["MISS", "HIT"]);
  });
});

describe("how long it is served", () => {
  test("without a policy 200 is kept two hours, 404 three minutes", async () => {
    for (const [status, seconds] of [
      [200, 7200],
      [404, 180],
    ] as const) {
      const edge = openEdge({ status });
      await edge.get("/");
      edge.wait(seconds - 1);
      assert.equal((await edge.get("/")).cache, "HIT");
      edge.wait(1);
      assert.equal((await edge.get("/")).cache, "EXPIRED");
    }
  });

  test("with its age, and to the second", async () => {
    const edge = openEdge(cached("max-age=60"));
    await edge.get("/");
    edge.wait(59);
    assert.equal((await edge.get("/")).headers.get("age"), "59");
    edge.wait(1);
    assert.equal((await edge.get("/")).cache, "EXPIRED");
  });

  test("no-cache is stored, and asked about each time: 304 keeps the body, 200 replaces it", async () => {
    const edge = openEdge(cached("no-cache", { etag: '"1"' }));
    assert.deepEqual(await edge.statuses("/"), ["MISS", "REVALIDATED"]);
    assert.equal(edge.asked[1]?.headers.get("if-none-match"), '"1"');
    edge.answer = { ...cached("no-cache", { etag: '"2"' }), body: "new" };
    const replaced = await edge.get("/");
    assert.deepEqual([replaced.cache, replaced.text], ["EXPIRED", "new"]);
  });

  test("a 304 gives a new lifetime and new tags", async () => {
    const edge = openEdge(cached("max-age=60", { etag: '"1"', "cache-tag": "a" }));
    await edge.get("/");
    edge.wait(60);
    edge.answer = cached("max-age=60", { etag: '"1"', "cache-tag": "b" });
    assert.equal((await edge.get("/")).cache, "REVALIDATED");
    edge.wait(59);
    assert.equal((await edge.get("/")).cache, "HIT");
    await edge.cache.purge({ tags: ["b"] });
    assert.equal((await edge.get("/")).cache, "MISS");
  });

  test("stale while revalidating: at once, with one run behind it", async () => {
    const edge = openEdge({ ...cached("max-age=60, stale-while-revalidate=30"), body: "old" });
    await edge.get("/");
    edge.wait(60);
    edge.answer = { ...cached("max-age=60, stale-while-revalidate=30"), body: "new" };
    const stale = await Promise.all([edge.get("/"), edge.get("/")]);
    assert.deepEqual(
      stale.map(({ cache, text }) => [cache, text]),
      [
        ["UPDATING", "old"],
        ["UPDATING", "old"],
      ],
    );
    await Promise.all(edge.background);
    assert.equal(edge.asked.length, 2);
    const fresh = await edge.get("/");
    assert.deepEqual([fresh.cache, fresh.text], ["HIT", "new"]);
  });

  test("not past the window for it", async () => {
    const edge = openEdge(cached("max-age=60, stale-while-revalidate=30"));
    await edge.get("/");
    edge.wait(90);
    assert.equal((await edge.get("/")).cache, "EXPIRED");
  });

  for (const fault of [new Error("broken"), { status: 503, ...cached("no-store") }]) {
    test(`stale when the Worker ${fault instanceof Error ? "throws" : "answers 5xx"}, within the window`, async () => {
      const edge = openEdge({ ...cached("max-age=60, stale-if-error=30"), body: "old" });
      await edge.get("/");
      edge.answer = fault;
      edge.wait(89);
      const stale = await edge.get("/");
      assert.deepEqual([stale.code, stale.cache, stale.text], [200, "STALE", "old"]);
      edge.wait(1);
      if (fault instanceof Error) await assert.rejects(edge.get("/"), /broken/);
      else assert.equal((await edge.get("/")).code, 503);
    });
  }

  test("stale for ever when the Worker fails and nothing says how long", async () => {
    const edge = openEdge(cached("max-age=60"));
    await edge.get("/");
    edge.answer = { status: 500 };
    edge.wait(1e7);
    assert.equal((await edge.get("/")).cache, "STALE");
  });

  for (const directive of ["s-maxage=60", "must-revalidate", "proxy-revalidate"]) {
    test(`never stale with ${directive}`, async () => {
      const edge = openEdge(cached(`max-age=60, ${directive}, stale-while-revalidate=60, stale-if-error=60`));
      await edge.get("/");
      edge.wait(61);
      edge.answer = { status: 500 };
      assert.equal((await edge.get("/")).code, 500);
    });
  }
});

describe("the key", () => {
  test("is path and query in order, and neither host nor cookies", async () => {
    const edge = openEdge(cached("max-age=60"));
    for (const path of ["/a", "/a/", "/a?x=1&y=2", "/a?y=2&x=1"])
      assert.equal((await edge.get(path)).cache, "MISS", path);
    const visit: Visit = { run: async () => assert.fail("the Worker ran"), later() {} };
    const other = new Request("https://b.example/a", { headers: { cookie: "x=y", "user-agent": "z" } });
    assert.equal((await edge.cache.fetch(other, visit)).headers.get("cf-cache-status"), "HIT");
  });

  test("has the headers in it by which some frameworks change what is asked for", async () => {
    const edge = openEdge(cached("max-age=60"));
    await edge.get("/");
    assert.equal((await edge.get("/", { headers: { "x-forwarded-host": "evil.example" } })).cache, "MISS");
    assert.equal((await edge.get("/", { headers: { "x-forwarded-scheme": "https" } })).cache, "HIT");
  });

  test("has what Vary names, value by value, and a purge takes all variants", async () => {
    const edge = openEdge(cached("max-age=60", { vary: "Accept", "cache-tag": "a" }));
    const one = { headers: { accept: "text/html" } };
    const two = { headers: { accept: "image/webp" } };
    assert.deepEqual(
      [await edge.statuses("/", 2, one), await edge.statuses("/", 2, two)],
      [
        ["MISS", "HIT"],
        ["MISS", "HIT"],
      ],
    );
    assert.equal((await edge.get("/", one)).cache, "HIT");
    await edge.cache.purge({ tags: ["a"] });
    assert.equal((await edge.get("/", one)).cache, "MISS");
  });
});

describe("a visit", () => {
  test("HEAD and GET share an entry, and a cold HEAD asks for the whole", async () => {
    const edge = openEdge(cached("max-age=60"));
    const head = await edge.get("/", { method: "HEAD" });
    assert.deepEqual([head.cache, head.text, edge.asked[0]?.method], ["MISS", "", "GET"]);
    const get = await edge.get("/");
    assert.deepEqual([get.cache, get.text], ["HIT", "body"]);
  });

  test("with a range: the Worker sees none, the cache cuts it out", async () => {
    const edge = openEdge({ ...cached("max-age=60", { etag: '"1"' }), body: "0123456789" });
    const ask = (range: string) => edge.get("/", { headers: { range } });
    const cold = await ask("bytes=0-3");
    assert.deepEqual([cold.code, cold.text, cold.cache], [206, "0123", "MISS"]);
    assert.equal(edge.asked[0]?.headers.get("range"), null);
    const warm = await ask("bytes=-2");
    assert.deepEqual([warm.code, warm.text, warm.cache], [206, "89", "HIT"]);
    assert.equal(warm.headers.get("content-range"), "bytes 8-9/10");
    assert.equal((await ask("bytes=10-")).code, 416);
    assert.equal(edge.asked.length, 1);
  });

  test("with a validator is answered 304 by the cache", async () => {
    const edge = openEdge(cached("max-age=60", { etag: '"1"' }));
    await edge.get("/");
    const again = await edge.get("/", { headers: { "if-none-match": '"1"' } });
    assert.deepEqual([again.code, again.cache, again.text], [304, "HIT", ""]);
  });

  test("shows neither Cache-Tag nor Cloudflare-CDN-Cache-Control, stored or not", async () => {
    for (const control of ["max-age=60", "no-store"]) {
      const edge = openEdge(
        cached("no-cache", { "cloudflare-cdn-cache-control": control, "cache-tag": "a" }),
      );
      for (const { headers } of [await edge.get("/"), await edge.get("/")]) {
        assert.equal(headers.get("cache-tag"), null);
        assert.equal(headers.get("cloudflare-cdn-cache-control"), null);
        assert.equal(headers.get("cache-control"), "no-cache");
      }
    }
  });

  test("many at once run the Worker once, unless its answer is not stored", async () => {
    for (const [control, runs] of [
      ["max-age=60", 1],
      ["no-store", 3],
    ] as const) {
      const edge = openEdge(cached(control));
      const all = await Promise.all([edge.get("/"), edge.get("/"), edge.get("/")]);
      assert.deepEqual(
        all.map(({ text }) => text),
        ["body", "body", "body"],
      );
      assert.equal(edge.asked.length, runs, control);
    }
  });
});

describe("a purge", () => {
  const tagged = (tags: string) => openEdge(cached("max-age=60", { "cache-tag": tags }));

  test("by tag takes what carries it, whatever its case, and leaves the rest", async () => {
    const edge = tagged("a,Post-1");
    await edge.get("/1");
    edge.answer = cached("max-age=60", { "cache-tag": "b" });
    await edge.get("/2");
    assert.deepEqual(await edge.cache.purge({ tags: ["pOST-1"] }), { success: true, errors: [] });
    assert.deepEqual([await edge.statuses("/1", 1), await edge.statuses("/2", 1)], [["MISS"], ["HIT"]]);
  });

  test("finds no tag with a space, beyond ASCII, too long, or past the thousandth", async () => {
    const many = Array.from({ length: 1000 }, (_, i) => `t${i}`);
    const long = "x".repeat(1025);
    // A header's value is bytes: what is not ASCII comes as Latin-1.
    for (const [header, tag] of [
      ["a b", "a b"],
      ["\u00e9", "\u00e9"],
      [long, long],
      [[...many, "last"].join(","), "last"],
    ] as const) {
      const edge = tagged(header);
      await edge.get("/");
      await edge.cache.purge({ tags: [tag] });
      assert.equal((await edge.get("/")).cache, "HIT", tag.slice(0, 9));
    }
  });

  test("by the beginning of a path, or of everything", async () => {
    const edge = tagged("a");
    await edge.get("/blog/1?x");
    await edge.get("/other");
    await edge.cache.purge({ pathPrefixes: ["/blog/"] });
    assert.deepEqual(
      [await edge.statuses("/blog/1?x", 1), await edge.statuses("/other", 1)],
      [["MISS"], ["HIT"]],
    );
    await edge.cache.purge({ purgeEverything: true });
    assert.equal((await edge.get("/other")).cache, "MISS");
  });

  test("does not reach a rendering that is under way: it is stored as it was", async () => {
    const edge = openEdge({ ...cached("max-age=60", { "cache-tag": "a" }), body: "old" });
    const slow = edge.get("/");
    await edge.cache.purge({ tags: ["a"] });
    await slow;
    edge.answer = { ...cached("max-age=60"), body: "new" };
    assert.equal((await edge.get("/")).text, "old");
  });

  test("of more than a hundred tags is refused", async () => {
    const tags = Array.from({ length: 101 }, (_, i) => `t${i}`);
    assert.equal((await tagged("a").cache.purge({ tags })).success, false);
  });

  test("is refused when the bucket of 25 is empty, which five a minute refill", async () => {
    const edge = openEdge(cached("max-age=60"), FREE_RATE);
    const purge = async () => (await edge.cache.purge({ tags: ["a"] })).success;
    for (let i = 0; i < 25; i++) assert.equal(await purge(), true);
    assert.equal(await purge(), false);
    edge.wait(12);
    assert.deepEqual([await purge(), await purge()], [true, false]);
  });
});
