import assert from "node:assert/strict";
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import type { AuthorApi } from "../../src/cli/author-api.ts";
import { openSiteFolder } from "../../src/cli/site-folder.ts";
import { openStateFolder, stateFolderOf } from "../../src/cli/state-folder.ts";
import { syncFolder } from "../../src/cli/sync.ts";
import { makeToken } from "../../src/http/auth.ts";
import { openLocalBlog } from "./local-blog.ts";
import { deckle, makeFolder, writeFiles } from "./run-deckle.ts";

const post = (title: string, body = "Text."): string =>
  `---\ntitle: ${title}\ndate: 2024-05-01\n---\n\n${body}\n`;

const SITE = {
  "hugo.yaml": "title: A blog\n",
  "content/posts/one.md": post("One"),
  "content/posts/two/index.md": post("Two"),
  "content/posts/two/dot.png": Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
    "base64",
  ),
};

async function setUp(files: Record<string, string | Uint8Array> = SITE) {
  const [blog, folder] = await Promise.all([openLocalBlog(), makeFolder(files)]);
  const push = (...args: string[]) =>
    deckle(["push", "--site", folder, "--to", blog.origin, ...args], { env: { DECKLE_TOKEN: blog.token } });
  return { blog, folder, push };
}

test("push publishes a folder, and a second one has nothing to do", async () => {
  const { blog, push } = await setUp();
  const first = await push();
  assert.equal(first.code, 0, first.stderr);
  assert.match(first.stdout, /^Published to http:\S+: 4 files sent\./);
  assert.deepEqual(await blog.paths(), Object.keys(SITE).sort());
  assert.equal((await fetch(`${blog.origin}/posts/one/`)).status, 200);
  const second = await push();
  assert.match(second.stdout, /has everything already/);
});

test("push names what it leaves out", async () => {
  const { push } = await setUp({ ...SITE, "static/.nojekyll": "", "content/posts/.x.md": post("X") });
  const { code, stdout, stderr } = await push();
  assert.equal(code, 0, stderr);
  assert.match(
    stderr,
    /^Left out, as names that begin with a dot .*: content\/posts\/\.x\.md, static\/\.nojekyll$/m,
  );
  assert.match(stdout, /4 files sent/);
});

test("push --dry-run says what would be done, and does nothing", async () => {
  const { blog, push } = await setUp();
  const { code, stdout, stderr } = await push("--dry-run");
  assert.equal(code, 0, stderr);
  assert.match(stdout, /would be done.*4 files sent/);
  assert.deepEqual(await blog.paths(), []);
  assert.match((await push()).stdout, /4 files sent/);
});

test("what changed on the blog alone stays, is told, and is not taken for a change of the folder's next time", async () => {
  const { blog, folder, push } = await setUp();
  await push();
  await blog.changeElsewhere({
    "content/posts/one.md": post("One, live"),
    "content/posts/live.md": post("Live"),
  });
  await writeFiles(folder, { "content/posts/three.md": post("Three") });
  for (const sent of [/1 file sent/, /has everything already/]) {
    const { code, stdout, stderr } = await push("--delete");
    assert.equal(code, 0, stderr);
    assert.match(stdout, sent);
    assert.match(stdout, /content\/posts\/one\.md \(changed\)/);
    assert.match(stdout, /content\/posts\/live\.md \(new\)/);
    assert.equal(await blog.read("content/posts/one.md"), post("One, live"));
    assert.equal(await blog.read("content/posts/live.md"), post("Live"));
  }
});

test("what changed on both sides is refused and named, and then nothing is sent; --overwrite sends it", async () => {
  const { blog, folder, push } = await setUp();
  await push();
  await blog.changeElsewhere({ "content/posts/one.md": post("Theirs") });
  await writeFiles(folder, { "content/posts/one.md": post("Mine"), "content/posts/new.md": post("New") });
  const refused = await push();
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /content\/posts\/one\.md: .*changed here and changed/);
  assert.match(refused.stderr, /--overwrite/);
  assert.equal(await blog.read("content/posts/one.md"), post("Theirs"));
  assert.equal(await blog.read("content/posts/new.md"), null);
  const forced = await push("--overwrite");
  assert.equal(forced.code, 0, forced.stderr);
  assert.equal(await blog.read("content/posts/one.md"), post("Mine"));
  assert.equal(await blog.read("content/posts/new.md"), post("New"));
});

test("a folder that was never pushed here does not overwrite what the blog has of the same name", async () => {
  const { blog, push } = await setUp();
  await blog.changeElsewhere({ "content/posts/one.md": post("Theirs") });
  const { code, stderr } = await push();
  assert.equal(code, 1);
  assert.match(stderr, /content\/posts\/one\.md: the site has another file of this name/);
  assert.deepEqual(await blog.paths(), ["content/posts/one.md"]);
});

test("a page that only has another name is renamed, and its old address redirects, without --delete", async () => {
  const { blog, folder, push } = await setUp({ ...SITE, "content/posts/three.md": post("Three") });
  await push();
  const move = (from: string, to: string) =>
    rename(join(folder, "content/posts", from), join(folder, "content/posts", to));
  await move("one.md", "uno.md");
  await move("three.md", "tres.md");
  await writeFiles(folder, { "content/posts/tres.md": post("Tres") });
  const { stdout } = await push();
  assert.match(stdout, /Renamed.*:\n {2}content\/posts\/one\.md → content\/posts\/uno\.md\n/);
  assert.match(stdout, /--delete does that\):\n {2}content\/posts\/three\.md\nIf .* aliases\./);
  const old = await fetch(`${blog.origin}/posts/one/`, { redirect: "manual" });
  assert.deepEqual([old.status, old.headers.get("location")], [301, "/posts/uno/"]);
  assert.equal((await fetch(`${blog.origin}/posts/three/`)).status, 200);
});

