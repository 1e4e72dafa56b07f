// What saving a long post costs the Worker itself, D1 being elsewhere: 50 KB of Markdown with code and
// formulas through the API, over the CPU of a bare handler's page.

import type { Figure } from "./figure.ts";
import { sendLoad } from "./load.ts";
import { cpuNanoseconds, quantile } from "./process-cpu.ts";
import { constant } from "./reading.ts";
import { sampleBody } from "./sample-post.ts";
import type { BenchSite } from "./site.ts";
import { startWorkers } from "./workers.ts";

const SAVES = 40;
const FLOOR_BYTES = 18_000;
const PATH = "content/posts/dai.md";

export async function measureSaving(bundle: string, site: BenchSite): Promise<Figure> {
  const token = await site.makeToken();
  const workers = await startWorkers(
    { deckle: { file: bundle }, floor: constant(FLOOR_BYTES) },
    site.database,
  );
  const { pid, ports, stop } = workers;
  const cpuOf = async (work: () => Promise<unknown>): Promise<number> => {
    const before = cpuNanoseconds(pid);
    await work();
    return cpuNanoseconds(pid) - before;
  };
  const save = async (n: number) => {
    const answer = await fetch(`http://127.0.0.1:${ports.deckle}/api/v1/files/${PATH}`, {
      method: "PUT",
      headers: { authorization: `Bearer ${token}`, "if-match": "*", "content-type": "text/markdown" },
      body: longPost(n),
    });
    if (answer.status !== 200) throw new Error(`a save answers ${answer.status}: ${await answer.text()}`);
    await answer.arrayBuffer();
  };
  try {
    await site.publish([{ path: PATH, text: longPost(-1) }]);
    await sendLoad({ port: ports.floor ?? 0, path: "/", count: 2000 });
    await sendLoad({ port: ports.deckle ?? 0, path: "/", count: 1 });
    const first = await cpuOf(() => save(0));
    const saves: number[] = [];
    const floors: number[] = [];
    for (let n = 1; n <= SAVES; n++) {
      saves.push(await cpuOf(() => save(n)));
      floors.push((await cpuOf(() => sendLoad({ port: ports.floor ?? 0, path: "/", count: 200 }))) / 200);
    }
    const floor = quantile(floors, 0.1);
    const warm = quantile(saves.slice(SAVES / 2), 0.1);
    return {
      name: "save-50kb",
      value: warm / floor,
      raw: `${(warm / 1e6).toFixed(1)} ms warm over ${(floor / 1000).toFixed(0)} µs; an isolate's first save ${(first / 1e6).toFixed(0)} ms (${(first / floor).toFixed(0)} floors)`,
    };
  } finally {
    stop();
  }
}

function longPost(n: number): string {
  const formula = "Tổng $\\sum_{i=1}^{n} x_i^2$ và\n\n$$\n\\int_0^1 \\frac{x^2}{\\sqrt{1+x}} \\, dx\n$$\n";
  return `---\ntitle: Dài\ndate: 2020-01-01\ntags: [chung, dài]\nmath: true\n---\n\nLần thứ ${n}.\n\n${sampleBody(7, 50_000)}\n${formula}`;
}
