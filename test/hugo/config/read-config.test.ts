// Configuration files as authors write them: which count, what wins, what is said about them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inLanguage } from "../../../src/hugo/config/config.ts";
import { formatUrl, standsFor } from "../../../src/hugo/config/output-format.ts";
import { readConfig } from "../../../src/hugo/config/read-config.ts";
import { cpuTime } from "../../cpu-time.ts";

const yaml = (text: string) => readConfig([{ path: "hugo.yaml", text }]);

test("the address of the default language is the site's where that has none, and brings no link hook", () => {
  const read = (text: string) => readConfig([{ path: "hugo.yaml", text }]).config;
  const own = read(
    "languages: { vi: { baseURL: https://vi.example/ }, en: { baseURL: https://en.example/, weight: 1 } }\ndefaultContentLanguage: vi\n",
  );
  assert.equal(own.baseURL, "https://vi.example/");
  assert.equal(own.markup.goldmark.renderHooks.link.enableDefault, false);
  assert.deepEqual(
    own.languages.map((language) => language.own),
    [{}, {}],
  );
  const same = read("baseURL: https://x.example/\nlanguages: { vi: { baseURL: https://x.example/ } }\n");
  assert.equal(same.baseURL, "https://x.example/");
  assert.equal(same.markup.goldmark.renderHooks.link.enableDefault, true);
});

test("languages on hosts of their own are told: there is one address here", () => {
  const told = (text: string) => yaml(text).warnings.map(({ message }) => message);
  const hosts =
    "languages:\n  vi: { baseURL: https://vi.example/ }\n  en: { baseURL: https://en.example/ }\n";
  assert.match(
    told(hosts).join(),
    /^`languages.vi.baseURL`, `languages.en.baseURL`: a blog has one address here/,
  );
  assert.deepEqual(told(hosts.replaceAll(/vi\.e|en\.e/g, "e")), []);
  assert.deepEqual(told(hosts.replace("{ baseURL: https://en.example/ }", "{}")), []);
});

test("a site without any configuration has Hugo's defaults", () => {
  const { config, problems, warnings } = readConfig([]);
  assert.deepEqual([problems, warnings], [[], []]);
  assert.equal(config.languages.length, 1);
  assert.equal(config.languages[0]?.lang, "en");
  assert.deepEqual({ ...config.languages[0]?.taxonomies }, { tag: "tags", category: "categories" });
  assert.equal(config.languages[0]?.pagination.pagerSize, 10);
  assert.equal(config.languages[0]?.summaryLength, 70);
  assert.equal(config.rssLimit, -1);
  assert.equal(config.markup.highlight.style, "monokai");
  assert.equal(config.markup.highlight.noClasses, true);
  assert.equal(config.markup.goldmark.renderer.unsafe, false);
  assert.deepEqual(config.outputs.home, ["HTML", "RSS"]);
});

test("keys are read in any case, at every level", () => {
  const { config } = yaml(
    "BASEURL: https://blog.example/x\nMarkup: {GoldMark: {renderer: {UNSAFE: true}}}\n",
  );
  assert.equal(config.baseURL, "https://blog.example/x/");
  assert.equal(config.markup.goldmark.renderer.unsafe, true);
});

test("a language may have any of the site's settings otherwise, a map of them as a whole", () => {
  const { config } = yaml(
    "markup: {goldmark: {renderer: {unsafe: true, hardWraps: true}}}\n" +
      "languages:\n  en: {}\n  eo: {disablePathToLower: true, uglyURLs: true, markup: {goldmark: {renderer: {unsafe: false}}}}\n",
  );
  const [en, eo] = config.languages.map((language) => inLanguage(config, language));
  assert.deepEqual([en?.disablePathToLower, eo?.disablePathToLower], [false, true]);
  assert.equal(en?.markup.goldmark.renderer.hardWraps, true);
  assert.deepEqual(eo?.markup.goldmark.renderer, { hardWraps: false, unsafe: false, xhtml: false });
  assert.equal(eo?.uglyURLs, false, "as a language's own Hugo takes only a map of sections");
  assert.deepEqual(config.languages[0]?.own, {});
});

