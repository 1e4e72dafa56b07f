// Makes the Worker's modules: what runs here is what is deployed. What is imported when it is needed is a module
// of its own, which an isolate reads over when it needs it and not before (docs/decisions/0011).
// Builds only when something that goes into them has changed since.

import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, rm, stat } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { build } from "esbuild";
import { enginePath } from "./engine-folder.ts";
import { CommandFailure } from "./failure.ts";
import { makeWholeFolder } from "./whole-folder.ts";

export interface BuildOptions {
  /** Relative to the engine's folder. */
  entry: string;
  outdir: string;
}

export interface Bundle {
  /** Has the modules and nothing else. */
  folder: string;
  mainModule: string;
  /** Names this build: equal sources make equal digests. */
  digest: string;
}

export const WORKER: BuildOptions = { entry: "src/worker.ts", outdir: "dist/worker" };

export async function buildWorker({ entry, outdir }: BuildOptions = WORKER): Promise<Bundle> {
  const digest = await digestOfSources(entry);
  // A folder a build: whoever runs one of them keeps it, whatever is built meanwhile.
  const folder = enginePath(outdir, digest.slice(0, 16));
  if (!existsSync(folder)) await bundle(entry, folder, digest);
  return { folder, mainModule: entry.replace(/^.*\//, "").replace(/\.ts$/, ".js"), digest };
}

async function bundle(entry: string, folder: string, digest: string): Promise<void> {
  await makeWholeFolder(folder, async (outdir) => {
    const built = build({
      absWorkingDir: enginePath(),
      entryPoints: [entry],
      outdir,
      bundle: true,
      splitting: true,
      minify: true,
      format: "esm",
      target: "es2024",
      conditions: ["workerd", "worker", "browser"],
      define: await definesOf(digest),
      logLevel: "silent",
    });
    await built.catch((error: Error) => {
      throw new CommandFailure(`The Worker does not build:\n${error.message}`);
    });
  });
  await removeOld(dirname(folder));
}

const OLD_MS = 24 * 60 * 60 * 1000;

async function removeOld(outdir: string): Promise<void> {
  for (const name of await readdir(outdir)) {
    const { mtimeMs } = await stat(join(outdir, name)).catch(() => ({ mtimeMs: Date.now() }));
    if (mtimeMs < Date.now() - OLD_MS) await rm(join(outdir, name), { recursive: true, force: true });
  }
}

/**
 * What src/worker.ts calls BUILD_ID, which is part of every validator, and RENDERER_ID, by which it knows
 * what an older version rendered.
 */
async function definesOf(digest: string): Promise<{ [name: string]: string }> {
  return {
    BUILD_ID: JSON.stringify(digest.slice(0, 12)),
    RENDERER_ID: JSON.stringify(await rendererId()),
    "process.env.NODE_ENV": '"production"',
  };
}

export async function rendererId(): Promise<string> {
  const digest = await digestOfFiles([
    ...(await filesBelow("src/hugo")),
    ...(await filesBelow("src/publish")),
    // What the search index holds is made with the rendering.
    ...["fold", "search-word", "search"].map((name) => enginePath(`src/site/${name}.ts`)),
    enginePath("package-lock.json"),
  ]);
  return digest.slice(0, 12);
}

async function digestOfSources(entry: string): Promise<string> {
  const sources = (await filesBelow("src")).filter((path) => !path.startsWith(enginePath("src/cli")));
  const others = [entry, "src/cli/build.ts", "wrangler.toml", "package-lock.json", "tsconfig.json"].map(
    (name) => enginePath(name),
  );
  return digestOfFiles([...sources, ...others]);
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(enginePath(folder), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function digestOfFiles(paths: string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const path of [...new Set(paths)].sort()) {
    hash
      .update(`${relative(enginePath(), path)}\0`)
      .update(await readFile(path))
      .update("\0");
  }
  return hash.digest("hex");
}
