// What the cache saves: a page that nothing changed is never rendered twice, and a write renders little.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openCachedBlog } from "./coherence.ts";
import { applyChanges, BEGINNING, changeSet, filesOf, firstSite } from "./random-site.ts";
import type { Visit } from "./step.ts";

const blog = await openCachedBlog();
const now = BEGINNING;

const publishFirstSite = () =>
  blog.take({ now, reset: "unlimited", writes: [changeSet(new Map(), filesOf(firstSite())) ?? {}] });

test("every public address of every kind is stored and tagged, and seen again without a run", async () => {
  await publishFirstSite();
  const bare = await blog.take({ now, visit: "everything", uncached: true });
  for (const { url, headers } of bare.answers) {
    const edge = headers["cloudflare-cdn-cache-control"] ?? "";
    assert.match(edge, /^max-age=[1-9]/, url);
    assert.match(headers["cache-tag"] ?? "", /^s,u\w+/, url);
    assert.ok((headers["cache-control"] ?? "") !== "", url);
    assert.equal(headers["set-cookie"], undefined, url);
  }
  const kinds = new Set(bare.answers.map(({ headers }) => headers["content-type"]?.split(";")[0]));
  for (const kind of [
    "text/html",
    "application/rss+xml",
    "application/atom+xml",
    "image/svg+xml",
    "text/plain",
  ])
    assert.ok(kinds.has(kind), `${kind} is among ${[...kinds].join(" ")}`);
  const count = bare.answers.length;
  assert.deepEqual((await blog.take({ now, visit: "everything" })).visits, { MISS: count });
  for (let again = 0; again < 3; again++) {
    const { visits, statements } = await blog.take({ now: now + 5, visit: "everything" });
    assert.deepEqual([visits, statements], [{ HIT: count }, 0]);
  }
});

test("a validator changes when the bytes do, and stays where nothing of what was edited is shown", async () => {
  const site = firstSite();
  // Another paragraph of the same length, another title.
  for (const set of [{ body: 3 }, { title: 1 }]) {
    await publishFirstSite();
    const before = await blog.take({ now, visit: "everything" });
    const next = applyChanges(site, [{ type: "post", post: 0, set }], []);
    const writes = [changeSet(filesOf(site), filesOf(next)) ?? {}];
    const after = await blog.take({ now, writes, visit: before.answers.map(({ url }) => ({ url })) });
    let same = 0;
    for (const [i, { url, headers, body }] of after.answers.entries()) {
      const was = before.answers[i];
      if (headers.etag === undefined) continue;
      if (body !== was?.body) assert.notEqual(headers.etag, was?.headers.etag, url);
      // A card has facts that a neighbour does not print: its validator may change all the same.
      else if (!body.includes("Post 0.")) assert.equal(headers.etag, was.headers.etag, url);
      if (body === was?.body) same += 1;
    }
    assert.ok(same > 10, `${same} of ${after.answers.length} stayed`);
  }
});

test("no answer that is not for everybody can be stored", async () => {
  await publishFirstSite();
  const visit: Visit[] = [
    { url: "/api/v1/files" },
    { url: "/api/v1/posts" },
    { url: "/api/v1/nothing" },
    { url: "/api/v1/files", headers: { authorization: "Bearer wrong" } },
    { url: "/", method: "POST" },
    { url: "/?utm_source=x" },
  ];
  for (const { url, headers } of (await blog.take({ now, visit, uncached: true })).answers) {
    assert.equal(headers["cloudflare-cdn-cache-control"], "no-store", url);
    assert.equal(headers["cache-tag"], undefined, url);
  }
  assert.deepEqual((await blog.take({ now, visit })).visits, { BYPASS: visit.length });
});

test("made-up parameters and spellings reach no database once the page is stored", async () => {
  await publishFirstSite();
  await blog.take({ now, visit: [{ url: "/posts/p0/" }, { url: "/nothing/" }] });
  const visit = ["/posts/p0/?utm_source=a&fbclid=b", "/posts/p0/?random=1", "/%70osts/p0/", "/nothing/?x=1"];
  const { answers, statements } = await blog.take({ now, visit: visit.map((url) => ({ url })) });
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 200, 404],
  );
  assert.equal(statements, 0);
});

test("an edit of one post's text among a thousand renders its own pages again, and no others", async () => {
  const post = (i: number, body: string) => ({
    path: `content/posts/post-${i}.md`,
    content: `---\ntitle: Post ${i}\ndate: 2026-01-01T00:00:${i % 60}Z\ntags: [t${i % 20}, all]\ndescription: About ${i}\n---\n${body}\n`,
  });
  const put = [{ path: "hugo.yaml", content: "baseURL: https://blog.example/\ntitle: T\n" }];
  for (let i = 0; i < 1000; i++) put.push(post(i, "Text."));
  const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);
  const tags = ["all", ...numbers(20).map((i) => `t${i}`)].flatMap((tag) => [
    `/tags/${tag}/`,
    `/tags/${tag}/index.xml`,
  ]);
  const pagers = numbers(99).flatMap((i) => [`/page/${i + 2}/`, `/posts/page/${i + 2}/`]);
  const whole = [
    "/",
    "/posts/",
    "/tags/",
    "/index.xml",
    "/posts/index.xml",
    "/atom.xml",
    "/feed.json",
    "/sitemap.xml",
  ];
  const posts = numbers(1000).map((i) => `/posts/post-${i}/`);
  const visit = [...whole, ...tags, ...pagers, ...posts].map((url) => ({ url }));
  const first = await blog.take({ now, reset: "unlimited", writes: [{ put }], visit });
  assert.deepEqual(first.visits, { MISS: visit.length });
  assert.deepEqual(new Set(first.answers.map(({ status }) => status)), new Set([200]));

  const edit = { put: [post(500, "Text.\n\nAnother paragraph.")] };
  const { visits, answers } = await blog.take({ now, writes: [edit], visit });
  const rendered = answers.flatMap(({ url, headers }) =>
    headers["cf-cache-status"] === "MISS" ? [url] : [],
  );
  assert.ok(rendered.includes("/posts/post-500/") && rendered.length <= 20, rendered.join("\n"));
  assert.equal(visits.HIT, visit.length - rendered.length);
});