test("the old names of settings still work", () => {
  const { config, warnings } = yaml(
    "paginate: 7\npaginatePath: trang\nrssLimit: 3\npygmentsUseClasses: true\npygmentsStyle: friendly\n" +
      "googleAnalytics: G-1\nmenu: {main: [{name: Về, url: /ve/}]}\nauthor: {name: Lan}\ntheme: PaperMod\n",
  );
  assert.deepEqual(warnings, []);
  assert.equal(config.languages[0]?.pagination.pagerSize, 7);
  assert.equal(config.languages[0]?.pagination.path, "trang");
  assert.equal(config.rssLimit, 3);
  assert.equal(config.markup.highlight.noClasses, false);
  assert.equal(config.markup.highlight.style, "friendly");
  assert.deepEqual(config.services.googleanalytics, { id: "G-1" });
  assert.equal(config.languages[0]?.menus.main?.[0]?.name, "Về");
});

test("hugo.* is read and config.* is not, if both are there", () => {
  const { config } = readConfig([
    { path: "config.toml", text: 'title = "old"' },
    { path: "hugo.yaml", text: "copyright: new" },
  ]);
  assert.equal(config.languages[0]?.title, "");
  assert.equal(config.languages[0]?.copyright, "new");
});

test("files of config/_default are merged, and config/production over them", () => {
  const { config } = readConfig([
    { path: "config/_default/hugo.toml", text: 'title = "Sổ tay"\nbaseURL = "https://blog.example/"' },
    { path: "config/_default/params.yaml", text: "env: development\nlabel: {text: a, icon: b}" },
    { path: "config/_default/menus.vi.toml", text: '[[main]]\nname = "Thẻ"\nurl = "/tags/"' },
    { path: "config/_default/languages.toml", text: "[vi]\nweight = 1" },
    { path: "config/production/params.yaml", text: "env: production\nlabel: {text: c}" },
    { path: "config/staging/params.yaml", text: "env: staging" },
  ]);
  const [vi] = config.languages;
  assert.equal(vi?.title, "Sổ tay");
  assert.equal(vi?.params.env, "production");
  assert.deepEqual({ ...Object(vi?.params.label) }, { text: "c", icon: "b" });
  assert.equal(vi?.menus.main?.[0]?.url, "/tags/");
});

test("a language's params are merged over the root's, its other maps replace them", () => {
  const { config } = yaml(`
title: Sổ
defaultContentLanguage: vi
params: { a: 1, deep: { x: 1, y: 2 } }
taxonomies: { tag: tags }
menus: { main: [ { name: Chung, url: / } ], footer: [ { name: Chân, url: /f/ } ] }
languages:
  en: { weight: 2, title: Notes, languageName: English, params: { deep: { y: 3 } }, taxonomies: { topic: topics } }
  vi: { weight: 1, menus: { main: [ { name: Riêng, url: /r/ } ] } }
`);
  const [vi, en] = config.languages;
  assert.equal(vi?.title, "Sổ");
  assert.equal(en?.title, "Notes");
  assert.equal(en?.languageName, "English");
  assert.equal(en?.params.a, 1);
  assert.deepEqual({ ...Object(en?.params.deep) }, { x: 1, y: 3 });
  assert.deepEqual({ ...en?.taxonomies }, { topic: "topics" });
  assert.deepEqual({ ...vi?.taxonomies }, { tag: "tags" });
  assert.deepEqual(Object.keys(vi?.menus ?? {}), ["main"]);
  assert.deepEqual(Object.keys(en?.menus ?? {}), ["main", "footer"]);
  assert.equal(config.markup.goldmark.renderHooks.image.enableDefault, true);
});

test("a language's newer names count too", () => {
  const { config, warnings } = yaml("languages: {ar: {label: عربي, locale: ar-EG, direction: rtl}}");
  const [ar] = config.languages;
  assert.deepEqual([ar?.languageName, ar?.languageCode, ar?.languageDirection], ["عربي", "ar-EG", "rtl"]);
  assert.equal(yaml("locale: en-GB").config.languages[0]?.languageCode, "en-GB");
  assert.deepEqual(warnings, []);
});

test("languages stand in the order of weight, then name", () => {
  const { config } = yaml("languages: { en: { weight: 2 }, vi: { weight: 1 }, de: { weight: 2 } }");
  assert.deepEqual(
    config.languages.map(({ lang }) => lang),
    ["vi", "de", "en"],
  );
  assert.equal(config.defaultContentLanguage, "en");
});

