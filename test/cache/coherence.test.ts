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

/**
 * The comparison is worth something if it finds what is broken on purpose. The seeds are those of the first eight that
 * find it soonest, in two to five lives.
 */
const SABOTAGES: { name: string; sabotage: Step["sabotage"]; seed: number }[] = [
  { name: "the tags of cards", sabotage: { tag: "c" }, seed: 2 },
  { name: "the tags of pages", sabotage: { tag: "p" }, seed: 1 },
  { name: "the tags of lists", sabotage: { tag: "l" }, seed: 5 },
  { name: "the tags of URLs", sabotage: { tag: "u" }, seed: 2 },
  { name: "the tag of what shows everything", sabotage: { tag: "a" }, seed: 3 },
  { name: "the second purge, after a rendering that was under way", sabotage: { outbox: true }, seed: 5 },
];

for (const { name, sabotage, seed } of SABOTAGES) {
  test(`the comparison notices when purges leave out ${name}`, async () => {
    const found = await fc.check(life(sabotage), { numRuns: 100, seed, endOnFailure: true });
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
