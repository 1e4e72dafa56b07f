// What the reading path adds to a cold start: CPU of a fresh workerd up to its first page, less that of one
// whose Worker is empty. They take turns; the tenth percentile of each. What is deployed is told too, with the
// write path's modules beside it: here workerd finds them in a file of its configuration, which costs time that
// Cloudflare does not spend, so the same modules beside an empty Worker are told as well.

import type { Figure } from "./figure.ts";
import { sendLoad } from "./load.ts";
import { cpuNanoseconds, quantile } from "./process-cpu.ts";
import { readingPath } from "./reading-path.ts";
import type { BenchSite } from "./site.ts";
import { modulesOf, type Script, startWorkers } from "./workers.ts";

const STARTS = 20;
const EMPTY = 'export default { fetch: () => new Response("x") };';

export async function measureColdStart(bundle: string, site: BenchSite): Promise<Figure> {
  const whole = modulesOf({ file: bundle });
  const workers: { [name: string]: Script } = {
    empty: { code: EMPTY },
    "reading-path": { code: (await readingPath()).code },
    whole,
    beside: { main: whole.main, all: { ...whole.all, [whole.main]: EMPTY } },
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
    raw: `over ${of("empty").toFixed(1)} ms for an empty Worker; as it is deployed ${above("whole").toFixed(1)}, of which ${above("beside").toFixed(1)} go into workerd's configuration`,
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
