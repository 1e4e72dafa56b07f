// `npm run check`: everything that must hold beside the tests. Each step says in one line what it
// holds; all of them run, so that one run shows all that is wrong.

import { spawn } from "node:child_process";
import { existsSync, globSync } from "node:fs";
import { enginePath } from "../src/cli/engine-folder.ts";

interface Step {
  holds: string;
  /** `null` when it holds, else what is wrong. */
  run(): Promise<string | null>;
}

const steps: Step[] = [
  { holds: "types of the Worker", run: () => checkTypes(".") },
  { holds: "types of the page's script", run: () => checkTypes("src/view/script") },
  { holds: "types of the command line", run: () => checkTypes("src/cli") },
  { holds: "types of the tests", run: () => checkTypes("test") },
  { holds: "types of the browser suites", run: () => checkTypes("test/browser") },
  { holds: "types of the benchmarks", run: () => checkTypes("bench") },
  {
    holds: "format and lint",
    run: () => bin("@biomejs/biome/bin/biome", ["ci", "--colors=off", "--error-on-warnings"]),
  },
  { holds: "src/env.d.ts is what wrangler.toml says", run: checkEnvironmentTypes },
  { holds: "migrations/ are what src/store/schema.ts says", run: checkMigrations },
  { holds: "the budgets of bytes, rows and runs", run: () => run(["bench/bench.ts", "--budgets"]) },
  {
    // Here and not among the tests, because Hugo comes from the npm registry the first time.
    holds: "Hugo finds the same pages in what is pulled",
    run: () => run(["--test", "bench/fidelity/export.test.ts"]),
  },
  { holds: "what a reader sees in a browser", run: runBrowserSuites },
];

let failed = 0;
for (const step of steps) {
  const wrong = await step.run().catch((error: unknown) => String(error));
  console.log(`${wrong === null ? "✔" : "✖"} ${step.holds}`);
  if (wrong !== null) {
    failed += 1;
    console.log(shorten(wrong.trimEnd()).replace(/^/gm, "    "));
  }
}
process.exitCode = failed === 0 ? 0 : 1;

function shorten(text: string): string {
  const lines = text.split("\n");
  const most = 80;
  return lines.length <= most
    ? text
    : [...lines.slice(0, most), `… ${lines.length - most} more lines`].join("\n");
}

function checkTypes(project: string): Promise<string | null> {
  return bin("typescript/bin/tsc", ["--noEmit", "-p", project]);
}

function checkEnvironmentTypes(): Promise<string | null> {
  const options = ["--include-runtime=false", "--strict-vars=false"];
  return bin("wrangler/bin/wrangler.js", ["types", "src/env.d.ts", ...options, "--check"], {
    WRANGLER_SEND_METRICS: "false",
    WRANGLER_HIDE_BANNER: "true",
    WRANGLER_LOG_PATH: enginePath(".wrangler/logs"),
  });
}

/** drizzle-kit compares the schema with its last snapshot; what it would write is what is missing. */
async function checkMigrations(): Promise<string | null> {
  const config = "drizzle.config.ts";
  if (!existsSync(enginePath(config))) return `${config} is missing`;
  const before = migrationFiles();
  const wrong = await bin("drizzle-kit/bin.cjs", ["generate", "--config", config, "--name", "unwritten"]);
  const added = migrationFiles().filter((path) => !before.includes(path));
  if (added.length === 0) return wrong;
  return `drizzle-kit wrote ${added.join(", ")}: read it, name it and commit it`;
}

function migrationFiles(): string[] {
  return globSync("migrations/*.sql", { cwd: enginePath() });
}

async function runBrowserSuites(): Promise<string | null> {
  const suites = globSync("test/browser/**/*.test.ts", { cwd: enginePath() });
  if (suites.length === 0) return null;
  return run(["--test", "--test-global-setup=test/build.ts", ...suites]);
}

function bin(path: string, args: string[], env: Record<string, string> = {}): Promise<string | null> {
  return run([enginePath("node_modules", path), ...args], env);
}

function run(args: string[], env: Record<string, string> = {}): Promise<string | null> {
  const child = spawn(process.execPath, args, { cwd: enginePath(), env: { ...process.env, ...env } });
  let said = "";
  child.stdout.on("data", (chunk) => {
    said += chunk;
  });
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  return new Promise((resolve) => {
    child.on("close", (code) => resolve(code === 0 ? null : said));
  });
}
