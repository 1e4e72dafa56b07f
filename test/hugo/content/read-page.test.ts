// A page put together: what publishing is told beside the fields that page.test.ts compares.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readConfig } from "../../../src/hugo/config/read-config.ts";
import { contentPathsOf, parseContentPath } from "../../../src/hugo/content/path.ts";
import type { Content, ContentSource } from "../../../src/hugo/markdown/content.ts";
import { namesOf } from "../../../src/hugo/markdown/resource.ts";
import type { HugoPage, ReadPageInput } from "../../../src/hugo/page.ts";
import { readPage } from "../../../src/hugo/read-page.ts";
import type { FileFacts } from "../../../src/hugo/world.ts";
import type { ParamValue } from "../../../src/site/page.ts";

const PATH = "content/posts/a/index.md";

function read(
  frontMatter: string,
  {
    configuration = "",
    path = PATH,
    siblings = [],
    files = {},
    ...more
  }: Partial<ReadPageInput> & {
    configuration?: string;
    path?: string;
    files?: { [path: string]: FileFacts };
  } = {},
): { page: HugoPage; source: ContentSource } {
  const { config } = readConfig([{ path: "hugo.yaml", text: configuration }]);
  const at = parseContentPath(path, config);
  assert.ok(at);
  const sources: ContentSource[] = [];
  const page = readPage({
    ...{ at, text: `---\n${frontMatter}\n---\nBody\n` },
    sections: Object.keys(more.cascades ?? {}).flatMap((file) => contentPathsOf(file, config)),
    ...{ siblings, config, theme: "papermod", ...more },
    world: { file: (name) => files[name] ?? null, text: () => null, page: () => null },
    renderContent: (given) => {
      sources.push(given);
      // Markdown is not under test: what it is handed is.
      return { ...EMPTY, html: `<p>${given.body}</p>`, summary: given.summary } as unknown as Content;
    },
  });
  const [source] = sources;
  assert.ok(source);
  return { page, source };
}
const EMPTY = {
  toc: "",
  headings: [],
  truncated: false,
  plain: "",
  wordCount: 1,
  readingTime: 1,
  needs: [],
  warnings: [],
};
const picture = (path: string): FileFacts => ({
  path,
  sha256: "0",
  mediaType: "image/png",
  width: 20,
  height: 10,
});

test("rendering is handed the body with its line, the address with the base path, the bundle's files", () => {
  const { source } = read("title: A\nslug: b\nsummary: S\nextra: 1", {
    configuration: "baseURL: https://blog.example/x/",
    siblings: [picture("content/posts/a/pic one.png")],
  });
  assert.deepEqual([source.body, source.bodyLine, source.summary, source.format], ["Body\n", 7, "S", "md"]);
  assert.deepEqual(
    [source.relPermalink, source.permalink],
    ["/x/posts/b/", "https://blog.example/x/posts/b/"],
  );
  assert.equal(source.params.extra, 1);
  assert.equal(source.resources[0]?.relPermalink, "/x/posts/b/pic%20one.png");
});

test("a page is seen from its publish date to its expiry, unless the configuration builds everything", () => {
  const frontMatter =
    "draft: true\ndate: 2024-01-01\npublishDate: 2024-02-01T00:00:00Z\nexpiryDate: 2024-03-01T00:00:00Z";
  assert.deepEqual(read(frontMatter).page.visibility, {
    draft: true,
    from: 1_706_745_600,
    until: 1_709_251_200,
  });
  const all = read(frontMatter, {
    configuration: "buildDrafts: true\nbuildFuture: true\nbuildExpired: true",
  });
  assert.deepEqual(all.page.visibility, { draft: false, from: null, until: null });
  assert.deepEqual(read("date: 2024-01-01").page.visibility, {
    draft: false,
    from: 1_704_067_200,
    until: null,
  });
});

test("a page whose front matter cannot be read is a problem, with file and line", () => {
  const { page } = read("title: a: b");
  assert.deepEqual(
    page.problems.map(({ path, line }) => `${path}:${line}`),
    [`${PATH}:2`],
  );
});

