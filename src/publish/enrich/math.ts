// Mathematics: formulas become MathML, which browsers set by themselves. One that cannot be read stays
// as it was written, with a note, and its author is told the line.

import { escapeHtml } from "../../hugo/markdown/escape.ts";
import type { Warning } from "../../site/problem.ts";
import { type Enriched, type EnrichedPage, lineOf } from "./concern.ts";
import { type Formula, findFormulas } from "./find-formula.ts";
import { mathSetting } from "./math-setting.ts";

/** Characters of MathML in a page: more would not fit the database beside the text. */
const MAX_MATHML = 800_000;
/** What a character of a broken formula counts for: finding out that it is broken may have cost as much as printing it. */
const BROKEN = 50;

export async function enrichMath(html: string, page: EnrichedPage): Promise<Enriched> {
  const setting = mathSetting(page);
  if (setting === null && !html.includes('"deckle-math"')) return { html, warnings: [] };
  const { formulas, split } = findFormulas(html, setting);
  const warnings: Warning[] = split === null ? [] : [splitWarning(html.slice(split), page)];
  if (formulas.length === 0) return { html, warnings };
  const { FormulaRenderer } = await import("./render-formula.ts");
  if (formulas.some(({ tex }) => CHEMISTRY.test(tex))) await import("katex/contrib/mhchem");
  const renderer = new FormulaRenderer();
  const wrong = setting === null || setting.macros === "" ? null : renderer.define(setting.macros);
  if (wrong !== null) warnings.push({ path: page.file, message: `params.mathMacros: ${wrong}` });
  let made = "";
  let from = 0;
  let size = 0;
  let wasTooMuch = false;
  for (const formula of formulas) {
    const { start, end } = formula;
    const isTooMuch = size >= MAX_MATHML;
    const result = isTooMuch ? { problem: TOO_MUCH } : renderer.render(formula);
    if ("problem" in result && !wasTooMuch) warnings.push(warningOf(formula, result.problem, page));
    wasTooMuch = isTooMuch;
    const replaced = "html" in result ? result.html : problemNote(html.slice(start, end), result.problem);
    size += "html" in result ? replaced.length : (end - start) * BROKEN;
    made += html.slice(from, start) + replaced;
    from = end;
  }
  return { html: made + html.slice(from), warnings, needs: ["math"] };
}

/** Formulas of chemistry, by the package that MathJax and KaTeX have for them. */
const CHEMISTRY = /\\(?:ce|pu)\b/;

const TOO_MUCH = "from here on the page has more mathematics than it can hold: split it";

/** Kept text may hold bare `<` and `&`; what Goldmark printed is escaped already. */
function problemNote(source: string, problem: string): string {
  const text = source
    .replace(/&(?!#?\w+;)/g, "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
  return `<code class="deckle-problem" title="${escapeHtml(problem)}">${text}</code>`;
}

/** Its first words stand in the file as they stand here, most likely. */
function splitWarning(html: string, { file, text, config }: EnrichedPage): Warning {
  const first = /^.[^\n<&]*\n?[^\n<&]*/s.exec(html)?.[0].trim() ?? "";
  return {
    path: file,
    ...lineOf(first, text),
    message: `the formula ${shorten(first)} stays text, because ${
      config.markup.goldmark.extensions.passthrough.enable
        ? "its end does not stand in the same paragraph: mend it, or take out the blank line"
        : "Markdown took signs from it or it has no end: switch on markup.goldmark.extensions.passthrough"
    }`,
  };
}

function warningOf({ tex }: Formula, problem: string, { file, text }: EnrichedPage): Warning {
  const first = tex.trim().split("\n", 1)[0] ?? "";
  return {
    code: "not-rendered",
    path: file,
    ...lineOf(first, text),
    message: `the formula ${shorten(first)}: ${problem}`,
  };
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
