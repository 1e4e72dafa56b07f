// What front matter says, where types are loose, and what its author is told.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readConfig } from "../../../src/hugo/config/read-config.ts";
import { type Fields, readFields } from "../../../src/hugo/content/fields.ts";
import { parseContentFile } from "../../../src/hugo/content/front-matter.ts";

function fields(frontMatter: string, configuration = ""): Fields {
  const { config } = readConfig([{ path: "hugo.yaml", text: configuration }]);
  const [language] = config.languages;
  assert.ok(language);
  const file = "content/posts/a.md";
  const { params, lines } = parseContentFile(file, `---\n${frontMatter}\n---\n`);
  return readFields({ file, params, lines, baseName: "a", config, language });
}

test("numbers and booleans are texts where texts are meant", () => {
  const { title, description, slug } = fields("title: 2024\ndescription: true\nslug: -1.5-");
  assert.deepEqual([title, description, slug], ["2024", "true", "1.5"]);
});

test("terms are taken as they are, but for empty ones", () => {
  const { terms } = fields('tags: "một, hai"\ncategories: [1, null, "", "  x  ", yes]');
  assert.deepEqual(terms, { tags: ["một, hai"], categories: ["1", "  x  ", "true"] });
});

test("only the taxonomies that are configured make terms", () => {
  const { terms, params } = fields("tags: [a]\nChủ-Đề: [b]", "taxonomies: {topic: chủ-đề}");
  assert.deepEqual(terms, { "chủ-đề": ["b"] });
  assert.deepEqual(params.tags, ["a"]);
});

test("what stands under params wins over the same key beside it", () => {
  const { params, terms } = fields(
    "ShowToc: false\ntags: [a]\nparams:\n  showToc: true\n  tags: [b]\n  Deep: {Er: 1}",
  );
  assert.equal(params.showtoc, true);
  assert.deepEqual(terms.tags, ["b"]);
  assert.equal(JSON.stringify(params.deep), '{"er":1}');
  assert.equal(params.params, undefined);
});

test("published: false is a draft, and draft wins over it", () => {
  assert.equal(fields("published: false").draft, true);
  assert.equal(fields("published: false\ndraft: false").draft, false);
  assert.equal(fields("draft: 'true'").draft, true);
  assert.deepEqual(fields("published: true").warnings, []);
});

test("build, _build and headless decide what is rendered and listed", () => {
  const always = { render: "always", list: "always", publishResources: true };
  assert.deepEqual(fields("title: a").build, always);
  assert.deepEqual(fields("build: {render: link, list: local, publishResources: false}").build, {
    render: "link",
    list: "local",
    publishResources: false,
  });
  assert.deepEqual(fields("_build: {render: false}").build, { ...always, render: "never" });
  assert.deepEqual(fields("headless: true").build, { ...always, render: "never", list: "never" });
});

test("a cover is PaperMod's, wherever it stands", () => {
  assert.equal(fields("cover: {alt: no image}").cover, null);
  const cover = fields("params: {Cover: {Image: a.png, hiddenInList: true, Caption: 5}}").cover;
  assert.deepEqual(
    [cover?.image, cover?.hiddenInList, cover?.hidden, cover?.caption],
    ["a.png", true, null, "5"],
  );
});

test("each thing that cannot be read is a warning with its line", () => {
  const { warnings, ...read } = fields(
    [
      "draft: maybe",
      "weight: heavy",
      "date: soon",
      "url: https://other.example/",
      "aliases: [https://other.example/x, /ok]",
      "build: {render: sometimes}",
    ].join("\n"),
  );
  assert.deepEqual(
    warnings.map(({ path, line }) => `${path}:${line}`).sort(),
    [2, 3, 4, 5, 6, 7].map((line) => `content/posts/a.md:${line}`),
  );
  assert.deepEqual(
    [read.draft, read.weight, read.date, read.url, read.aliases],
    [false, 0, null, "", ["/ok"]],
  );
  assert.equal(read.build.render, "always");
});

test("keys named like JavaScript's own are parameters like others", () => {
  const { params } = fields("constructor: 1\ntoString: 2\nhasOwnProperty: 3");
  assert.deepEqual([params.constructor, params.tostring, params.hasownproperty], [1, 2, 3]);
  assert.equal(fields("title: a").params.constructor, undefined);
});
