// Hugo 0.147.6, whole, as WebAssembly: it lies in an npm package, which is installed on demand in
// the system's temporary folder and never becomes a dependency. Its file system is in memory and
// cannot be listed, it reads only config.toml, and a process can use it once.
// The site must print `oracle.json`, see oracle.ts; what is published of the names in its file `wanted`,
// one a line, goes to `public` below the folder of the answer.

import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import vm from "node:vm";
import zlib from "node:zlib";
import { installOnDemand } from "../on-demand.ts";

const PACKAGE = { "@bookshop/hugo-engine": "3.20.0" };
const ZONES = "/usr/share/zoneinfo/";

interface GoProgram {
  exited: boolean;
  importObject: WebAssembly.Imports;
  run(instance: WebAssembly.Instance): void;
}

/** What the program puts into the global scope. */
interface EngineGlobals {
  Go: new () => GoProgram;
  fs: { [name: string]: unknown };
  window: unknown;
  path: unknown;
  hugo_wasm_logging: string[];
  initHugoConfig(): void;
  buildHugo(): string | null;
  writeHugoFiles(json: string): string | null;
  readHugoFiles(json: string): { [name: string]: string };
}

const globals = globalThis as unknown as EngineGlobals;

/** In a process of its own. */
export const runEngine = (site: string, out: string): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, ["--max-old-space-size=6000", import.meta.filename, site, out], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });

/** `HUGO_ENGINE` names a folder that has it already. */
function findEngine(): string {
  const folder = "@bookshop/hugo-engine/full-hugo-renderer";
  const home = process.env.HUGO_ENGINE;
  return home
    ? path.join(home, "node_modules", folder)
    : installOnDemand("hugo-engine", PACKAGE).path(folder);
}

