// What is read line by line means what the YAML parser says it means.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { parseWholeYaml } from "../../../src/hugo/config/parse-yaml.ts";
import { readSimpleYaml } from "../../../src/hugo/config/simple-yaml.ts";

function whole(text: string) {
  try {
    return parseWholeYaml(text);
  } catch (error) {
    return { refused: error instanceof Error ? error.message : "" };
  }
}

/** Whether it was read, and if so as the whole parser does. */
function agrees(text: string): boolean {
  const simple = readSimpleYaml(text);
  if (simple !== null) assert.deepEqual(simple, whole(text), text);
  return simple !== null;
}

const SIMPLE: { [name: string]: string } = {
  "front matter of a post": `title: "Bài viết: mưa"\ndate: 2010-01-01T08:00:00+07:00\ntags: ["a b", c, 'd']\ndraft: false\nweight: 3\n`,
  "texts without quotes":
    'title: It\'s a "day" (of 3)\nurl: https://a.example/b?c=d\nprice: 1_000\nwhen: 12:30\n',
  "lists of lines, indented and not": "tags:\n- a\n- 'b c'\nmore:\n    - 1\n    - true\nlast: x\n",
  "keys further in":
    "cover:\n  image: a.png\n  alt: An a\n  hidden: yes\nparams:\n  deep:\n    deeper: [1, 2]\n",
  "nothing after a key": "a:\nb:\n\nc: ''\nd: []\ne: [ ]\n",
  "comments and blank lines": "# one\n\na: b\n  # two\nc: d\n",
  "a key twice": "a: 1\nA: 2\na: 3\n",
  "words of YAML 1.1": "a: yes\nb: Off\nc: ~\nd: 0x1F\ne: 1e3\nf: .5\ng: 2024-02-30\nh: 010\n",
};

describe("is read line by line, and means the same", () => {
  for (const [name, text] of Object.entries(SIMPLE)) it(name, () => assert.ok(agrees(text)));
});

const LEFT: { [name: string]: string } = {
  "a text over two lines": "title: one\n  two\n",
  "a block of text": "a: |\n  b\n",
  "an anchor": "a: &b c\nd: *b\n",
  "a comment behind a value": "a: b # c\n",
  "a colon in a text": "a: b: c\n",
  escapes: 'a: "b\\n"\n',
  "a list in a list": "a: [[b]]\n",
  "maps in a list": "a:\n  - b: c\n",
  "a map in brackets": "a: {b: c}\n",
  "a comma at the end": "a: [b, ]\n",
  "a tab": "a:\tb\n",
  "quotes that do not end": 'a: "b\n',
  "text behind quotes": 'a: "b" c"\n',
  "deeper keys that end between": "a:\n    b: c\n  d: e\n",
  "no key at all": "just text\n",
  "a document's end": "a: b\n...\nc: d\n",
};

describe("is left to the whole parser", () => {
  for (const [name, text] of Object.entries(LEFT)) it(name, () => assert.equal(readSimpleYaml(text), null));
});

/** Pieces that make simple YAML, and those that end it, in any order. */
const piece = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom("a", "title", "b c", "1", "true", "2024-01-02", "ữ", "x.y", "z-", "-1", "k:v"),
  },
  {
    weight: 5,
    arbitrary: fc.constantFrom(": ", ":", " ", "  ", "\n", "\n\n", "\n  ", "\n    ", "\n- ", "\n  - ", ", "),
  },
  { weight: 3, arbitrary: fc.constantFrom('"', "'", "[", "]", "[]", '"q"', "'q'", "[a, b]", '["a", 1]') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "#",
      " # ",
      "{",
      "}",
      "|",
      ">",
      "&",
      "*",
      "!",
      "%",
      "@",
      "?",
      "\\",
      "-",
      "~",
      "\t",
      "\r",
    ),
  },
);
const pieces = fc.array(piece, { maxLength: 24 }).map((parts) => parts.join(""));

const key = fc.constantFrom("a", "b", "title", "Tags", "x-y", "a.b");
const scalar = fc.oneof(
  { weight: 1, arbitrary: pieces },
  {
    weight: 12,
    arbitrary: fc.constantFrom(
      "1",
      "no",
      '"a: b"',
      "'it'",
      "[a, 'b', \"c\"]",
      "plain text",
      "",
      "2024-01-02",
      "k:v",
      "[]",
    ),
  },
);
const start = fc.oneof(
  { weight: 8, arbitrary: fc.constant("") },
  { weight: 3, arbitrary: fc.constantFrom("  ", "    ", "- ", "  - ", "# ") },
);
const lines = fc
  .array(fc.tuple(start, key, scalar), { maxLength: 5 })
  .map((rows) =>
    rows.map(([indent, name, value]) => `${indent}${/-/.test(indent) ? "" : `${name}: `}${value}`),
  )
  .map((rows) => rows.join("\n"));

it("whatever is read line by line, the whole parser reads the same", () => {
  let read = 0;
  fc.assert(
    fc.property(fc.oneof(pieces, lines), (text) => {
      if (agrees(text)) read += 1;
    }),
    { numRuns: 3_000 },
  );
  assert.ok(read > 300, `${read} were simple`);
});
