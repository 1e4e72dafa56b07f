// What a reader's isolate evaluates of the Worker: its entry and all that this imports statically, found by
// esbuild's code splitting. What is deployed stays wrangler's one file; the figure says what of it runs.

import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Metafile } from "esbuild";
import { enginePath } from "../src/cli/engine-folder.ts";

export interface ReadingPath {
  /** One module of all its parts, minified. */
  code: string;
  gzip: number;
  /** Bytes of each source file in it, largest first. */
  parts: { path: string; bytes: number }[];
}

export async function readingPath(entry = "src/worker.ts"): Promise<ReadingPath> {
  const { metafile, outputFiles } = await build({
    absWorkingDir: enginePath(),
    entryPoints: [entry],
    bundle: true,
    splitting: true,
    format: "esm",
    target: "es2024",
    conditions: ["workerd", "worker", "browser"],
    minify: true,
    metafile: true,
    write: false,
    outdir: "dist/reading-path",
    logLevel: "error",
  });
  const paths = staticallyImported(metafile, entry);
  const texts = new Map(outputFiles.map(({ path, text }) => [path, text]));
  const code = paths.map((path) => texts.get(resolve(enginePath(), path)) ?? "").join("\n");
  const parts = paths.flatMap((path) =>
    Object.entries(metafile.outputs[path]?.inputs ?? {}).map(([source, { bytesInOutput }]) => ({
      path: source,
      bytes: bytesInOutput,
    })),
  );
  return { code, gzip: gzipSync(code).length, parts: parts.toSorted((a, b) => b.bytes - a.bytes) };
}

function staticallyImported({ outputs }: Metafile, entry: string): string[] {
  const [start] = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === entry) ?? [];
  if (start === undefined) throw new Error(`${entry} is in no output`);
  const found = new Set([start]);
  for (const path of found) {
    for (const { path: imported, kind } of outputs[path]?.imports ?? [])
      if (kind === "import-statement") found.add(imported);
  }
  return [...found];
}
