// Menus out of the configuration, the sections and the pages, as Hugo prints them, and as pages come
// and go. Made again with
//   node bench/fidelity/fidelity.ts test/hugo/menu/site --golden test/hugo/menu/golden.json

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { decodeHTML } from "entities";
import type { OracleResult } from "../../bench/fidelity/oracle.ts";
import { openBlog } from "../harness.ts";

const FIXTURE = join(import.meta.dirname, "../hugo/menu");

type Link = [name: string, href: string];

/** The theme's menu is its first level, as PaperMod's is. */
function menuOf(page: string): Link[] {
  const [menu = ""] = /<ul id="menu".*?<\/ul>/s.exec(page) ?? [];
  const links = menu.matchAll(/<a href="([^"]*)"[^>]*><span[^>]*>(.*?)<\/span>/gs);
  return Array.from(links, ([, href = "", name = ""]): Link => [decodeHTML(name), decodeHTML(href)]);
}

test("the menus are Hugo's: entries find their pages, pages and sections add themselves", async () => {
  const golden: OracleResult = JSON.parse(readFileSync(join(FIXTURE, "golden.json"), "utf8"));
  const { publish, request } = await openBlog();
  const names = readdirSync(join(FIXTURE, "site"), { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => /\.\w+$/.test(name));
  await publish(
    Object.fromEntries(files.map((name) => [name, readFileSync(join(FIXTURE, "site", name), "utf8")])),
  );
  for (const [lang, home] of Object.entries({ en: "/blog/", vi: "/blog/vi/" })) {
    const hugo = (golden.menus[lang]?.main ?? []).map(({ pre, name, post, url }): Link => {
      const shown = [pre, name, post].filter((part) => part !== "").join(" ");
      return [shown, url.startsWith("/") || url === "" ? url || "/blog/" : `/blog/${url}`];
    });
    assert.deepEqual(menuOf(await (await request(home)).text()), hugo, lang);
  }
});

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
