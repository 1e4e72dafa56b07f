// Makes the Worker's bundle with wrangler's own bundler, so that what runs here is what is deployed.
// Builds only when something that goes into the bundle has changed since.

import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { enginePath } from "./engine-folder.ts";
import { CommandFailure } from "./failure.ts";
import { prepareAssets } from "./static-asset.ts";
import { runWrangler } from "./wrangler.ts";

export interface BuildOptions {
  /** Relative to the engine's folder. */
  entry: string;
  outdir: string;
}

export interface Bundle {
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
  // Elsewhere and then renamed: a folder that is there is whole.
  const fresh = `${folder}.${process.pid}`;
  await mkdir(dirname(folder), { recursive: true });
  await prepareAssets();
  const run = await runWrangler([
    ...["deploy", entry, "--dry-run", "--minify", "--config", "wrangler.toml"],
    ...["--outdir", fresh, ...(await buildDefines(digest))],
  ]);
  if (run.code !== 0) {
    await rm(fresh, { recursive: true, force: true });
    const reason = stripVTControlCharacters(run.stderr.trim() || run.stdout.trim());
    throw new CommandFailure(`The Worker does not build:\n${reason}`);
  }
  await rename(fresh, folder).catch(async (error: unknown) => {
    // Somebody was quicker and made the same.
    await rm(fresh, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
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
 * wrangler's `--define` for what src/worker.ts calls BUILD_ID, which is part of every validator, and
 * RENDERER_ID, by which it knows what an older version rendered.
 */
export async function buildDefines(digest: string): Promise<string[]> {
  const names = { BUILD_ID: digest.slice(0, 12), RENDERER_ID: await rendererId() };
  return Object.entries(names).flatMap(([name, value]) => ["--define", `${name}:"${value}"`]);
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

export async function digestOfSources(entry: string): Promise<string> {
  const sources = (await filesBelow("src")).filter((path) => !path.startsWith(enginePath("src/cli")));
  const others = [entry, "wrangler.toml", "package-lock.json", "tsconfig.json"].map((name) =>
    enginePath(name),
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
