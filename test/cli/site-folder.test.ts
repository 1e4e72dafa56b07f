import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { openSiteFolder } from "../../src/cli/site-folder.ts";
import { makeFolder } from "./run-deckle.ts";

test("the site's own files are found; theme, build output, hidden, leftover and foreign files stay at home", async () => {
  const folder = await makeFolder({
    "hugo.yaml": "",
    "content/posts/a.md": "a",
    "content/posts/b/pic.png": new Uint8Array([0, 255]),
    "content/.DS_Store": "x",
    "content/.git/config": "x",
    "content/posts/a.md~": "x",
    "content/posts/#a.md#": "x",
    "static/.well-known/security.txt": "x",
    "layouts/shortcodes/note.html": "x",
    "themes/papermod/hugo.yaml": "x",
    "public/index.html": "x",
    "resources/_gen/x.json": "x",
    "node_modules/x/content/a.md": "x",
    ".deckle/token": "dkl_x",
    "README.md": "x",
  });
  const { files, unreadable } = await (await openSiteFolder(folder)).scan();
  assert.deepEqual(
    files.map((file) => file.path),
    [
      "content/posts/a.md",
      "content/posts/b/pic.png",
      "hugo.yaml",
      "layouts/shortcodes/note.html",
      "static/.well-known/security.txt",
    ],
  );
  assert.deepEqual(unreadable, []);
});

test("what is left out is named: hidden files, each hidden folder once, and links; not what systems leave there", async () => {
  const folder = await makeFolder({
    "hugo.yaml": "",
    "content/.obsidian/a.json": "x",
    "content/.obsidian/b/c.json": "x",
    "content/posts/.DS_Store": "x",
    "static/.gitkeep": "",
    "static/.nojekyll": "",
    "static/._photo.jpg": "",
    "static/.well-known/security.txt": "x",
    "static/.well-known/.draft": "x",
    ".env": "x",
  });
  await symlink(join(folder, "hugo.yaml"), join(folder, "static/link.yaml"));
  await symlink(join(folder, "static"), join(folder, "assets"));
  const { files, leftOut } = await (await openSiteFolder(folder)).scan();
  assert.deepEqual(leftOut, [
    "assets",
    "content/.obsidian",
    "static/.nojekyll",
    "static/.well-known/.draft",
    "static/link.yaml",
  ]);
  assert.deepEqual(
    files.map((file) => file.path),
    ["hugo.yaml", "static/.well-known/security.txt"],
  );
});

test("a digest is that of the bytes, also after the file was changed between two scans", async () => {
  const folder = await makeFolder({ "hugo.yaml": "title: One" });
  const site = await openSiteFolder(folder);
  const digest = (text: string) => createHash("sha256").update(text).digest("hex");
  assert.equal((await site.scan()).files[0]?.sha256, digest("title: One"));
  await writeFile(join(folder, "hugo.yaml"), "title: Three");
  assert.equal((await site.scan()).files[0]?.sha256, digest("title: Three"));
});

test("a name that the disk spells with combining marks becomes one path in NFC", async () => {
  const folder = await makeFolder({ ["content/posts/tư.md".normalize("NFD")]: "x" });
  const { files } = await (await openSiteFolder(folder)).scan();
  assert.deepEqual(
    files.map((file) => file.path),
    ["content/posts/tư.md".normalize("NFC")],
  );
});

test("a link out of the folder is not followed", async (t) => {
  const secret = await makeFolder({ "secret.txt": "x" });
  const folder = await makeFolder({ "hugo.yaml": "", "static/a.txt": "x" });
  try {
    await symlink(join(secret, "secret.txt"), join(folder, "static/secret.txt"));
  } catch {
    t.diagnostic("links cannot be made here");
  }
  const { files } = await (await openSiteFolder(folder)).scan();
  assert.deepEqual(
    files.map((file) => file.path),
    ["hugo.yaml", "static/a.txt"],
  );
});