test("kinds are disabled by their names of any time, RSS among them", () => {
  const { config } = yaml("disableKinds: [taxonomyTerm, RSS, Sitemap]\noutputs: {home: [html, rss, json]}");
  assert.deepEqual(config.disableKinds, ["taxonomy", "rss", "sitemap"]);
  assert.deepEqual([config.outputs.home, config.outputs.section], [["HTML", "JSON"], ["HTML"]]);
});

test("permalinks by section count for pages and terms, by kind for that kind", () => {
  const { config } = yaml(
    "permalinks: { posts: /:year/:slug/, section: { posts: /bai/ }, /notes/: /n/:title }",
  );
  const permalinks = config.languages[0]?.permalinks;
  assert.deepEqual({ ...permalinks?.page }, { posts: "/:year/:slug/", notes: "/n/:title" });
  assert.deepEqual({ ...permalinks?.term }, { posts: "/:year/:slug/", notes: "/n/:title" });
  assert.deepEqual({ ...permalinks?.section }, { posts: "/bai/" });
});

test("a syntax error names file and line, says what to do, and the other files still count", () => {
  const { config, problems } = readConfig([
    { path: "hugo.yaml", text: "title: a\nparams:\n  x: [1, 2\n" },
    { path: "config/_default/params.toml", text: 'b = "c"' },
    { path: "config/_default/menus.toml", text: "[[main]]\nname = x" },
  ]);
  assert.deepEqual(
    problems.map(({ path, line, code }) => ({ path, line, code })),
    [
      { path: "hugo.yaml", line: 3, code: "unreadable" },
      { path: "config/_default/menus.toml", line: 2, code: "unreadable" },
    ],
  );
  assert.match(problems[0]?.message ?? "", /bracket/);
  assert.equal(config.languages[0]?.params.b, "c");
});

test("a file that says nothing is no error: empty, null, comments alone", () => {
  const { config, problems } = readConfig([
    { path: "hugo.yaml", text: "title: a" },
    { path: "config/_default/permalinks.yml", text: "#post: /p/:slug/\n#page: /:slug/\n" },
    { path: "config/_default/menus.yaml", text: "---\n" },
    { path: "config/_default/params.toml", text: "# later\n" },
    { path: "config/_default/related.json", text: "null" },
  ]);
  assert.deepEqual(problems, []);
  assert.equal(config.languages[0]?.title, "a");
});

test("a key that is not read is named as it is written, with its line and what may be meant", () => {
  const { warnings } = readConfig([
    {
      path: "hugo.toml",
      text: 'canonicalURL = "x"\n[permalink]\nposts = "/:slug/"\n[languages.vi]\nWeigth = 1\ntitle = "x"\n[languages.vi.params]\ncanonicalurl = 1\n',
    },
    { path: "config/_default/languages.toml", text: "[en]\nweight = 2\nfoo = 1\n" },
  ]);
  const told = warnings.map(({ path, line, message }) => [path, line, message]);
  assert.deepEqual(told, [
    [
      "hugo.toml",
      1,
      "`canonicalURL` is not read. What belongs to a theme stands under `params`; otherwise it can go.",
    ],
    ["hugo.toml", 2, "`permalink` is not read. Is `permalinks` meant?"],
    ["hugo.toml", 5, "`languages.vi.Weigth` is not read. Is `weight` meant?"],
    [
      "config/_default/languages.toml",
      3,
      "`languages.en.foo` is not read. What belongs to a theme stands under `languages.en.params`; otherwise it can go.",
    ],
  ]);
});

test("a key that is not read is a warning with its line, once", () => {
  const { warnings } = yaml("title: a\nShowToc: true\nmarkup: {}\n");
  assert.equal(warnings.length, 1);
  assert.deepEqual([warnings[0]?.path, warnings[0]?.line], ["hugo.yaml", 2]);
});

test("what cannot be is said, and the default stands in its place", () => {
  const { config, warnings } = yaml(
    "baseURL: blog\ntimeZone: Mars/Base\nignoreFiles: ['(']\ndefaultContentLanguage: fr\nlanguages: {vi: {}}\n",
  );
  assert.equal(config.baseURL, "");
  assert.equal(config.languages[0]?.timeZone, "");
  assert.deepEqual(config.ignoreFiles, []);
  assert.equal(config.defaultContentLanguage, "vi");
  assert.deepEqual(warnings.map(({ line }) => line).sort(), [1, 2, 3, 4]);
});

