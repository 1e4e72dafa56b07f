// What a reference may mean, in the order that Hugo looks: read off Hugo 0.147.6 for each kind of page that asks.

import assert from "node:assert/strict";
import { test } from "node:test";
import { parseReference, type Seeker } from "../../../src/hugo/content/page-reference.ts";

const LEAF = { originalPath: "/posts/b", bundle: "leaf" } as const;
const SINGLE = { originalPath: "/posts/a", bundle: "single" } as const;
const BRANCH = { originalPath: "/posts", bundle: "branch" } as const;

const cases: [
  asks: typeof LEAF | typeof SINGLE | typeof BRANCH,
  ref: string,
  seeker: Seeker,
  paths: string[],
  name?: string,
][] = [
  [SINGLE, "c.md", "page", ["/posts/c", "/c"]],
  [SINGLE, "./c.md", "page", ["/posts/c"]],
  [SINGLE, "C D.vi.md", "page", ["/posts/C D", "/C D"]],
  [SINGLE, "/c#x", "page", ["/c#x"]],
  [SINGLE, "/posts//c", "page", ["/posts//c"]],
  [SINGLE, "x//c", "page", ["/posts/x/c", "/x//c"]],
  [SINGLE, "../notes/c", "page", ["/notes/c"]],
  [SINGLE, "../../../c", "page", ["/c"]],
  [SINGLE, "/tags/plum/", "page", ["/tags/plum"]],
  [SINGLE, "c/index.md", "page", ["/posts/c", "/c"]],
  [SINGLE, "v1.2", "page", ["/posts/v1.2", "/v1.2"]],
  [LEAF, "c", "page", ["/posts/c", "/c"]],
  [LEAF, "c.md", "page", ["/posts/c", "/posts/b/c", "/c"]],
  [LEAF, "../c.md", "page", ["/posts/c"]],
  [LEAF, "../c", "page", ["/c"]],
  [BRANCH, "c", "page", ["/posts/c", "/c"]],
  [SINGLE, "c", "ref", ["/posts/c", "/c"], "c"],
  [SINGLE, "My Pear.md", "ref", ["/posts/My Pear", "/My Pear"], "my-pear"],
  [SINGLE, "notes/c", "ref", ["/posts/notes/c", "/notes/c"]],
  [SINGLE, "c.md#x", "ref", ["/posts/c", "/c"], "c"],
  [SINGLE, "c.vi", "ref", ["/posts/c.vi", "/c.vi"], "c"],
  [SINGLE, "c", "site", ["/c"], "c"],
  [SINGLE, "c.xx", "site", ["/c.xx"], "c"],
  [SINGLE, "", "site", ["/"]],
];

test("a reference's paths, and the name that it may be", () => {
  for (const [asks, ref, seeker, paths, name = null] of cases)
    assert.deepEqual(
      parseReference(ref, seeker, asks, ["en", "vi"]),
      { paths, name },
      `${ref} of ${asks.originalPath}`,
    );
});
