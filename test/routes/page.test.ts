import assert from "node:assert/strict";
import { test } from "node:test";
import { ORIGIN, openBlog } from "../harness.ts";

const SITE = {
  "hugo.yaml": "title: Sổ tay\nbaseURL: https://elsewhere.example/\ntimeZone: Asia/Ho_Chi_Minh\n",
  "content/posts/first.md": "---\ntitle: First\ndate: 2024-03-09\naliases: [/old/first/]\n---\nHello.\n",
  "content/posts/từ-bỏ.md": "---\ntitle: Từ bỏ\ndate: 2024-03-10\n---\nXin chào.\n",
  "content/posts/secret.md": "---\ntitle: Secret\ndate: 2024-03-10\ndraft: true\n---\nHidden words.\n",
  "content/posts/later.md": "---\ntitle: Later\ndate: 2030-01-01T00:00:00Z\n---\nNot yet.\n",
};

const blog = await openBlog();

test("an empty blog says what to do next, and stores no such answer", async () => {
  const home = await blog.request("/");
  assert.equal(home.status, 200);
  assert.equal(home.headers.get("cache-control"), "no-store");
  assert.match(await home.text(), /deckle push/);
  assert.equal((await blog.request("/anything/")).status, 404);
});

test("GET of a post answers HTML with a validator, its policy and its tags", async () => {
  await blog.clock("2026-01-01T00:00:00Z");
  await blog.publish(SITE);
  const answer = await blog.request("/posts/first/");
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get("content-type"), "text/html; charset=utf-8");
  assert.match(answer.headers.get("etag") ?? "", /^"[\x21-\x7e]+"$/);
  assert.equal(answer.headers.get("cache-control"), "no-cache");
  assert.match(answer.headers.get("cloudflare-cdn-cache-control") ?? "", /^max-age=\d+/);
  assert.match(answer.headers.get("cache-tag") ?? "", /^[!-~]+$/);
  assert.match(answer.headers.get("content-security-policy") ?? "", /default-src 'none'/);
  assert.equal(answer.headers.get("x-content-type-options"), "nosniff");
  assert.match(await answer.text(), /<p>Hello\.<\/p>/);
});

test("a reader who has the page is answered 304 without a body, with the same policy", async () => {
  const first = await blog.request("/posts/first/");
  const etag = first.headers.get("etag") ?? "";
  for (const known of [etag, `W/${etag}`, `"x", ${etag}`]) {
    const again = await blog.request("/posts/first/", { headers: { "if-none-match": known } });
    assert.equal(again.status, 304, known);
    assert.equal(await again.text(), "");
    for (const name of ["etag", "cache-control", "cloudflare-cdn-cache-control", "cache-tag"])
      assert.equal(again.headers.get(name), first.headers.get(name), name);
    // What a browser has keeps its own: any policy here would take its place.
    assert.equal(again.headers.get("content-security-policy"), null);
  }
  const other = await blog.request("/posts/first/", { headers: { "if-none-match": '"other"' } });
  assert.equal(other.status, 200);
});

test("HEAD answers as GET does, without a body, for pages, feeds, what moved and what is not there", async () => {
  for (const path of ["/", "/posts/first/", "/index.xml", "/robots.txt", "/old/first/", "/nothing/"]) {
    const [get, head] = [await blog.request(path), await blog.request(path, { method: "HEAD" })];
    assert.equal(head.status, get.status, path);
    for (const name of ["content-type", "etag", "cache-control", "location"])
      assert.equal(head.headers.get(name), get.headers.get(name), `${path} ${name}`);
    assert.equal(await head.text(), "");
  }
});

test("a path without its slash, or with index.html, moves to the page for good", async () => {
  for (const path of ["/posts/first", "/posts/first/index.html"]) {
    const answer = await blog.request(path);
    assert.equal(answer.status, 301, path);
    assert.equal(answer.headers.get("location"), "/posts/first/", path);
  }
  assert.equal((await blog.request("/posts/none")).status, 404);
});

test("an alias moves to its page, keeping the query, and a browser asks again each time", async () => {
  const answer = await blog.request("/old/first/?utm_source=x");
  assert.equal(answer.status, 301);
  assert.equal(answer.headers.get("location"), "/posts/first/?utm_source=x");
  assert.equal(answer.headers.get("cache-control"), "no-cache");
});

test("what is not there is a page of the site with status 404, kept for a minute", async () => {
  for (const path of ["/nothing/", "/posts/first/nothing", "/%ff", "/a%00b", "/favicon.ico"]) {
    const answer = await blog.request(path);
    assert.equal(answer.status, 404, path);
    assert.match(await answer.text(), /Sổ tay/, path);
    assert.equal(answer.headers.get("cloudflare-cdn-cache-control"), "max-age=60, stale-if-error=0", path);
  }
});

