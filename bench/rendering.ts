// How many posts publishing renders in a second of CPU: front matter, Markdown, highlighting, summary,
// enrichment and rows, the database left out; posts of the length and kind of an ordinary blog's.

import { readConfig } from "../src/hugo/config/read-config.ts";
import type { SourceFile } from "../src/publish/place.ts";
import { noAnswers } from "../src/publish/question.ts";
import { type RenderEnvironment, renderFiles } from "../src/publish/render-files.ts";
import { FEW } from "../src/publish/step.ts";
import type { FilePath } from "../src/site/change-set.ts";
import type { ChangeStore } from "../src/site/change-store.ts";
import type { Figure } from "./figure.ts";
import { quantile } from "./process-cpu.ts";
import { SAMPLE_CONFIG, samplePost } from "./sample-post.ts";
import { NOW } from "./site.ts";

const WARM_UP = 15;
const TURNS = 30;

export async function measureRendering(): Promise<Figure> {
  const seconds: number[] = [];
  for (let turn = 0; turn < WARM_UP + TURNS; turn++) {
    const files = Array.from({ length: FEW }, (_, i): SourceFile => {
      const { path, text } = samplePost(turn * FEW + i);
      return { path: path as FilePath, text };
    });
    const before = process.cpuUsage();
    const rendered = await renderFiles(files, environmentOf(files));
    const { user, system } = process.cpuUsage(before);
    if (rendered.length !== FEW) throw new Error(`${rendered.length} of ${FEW} posts were rendered`);
    if (turn >= WARM_UP) seconds.push((user + system) / 1e6);
  }
  const value = FEW / quantile(seconds, 0.1);
  return {
    name: "render-posts-per-second",
    value: Math.round(value),
    raw: `posts of 6 KB, ${((1000 * quantile(seconds, 0.1)) / FEW).toFixed(2)} ms of CPU each (median ${((1000 * quantile(seconds, 0.5)) / FEW).toFixed(2)})`,
  };
}

/** All that a post may ask is known: nothing but itself is in its folder. */
function environmentOf(files: SourceFile[]): RenderEnvironment {
  const store = new Proxy({} as ChangeStore, {
    get(_, name) {
      throw new Error(`rendering asked the store for ${String(name)}`);
    },
  });
  return {
    store,
    target: {
      put: new Map(),
      delete: new Set(),
      blobs: new Map(),
      known: {
        paths: new Set(),
        prefixes: new Set(files.map(({ path }) => path.replace(/\.md$/, "/"))),
        facts: new Map(),
        texts: new Map(),
        content: null,
      },
    },
    structure: { sections: [], cascades: {}, leafFolders: new Set(), pageOf: () => null },
    config: readConfig([{ path: "hugo.yaml", text: SAMPLE_CONFIG }]).config,
    basePath: "/",
    mainSections: { vi: ["posts"] },
    hooks: [],
    changeId: 1,
    now: NOW,
    answers: noAnswers(),
  };
}
