// A site in two languages: homes, translations that come and go, the sections above a page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openBlog } from "../harness.ts";

const CONFIG = `baseURL: https://blog.example/
defaultContentLanguage: vi
params: { ShowBreadCrumbs: true }
languages:
  vi: { languageName: Tiếng Việt, weight: 1, title: Sổ tay }
  en: { languageName: English, weight: 2, title: Notebook }
`;

const post = (title: string) => `---\ntitle: "${title}"\ndate: 2024-05-01\n---\nText.\n`;

test("pages of two languages find each other, in both directions, as they come and go", async () => {
  const { publish, request } = await openBlog();
  const text = async (url: string) => (await request(url)).text();
  await publish({ "hugo.yaml": CONFIG, "content/posts/a.vi.md": post("Một") });
  assert.match(await text("/"), /Sổ tay/);
  assert.match(await text("/en/"), /Notebook/);
  assert.doesNotMatch(await text("/posts/a/"), /hreflang="en"[^>]*href="[^"]*\/en\/posts\/a\//);

  await publish({ "content/posts/a.en.md": post("One") });
  const vietnamese = await text("/posts/a/");
  assert.match(vietnamese, /<html[^>]*lang="vi"/);
  assert.match(vietnamese, /href="[^"]*\/en\/posts\/a\/"/);
  const english = await text("/en/posts/a/");
  assert.match(english, /<html[^>]*lang="en"/);
  assert.match(english, /href="[^"]*blog\.example\/posts\/a\/"/);
  assert.match(await text("/en/"), /One/);
  assert.doesNotMatch(await text("/en/"), /Một/);

  await publish({ "content/posts/a.en.md": null });
  assert.doesNotMatch(await text("/posts/a/"), /href="[^"]*\/en\/posts\/a\/"/);
  assert.match(await text("/en/nothing/"), /Notebook/);
});

test("translations by folder find each other where they are called alike", async () => {
  const { publish, request } = await openBlog();
  const languages = ["vi", "en", "de"].map((lang) => `  ${lang}: { contentDir: content/${lang} }\n`).join("");
  const files = ["vi", "en", "de"].map((lang) => [`content/${lang}/posts/a.md`, post("Blog")]);
  await publish({
    "hugo.yaml": `baseURL: https://blog.example/\ndefaultContentLanguage: vi\nlanguages:\n${languages}`,
    ...Object.fromEntries(files),
  });
  const alternates = async (url: string) =>
    Array.from(
      (await (await request(url)).text()).matchAll(/<link[^>]*hreflang="(\w\w)"/g),
      ([, lang]) => lang,
    );
  for (const url of ["/posts/a/", "/en/posts/a/", "/de/posts/a/"])
    assert.deepEqual((await alternates(url)).sort(), ["de", "en", "vi"], url);
});

test("lists without a file find each other, too, and the sitemap tells of it", async () => {
  const { publish, request } = await openBlog();
  const text = async (url: string) => (await request(url)).text();
  const elsewhere = async (url: string) =>
    Array.from(
      (await text(url)).matchAll(/<link rel="alternate" hreflang="(\w+)" href="[^"]*example([^"]*)"/g),
      (found) => found.slice(1).join(" "),
    );
  const tagged = (title: string) => post(title).replace("---\nText", "tags: [moss]\n---\nText");
  await publish({ "hugo.yaml": CONFIG, "content/posts/a.vi.md": tagged("Một") });
  assert.deepEqual(await elsewhere("/"), ["vi /", "en /en/"]);
  assert.deepEqual(await elsewhere("/en/tags/"), ["en /en/tags/", "vi /tags/"]);
  for (const list of ["/posts/", "/tags/moss/"]) assert.deepEqual(await elsewhere(list), [], list);

  await publish({
    "content/posts/b.en.md": tagged("Two"),
    "content/_index.en.md": "---\ntitle: Hello\n---\n",
  });
  for (const list of ["/posts/", "/tags/moss/"])
    assert.deepEqual(await elsewhere(list), [`vi ${list}`, `en /en${list}`], list);
  assert.deepEqual(await elsewhere("/en/"), ["en /en/", "vi /"]);
  assert.match(
    await text("/en/sitemap.xml"),
    /\/en\/tags\/moss\/<\/loc>.*?<xhtml:link rel="alternate" hreflang="en" href="[^"]*\/en\/tags\/moss\/"\/><xhtml:link rel="alternate" hreflang="vi" href="https:\/\/blog.example\/tags\/moss\/"\/><\/url>/,
  );

  await publish({ "content/posts/b.en.md": post("Two") });
  assert.deepEqual(await elsewhere("/tags/moss/"), []);
  assert.equal((await elsewhere("/posts/")).length, 2);
  await publish({
    "content/posts/_index.en.md": "---\ntitle: Writing\n---\n",
    "content/posts/b.en.md": null,
  });
  assert.equal((await elsewhere("/posts/")).length, 2);
  await publish({ "content/posts/_index.en.md": null });
  assert.deepEqual(await elsewhere("/posts/"), []);
});

