// Workers side by side in one workerd of their own, with D1 in another process, as in production, where
// it is another machine: the CPU of this workerd is what the Workers themselves spend. Reads of D1 are
// computed once and replayed; writes are carried out, and end the replay.

import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { enginePath } from "../src/cli/engine-folder.ts";
import { readRuntime } from "../src/cli/local-worker.ts";

/** The main module of a Worker, with its other modules beside it; or the code of one that has no others. */
export type Script = { file: string } | { code: string } | Modules;

export interface Modules {
  main: string;
  /** Code by name. */
  all: { [name: string]: string };
}

export function modulesOf(script: Script): Modules {
  if ("all" in script) return script;
  if ("code" in script) return { main: "worker.js", all: { "worker.js": script.code } };
  const folder = dirname(script.file);
  const all = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]);
  return { main: basename(script.file), all: Object.fromEntries(all) };
}

export interface Workers {
  pid: number;
  /** Where each listens on 127.0.0.1, by name. */
  ports: { [name: string]: number };
  stop(): void;
}

/** What is asked of a real local D1. */
export interface Database {
  prepare(sql: string): { bind(...values: unknown[]): unknown };
  batch(statements: never[]): Promise<{ results: Record<string, unknown>[]; meta: object }[]>;
}

export async function startWorkers(
  scripts: { [name: string]: Script },
  database: Database | null,
): Promise<Workers> {
  const backend = database === null ? null : await serveDatabase(database);
  const folder = mkdtempSync(join(tmpdir(), "deckle-bench-"));
  const workers = Object.entries(scripts).map(([name, script]) => ({ name, ...modulesOf(script) }));
  for (const { name, all } of workers) {
    mkdirSync(join(folder, name));
    for (const [module, code] of Object.entries(all)) writeFileSync(join(folder, name, module), code);
  }
  writeFileSync(
    join(folder, "config.capnp"),
    configuration(workers, backend?.port ?? null, await readRuntime()),
  );
  const binary = enginePath("node_modules/workerd/bin/workerd");
  const workerd = spawn(binary, ["serve", "--experimental", "--control-fd=3", join(folder, "config.capnp")], {
    stdio: ["ignore", "ignore", process.env.BENCH_VERBOSE === undefined ? "ignore" : "inherit", "pipe"],
  });
  const stop = () => {
    process.off("exit", stop);
    workerd.kill("SIGKILL");
    backend?.close();
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", stop);
  return { pid: workerd.pid ?? 0, ports: await listening(workerd, Object.keys(scripts)), stop };
}

function configuration(
  workers: ({ name: string } & Modules)[],
  backend: number | null,
  { compatibilityDate, compatibilityFlags }: Awaited<ReturnType<typeof readRuntime>>,
): string {
  // Cap'n Proto's names have no dashes.
  const word = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const bindings =
    backend === null
      ? ""
      : `(name = "DB", wrapped = (moduleName = "cloudflare-internal:d1-api", innerBindings = [(name = "fetcher", service = "d1")])),
    (name = "MEDIA", r2Bucket = "d1"),
    (name = "BASE_URL", text = "")`;
  // The main module stands first.
  const modules = ({ name, main, all }: (typeof workers)[number]) =>
    [main, ...Object.keys(all).filter((module) => module !== main)]
      .map((module) => `(name = "${module}", esModule = embed "${name}/${module}")`)
      .join(", ");
  const names = workers.map(({ name }) => name);
  const constants = workers.map(
    (worker) => `const ${word(worker.name)} :Workerd.Worker = (
  modules = [${modules(worker)}],
  compatibilityDate = "${compatibilityDate}", compatibilityFlags = ${JSON.stringify(compatibilityFlags)},
  bindings = [${bindings}]
);`,
  );
  const services = names.map((name) => `(name = "${name}", worker = .${word(name)})`);
  if (backend !== null)
    services.push(`(name = "d1", external = (address = "127.0.0.1:${backend}", http = ()))`);
  const sockets = names.map(
    (name) => `(name = "${name}", address = "127.0.0.1:0", http = (), service = "${name}")`,
  );
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [${services.join(", ")}], sockets = [${sockets.join(", ")}]);
${constants.join("\n")}
`;
}

/** workerd says on its control channel where it listens: `{"event":"listen","socket":…,"port":…}` a line. */
async function listening(workerd: ChildProcess, names: string[]): Promise<Workers["ports"]> {
  const ports: Workers["ports"] = {};
  let said = "";
  for await (const chunk of workerd.stdio[3] as Readable) {
    said += chunk;
    for (const [line] of said.matchAll(/\{[^\n]*\}(?=\n)/g)) {
      const { event, socket, port } = JSON.parse(line);
      if (event === "listen") ports[socket] = port;
    }
    if (names.every((name) => ports[name] !== undefined)) return ports;
  }
  throw new Error("workerd ended before it listened: BENCH_VERBOSE=1 shows what it said");
}

interface Statement {
  sql: string;
  params?: unknown[];
}

/** The other end of D1's wire. */
async function serveDatabase(database: Database): Promise<{ port: number; close(): void }> {
  const replay = new Map<string, Buffer>();
  const server = createServer({ keepAliveTimeout: 600_000 }, async (request, response) => {
    const body = (await readBody(request)).toString();
    let answer = replay.get(body);
    if (answer === undefined) {
      const statements: Statement[] = [JSON.parse(body)].flat();
      answer = Buffer.from(await answerStatements(database, statements));
      if (statements.every(({ sql }) => /^\s*(select|with)\b/i.test(sql))) replay.set(body, answer);
      else replay.clear();
    }
    response.writeHead(200, { "content-type": "application/json", "content-length": answer.length });
    response.end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { port: (server.address() as AddressInfo).port, close };
}

async function answerStatements(database: Database, statements: Statement[]): Promise<string> {
  const bound = statements.map(({ sql, params = [] }) => database.prepare(sql).bind(...params));
  try {
    const results = await database.batch(bound as never[]);
    return JSON.stringify(
      results.map(({ results: rows, meta }) => ({
        success: true,
        meta,
        results: { columns: Object.keys(rows[0] ?? {}), rows: rows.map((row) => Object.values(row)) },
      })),
    );
  } catch (error) {
    return JSON.stringify({ success: false, error: String(error) });
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
