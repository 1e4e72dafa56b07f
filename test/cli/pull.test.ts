import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdir, readFile, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import type { AuthorApi } from "../../src/cli/author-api.ts";
import { fetchTree } from "../../src/cli/fetch-tree.ts";
import { findCollisions, whyNoFile } from "../../src/cli/file-name.ts";
import { openFolderToFill } from "../../src/cli/site-folder.ts";
import { openStateFolder, stateFolderOf } from "../../src/cli/state-folder.ts";
import type { FilePath, Tree } from "../../src/site/change-set.ts";
import { openLocalBlog } from "./local-blog.ts";
import { deckle, makeFolder, writeFiles } from "./run-deckle.ts";

const post = (title: string, body = "Hello.") => `---\ntitle: ${title}\ndate: 2024-05-01\n---\n\n${body}\n`;

const SITE = {
  "hugo.yaml": "title: A blog\r\n",
  "content/posts/one.md": post("One"),
  "content/posts/tiếng việt.md": `\ufeff${post("Tiếng Việt")}`,
  "content/posts/two/index.md": post("Two"),
  "content/posts/two/dot.png": Uint8Array.from({ length: 300_000 }, (_, i) => i % 251),
  "static/empty.txt": "",
};

const blog = await openLocalBlog();
const env = { DECKLE_TOKEN: blog.token, DECKLE_URL: blog.origin };
const pull = (folder: string, ...args: string[]) => deckle(["pull", "--site", folder, ...args], { env });
const push = (folder: string, ...args: string[]) => deckle(["push", "--site", folder, ...args], { env });
await push(await makeFolder(SITE));

const read = (folder: string, path: string) => readFile(join(folder, path), "utf8");

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((name) => !name.startsWith(".deckle/"))
    .sort();
}

test("pull fills a folder that is not there with the same bytes, and a second one has nothing to do", async () => {
  const folder = join(await makeFolder(), "new");
  const dry = await pull(folder, "--dry-run");
  assert.match(dry.stdout, /would be done.*6 files written/, dry.stderr);
  assert.deepEqual(await filesOf(folder).catch(() => []), []);
  const { code, stdout, stderr } = await pull(folder);
  assert.equal(code, 0, stderr);
  assert.match(stdout, /6 files written/);
  assert.deepEqual(await filesOf(folder), Object.keys(SITE).sort());
  for (const [path, content] of Object.entries(SITE))
    assert.deepEqual(await readFile(join(folder, path)), Buffer.from(content), path);
  assert.match((await pull(folder)).stdout, /has everything of .* already/);
  assert.match((await push(folder)).stdout, /has everything already/);
});

test("pull from a blog of another folder says where its token is to be had", async () => {
  const { code, stderr } = await deckle(["pull", "--site", await makeFolder(), "--from", blog.origin]);
  assert.equal(code, 1);
  assert.match(stderr, /^No token for \S+: set DECKLE_TOKEN to the one that npm start printed\./);
});

test("what changed on one side is taken over or left; what changed on both is named, and then nothing is written", async () => {
  const folder = await makeFolder();
  await pull(folder);
  await writeFiles(folder, {
    "content/posts/mine.md": post("Mine"),
    "content/posts/one.md": post("One", "Here."),
  });
  await blog.changeElsewhere({
    "content/posts/live.md": post("Live"),
    "content/posts/one.md": post("One", "There."),
  });
  const refused = await pull(folder);
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /content\/posts\/one\.md: it was changed here and changed on the blog/);
  assert.equal(await read(folder, "content/posts/one.md"), post("One", "Here."));
  await assert.rejects(read(folder, "content/posts/live.md"), { code: "ENOENT" });

  const forced = await pull(folder, "--overwrite");
  assert.equal(forced.code, 0, forced.stderr);
  assert.match(forced.stdout, /content\/posts\/mine\.md \(new\)/);
  assert.equal(await read(folder, "content/posts/one.md"), post("One", "There."));
  assert.equal(await read(folder, "content/posts/live.md"), post("Live"));
  assert.match((await push(folder)).stdout, /1 file sent/);
});

test("what was deleted on the blog is deleted in the folder only with --delete, and never what changed here", async () => {
  const folder = await makeFolder();
  await blog.changeElsewhere({ "content/posts/a.md": post("A"), "content/posts/b.md": post("B") });
  await pull(folder);
  await blog.changeElsewhere({ "content/posts/a.md": null, "content/posts/b.md": null });
  assert.match((await pull(folder)).stdout, /--delete does that\):\n {2}content\/posts\/a\.md/);
  await writeFiles(folder, { "content/posts/b.md": post("B", "Kept.") });
  assert.equal((await pull(folder, "--delete")).code, 1);
  assert.equal(await read(folder, "content/posts/a.md"), post("A"));
  await rm(join(folder, "content/posts/b.md"));
  assert.match((await pull(folder, "--delete")).stdout, /1 deleted/);
  await assert.rejects(read(folder, "content/posts/a.md"), { code: "ENOENT" });
});

