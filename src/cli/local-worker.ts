// The built Worker in workerd on this machine, with its D1 and R2 in a folder or in memory and the
// migrations applied. Owns the one place that talks to Miniflare; who may reach it from outside,
// and what is published into it, is decided by the callers.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Miniflare } from "miniflare";
import { parse } from "smol-toml";
import type { Query } from "./author-token.ts";
import type { Bundle } from "./build.ts";
import { enginePath } from "./engine-folder.ts";
import { CommandFailure } from "./failure.ts";
import { migrate } from "./migration.ts";

export interface LocalWorkerOptions {
  /** The folder that keeps D1 and R2; absent: they are gone when it stops. */
  storage?: string;
  /** Plain variables of the Worker: `{ BASE_URL: "http://localhost:8787" }`. */
  vars?: Record<string, string>;
  /** The folder of static assets. Absent: none, and no router before the Worker. */
  assets?: string;
}

export interface LocalWorker {
  /** Where workerd listens, on this machine alone. */
  url: URL;
  query: Query;
  /** As from outside: `url`'s host is what the Worker sees. */
  fetch: Miniflare["dispatchFetch"];
  /** Runs the cron trigger as if it were that time. */
  runCron(at: Date): Promise<void>;
  stop(): Promise<void>;
}

export async function startLocalWorker(
  bundle: Bundle,
  options: LocalWorkerOptions = {},
): Promise<LocalWorker> {
  const modules = await readModules(bundle.folder);
  // Loading it takes longer than all else together, and a mistyped option needs none of it.
  const { Log, LogLevel, Miniflare } = await import("miniflare");
  const miniflare = new Miniflare({
    host: "127.0.0.1",
    port: 0,
    // Otherwise Miniflare fetches a sample of Cloudflare's request properties over the network.
    cf: false,
    enableDevRegistry: false,
    log: new Log(LogLevel.ERROR),
    logRequests: false,
    telemetry: { enabled: false },
    ...(options.storage === undefined ? {} : { resourcePersistencePath: options.storage }),
    workers: [
      {
        config: {
          ...(await readRuntime()),
          name: "deckle",
          manifest: {
            mainModule: bundle.mainModule,
            modulesRoot: bundle.folder,
            modules,
          },
          env: {
            DB: { type: "d1", id: "deckle" },
            MEDIA: { type: "r2", name: "deckle-media" },
            IMAGES: { type: "images" },
            ...textBindings(options.vars ?? {}),
          },
          ...(options.assets === undefined ? {} : { assets: await readAssets(options.assets) }),
        },
      },
    ],
  });
  try {
    const url = await miniflare.ready;
    const database = await miniflare.getD1Database("DB");
    await migrate(database, enginePath("migrations"));
    return {
      url,
      query: async (sql) => (await database.prepare(sql).all()).results,
      fetch: miniflare.dispatchFetch,
      runCron: async (at) => {
        const worker = await miniflare.getWorker();
        const result = await worker.scheduled({ cron: "* * * * *", scheduledTime: at });
        if (result.outcome !== "ok") throw new Error(`The cron trigger failed: ${result.outcome}`);
      },
      stop: () => miniflare.dispose(),
    };
  } catch (error) {
    await miniflare.dispose();
    throw error;
  }
}

async function readModules(folder: string) {
  const names = await readdir(folder);
  const read = async (name: string) =>
    [name, { type: "esm" as const, contents: await readFile(join(folder, name), "utf8") }] as const;
  return Object.fromEntries(await Promise.all(names.map(read)));
}

/** What wrangler.toml says of the runtime: the same here as when it is deployed. */
export async function readRuntime(): Promise<{ compatibilityDate: string; compatibilityFlags: string[] }> {
  const config = parse(await readFile(enginePath("wrangler.toml"), "utf8"));
  const { compatibility_date: date, compatibility_flags: flags } = config;
  if (typeof date !== "string" || !Array.isArray(flags)) {
    throw new CommandFailure("wrangler.toml needs compatibility_date and compatibility_flags.");
  }
  return { compatibilityDate: date, compatibilityFlags: flags.map(String) };
}

/** The same of its static assets. */
async function readAssets(directory: string) {
  const { assets } = parse(await readFile(enginePath("wrangler.toml"), "utf8"));
  const first = typeof assets === "object" && "run_worker_first" in assets ? assets.run_worker_first : [];
  if (!Array.isArray(first)) throw new CommandFailure("wrangler.toml needs assets.run_worker_first, a list.");
  const handling = { htmlHandling: "none", notFoundHandling: "none" } as const;
  return { directory, hasUserWorker: true, ...handling, runWorkerFirst: first.map(String) };
}

function textBindings(vars: Record<string, string>) {
  return Object.fromEntries(
    Object.entries(vars).map(([name, value]) => [name, { type: "text" as const, value }]),
  );
}
