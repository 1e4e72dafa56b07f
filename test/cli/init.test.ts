import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { readConfig } from "../../src/hugo/config/read-config.ts";
import { deckle, makeFolder } from "./run-deckle.ts";

test("init makes a blog whose configuration reads without a word of complaint", async () => {
  const folder = join(await makeFolder(), "my-first-blog");
  const { code, stderr } = await deckle(["init", folder]);
  assert.equal(code, 0, stderr);
  const names = (await readdir(folder, { recursive: true })).sort();
  for (const name of [
    "hugo.yaml",
    "content/about.md",
    "content/archives.md",
    "content/posts/hello.md",
    ".gitignore",
  ])
    assert(names.includes(join(name)), name);
  const text = await readFile(join(folder, "hugo.yaml"), "utf8");
  const { config, problems, warnings } = readConfig([{ path: "hugo.yaml", text }]);
  assert.deepEqual([problems, warnings], [[], []]);
  assert.equal(config.languages[0]?.title, "My first blog");
});

test("init says the next two commands, as they can be typed", async () => {
  const cwd = await makeFolder();
  const { stdout } = await deckle(["init", "blog"], { cwd });
  assert.match(stdout, /npm start -- --site blog\n/);
  assert.match(stdout, /npx deckle new ".*" --site blog\n/);
});

test("init leaves a folder that is not empty alone", async () => {
  const folder = await makeFolder({ "notes.txt": "mine" });
  const { code, stderr } = await deckle(["init", folder]);
  assert.equal(code, 1);
  assert.match(stderr, /is not empty \(notes\.txt\)/);
  assert.deepEqual(await readdir(folder), ["notes.txt"]);
});

test("init wants a folder", async () => {
  const { code, stderr } = await deckle(["init"]);
  assert.equal(code, 2);
  assert.match(stderr, /npx deckle init/);
});
