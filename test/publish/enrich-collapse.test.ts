// PaperMod's folded part as a browser can hold it; an author's own stays.

import assert from "node:assert/strict";
import { test } from "node:test";
import { parseFragment, serialize } from "parse5";
import { enrichMarkdown } from "./enrich-page.ts";

test("a collapse leaves no empty paragraph around it", async () => {
  const body = `A\n\n{{< collapse summary="More" openByDefault=true >}}Text{{< /collapse >}}\n\nB\n`;
  const { html } = await enrichMarkdown(body);
  assert.match(html, /<details open>\s*<summary>More<\/summary>\s*Text\s*<\/details>/);
  assert.equal(serialize(parseFragment(html)), html.replaceAll("<details open>", '<details open="">'));
});

test("a folded part that an author wrote stays as it is", async () => {
  const own = "<details class=x>\n<summary>S</summary>\n</details>\n";
  const { html } = await enrichMarkdown(own, { yaml: "markup: {goldmark: {renderer: {unsafe: true}}}\n" });
  assert.equal(html, own);
});
