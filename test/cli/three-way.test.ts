import assert from "node:assert/strict";
import { test } from "node:test";
import { nextBase, planSync, type ThreeTrees } from "../../src/cli/three-way.ts";
import { type FilePath, parseFilePath, parseSha256, type Sha256 } from "../../src/site/change-set.ts";

const PATH = path("content/posts/a.md");

/** One path on three sides; `-` is absent, any other letter a content. */
function trees(letters: string): ThreeTrees {
  const [base, here, there] = [...letters].map((letter) =>
    letter === "-" ? new Map<FilePath, Sha256>() : new Map([[PATH, digest(letter)]]),
  );
  assert(base && here && there);
  return { base, here, there };
}

// base, here, there → what is done, and what the base says of the path if nothing else is done.
const TABLE: [string, string, string][] = [
  ["---", "nothing", "-"],
  ["aaa", "nothing", "a"],
  ["-aa", "nothing", "a"],
  ["abb", "nothing", "b"],
  ["a--", "nothing", "-"],
  ["-a-", "put", "-"],
  ["aba", "put", "a"],
  ["a-a", "delete", "a"],
  ["--a", "kept new", "-"],
  ["aab", "kept changed", "a"],
  ["aa-", "kept deleted", "a"],
  ["-ab", "conflict new new", "-"],
  ["abc", "conflict changed changed", "a"],
  ["ab-", "conflict changed deleted", "a"],
  ["a-b", "conflict deleted changed", "a"],
];

for (const [letters, expected, base] of TABLE) {
  test(`with ${[...letters].join(", ")} as base, here and there, ${expected} is done`, () => {
    const plan = planSync(trees(letters));
    const done = [
      ...plan.put.map(() => "put"),
      ...plan.delete.map(() => "delete"),
      ...plan.kept.map(({ there }) => `kept ${there}`),
      ...plan.conflicts.map(({ here, there }) => `conflict ${here} ${there}`),
    ];
    assert.deepEqual(done, expected === "nothing" ? [] : [expected]);
    assert.equal(nextBase(trees(letters)).get(PATH) ?? "-", base === "-" ? "-" : digest(base));
  });
}

test("a change over there that was kept is still seen as theirs the next time", () => {
  const first = trees("aab");
  const plan = planSync({ ...first, base: nextBase(first) });
  assert.deepEqual(plan.kept, [{ path: PATH, there: "changed" }]);
  assert.deepEqual(plan.put, []);
});

test("paths come in order, whichever side they were found on", () => {
  const at = (...names: string[]) => new Map(names.map((name) => [path(name), digest("a")]));
  const plan = planSync({
    base: at("content/d.md"),
    here: at("content/c.md", "content/a.md"),
    there: at("content/b.md", "content/d.md"),
  });
  assert.deepEqual(plan.put, ["content/a.md", "content/c.md"]);
  assert.deepEqual(plan.kept, [{ path: "content/b.md", there: "new" }]);
  assert.deepEqual(plan.delete, ["content/d.md"]);
});

function path(name: string): FilePath {
  const parsed = parseFilePath(name);
  assert(parsed);
  return parsed;
}

function digest(letter: string): Sha256 {
  const parsed = parseSha256(letter.repeat(64));
  assert(parsed);
  return parsed;
}
