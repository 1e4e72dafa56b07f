// Formulas of a page become MathML, prices stay prices, and nothing an author writes hurts.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readConfig } from "../../src/hugo/config/read-config.ts";
import { findFormulas } from "../../src/publish/enrich/find-formula.ts";
import { mathSetting } from "../../src/publish/enrich/math-setting.ts";
import { FormulaRenderer } from "../../src/publish/enrich/render-formula.ts";
import { cpuTime } from "../cpu-time.ts";
import { enrichMarkdown } from "./enrich-page.ts";

const PASSTHROUGH = `markup: {goldmark: {renderer: {unsafe: true}, extensions: {passthrough: {enable: true, delimiters: {
  block: [['\\[', '\\]'], ['$$', '$$']], inline: [['\\(', '\\)'], ['$', '$']]}}}}}`;
const MATH = { params: { math: true } };

/** The TeX of each formula, displayed ones in brackets. */
function formulasOf(html: string): string[] {
  return Array.from(html.matchAll(/<math( display="block")? alttext="([^"]*)"/g), ([, display, tex = ""]) =>
    display === undefined ? tex : `[${tex}]`,
  );
}

describe("with `math: true`", () => {
  const cases: [string, string[]][] = [
    ["Euler: $e^{i\\pi} = -1$.", ["e^{i\\pi} = -1"]],
    ["$$\na = b\n$$", ["[a = b]"]],
    ["It costs $5 and $10, or from $5-$10.", []],
    ["Set $HOME and $PATH, or $A_B=1 and $C.", []],
    ["Careless: $ x^2$ and $\\alpha $.", ["x^2", "\\alpha"]],
    ["Spaced: $ x_1 $, but $ 5 and $ 6.", ["x_1"]],
    ["\\\\(a\\\\) and \\\\[b\\\\]", ["a", "[b]"]],
    ["`$x$`, and $y$", ["y"]],
    ["    $x$\n\n```\n$$x$$\n```\n", []],
    ["$a < b$ and $f'(x)$", ["a &lt; b", "f'(x)"]],
    ["$$\\text{if $x$ is}$$", ["[\\text{if $x$ is}]"]],
    ["\\begin{equation}x\\end{equation}", ["[\\begin{equation}x\\end{equation}]"]],
    // As in Hugo: Markdown took the stars before anybody saw a formula.
    ["$a *b* c$", []],
  ];
  for (const [body, expected] of cases) {
    it(JSON.stringify(body), async () => {
      assert.deepEqual(formulasOf((await enrichMarkdown(body, MATH)).html), expected);
    });
  }
});

describe("with passthrough", () => {
  const cases: [string, string[]][] = [
    ["$a *b* c$ and \\(0<x<1\\)", ["a *b* c", "0&lt;x&lt;1"]],
    [
      "$$\\begin{aligned}a&=b\\\\c&=d\\end{aligned}$$",
      ["[\\begin{aligned}a&amp;=b\\\\c&amp;=d\\end{aligned}]"],
    ],
    ["\\$5 and \\$6", []],
    // What the browser would have read.
    ["\\( o_{&lt;t} \\) and $|o| &#124; x &gt; y$", ["o_{&lt;t}", "|o| | x &gt; y"]],
    // Hugo leaves the quote's signs in it.
    ["> $$a\n> = b$$", ["[a\n= b]"]],
    ["<div>$$x$$ $y$, for $5 or $6</div>", ["[x]", "y"]],
  ];
  for (const [body, expected] of cases) {
    it(JSON.stringify(body), async () => {
      assert.deepEqual(formulasOf((await enrichMarkdown(body, { yaml: PASSTHROUGH })).html), expected);
    });
  }

  it("a page's `math: false` switches it off", async () => {
    const { html, needs } = await enrichMarkdown("$x$", { yaml: PASSTHROUGH, params: { math: false } });
    assert.deepEqual([html, needs], ["<p>$x$</p>\n", []]);
  });
});

it("a page without a formula is what Hugo printed, and needs nothing", async () => {
  for (const setting of [{}, MATH, { yaml: PASSTHROUGH }]) {
    const { html, before, needs } = await enrichMarkdown("No $ here, and 5 < 6.", setting);
    assert.deepEqual([html, needs], [before, []]);
  }
  assert.equal((await enrichMarkdown("$x$")).html, "<p>$x$</p>\n");
});

