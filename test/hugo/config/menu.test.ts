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
`);
  assert.deepEqual(outline(buildMenu(main, [])), ["Đầu", ["Cha", [["Con 1", ["Cháu"]], "Con 2"]]]);
});

test("weight orders, none comes last, then the name without regard to case", () => {
  const main = entries("main: [{name: d}, {name: b, weight: 20}, {name: C}, {name: a, Weight: 10, url: /x}]");
  assert.deepEqual(outline(buildMenu(main, [])), ["a", "b", "C", "d"]);
});

test("a parent that nobody is becomes an entry that leads nowhere", () => {
  const [parent] = buildMenu(entries("main: [{name: Mồ côi, parent: Cha}]"), []);
  assert.deepEqual([parent?.name, parent?.url, parent?.children[0]?.name], ["Cha", "", "Mồ côi"]);
});

test("entries that are each other's parent end nowhere", () => {
  const main = entries("main: [{name: a, parent: b}, {name: b, parent: a}, {name: c}, {name: d, parent: d}]");
  assert.deepEqual(outline(buildMenu(main, [])), ["c"]);
});

test("of one name the configuration's last entry stands, then the first of the others", () => {
  const configured = entries("main: [{name: a, url: /1/}, {name: a, url: /2/}]");
  const added = entries(
    "main: [{name: a, url: /3/}, {name: b, url: /4/}, {name: B, identifier: b, url: /5/}]",
  );
  assert.deepEqual(
    buildMenu(configured, added).map(({ url }) => url),
    ["/2/", "/4/"],
  );
});

test("an entry's values are read loosely, its params kept", () => {
  const entry = readMenuEntry({ Name: 5, WEIGHT: "3", Params: { Icon: "x" }, pre: "<i>" });
  assert.deepEqual([entry.name, entry.weight, entry.params.icon, entry.pre], ["5", 3, "x", "<i>"]);
});
