// Every page, list, feed and sitemap of a site in two languages tells what it tells with Hugo and PaperMod. The golden is
// made again with the path of a PaperMod checkout, by
//   node bench/fidelity/fidelity.ts test/view/papermod/site --overlay PAPERMOD --own --pages --golden test/view/papermod/site.golden.json

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { compareWhole, type WholePages } from "../../../bench/fidelity/whole-page.ts";
import { openBlog } from "../../harness.ts";

const SITE = join(import.meta.dirname, "site");

test("a site's pages tell what Hugo's with PaperMod tell", async () => {
  const golden: WholePages = JSON.parse(readFileSync(`${SITE}.golden.json`, "utf8"));
  const { publish, request } = await openBlog();
  const files = readdirSync(SITE, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name));
  await publish(Object.fromEntries(paths.map((path) => [path.slice(SITE.length + 1), readFileSync(path)])));
  assert.ok(Object.keys(golden.pages).length > 40);
  assert.deepEqual(await compareWhole(golden, request), []);
});
