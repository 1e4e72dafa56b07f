// A site says nothing of how it came about: after any sequence of writes each page is what it would be
// had the files that stand now been published at once. What a write forgot to render again shows here.
// `DECKLE_SEED` repeats a run; `npm run test:long` lives through twenty times as many sites.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { differenceBetween, openCachedBlog } from "./coherence.ts";
import {
  applyChanges,
  BEGINNING,
  type Change,
  changeSet,
  filesOf,
  firstSite,
  type Life,
  lives,
  type Turn,
} from "./random-site.ts";
import type { VisitAnswer } from "./step.ts";

const SITES = process.env.npm_lifecycle_event === "test:long" ? 800 : 25;
const SEED = Number(process.env.DECKLE_SEED ?? Math.floor(Math.random() * 2 ** 31));

const [grown, imported] = await Promise.all([openCachedBlog(), openCachedBlog()]);

async function compareWithImport(life: Life): Promise<string> {
  const { bilingual, turns } = life;
  let now = BEGINNING;
  let site = firstSite({ bilingual });
  const history = [site];
  let files = new Map<string, string>();
  const move = async (next = filesOf(site)): Promise<void> => {
    const change = changeSet(files, next);
    files = next;
    if (change !== null) await grown.take({ now, writes: [change] });
  };
  await grown.take({ now, reset: "unlimited" });
  await move();
  for (const { changes, later } of turns) {
    now += later * 60;
    site = applyChanges(site, changes, history);
    history.push(site);
    await move();
  }
  // Any write brings everything up to its moment.
  await move(new Map([...files, ["static/last.txt", "last"]]));
  await imported.take({ now, reset: "unlimited", writes: [changeSet(new Map(), files) ?? {}] });
  const everything = [grown, imported].map(({ take }) => take({ now, visit: "everything", uncached: true }));
  const answers = (await Promise.all(everything)).map((step) => step.answers);
  const urls = new Set(answers.flat().map(({ url }) => url));
  const [was, is] = await Promise.all(
    [grown, imported].map(async ({ take }, i) => {
      const known = new Map(answers[i]?.map((answer) => [answer.url, answer]));
      const visit = [...urls].filter((url) => !known.has(url)).map((url) => ({ url }));
      const more = await take({ now, visit, uncached: true });
      return new Map([...known, ...more.answers.map((answer) => [answer.url, answer] as const)]);
    }),
  );
  return [...urls].flatMap((url) => difference(was?.get(url), is?.get(url)) ?? []).join("\n");
}

/** Former addresses redirect, which an import knows nothing of (what Deckle adds may stand there); hits that weigh the same have no order. */
function difference(was: VisitAnswer | undefined, is: VisitAnswer | undefined): string | null {
  if (was === undefined || is === undefined) throw new Error("an address was not asked for on both sides");
  if (was.status === 301 && (is.status === 404 || was.url === "/search/")) return null;
  if (was.url.includes("?q=")) return null;
  const [grown, imported] = [textOf(was), textOf(is)];
  return grown === imported ? null : `${was.url}\n${differenceBetween(grown, imported)}`;
}

const textOf = ({ status, body }: VisitAnswer): string => `${status}\n${body}`;

const turn = (...changes: Change[]): Turn => ({ changes, later: 0, cron: false, inFlight: false });
const post = (number: number, set: { place?: number; exists?: boolean }): Turn =>
  turn({ type: "post", post: number, set });
const extra = (name: string): Turn => turn({ type: "extra", name, value: 1 });

/** Found by random writes, and kept as the shortest ones that show it. */
const FOUND: { [name: string]: Turn[] } = {
  "a menu leaves out a page that it names when that has expired": [
    turn({ type: "config", name: "page-ref", value: 2 }),
    { ...turn(), later: 48 * 60 },
  ],
  "the section with the most posts is another one when posts of the largest go": [
    post(1, { place: 2 }),
    post(0, { place: 2 }),
    post(0, { exists: false }),
  ],
  "a section goes with its last post, though its own text is there as a draft": [
    turn({ type: "post", post: 3, set: { place: 2 } }, { type: "extra", name: "notes", value: 2 }),
    post(3, { place: 0 }),
  ],
  "what lies in a bundle becomes a page when its index goes": [extra("bundled"), post(3, { place: 0 })],
  "a page in a folder is none any more when that becomes a bundle": [
    post(3, { place: 0 }),
    extra("bundled"),
    post(3, { place: 1 }),
  ],
  "a picture in the folder of a page's name is on its own when the page goes": [
    extra("beside"),
    post(2, { exists: false }),
  ],
  "a picture on its own becomes the page's when one of its folder's name comes": [
    post(2, { place: 2 }),
    extra("beside"),
    turn({ type: "post", post: 2, set: { place: 0, slug: 1 } }),
  ],
};

for (const [name, turns] of Object.entries(FOUND))
  test(name, async () => assert.equal(await compareWithImport({ bilingual: false, turns }), ""));

test(
  `after any sequence of writes a site is what an import of its files gives (${SITES} sites, seed ${SEED})`,
  {
    timeout: SITES * 5000,
  },
  () =>
    fc.assert(
      fc.asyncProperty(lives, async (life) => assert.equal(await compareWithImport(life), "")),
      { numRuns: SITES, seed: SEED },
    ),
);
