// CommonMark's own examples, with Hugo's extensions off: all of them, since Goldmark passes all.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { describe, it } from "node:test";
import { compareHtml } from "../../../bench/fidelity/dom.ts";
import { render } from "./render.ts";

interface Example {
  markdown: string;
  html: string;
  section: string;
  number: number;
}

const { tests }: { tests: Example[] } = createRequire(import.meta.url)("commonmark-spec");

const PLAIN = `markup:
  highlight: { codeFences: false }
  goldmark:
    renderer: { unsafe: true }
    parser: { autoHeadingID: false, attribute: { title: false } }
    extensions: { definitionList: false, footnote: false, linkify: false, strikethrough: false, table: false, taskList: false, typographer: { disable: true } }
`;

describe("CommonMark 0.31.2", () => {
  for (const { markdown, html, section, number } of tests) {
    it(`${section}, example ${number}`, () => {
      const ours = render(markdown.replaceAll("→", "\t"), { config: PLAIN, theme: "hugo" });
      assert.equal(compareHtml(html.replaceAll("→", "\t"), ours.html, "strict"), null);
    });
  }
});
