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
  changeSet,
  filesOf,
  firstSite,
  type Life,
  lives,
  type Turn,
} from "./random-site.ts";
import type { VisitAnswer } from "./step.ts";

const SITES = process.env.npm_lifecycle_event === "test:long" ? 800 : 40;
const SEED = Number(process.env.DECKLE_SEED ?? Math.floor(Math.random() * 2 ** 31));

const { take } = await openCachedBlog();
const now = BEGINNING;

async function compareWithImport({ bilingual, turns }: Life): Promise<string> {
  let site = firstSite({ bilingual });
  const history = [site];
  let files = filesOf(site);
  const importAll = () => take({ now, reset: "unlimited", writes: [changeSet(new Map(), files) ?? {}] });
  await importAll();
  for (const { changes } of turns) {
    site = applyChanges(site, changes, history);
    history.push(site);
    const next = filesOf(site);
    const change = changeSet(files, next);
    files = next;
    if (change !== null) await take({ now, writes: [change] });
  }
  const grown = await take({ now, visit: "everything", uncached: true });
  await importAll();
  const visit = grown.answers.map(({ url }) => ({ url }));
  const imported = await take({ now, visit, uncached: true });
  return grown.answers.flatMap((was, i) => difference(was, imported.answers[i]) ?? []).join("\n");
}

/** Former addresses redirect, which an import knows nothing of; hits that weigh the same have no order. */
function difference(grown: VisitAnswer, imported: VisitAnswer | undefined): string | null {
  if (imported === undefined) return `${grown.url} was not asked for again`;
  if (grown.status === 301 && imported.status === 404) return null;
  if (grown.url.includes("?q=")) return null;
  const [was, is] = [textOf(grown), textOf(imported)];
  return was === is ? null : `${grown.url}\n${differenceBetween(was, is)}`;
}

const textOf = ({ status, body }: VisitAnswer): string => `${status}\n${body}`;

const post = (number: number, set: { place?: number; exists?: boolean }): Turn => ({
  changes: [{ type: "post", post: number, set }],
  later: 0,
  cron: false,
  inFlight: false,
});

test("the section with the most posts is another one when posts of the largest go", async () => {
  const turns = [post(1, { place: 2 }), post(0, { place: 2 }), post(0, { exists: false })];
  assert.equal(await compareWithImport({ bilingual: false, turns }), "");
});

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