test("a cover is found in the bundle, among the site's files, beside the page or elsewhere", () => {
  const bundled = read("cover: {image: pic.png, caption: '*C*'}", {
    siblings: [picture("content/posts/a/pic.png")],
  });
  assert.deepEqual(
    { ...bundled.page.card.cover },
    {
      ...{ src: "/posts/a/pic.png", width: 20, height: 10, alt: "*C*", caption: "*C*" },
      ...{ hidden: null, hiddenInList: null, hiddenInSingle: null },
    },
  );
  const files = { "static/img/x.png": picture("static/img/x.png") };
  assert.equal(read("cover: {image: img/x.png}", { files }).page.card.cover?.width, 20);
  assert.equal(read("cover: {image: /img/x.png}").page.card.cover?.src, "/img/x.png");
  assert.equal(read("cover: {image: x.png, relative: true}").page.card.cover?.src, "/posts/a/x.png");
  assert.equal(
    read("cover: {image: 'https://e.example/x.png'}").page.card.cover?.src,
    "https://e.example/x.png",
  );
});

test("the description of a list is Markdown too, that of a page is not", () => {
  const of = (description: string, path: string) =>
    read(`description: "${description}"`, { path }).page.card.descriptionHtml;
  assert.equal(of("*a*", "content/posts/_index.md"), "*a*");
  assert.equal(of("plain", "content/posts/_index.md"), undefined);
  assert.equal(of("*a*", PATH), undefined);
});

test("previews without a cover show the file that `images` names, else one with a telling name", () => {
  const siblings = ["a.png", "my-cover.png", "Featured.png"].map((name) =>
    picture(`content/posts/a/${name}`),
  );
  const image = (front: string) => read(front, { siblings }).page.card.image;
  assert.equal(image("title: A"), "/posts/a/Featured.png");
  assert.equal(image("images: [a.png]"), "/posts/a/a.png");
  assert.equal(image("images: [elsewhere.png]"), undefined);
  assert.equal(read("title: A").page.card.image, undefined);
});

test("the nearest cascade gives what the page does not say itself", () => {
  const cascades: { [indexFile: string]: ParamValue } = {
    "content/_index.md": { type: "far", description: "far", weight: 3 },
    "content/posts/_index.md": [
      { _target: { kind: "section" }, description: "for sections" },
      { Target: { path: "/posts/**" }, description: "near", params: { Note: "n" } },
    ],
  };
  const { page } = read("title: A\ntype: own", {
    cascades,
    configuration: "cascade: {layout: Special, description: config}",
  });
  assert.deepEqual(
    [page.type, page.card.description, page.weight, page.card.layout],
    ["own", "near", 3, "special"],
  );
  assert.equal(page.card.params.note, "n");
});

test("a card's params are the theme's, not what the card says anyway", () => {
  const { card } = read("title: A\ntags: [x]\nShowToc: true\nkeywords: [k]\ncover: {image: a.png}").page;
  assert.deepEqual(Object.keys(card.params), ["showtoc", "keywords"]);
});

test("without the kind term there are no terms to link to", () => {
  const { page } = read("tags: [a]", { configuration: "disableKinds: [term]" });
  assert.deepEqual([page.card.terms, page.termPaths], [{}, []]);
});

test("an unknown permalink token is a warning, and the page stays where it was", () => {
  const { page } = read("title: A", { configuration: "permalinks: {posts: '/:wat/:slug'}" });
  assert.equal(page.card.url, "/posts/a/");
  assert.match(page.warnings[0]?.message ?? "", /:wat/);
});

test("an alias that leaves the site or is its root is a warning with its line", () => {
  const { page } = read("title: A\naliases: [/, ../../../x, /ok]");
  assert.deepEqual(page.aliases, ["/x/", "/ok/"]);
  assert.deepEqual(
    page.warnings.map(({ line }) => line),
    [3],
  );
});

