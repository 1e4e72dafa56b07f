// Hugo's own output is the measure: each fixture is rendered and compared with what Hugo made of it.
// The goldens say which Hugo; they are made again, one by one, with
//   node bench/fidelity/fidelity.ts test/hugo/markdown/fixtures/site --golden test/hugo/markdown/fixtures/site.golden.json
// and papermod.golden.json with `--overlay` and the path of a PaperMod checkout as well.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import { compareHtml } from "../../../bench/fidelity/dom.ts";
import type { OraclePage } from "../../../bench/fidelity/oracle.ts";
import { type RenderedPage, renderSite } from "../../../bench/fidelity/render-site.ts";

const FIXTURES = join(import.meta.dirname, "fixtures");

const VARIANTS = [
  { name: "site", golden: "site", theme: "hugo" },
  { name: "site", golden: "papermod", theme: "papermod" },
  { name: "defaults", golden: "defaults", theme: "hugo" },
  { name: "options", golden: "options", theme: "hugo" },
  { name: "permalinks", golden: "permalinks", theme: "hugo" },
  { name: "multi", golden: "multi", theme: "hugo" },
  { name: "shared", golden: "shared", theme: "hugo" },
  { name: "code-word", golden: "code-word", theme: "hugo" },
] as const;

for (const { name, golden, theme } of VARIANTS) {
  describe(`the fixture ${name} with ${theme}'s shortcodes is what Hugo makes of it`, () => {
    const expected: { pages: OraclePage[] } = JSON.parse(
      readFileSync(join(FIXTURES, `${golden}.golden.json`), "utf8"),
    );
    let pages: Map<string, RenderedPage>;

    before(async () => {
      const site = await renderSite(join(FIXTURES, name), { theme, own: false });
      pages = new Map(site.pages.map((page) => [`${page.lang} ${page.below}`, page]));
    });

    // What Hugo had to be given a stub for is compared with the theme that has it.
    for (const hugo of expected.pages.filter(
      ({ path, html }) => path !== "" && !html.includes("data-oracle-stub"),
    )) {
      it(`${hugo.lang} ${hugo.path}`, () => {
        const ours = pages.get(`${hugo.lang} ${hugo.path}`);
        assert.ok(ours, "the page is there");
        assert.equal(compareHtml(hugo.html, ours.html, "frame"), null);
        assert.equal(compareHtml(hugo.summary, ours.summary, "frame"), null);
        assert.equal(compareHtml(hugo.toc, ours.toc, "strict"), null);
        assert.equal(oneLine(ours.plain), oneLine(hugo.plain));
        const { wordCount, readingTime, truncated } = hugo;
        assert.deepEqual(
          { wordCount: ours.wordCount, readingTime: ours.readingTime, truncated: ours.truncated },
          { wordCount, readingTime, truncated },
        );
      });
    }
  });
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
