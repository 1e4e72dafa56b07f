// What the reading path adds to a cold start: CPU of a fresh workerd up to its first page, less that of one
// whose Worker is empty. They take turns; the tenth percentile of each. The whole bundle, which has the
// write path's code beside it, is told too: workerd reads over that code even if nothing evaluates it.

import type { Figure } from "./figure.ts";
import { sendLoad } from "./load.ts";
import { cpuNanoseconds, quantile } from "./process-cpu.ts";
import { readingPath } from "./reading-path.ts";
import type { BenchSite } from "./site.ts";
import { type Script, startWorkers } from "./workers.ts";

const STARTS = 20;

export async function measureColdStart(bundle: string, site: BenchSite): Promise<Figure> {
  const workers: { [name: string]: Script } = {
    empty: { code: 'export default { fetch: () => new Response("x") };' },
    "reading-path": { code: (await readingPath()).code },
    whole: { file: bundle },
  };
  const costs = new Map<string, number[]>();
  for (let start = 0; start < STARTS; start++) {
    for (const [name, script] of Object.entries(workers)) {
      const cost = await startOnce({ [name]: script }, site);
      costs.set(name, [...(costs.get(name) ?? []), cost]);
    }
  }
  const of = (name: string) => quantile(costs.get(name) ?? [], 0.1) / 1e6;
  const above = (name: string) => of(name) - of("empty");
  return {
    name: "cold-start-ms",
    value: above("reading-path"),
    raw: `over ${of("empty").toFixed(1)} ms for an empty Worker; the whole bundle as it is deployed ${above("whole").toFixed(1)}`,
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
