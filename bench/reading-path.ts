// What a reader's isolate evaluates of the Worker: its entry and all that this imports statically, as one
// file of its own. What is deployed has the rest beside it, behind `import()`.

import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { enginePath } from "../src/cli/engine-folder.ts";

export interface ReadingPath {
  code: string;
  gzip: number;
  /** Bytes of each source file in it, largest first. */
  parts: { path: string; bytes: number }[];
}

export async function readingPath(): Promise<ReadingPath> {
  const { metafile, outputFiles } = await build({
    absWorkingDir: enginePath(),
    entryPoints: ["src/worker.ts"],
    bundle: true,
    format: "esm",
    target: "es2024",
    conditions: ["workerd", "worker", "browser"],
    minify: true,
    metafile: true,
    write: false,
    outdir: "dist/reading-path",
    logLevel: "error",
    plugins: [
      {
        name: "leave out what is imported when it is needed",
        setup: ({ onResolve }) =>
          onResolve({ filter: /^/ }, ({ kind, path }) =>
            kind === "dynamic-import" ? { path, external: true } : null,
          ),
      },
    ],
  });
  const code = outputFiles[0]?.text ?? "";
  const parts = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).map(([path, { bytesInOutput }]) => ({ path, bytes: bytesInOutput })),
  );
  return { code, gzip: gzipSync(code).length, parts: parts.toSorted((a, b) => b.bytes - a.bytes) };
}
