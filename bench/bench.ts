// `npm run bench [-- --json] [--full] [--only name,…]`: every figure that Deckle promises, measured here and
// now, one line each. Only ratios and counts: microseconds belong to the machine and the minute. --full adds
// a site of 100,000 posts to the count of rows; --budgets measures what no clock decides, and fails if it is short.

import { loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildWorker } from "../src/cli/build.ts";
import { measureBundle } from "./bundle.ts";
import { measureColdStart } from "./cold-start.ts";
import { asJson, type Figure, type FigureName, GOALS, type Goal, holds, tell } from "./figure.ts";
import { measureFirstVisit } from "./first-visit.ts";
import { assertMeasurable } from "./process-cpu.ts";
import { measurePublishing } from "./publishing.ts";
import { measureReading } from "./reading.ts";
import { measureRebuild } from "./rebuild.ts";
import { measureRendering } from "./rendering.ts";
import { measureRepeatViews } from "./repeat-view.ts";
import { measureRowsRead, measureRowsWritten } from "./rows.ts";
import { measureSaving } from "./saving.ts";
import { type BenchSite, openBenchSite } from "./site.ts";

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    full: { type: "boolean", default: false },
    budgets: { type: "boolean", default: false },
    only: { type: "string" },
  },
});

const POSTS = 100;
const SIZES = [POSTS, ...(values.budgets ? [1_000] : [10_000]), ...(values.full ? [100_000] : [])];

interface Measurement {
  names: FigureName[];
  run(site: BenchSite, bundle: string): Promise<Figure[]>;
}

/** In this order: the last ones grow the site. */
const MEASUREMENTS: Measurement[] = [
  { names: ["post", "list", "not-modified"], run: (site, bundle) => measureReading(bundle, site) },
  { names: ["rows-written"], run: async (site) => [await measureRowsWritten(site)] },
  { names: ["repeat-view-runs"], run: async (site) => [await measureRepeatViews(site)] },
  { names: ["first-visit-extra-bytes"], run: async (site) => [await measureFirstVisit(site)] },
  { names: ["reading-path-gzip", "whole-gzip"], run: async (_, bundle) => measureBundle(bundle) },
  { names: ["cold-start-ms"], run: async (site, bundle) => [await measureColdStart(bundle, site)] },
  { names: ["render-posts-per-second"], run: async () => [await measureRendering()] },
  { names: ["save-50kb"], run: async (site, bundle) => [await measureSaving(bundle, site)] },
  {
    names: ["publish-over-smallest", "hugo-rebuild-over-publish"],
    run: (_, bundle) => measurePublishing(bundle),
  },
  {
    names: ["config-rebuild-over-hugo"],
    run: async (_, bundle) => [await measureRebuild(bundle)].filter((figure) => figure !== null),
  },
  {
    names: ["rows-read-worst", "search-rows"],
    run: (site) => measureRowsRead(site, SIZES),
  },
];

if (!values.budgets) assertMeasurable();
const budgets = Object.entries<Goal>(GOALS).flatMap(([name, { budget }]) => (budget ? name : []));
const wanted = new Set(values.only?.split(",") ?? (values.budgets ? budgets : Object.keys(GOALS)));
const { folder, mainModule } = await buildWorker();
const site = await openBenchSite(POSTS);
const figures: Figure[] = [];
try {
  if (!values.json) console.log(`load ${loadavg()[0]?.toFixed(1)}`);
  for (const { names, run } of MEASUREMENTS) {
    if (!names.some((name) => wanted.has(name))) continue;
    const measured = await run(site, join(folder, mainModule));
    figures.push(...measured);
    if (values.json) continue;
    for (const figure of measured) console.log(tell(figure));
    for (const name of names)
      if (!measured.some((figure) => figure.name === name)) console.log(`${name.padEnd(26)} not measured`);
  }
} finally {
  await site.stop();
}
if (values.json) console.log(asJson(figures));
else console.log(`${figures.filter(holds).length} of ${figures.length} hold`);
if (values.budgets && !figures.every(holds)) process.exitCode = 1;
