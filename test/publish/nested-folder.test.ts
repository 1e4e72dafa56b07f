// Content folders inside of each other: a file is a page in each, as in Hugo, and they come, move and go together.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openBlog } from "../harness.ts";

const post = (title: string, body: string) =>
  `---\ntitle: ${title}\ndate: 2024-05-01\ntags: [plum]\n---\n${body}\n`;

async function openSite(languages: string, files: { [path: string]: string }) {
  const blog = await openBlog();
  const { warnings } = await blog.publish({
    "hugo.yaml": `title: Blog\nbaseURL: https://blog.example/\ndefaultContentLanguage: en\nlanguages: ${languages}\n`,
    ...files,
  });
  assert.deepEqual(warnings, []);
  const get = async (url: string) => {
    const answer = await blog.request(url);
    return { status: answer.status, text: await answer.text(), location: answer.headers.get("location") };
  };
  return { ...blog, get };
}

/** `content/posts` is the folder of English, and lies in that of all other languages. */
const TWICE = "{ en: { weight: 1, contentDir: content/posts }, vi: { weight: 2 } }";

test("a file below two folders of one language is two pages, which change and go with it", async () => {
  const { publish, get } = await openSite(TWICE, { "content/posts/notes/a.md": post("A", "Early text.") });
  for (const url of ["/notes/a/", "/posts/notes/a/"]) assert.match((await get(url)).text, /Early text/, url);

  const edited = await publish({ "content/posts/notes/a.md": post("A", "Late text.") });
  assert.deepEqual(edited.urls.changed.sort(), ["/notes/a/", "/posts/notes/a/"]);
  for (const url of ["/notes/a/", "/posts/notes/a/"]) assert.match((await get(url)).text, /Late text/, url);

  const gone = await publish({ "content/posts/notes/a.md": null });
  assert.deepEqual(gone.urls.removed.sort(), ["/notes/a/", "/posts/notes/a/"]);
  for (const url of ["/notes/a/", "/posts/notes/a/", "/tags/plum/"])
    assert.equal((await get(url)).status, 404, url);
});

test("each of its pages leads on when its file is renamed", async () => {
  const { publish, get } = await openSite(TWICE, { "content/posts/notes/a.md": post("A", "Text.") });
  const { urls } = await publish({
    "content/posts/notes/a.md": null,
    "content/posts/notes/b.md": post("A", "Text."),
  });
  assert.deepEqual([urls.added, urls.removed], [[], []]);
  assert.equal((await get("/notes/a/")).location, "/notes/b/");
  assert.equal((await get("/posts/notes/a/")).location, "/posts/notes/b/");
});

test("where two languages have one address, the page of the inner folder stands there", async () => {
  const { publish, get } = await openSite(
    "{ en: { weight: 1 }, vi: { weight: 2, contentDir: content/vi } }",
    {
      "content/vi/bai/mot.md": post("Một", "Chữ."),
      "content/posts/a.md": post("A", "Text."),
    },
  );
  for (const url of ["/vi/", "/vi/bai/mot/", "/vi/bai/"])
    assert.match((await get(url)).text, /<html lang="vi"/, url);
  assert.match((await get("/tags/plum/")).text, /href="\/vi\/bai\/mot\/"/, "Hugo lists it in English, too");
  const { warnings } = await publish({
    "content/vi/bai/hai/index.vi.md": post("Hai", "Chữ."),
    "content/vi/bai/hai/index.en.md": post("Two", "Text."),
  });
  assert.deepEqual(warnings, []);
  assert.match((await get("/vi/bai/hai/")).text, /<html lang="vi"/);
  assert.match((await get("/bai/hai/")).text, /<html lang="en"/);
  await publish({ "content/vi/bai/mot.md": null });
  assert.doesNotMatch((await get("/tags/plum/")).text, /mot/);
  assert.equal((await get("/vi/bai/mot/")).status, 404);
});

test("a bundle's file is its translation's too, and shows there as soon as it comes", async () => {
  const { publish, get } = await openSite(
    "{ en: { weight: 1, contentDir: content/en }, vi: { weight: 2, contentDir: content/vi } }",
    {
      "content/en/posts/b/index.md": post("B", "Text."),
      "content/vi/posts/b/index.md": post("B", "[data](data.csv)"),
    },
  );
  assert.match((await get("/vi/posts/b/")).text, /href="data\.csv"/);
  await publish({ "content/en/posts/b/data.csv": "a,b\n" });
  assert.match((await get("/vi/posts/b/")).text, /href="\/posts\/b\/data\.csv"/);
  assert.equal((await get("/posts/b/data.csv")).text, "a,b\n");
  await publish({ "content/en/posts/b/data.csv": null });
  assert.match((await get("/vi/posts/b/")).text, /href="data\.csv"/);
});
