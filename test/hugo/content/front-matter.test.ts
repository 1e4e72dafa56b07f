// A content file's two parts, in every form that Hugo takes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { parseContentFile } from "../../../src/hugo/content/front-matter.ts";
import { cpuTime } from "../../cpu-time.ts";

const PATH = "content/posts/a.md";
const parse = (text: string) => {
  const file = parseContentFile(PATH, text);
  return { ...file, params: JSON.parse(JSON.stringify(file.params)), lines: { ...file.lines } };
};

test("YAML front matter is read with keys in lower case at every map level", () => {
  const file = parse(
    "---\nTitle: Chào\ncover: { Image: a.png, Alt: { Deep: 1 } }\nlist: [{ Keep: 1 }]\n---\nThân\n",
  );
  assert.equal(file.format, "yaml");
  assert.deepEqual(file.params, {
    title: "Chào",
    cover: { image: "a.png", alt: { deep: 1 } },
    list: [{ Keep: 1 }],
  });
  assert.deepEqual([file.body, file.bodyLine], ["Thân\n", 6]);
  assert.deepEqual(file.lines, { title: 2, cover: 3, list: 4 });
});

test("unquoted words mean what they mean to YAML 1.1, and dates stay text", () => {
  const lines = [
    "a: yes",
    "b: Off",
    "c: y",
    "d: 012",
    "e: 1_000",
    "f: 12:30",
    "g: 2024-01-02",
    "h: ~",
    "i: '012'",
  ];
  const { params } = parse(`---\n${lines.join("\n")}\nj: 08\nk: 0x1F\nl: 1.10\nm: !!str 5\nn: .inf\n---\n`);
  assert.deepEqual(params, {
    ...{ a: true, b: false, c: true, d: 10, e: 1000, f: "12:30", g: "2024-01-02", h: null, i: "012" },
    ...{ j: 8, k: 31, l: 1.1, m: "5", n: ".inf" },
  });
});

test("an id of more digits than a number has keeps them all", () => {
  const id = "41343619752158229";
  for (const text of [`---\nid: ${id}\n---\n`, `+++\nid = ${id}\n+++\n`])
    assert.equal(parseContentFile("content/a.md", text).params.id, id);
});

test("TOML front matter is read, its dates with the offset that was written or none", () => {
  const file = parse(
    '+++\ntitle = "T"\ndate = 2024-03-09T10:11:33+07:00\nlastmod = 2024-03-09\nexpiryDate = 2024-03-09T10:11:33\n[cover]\nImage = "x"\n+++\nB',
  );
  assert.equal(file.format, "toml");
  assert.match(file.params.date, /^2024-03-09T10:11:33(\.000)?\+07:00$/);
  assert.match(file.params.lastmod, /^2024-03-09$/);
  assert.match(file.params.expirydate, /^2024-03-09T10:11:33(\.000)?$/);
  assert.deepEqual(file.params.cover, { image: "x" });
  assert.deepEqual([file.body, file.bodyLine, file.lines.cover], ["B", 9, 6]);
});

test("JSON front matter ends with its brace", () => {
  const file = parse('{\n  "Title": "a } b",\n  "tags": ["x"]\n}\n\nBody');
  assert.equal(file.format, "json");
  assert.deepEqual(file.params, { title: "a } b", tags: ["x"] });
  assert.deepEqual([file.body, file.bodyLine, file.lines.tags], ["\nBody", 5, 3]);
});

test("a file without front matter is all body", () => {
  for (const text of ["", "Chào\n", "- a list\n", "{{< figure src=a.png >}}\n", "# Heading\n"]) {
    const file = parse(text);
    assert.deepEqual([file.format, file.body, file.bodyLine, file.problem], ["none", text, 1, null]);
  }
});

test("a BOM, blank lines before and CRLF are no hindrance", () => {
  const file = parse("\ufeff\r\n---\r\ntitle: a\r\ntags:\r\n  - b\r\n---\r\nx\r\n");
  assert.deepEqual(file.params, { title: "a", tags: ["b"] });
  assert.deepEqual([file.body, file.bodyLine, file.lines.tags], ["x\r\n", 7, 4]);
});

test("a rule in the body does not end up in the front matter", () => {
  const file = parse("---\ntitle: a\n---\nx\n\n---\n\ny\n");
  assert.equal(file.body, "x\n\n---\n\ny\n");
});

test("front matter may be empty", () => {
  assert.deepEqual([parse("---\n---\nx").params, parse("---\n---\nx").body], [{}, "x"]);
});

