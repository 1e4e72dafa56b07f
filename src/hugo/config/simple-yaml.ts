// The YAML that most front matter is: keys with a text, a number, a list of them, or such keys further
// in. Read line by line, for a tenth of what a whole YAML parser takes; whatever else stands there is left to
// that one. Owns no meaning of its own: test/hugo/config/simple-yaml.test.ts holds both to say the same.

import type { Params, ParamValue } from "../../site/page.ts";
import { emptyParams, setKey } from "./params.ts";
import { resolvePlainScalar } from "./yaml-scalar.ts";

interface Line {
  text: string;
  indent: number;
  /** In the text, from 1. */
  number: number;
}

// What a line ends with is cut before: nothing here looks at the same blanks again and again.
const ENTRY = /^ *([A-Za-z_][\w.-]*):(?: +(\S.*))?$/;
const ITEM = /^ *- +(\S.*)$/;
/** One item of `[a, "b"]`. */
const FLOW_ITEM = / *(?:"([^"\\]*)" *|'([^']*)' *|([^\s\-?:,[\]{}#&*!|>'"%@`][^:,[\]{}#"']*))(,|$)/y;
/** A text without quotes that ends on its line: no comment, no key, no sign that means something. */
const PLAIN = /^[^\s\-?:,[\]{}#&*!|>'"%@`][^#]*$/;
const DEEPEST = 8;

/** `null` for what is not that simple. `lines`: of each top-level key, from 1. */
export function readSimpleYaml(text: string): { root: Params; lines: { [key: string]: number } } | null {
  if (/[\t\r\ufeff]/.test(text)) return null;
  const lines = linesOf(text);
  const reader = new Reader(lines);
  const root = reader.map(0, 0);
  return root === null || lines.length === 0 || !reader.isDone() ? null : { root, lines: reader.keys };
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (const [i, line] of text.split("\n").entries()) {
    const indent = line.search(/[^ ]/);
    if (indent >= 0 && line[indent] !== "#") lines.push({ text: withoutEnd(line), indent, number: i + 1 });
  }
  return lines;
}

function withoutEnd(text: string): string {
  let end = text.length;
  while (text[end - 1] === " ") end -= 1;
  return text.slice(0, end);
}

class Reader {
  readonly keys: { [key: string]: number } = {};
  readonly #lines: Line[];
  #at = 0;

  constructor(lines: Line[]) {
    this.#lines = lines;
  }

  isDone(): boolean {
    return this.#at === this.#lines.length;
  }

  /** The keys at this indentation, as far as they go. */
  map(indent: number, depth: number): Params | null {
    const out = emptyParams();
    if (depth > DEEPEST) return null;
    for (let line = this.#lines[this.#at]; line?.indent === indent; line = this.#lines[this.#at]) {
      const [, key, written = ""] = ENTRY.exec(line.text) ?? [];
      if (key === undefined) return null;
      this.#at += 1;
      const value = written === "" ? this.#below(indent, depth) : readValue(written);
      if (value === undefined) return null;
      setKey(out, key, value);
      if (depth === 0) this.keys[key.toLowerCase()] = line.number;
    }
    return out;
  }

  /** What stands below a key; nothing is null, as a text is. */
  #below(indent: number, depth: number): ParamValue | undefined {
    const next = this.#lines[this.#at];
    if (next === undefined || next.indent < indent) return resolvePlainScalar("");
    if (ITEM.test(next.text)) return this.#list(next.indent);
    if (next.indent === indent) return resolvePlainScalar("");
    return this.map(next.indent, depth + 1) ?? undefined;
  }

  #list(indent: number): ParamValue | undefined {
    const items: ParamValue[] = [];
    for (let line = this.#lines[this.#at]; line?.indent === indent; line = this.#lines[this.#at]) {
      const written = ITEM.exec(line.text)?.[1];
      // Keys may follow a list that is not indented.
      if (written === undefined) break;
      const item = readValue(written);
      if (item === undefined || Array.isArray(item)) return undefined;
      items.push(item);
      this.#at += 1;
    }
    return items;
  }
}

/** `undefined` for what is not simple. */
function readValue(written: string): ParamValue | undefined {
  const quote = written[0];
  if (quote === '"' || quote === "'") {
    const inner = written.slice(1, -1);
    const isWhole = written.length > 1 && written.endsWith(quote);
    return isWhole && !inner.includes(quote) && !(quote === '"' && inner.includes("\\")) ? inner : undefined;
  }
  if (quote === "[") return flowList(written);
  if (!PLAIN.test(written) || /:(?: |$)/.test(written)) return undefined;
  return resolvePlainScalar(written);
}

function flowList(written: string): ParamValue[] | undefined {
  if (!written.endsWith("]")) return undefined;
  const inner = written.slice(1, -1);
  const items: ParamValue[] = [];
  if (inner.trim() === "") return items;
  FLOW_ITEM.lastIndex = 0;
  for (;;) {
    const found = FLOW_ITEM.exec(inner);
    if (found === null) return undefined;
    const [, double, single, plain = "", end] = found;
    items.push(double ?? single ?? resolvePlainScalar(withoutEnd(plain)));
    if (end === "") return items;
  }
}
