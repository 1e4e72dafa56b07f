// A formula's TeX to MathML by KaTeX, within bounds whatever its author wrote. Loaded when a page has one.

import katex from "katex";
import { escapeHtml } from "../../hugo/markdown/escape.ts";
import type { Formula } from "./find-formula.ts";
import { toCoreMathml } from "./mathml.ts";

/** Expansions of macros: a definition of the author's own could make much of little. */
const MAX_EXPANSIONS = 1000;
const MAX_OWN_EXPANSIONS = 100;
const DEFINES = /\\(?:[gex]?def|let|futurelet|global|(?:re)?new(?:command|environment)|providecommand)\b/;

/** What MathJax knows and KaTeX does not. Nothing is numbered, so a label leads nowhere. */
const MACROS = { "\\label": "\\@secondoftwo{#1}{}", "\\mbox": "\\text{#1}", "\\mit": "\\it" };

export function renderFormula({ tex, display }: Formula): { html: string } | { problem: string } {
  try {
    const printed = katex.renderToString(tex, {
      output: "mathml",
      displayMode: display,
      strict: false,
      trust: false,
      maxSize: 20,
      // A copy: what a formula defines is its own.
      macros: { ...MACROS },
      maxExpand: DEFINES.test(tex) ? MAX_OWN_EXPANSIONS : MAX_EXPANSIONS,
    });
    const inner = INNER.exec(printed)?.[1];
    if (inner === undefined) return { problem: "KaTeX gave no MathML" };
    const block = display ? ' display="block"' : "";
    const math = `<math${block} alttext="${escapeHtml(tex.trim())}">${toCoreMathml(inner)}</math>`;
    return { html: display ? `<span class="math" tabindex="0">${math}</span>` : math };
  } catch (error) {
    if (error instanceof katex.ParseError) return { problem: error.rawMessage };
    // Nested more deeply than the stack is.
    if (error instanceof RangeError) return { problem: "it is nested too deeply" };
    throw error;
  }
}

/** Without the annotation: the TeX stands in `alttext`, where no reader of plain text sees it twice. */
const INNER =
  /^<span class="katex"><math[^>]*><semantics>([\s\S]*)<annotation encoding="application\/x-tex">/;
