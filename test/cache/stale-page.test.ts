// Ways in which a page once stayed in the cache that should have gone: each was found by random writes
// (coherence.test.ts), and is kept as the shortest sequence that showed it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openCachedBlog, tell } from "./coherence.ts";
import type { Change, Turn } from "./random-site.ts";

const blog = await openCachedBlog();

type PostChange = Extract<Change, { type: "post" }>;

const post = (number: number, set: PostChange["set"]): Change => ({ type: "post", post: number, set });
const extra = (name: string, value: number): Change => ({ type: "extra", name, value });
const turn = (...changes: Change[]): Turn => ({ changes, later: 0, cron: false, inFlight: false });

const WAYS: { [name: string]: Turn[] } = {
  "the address without its slash, or with index.html, of a page that goes": [turn(post(0, { draft: true }))],
  "the address without its slash of a page that comes": [turn(post(4, { exists: true }))],
  "an alias of a page that moves": [turn(post(1, { slug: 1 }))],
  "the former address of a page that is deleted": [
    turn(post(0, { slug: 1 })),
    turn(post(0, { exists: false })),
  ],
  "the former address of a page that goes and comes back": [
    turn(post(0, { slug: 1 })),
    turn(post(0, { draft: true })),
    turn(post(0, { draft: false })),
  ],
  "the feed of a taxonomy when a tag comes": [turn(post(0, { tags: 4 }))],
  "the sitemap when a section leaves it and nothing else of it changes": [
    turn(extra("posts", 1)),
    turn(extra("posts", 2)),
  ],
  "a page whose next neighbour is not public yet when one is added behind that": [
    turn(post(3, { publish: 24 })),
    turn(post(4, { exists: true })),
  ],
  "the place of a page whose section is a draft, and is none any more": [
    turn(post(0, { place: 3 }), extra("nested", 1), extra("nested-draft", 1)),
    turn(extra("nested-draft", 0)),
    turn(extra("nested-draft", 1)),
  ],
};

for (const [name, turns] of Object.entries(WAYS)) {
  test(`no stale page: ${name}`, async () =>
    assert.equal(tell(await blog.live({ bilingual: false, turns })), ""));
}
