// Runs the installed wrangler as a child process and hands back what it said. Owns its surroundings
// (no metrics, no update check, logs inside this repository); what to run is the callers' business.

import { spawn } from "node:child_process";
import { enginePath } from "./engine-folder.ts";

export interface WranglerRun {
  code: number;
  stdout: string;
  stderr: string;
}

export interface WranglerOptions {
  /** `show`: wrangler talks to the terminal itself, and may ask. `keep`: only the answer is wanted. */
  output?: "keep" | "show";
  env?: Record<string, string>;
}

export function runWrangler(args: string[], options: WranglerOptions = {}): Promise<WranglerRun> {
  const show = options.output === "show";
  const child = spawn(process.execPath, [enginePath("node_modules/wrangler/bin/wrangler.js"), ...args], {
    cwd: enginePath(),
    stdio: show ? "inherit" : ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      WRANGLER_SEND_METRICS: "false",
      WRANGLER_SEND_ERROR_REPORTS: "false",
      WRANGLER_HIDE_BANNER: "true",
      WRANGLER_LOG_PATH: enginePath(".wrangler/logs"),
      ...options.env,
    },
  });
  const stop = () => child.kill();
  process.once("exit", stop);
  const run: WranglerRun = { code: 1, stdout: "", stderr: "" };
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    run.stdout += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    run.stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      process.off("exit", stop);
      resolve({ ...run, code: code ?? 1 });
    });
  });
}
