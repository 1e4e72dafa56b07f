// An author's own templates print what Hugo prints, line by line. The golden says which Hugo; it is made
// again with
//   node bench/fidelity/fidelity.ts test/hugo/template/fixture --own --golden test/hugo/template/template.golden.json

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import type { OraclePage } from "../../../bench/fidelity/oracle.ts";
import { type RenderedPage, renderSite } from "../../../bench/fidelity/render-site.ts";

const GOLDEN: { pages: OraclePage[] } = JSON.parse(
  readFileSync(join(import.meta.dirname, "template.golden.json"), "utf8"),
);

/** Without their indentation, which the table of contents has in Hugo only. */
const linesOf = (html: string): string[] => html.split("\n").map((line) => line.trimStart());

describe("the author's own templates print what Hugo prints", () => {
  let pages: Map<string, RenderedPage>;

  before(async () => {
    const site = await renderSite(join(import.meta.dirname, "fixture"), { theme: "hugo", own: true });
    pages = new Map(site.pages.map((page) => [page.source, page]));
  });

  for (const { path, html } of GOLDEN.pages) {
    it(path, () => {
      assert.deepEqual(linesOf(pages.get(`content/${path}`)?.html ?? ""), linesOf(html));
    });
  }
});
