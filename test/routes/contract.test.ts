// What every public address owes the cache, one of each kind: the record below does not compile while a kind
// of answer has no address in it. What the API owes it is in api/access.test.ts.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { createCacheModel } from "../../src/preview/cache-model.ts";
import type { Document, FeedFormat, Found } from "../../src/site/document.ts";
import { SCRIPT_PATH } from "../../src/view/script.ts";
import { openBlog } from "../harness.ts";
import { encodePicture } from "./encode-picture.ts";

const PHOTO = await encodePicture({ width: 900, height: 90 });
const digest = createHash("sha256").update(PHOTO).digest("hex").slice(0, 16);

/** What is not stored has tests of its own: `empty` is a site before its first push, `unchanged` has no body. */
type Kind =
  | Exclude<Found["answer"]["type"] | Document["type"], "feed" | "empty" | "unchanged">
  | FeedFormat
  | "script"
  | "variant";

/** On the site in one language, and on the one in two. */
const ADDRESSES = {
  page: "/posts/a/",
  list: "/",
  terms: "/tags/",
  archive: "/archive/",
  rss: "/index.xml",
  atom: "/atom.xml",
  json: "/feed.json",
  sitemap: "/sitemap.xml",
  "sitemap-index": "/sitemap.xml",
  robots: "/robots.txt",
  search: "/search/?q=words",
  "search-json": "/search.json?q=words",
  opensearch: "/opensearch.xml",
  index: "/index.json",
  "not-found": "/nothing/",
  file: "/posts/a/photo.jpg",
  redirect: "/old/",
  script: `/${SCRIPT_PATH}`,
  variant: `/_img/480/${digest}/posts/a/photo.jpg.webp`,
} satisfies Record<Kind, string>;

const NOW = "2026-03-01T00:00:00Z";

async function openSite(config: string) {
  const blog = await openBlog();
  await blog.clock(NOW);
  await blog.publish({
    "hugo.yaml": `title: T\noutputs: { home: [HTML, RSS, Atom, JSONFeed, JSON] }\n${config}`,
    "content/posts/a/index.md":
      "---\ntitle: A\ndate: 2026-01-01\ntags: [x]\naliases: [/old/]\n---\nWords.\n\n![](photo.jpg)\n",
    "content/posts/a/photo.jpg": PHOTO,
    "content/archive.md": "---\ntitle: Archive\nlayout: archives\nurl: /archive/\n---\n",
    "content/search.md": "---\ntitle: Search\nlayout: search\n---\n",
  });
  return blog;
}

const single = await openSite("");
const double = await openSite("languages: { en: { weight: 1 }, vi: { weight: 2 } }\n");

const siteOf = (kind: string) => (kind === "sitemap-index" ? double : single);

for (const [kind, path] of Object.entries(ADDRESSES)) {
  test(`a ${kind} is stored at the edge under tags, for everybody, and runs once for many readers`, async () => {
    const blog = siteOf(kind);
    const answer = await blog.request(path);
    const body = await answer.text();
    const status = { "not-found": 404, redirect: 301 }[kind] ?? 200;
    assert.equal(answer.status, status, body);
    assert.match(answer.headers.get("cloudflare-cdn-cache-control") ?? "", /^max-age=[1-9]/);
    assert.match(answer.headers.get("cache-tag") ?? "", /^s(,[!-+\--~]+)*$/);
    assert.doesNotMatch(answer.headers.get("cache-control") ?? "no-store", /no-store|private/);
    for (const name of ["set-cookie", "vary"]) assert.equal(answer.headers.get(name), null, name);
    if (kind === "sitemap-index") assert.match(body, /<sitemapindex/);
    if (kind === "sitemap") assert.match(body, /<urlset/);

    const head = await blog.request(path, { method: "HEAD" });
    assert.equal(head.status, status);
    for (const name of ["cloudflare-cdn-cache-control", "cache-tag", "cache-control", "content-type", "etag"])
      assert.equal(head.headers.get(name), answer.headers.get(name), name);

    let runs = 0;
    const cache = createCacheModel({ clock: () => Date.parse(NOW) / 1000, purgeRate: null });
    const visit = {
      async run({ url, method, headers }: Request) {
        runs += 1;
        const { pathname, search } = new URL(url);
        const given = await blog.request(pathname + search, { method, headers: Object.fromEntries(headers) });
        return new Response(await given.arrayBuffer(), {
          status: given.status,
          headers: [...given.headers],
        });
      },
      later: () => {},
    };
    for (let view = 0; view < 5; view++)
      await cache.fetch(new Request(new URL(path, "https://blog.example")), visit);
    assert.equal(runs, 1);
  });
}
