import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { parseContentFile } from "../../src/hugo/content/front-matter.ts";
import { deckle, makeFolder } from "./run-deckle.ts";

const site = () => makeFolder({ "hugo.yaml": "title: T\n" });

test("new makes a post named after its title in ASCII, and prints its path", async () => {
  const cwd = await site();
  const { code, stdout, stderr } = await deckle(["new", "Từ bỏ"], { cwd });
  assert.equal(code, 0, stderr);
  const path = join("content", "posts", "tu-bo.md");
  assert.equal(stdout, `${path}\n`);
  const post = parseContentFile("content/posts/tu-bo.md", await readFile(join(cwd, path), "utf8"));
  assert.equal(post.problem, null);
  assert.equal(post.params.title, "Từ bỏ");
  assert.match(String(post.params.date), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/);
});

test("new never writes over a post", async () => {
  const cwd = await makeFolder({ "hugo.yaml": "", "content/posts/hello.md": "mine" });
  const { code, stderr } = await deckle(["new", "Hello"], { cwd });
  assert.equal(code, 1);
  assert.match(stderr, /hello\.md exists already/);
  assert.equal(await readFile(join(cwd, "content/posts/hello.md"), "utf8"), "mine");
});

test("new says when a title is none that a file can be named after", async () => {
  const { code, stderr } = await deckle(["new", "?!"], { cwd: await site() });
  assert.equal(code, 2);
  assert.equal(stderr, "'?!' has no letter or digit to name a file after: choose another title.\n");
});

test("new makes a draft, and in another section, if asked", async () => {
  const cwd = await site();
  const { stdout } = await deckle(["new", "A note", "--section", "notes", "--draft"], { cwd });
  assert.equal(stdout, `${join("content", "notes", "a-note.md")}\n`);
  assert.match(await readFile(join(cwd, "content/notes/a-note.md"), "utf8"), /^draft: true$/m);
});

test("new makes a post in the first main section, as configured or as the section with most pages", async () => {
  const made = async (files: Record<string, string>) => {
    const cwd = await makeFolder(files);
    return (await deckle(["new", "A tip"], { cwd })).stdout.trim();
  };
  const content = { "content/Tips/a.md": "", "content/Tips/b.md": "", "content/posts/c.md": "" };
  const configured = { "hugo.toml": '[params]\nmainSections = ["notes", "Tips"]\n', ...content };
  assert.equal(await made(configured), join("content", "notes", "a-tip.md"));
  assert.equal(await made({ "hugo.yaml": "", ...content }), join("content", "Tips", "a-tip.md"));
});

test("new makes a post where the default language has its content", async () => {
  const cwd = await makeFolder({
    "config/_default/hugo.toml": 'defaultContentLanguage = "vi"\n',
    "config/_default/languages.toml": '[vi]\ncontentDir = "content/vi"\n[en]\ncontentDir = "content/en"\n',
  });
  const { stdout } = await deckle(["new", "Mưa"], { cwd });
  assert.equal(stdout, `${join("content", "vi", "posts", "mua.md")}\n`);
});

test("new refuses a section that leads out of the site", async () => {
  const cwd = await site();
  const { code } = await deckle(["new", "x", "--section", "../../elsewhere"], { cwd });
  assert.equal(code, 2);
  assert.deepEqual(await readdir(cwd), ["hugo.yaml"]);
});

test("new wants a title", async () => {
  const { code, stderr } = await deckle(["new"], { cwd: await site() });
  assert.equal(code, 2);
  assert.match(stderr, /npx deckle new/);
});

test("new cuts the name that a long title makes", async () => {
  const { code, stdout } = await deckle(["new", "một chữ ".repeat(50)], { cwd: await site() });
  assert.equal(code, 0);
  assert.match(stdout, /\/mot-chu-[a-z-]{100,112}\.md$/m);
});
