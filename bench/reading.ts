// CPU of a read that the cache did not answer, in the Worker itself, against a bare handler of a constant
// page of the same size in the same process: many short turns that take turns, and of each target the
// tenth percentile, because a busy neighbour can only add to a turn. Of several isolates of the Worker the one in
// the middle: the first of a process costs up to a fifth more than the others (docs/decisions/0007).

import type { Figure } from "./figure.ts";
import { sendLoad } from "./load.ts";
import { cpuNanoseconds, quantile } from "./process-cpu.ts";
import type { BenchSite } from "./site.ts";
import { type Script, startWorkers } from "./workers.ts";

const TURNS = 24;
const REQUESTS = 100;
const WARM_UP = 2000;
const ISOLATES = ["deckle-a", "deckle-b", "deckle-c"];

interface Target {
  worker: string;
  path: string;
  headers?: { [name: string]: string };
}

export async function measureReading(bundle: string, site: BenchSite): Promise<Figure[]> {
  const [post, list] = ["/posts/bai-50/", "/"];
  const sizes = await sizesOf(bundle, site, [post, list]);
  const workers = await startWorkers(
    {
      ...Object.fromEntries(ISOLATES.map((name) => [name, { file: bundle }])),
      "post-floor": constant(sizes.get(post)?.bytes ?? 0),
      "list-floor": constant(sizes.get(list)?.bytes ?? 0),
    },
    site.database,
  );
  try {
    const known = { "if-none-match": sizes.get(post)?.etag ?? "" };
    const inEach = (name: string, target: Omit<Target, "worker">) =>
      ISOLATES.map((worker): [string, Target] => [`${name} in ${worker}`, { worker, ...target }]);
    const cost = await measure(workers, {
      "post-floor": { worker: "post-floor", path: "/" },
      "list-floor": { worker: "list-floor", path: "/" },
      ...Object.fromEntries([
        ...inEach("post", { path: post }),
        ...inEach("list", { path: list }),
        ...inEach("not-modified", { path: post, headers: known }),
      ]),
    });
    const figure = (name: "post" | "list" | "not-modified", floor: string, bytes: number): Figure => {
      const costs = ISOLATES.map((worker) => cost[`${name} in ${worker}`] ?? 0);
      return {
        name,
        value: quantile(costs, 0.5) / (cost[floor] ?? 0),
        raw: `${costs.map(micro).join(", ")} µs over ${micro(cost[floor])} µs for a constant page of ${bytes} bytes`,
      };
    };
    const postBytes = sizes.get(post)?.bytes ?? 0;
    return [
      figure("post", "post-floor", postBytes),
      figure("list", "list-floor", sizes.get(list)?.bytes ?? 0),
      figure("not-modified", "post-floor", postBytes),
    ];
  } finally {
    workers.stop();
  }
}

const micro = (nanoseconds = Number.NaN): string => (nanoseconds / 1000).toFixed(0);

/** A bare handler: the floor under any page of this many bytes. */
export function constant(bytes: number): Script {
  const code = `const body = "<!doctype html>".padEnd(${bytes}, "deckle ");
export default { fetch: () => new Response(body, { headers: { "content-type": "text/html; charset=utf-8" } }) };`;
  return { code };
}

async function sizesOf(
  bundle: string,
  site: BenchSite,
  paths: string[],
): Promise<Map<string, { bytes: number; etag: string }>> {
  const workers = await startWorkers({ deckle: { file: bundle } }, site.database);
  try {
    const found = new Map<string, { bytes: number; etag: string }>();
    for (const path of paths) {
      const answer = await fetch(`http://127.0.0.1:${workers.ports.deckle}${path}`);
      if (!answer.ok) throw new Error(`${path} answers ${answer.status}: ${await answer.text()}`);
      const bytes = (await answer.arrayBuffer()).byteLength;
      found.set(path, { bytes, etag: answer.headers.get("etag") ?? "" });
    }
    return found;
  } finally {
    workers.stop();
  }
}

/** CPU nanoseconds a request of each target. */
async function measure(
  { pid, ports }: { pid: number; ports: { [name: string]: number } },
  targets: { [name: string]: Target },
): Promise<{ [name: string]: number }> {
  const turn = async ({ worker, path, headers = {} }: Target, count: number): Promise<number> => {
    const before = cpuNanoseconds(pid);
    const statuses = await sendLoad({ port: ports[worker] ?? 0, path, headers, count });
    const wanted = headers["if-none-match"] === undefined ? 200 : 304;
    if (statuses.get(wanted) !== count)
      throw new Error(`${path} answered ${JSON.stringify([...statuses])}, not ${wanted}`);
    return (cpuNanoseconds(pid) - before) / count;
  };
  const all = Object.entries(targets);
  for (const [, target] of all) await turn(target, WARM_UP);
  const turns = new Map(all.map(([name]) => [name, [] as number[]]));
  for (let round = 0; round < TURNS; round++) {
    // Each round begins with another one: a noisy moment hits all alike.
    for (let i = 0; i < all.length; i++) {
      const [name, target] = all[(i + round) % all.length] ?? ["", { worker: "", path: "" }];
      turns.get(name)?.push(await turn(target, REQUESTS));
    }
  }
  return Object.fromEntries([...turns].map(([name, costs]) => [name, quantile(costs, 0.1)]));
}
