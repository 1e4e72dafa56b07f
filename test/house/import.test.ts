// The house's one rule: imports point one way. A folder may import from itself and from the folders
// named here; docs/ARCHITECTURE.md says why.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, test } from "node:test";

const ROOT = resolve(import.meta.dirname, "../..");

/** Folder (or file) of src/ to those it may import from. */
const ALLOWED: { [room: string]: string[] } = {
  site: [],
  hugo: ["site"],
  publish: ["hugo", "site"],
  store: ["site"],
  view: ["site"],
  http: ["site"],
  routes: ["http", "view", "site"],
  "routes/api": ["routes", "http", "hugo", "site"],
  app: ["routes", "http", "view", "site"],
  worker: ["app", "routes", "http", "store", "publish", "site"],
  preview: ["worker", "http", "site"],
  cli: ["publish", "hugo", "site", "http"],
};

/** Packages that only some rooms may know. */
const PACKAGES: { [name: string]: string[] } = {
  hono: ["routes/api"],
  "drizzle-orm": ["store"],
  marked: ["hugo"],
  katex: ["publish"],
  mermaid: ["view"],
  "highlight.js": ["hugo"],
  yaml: ["hugo"],
  uqr: ["hugo"],
  "image-size": ["site"],
  miniflare: ["cli"],
  parse5: ["cli"],
  "http-cache-semantics": ["preview"],
};

interface Import {
  file: string;
  room: string;
  target: string;
}

export function readImports(folder: string): Import[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /(?<!\.d)\.ts$/.test(name),
  );
  return files.flatMap((name) => {
    const file = join(folder, name);
    const text = readFileSync(file, "utf8");
    const found = text.matchAll(/(?:\bfrom|\bimport|import\()\s*\(?\s*"([^"]+)"/g);
    return Array.from(found, ([, target = ""]) => ({
      file: name.replaceAll("\\", "/"),
      room: roomOf(name),
      target,
    }));
  });
}

function roomOf(name: string): string {
  const path = name.replaceAll("\\", "/");
  if (path.startsWith("routes/api")) return "routes/api";
  return path.includes("/") ? path.slice(0, path.indexOf("/")) : path.replace(/\.ts$/, "");
}

export function findTrespasses(folder: string): string[] {
  return readImports(folder).flatMap(({ file, room, target }) => {
    if (!target.startsWith(".")) {
      const name = target.startsWith("@") ? target : (target.split("/")[0] ?? "");
      const rooms = PACKAGES[name];
      return rooms === undefined || rooms.includes(room) ? [] : [`${file} imports the package ${name}`];
    }
    const path = relative(folder, resolve(folder, dirname(file), target));
    const other = roomOf(path);
    const lazy = room === "app" && other === "routes/api"; // behind import(): the write path
    return other === room || lazy || (ALLOWED[room] ?? []).includes(other)
      ? []
      : [`${file} imports from ${other}`];
  });
}

describe("the house", () => {
  test("has no import against its direction", () => {
    assert.deepEqual(findTrespasses(join(ROOT, "src")), []);
  });

  test("has a rule for every folder of src", () => {
    const rooms = new Set(readImports(join(ROOT, "src")).map(({ room }) => room));
    assert.deepEqual(
      [...rooms].filter((room) => !(room in ALLOWED)),
      [],
    );
  });

  test("reaches the write path only by import()", () => {
    const eager = /^import (?!type)[^;]*from "[^"]*(publish|hugo)\//m;
    for (const name of ["worker.ts", "app.ts", "routes/page.ts", "routes/media.ts"]) {
      assert.doesNotMatch(readFileSync(join(ROOT, "src", name), "utf8"), eager, name);
    }
  });

  test("keeps the clock, bindings and requests out of the pure rooms", () => {
    for (const room of ["site", "hugo", "view"]) {
      const folder = join(ROOT, "src", room);
      for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
        if (!name.endsWith(".ts")) continue;
        const text = readFileSync(join(folder, name), "utf8");
        assert.doesNotMatch(
          text,
          /\b(Date\.now\(|new Date\(\)|D1Database|R2Bucket|new Request\()/,
          `${room}/${name}`,
        );
      }
    }
  });
});
