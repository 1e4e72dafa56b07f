// Edits of front matter as lines of a diff.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Change,
  editFrontMatter,
  writeContentFile,
} from "../../../src/hugo/content/edit-front-matter.ts";
import { parseContentFile } from "../../../src/hugo/content/front-matter.ts";

type Changes = { [key: string]: Change };

function edit(text: string, changes: Changes): string {
  const result = editFrontMatter(text, changes);
  assert.ok("text" in result, "problem" in result ? result.problem.message : "");
  return result.text;
}

/** Lines taken out and put in, as a diff shows them. */
function diff(before: string, after: string): string[] {
  const [a, b] = [before.split("\n"), after.split("\n")];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  return [
    ...a.slice(head, a.length - tail).map((line) => `-${line}`),
    ...b.slice(head, b.length - tail).map((line) => `+${line}`),
  ];
}

const YAML = `---
# how this post is listed
title: "Từ bỏ"   # the title
Date: 2024-03-09T10:11:33+07:00
tags: ["deep learning", 'b']
categories:
  - Một   # first
  - "Hai"
draft: true
cover:
    image: a.png # beside it
weight:
Unknown_Key: {a: 1,  b:   2}
---
Thân bài --- giữ nguyên.   
`;

test("one key changes one line of YAML, whatever its style", () => {
  const cases: [Changes, string[]][] = [
    [{ title: "Bỏ" }, ['-title: "Từ bỏ"   # the title', '+title: "Bỏ"   # the title']],
    [{ TITLE: 'a "b"' }, ['-title: "Từ bỏ"   # the title', '+title: "a \\"b\\""   # the title']],
    [{ date: "2025-01-02" }, ["-Date: 2024-03-09T10:11:33+07:00", "+Date: 2025-01-02"]],
    [{ draft: false }, ["-draft: true", "+draft: false"]],
    [{ tags: ["deep learning", "c"] }, [`-tags: ["deep learning", 'b']`, '+tags: ["deep learning", "c"]']],
    [{ tags: ["b"] }, [`-tags: ["deep learning", 'b']`, "+tags: ['b']"]],
    [{ tags: [] }, [`-tags: ["deep learning", 'b']`, "+tags: []"]],
    [
      { tags: ["deep learning", "b", "c, d"] },
      [`-tags: ["deep learning", 'b']`, `+tags: ["deep learning", 'b', "c, d"]`],
    ],
    [{ categories: ["Một", "Ba"] }, ['-  - "Hai"', '+  - "Ba"']],
    [{ categories: ["Ba", "Hai"] }, ["-  - Một   # first", "+  - Ba   # first"]],
    [{ categories: ["Một", "Hai", "x: y"] }, ['+  - "x: y"']],
    [{ categories: ["Hai"] }, ["-  - Một   # first"]],
    [{ weight: "5" }, ["-weight:", '+weight: "5"']],
    [{ description: "Mô tả: ngắn" }, ['+description: "Mô tả: ngắn"']],
    [{ publishDate: "2024-03-10T00:00:00Z" }, ["+publishDate: 2024-03-10T00:00:00Z"]],
    [{ series: ["a", "b"] }, ['+series: ["a", "b"]']],
    [{ draft: null }, ["-draft: true"]],
    [{ categories: null }, ["-categories:", "-  - Một   # first", '-  - "Hai"']],
    [{ missing: null }, []],
    [{}, []],
  ];
  for (const [changes, lines] of cases) assert.deepEqual(diff(YAML, edit(YAML, changes)), lines);
});

test("an empty list of lines becomes an empty one in brackets", () => {
  assert.deepEqual(diff(YAML, edit(YAML, { categories: [] })), [
    "-categories:",
    "-  - Một   # first",
    '-  - "Hai"',
    "+categories: []",
  ]);
});

test("several changes are made at once", () => {
  const after = edit(YAML, { title: "A", tags: ["x"], slug: "a-b", draft: null });
  const { params, body } = parseContentFile("a.md", after);
  assert.deepEqual([params.title, params.tags, params.slug, params.draft], ["A", ["x"], "a-b", undefined]);
  assert.equal(body, "Thân bài --- giữ nguyên.   \n");
});

test("a date keeps the name its author uses", () => {
  const text = "---\nmodified: 2024-01-01\npublished: true\npubdate: 2024-01-02\n---\n";
  assert.equal(
    edit(text, { lastmod: "2025-01-01", publishDate: "2025-01-02" }),
    "---\nmodified: 2025-01-01\npublished: true\npubdate: 2025-01-02\n---\n",
  );
});

test("CRLF, a BOM and the body's bytes stay", () => {
  const text = "\ufeff---\r\ntitle: a\r\ntags:\r\n- x\r\n- y\r\n---\r\nb\r\n\tc \r\n";
  assert.equal(
    edit(text, { tags: ["x", "z"], draft: true }),
    "\ufeff---\r\ntitle: a\r\ntags:\r\n- x\r\n- z\r\ndraft: true\r\n---\r\nb\r\n\tc \r\n",
  );
});

