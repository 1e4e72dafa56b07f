// Drives test/cache/worker.ts through the life of a site: one workerd for all sites of a test file, each
// emptied before the next begins. Owns the invariant: what the cache serves is what would be rendered.

import { after } from "node:test";
import { addToken } from "../../src/cli/author-token.ts";
import { buildWorker } from "../../src/cli/build.ts";
import { startLocalWorker } from "../../src/cli/local-worker.ts";
import { makeToken } from "../../src/http/auth.ts";
import { applyChanges, BEGINNING, changeSet, filesOf, firstSite, type Life } from "./random-site.ts";
import type { Difference, Step, StepResult } from "./step.ts";

/** A cron comes every minute, and repeats a purge when this much has passed. */
const SECOND_PURGE = 120;

export async function openCachedBlog() {
  const bundle = await buildWorker({ entry: "test/cache/worker.ts", outdir: "dist/test-cache" });
  const worker = await startLocalWorker(bundle, { vars: { BASE_URL: "" } });
  after(() => worker.stop());
  const token = makeToken();
  await addToken(worker.query, { token, name: "test" });

  const send = (step: object) =>
    worker.fetch("https://control.example/step", {
      method: "POST",
      body: JSON.stringify({ ...step, token }),
    });
  return driver(send);
}

interface Answer {
  ok: boolean;
  status: number;
  text(): Promise<string>;
  json(): Promise<unknown>;
}

export function driver(send: (step: object) => Promise<Answer>) {
  async function take(step: Omit<Step, "token">): Promise<StepResult> {
    const answer = await send(step);
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    const result = (await answer.json()) as StepResult;
    for (const { status, body } of result.outcomes) if (status !== 200) throw new Error(`${status} ${body}`);
    return result;
  }

  /** Lives through the turns; the differences after the first one that has any. */
  async function live({ turns, bilingual }: Life, sabotage: Step["sabotage"] = {}): Promise<Difference[]> {
    let site = firstSite({ bilingual });
    const history = [site];
    let files = filesOf(site);
    let now = BEGINNING;
    await take({ now, reset: "unlimited", writes: [changeSet(new Map(), files) ?? {}] });
    const checked = async (step: Omit<Step, "token" | "sabotage">) =>
      (await take({ ...step, sabotage, compare: true })).differences;
    // The cache is filled: from now on it has something to be wrong about.
    const first = await checked({ now });
    if (first.length > 0) return first;
    for (const turn of turns) {
      now += turn.later * 60;
      site = applyChanges(site, turn.changes, history);
      history.push(site);
      const next = filesOf(site);
      const change = changeSet(files, next);
      files = next;
      const writes = change === null ? [] : [change];
      if (turn.inFlight) {
        await take({
          now,
          writes,
          inFlight: ["/", "/posts/", "/posts/p0/", "/index.xml", "/tags/x/"],
          cron: "early",
          sabotage,
        });
        now += SECOND_PURGE;
      }
      const differences = await checked({
        now,
        writes: turn.inFlight ? [] : writes,
        cron: turn.cron || turn.inFlight,
      });
      if (differences.length > 0) return differences;
    }
    return [];
  }

  return { take, live };
}

/** For each URL the first line that is not the same. */
export const tell = (differences: Difference[]): string =>
  differences
    .map(({ url, status, cached, fresh }) => `${url} (${status})\n${differenceBetween(cached, fresh)}`)
    .join("\n");

/** The first line that is not the same. */
export function differenceBetween(cached: string, fresh: string): string {
  const [was, is] = [cached.split("\n"), fresh.split("\n")];
  const differs = (line: string, i: number) => line !== was[i];
  const inBody = is.findIndex((line, i) => differs(line, i) && !line.startsWith("etag:"));
  const at = inBody === -1 ? is.findIndex(differs) : inBody;
  const cut = (line = "") => line.slice(0, 300);
  return `  cached: ${cut(was[at])}\n  fresh:  ${cut(is[at])}`;
}
