// The command as an author runs it, in a process of its own and a folder of the test's. Waits for what
// the command says, never for time.

import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after } from "node:test";
import { enginePath } from "../../src/cli/engine-folder.ts";

export interface Run {
  code: number;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  /** Of those that serve: `start` unless said. */
  verb?: "start" | "preview";
  cwd?: string;
  env?: Record<string, string>;
}

/** A folder that is removed when the test file ends, with these files in it. */
export async function makeFolder(files: Record<string, string | Uint8Array> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "deckle-test-"));
  after(() => rm(folder, { recursive: true, force: true }));
  await writeFiles(folder, files);
  return folder;
}

export async function writeFiles(folder: string, files: Record<string, string | Uint8Array>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

/** Runs it to its end. */
export async function deckle(args: string[], options: RunOptions = {}): Promise<Run> {
  const { child, said } = spawnDeckle(args, options);
  const code = await exitOf(child);
  return { code, ...said };
}

export interface Started {
  /** `http://localhost:49152`, with the path of a blog that lies below one. */
  address: string;
  token: string;
  pid: number;
  /** All that it said until now, both streams. */
  output(): string;
  /** Resolves when the output has this; rejects when it ends without. */
  saysOnce(text: string): Promise<void>;
  /** Its exit code after this signal. */
  stop(signal?: NodeJS.Signals): Promise<number>;
}

/** `deckle start` on a free port, until it serves. Stopped with the test file at the latest. */
export async function startDeckle(args: string[], options: RunOptions = {}): Promise<Started> {
  const { child, said, saysOnce } = spawnDeckle([options.verb ?? "start", "--port", "0", ...args], options);
  const ended = exitOf(child);
  // Not SIGKILL, which would leave workerd behind.
  after(() => {
    child.kill("SIGTERM");
    return ended;
  });
  await saysOnce("Ctrl-C stops");
  const output = () => said.stdout + said.stderr;
  return {
    address: /served at (\S+)\//.exec(said.stdout)?.[1] ?? "",
    token: /token: (\S+)/.exec(said.stdout)?.[1] ?? "",
    pid: child.pid ?? 0,
    output,
    saysOnce,
    stop: async (signal = "SIGINT") => {
      child.kill(signal);
      return ended;
    },
  };
}

function spawnDeckle(args: string[], { cwd = tmpdir(), env = {} }: RunOptions) {
  const { DECKLE_TOKEN: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [enginePath("src/cli/deckle.ts"), ...args], {
    cwd,
    // As if npm ran it: then a server ends when the test that started it is killed.
    env: { ...inherited, NO_COLOR: "1", npm_lifecycle_event: "test", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { stdout: "", stderr: "" };
  const waiting = new Set<() => void>();
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      said[name] += text;
      for (const look of waiting) look();
    });
  }
  const saysOnce = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (!(said.stdout + said.stderr).includes(text)) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      child.on("close", () =>
        reject(new Error(`It ended without saying '${text}':\n${said.stdout}${said.stderr}`)),
      );
      look();
    });
  return { child, said, saysOnce };
}

function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? -1));
  });
}
