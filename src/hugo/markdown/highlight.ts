// Source code to tokens, by highlight.js: which grammars a text needs, loaded one by one before it is
// rendered, and code to runs of text with Chroma's class names. The frame is code-block.ts.

import type { HLJSApi } from "highlight.js";
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
  highlighter ??= (await import("highlight.js/lib/core")).default;
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
  const runs: Run[] = [];
  readHtml(highlighter.highlight(code, { language: grammar, ignoreIllegals: true }).value, runs);
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

/** highlight.js prints spans; what counts here is the innermost one of each piece of text. */
function readHtml(html: string, runs: Run[]): void {
  const open: string[] = [];
  for (const match of html.matchAll(/<span class="([^"]*)">|<\/span>|[^<]+/g)) {
    const [whole, classes] = match;
    if (classes !== undefined) open.push(chromaClass(classes));
    else if (whole === "</span>") open.pop();
    else runs.push({ text: unescapeHtml(whole), type: open.findLast((type) => type !== "") ?? "" });
  }
}

const UNESCAPED: { [reference: string]: string } = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#x27;": "'",
};

const unescapeHtml = (html: string): string =>
  html.replace(/&[#\w]+;/g, (whole) => UNESCAPED[whole] ?? whole);

/** The few that grammars name, as they were met. */
const known = new Map<string, string>();

function chromaClass(classes: string): string {
  const type = known.get(classes) ?? classOf(classes);
  known.set(classes, type);
  return type;
}

/** highlight.js's scopes as Chroma's classes; a scope that has none of its own takes that of its first part. */
function classOf(classes: string): string {
  const [scope = "", ...rest] = classes
    .split(" ")
    .map((name) => name.replace(/^hljs-/, "").replace(/_$/, ""));
  return CLASSES[[scope, ...rest].join(".")] ?? CLASSES[scope] ?? "";
}

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
