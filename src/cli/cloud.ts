// A deployed blog as its owner reaches it: five questions and orders, carried out by wrangler with the
// owner's Cloudflare login. A contract, so that deploy.ts can be tried without an account.

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "smol-toml";
import type { Query, Row } from "./author-token.ts";
import { buildWorker } from "./build.ts";
import { enginePath } from "./engine-folder.ts";
import { CommandFailure } from "./failure.ts";
import { prepareAssets } from "./static-asset.ts";
import { runWrangler } from "./wrangler.ts";

export interface Cloud {
  isLoggedIn(): Promise<boolean>;
  /** False before the first deploy, which makes the database. */
  hasDatabase(): Promise<boolean>;
  migrate(): Promise<void>;
  /** Puts the Worker there, with `BASE_URL` set; makes D1 and R2 the first time. Its addresses. */
  deploy(baseURL: string): Promise<string[]>;
  query: Query;
}

/** The database by its binding in wrangler.toml, which says its name. */
const DATABASE = "DB";

export function connectCloud(): Cloud {
  return {
    async isLoggedIn() {
      return (await runWrangler(["whoami", "--json"])).code === 0;
    },
    async hasDatabase() {
      const run = await runWrangler(["d1", "list", "--json"]);
      if (run.code !== 0) throw failed("list the databases of your account", run.stderr);
      const name = databaseNameIn(await readFile(enginePath("wrangler.toml"), "utf8"));
      return parseRows(run.stdout).some((row) => row.name === name);
    },
    async migrate() {
      const run = await runWrangler(["d1", "migrations", "apply", DATABASE, "--remote"]);
      if (run.code !== 0) throw failed("apply migrations/", run.stderr || run.stdout);
    },
    async deploy(baseURL) {
      const folder = await mkdtemp(join(tmpdir(), "deckle-deploy-"));
      try {
        const record = join(folder, "output.ndjson");
        const args = [...(await deployArguments()), "--var", `BASE_URL:${baseURL}`];
        const run = await runWrangler(args, { output: "show", env: { WRANGLER_OUTPUT_FILE_PATH: record } });
        if (run.code !== 0) throw failed("deploy the Worker", "see above");
        return targetsIn(await readFile(record, "utf8"));
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    async query(sql) {
      const run = await runWrangler(["d1", "execute", DATABASE, "--remote", "--json", "--command", sql]);
      if (run.code !== 0) throw failed("ask the blog's database", run.stderr || run.stdout);
      return parseRows(run.stdout).flatMap((answer) => (answer.results ?? []) as Row[]);
    },
  };
}

/** wrangler sends what was built, its own bundler would make one module of all; and the assets as they lie there. */
export async function deployArguments(): Promise<string[]> {
  await prepareAssets();
  const { folder, mainModule } = await buildWorker();
  return ["deploy", join(folder, mainModule), "--no-bundle"];
}

export function databaseNameIn(toml: string): string {
  const { d1_databases: databases } = parse(toml) as { d1_databases?: Row[] };
  const name = databases?.find(({ binding }) => binding === DATABASE)?.database_name;
  if (typeof name !== "string")
    throw new CommandFailure(
      `wrangler.toml needs a database with binding = "${DATABASE}" and a database_name.`,
    );
  return name;
}

const failed = (deed: string, reason: string): CommandFailure =>
  new CommandFailure(`wrangler could not ${deed}: ${reason.trim()}`);

function parseRows(json: string): Row[] {
  const value: unknown = JSON.parse(json.slice(Math.max(0, json.indexOf("["))));
  return Array.isArray(value) ? value : [];
}

/** `https://deckle.me.workers.dev`, and routes as `blog.example/*`. Cron triggers are listed there too. */
function targetsIn(record: string): string[] {
  const lines = record.split("\n").filter((line) => line.startsWith("{"));
  const entries = lines.map((line) => JSON.parse(line) as { type?: string; targets?: string[] });
  const targets = entries.filter((entry) => entry.type === "deploy").flatMap((entry) => entry.targets ?? []);
  return targets.filter((target) => !target.startsWith("schedule:"));
}