test("a setting that one language has otherwise moves no file of another's pages", async () => {
  const { publish, request } = await openBlog();
  const { warnings } = await publish({
    "hugo.yaml": CONFIG.replace("weight: 2,", "weight: 2, disablePathToLower: true,"),
    "content/posts/Bai/index.vi.md": post("Một"),
    "content/posts/Bai/index.en.md": `${post("One")}\n![Leaf](leaf.svg)\n`,
    "content/posts/Bai/leaf.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>',
  });
  assert.deepEqual(warnings, []);
  const page = await (await request("/en/posts/Bai/")).text();
  const [, src = ""] = /<img[^>]*src="([^"]*leaf\.svg)"/.exec(page) ?? [];
  assert.equal(src, "/posts/bai/leaf.svg");
  assert.equal((await request(src)).status, 200);
});

test("a page names the sections above it", async () => {
  const { publish, request } = await openBlog();
  await publish({
    "hugo.yaml": CONFIG,
    "content/docs/_index.md": "---\ntitle: Tài liệu\n---\n",
    "content/docs/deep/_index.md": "---\ntitle: Sâu\n---\n",
    "content/docs/deep/x.md": post("X"),
  });
  const page = await (await request("/docs/deep/x/")).text();
  assert.match(page, /<a href="\/docs\/">Tài liệu<\/a>.*<a href="\/docs\/deep\/">Sâu<\/a>/s);
});

test("a term names its taxonomy, with and without a file of its own", async () => {
  const { publish, request } = await openBlog();
  await publish({
    "hugo.yaml": CONFIG,
    "content/docs/x.md": "---\ntitle: X\ntags: [plain, own]\n---\n",
    "content/tags/own/_index.md": "---\ntitle: Own\n---\n",
  });
  for (const term of ["plain", "own"]) {
    const page = await (await request(`/tags/${term}/`)).text();
    assert.match(page, /class="breadcrumbs".*<a href="\/tags\/">Tags<\/a><\/nav>/, term);
  }
});

test("a site in a language that the theme speaks by its settings, and the author's words over it", async () => {
  const { publish, request } = await openBlog();
  await publish({
    "hugo.yaml": "baseURL: https://blog.example/\nlanguageCode: pt-br\ndefaultContentLanguage: pt\n",
    "i18n/pt.yaml": "not_found_hint: Nada aqui.\n",
    "content/posts/a.md": post("A"),
  });
  const page = await (await request("/no-such-page/")).text();
  assert.match(page, /Página não encontrada/);
  assert.match(page, /Nada aqui\./);
});

test("the root leads to a home that lies in a folder, and the folder of a home that does not leads to the root", async () => {
  const { publish, request } = await openBlog();
  const to = async (url: string) => {
    const { status, headers } = await request(url);
    return [status, headers.get("location")];
  };
  await publish({ "hugo.yaml": CONFIG, "content/posts/a.vi.md": post("Một") });
  assert.deepEqual(await to("/vi/"), [301, "/"]);
  assert.deepEqual(await to("/"), [200, null]);

  await publish({ "hugo.yaml": `${CONFIG}defaultContentLanguageInSubdir: true\n` });
  assert.deepEqual(await to("/"), [301, "/vi/"]);
  assert.deepEqual(await to("/vi/"), [200, null]);
  await publish({ "content/_index.vi.md": post("Nhà") });
  assert.deepEqual(await to("/"), [301, "/vi/"]);

  const none = "defaultContentLanguageInSubdir: true\ndisableDefaultLanguageRedirect: true\n";
  await publish({ "hugo.yaml": CONFIG + none });
  assert.deepEqual(await to("/"), [404, null]);

  await publish({ "hugo.yaml": CONFIG.replace(/ {2}en:.*\n/, ""), "content/_index.vi.md": null });
  assert.deepEqual(
    [await to("/"), await to("/vi/")],
    [
      [200, null],
      [404, null],
    ],
  );
});

test("with uglyURLs, the further pages of a language's home are found where Hugo has them", async () => {
  const { publish, request } = await openBlog();
  const files = ["a.vi", "b.vi", "a.en", "b.en"].map((name) => [`content/posts/${name}.md`, post(name)]);
  const config = `${CONFIG}uglyURLs: true\npagination: { pagerSize: 1 }\n`;
  await publish({ "hugo.yaml": config, ...Object.fromEntries(files) });
  assert.equal((await request("/page/2.html")).status, 200);
  const english = await request("/en/page/2.html");
  assert.deepEqual([english.status, english.headers.get("location")], [301, "/en/page/2/"]);
  assert.equal((await request("/en/page/2/")).status, 200);
  assert.equal((await request("/fr/page/2.html")).status, 404);
});
