// Terms as posts name them, and as their taxonomy lists them; what feeds say of the site.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openBlog } from "../harness.ts";

const CONFIG =
  'baseURL: https://blog.example/\ntitle: Blog\ncopyright: "© 2024 [Hà](https://ha.example/) &amp; co"\n';
const post = (tags: string, more = "") =>
  `---\ntitle: A\ndate: 2024-05-01\ntags: [${tags}]\n${more}---\ntext\n`;

const tagsOf = (page: string): string[] =>
  Array.from(page.matchAll(/<a href="\/tags\/[^"]*" rel="tag">([^<]*)</g), ([, title = ""]) => title);
const listed = (page: string): string[] =>
  Array.from(page.matchAll(/<li><a href="\/tags\/([^"]*)\/">/g), ([, name = ""]) => decodeURIComponent(name));

test("a post names its tags as their pages are titled, and follows a title without being rendered", async () => {
  const { publish, request } = await openBlog();
  const tags = async () => tagsOf(await (await request("/posts/a/")).text());
  await publish({
    "hugo.yaml": `${CONFIG}params: { mainSections: [posts] }\n`,
    "content/posts/a.md": post("deep learning, tự do, C"),
  });
  assert.deepEqual(await tags(), ["Deep Learning", "Tự Do", "C"]);

  const term = (title: string, more = "") => `---\ntitle: ${title}\n${more}---\ntext\n`;
  await publish({ "content/tags/c/_index.md": term("The C language") });
  assert.deepEqual(await tags(), ["Deep Learning", "Tự Do", "The C language"]);
  await publish({ "content/posts/b.md": post("c") });
  await publish({ "content/tags/c/_index.md": term("C", "linkTitle: C99\n") });
  assert.deepEqual(await tags(), ["Deep Learning", "Tự Do", "C99"]);
  await publish({ "content/tags/c/_index.md": term("C", "draft: true\n") });
  assert.deepEqual(await tags(), ["Deep Learning", "Tự Do", "C"]);
  await publish({ "content/tags/c/_index.md": term("Once more") });
  await publish({ "content/tags/c/_index.md": null });
  assert.deepEqual(await tags(), ["Deep Learning", "Tự Do", "C"]);
});

test("programs are told the tags as their author wrote them", async () => {
  const { publish, request } = await openBlog();
  await publish({ "hugo.yaml": CONFIG, "content/posts/a.md": post("deep learning") });
  const page = await (await request("/posts/a/")).text();
  assert.match(page, /<meta property="article:tag" content="deep learning">/);
  assert.match(await (await request("/feed.json")).text(), /"tags":\["deep learning"\]/);
});

test("a term lists what carries a term in its folder, too", async () => {
  const { publish, request } = await openBlog();
  await publish({
    "hugo.yaml": CONFIG,
    "content/posts/a.md": post("linux"),
    "content/posts/b.md": post('"Linux/Unix Shell/Deep", "Linux/Unix Shell", "x/y"'),
  });
  const posts = async (path: string) =>
    (await (await request(path)).text()).match(/<a [^>]*href="\/posts\/[ab]\/"/g)?.length;
  assert.equal(await posts("/tags/linux/"), 2);
  assert.equal(await posts("/tags/linux/unix-shell/"), 1);
  assert.equal((await request("/tags/x/")).status, 404);
  assert.match(await (await request("/tags/")).text(), /\/tags\/linux\/">Linux <sup><strong><sup>2</);
});

test("a taxonomy lists its terms by the alphabet of its language", async () => {
  const { publish, request } = await openBlog();
  const names = "元博客, 旧文, 啊, zoo";
  const config = (lang: string) => `${CONFIG}defaultContentLanguage: ${lang}\n`;
  const terms = async () => listed(await (await request("/tags/")).text());
  await publish({ "hugo.yaml": config("zh"), "content/posts/a.md": post(names) });
  assert.deepEqual(await terms(), ["zoo", "啊", "旧文", "元博客"]);
  await publish({ "hugo.yaml": config("zh-cmn-hans-cn") });
  assert.deepEqual(await terms(), ["zoo", "啊", "旧文", "元博客"]);
  await publish({ "hugo.yaml": config("vi"), "content/posts/a.md": post("đá, da, ăn, an, ân") });
  assert.deepEqual(await terms(), ["an", "ăn", "ân", "da", "đá"]);
  // What its page is titled does not move it, and a weight does not either.
  await publish({ "content/tags/an/_index.md": "---\ntitle: Z\nweight: 9\n---\n" });
  assert.deepEqual(await terms(), ["an", "ăn", "ân", "da", "đá"]);
});

test("feeds say the copyright as text", async () => {
  const { publish, request } = await openBlog();
  await publish({ "hugo.yaml": CONFIG, "content/posts/a.md": post("deep learning") });
  const feed = await (await request("/tags/index.xml")).text();
  assert.match(feed, /<copyright>2024 Hà &amp; co<\/copyright>/);
  assert.match(await (await request("/atom.xml")).text(), /<rights>© 2024 Hà &amp; co<\/rights>/);
  assert.match(await (await request("/")).text(), /© 2024 <a href="https:\/\/ha.example\/">Hà<\/a> &amp; co/);
});

test("a list shows what carries its term, sections too, but not itself", async () => {
  const { publish, request } = await openBlog();
  await publish({
    "hugo.yaml": CONFIG,
    "content/posts/a.md": post("x"),
    "content/tags/x/_index.md": post("x"),
    "content/posts/_index.md": "---\ntitle: Posts\ntags: [x]\n---\n",
  });
  const page = await (await request("/tags/x/")).text();
  const entries = Array.from(page.matchAll(/class="entry-link" href="([^"]*)"/g), ([, url]) => url);
  assert.deepEqual(entries, ["/posts/a/", "/posts/"]);
});

test("a term that was typed in another form of Unicode is the same", async () => {
  const { publish, request } = await openBlog();
  await publish({
    "hugo.yaml": CONFIG,
    "content/posts/a.md": post("Huế"),
    "content/posts/b.md": post("Huế".normalize("NFD")),
  });
  assert.deepEqual(listed(await (await request("/tags/")).text()), ["huế"]);
  const page = await (await request("/tags/hu%E1%BA%BF/")).text();
  assert.match(page, /href="\/posts\/a\/"/);
  assert.match(page, /href="\/posts\/b\/"/);
});
