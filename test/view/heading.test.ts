import assert from "node:assert/strict";
import { test } from "node:test";
import { addAnchors, findHeadings } from "../../src/view/page/heading.ts";
import { cpuTime } from "../cpu-time.ts";
import { trustedHtml } from "./fixture.ts";

const anchored = (html: string): string =>
  addAnchors(trustedHtml(html), findHeadings(trustedHtml(html))).join("");

test("a heading gets PaperMod's anchor", () => {
  assert.equal(
    anchored('<p>a</p>\n<h2 id="x">X <em>y</em></h2>\n<p>b</p>'),
    '<p>a</p>\n<h2 id="x">X <em>y</em><a class="anchor" aria-hidden="true" href="#x">#</a></h2>\n<p>b</p>',
  );
});

test("a heading whose id does not come first, or that spans lines, gets none", () => {
  for (const html of [
    '<h2 class="c" id="x">X</h2>',
    "<h2>X</h2>",
    '<h2 id="x">X\ny</h2>',
    '<h2 id="">X</h2>',
  ]) {
    assert.equal(anchored(html), html);
  }
});

test("headings are found in time that grows with the text, whatever the text is", () => {
  const hostile = [
    "<h2 ".repeat(200_000),
    '<h2 id="a">'.repeat(200_000),
    `${'<h2 id="a">x'.repeat(100_000)}</h3>`,
    `<h1 ${'id="'.repeat(200_000)}`,
    "<h3><".repeat(100_000),
  ];
  for (const html of hostile) {
    const started = cpuTime();
    anchored(html);
    assert.ok(cpuTime() - started < 1000, `${html.slice(0, 20)}… took too long`);
  }
});
