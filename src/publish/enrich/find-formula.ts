// Formulas in a page's HTML, as KaTeX's auto-render would find them in the browser: in text, within
// one text node, not in code. What passthrough kept is known already, and may hold bare `<`. Linear.

import { decodeHTML } from "entities";
import type { Delimiters, MathSetting } from "./math-setting.ts";

export interface Formula {
  /** In the HTML, delimiters included. */
  start: number;
  end: number;
  tex: string;
  display: boolean;
}

/** Longer ones stay text: nobody wrote them, and KaTeX would take its time. */
const MAX_TEX = 5000;
/** Openings that nothing closes. A page with more is not looked through further. */
const MAX_FAILURES = 1000;

export interface Found {
  formulas: Formula[];
  /** Where the first displayed formula begins that Markdown took signs from, so that it stays text. */
  split: number | null;
}

export function findFormulas(html: string, setting: MathSetting | null): Found {
  return new Search(html, setting ?? { delimiters: [], kept: new Map(), macros: "" }).run();
}

class Search {
  readonly #html: string;
  readonly #setting: MathSetting;
  /** What is at or after a place, remembered so that nothing is looked for twice. */
  readonly #next = new Map<string, number>();

  constructor(html: string, setting: MathSetting) {
    this.#html = html;
    this.#setting = setting;
  }

  run(): Found {
    const { delimiters } = this.#setting;
    const signs = new RegExp(
      ["<(?=[a-zA-Z/!?])", ...delimiters.map(({ open }) => open.replace(/\W/g, "\\$&"))].join("|"),
      "g",
    );
    const formulas: Formula[] = [];
    let split: number | null = null;
    let failures = 0;
    for (let match = signs.exec(this.#html); match !== null; match = signs.exec(this.#html)) {
      if (match[0] === "<") {
        const marked = this.#marked(match.index);
        if (marked !== null) formulas.push(marked);
        const end = marked?.end ?? this.#elementEnd(match.index);
        if (end < 0) break;
        signs.lastIndex = end;
        continue;
      }
      const pair = delimiters.find(({ open }) => open === match?.[0]);
      const formula = pair === undefined ? null : this.#formula(match.index, pair);
      if (formula !== null) {
        formulas.push(formula);
        signs.lastIndex = formula.end;
        continue;
      }
      if (pair?.display) split ??= match.index;
      if (++failures > MAX_FAILURES) break;
    }
    return { formulas, split };
  }

  #formula(start: number, pair: Delimiters): Formula | null {
    const { open, close, display, ambiguous } = pair;
    const from = start + open.length;
    const kept = this.#position(close, from);
    const whole = kept - start > MAX_TEX ? "" : this.#html.slice(start, kept + close.length);
    const made = (end: number, tex: string): Formula => ({ start, end, display, tex });
    const passed = kept > from ? this.#setting.kept.get(whole) : undefined;
    if (passed !== undefined) return made(kept + close.length, decodeHTML(passed));
    const textEnd = Math.min(this.#textEnd(from), from + MAX_TEX);
    const text = this.#html.slice(from, textEnd);
    const length = closeOf(text, close);
    if (length <= 0 || (ambiguous && !isLikely(text.slice(0, length), text.charAt(length + 1)))) return null;
    const end = from + length + close.length;
    // Environments are part of their formula; quotes that the typographer curled are primes.
    const tex = open.startsWith("\\begin") ? this.#html.slice(start, end) : text.slice(0, length);
    return made(end, decodeHTML(tex).replace(/[‘’]/g, "'"));
  }

  /** What `transform.ToMath` left for us: see hugo/template/function/transform.ts. */
  #marked(start: number): Formula | null {
    MARKED.lastIndex = start;
    const match = MARKED.exec(this.#html);
    if (match === null) return null;
    const [whole, display, tex = ""] = match;
    return { start, end: start + whole.length, display: display === "block", tex: decodeHTML(tex) };
  }

  /** Behind the tag, or behind the element if its text is no prose; -1: it goes on to the end. */
  #elementEnd(start: number): number {
    const html = this.#html;
    if (html.startsWith("<!--", start)) return end(html.indexOf("-->", start + 4), 3);
    const quoteOrEnd = /[>"']/g;
    quoteOrEnd.lastIndex = start;
    let match = quoteOrEnd.exec(html);
    while (match !== null && match[0] !== ">") {
      const close = html.indexOf(match[0], match.index + 1);
      if (close < 0) return -1;
      quoteOrEnd.lastIndex = close + 1;
      match = quoteOrEnd.exec(html);
    }
    if (match === null) return -1;
    const name = NO_PROSE.exec(html.slice(start, start + 12))?.[1];
    if (name === undefined) return match.index + 1;
    const close = new RegExp(`</${name}(?=[\\s>])`, "gi");
    close.lastIndex = match.index;
    return close.exec(html)?.index ?? -1;
  }

  #textEnd(from: number): number {
    const tag = this.#remembered("<", from, () => {
      TAG.lastIndex = from;
      return TAG.exec(this.#html)?.index ?? -1;
    });
    return tag < 0 ? this.#html.length : tag;
  }

  #position(text: string, from: number): number {
    return this.#remembered(` ${text}`, from, () => this.#html.indexOf(text, from));
  }

  #remembered(key: string, from: number, look: () => number): number {
    const known = this.#next.get(key);
    if (known !== undefined && (known < 0 || known >= from)) return known;
    const position = look();
    this.#next.set(key, position);
    return position;
  }
}

const TAG = /<(?=[a-zA-Z/!?])/g;
const MARKED = /<span class="deckle-math" data-display="(block|inline)">([^<]{0,5000})<\/span>/y;
const NO_PROSE = /^<(script|noscript|style|textarea|pre|code|option|math|svg)(?=[\s>/])/i;

const end = (at: number, length: number): number => (at < 0 ? -1 : at + length);

/** Outside of braces, and not behind a backslash. */
function closeOf(text: string, close: string): number {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (depth <= 0 && text.startsWith(close, i)) return i;
    const char = text.charAt(i);
    if (char === "\\") i++;
    else if (char === "{") depth++;
    else if (char === "}") depth--;
  }
  return -1;
}

/** As pandoc: no digit behind, no space inside the signs; with one it must look like TeX. */
function isLikely(tex: string, behind: string): boolean {
  if (/^\d/.test(behind)) return false;
  const [before, after] = [/^\s/.test(tex), /\s$/.test(tex)];
  if (!before && !after) return true;
  return (before && after ? /[\\^_={}]/ : /\\[a-zA-Z]|\^/).test(tex);
}
