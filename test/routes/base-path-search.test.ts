// Searching on a site that lives below a path, in two languages: every address that a reader, a browser's
// search field or a program is given leads below it, and answers.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openBlog } from "../harness.ts";

const HOST = "https://x.example";

const blog = await openBlog(`${HOST}/blog/`);
const post = (title: string) => `---\ntitle: ${title}\ndate: 2024-01-01\ntags: [t]\n---\nA walrus.\n`;
await blog.publish({
  "hugo.yaml": `title: Blog
baseURL: https://old.example/blog/
outputs: { home: [HTML, RSS, JSON] }
languages:
  en: { weight: 1 }
  vi: { weight: 2 }
`,
  ...Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`content/posts/p${i}.md`, post(`Post ${i}`)])),
  "content/posts/bai.vi.md": post("Bài"),
  "content/tim.vi.md": "---\ntitle: Tìm\nlayout: search\nslug: tim\n---\n",
});
const text = async (url: string): Promise<string> => {
  const answer = await blog.request(url);
  assert.equal(answer.status, 200, url);
  return answer.text();
};
const links = (page: string): string[] =>
  Array.from(page.matchAll(/ (?:href|action)="([^"]*)"/g), ([, url = ""]) => url);
const hits = (page: string): string[] =>
  Array.from(page.matchAll(/class="entry-link" href="([^"]*)"/g), ([, url = ""]) => url);

test("the form, what it finds and its pages stay below the path", async () => {
  assert.match(await text("/blog/search/"), /<form [^>]*action="\/blog\/search\/"/);
  const found: string[] = [];
  for (let url: string | undefined = "/blog/search/?q=walrus"; url !== undefined; ) {
    const page = await text(url);
    found.push(...hits(page));
    for (const link of links(page)) assert.match(link, /^(\/blog\/|https:\/\/x\.example\/blog\/|#)/, link);
    url = /rel="next" href="([^"]*)"/.exec(page)?.[1]?.replaceAll("&amp;", "&");
  }
  assert.equal(new Set(found).size, 20);
  for (const url of found) assert.equal((await blog.request(url)).status, 200, url);
});

test("each language's search page finds its own posts, wherever its author put it", async () => {
  for (const place of ["/blog/vi/search/", "/blog/vi/tim/"]) {
    assert.match(await text(place), new RegExp(`<form [^>]*action="${place}"`));
    assert.deepEqual(hits(await text(`${place}?q=walrus`)), ["/blog/vi/posts/bai/"]);
  }
});

test("results as JSON and the index of all posts name addresses on the host that answer", async () => {
  const first = JSON.parse(await text("/blog/search.json?q=walrus"));
  assert.ok(first.next.startsWith(`${HOST}/blog/search.json?q=walrus&page=2`), first.next);
  const next = JSON.parse(await text(first.next.slice(HOST.length)));
  assert.equal(next.page, 2);
  const index = JSON.parse(await text("/blog/index.json"));
  const named = [...first.results, ...next.results].map(({ url }) => url);
  for (const url of [...named, index[0].permalink]) {
    assert.ok(url.startsWith(`${HOST}/blog/posts/`), url);
    assert.equal((await blog.request(url.slice(HOST.length))).status, 200, url);
  }
});

test("what a browser adds to its search field leads below the path", async () => {
  for (const home of ["/blog/", "/blog/vi/"]) {
    assert.match(await text(home), new RegExp(`<link rel="search"[^>]* href="${home}opensearch.xml"`));
    const description = await text(`${home}opensearch.xml`);
    const templates = Array.from(description.matchAll(/template="([^"]*)"/g), ([, url = ""]) => url);
    assert.equal(templates.length, 3);
    for (const template of templates) {
      assert.ok(template.startsWith(`${HOST}${home}`), template);
      const url = template
        .replace("{searchTerms}", "walrus")
        .replace("{startPage?}", "")
        .replaceAll("&amp;", "&");
      let answer = await blog.request(url.slice(HOST.length));
      if (answer.status === 301) answer = await blog.request(answer.headers.get("location") ?? "");
      assert.equal(answer.status, 200, url);
      if (template.includes("searchTerms")) assert.match(await answer.text(), /posts\//, url);
    }
  }
});

test("who searches above the path is sent below it with the question", async () => {
  const moves = {
    "/search/?q=walrus": "/blog/search/?q=walrus",
    "/blog/search?q=walrus": "/blog/search/?q=walrus",
    "/search.json?q=walrus": "/blog/search.json?q=walrus",
    "/vi/tim/?q=walrus": "/blog/vi/tim/?q=walrus",
    "/opensearch.xml": "/blog/opensearch.xml",
  };
  for (const [from, to] of Object.entries(moves)) {
    const answer = await blog.request(from);
    assert.deepEqual([answer.status, answer.headers.get("location")], [301, to], from);
  }
});
