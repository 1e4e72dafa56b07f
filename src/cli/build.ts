// Makes the Worker's bundle with wrangler's own bundler, so that what runs here is what is deployed.
// Builds only when something that goes into the bundle has changed since.

import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { enginePath } from "./engine-folder.ts";
import { CommandFailure } from "./failure.ts";
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

const DIGEST_FILE = "bundle.sha256";

export async function buildWorker(options: BuildOptions = WORKER): Promise<Bundle> {
  const folder = enginePath(options.outdir);
  const mainModule = options.entry.replace(/^.*\//, "").replace(/\.ts$/, ".js");
  const digest = await digestOfSources(options.entry);
  const built = await readFile(join(folder, DIGEST_FILE), "utf8").catch(() => "");
  if (built !== digest) await bundle(options.entry, folder, digest);
  return { folder, mainModule, digest };
}

async function bundle(entry: string, folder: string, digest: string): Promise<void> {
  // Beside the old one and then renamed: whoever else builds or starts meanwhile sees a whole bundle.
  const fresh = `${folder}.${process.pid}`;
  await mkdir(dirname(folder), { recursive: true });
  const run = await runWrangler([
    ...["deploy", entry, "--dry-run", "--minify", "--config", "wrangler.toml"],
    ...["--outdir", fresh, "--define", defineBuildId(digest)],
  ]);
  if (run.code !== 0) {
    await rm(fresh, { recursive: true, force: true });
    const reason = stripVTControlCharacters(run.stderr.trim() || run.stdout.trim());
    throw new CommandFailure(`The Worker does not build:\n${reason}`);
  }
  await writeFile(join(fresh, DIGEST_FILE), digest);
  await rm(folder, { recursive: true, force: true });
  await rename(fresh, folder).catch(async (error: unknown) => {
    // Somebody was quicker and made the same.
    await rm(fresh, { recursive: true, force: true });
    if ((await readFile(join(folder, DIGEST_FILE), "utf8").catch(() => "")) !== digest) throw error;
  });
}

/** wrangler's `--define` for what src/worker.ts calls BUILD_ID: it is part of every validator. */
export const defineBuildId = (digest: string): string => `BUILD_ID:"${digest.slice(0, 12)}"`;

export async function digestOfSources(entry: string): Promise<string> {
  const entries = await readdir(enginePath("src"), { recursive: true, withFileTypes: true });
  const sources = entries
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath, e.name))
    .filter((path) => !path.startsWith(enginePath("src/cli")));
  const others = [entry, "wrangler.toml", "package-lock.json", "tsconfig.json"].map((name) =>
    enginePath(name),
  );
  const hash = createHash("sha256");
  for (const path of [...new Set([...sources, ...others])].sort()) {
    hash
      .update(`${relative(enginePath(), path)}\0`)
      .update(await readFile(path))
      .update("\0");
  }
  return hash.digest("hex");
}
