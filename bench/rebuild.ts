// What a change of a markup option costs, after which every page renders differently: all steps of it in a
// Worker, D1 being elsewhere, against Hugo building the same posts. They take turns; the least of each.

import type { Figure } from "./figure.ts";
import { openHugoSite } from "./hugo.ts";
import { cpuNanoseconds, quantile } from "./process-cpu.ts";
import { SAMPLE_CONFIG } from "./sample-post.ts";
import { openBenchSite } from "./site.ts";
import { startWorkers } from "./workers.ts";

const TURNS = 4;
const POSTS = 1_000;

/** `null` without Hugo. */
export async function measureRebuild(bundle: string): Promise<Figure | null> {
  const hugo = openHugoSite(POSTS);
  if (hugo === null) return null;
  const site = await openBenchSite(POSTS);
  const headers = { authorization: `Bearer ${await site.makeToken()}` };
  const { pid, ports, stop } = await startWorkers({ deckle: { file: bundle } }, site.database);
  let steps = 0;
  /** CPU seconds of the Worker's process. */
  const rebuild = async (turn: number): Promise<number> => {
    const body = JSON.stringify({ put: [{ path: "hugo.yaml", content: configOf(turn) }] });
    const before = cpuNanoseconds(pid);
    for (steps = 1; ; steps++) {
      const answer = await fetch(`http://127.0.0.1:${ports.deckle}/api/v1/changes`, {
        method: "POST",
        headers,
        body,
      });
      const said = await answer.text();
      if (answer.status === 200) return (cpuNanoseconds(pid) - before) / 1e9;
      if (answer.status !== 202)
        throw new Error(`a change of the configuration answers ${answer.status}: ${said}`);
    }
  };
  try {
    const costs: { deckle: number; hugo: number }[] = [];
    for (let turn = 0; turn < TURNS; turn++)
      costs.push({ deckle: await rebuild(turn), hugo: hugo.rebuild() });
    const least = (name: "deckle" | "hugo") =>
      quantile(
        costs.map((cost) => cost[name]),
        0,
      );
    return {
      name: "config-rebuild-over-hugo",
      value: least("deckle") / least("hugo"),
      raw: `every one of ${POSTS} posts again after a markup option changed: ${least("deckle").toFixed(2)} s of the Worker's CPU in ${steps} steps, over ${least("hugo").toFixed(2)}`,
    };
  } finally {
    stop();
    await site.stop();
    hugo.remove();
  }
}

/** Another one with each turn. */
const configOf = (turn: number): string =>
  SAMPLE_CONFIG.replace(
    "markup: {",
    `markup: { goldmark: { extensions: { typographer: { disable: ${turn % 2 === 0} } } },`,
  );