test("aliases that multiply, endless nesting and __proto__ do no harm", () => {
  const bomb = ["a: &a [x,x,x,x,x,x,x,x,x]"];
  for (const [from, to] of ["ab", "bc", "cd", "de", "ef", "fg", "gh"].map((p) => [p[0], p[1]])) {
    bomb.push(`${to}: &${to} [${Array(9).fill(`*${from}`).join(",")}]`);
  }
  const before = cpuTime();
  assert.equal(yaml(bomb.join("\n")).problems.length, 1);
  assert.equal(yaml(`a: ${"[".repeat(20_000)}`).problems.length, 1);
  assert.equal(readConfig([{ path: "hugo.json", text: `{"a":${"[".repeat(200_000)}` }]).problems.length, 1);
  assert.equal(readConfig([{ path: "hugo.toml", text: `a = ${"[".repeat(20_000)}` }]).problems.length, 1);
  assert.ok(cpuTime() - before < 10_000);
  readConfig([{ path: "hugo.json", text: '{"params": {"__proto__": {"polluted": true}}}' }]);
  assert.equal(Object({}).polluted, undefined);
});

test("a value that is none of its kind is named with its line, once, and Hugo's default stands", () => {
  const text = `summaryLength: many
pagination: { pagerSize: -3 }
buildDrafts: perhaps
uglyURLs: { posts: true }
taxonomies: tags
params: [a]
languages:
  en: { weight: first, title: A }
  vi: { paginate: none, pagination: { pagerSize: none }, taxonomies: tags }
  fr: French
rssLimit: ""
`;
  const { config, warnings } = yaml(text);
  assert.deepEqual(
    warnings
      .map(({ line, message }) => [line, /^`([^`:]+)/.exec(message)?.[1]])
      .sort(([a], [b]) => Number(a) - Number(b)),
    [
      [1, "summaryLength"],
      [2, "pagination.pagerSize"],
      [3, "buildDrafts"],
      [5, "taxonomies"],
      [6, "params"],
      [7, "languages.fr"],
      [7, "languages.en.weight"],
      [7, "languages.vi.taxonomies"],
      [7, "languages.vi.paginate"],
      [7, "languages.vi.pagination.pagerSize"],
    ],
  );
  const [en] = config.languages;
  assert.deepEqual(
    [en?.summaryLength, en?.pagination.pagerSize, config.buildDrafts, config.uglySections],
    [70, 10, false, ["posts"]],
  );
  assert.match(yaml("languages: 7\n").warnings[0]?.message ?? "", /^`languages: 7` is not read: write a map/);
});

test("of an old kind and its new name the new one stands, wherever it is written", () => {
  for (const outputs of [
    "outputs: { taxonomy: [html, rss], taxonomyTerm: [html] }",
    "outputs: { taxonomyTerm: [html], taxonomy: [html, rss] }",
  ])
    assert.deepEqual(yaml(outputs).config.outputs.taxonomy, ["HTML", "RSS"]);
  assert.deepEqual(yaml("outputs: { taxonomyTerm: [html] }").config.outputs.taxonomy, ["HTML"]);
});

test("a sitemap's settings that search engines would refuse are named, and left out", () => {
  const { config, warnings } = yaml(
    "title: A\nsitemap: { changefreq: often, priority: 5, filename: a/b.txt }",
  );
  assert.deepEqual(
    warnings.map(({ line, message }) => [line, /^`([^:]+):/.exec(message)?.[1]]),
    ["changefreq", "priority", "filename"].map((name) => [2, `sitemap.${name}`]),
  );
  assert.equal(config.sitemap.filename, "");
  assert.deepEqual(yaml("sitemap: { changefreq: '', priority: -1, filename: sitemap.xml }").warnings, []);
});

test("a media type of one's own that is HTML is a page to be read", () => {
  const { config } = yaml(`mediaTypes: { text/html+custom: { suffixes: [htm] } }
outputFormats: { Print: { mediaType: text/html+custom, baseName: print } }`);
  const format = config.outputFormats.PRINT;
  assert.ok(format);
  assert.equal(standsFor(format, "taxonomy"), "alias");
  assert.equal(formatUrl(format, { kind: "taxonomy", url: "/tags/", prefix: "" }), "/tags/print.htm");
});
