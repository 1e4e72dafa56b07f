// What the cache serves is what would be rendered now, whatever was written, and however much time has
// passed. `DECKLE_SEED` repeats a run; `npm run test:long` lives through twenty times as many sites.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { openCachedBlog, tell } from "./coherence.ts";
import { type Life, lives } from "./random-site.ts";
import type { Step } from "./step.ts";

const SITES = process.env.npm_lifecycle_event === "test:long" ? 2000 : 100;
const SEED = Number(process.env.DECKLE_SEED ?? Math.floor(Math.random() * 2 ** 31));

/** One workerd keeps one core busy. */
const lanes = await Promise.all([openCachedBlog(), openCachedBlog()]);
const [blog] = lanes;

const life = (sabotage?: Step["sabotage"], { live } = blog) =>
  fc.asyncProperty(lives, async (life) => assert.equal(tell(await live(life, sabotage)), ""));

test(`after any sequence of writes the cache serves what a fresh rendering gives (${SITES} sites, seed ${SEED})`, {
  timeout: SITES * 5000,
}, async () => {
  const numRuns = Math.ceil(SITES / lanes.length);
  await Promise.all(lanes.map((lane, i) => fc.assert(life({}, lane), { numRuns, seed: SEED + i })));
});

/** The comparison is worth something if it finds what is broken on purpose. */
const SABOTAGES: { [name: string]: NonNullable<Step["sabotage"]> } = {
  "the tags of cards": { tag: "c" },
  "the tags of pages": { tag: "p" },
  "the tags of lists": { tag: "l" },
  "the tags of URLs": { tag: "u" },
  "the tag of what shows everything": { tag: "a" },
  "the second purge, after a rendering that was under way": { outbox: true },
};

for (const [name, sabotage] of Object.entries(SABOTAGES)) {
  test(`the comparison notices when purges leave out ${name}`, async () => {
    const found = await fc.check(life(sabotage), { numRuns: 100, seed: 1, endOnFailure: true });
    assert.ok(found.failed);
  });
}

test("the comparison notices when purges leave out the tags of files", async () => {
  const repainted: Life = {
    bilingual: false,
    turns: [
      {
        changes: [{ type: "post", post: 3, set: { picture: 2 } }],
        later: 0,
        cron: false,
        inFlight: false,
      },
    ],
  };
  assert.equal(tell(await blog.live(repainted)), "");
  assert.match(tell(await blog.live(repainted, { tag: "f" })), /pic\.svg/);
});
