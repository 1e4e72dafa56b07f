// What a path alone says.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readConfig } from "../../../src/hugo/config/read-config.ts";
import {
  contentPathsOf,
  isIgnored,
  languageOf,
  leafBundleOf,
  parseContentPath,
  sectionsAbove,
} from "../../../src/hugo/content/path.ts";

const { config } = readConfig([
  {
    path: "hugo.yaml",
    text: `
defaultContentLanguage: vi
ignoreFiles: ['\\.draft\\.md$', '/private/']
languages: { vi: { weight: 1 }, en: { weight: 2 }, fr: { weight: 3, contentDir: french }, de: { disabled: true } }
`,
  },
]);

test("a content file's language, bundle, section and logical path are in its name", () => {
  const cases: { [file: string]: [lang: string, bundle: string, path: string, section: string] } = {
    "content/posts/Xin Chào.md": ["vi", "single", "/posts/xin-chào", "posts"],
    "content/posts/hello.en.md": ["en", "single", "/posts/hello", "posts"],
    "content/posts/b/index.en.md": ["en", "leaf", "/posts/b", "posts"],
    "content/posts/_index.md": ["vi", "branch", "/posts", "posts"],
    "content/_index.md": ["vi", "branch", "/", ""],
    "content/about.md": ["vi", "single", "/about", ""],
    "content/about/index.md": ["vi", "leaf", "/about", ""],
    "content/v1.2.md": ["vi", "single", "/v1.2", ""],
    "french/billets/a.md": ["fr", "single", "/billets/a", "billets"],
    "content/page.html": ["vi", "single", "/page", ""],
  };
  for (const [file, expected] of Object.entries(cases)) {
    const at = parseContentPath(file, config);
    assert.deepEqual([at?.language.lang, at?.bundle, at?.path, at?.section], expected, file);
  }
});

test("a file is a page for each content folder that it lies below, the innermost first", () => {
  const { config: nested } = readConfig([
    {
      path: "hugo.yaml",
      text: `
defaultContentLanguage: en
languages: { en: {}, vi: { contentDir: content/vi }, eo: { contentDir: content/vi }, de: { contentDir: content/de, disabled: true } }
`,
    },
  ]);
  const pages = (file: string) =>
    contentPathsOf(file, nested).map(({ language, path }) => `${language.lang} ${path}`);
  assert.deepEqual(pages("content/posts/a.md"), ["en /posts/a"]);
  assert.deepEqual(pages("content/vi/a.md"), ["eo /a", "vi /a", "en /vi/a"]);
  assert.deepEqual(pages("content/vi/a.vi.md"), ["vi /a", "vi /vi/a"]);
  assert.deepEqual(pages("content/de/a.md"), ["en /de/a"]);
});

test("other files and other languages are no pages", () => {
  for (const file of ["content/a.png", "content/a.de.md", "static/a.md", "content/a.org", "layouts/a.html"]) {
    assert.equal(parseContentPath(file, config), null, file);
  }
});

test("ignoreFiles are tried on the whole path", () => {
  assert.equal(isIgnored("content/posts/a.draft.md", config), true);
  assert.equal(isIgnored("content/private/a.md", config), true);
  assert.equal(isIgnored("content/posts/a.md", config), false);
});

test("the topmost bundle owns everything in it", () => {
  const folders = new Set(["content/posts/b", "content/posts/b/inner"]);
  assert.equal(leafBundleOf("content/posts/b/inner/pic.png", folders), "content/posts/b");
  assert.equal(leafBundleOf("content/posts/b.png", folders), null);
});

test("sections are the folders with an index file, and every first folder", () => {
  const sections = new Set(["/a/b", "/a/b/c/d"]);
  assert.deepEqual(sectionsAbove("/a/b/c/d/page", sections), ["/a/b/c/d", "/a/b", "/a"]);
  assert.deepEqual(sectionsAbove("/a/b", sections), ["/a"]);
  assert.deepEqual(sectionsAbove("/about", sections), []);
});

test("any file's language is its suffix's, else its folder's", () => {
  const mount = { folder: "content", lang: "vi" };
  assert.equal(languageOf("content/b/pic.en.png", mount, config), "en");
  assert.equal(languageOf("content/b/pic.png", mount, config), "vi");
});