it("a render hook's transform.ToMath is a formula, too", async () => {
  const hook = `{{- with try (transform.ToMath .Inner (dict "displayMode" (eq .Type "block"))) }}{{ .Value }}{{ end -}}`;
  const { html, needs } = await enrichMarkdown("Say $x < y$.\n\n$$z$$", {
    yaml: PASSTHROUGH,
    texts: { "layouts/_default/_markup/render-passthrough.html": hook },
  });
  assert.deepEqual([formulasOf(html), needs], [["x &lt; y", "[z]"], ["math"]]);
});

describe("MathML", () => {
  const print = (tex: string, display = false) => {
    const result = new FormulaRenderer().render({ tex, display });
    return "html" in result ? result.html : result.problem;
  };

  it("has Unicode's letters where browsers know no variants", () => {
    const letters = print("\\mathbb{R}\\mathcal{L}\\mathbf{x1}\\boldsymbol{\\alpha}\\mathfrak{g}");
    assert.deepEqual(letters.match(/(?<=<m[in]>)[^<]+/g), ["ℝ", "ℒ", "𝐱", "𝟏", "𝜶", "𝔤"]);
  });

  it("takes bare signs in a text for themselves, as MathJax does", () => {
    assert.match(print("\\text{a_b,x^2}_i"), /<msub><mtext>a_b,x\^2<\/mtext><mi>i<\/mi>/);
    assert.equal(print("a_b_c"), "Double subscript");
  });

  it("aligns a table's columns by style", () => {
    const cells = print("\\begin{array}{l|cr}a&b&c\\end{array}").match(/<mtd[^>]*>/g);
    assert.deepEqual(cells, [
      '<mtd style="text-align:left">',
      '<mtd style="border-left:1px solid">',
      '<mtd style="text-align:right">',
    ]);
  });

  it("knows what MathJax knows: a label is not printed, a box is text", () => {
    const letters = (tex: string) => print(tex, true).match(/(?<=<m(?:i|o|text)>)[^<]+/g);
    assert.deepEqual(letters("\\begin{align}\\label{eq:1}a&=b\\\\ c&=d\\end{align}"), [..."a=bc=d"]);
    assert.deepEqual(letters("{\\mit V}\\mbox{ if }x"), ["V", "\u00a0if\u00a0", "x"]);
    assert.deepEqual(letters("\\gdef\\mbox#1{\\alpha}\\mbox{b}"), ["α"]);
    assert.deepEqual(letters("\\mbox{b}"), ["b"]);
  });

  it("of a displayed formula scrolls inside itself and can be reached by keyboard", () => {
    assert.match(print("x", true), /^<span class="math" tabindex="0"><math display="block" alttext="x">/);
  });
});

