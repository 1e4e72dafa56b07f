import assert from "node:assert/strict";
import { test } from "node:test";
import { authorStyle } from "../../src/publish/author-style.ts";
import { minifyCss } from "../../src/publish/minify-css.ts";
import { cpuTime } from "../cpu-time.ts";

const MINIFIED: [what: string, css: string, made: string][] = [
  [
    "comments and spaces",
    "/* a */ .a ,\n.b {\n  color : red ;\n  margin: 0 auto;\n}\n",
    ".a,.b{color : red;margin: 0 auto}",
  ],
  ["a comment between two words keeps them apart", "a/* x */b{}", "a b{}"],
  ["strings", `a::after { content: "/* no */  {;}" ; }`, `a::after{content: "/* no */  {;}"}`],
  ["escaped quotes", `a{content:"\\"  }"}  b{}`, `a{content:"\\"  }"}b{}`],
  [
    "addresses",
    "a{background:url(data:image/png;base64,AA==)  no-repeat}",
    "a{background:url(data:image/png;base64,AA==) no-repeat}",
  ],
  ["a descendant before a pseudo-class", "a :hover , b:hover{}", "a :hover,b:hover{}"],
  ["operators of a sum", "a{width:calc(1px  +  2px)}", "a{width:calc(1px + 2px)}"],
  ["a comment that is not closed", "a{} /* b{}", "a{}"],
  ["a string that is not closed", `a{} "b {}`, `a{}"b {}`],
  ["nothing", "  /* */ ", ""],
];

for (const [what, css, made] of MINIFIED) {
  test(`an author's sheet keeps what it says: ${what}`, () => assert.equal(minifyCss(css), made));
}

test("hostile and long sheets are minified in linear time", () => {
  const start = cpuTime();
  for (const part of ["/*", "url(", `"\\`, "  ", "'", "a b{c:d}\n"]) minifyCss(part.repeat(100_000));
  assert.ok(cpuTime() - start < 3000);
});

test("properties of the configuration come before the author's sheets, in the order of their names", async () => {
  const { css, hash } = await authorStyle({
    params: { properties: { accent: "#0a7", "main-width": "70ch" }, propertiesdark: { accent: "#7db" } },
    sources: [
      { path: "assets/css/extended/b.css", text: "b { c: d }" },
      { path: "assets/css/extended/a.css", text: "a { c: d }" },
      { path: "assets/css/other.css", text: "no {}" },
    ].toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  });
  assert.equal(
    css,
    ':root{--accent:#0a7;--main-width:70ch}@media screen and (prefers-color-scheme:dark){:root:not([data-theme="light"]){--accent:#7db}}@media screen{:root[data-theme="dark"]{--accent:#7db}}a{c: d}\nb{c: d}',
  );
  assert.match(hash, /^[\w+/]{43}=$/);
});

test("an author's copy of PaperMod's custom properties keeps its colours, and the measures that are their own", async () => {
  const text = `:root {
    --gap: 24px;
    --main-width: 900px;
    --theme: rgb(220, 224, 232);
    --hljs-bg: rgb(28, 29, 33);
    --latte: rgb(30, 102, 245);
  }
  .dark { --theme: #111; }
  .list { background: var(--code-bg); }
  a:hover { color: var(--latte) }`;
  const { css, warnings } = await authorStyle({
    params: { properties: { accent: "#0a7" } },
    sources: [{ path: "assets/css/core/theme-vars.css", text }],
  });
  assert.equal(
    css,
    ':root{--main-width:900px;--theme:rgb(220,224,232);--latte:rgb(30,102,245)}@media screen and (prefers-color-scheme:dark){:root:not([data-theme="light"]){--theme:#111}}@media screen{:root[data-theme="dark"]{--theme:#111}}:root{--accent:#0a7}',
  );
  assert.deepEqual(warnings, []);
  const later = text.replace(".dark", ':root[data-theme="dark"]');
  const sources = [{ path: "assets/css/core/theme-vars.css", text: later }];
  assert.match((await authorStyle({ params: {}, sources })).css, /dark"\]\{--theme:#111\}/);
});

test("`.dark`, by which earlier PaperMods mark a page, means ours", async () => {
  const dark = '[data-theme="dark"] body';
  const cases: [text: string, css: string][] = [
    [".dark .post-entry{}", `${dark} .post-entry{}`],
    ["a,.dark a{}", `a,${dark} a{}`],
    ["body.dark{}", `${dark}{}`],
    [".dark.list{}", `${dark}.list{}`],
    ["body:not(.dark) a{}", `body:not(${dark}) a{}`],
    ["@media print{.dark{}}", `@media print{${dark}{}}`],
    [".button.dark{}", ".button.dark{}"],
    [".dark-mode{}", ".dark-mode{}"],
    ["html.dark{}", "html.dark{}"],
  ];
  for (const [text, css] of cases) {
    const sources = [{ path: "assets/css/extended/a.css", text }];
    assert.equal((await authorStyle({ params: {}, sources })).css, css);
  }
});

test("copies of PaperMod's other sheets are named once", async () => {
  const sources = ["common/header", "common/main", "core/reset"].map((name) => ({
    path: `assets/css/${name}.css`,
    text: "a{}",
  }));
  const { css, warnings } = await authorStyle({ params: {}, sources });
  assert.equal(css, "");
  assert.equal(warnings.length, 1);
  assert.match(warnings[0]?.message ?? "", /2 more/);
});

test("a property cannot become anything else", async () => {
  const properties = { a: "1px}b{c:d", b: "</style>", c: "x;y:z", "d e": "1", f: "red" };
  assert.equal((await authorStyle({ params: { properties }, sources: [] })).css, ":root{--f:red}");
});

test("a sheet that would end its element is left out with a warning", async () => {
  const sources = [{ path: "assets/css/extended/a.css", text: "a{}</style><script>" }];
  const { css, hash, warnings } = await authorStyle({ params: {}, sources });
  assert.deepEqual([css, hash, warnings.length], ["", "", 1]);
});

test("a selector that counts on an <img>'s own place is named with its line, and printed as it is", async () => {
  const style = (text: string) =>
    authorStyle({ params: {}, sources: [{ path: "assets/css/extended/a.css", text }] });
  for (const selector of ["figure > img", "p>img", "img + em", "h2~img", "img~p"]) {
    const { css, warnings } = await style(`/* x > img\n */\n${selector}{}`);
    assert.equal(css, `${minifyCss(selector)}{}`);
    assert.deepEqual(
      warnings.map(({ line }) => line),
      [3],
      selector,
    );
  }
  for (const text of [
    "figure img{}",
    "figure > imgs{}",
    ".img + em{}",
    "/* p > img */",
    "a > .img{}",
    "/* ".repeat(50_000),
  ])
    assert.deepEqual((await style(text)).warnings, [], text.slice(0, 20));
});
