// What the Worker adds to a cold start: CPU of a fresh workerd up to its first answer, less that of one
// whose Worker is empty. Both take turns; the tenth percentile of each.

import type { Figure } from "./figure.ts";
import { sendLoad } from "./load.ts";
import { cpuNanoseconds, quantile } from "./process-cpu.ts";
import type { BenchSite } from "./site.ts";
import { type Script, startWorkers } from "./workers.ts";

const STARTS = 20;

export async function measureColdStart(bundle: string, site: BenchSite): Promise<Figure> {
  const workers: { [name: string]: Script } = {
    empty: { code: 'export default { fetch: () => new Response("x") };' },
    deckle: { file: bundle },
  };
  const costs = new Map<string, number[]>();
  for (let start = 0; start < STARTS; start++) {
    for (const [name, script] of Object.entries(workers)) {
      const cost = await startOnce({ [name]: script }, site);
      costs.set(name, [...(costs.get(name) ?? []), cost]);
    }
  }
  const of = (name: string) => quantile(costs.get(name) ?? [], 0.1) / 1e6;
  return {
    name: "cold-start-ms",
    value: of("deckle") - of("empty"),
    raw: `${of("deckle").toFixed(1)} ms of CPU to a fresh workerd's first page, ${of("empty").toFixed(1)} for an empty Worker`,
  };
}

async function startOnce(scripts: { [name: string]: Script }, site: BenchSite): Promise<number> {
  const { pid, ports, stop } = await startWorkers(scripts, site.database);
  try {
    for (const port of Object.values(ports)) await sendLoad({ port, path: "/posts/bai-50/", count: 1 });
    return cpuNanoseconds(pid);
  } finally {
    stop();
  }
}
