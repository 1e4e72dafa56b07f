// PaperMod's `hiddenInHomeList`: home's list alone leaves the page out; and what `build` keeps in lists.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openBlog } from "../harness.ts";

const CONFIG = `baseURL: https://blog.example/
title: Blog
pagination: { pagerSize: 1 }
params: { mainSections: [posts], ShowPostNavLinks: true }
`;

const post = (title: string, day: number, more = "") =>
  `---\ntitle: ${title}\ndate: 2024-05-0${day}\n${more}---\nText.\n`;

async function openHidden() {
  const { publish, request, clock } = await openBlog();
  await publish({
    "hugo.yaml": CONFIG,
    "content/archives.md": "---\ntitle: Archive\nlayout: archives\n---\n",
    "content/posts/new.md": post("New", 3),
    "content/posts/hidden.md": post("Hidden", 2, 'hiddenInHomeList: "true"\n'),
    "content/posts/old.md": post("Old", 1),
  });
  const hide = (more: string) => publish({ "content/posts/hidden.md": post("Hidden", 2, more) });
  const titles = async (url: string): Promise<string[]> => {
    const answer = await request(url);
    if (answer.status === 404) return [];
    return (await answer.text()).match(/(?<=>)(New|Hidden|Old)(?=<)/g) ?? [];
  };
  const homes = async () => (await Promise.all(["/", "/page/2/", "/page/3/"].map(titles))).map(String);
  return { hide, titles, homes, request, clock };
}

test("home's pagers leave out what hides from them, and count without it, as it hides and shows itself", async () => {
  const { homes, hide } = await openHidden();
  assert.deepEqual(await homes(), ["New", "Old", ""]);
  await hide("");
  assert.deepEqual(await homes(), ["New", "Hidden", "Old"]);
  await hide('hiddenInHomeList: "true"\n');
  assert.deepEqual(await homes(), ["New", "Old", ""]);
  await hide('hiddenInHomeList: "no"\n');
  assert.deepEqual(await homes(), ["New", "Hidden", "Old"]);
  // What is no text is not unlike one for Hugo.
  for (const value of [true, false]) {
    await hide(`hiddenInHomeList: ${value}\n`);
    assert.deepEqual(await homes(), ["New", "Old", ""]);
  }
});

test("what hides from home stands in its section, the archive and the feed, and between its neighbours", async () => {
  const { titles } = await openHidden();
  assert.deepEqual(await titles("/posts/page/2/"), ["Hidden"]);
  assert.deepEqual(await titles("/archives/"), ["New", "Hidden", "Old"]);
  assert.deepEqual(await titles("/index.xml"), ["New", "Hidden", "Old"]);
  const around = async (url: string) =>
    (await titles(url)).filter((title) => !url.includes(title.toLowerCase()));
  assert.deepEqual(await around("/posts/new/"), ["Hidden"]);
  assert.deepEqual(await around("/posts/hidden/"), ["New", "Old"]);
  assert.deepEqual(await around("/posts/old/"), ["Hidden"]);
});

test("what hides from home and is still to come is nowhere before its time", async () => {
  const { hide, titles, homes, clock } = await openHidden();
  await clock("2024-06-01T00:00:00Z");
  await hide('hiddenInHomeList: "true"\npublishDate: 2024-07-01\n');
  assert.deepEqual(await titles("/archives/"), ["New", "Old"]);
  assert.ok(!(await titles("/posts/new/")).includes("Hidden"));
  await clock("2024-07-02T00:00:00Z");
  assert.deepEqual(await titles("/archives/"), ["New", "Hidden", "Old"]);
  assert.ok((await titles("/posts/new/")).includes("Hidden"));
  assert.deepEqual(await homes(), ["New", "Old", ""]);
});

test("a page that is not rendered is listed, as in Hugo, and without an address it is no link", async () => {
  const { homes, titles, hide, request } = await openHidden();
  await hide("build: { render: link }\naliases: [/elsewhere/]\n");
  assert.deepEqual(await homes(), ["New", "Hidden", "Old"]);
  assert.equal((await request("/posts/hidden/")).status, 404);
  assert.match(
    await (await request("/page/2/")).text(),
    /<a class="entry-link" href="\/posts\/hidden\/">Hidden/,
  );
  await hide("build: { render: never }\naliases: [/elsewhere/]\n");
  assert.deepEqual(await homes(), ["New", "Hidden", "Old"]);
  assert.deepEqual(await titles("/posts/page/2/"), ["Hidden"]);
  assert.deepEqual(await titles("/archives/"), ["New", "Hidden", "Old"]);
  for (const url of [
    "/page/2/",
    "/posts/page/2/",
    "/archives/",
    "/index.xml",
    "/posts/index.xml",
    "/sitemap.xml",
  ])
    assert.doesNotMatch(await (await request(url)).text(), /posts\/hidden/, url);
  for (const url of ["/posts/hidden/", "/elsewhere/"]) assert.equal((await request(url)).status, 404, url);
  // Nobody is led from a post to where there is nothing.
  assert.deepEqual(await titles("/posts/new/"), ["New", "Old"]);
  await hide("build: { render: never, list: never }\n");
  assert.deepEqual(await homes(), ["New", "Old", ""]);
});
