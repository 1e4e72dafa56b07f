// The menu that is shown, from entries of the configuration and of pages.

import assert from "node:assert/strict";
import { test } from "node:test";
import { buildMenu, readMenuEntry, readMenus } from "../../../src/hugo/config/menu.ts";
import { parseData } from "../../../src/hugo/config/parse-data.ts";
import type { MenuItem } from "../../../src/site/settings.ts";

function entries(yaml: string) {
  const reading = parseData(yaml, "yaml");
  assert.ok(reading.ok);
  return readMenus(reading.value).main ?? [];
}
const outline = (items: MenuItem[]): unknown[] =>
  items.map(({ name, children }) => (children.length > 0 ? [name, outline(children)] : name));

test("entries stand below their parent, found by identifier or name, each level in order", () => {
  const main = entries(`
main:
  - { name: Con 2, parent: cha, weight: 2 }
  - { name: Cha, Identifier: cha, weight: 20 }
  - { name: Cháu, parent: Con 1 }
  - { name: Con 1, parent: cha, weight: 1 }
  - { name: Đầu, weight: 10 }
  - { name: Mồ côi, parent: nobody }
`);
  assert.deepEqual(outline(buildMenu(main, () => null)), ["Đầu", ["Cha", [["Con 1", ["Cháu"]], "Con 2"]]]);
});

test("entries that are each other's parent end nowhere", () => {
  const main = entries("main: [{name: a, parent: b}, {name: b, parent: a}, {name: c}, {name: d, parent: d}]");
  assert.deepEqual(outline(buildMenu(main, () => null)), ["c"]);
});

test("the page that an entry points to gives its address, else the entry's own stands", () => {
  const main = entries("main: [{name: a, pageRef: /about, url: /x/}, {name: b, pageRef: /gone, url: /y/}]");
  const menu = buildMenu(main, ({ pageRef }) => (pageRef === "/about" ? "/about/" : null));
  assert.deepEqual(
    menu.map(({ url }) => url),
    ["/about/", "/y/"],
  );
});

test("an entry's values are read loosely, its params kept", () => {
  const entry = readMenuEntry({ Name: 5, WEIGHT: "3", Params: { Icon: "x" }, pre: "<i>" });
  assert.deepEqual([entry.name, entry.weight, entry.params.icon, entry.pre], ["5", 3, "x", "<i>"]);
});
