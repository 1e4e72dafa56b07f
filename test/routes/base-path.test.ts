import assert from "node:assert/strict";
import { test } from "node:test";
import { openBlog } from "../harness.ts";

const blog = await openBlog();
const SVG = "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='3'/>";

await blog.clock("2026-01-01T00:00:00Z");
await blog.publish({
  "hugo.yaml": "title: Moved\nbaseURL: https://old.example/blog/\n",
  "content/posts/a.md": "---\ntitle: A\ndate: 2024-01-01\naliases: [/x/]\n---\nText of A.\n",
  "content/blog/b.md": "---\ntitle: B\ndate: 2024-01-02\n---\nText of B.\n",
});

test("a site with a base path is served below it", async () => {
  const answer = await blog.request("/blog/posts/a/");
  assert.equal(answer.status, 200);
  assert.match(await answer.text(), /Text of A/);
  assert.equal((await blog.request("/blog/")).status, 200);
});

test("a section of the same name as the base path is below it like any other", async () => {
  assert.match(await (await blog.request("/blog/blog/b/")).text(), /Text of B/);
  assert.equal((await blog.request("/blog/b/")).status, 404);
});

test("the host's own root, and what is asked for without the base path, lead below it", async () => {
  const moves = {
    "/": "/blog/",
    "/blog": "/blog/",
    "/posts/a/": "/blog/posts/a/",
    "/robots.txt": "/blog/robots.txt",
    "/x/": "/blog/posts/a/",
    "/blog/x/": "/blog/posts/a/",
    "/blog/posts/a": "/blog/posts/a/",
  };
  for (const [from, to] of Object.entries(moves)) {
    const answer = await blog.request(from);
    assert.equal(answer.status, 301, from);
    assert.equal(answer.headers.get("location"), to, from);
  }
  assert.equal((await blog.request("/nothing/")).status, 404);
});

test("links stay on the host that serves, below the base path", async () => {
  const body = await (await blog.request("/blog/")).text();
  assert.doesNotMatch(body, /old\.example/);
  for (const [, href = ""] of body.matchAll(/<a [^>]*href="(\/[^"]*)"/g)) assert.match(href, /^\/blog\//);
});

test("an address that has the base path already, as Hugo wants it, is not given it twice", async () => {
  const own = await openBlog();
  const post = (title: string, image: string) =>
    `---\ntitle: ${title}\ndate: 2024-01-01\ncover: { image: ${image} }\n---\nText.\n`;
  await own.publish({
    "hugo.yaml": `baseURL: https://old.example/blog/
params:
  assets: { favicon: /blog/icon.svg }
  profileMode: { enabled: true, title: T, imageUrl: icon.svg, buttons: [{ name: Home, url: /blog }, { name: A, url: /posts/a/ }] }
`,
    "content/posts/a.md": post("A", "/blog/pic.svg"),
    "content/posts/b.md": post("B", "/pic.svg"),
    "content/blog/c/index.md": post("C", "pic.svg"),
    "content/blog/c/pic.svg": SVG,
    "static/pic.svg": SVG,
    "static/icon.svg": SVG,
  });
  const text = async (url: string) => (await own.request(url)).text();
  for (const [url, picture] of [
    ["/blog/posts/a/", "/blog/pic.svg"],
    ["/blog/posts/b/", "/blog/pic.svg"],
    ["/blog/blog/c/", "/blog/blog/c/pic.svg"],
  ] as const) {
    const page = await text(url);
    assert.ok(page.includes(`src="${picture}" alt="" width="4" height="3"`), url);
    assert.match(page, new RegExp(`property="og:image" content="https://[^/]+${picture}"`), url);
    assert.equal((await own.request(picture)).status, 200);
  }
  const home = await text("/blog/");
  assert.ok(home.includes('href="/blog/icon.svg"') && home.includes('src="/blog/icon.svg"'));
  assert.ok(home.includes('class="button" href="/blog/"') && home.includes('href="/blog/posts/a/"'));
});

test("a base path in letters beyond ASCII is printed encoded, as Hugo prints it", async () => {
  const own = await openBlog();
  await own.publish({
    "hugo.yaml": "baseURL: https://old.example/nhật-ký/\nmenus: { main: [{ name: A, url: /posts/a/ }] }\n",
    "content/posts/a.md": "---\ntitle: A\n---\n",
  });
  for (const url of ["/nhật-ký/", "/nhật-ký/sitemap.xml", "/nhật-ký/index.xml"]) {
    const answer = await own.request(url);
    assert.equal(answer.status, 200, url);
    const body = await answer.text();
    assert.ok(body.includes("/nh%E1%BA%ADt-k%C3%BD/posts/a/"), url);
    assert.doesNotMatch(body.replace(/<script defer[^>]*>/, ""), /\/nhật-ký\//, url);
  }
});
