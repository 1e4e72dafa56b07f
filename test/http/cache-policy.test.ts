import assert from "node:assert/strict";
import { test } from "node:test";
import { applyPolicy, ensurePolicy, keepOffEdge, type Policy } from "../../src/http/cache-policy.ts";

const NOW = 1_800_000_000;
const WEEK = 604_800;

function headersOf(policy: Policy, changesAt: number | null = null, tags: string[] = []) {
  const headers = new Headers();
  applyPolicy(headers, policy, { now: NOW, changesAt, tags });
  return Object.fromEntries(headers);
}

test("a page stays at the edge, is served stale while it is fetched anew, and browsers ask each time", () => {
  assert.deepEqual(headersOf("page", null, ["site", "p1"]), {
    "cache-control": "no-cache",
    "cloudflare-cdn-cache-control": `max-age=${WEEK}, stale-while-revalidate=${WEEK}, stale-if-error=${WEEK}`,
    "cache-tag": "site,p1",
  });
});

test("nothing is kept beyond the next change that time brings, stale or not", () => {
  const policies: Policy[] = ["page", "feed", "media", "immutable-media", "redirect", "not-found"];
  for (const policy of policies) {
    for (const left of [0, 1, 59, 3600, WEEK + 100]) {
      const { "cloudflare-cdn-cache-control": edge = "", "cache-control": browser = "" } = headersOf(
        policy,
        NOW + left,
      );
      const seconds = (name: string, header: string) =>
        Number(new RegExp(`${name}=(\\d+)`).exec(header)?.[1] ?? 0);
      const fresh = seconds("max-age", edge);
      assert.ok(fresh + seconds("stale-while-revalidate", edge) <= left, `${policy}, ${left}: ${edge}`);
      assert.ok(fresh + seconds("stale-if-error", edge) <= left, `${policy}, ${left}: ${edge}`);
      // Unsaid, it is for ever.
      if (left > 0) assert.match(edge, /stale-if-error=/, `${policy}, ${left}`);
      assert.ok(seconds("max-age", browser) <= left, `${policy}, ${left}: ${browser}`);
    }
  }
});

test("an answer whose time has come already is not stored", () => {
  assert.equal(headersOf("page", NOW - 5)["cloudflare-cdn-cache-control"], "no-store");
});

test("a file whose name holds its digest is kept for ever", () => {
  assert.equal(headersOf("immutable-media")["cache-control"], "public, max-age=31536000, immutable");
});

test("what is private or broken is stored nowhere and carries no tag", () => {
  for (const policy of ["private", "error"] as const) {
    assert.deepEqual(headersOf(policy, null, ["site"]), {
      "cache-control": "no-store",
      "cloudflare-cdn-cache-control": "no-store",
    });
  }
});

test("an answer that names no policy is stored nowhere, and one that does keeps it", () => {
  const forgotten = new Headers();
  ensurePolicy(forgotten);
  assert.deepEqual(Object.fromEntries(forgotten), headersOf("private"));
  const named = new Headers();
  applyPolicy(named, "page", { now: NOW, changesAt: null, tags: [] });
  ensurePolicy(named);
  assert.deepEqual(Object.fromEntries(named), headersOf("page"));
});

test("an address that is not there is kept for a minute and never stale", () => {
  assert.equal(headersOf("not-found")["cloudflare-cdn-cache-control"], "max-age=60, stale-if-error=0");
});

test("an answer that came through the cache under its canonical URL is not stored a second time", () => {
  const headers = new Headers();
  applyPolicy(headers, "page", { now: NOW, changesAt: null, tags: ["site"] });
  keepOffEdge(headers);
  assert.deepEqual(Object.fromEntries(headers), {
    "cache-control": "no-cache",
    "cloudflare-cdn-cache-control": "no-store",
  });
});

test("a response has at most the 1,000 tags that the platform reads", () => {
  const tags = Array.from({ length: 1200 }, (_, i) => `t${i}`);
  assert.equal(headersOf("page", null, tags)["cache-tag"]?.split(",").length, 1000);
});
