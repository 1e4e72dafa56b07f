// Chroma's markup round a block of code: the frame, lines, line numbers and highlighted lines, with
// classes or inline styles. The options are code-option.ts, the tokens come from highlight.ts.

import type { Attributes } from "./attribute.ts";
import { findLanguage } from "./chroma-language.ts";
import { findStyle } from "./chroma-style.ts";
import {
  applyOptions,
  type CodeOptions,
  codeOptionNames,
  codeOptions,
  type Highlight,
} from "./code-option.ts";
import { escapeCode } from "./escape.ts";
import { guessLanguage } from "./guess-language.ts";
import { highlightCode, type Run } from "./highlight.ts";
import { attributeText, printAttributes } from "./print-attribute.ts";

/** A fence's block, `ordinal` counting from 0 down the page. */
export function renderFence(
  fence: { lang: string; code: string; attributes: Attributes; ordinal: number },
  config: Highlight,
): string {
  const attributes = fence.attributes
    .map((attribute) => ({ ...attribute, name: attribute.name.toLowerCase() }))
    .filter(({ name }) => !codeOptionNames.has(name) && !name.startsWith("on"));
  const given = fence.attributes.filter(({ name }) => codeOptionNames.has(name.toLowerCase()));
  const options = applyOptions(codeOptions(config), given);
  if (options.lineAnchors === "") options.lineAnchors = `hl-${fence.ordinal}`;
  const code = fence.code === "" || fence.code.endsWith("\n") ? fence.code : `${fence.code}\n`;
  return renderCode(code, fence.lang, options, attributes);
}

/** Code in Chroma's frame, or plain where Chroma does not know the language. */
export function renderCode(code: string, lang: string, options: CodeOptions, attributes: Attributes): string {
  const known = findLanguage(lang);
  const name = known || !options.guessSyntax ? lang : guessLanguage(code);
  const language = known ?? (options.guessSyntax ? (findLanguage(name) ?? { grammar: null }) : null);
  if (!language) {
    if (options.inline)
      return `<code class="code-inline language-${escapeCode(name)}">${escapeCode(code)}</code>`;
    return `${openPre(name, "")}${escapeCode(code)}</code></pre>`;
  }
  const lastLine = code.slice(code.lastIndexOf("\n") + 1);
  const whole = LAST_NEWLINE.get(language.grammar ?? "")?.test(lastLine) ? `${code}\n` : code;
  const block = new CodeFrame(name, options, splitLines(whole, highlightCode(whole, language.grammar)));
  if (options.inline) return block.inline();
  const own = attributes.find((attribute) => attribute.name === "class");
  const classes = own ? `${options.wrapperClass} ${attributeText(own.value)}` : options.wrapperClass;
  const rest = printAttributes(attributes.filter((attribute) => attribute.name !== "class"));
  return `<div class="${escapeCode(classes)}"${rest}>${block.block()}</div>`;
}

const ANY_LINE = /./s;
const COMMENT_OR_BLANK = /\/\/|[ \t]$/;
/** What begins with # takes in a comment alone, and after `#include` not even that. */
const C_LINE = /^\s*#(?!\s*include\b).*\/\/|^(?!\s*#).*(?:\/\/|[ \t\\]$)/;

/**
 * What has no newline at its end (a `highlight` shortcode's code) gets one from some of Chroma's lexers, by
 * grammar; it is printed where their last token takes it in: told from the last line.
 */
