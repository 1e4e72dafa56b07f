// Menus as pages come and go; that they are Hugo's is test/hugo/site.test.ts.

import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeHTML } from "entities";
import { openBlog } from "../harness.ts";

type Link = [name: string, href: string];

/** The theme's menu is its first level, as PaperMod's is. */
function menuOf(page: string): Link[] {
  const [menu = ""] = /<ul id="menu".*?<\/ul>/s.exec(page) ?? [];
  const links = menu.matchAll(/<a href="([^"]*)"[^>]*><span[^>]*>(.*?)<\/span>/gs);
  return Array.from(links, ([, href = "", name = ""]): Link => [decodeHTML(name), decodeHTML(href)]);
}

test("a menu follows its pages, and no other edit touches the settings", async () => {
  const { publish, request } = await openBlog();
  const menu = async () => menuOf(await (await request("/")).text());
  const validator = async () => (await request("/who/")).headers.get("etag");
  const page = (title: string, more = "") => `---\ntitle: ${title}\n${more}---\ntext\n`;
  await publish({
    "hugo.yaml":
      "baseURL: https://blog.example/\nmenus: { main: [{ pageRef: /about, weight: 1 }, { name: Notes, pageRef: /notes, weight: 2 }] }\n",
    "content/about.md": page("About"),
  });
  assert.deepEqual(await menu(), [
    ["About", "/about/"],
    ["Notes", "/"],
  ]);

  await publish({ "content/about.md": page("Who", "slug: who\n"), "content/posts/a.md": page("A") });
  assert.deepEqual((await menu())[0], ["Who", "/who/"]);

  await publish({
    "content/notes/_index.md": page("Notes"),
    "content/posts/a.md": page("A", "menu: main\n"),
  });
  assert.deepEqual((await menu()).slice(1), [
    ["Notes", "/notes/"],
    ["A", "/posts/a/"],
  ]);

  const before = await validator();
  assert.ok(before);
  await publish({ "content/posts/b.md": page("B") });
  assert.equal(await validator(), before);

  await publish({ "content/posts/a.md": null });
  assert.deepEqual((await menu()).length, 2);
});

test("a section that a menu names is linked with its first page, a draft too, and until its last goes", async () => {
  const { publish, request } = await openBlog();
  const menu = async () => menuOf(await (await request("/")).text());
  const page = (title: string, more = "") => `---\ntitle: ${title}\n${more}---\ntext\n`;
  await publish({
    "hugo.yaml":
      "baseURL: https://blog.example/\nmenus: { main: [{ name: Notes, pageRef: /notes }, { name: Home, pageRef: / }] }\n",
    "content/about.md": page("About"),
  });
  assert.deepEqual((await menu())[1], ["Notes", "/"]);
  await publish({ "content/notes/a.md": page("A", "draft: true\n") });
  assert.deepEqual((await menu())[1], ["Notes", "/notes/"]);
  await publish({ "content/notes/b.md": page("B") });
  await publish({ "content/notes/a.md": null });
  assert.deepEqual((await menu())[1], ["Notes", "/notes/"]);
  await publish({ "content/notes/b.md": null });
  assert.deepEqual((await menu())[1], ["Notes", "/"]);
});

test("a page joins a menu at its minute, and leaves it at its end, by the cron", async () => {
  const { publish, request, clock } = await openBlog();
  const names = async () => menuOf(await (await request("/")).text()).map(([name]) => name);
  await clock("2026-01-01T00:00:00Z");
  await publish({
    "hugo.yaml": "baseURL: https://blog.example/\nmenus: { main: [{ pageRef: /fair }] }\n",
    "content/fair.md": "---\ntitle: Fair\nexpiryDate: 2026-01-03T00:00:00Z\n---\n",
    "content/later.md": "---\ntitle: Later\npublishDate: 2026-01-02T00:00:00Z\nmenu: main\n---\n",
  });
  assert.deepEqual(await names(), ["Fair"]);
  await clock("2026-01-02T00:00:30Z", { runCron: true });
  assert.deepEqual(await names(), ["Fair", "Later"]);
  await clock("2026-01-03T00:00:30Z", { runCron: true });
  assert.deepEqual(await names(), ["Later"]);
});