describe("a formula that cannot be read", () => {
  it("because Markdown took its signs is named to its author", async () => {
    const { html, warnings } = await enrichMarkdown("One.\n\n$$a *b* c$$\n\n$$\nd *e* f\n$$", MATH);
    assert.deepEqual(formulasOf(html), []);
    assert.deepEqual(
      warnings.map(({ line }) => line),
      [6],
    );
    assert.match(warnings[0]?.message ?? "", /passthrough/);
  });

  it("stays as it was written, and its author is told the line", async () => {
    const { html, warnings } = await enrichMarkdown("One.\n\nTwo $\\frac{1}$ and $x$.", MATH);
    assert.match(html, /<code class="deckle-problem" title="[^"]+">\$\\frac\{1\}\$<\/code> and <math/);
    assert.deepEqual(
      warnings.map(({ path, line }) => ({ path, line })),
      [{ path: "content/posts/a.md", line: 6 }],
    );
    assert.match(warnings[0]?.message ?? "", /\\frac\{1\}/);
  });

  it("runs and loads nothing", async () => {
    const tex = "$\\href{javascript:alert(1)}{x} \\includegraphics{https://e.example/x.png} \\htmlId{a}{b}$";
    const { html } = await enrichMarkdown(`${tex} $x"><script>$`, { yaml: PASSTHROUGH });
    assert.doesNotMatch(html.replaceAll(/alttext="[^"]*"/g, ""), /<script|<a |<img|id="a"/);
  });
});

it("formulas of chemistry are read", async () => {
  const { html, warnings } = await enrichMarkdown("$\\ce{SO4^2-}$ at $\\pu{25 kJ}$", { yaml: PASSTHROUGH });
  assert.deepEqual(warnings, []);
  assert.match(html, />S<\/mi><mi[^>]*>O<\/mi>/);
});

describe("definitions", () => {
  const math = {
    yaml: `${PASSTHROUGH}\nparams:\n  mathMacros: |\n    \\newcommand{\\R}{\\mathbb{R}}\n    \\DeclareMathOperator{\\Hom}{Hom}\n    \\DeclareMathOperator*{\\colim}{colim}\n`,
  };

  it("of the site hold on every page", async () => {
    const { html, warnings } = await enrichMarkdown("$\\Hom(\\R, x)$ and $\\colim_i x$", math);
    assert.deepEqual(warnings, []);
    assert.match(html, />Hom<\/mi>.*ℝ.*>colim<\/mi>/s);
  });

  it("of a formula hold in those after it, and may be written again", async () => {
    const twice = "$\\newcommand{\\Q}{\\mathbb{Q}}\\Q$ $\\Q$ $\\newcommand{\\Q}{q}\\Q$";
    const { html, warnings } = await enrichMarkdown(twice, { yaml: PASSTHROUGH });
    assert.deepEqual(warnings, []);
    assert.equal(html.match(/<mi[^>]*>ℚ<\/mi>/g)?.length, 2);
    const other = await enrichMarkdown("$\\Q$", { yaml: PASSTHROUGH });
    assert.match(other.warnings[0]?.message ?? "", /Undefined control sequence: \\Q/);
  });

  it("may define what is known already, as MathJax lets them", async () => {
    const body = "$\\newcommand{\\R}{r}\\newcommand\\vec[1]{#1}\\R$ $\\R\\vec{y}$";
    const { html, warnings } = await enrichMarkdown(body, { yaml: PASSTHROUGH });
    assert.deepEqual(warnings, []);
    assert.doesNotMatch(html, /ℝ|⃗/);
  });

  it("that cannot be read are told once a page", async () => {
    const yaml = `${PASSTHROUGH}\nparams: { mathMacros: '\\newcommand{' }\n`;
    const { warnings } = await enrichMarkdown("$x$ $y$", { yaml });
    assert.deepEqual(
      warnings.map(({ message }) => message.split(":", 1)[0]),
      ["params.mathMacros"],
    );
  });

  it("do not multiply what formulas after them cost", () => {
    const renderer = new FormulaRenderer();
    assert.equal(renderer.define(`\\def\\a{${"x".repeat(4000)}}\\def\\b{xy}`), null);
    assert.ok("problem" in renderer.render({ tex: "\\a", display: false }));
    assert.ok("html" in renderer.render({ tex: "\\b", display: false }));
    assert.ok("problem" in renderer.render({ tex: "\\b".repeat(2000), display: false }));
  });
});

describe("hostile text", () => {
  const { config } = readConfig([]);
  const setting = mathSetting({ config, params: { math: true }, siteParams: {}, formulas: [] });
  const texts: { [name: string]: string } = {
    "openings that nothing closes": "\\(",
    "openings with braces": "\\({",
    dollars: "$ ",
    "tags without an end": '<a "',
    "code without an end": "<code>",
    "comments without an end": "<!--",
    environments: "\\begin{align}",
  };
  for (const [name, text] of Object.entries(texts)) {
    it(`${name} take no longer than they are long`, () => {
      const time = (length: number) => {
        const html = text.repeat(length / text.length);
        const start = cpuTime();
        findFormulas(html, setting);
        return cpuTime() - start;
      };
      time(50_000);
      const [short, long] = [time(100_000), time(1_000_000)];
      assert.ok(long < 40 * Math.max(short, 5), `${short} ms, then ${long} ms`);
    });
  }

  it("a formula that multiplies itself is refused", () => {
    const define =
      "\\def\\a{xxxxxxxxxx}\\def\\b{\\a\\a\\a\\a\\a\\a\\a\\a\\a\\a}\\b\\b\\b\\b\\b\\b\\b\\b\\b\\b\\b\\b";
    for (const tex of [define, "x^{".repeat(1600) + "}".repeat(1600), "\\a".repeat(2000)]) {
      assert.ok("problem" in new FormulaRenderer().render({ tex, display: true }), tex.slice(0, 20));
    }
  });

  it("more mathematics than a page can hold stays text", async () => {
    const { html, warnings } = await enrichMarkdown(`$${"x ".repeat(900)}y$\n`.repeat(100), MATH);
    assert.ok(html.length < 2_000_000, String(html.length));
    assert.equal(warnings.length, 1);
    assert.match(warnings[0]?.message ?? "", /more mathematics than it can hold/);
  });
});