const LAST_NEWLINE = new Map([
  ["shell", ANY_LINE],
  ["diff", ANY_LINE],
  ["arduino", C_LINE],
  ["c", C_LINE],
  ["cpp", /\/\/|^(?!\s*#).*[ \t\\]$/],
  ["verilog", /\/\/|^(?!\s*`).*[ \t\\]$/],
  ["d", /\/\//],
  ["armasm", /[;@]|[ \t]$/],
  ...["javascript", "rust", "typescript"].map((grammar): [string, RegExp] => [grammar, COMMENT_OR_BLANK]),
  ["php", /\/\/|#|[ \t]$/],
  ["makefile", /^(?:[\t ]|export\b|#|[\w${}().-]+\s*[!?:+]?=)|[ \t]$/],
]);

/** Hugo prints the author's word as it is, so references in it count; only what would leave the attribute is escaped. */
const attributeWord = (word: string): string => word.replace(/["<>]/g, (sign) => escapeCode(sign));

function openPre(lang: string, style: string): string {
  const name = attributeWord(lang);
  return `<pre tabindex="0"${style}><code${lang === "" ? "" : ` class="language-${name}" data-lang="${name}"`}>`;
}

/** The runs of each line, its newline with the last. A last line without text is none. */
function splitLines(code: string, runs: Run[] | null): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of runs ?? [{ text: code, type: "" }]) {
    const parts = run.text.split("\n");
    for (const [i, part] of parts.entries()) {
      const last = i === parts.length - 1;
      const text = last ? part : `${part}\n`;
      if (text !== "") lines.at(-1)?.push({ text, type: run.type });
      if (!last) lines.push([]);
    }
  }
  if (lines.at(-1)?.length === 0) lines.pop();
  return lines;
}

const NUMBER_STYLE =
  "white-space:pre;-webkit-user-select:none;user-select:none;margin-right:0.4em;padding:0 0.4em 0 0.4em;";

class CodeFrame {
  readonly #lang: string;
  readonly #options: CodeOptions;
  readonly #lines: Run[][];
  readonly #digits: number;

  constructor(lang: string, options: CodeOptions, lines: Run[][]) {
    this.#lang = lang;
    this.#options = options;
    this.#lines = lines;
    this.#digits = String(options.lineNoStart + lines.length - 1).length;
  }

  /** A class, or what stands for it in a style attribute. */
  #mark(name: string, style: string): string {
    return this.#options.noClasses ? (style === "" ? "" : ` style="${style}"`) : ` class="${name}"`;
  }

  #color(type: string): string {
    return findStyle(this.#options.style).tokens.get(type) ?? "";
  }

  #pre(): string {
    const { noClasses, tabWidth, style, highlighted } = this.#options;
    if (!noClasses) return ' class="chroma"';
    const tabs =
      tabWidth === 0 || tabWidth === 8
        ? ""
        : `-moz-tab-size:${tabWidth};-o-tab-size:${tabWidth};tab-size:${tabWidth};`;
    return ` style="${findStyle(style).frame};${tabs}${highlighted.length > 0 ? "display:grid;" : ""}"`;
  }

  #isHighlighted(line: number): boolean {
    return this.#options.highlighted.some(([first, last]) => line >= first && line <= last);
  }

  block(): string {
    const { lineNos, lineNumbersInTable } = this.#options;
    const code = this.#lines.map((runs, i) => this.#line(runs, i)).join("");
    const pre = `${openPre(this.#lang, this.#pre())}${code}</code></pre>`;
    if (!lineNos || !lineNumbersInTable) return pre;
    const frame = this.#options.noClasses ? this.#pre() : ' class="chroma"';
    const table = this.#mark("lntable", "border-spacing:0;padding:0;margin:0;border:0;");
    const cell = "vertical-align:top;padding:0;margin:0;border:0;";
    const numbers = `${openPre("", this.#pre())}${this.#lines.map((_, i) => this.#tableNumber(i)).join("")}</code></pre>`;
    const first = `<td${this.#mark("lntd", cell)}>\n${numbers}</td>\n`;
    const second = `<td${this.#mark("lntd", `${cell};width:100%`)}>\n${pre}</td>`;
    return `<div${frame}>\n<table${table}><tr>${first}${second}</tr></table>\n</div>\n`;
  }

  inline(): string {
    const code = this.#lines.map((runs) => runs.map((run) => this.#run(run)).join("")).join("");
    return `<code class="code-inline language-${escapeCode(this.#lang)}">${code}</code>`;
  }

  #line(runs: Run[], index: number): string {
    const { lineNos, lineNumbersInTable, lineNoStart, noClasses } = this.#options;
    const line = lineNoStart + index;
    const highlight = this.#isHighlighted(line);
    const mark = highlight
      ? noClasses
        ? ` style="display:flex; ${this.#color("hl")}"`
        : ' class="line hl"'
      : this.#mark("line", "display:flex;");
    const number =
      lineNos && !lineNumbersInTable
        ? `<span${this.#mark("ln", NUMBER_STYLE + this.#color("ln"))}${this.#id(line)}>${this.#label(line)}</span>`
        : "";
    const code = runs.map((run) => this.#run(run)).join("");
    return `<span${mark}>${number}<span${noClasses ? "" : ' class="cl"'}>${code}</span></span>`;
  }

  #tableNumber(index: number): string {
    const line = this.#options.lineNoStart + index;
    const mark = this.#mark("lnt", NUMBER_STYLE + this.#color("ln"));
    const number = `<span${mark}${this.#id(line)}>${this.#label(line)}\n</span>`;
    return this.#isHighlighted(line)
      ? `<span${this.#mark("hl", this.#color("hl"))}>${number}</span>`
      : number;
  }

  #id(line: number): string {
    return this.#options.anchorLineNos ? ` id="${this.#anchor(line)}"` : "";
  }

  #anchor(line: number): string {
    const { lineAnchors } = this.#options;
    return escapeCode(lineAnchors === "" ? String(line) : `${lineAnchors}-${line}`);
  }

  #label(line: number): string {
    const label = String(line).padStart(this.#digits);
    if (!this.#options.anchorLineNos) return label;
    const mark = this.#mark("lnlinks", "outline:none;text-decoration:none;color:inherit");
    return `<a${mark} href="#${this.#anchor(line)}">${label}</a>`;
  }

  #run({ text, type }: Run): string {
    const code = escapeCode(text);
    if (type === "" || text.trim() === "") return code;
    if (!this.#options.noClasses) return `<span class="${type}">${code}</span>`;
    // An error may have a style that says nothing, and Chroma prints that.
    const style = findStyle(this.#options.style).tokens.get(type);
    return style === undefined ? code : `<span style="${style}">${code}</span>`;
  }
}
