// A reader who has a page already is told so by digests alone, and never otherwise than by the page itself.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Version } from "../../src/site/document.ts";
import type { UrlPath } from "../../src/site/url.ts";
import { createChangeStore } from "../../src/store/change-store.ts";
import { createPageReader } from "../../src/store/page-reader.ts";
import { openDatabase } from "./open-database.ts";
import { HOME, made, NO_MEDIA, NOTHING, type PostFacts, SITE, stagedPost } from "./sample-rows.ts";

const LAST = 3_000;

/** Every third falls due one day, every fourth expires. */
const POSTS: PostFacts[] = Array.from({ length: 25 }, (_, i) => ({
  name: `p${i}`,
  at: i * 100,
  ...(i % 3 === 1 ? { visibleFrom: 1_000 + i * 10 } : {}),
  ...(i % 4 === 2 ? { visibleUntil: 2_000 + i * 10 } : {}),
}));

const FEED = [["/index.xml", 0, "rss", String(HOME)]] as const;
const URLS = [
  "/",
  "/page/1/",
  "/page/2/",
  "/page/3/",
  "/posts/",
  "/posts/page/2/",
  "/posts/page/9/",
  "/posts/p0/",
  "/posts/p7/",
  "/posts/p10",
  "/posts/p24/index.html",
  "/index.xml",
  "/sitemap.xml",
  "/sitemap-2.xml",
  "/sitemap-7.xml",
  "/nothing/",
  "/old/",
] as UrlPath[];

async function openReader() {
  const db = await openDatabase();
  const home = made("home", "/", "/");
  const fresh = POSTS.map(stagedPost);
  fresh[0]?.contribution.routes.push(["/old/", 2, "alias", null]);
  await createChangeStore(db, NO_MEDIA).flip({
    ...NOTHING,
    fresh,
    in: fresh.map(({ id }) => id),
    ranks: null,
    site: SITE,
    whole: true,
    made: [{ ...home, routes: [...home.routes, ...FEED.map(([...route]) => route)] }],
  });
  return createPageReader(db, NO_MEDIA);
}

test("whatever a URL answers at whatever time, its trace has the same validator, tags and lifetime", async () => {
  const reader = await openReader();
  const property = fc.asyncProperty(fc.constantFrom(...URLS), fc.nat(LAST), async (url, now) => {
    const { answer, ...told } = await reader.find(url, now);
    const versions: Version[] = [];
    const asked = await reader.find(url, now, (version) => {
      versions.push(version);
      return false;
    });
    assert.deepEqual(asked, { answer, ...told });

    const { answer: brief, ...same } = await reader.find(url, now, () => true);
    assert.deepEqual(same, told);
    const isThere = "settings" in answer && answer.type !== "not-found";
    if (!isThere) return assert.deepEqual(brief, answer);
    const { baseURL } = answer.settings;
    assert.deepEqual(brief, { type: "unchanged", of: answer.type, baseURL });
    assert.deepEqual(versions, [{ validator: told.validator, baseURL }]);
  });
  await fc.assert(property, { numRuns: 150 });
});