test("what was deleted in the folder is deleted on the blog only with --delete", async () => {
  const { blog, folder, push } = await setUp();
  await push();
  await rm(join(folder, "content/posts/one.md"));
  const without = await push();
  assert.match(without.stdout, /--delete does that\):\n {2}content\/posts\/one\.md/);
  assert.equal(await blog.read("content/posts/one.md"), post("One"));
  const withIt = await push("--delete");
  assert.match(withIt.stdout, /1 deleted/);
  assert.equal(await blog.read("content/posts/one.md"), null);
  assert.equal((await fetch(`${blog.origin}/posts/one/`)).status, 404);
});

test("a push that dies half-way leaves the site as it was, and the next one sends only what is missing", async () => {
  const { blog, folder, push } = await setUp();
  let uploads = 0;
  const cutOff: AuthorApi = {
    ...blog.api,
    putBlob: async (blob) => {
      uploads += 1;
      if (uploads > 2) throw new Error("the line is dead");
      return blog.api.putBlob(blob);
    },
  };
  const sync = {
    state: openStateFolder(stateFolderOf(folder)),
    scan: await (await openSiteFolder(folder)).scan(),
    message: "",
    deletions: "leave",
    conflicts: "stop",
    dryRun: false,
  } as const;
  await assert.rejects(syncFolder({ ...sync, api: cutOff }), /the line is dead/);
  assert.deepEqual(await blog.paths(), []);
  let resumed = 0;
  const counting: AuthorApi = {
    ...blog.api,
    putBlob: async (blob) => {
      resumed += 1;
      return blog.api.putBlob(blob);
    },
  };
  await syncFolder({ ...sync, api: counting });
  assert.equal(resumed, Object.keys(SITE).length - 2);
  assert.deepEqual(await blog.paths(), Object.keys(SITE).sort());
  assert.match((await push()).stdout, /has everything already/);
});

test("a file that the blog cannot take is named with the reason and stays as it was; the rest is published", async () => {
  const { blog, folder, push } = await setUp();
  await push();
  await writeFiles(folder, {
    "content/posts/big.md": "word ".repeat(3_000_000),
    "content/posts/one.md": "---\ntitle: [One\n---\nBroken.\n",
    "content/posts/three.md": post("Three"),
  });
  const { code, stdout, stderr } = await push();
  assert.equal(code, 1);
  assert.match(stdout, /1 file sent/);
  assert.match(stderr, /^ {2}content\/posts\/big\.md: .*(bytes|MB)/m);
  assert.match(stderr, /^ {2}content\/posts\/one\.md:2: The front matter cannot be read/m);
  assert.equal(await blog.read("content/posts/one.md"), post("One"));
  assert.equal((await fetch(`${blog.origin}/posts/three/`)).status, 200);

  await writeFiles(folder, { "content/posts/one.md": post("One, mended") });
  await push();
  assert.equal(await blog.read("content/posts/one.md"), post("One, mended"), "the next push sends it");
});

test("a configuration that cannot be read stops the push: what it keeps from readers is not known", async () => {
  const { blog, folder, push } = await setUp({ ...SITE, "hugo.yaml": "title: [A blog\n" });
  const { code, stderr } = await push();
  assert.equal(code, 1);
  assert.match(stderr, /^ {2}hugo\.yaml:\d+: The configuration cannot be read/m);
  assert.deepEqual(await blog.paths(), []);
  await writeFiles(folder, { "hugo.yaml": "title: A blog\n" });
  assert.equal((await push()).code, 0);
});

test("a site that others write to meanwhile is looked at again, and their change survives", async () => {
  const { blog, folder } = await setUp();
  let interrupted = false;
  const interruptedApi: AuthorApi = {
    ...blog.api,
    change: async (changeSet) => {
      if (!interrupted) await blog.changeElsewhere({ "content/posts/live.md": post("Live") });
      interrupted = true;
      return blog.api.change(changeSet);
    },
  };
  const report = await syncFolder({
    api: interruptedApi,
    state: openStateFolder(stateFolderOf(folder)),
    scan: await (await openSiteFolder(folder)).scan(),
    message: "",
    deletions: "send",
    conflicts: "stop",
    dryRun: false,
  });
  assert.equal(report.stopped, false);
  assert.deepEqual(await blog.paths(), [...Object.keys(SITE), "content/posts/live.md"].sort());
});

test("a token that is not accepted, mistyped or absent is one line with a remedy, and is never shown", async () => {
  const { blog, folder } = await setUp();
  const wrong = makeToken();
  const push = (env: Record<string, string>, to = blog.origin) =>
    deckle(["push", "--site", folder, "--to", to], { env });
  const mistyped = `${wrong.slice(0, -1)}${wrong.endsWith("a") ? "b" : "a"}`;
  for (const [run, told] of [
    [await push({ DECKLE_TOKEN: wrong }), /does not accept the token.*deckle token make/],
    [await push({ DECKLE_TOKEN: mistyped }), /DECKLE_TOKEN cannot be right/],
    [await push({}), /No token for .*npm start/],
    [await push({}, "https://blog.invalid"), /No token for .*deckle token make --remote/],
    [await push({ DECKLE_TOKEN: wrong }, "http://blog.invalid"), /not sent unencrypted/],
  ] as const) {
    assert.equal(run.code, 1);
    assert.match(run.stderr, told);
    assert.match(run.stderr, /^[^\n]+\n$/);
    assert(!(run.stdout + run.stderr).includes(wrong.slice(0, 20)));
  }
  assert.deepEqual(await blog.paths(), []);
});
