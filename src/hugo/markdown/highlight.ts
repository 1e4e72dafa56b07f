// Source code to tokens, by highlight.js: which grammars a text needs, loaded one by one before it is
// rendered, and code to runs of text with Chroma's class names. The frame is code-block.ts.

import type { Emitter, HLJSApi } from "highlight.js";
import { findLanguage } from "./chroma-language.ts";
import { loadEmoji } from "./emoji.ts";
import { readGdscript } from "./gdscript.ts";
import { GRAMMARS } from "./grammar.ts";
import { PLACE, PLACE_BEGINS } from "./shortcode-place.ts";

export interface Run {
  text: string;
  /** Chroma's short class, empty for plain text. */
  type: string;
}

let highlighter: HLJSApi | null = null;
const loaded = new Set<string>();

/** Larger blocks keep their frame and have no colours: a grammar's cost is not linear on every text. */
const MAX_CODE = 100_000;

/** To be awaited before these texts are rendered, which is synchronous. Loads what their fences name. */
export async function loadGrammars(texts: readonly string[]): Promise<void> {
  const wanted = new Set<string>();
  let emoji = false;
  for (const text of texts) {
    for (const word of fenceWords(text)) {
      const grammar = findLanguage(word)?.grammar;
      if (grammar && !loaded.has(grammar)) wanted.add(grammar);
    }
    emoji ||= /:[a-z0-9_+-]+:/.test(text);
  }
  if (emoji) await loadEmoji();
  if (wanted.size === 0) return;
  if (highlighter === null) {
    highlighter = (await import("highlight.js/lib/core")).default;
    highlighter.configure({ __emitter: RunEmitter });
  }
  const core = highlighter;
  await Promise.all(
    Array.from(wanted, async (grammar) => {
      const load = GRAMMARS[grammar];
      if (load) core.registerLanguage(grammar, (await load()).default);
      loaded.add(grammar);
    }),
  );
}

/** Words that may name a language: after a fence's signs, and as a `highlight` shortcode's first argument. */
function* fenceWords(text: string): Generator<string> {
  for (const match of text.matchAll(/(?:`{3,}|~{3,})[ \t]*([^\s`~{]{1,40})/g)) yield match[1] ?? "";
  for (const match of text.matchAll(/\{\{[<%]\s*highlight\s+"?([^\s">]{1,40})/g)) yield match[1] ?? "";
}

/** Code in runs, one after another; `null` where there is no grammar for it or it was not loaded. */
export function highlightCode(code: string, grammar: string | null): Run[] | null {
  if (grammar === "gdscript") return readGdscript(code);
  if (!highlighter || grammar === null || !loaded.has(grammar) || code.length > MAX_CODE) return null;
  if (!highlighter.getLanguage(grammar)) return null;
  const { _emitter, errorRaised } = highlighter.highlight(code, { language: grammar, ignoreIllegals: true });
  const runs = errorRaised === undefined ? (_emitter as RunEmitter).runs : [{ text: code, type: "" }];
  return code.includes(PLACE_BEGINS) ? keepPlaces(code, runs) : runs;
}

/** A grammar may take a shortcode's placeholder for more than one word: then it would not be found again. */
function keepPlaces(code: string, runs: Run[]): Run[] {
  const places = code.matchAll(PLACE);
  let place = places.next().value;
  const out: Run[] = [];
  let at = 0;
  for (const run of runs) {
    while (place !== undefined && place.index + place[0].length <= at) place = places.next().value;
    const last = out.at(-1);
    if (last !== undefined && place !== undefined && place.index < at) last.text += run.text;
    else out.push({ ...run });
    at += run.text.length;
  }
  return out;
}

/** What highlight.js calls as it reads, in place of making HTML. What counts is the innermost scope that has a class. */
class RunEmitter implements Emitter {
  readonly runs: Run[] = [];
  readonly #types = [""];
  /** A scope began or ended since the last text. */
  #between = true;

  addText(text: string): void {
    if (text === "") return;
    const last = this.runs.at(-1);
    if (last !== undefined && !this.#between) last.text += text;
    else this.runs.push({ text, type: this.#types.at(-1) ?? "" });
    this.#between = false;
  }

  openNode(scope: string): void {
    this.#types.push(chromaClass(scope) || (this.#types.at(-1) ?? ""));
    this.#between = true;
  }

  closeNode(): void {
    if (this.#types.length > 1) this.#types.pop();
    this.#between = true;
  }

  startScope(scope: string): void {
    this.openNode(scope);
  }

  endScope(): void {
    this.closeNode();
  }

  /** Code in another language than what is around it, which an emitter of its own has read. */
  __addSublanguage(inner: Emitter): void {
    const outer = this.#types.at(-1) ?? "";
    for (const { text, type } of (inner as RunEmitter).runs) this.runs.push({ text, type: type || outer });
    this.#between = true;
  }

  finalize(): void {}

  toHTML(): string {
    return "";
  }
}

/** The few that grammars name, as they were met. */
const known = new Map<string, string>();

function chromaClass(scope: string): string {
  const type = known.get(scope) ?? classOf(scope);
  known.set(scope, type);
  return type;
}

/** A scope that has no class of its own takes that of its first part: `title.class.inherited`. */
function classOf(scope: string): string {
  return CLASSES[scope] ?? CLASSES[scope.replace(/\..*/, "")] ?? "";
}

/** highlight.js's scopes as Chroma's classes. */
const CLASSES: { [scope: string]: string } = {
  keyword: "k",
  built_in: "nb",
  type: "kt",
  literal: "kc",
  number: "m",
  operator: "o",
  punctuation: "p",
  property: "na",
  regexp: "sr",
  string: "s",
  "char.escape": "se",
  subst: "si",
  symbol: "ss",
  variable: "nv",
  "variable.language": "bp",
  "variable.constant": "no",
  title: "nf",
  "title.class": "nc",
  "title.function": "nf",
  params: "n",
  comment: "c",
  doctag: "cs",
  meta: "cp",
  section: "gh",
  tag: "p",
  name: "nt",
  attr: "na",
  attribute: "na",
  bullet: "k",
  code: "s",
  emphasis: "ge",
  strong: "gs",
  formula: "s",
  link: "s",
  quote: "c",
  "selector-tag": "nt",
  "selector-id": "nf",
  "selector-class": "nc",
  "selector-attr": "na",
  "selector-pseudo": "nd",
  "template-tag": "cp",
  "template-variable": "nv",
  addition: "gi",
  deletion: "gd",
};