test("drafts and scheduled posts answer exactly as what does not exist", async () => {
  const nothing = await blog.request("/posts/nothing/");
  const expected = await nothing.text();
  for (const path of ["/posts/secret/", "/posts/later/"]) {
    const answer = await blog.request(path);
    assert.equal(answer.status, 404, path);
    assert.equal(await answer.text(), expected, path);
    assert.equal(answer.headers.get("etag"), nothing.headers.get("etag"), path);
  }
  for (const path of ["/", "/posts/", "/index.xml", "/atom.xml", "/feed.json", "/sitemap.xml"]) {
    const body = await (await blog.request(path)).text();
    assert.doesNotMatch(body, /Secret|Hidden words|Later|Not yet/, path);
  }
});

test("parameters that mean nothing get the same page, stored under its own address only", async () => {
  const plain = await blog.request("/posts/first/");
  const answer = await blog.request("/posts/first/?utm_source=x&fbclid=y");
  assert.equal(answer.status, 200);
  assert.equal(await answer.text(), await plain.text());
  assert.equal(answer.headers.get("etag"), plain.headers.get("etag"));
  assert.equal(answer.headers.get("cloudflare-cdn-cache-control"), "no-store");
  assert.equal(answer.headers.get("cache-tag"), null);
  const etag = plain.headers.get("etag") ?? "";
  const again = await blog.request("/posts/first/?a=1", { headers: { "if-none-match": etag } });
  assert.equal(again.status, 304);
});

test("a path is found however it is spelled: composed or not, upper or lower case escapes", async () => {
  const spellings = [
    "/posts/t%E1%BB%AB-b%E1%BB%8F/",
    "/posts/t%e1%bb%ab-b%e1%bb%8f/",
    `/posts/${encodeURIComponent("từ-bỏ".normalize("NFD"))}/`,
    "/%70osts/t%E1%BB%AB-b%E1%BB%8F/",
  ];
  for (const path of spellings) {
    const answer = await blog.request(path);
    assert.equal(answer.status, 200, path);
    assert.match(await answer.text(), /Xin chào/, path);
  }
});

test("absolute addresses begin with the configured origin, whatever host was asked", async () => {
  const answer = await blog.request("https://evil.example/posts/first/");
  const body = await answer.text();
  assert.match(body, new RegExp(`<link rel="?canonical"? href="?${ORIGIN}/posts/first/`));
  assert.doesNotMatch(body, /evil\.example|elsewhere\.example/);
});

test("methods that change something are told what the address takes", async () => {
  for (const method of ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"]) {
    const answer = await blog.request("/posts/first/", { method });
    assert.equal(answer.status, 405, method);
    assert.equal(answer.headers.get("allow"), "GET, HEAD", method);
    assert.equal(answer.headers.get("cache-control"), "no-store", method);
  }
});

test("the page's script has a name of its own, and is kept for ever", async () => {
  const page = await (await blog.request("/posts/first/")).text();
  const [, address = ""] = /<script defer src="([^"]+)"/.exec(page) ?? [];
  const answer = await blog.request(`${address}?v=1`);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get("content-type"), "text/javascript; charset=utf-8");
  assert.match(answer.headers.get("cache-control") ?? "", /immutable/);
  assert.match(await answer.text(), /theme-toggle/);
  assert.equal((await blog.request("/_theme/000000000000.js")).status, 404);
});

test("each feed has its own type", async () => {
  const types = {
    "/index.xml": "application/rss+xml; charset=utf-8",
    "/posts/index.xml": "application/rss+xml; charset=utf-8",
    "/atom.xml": "application/atom+xml; charset=utf-8",
    "/feed.json": "application/feed+json; charset=utf-8",
    "/sitemap.xml": "application/xml; charset=utf-8",
  };
  for (const [path, type] of Object.entries(types)) {
    const answer = await blog.request(path);
    assert.equal(answer.status, 200, path);
    assert.equal(answer.headers.get("content-type"), type, path);
  }
});

test("no answer may be kept past the moment at which a scheduled post appears, and then it is there", async () => {
  await blog.clock("2029-12-31T23:59:00Z");
  const before = await blog.request("/");
  assert.equal(before.headers.get("cloudflare-cdn-cache-control"), "max-age=60, stale-if-error=0");
  assert.equal((await blog.request("/posts/later/")).status, 404);
  await blog.clock("2030-01-01T00:00:00Z");
  assert.equal((await blog.request("/posts/later/")).status, 200);
  assert.match(await (await blog.request("/")).text(), /Later/);
  await blog.clock("2026-01-01T00:00:00Z");
});

test("a post in a section that is a draft still, or to come, names no place where it cannot be followed", async () => {
  await blog.publish({
    "content/notes/_index.md": "---\ntitle: Hidden shelf\ndraft: true\n---\n",
    "content/notes/soon/_index.md": "---\ntitle: Coming shelf\ndate: 2030-01-01\n---\n",
    "content/notes/soon/kept.md": "---\ntitle: Kept\ndate: 2024-03-09\n---\nHello.\n",
  });
  const body = await (await blog.request("/notes/soon/kept/")).text();
  assert.match(body, /<p>Hello\.<\/p>/);
  assert.doesNotMatch(body, /shelf|\/notes\/"|\/notes\/soon\/"/);
});
