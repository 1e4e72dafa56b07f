// Text out of HTML.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readableText } from "../../../src/hugo/content/readable-text.ts";

test("tags go, paragraphs and breaks end lines, references become characters", () => {
  const cases = {
    "<p>It&rsquo;s <em>so</em>\nhere.</p>\n<p>Two &amp; three</p>": "It’s so here.\nTwo & three",
    "a<br>b<br />c": "a\nb\nc",
    "plain  &lt;b&gt;": "plain  <b>",
    "<ul>\n<li>one</li>\n<li>two</li>\n</ul>": "one two",
    "": "",
  };
  for (const [html, text] of Object.entries(cases)) assert.equal(readableText(html), text);
});
