// A formula's TeX to MathML by KaTeX, within bounds whatever its author wrote. Loaded when a page has one.

import katex from "katex";
import { escapeHtml } from "../../hugo/markdown/escape.ts";
import type { Formula } from "./find-formula.ts";
import { toCoreMathml } from "./mathml.ts";

/** Expansions of macros: a definition of the author's own could make much of little. */
const MAX_EXPANSIONS = 1000;
const MAX_OWN_EXPANSIONS = 100;
const DEFINES =
  /\\(?:[gex]?def|let|futurelet|global|(?:re)?new(?:command|environment)|providecommand|DeclareMathOperator)\b/;

/** Commands that one formula defines although they are known. */
const MAX_REDEFINED = 50;

/** Tokens of a definition that holds in the formulas after it. */
const MAX_BODY = 100;

/** What MathJax knows and KaTeX does not. Nothing is numbered, so a label leads nowhere. */
const MACROS: Macros = {
  "\\label": "\\@secondoftwo{#1}{}",
  "\\mbox": "\\text{#1}",
  "\\mit": "\\it",
  "\\DeclareMathOperator": "\\@ifstar\\@operatorwithlimits\\@operator",
  "\\@operator": "\\gdef#1{\\operatorname{#2}}",
  "\\@operatorwithlimits": "\\gdef#1{\\operatorname*{#2}}",
};

type Macros = NonNullable<katex.KatexOptions["macros"]>;
type Rendered = { html: string } | { problem: string };

/** The formulas of one page in their order: what one defines holds in those after it, as with MathJax. */
export class FormulaRenderer {
  #macros = { ...MACROS };

  /** TeX that only defines. What is wrong with it; `null` if nothing is. */
  define(tex: string): string | null {
    const result = this.render({ tex, display: false });
    return "problem" in result ? result.problem : null;
  }

  render({ tex, display }: Pick<Formula, "tex" | "display">): Rendered {
    let written = tex;
    for (let attempt = 0; ; attempt++) {
      try {
        return this.#print({ tex, display }, written);
      } catch (error) {
        if (!(error instanceof katex.ParseError)) return unreadable(error);
        const again = attempt < MAX_REDEFINED ? rewritten(written, error) : null;
        if (again === null) return { problem: error.rawMessage };
        written = again;
      }
    }
  }

  #print({ tex, display }: Pick<Formula, "tex" | "display">, written: string): Rendered {
    const defines = DEFINES.test(tex);
    const macros = { ...this.#macros };
    const printed = katex.renderToString(written, {
      output: "mathml",
      displayMode: display,
      strict: false,
      trust: false,
      maxSize: 20,
      macros,
      globalGroup: true,
      maxExpand: defines ? MAX_OWN_EXPANSIONS : MAX_EXPANSIONS,
    });
    if (defines) this.#keep(macros);
    const inner = INNER.exec(printed)?.[1];
    if (inner === undefined) return { problem: "KaTeX gave no MathML" };
    const block = display ? ' display="block"' : "";
    const math = `<math${block} alttext="${escapeHtml(tex.trim())}">${toCoreMathml(inner)}</math>`;
    return { html: display ? `<span class="math" tabindex="0">${math}</span>` : math };
  }

  /** KaTeX has put the definitions among them, as tokens. */
  #keep(macros: { [name: string]: unknown }): void {
    for (const [name, body] of Object.entries(macros)) {
      const { tokens = [] } =
        typeof body === "object" && body !== null ? (body as { tokens?: unknown[] }) : {};
      if (tokens.length > 0 && tokens.length <= MAX_BODY) this.#macros[name] = body as Macros[string];
    }
  }
}

/** As MathJax would have read it; `null` if that makes no difference. */
const rewritten = (tex: string, error: katex.ParseError): string | null =>
  redefining(tex, error) ?? withPlainText(tex, error);

/** A bare `_` or `^` in `\text{…}` is itself. */
function withPlainText(tex: string, { rawMessage }: katex.ParseError): string | null {
  if (!/got '[_^]'/.test(rawMessage)) return null;
  const again = tex.replace(/\\(?:text\w*|mbox)\s*\{[^{}$]*\}/g, (text) =>
    text.replace(/(?<!\\)[_^]/g, escapeSign),
  );
  return again === tex ? null : again;
}

const escapeSign = (sign: string): string => (sign === "_" ? "\\_" : "\\textasciicircum ");

/** MathJax lets `\newcommand` define what is known already; KaTeX wants another word for it. */
function redefining(tex: string, { rawMessage }: katex.ParseError): string | null {
  const name = /attempting to redefine (\\[a-zA-Z]+|\\.);/.exec(rawMessage)?.[1];
  if (name === undefined) return null;
  const again = tex.replace(
    new RegExp(`\\\\newcommand(\\*?\\s*\\{?\\s*${name.replace(/[^a-zA-Z]/g, "\\$&")}(?![a-zA-Z]))`),
    "\\renewcommand$1",
  );
  return again === tex ? null : again;
}

/** Nested more deeply than the stack is. */
function unreadable(error: unknown): { problem: string } {
  if (error instanceof RangeError) return { problem: "it is nested too deeply" };
  throw error;
}

/** Without the annotation: the TeX stands in `alttext`, where no reader of plain text sees it twice. */
const INNER =
  /^<span class="katex"><math[^>]*><semantics>([\s\S]*)<annotation encoding="application\/x-tex">/;
