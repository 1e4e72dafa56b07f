// What a change of a markup option costs, after which every page renders differently: all steps of it in
// the Worker as it runs locally, its D1 included.

import { cpuNanoseconds } from "./process-cpu.ts";
import { SAMPLE_CONFIG } from "./sample-post.ts";
import { openBenchSite } from "./site.ts";

const CHANGED = SAMPLE_CONFIG.replace(
  "markup: {",
  "markup: { goldmark: { extensions: { typographer: { disable: true } } },",
);

export interface Rebuild {
  cpuSeconds: number;
  /** Requests that it took. */
  steps: number;
}

export async function configRebuild(bundle: string, posts: number): Promise<Rebuild> {
  const site = await openBenchSite(posts, { deckle: { file: bundle } });
  try {
    const token = await site.makeToken();
    const { origin, pid } = await site.inside("deckle");
    const body = JSON.stringify({ put: [{ path: "hugo.yaml", content: CHANGED }] });
    const before = cpuNanoseconds(pid);
    for (let steps = 1; ; steps++) {
      const headers = { authorization: `Bearer ${token}` };
      const answer = await fetch(`${origin}/api/v1/changes`, { method: "POST", headers, body });
      const said = await answer.text();
      if (answer.status === 200) return { cpuSeconds: (cpuNanoseconds(pid) - before) / 1e9, steps };
      if (answer.status !== 202)
        throw new Error(`a change of the configuration answers ${answer.status}: ${said}`);
    }
  } finally {
    await site.stop();
  }
}
