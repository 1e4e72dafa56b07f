// Whether a page has mathematics, and between which signs. Owns the rules; finding formulas is math.ts.

import type { HugoConfig } from "../../hugo/config/config.ts";
import type { Formula } from "../../hugo/markdown/content.ts";
import type { Params } from "../../site/page.ts";

export interface Delimiters {
  open: string;
  close: string;
  display: boolean;
  /** Stands in prices, too: counts only where pandoc would take it for a formula's. */
  ambiguous?: true;
}

export interface MathSetting {
  /** Longest first, so that `$$` is not two of `$`. */
  delimiters: Delimiters[];
  /** What Goldmark's passthrough kept from Markdown, delimiters and all, with what is to be set: formulas for certain. */
  kept: ReadonlyMap<string, string>;
  /** TeX that defines what all formulas may use: `params.mathMacros`. */
  macros: string;
}

/** Names that themes and their users give to the switch. */
const SWITCHES = ["math", "katex", "mathjax"];

/** As KaTeX's auto-render with the dollar, which nearly every blog adds. */
const USUAL: Delimiters[] = [
  { open: "$$", close: "$$", display: true },
  { open: "\\[", close: "\\]", display: true },
  { open: "\\(", close: "\\)", display: false },
  ...["equation", "align", "alignat", "gather", "CD"].flatMap((name) =>
    [name, `${name}*`].map((environment) => ({
      open: `\\begin{${environment}}`,
      close: `\\end{${environment}}`,
      display: true,
    })),
  ),
  { open: "$", close: "$", display: false, ambiguous: true },
];

export interface MathSource {
  config: HugoConfig;
  /** The page's own params win over the site's. */
  params: Params;
  siteParams: Params;
  formulas: readonly Formula[];
}

/** `null` for a page without. */
export function mathSetting({ config, params, siteParams, formulas }: MathSource): MathSetting | null {
  const wanted = switchOf(params) ?? switchOf(siteParams);
  const { enable, block, inline } = config.markup.goldmark.extensions.passthrough;
  if (wanted === false || (wanted === null && !enable)) return null;
  const kept = new Map(formulas.map(({ text, tex }) => [text, tex]));
  const macros = [siteParams, params].map(macrosOf).join("\n").trim();
  if (!enable) return { delimiters: USUAL, kept, macros };
  const configured = [...pairs(block, true), ...pairs(inline, false)];
  configured.sort((a, b) => b.open.length - a.open.length);
  return { delimiters: configured, kept, macros };
}

const macrosOf = ({ mathmacros }: Params): string => (typeof mathmacros === "string" ? mathmacros : "");

function switchOf(params: Params): boolean | null {
  for (const name of SWITCHES) {
    const value = params[name];
    if (typeof value === "boolean") return value;
    if (typeof value === "string" && value !== "") return value !== "false";
  }
  return null;
}

/** What passthrough did not keep may stand in HTML of the author's, or may have been escaped. */
const pairs = (list: readonly [string, string][], display: boolean): Delimiters[] =>
  list.map(([open, close]) => ({ open, close, display, ...(open === "$" ? { ambiguous: true } : {}) }));
