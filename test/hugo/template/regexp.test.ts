// Regular expressions in Go's syntax, with Go's answers, in linear time.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { matchAll } from "../../../src/hugo/template/regexp/match-regexp.ts";
import { parseRegexp } from "../../../src/hugo/template/regexp/parse-regexp.ts";

const find = (pattern: string, text: string): (string | null)[][] =>
  [...matchAll(parseRegexp(pattern), text, () => {})].map(({ groups }) => groups);

/** Pattern, text, and the matches with their groups, as Go's FindAllStringSubmatch gives them. */
const MATCHES: [pattern: string, text: string, matches: (string | null)[][]][] = [
  ["a+b", "xaabab", [["aab"], ["ab"]]],
  ["(a|ab)(c|bcd)(d*)", "abcd", [["abcd", "a", "bcd", ""]]],
  ["a*", "baac", [[""], ["aa"], [""]]],
  ["(?i)HELLO\\b", "say Hello world", [["Hello"]]],
  ["^\\s*(.*?)\\s*$", "  a b  ", [["  a b  ", "a b"]]],
  ["[^a-c\\]]+", "abcxyz]q", [["xyz"], ["q"]]],
  ["x{2,3}?", "xxxxx", [["xx"], ["xx"]]],
  ["x{2,}", "x xx xxx", [["xx"], ["xxx"]]],
  ["(?P<y>\\d{4})-(\\d\\d)", "2024-05", [["2024-05", "2024", "05"]]],
  ["\\p{L}+", "đẹp 1 x", [["đẹp"], ["x"]]],
  ["\\p{Han}", "a中", [["中"]]],
  ["(?m)^b$", "a\nb\nc", [["b"]]],
  ["^b$", "a\nb\nc", []],
  ["(?s)a.b", "a\nb", [["a\nb"]]],
  ["a.b", "a\nb", []],
  ["[[:alpha:]_]+", "1ab_2", [["ab_"]]],
  ["[]a]+", "]a]", [["]a]"]]],
  ["\\Q.*\\E", "a.*b", [[".*"]]],
  [
    "(a)?b",
    "b ab",
    [
      ["b", null],
      ["ab", "a"],
    ],
  ],
  ["(?:ab)+|c", "ababc", [["abab"], ["c"]]],
  ["a{,2}", "a{,2}", [["a{,2}"]]],
  ["(?U)a+", "aa", [["a"], ["a"]]],
  ["\\x41\\x{42}\\.", "AB.", [["AB."]]],
  [".", "😀", [["😀"]]],
];

describe("a regular expression", () => {
  for (const [pattern, text, matches] of MATCHES) {
    it(`${pattern} in ${JSON.stringify(text)}`, () => assert.deepEqual(find(pattern, text), matches));
  }

  for (const pattern of [
    "(a",
    "a)",
    "[a",
    "*a",
    "(?=a)",
    "\\1",
    "a{2,1}",
    "a{2000}",
    "[b-a]",
    "\\p{Klingon}",
  ]) {
    it(`${pattern} is refused with a reason`, () => {
      assert.throws(() => parseRegexp(pattern), /regular expression/);
    });
  }

  it("that would make a backtracking engine run away is run in linear time", () => {
    let steps = 0;
    const text = "a".repeat(20_000);
    const found = [...matchAll(parseRegexp("(a+)+b|(a|aa)*c"), text, (count) => (steps += count))];
    assert.deepEqual(found, []);
    assert.ok(steps < 20 * text.length, String(steps));
  });
});