test("what is malformed names file, line and remedy, and keeps the body", () => {
  const cases: [string, number, RegExp, string][] = [
    ["---\ntitle: a: b\n---\nx", 2, /quotes/, "x"],
    ["---\ntitle: a\n\tb: c\n---\nx", 3, /./, "x"],
    ["---\ntags: [a, b\n---\nx", 2, /bracket/, "x"],
    ["---\na: 1\ntags: [a, b\nc: 2\nd: [3]\n---\nx", 3, /bracket/, "x"],
    ["---\na: {b: 1\nc: 2\n---\nx", 2, /bracket/, "x"],
    ['---\na: 1\ntitle: "Chưa đóng\nb: 2\nc: 3\n---\nx', 3, /Close the quotes/, "x"],
    ['---\na: 1\ntitle: "Chưa đóng\nb: ["c"]\n---\nx', 3, /Close the quotes/, "x"],
    ["---\ntitle: 'a\n---\nx", 2, /Close the quotes/, "x"],
    ["---\ntitle: a\n date: 2024-05-01\nb: 1\n---\nx", 3, /blanks/, "x"],
    ["---\n title: a\ndate: 2024-05-01\n---\nx", 2, /blanks/, "x"],
    ["---\ntitle: a\n--\n\nText: b\n\n---\nx", 3, /Write `---`/, "x"],
    ["+++\ntitle = a\n+++\nx", 2, /quotes/, "x"],
    ['{"title": "a",}\nx', 1, /comma/, "x"],
    ["---\n- a\n- b\n---\nx", 2, /key/, "x"],
    ["---\na: *b\n---\nx", 2, /quotes/, "x"],
    ["---\ntitle: a\n\nno end", 2, /`---`/, "title: a\n\nno end"],
  ];
  for (const [text, line, remedy, body] of cases) {
    const { problem, params, body: kept } = parse(text);
    assert.deepEqual([problem?.path, problem?.line, problem?.code], [PATH, line, "unreadable"], text);
    assert.match(problem?.message ?? "", remedy);
    assert.deepEqual([params, kept], [{}, body]);
  }
});

test("a key that stands twice has its last value", () => {
  assert.deepEqual(parse("---\ntitle: a\nTitle: b\n---\n").params, { title: "b" });
});

test("anchors and merge keys are followed", () => {
  assert.deepEqual(parse("---\nbase: &b { x: 1, y: 2 }\ncover:\n  <<: *b\n  y: 3\n---\n").params.cover, {
    x: 1,
    y: 3,
  });
});

test("brackets may go on at the start of the next line", () => {
  const file = parse('---\ntags: [\n"a", # first ]\n"b]",\n]\ncover: {\nimage: "x}"\n}\nc: 5\n---\n');
  assert.deepEqual(file.params, { tags: ["a", "b]"], cover: { image: "x}" }, c: 5 });
  assert.equal(file.lines.c, 9);
});

test("a quoted text may go on at the start of the next line", () => {
  const file = parse("---\na: \"one\ntwo\"\nb: 'three\nfour'\nc: 5\n---\n");
  assert.deepEqual(file.params, { a: "one two", b: "three four", c: 5 });
  assert.equal(file.lines.c, 6);
});

test("a quoted text inside of a map or a list may go on no deeper than its key", () => {
  const file = parse(
    '---\nparams:\n  about: "one\n  two"\n  links:\n    - \'a\n    b\'\n    - name: "c\n      d"\n      in: {x: 1,\n    y: 2}\ne: 5\n---\n',
  );
  assert.deepEqual(file.params, {
    params: { about: "one two", links: ["a b", { name: "c d", in: { x: 1, y: 2 } }] },
    e: 5,
  });
  assert.equal(file.lines.e, 12);
});

test("__proto__ and constructor are keys like others or none", () => {
  parse('---\n__proto__: { polluted: 1 }\n"constructor": { prototype: { polluted: 1 } }\n---\n');
  parse('{"__proto__": {"polluted": 1}}\n');
  parse("+++\n[__proto__]\npolluted = 1\n+++\n");
  assert.equal(Object({}).polluted, undefined);
  assert.deepEqual(Object.keys(parseContentFile(PATH, "---\n__proto__: { a: 1 }\nb: 2\n---\n").params), [
    "b",
  ]);
  assert.equal(parseContentFile(PATH, "---\ntitle: a\n---\n").params.constructor, undefined);
});

test("front matter that is no front matter any more is refused", () => {
  const { problem } = parse(`---\n${"# x\n".repeat(200_000)}---\n`);
  assert.match(problem?.message ?? "", /too long/);
});

test("hostile front matter is answered in time", () => {
  const hostile = [
    `---\na: ${"[".repeat(20_000)}\n---\n`,
    `---\na: ${"{a: ".repeat(20_000)}\n---\n`,
    `---\n${"- ".repeat(20_000)}a\n---\n`,
    `---\n${Array.from({ length: 5_000 }, (_, i) => `k${i}: v`).join("\n")}\n---\n`,
    `---\n${Array.from({ length: 2_000 }, (_, i) => `k${i}: &a${i} *a${i - 1}`).join("\n")}\n---\n`,
    `{${'"a":{'.repeat(50_000)}`,
    `${"{".repeat(1)}${'"'.repeat(100_000)}`,
    `---\n${" ".repeat(200_000)}x`,
    `---\na: x${" ".repeat(300_000)}y\n---\n`,
    `---\na: [x${" ".repeat(300_000)}#]\n---\n`,
    `---\na:${" ".repeat(300_000)}\u2028\n---\n`,
    `+++\n${"a.".repeat(50_000)}b = 1\n+++\n`,
  ];
  for (const text of hostile) {
    const before = cpuTime();
    parse(text);
    assert.ok(cpuTime() - before < 10_000, text.slice(0, 20));
  }
});