async function start(): Promise<GoProgram> {
  const engine = findEngine();
  globals.window = globalThis;
  globals.path = path;
  vm.runInThisContext(readFileSync(path.join(engine, "wasm_exec.js"), "utf8"));
  letZonesBeRead();
  const program = new globals.Go();
  const bytes = zlib.gunzipSync(readFileSync(path.join(engine, "hugo_renderer.wasm.gz")));
  const { instance } = await WebAssembly.instantiate(bytes, program.importObject);
  program.run(instance);
  for (let i = 0; !globals.buildHugo; i++) {
    if (i > 3000) throw new Error("Hugo did not start");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return program;
}

/** Go looks up time zones in the system's files; nothing else of this machine is shown to it. */
function letZonesBeRead(): void {
  const only = (name: string): string => {
    if (path.resolve(name).startsWith(ZONES)) return name;
    throw Object.assign(new Error("not found"), { code: "ENOENT" });
  };
  const callback =
    <A extends unknown[]>(call: (...given: A) => unknown) =>
    (...given: [...A, (error: unknown, result?: unknown) => void]): void => {
      const done = given.pop() as (error: unknown, result?: unknown) => void;
      let result: unknown;
      try {
        result = call(...(given as unknown as A));
      } catch (error) {
        done(error);
        return;
      }
      done(null, result);
    };
  Object.assign(globals.fs, {
    open: callback((name: string) => openSync(only(name), "r")),
    stat: callback((name: string) => statSync(only(name))),
    lstat: callback((name: string) => lstatSync(only(name))),
    fstat: callback((file: number) => fstatSync(file)),
    close: callback((file: number) => closeSync(file)),
    read: callback((file: number, buffer: Buffer, offset: number, length: number, position: number | null) =>
      readSync(file, buffer, offset, length, position),
    ),
  });
}

// Files reach the engine as JSON strings: pictures are a GIF of one pixel whose bytes are valid UTF-8.
const PIXEL = `GIF89a\x01\0\x01\0\u0080\0${"abc".repeat(8)},\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0;`;
const PICTURE = /\.(png|jpe?g|gif|webp|bmp|tiff?)$/i;
const TEXT = /\.(md|markdown|mdown|html?|org|txt|toml|ya?ml|json|xml|csv|css|js|svg)$/i;

/** What lies in a blog's folder and is not of the blog. */
export const NOT_OF_SITE: ReadonlySet<string> = new Set([".git", "node_modules", "public"]);

/** Files below the folder; `without` are names in the folder itself. */
export function* walk(dir: string, without: ReadonlySet<string> = new Set(), below = ""): Generator<string> {
  for (const entry of readdirSync(path.join(dir, below), { withFileTypes: true })) {
    const name = path.posix.join(below, entry.name);
    if (without.has(name)) continue;
    if (entry.isDirectory()) yield* walk(dir, without, name);
    else if (entry.isFile()) yield name;
  }
}

function write(files: { [name: string]: string }): void {
  const error = globals.writeHugoFiles(JSON.stringify(files));
  if (error) throw new Error(error);
}

/**
 * The engine is made for rebuilds, and with files just written it builds only what they touch. So: a
 * build of nothing clears its list, one more the real configuration, and the third builds the site.
 */
function build(program: GoProgram, config: string): string | null {
  const step = (text: string | null): string | null => {
    if (text !== null && !program.exited) write({ "config.toml": text });
    if (!program.exited) globals.initHugoConfig();
    if (!program.exited) return globals.buildHugo();
    const said = globals.hugo_wasm_logging.filter((line) => /panic|ERROR|failed/.test(line));
    return `Hugo died: ${said.join("\n")}`;
  };
  globals.hugo_wasm_logging = [];
  step(
    'contentDir = "nothing"\ndisableKinds = ["home","page","section","taxonomy","term","RSS","sitemap","robotsTXT","404"]\n',
  );
  step(config);
  if (!program.exited) globals.hugo_wasm_logging = [];
  return step(null);
}

async function main(site: string, out: string): Promise<void> {
  const program = await start();
  const files: { [name: string]: string } = {};
  for (const name of walk(site)) {
    if (name === "config.toml") continue;
    files[name] = TEXT.test(name)
      ? readFileSync(path.join(site, name), "utf8")
      : PICTURE.test(name)
        ? PIXEL
        : "x";
  }
  write(files);
  const error = build(program, readFileSync(path.join(site, "config.toml"), "utf8"));
  const log = globals.hugo_wasm_logging.filter((line) => line.includes("ERROR")).join("\n");
  if (error) {
    process.stderr.write(`${error}\n${log}\n`);
    process.exit(1);
  }
  const languages = ["", ...readFileSync(path.join(site, "languages"), "utf8").split("\n").filter(Boolean)];
  const read = (name: string): string | undefined => globals.readHugoFiles(JSON.stringify([name]))[name];
  const list = languages.map((lang) => read(path.posix.join("public", lang, "oracle.json"))).find(Boolean);
  if (!list) {
    process.stderr.write(`Hugo printed no list of pages\n${log}\n`);
    process.exit(1);
  }
  mkdirSync(out, { recursive: true });
  writeFileSync(path.join(out, "pages.json"), JSON.stringify(withPagers(JSON.parse(list), read)));
  for (const name of wantedOf(site)) {
    const text = read(path.posix.join("public", name));
    const file = path.join(out, "public", name);
    mkdirSync(path.dirname(file), { recursive: true });
    if (text) writeFileSync(file, text);
  }
  process.exit(0);
}

function wantedOf(site: string): string[] {
  const file = path.join(site, "wanted");
  return existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
}

interface PrintedPage {
  kind: string;
  relPermalink: string;
  outputs: string[];
}

/** Each list prints the addresses of its pagers, and nothing else, unless a page took its address. A format is there if its file is. */
function withPagers(
  printed: { baseRel: string; pages: PrintedPage[] },
  read: (name: string) => string | undefined,
) {
  const { baseRel, ...rest } = printed;
  const textAt = (address: string): string | undefined => {
    const below = decodeURIComponent(address.slice(baseRel.length));
    return read(
      path.posix.join("public", /\.\w+$/.test(below) ? below : path.posix.join(below, "index.html")),
    );
  };
  const pagersOf = ({ kind, relPermalink }: PrintedPage): string[] => {
    const text = kind === "page" || relPermalink === "" ? undefined : textAt(relPermalink);
    return text?.startsWith("[") ? JSON.parse(text) : [];
  };
  const outputsOf = ({ outputs, relPermalink }: PrintedPage): string[] =>
    outputs.filter((address) => address === relPermalink || textAt(address) !== undefined);
  return {
    ...rest,
    pages: printed.pages.map((page) => ({ ...page, pagers: pagersOf(page), outputs: outputsOf(page) })),
  };
}

const [, script, site, out] = process.argv;
if (script && import.meta.filename === path.resolve(script) && site && out) await main(site, out);
