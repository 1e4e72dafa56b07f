// Where a new post goes: the section and language that the site's configuration and content suggest, or
// that the author names.

import assert from "node:assert/strict";
import { test } from "node:test";
import { type Files, openBlog } from "../../harness.ts";
import { refused, written } from "./answer.ts";

async function openSite(files: Files) {
  const blog = await openBlog();
  await blog.publish(files);
  const create = (fields: object) =>
    blog.asAuthor("/api/v1/posts", { method: "POST", body: JSON.stringify(fields) });
  const pathOf = async (fields: object) => (await written(await create(fields))).path;
  return { ...blog, create, pathOf };
}

const POST = "---\ntitle: One\n---\n";

test("a new post goes into the first main section of the configuration, and home lists it", async () => {
  const blog = await openSite({
    "hugo.yaml": "title: A\nparams: { mainSections: [tips, notes] }\n",
    "content/notes/a.md": POST,
    "content/notes/b.md": POST,
  });
  assert.equal(await blog.pathOf({ title: "Bài viết thử" }), "content/tips/bai-viet-thu.md");
  assert.match(await (await blog.request("/")).text(), /Bài viết thử/);
});

test("without mainSections a new post goes into the section with the most pages", async () => {
  const blog = await openSite({
    "hugo.yaml": "title: A\n",
    "content/about.md": POST,
    "content/blog/a.md": POST,
    "content/blog/b.md": POST,
    "content/posts/c.md": POST,
  });
  assert.equal(await blog.pathOf({ title: "New" }), "content/blog/new.md");
});

test("a new post lies in its section's folder as that is written", async () => {
  const blog = await openSite({ "hugo.yaml": "title: A\n", "content/My Tips/a.md": POST });
  assert.equal(await blog.pathOf({ title: "New" }), "content/My Tips/new.md");
});

test("without any section a new post goes into posts", async () => {
  const blog = await openSite({ "hugo.yaml": "title: A\n", "content/about.md": POST });
  assert.equal(await blog.pathOf({ title: "New" }), "content/posts/new.md");
});

test("section names another folder, several deep if asked", async () => {
  const blog = await openSite({ "hugo.yaml": "title: A\n" });
  assert.equal(await blog.pathOf({ title: "New", section: "notes/2026" }), "content/notes/2026/new.md");
  for (const section of ["", "/", "/notes", "notes/", "a//b", "../x", "a/..", ".git", "a\\b"]) {
    const answer = await blog.create({ title: "New", section });
    assert.equal(answer.status, 400, section);
    assert.match((await refused(answer)).detail, /^section must be a path of folders such as notes/);
  }
});

test("lang names a language: in a shared folder by the file's name, else by the language's folder", async () => {
  const shared = await openSite({
    "hugo.yaml":
      "title: A\nlanguages: { en: { weight: 1 }, es: { weight: 2 }, vi: { weight: 3, contentDir: content/vi } }\n",
    "content/blog/a.md": POST,
    "content/vi/tips/a.md": POST,
    "content/blog/bundle/index.es.md": POST,
  });
  assert.equal(await shared.pathOf({ title: "New", lang: "en" }), "content/blog/new.md");
  assert.equal(await shared.pathOf({ title: "New", lang: "es" }), "content/blog/new.es.md");
  assert.equal(await shared.pathOf({ title: "New", lang: "VI" }), "content/vi/tips/new.md");
  assert.match(await (await shared.request("/es/blog/new/")).text(), /New/);
  assert.match(await (await shared.request("/vi/tips/new/")).text(), /New/);
  const taken = await shared.create({ title: "Bundle", lang: "es" });
  assert.match((await refused(taken)).detail, /content\/blog\/bundle\/index\.es\.md exists/);
  const unknown = await shared.create({ title: "New", lang: "fr" });
  assert.equal(unknown.status, 400);
  assert.match((await refused(unknown)).detail, /lang must be one of the site's: en, es, vi/);
});

test("a language without posts takes the default language's section", async () => {
  const blog = await openSite({
    "hugo.yaml": "title: A\nlanguages: { en: { weight: 1 }, es: { weight: 2 } }\n",
    "content/blog/a.md": POST,
  });
  assert.equal(await blog.pathOf({ title: "New", lang: "es" }), "content/blog/new.es.md");
});

test("a post in another language is found by the name of its file, and who looks for it elsewhere is told so", async () => {
  const blog = await openSite({
    "hugo.yaml": "title: A\nlanguages: { en: { weight: 1 }, es: { weight: 2 } }\n",
    "content/blog/a.es.md": POST,
    "content/blog/b/index.es.md": POST,
  });
  for (const name of ["blog/a.es", "blog/b/index.es"])
    assert.equal((await blog.asAuthor(`/api/v1/posts/${name}`)).status, 200, name);
  const { detail } = await refused(await blog.asAuthor("/api/v1/posts/blog/a"));
  assert.match(detail, /is part of the path here: blog\/a\.es or blog\/a\/index\.es$/);
});

test("a post that is there stays in its section and language", async () => {
  const blog = await openSite({ "hugo.yaml": "title: A\n", "content/posts/a.md": POST });
  const answer = await blog.asAuthor("/api/v1/posts/posts/a", {
    method: "PATCH",
    headers: { "if-match": "*" },
    body: JSON.stringify({ section: "notes" }),
  });
  assert.equal(answer.status, 400);
  assert.match((await refused(answer)).detail, /section is not known here/);
});
