// Texts made to be slow: each must be read in linear time, or be shown as it is with a warning.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { cpuTime } from "../../cpu-time.ts";
import { render } from "./render.ts";

const SIZE = 100_000;
const fill = (part: string): string => part.repeat(Math.ceil(SIZE / part.length));

const EVERYTHING = `enableEmoji: true
markup: { goldmark: { renderer: { unsafe: true }, extensions: { passthrough: { enable: true, delimiters: { inline: [["$", "$"]] } }, extras: { mark: { enable: true }, delete: { enable: true } } } } }
`;

const REPEATED = [
  ..."> [ * _ ` ~ \" ' - . | # { \\ & < : $ = ]".split(" "),
  ...[
    "a`",
    "[a](",
    "[a](b",
    "[a](<b",
    "![",
    "<a ",
    "<!--",
    '<a b="',
    "<?",
    "[a]: b\n",
    "[^1]: a\n",
    "- ",
    "- a\n",
    "> > ",
    "> $a\n",
  ],
  ...[
    "**a*",
    "_a__b",
    "***a***",
    "a*b",
    "a@",
    "www.a.",
    "http://a.b/((",
    "a\n: b\n",
    "# a\n",
    "|a",
    "a|b\n-|-\n",
    "{a=[",
  ],
  ...[
    "{{<",
    "{{< a",
    '{{< figure "',
    "{{< a >}}",
    "{{< details >}}",
    "{{% x %}}",
    "<div>\n",
    ">a\nb\n",
    "&amp",
    ":a:",
    "==a",
  ],
];

const MADE: [string, string][] = [
  ["quotes in quotes", Array.from({ length: 400 }, (_, i) => "> ".repeat(i)).join("a\n")],
  ["lists in lists", Array.from({ length: 400 }, (_, i) => `${"  ".repeat(i)}- a`).join("\n")],
  ["links in links", "[".repeat(30_000) + "](a)".repeat(20_000)],
  ["emphasis that never closes", "*a ".repeat(20_000) + "b* ".repeat(20_000)],
  ["a table of 20,000 columns", `${"|a".repeat(20_000)}\n${"|-".repeat(20_000)}\n${"|b\n".repeat(5000)}`],
  ["runs of backticks of every length", Array.from({ length: 440 }, (_, i) => "`".repeat(i)).join(" ")],
  ["one long line", "a".repeat(SIZE)],
  ["code of slashes", `{{< highlight js >}}\n${"/".repeat(SIZE)}\nend{{< /highlight >}}`],
  ["shortcodes in shortcodes", "{{< details >}}".repeat(3000) + "{{< /details >}}".repeat(3000)],
];

/** What a text of this size may take; the slowest takes half a second on a busy machine. */
const LIMIT = 5000;

describe("a hostile text of 100 KB is rendered or refused at once", () => {
  for (const [name, text] of [
    ...REPEATED.map((part): [string, string] => [JSON.stringify(part), fill(part)]),
    ...MADE,
  ]) {
    it(name, () => {
      const start = cpuTime();
      const { html } = render(text, { config: EVERYTHING });
      assert.ok(cpuTime() - start < LIMIT, "in linear time");
      assert.equal(typeof html, "string");
    });
  }
});

it("a text that is refused is shown escaped, with a warning that names its file", () => {
  const { html, warnings } = render(`${"> ".repeat(200)}<b>`);
  assert.match(html, /^<pre class="deckle-problem">&gt; &gt; .*&lt;b&gt;<\/pre>/);
  assert.deepEqual(
    warnings.map(({ path, line }) => ({ path, line })),
    [{ path: "content/posts/a.md", line: 4 }],
  );
});