test("a bundle's file is found without its language, and is nobody's if no page has that language", () => {
  const configuration =
    "defaultContentLanguage: vi\nlanguages: {vi: {weight: 1}, de: {weight: 2}, en: {weight: 3}}";
  const siblings = ["p.de.png", "p.vi.png", "q.de.png", "r.en.png"].map((name) =>
    picture(`content/posts/a/${name}`),
  );
  const { config } = readConfig([{ path: "hugo.yaml", text: configuration }]);
  const at = parseContentPath("content/posts/a/index.en.md", config);
  assert.ok(at);
  const page = readPage({
    ...{ at, text: "---\ntitle: E\n---\n" },
    ...{ siblings, sections: [], config, theme: "hugo" },
    world: { file: () => null, text: (name) => (name === PATH ? "" : null), page: () => null },
    renderContent: () => ({ ...EMPTY, html: "", summary: "" }) as unknown as Content,
  });
  assert.deepEqual(
    page.resources.map((resource) => [namesOf(resource), resource.url]),
    [
      [["p.vi.png", "p.png"], "/posts/a/p.vi.png"],
      [["r.en.png", "r.png"], "/en/posts/a/r.en.png"],
    ],
  );
});

test("a file in another language that shares the bundle is left to that language's page", () => {
  const configuration = "defaultContentLanguage: vi\nlanguages: {vi: {weight: 1}, en: {weight: 2}}";
  const siblings = ["content/posts/a/p.png", "content/posts/a/q.png", "content/posts/a/q.en.png"].map(
    picture,
  );
  const { config } = readConfig([{ path: "hugo.yaml", text: configuration }]);
  const path = "content/posts/a/index.en.md";
  const at = parseContentPath(path, config);
  assert.ok(at);
  const page = readPage({
    ...{ at, text: "---\ntitle: E\n---\n" },
    ...{ siblings, sections: [], config, theme: "hugo" },
    world: {
      file: () => null,
      text: (name) => (name === PATH ? "---\nslug: viet\n---\n" : null),
      page: () => null,
    },
    renderContent: () => ({ ...EMPTY, html: "", summary: "" }) as unknown as Content,
  });
  assert.deepEqual(
    page.resources.map(({ url }) => url),
    ["/posts/viet/p.png", "/en/posts/a/q.en.png"],
  );
});

// What Hugo 0.147.6 prints as the permalink below https://example.org/blog/.
const SPELLINGS: [path: string, frontMatter: string, url: string, printed: string | undefined][] = [
  ["content/a.md", "url: /2019/%d8%aa-x/", "/2019/ت-x/", "/2019/%d8%aa-x/"],
  ["content/a.md", "url: /2019/%d8%ac.html", "/2019/ج.html", "/2019/%d8%ac.html"],
  ["content/a.md", "url: /2019/%d8%aa/index.html", "/2019/ت/", "/2019/%d8%aa/"],
  ["content/a.md", "url: /2019/%41bc", "/2019/Abc/", "/2019/%41bc/"],
  ["content/a.md", "url: /2019/%d8%aaữ x/", "/2019/تữ x/", undefined],
  ["content/a.md", "url: /2019/%D8%AA/", "/2019/ت/", undefined],
  ["content/a.md", "url: '/:filename/%d8%aa/'", "/a/ت/", undefined],
  ["content/a.md", "slug: '%d8%AA-Y'", "/ت-y/", "/%d8%aa-y/"],
  ["content/posts/a.md", "slug: '%d8%AB-Y'", "/2024/ث-y/", undefined],
  ["content/a.md", "url: /vi\u00ea\u0323t/", "/vi\u1ec7t/", "/vi%C3%AA%CC%A3t/"],
];

for (const [path, frontMatter, url, printed] of SPELLINGS) {
  test(`${frontMatter} of ${path} is ${url}, printed by Hugo as ${printed ?? "we print it"}`, () => {
    const configuration = 'permalinks: { posts: "/:year/:slug/" }';
    const { card } = read(`date: 2024-01-01\n${frontMatter}`, { configuration, path }).page;
    assert.deepEqual([card.url, card.spelling], [url, printed]);
  });
}
