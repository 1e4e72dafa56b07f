// Patterns on paths.

import assert from "node:assert/strict";
import { test } from "node:test";
import { matchesGlob } from "../../../src/hugo/content/glob.ts";
import { cpuTime } from "../../cpu-time.ts";

test("patterns fit what they fit in Hugo", () => {
  const cases: [path: string, glob: string, fits: boolean][] = [
    ["a.png", "*.png", true],
    ["sub/a.png", "*.png", false],
    ["sub/a.png", "**.png", true],
    ["sub/a.png", "sub/*", true],
    ["sub/b/a.png", "sub/*", false],
    ["sub/b/a.png", "sub/**", true],
    ["/posts/x", "{/posts/**,/notes/**}", true],
    ["/notes", "{/posts/**,/notes/**}", false],
    ["a1.png", "a?.png", true],
    ["a/.png", "a?.png", false],
    ["b.png", "[abc].png", true],
    ["b.png", "[!abc].png", false],
    ["5.png", "[0-9].png", true],
    ["a*.png", "a\\*.png", true],
    ["ab.png", "a\\*.png", false],
    ["đẹp.png", "đ*.png", true],
    ["", "", true],
    ["a", "", false],
    ["", "*", true],
  ];
  for (const [path, glob, fits] of cases) assert.equal(matchesGlob(path, glob), fits, `${glob} ${path}`);
});

test("a hostile pattern costs no more than pattern times path", () => {
  const before = cpuTime();
  matchesGlob("a".repeat(1000), `${"**a".repeat(300)}b`);
  matchesGlob("a".repeat(1000), "{a,b}".repeat(300));
  assert.ok(cpuTime() - before < 10_000);
});