test("a folder that holds something else, and one with another file of the same name, are left alone", async () => {
  const other = await makeFolder({ "notes.txt": "mine" });
  const refused = await pull(other);
  assert.match(refused.stderr, /holds no Hugo site/);
  assert.deepEqual(await filesOf(other), ["notes.txt"]);
  const folder = await makeFolder({ "hugo.yaml": "title: Mine\n" });
  assert.match((await pull(folder)).stderr, /hugo\.yaml: the folder has another file of this name/);
  assert.deepEqual(await filesOf(folder), ["hugo.yaml"]);
});

/** A blog that gives these files, whatever it calls them. */
function serving(files: { [path: string]: string }, breakAfter = Number.POSITIVE_INFINITY): AuthorApi {
  let asked = 0;
  const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
  return {
    health: () => assert.fail(),
    tree: async () =>
      ({
        etag: "1",
        site: "s",
        files: Object.entries(files).map(([path, text]) => ({
          ...{ path, sha256: sha256(text), size: text.length, mediaType: "text/plain" },
        })),
      }) as Tree,
    putBlob: async () => null,
    reindex: async () => {},
    change: async () => {
      throw new Error("pull changes nothing");
    },
    readFile: async (path, take) => {
      asked += 1;
      if (asked > breakAfter) throw new Error("the line is dead");
      const text = files[path];
      return text === undefined ? null : take(chunks(text));
    },
  };
}

async function* chunks(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

async function fetchInto(folder: string, api: AuthorApi) {
  return fetchTree({
    api,
    state: openStateFolder(stateFolderOf(folder)),
    site: await openFolderToFill(folder),
    deletions: "leave",
    conflicts: "stop",
    dryRun: false,
  });
}

test("no path of a server's leads out of the folder or through a link, and each is named", async () => {
  const outside = await makeFolder();
  const folder = await makeFolder({ "content/a.md": "a" });
  await symlink(outside, join(folder, "static"), "dir");
  const names = [
    "../evil.md",
    "content/../../evil.md",
    "/etc/evil",
    "content/.git/hooks",
    "content\\evil.md",
  ];
  const files = Object.fromEntries([...names, "static/evil.txt", "content/b.md"].map((name) => [name, "b"]));
  const { taken, leftOut } = await fetchInto(folder, serving(files));
  assert.deepEqual(taken.put, ["content/b.md"]);
  assert.deepEqual(leftOut.map(({ path }) => path).sort(), [...names, "static/evil.txt"].sort());
  assert.deepEqual(await readdir(outside), []);
});

test("a file of a folder's name is left out and named, and the rest comes", async () => {
  const folder = await makeFolder({});
  const api = serving({
    "content/posts": "x",
    "content/posts/a.md": post("A"),
    "content/posts/a.md/b.md": "x",
  });
  const report = await fetchInto(folder, api);
  assert.deepEqual(
    report.leftOut.map(({ path, message }) => [path, message.slice(0, 22)]),
    ["content/posts", "content/posts/a.md"].map((path) => [path, "a folder of this name "]),
  );
  assert.deepEqual(await filesOf(folder), ["content/posts/a.md/b.md"]);
});

test("a pull that dies half-way is gone on with by the next, and leaves no half file", async () => {
  const folder = await makeFolder();
  const files = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`content/${i}.md`, `post ${i}`]));
  await assert.rejects(fetchInto(folder, serving(files, 7)), /the line is dead/);
  const written = await filesOf(folder);
  assert(written.length < 20);
  for (const path of written) assert.equal(await read(folder, path), files[path]);
  await fetchInto(folder, serving(files));
  assert.deepEqual(await filesOf(folder), Object.keys(files).sort());
});

test("names that a disk cannot hold are told apart", () => {
  const why = (path: string, platform: NodeJS.Platform) => whyNoFile(path as FilePath, platform);
  for (const path of [
    "content/what?.md",
    "static/aux.txt",
    "content/end./a.md",
    "content/a .md/b",
    "static/con",
  ])
    assert.equal(why(path, "linux"), null, path);
  for (const path of ["content/what?.md", "static/aux.txt", "content/end./a.md", "static/con", "static/a:b"])
    assert.match(why(path, "win32") ?? "", /Windows/, path);
  assert.equal(why("content/console/common.md", "win32"), null);
  const paths = [
    "content/About.md",
    "content/about.md",
    "content/Posts/a.md",
    "content/posts/b.md",
  ] as FilePath[];
  assert.deepEqual(findCollisions(paths.slice(1), paths), [
    { path: "content/about.md", other: "content/About.md" },
    { path: "content/Posts/a.md", other: "content/posts" },
    { path: "content/posts/b.md", other: "content/Posts" },
  ]);
});