test("texts over several lines and single texts where lists were are replaced whole", () => {
  const text = "---\nsummary: |\n  one\n  two\n\ntags: một\nabout: >-\n  x\n# end\n---\n";
  assert.deepEqual(diff(text, edit(text, { tags: ["một", "hai"] })), ["-tags: một", '+tags: ["một", "hai"]']);
  const after = edit(text, { summary: "a\nb", about: "y" });
  assert.deepEqual(parseContentFile("", after).params.summary, "a\nb");
  assert.match(after, /# end\n/);
});

test("a text that YAML would take for something else is quoted", () => {
  for (const title of [
    "yes",
    "1.5",
    "a: b",
    "# x",
    "- x",
    "@me",
    "",
    " x ",
    "null",
    "2024",
    "it's",
    "{a}",
    "a\nb",
    "\u0085",
    "*a",
  ]) {
    for (const start of ["title: plain", "title: 'single'", 'title: "double"', "other: 1"]) {
      const { params } = parseContentFile("", edit(`---\n${start}\n---\n`, { title }));
      assert.equal(params.title, title, JSON.stringify([start, title]));
    }
  }
});

test("TOML is edited above its tables", () => {
  const toml = `+++
title = "Tiêu đề" # why
date = 2024-03-09T10:11:33+07:00
tags = ["a", 'b'] # two
series = [
  "x", # first
  "y",
]
weight = 3

[cover]
image = "c.png"
title = "not this"
+++
Thân
`;
  const cases: [Changes, string[]][] = [
    [{ Title: "Mới" }, ['-title = "Tiêu đề" # why', '+title = "Mới" # why']],
    [{ date: "2025-01-02" }, ["-date = 2024-03-09T10:11:33+07:00", "+date = 2025-01-02"]],
    [{ tags: ["a", "c"] }, [`-tags = ["a", 'b'] # two`, '+tags = ["a", "c"] # two']],
    [{ series: null }, ["-series = [", '-  "x", # first', '-  "y",', "-]"]],
    [{ weight: null }, ["-weight = 3"]],
    [{ draft: true }, ["+draft = true"]],
    [{ description: 'a "b"' }, ['+description = "a \\"b\\""']],
  ];
  for (const [changes, lines] of cases)
    assert.deepEqual(diff(toml, edit(toml, changes)), lines, JSON.stringify(changes));
  assert.deepEqual(diff(toml, edit(toml, { series: ["x", "z"] })), ['-  "y",', '+  "z",']);
  assert.deepEqual(diff(toml, edit(toml, { series: ["x", "y", "z"] })), ['+  "z",']);
});

test("JSON is edited in its own layout", () => {
  const json = `{
  "title": "A",
  "tags": ["x", "y"],
  "date": "2024-01-01"
}
Thân
`;
  const cases: [Changes, string[]][] = [
    [{ title: "B" }, ['-  "title": "A",', '+  "title": "B",']],
    [{ tags: ["x", "z"] }, ['-  "tags": ["x", "y"],', '+  "tags": ["x", "z"],']],
    [{ tags: null }, ['-  "tags": ["x", "y"],']],
    [{ date: null }, ['-  "tags": ["x", "y"],', '-  "date": "2024-01-01"', '+  "tags": ["x", "y"]']],
    [{ draft: false }, ['-  "date": "2024-01-01"', '+  "date": "2024-01-01",', '+  "draft": false']],
  ];
  for (const [changes, lines] of cases) assert.deepEqual(diff(json, edit(json, changes)), lines);
});

test("a file without front matter gets some", () => {
  assert.equal(edit("Thân\n", { title: "A", draft: true }), '---\ntitle: "A"\ndraft: true\n---\nThân\n');
  assert.equal(edit("\ufeffThân\r\n", { title: "A" }), '\ufeff---\r\ntitle: "A"\r\n---\r\nThân\r\n');
  assert.equal(edit("Thân\n", { title: null }), "Thân\n");
  assert.equal(edit("---\n---\nx", { title: "A" }), '---\ntitle: "A"\n---\nx');
});

test("what cannot be edited safely is refused with line and remedy", () => {
  const broken = editFrontMatter("---\ntitle: a: b\n---\n", { draft: true });
  assert.ok("problem" in broken && broken.problem.line === 2);
  for (const [text, change] of [
    ["---\ntags: &t [a]\ntopics: *t\n---\n", { tags: null }],
    ["---\n{title: a}\n---\n", { title: "b" }],
  ] satisfies [string, Changes][]) {
    const refused = editFrontMatter(text, change);
    assert.ok("problem" in refused, text);
    assert.match(refused.problem.message, /in the file itself/);
  }
});

test("a new post reads back as what was given, whatever is in it", () => {
  const nasty = ['a: "b" # c', "--- \n+++", "yes", "\\n", "{{< x >}}", "\u2028", "'", ""];
  for (const text of nasty) {
    const body = `${text}\n---\n${text}`;
    const written = writeContentFile({
      title: text,
      date: "2024-01-02",
      tags: [text, "b"],
      slug: "s",
      description: "d",
      body,
    });
    const file = parseContentFile("", written);
    assert.equal(file.problem, null);
    assert.deepEqual([file.params.title, file.params.tags], [text, [text, "b"]]);
    assert.equal(file.body.trim(), body.trim());
  }
});

test("a new post looks as if written by hand", () => {
  const written = writeContentFile({
    ...{ title: "Từ bỏ", date: "2024-03-09T10:11:33+07:00", tags: ["a", "b c"], draft: true },
    body: "Xin chào.",
  });
  assert.equal(
    written,
    '---\ntitle: "Từ bỏ"\ndate: 2024-03-09T10:11:33+07:00\ntags: ["a", "b c"]\ndraft: true\n---\n\nXin chào.\n',
  );
});
