// The tags of shortcodes in a text, one by one: names and arguments by Hugo's grammar. What is
// malformed comes back as a tag with a problem, and the rest is read on.

import type { Argument } from "./shortcode.ts";

/** Malformed tags in one text, each of which may have to be read to the end: the rest of them is text. */
const MAX_MALFORMED = 100;

export interface Tag {
  type: "tag";
  name: string;
  markup: boolean;
  closing: boolean;
  selfClosing: boolean;
  positional: Argument[];
  named: Map<string, Argument> | null;
  indentation: string;
  offset: number;
  source: string;
  problem: string | null;
}

export function readTags(text: string): (string | Tag)[] {
  const out: (string | Tag)[] = [];
  let section = 0;
  let position = 0;
  // A comment's marks go, the rest of it is text like what surrounds it.
  let pending = "";
  let malformed = 0;
  for (;;) {
    const open = findOpen(text, position);
    if (open < 0 || malformed > MAX_MALFORMED) break;
    const sign = text.charAt(open + 2);
    if (text.startsWith("/*", open + 3)) {
      const end = text.indexOf(`*/${sign === "<" ? ">" : "%"}}}`, open + 5);
      if (end < 0) {
        malformed++;
        position = open + 3;
        continue;
      }
      const close = text.slice(end + 2, end + 5);
      pending += text.slice(section, open + 3) + text.slice(open + 5, end) + close;
      position = end + 5;
      section = position;
      continue;
    }
    const before = pending + text.slice(section, open);
    if (before !== "") out.push(before);
    pending = "";
    const { tag, end } = new TagReader(text, open, indentationOf(before)).read();
    if (tag.problem !== null) malformed++;
    out.push(tag);
    position = end;
    section = end;
  }
  const rest = pending + text.slice(section);
  if (rest !== "") out.push(rest);
  return out;
}

function findOpen(text: string, start: number): number {
  for (let i = text.indexOf("{{", start); i >= 0; i = text.indexOf("{{", i + 1)) {
    const sign = text.charCodeAt(i + 2);
    if (sign === 60 || sign === 37) return i;
  }
  return -1;
}

/** Blanks between the line's start, or the tag before, and this tag. */
function indentationOf(before: string): string {
  let start = before.length;
  while (start > 0 && /[ \t\r\n]/.test(before.charAt(start - 1))) start--;
  const blanks = before.slice(start);
  const newline = blanks.lastIndexOf("\n");
  if (newline >= 0) return blanks.slice(newline + 1);
  return start === 0 ? blanks : "";
}

class TagReader {
  readonly #text: string;
  readonly #close: string;
  #position: number;
  readonly #tag: Tag;

  constructor(text: string, open: number, indentation: string) {
    this.#text = text;
    this.#position = open + 3;
    const markup = text.charAt(open + 2) === "%";
    this.#close = markup ? "%}}" : ">}}";
    this.#tag = {
      type: "tag",
      name: "",
      markup,
      closing: false,
      selfClosing: false,
      positional: [],
      named: null,
      indentation,
      offset: open,
      source: "",
      problem: null,
    };
  }

  read(): { tag: Tag; end: number } {
    const tag = this.#tag;
    const start = tag.offset;
    while (tag.problem === null) {
      if (this.#text.startsWith(this.#close, this.#position)) {
        this.#position += 3;
        tag.source = this.#text.slice(start, this.#position);
        if (tag.name === "") tag.problem = "a shortcode has no name";
        return { tag, end: this.#position };
      }
      this.#step();
    }
    const close = this.#text.indexOf(this.#close, start);
    if (close < 0 || isBetween(findOpen(this.#text, start + 3), start, close)) this.#unclosed();
    // Up to the tag's end on this line, if it has one, is shown in its place.
    const lineEnd = this.#text.indexOf("\n", start);
    const limit = lineEnd < 0 ? this.#text.length : lineEnd;
    const end =
      close >= 0 && close < limit ? close + 3 : Math.max(start + 3, Math.min(this.#position, limit));
    tag.source = this.#text.slice(start, end);
    return { tag, end };
  }

  #step(): void {
    const tag = this.#tag;
    const c = this.#text.charAt(this.#position);
    if (c === "") this.#unclosed();
    else if (/\s/.test(c)) this.#position++;
    else if (tag.selfClosing) tag.problem = `an argument of ${tag.name} with a slash must be quoted`;
    else if (c === "/") {
      if (tag.name === "") tag.closing = true;
      else tag.selfClosing = true;
      this.#position++;
    } else if (tag.name === "") this.#readName();
    else if (this.#isQuote()) this.#readPositional();
    else if (/[\p{L}\p{N}_.-]/u.test(c)) this.#readWord();
    else tag.problem = `the argument ${JSON.stringify(c)} of ${tag.name} must be quoted`;
  }

  #isQuote(): boolean {
    return /^(?:"|`|\\")/.test(this.#text.slice(this.#position, this.#position + 2));
  }

  #readName(): void {
    const found = /[\p{L}\p{N}_\-/.]+/uy;
    found.lastIndex = this.#position;
    const name = found.exec(this.#text)?.[0] ?? "";
    if (name === "") this.#tag.problem = "a shortcode's name is not readable";
    this.#tag.name = name;
    this.#position += name.length;
  }

  #readPositional(): void {
    const value = this.#readQuoted();
    if (value === null) return;
    if (this.#tag.named) this.#mixed();
    else this.#tag.positional.push(value);
  }

  /** A bare word: an argument by position, or the name of one. */
  #readWord(): void {
    const found = /[\p{L}\p{N}_\-.]+/uy;
    found.lastIndex = this.#position;
    const word = found.exec(this.#text)?.[0] ?? "";
    this.#position += Math.max(1, word.length);
    const equals = /\s*=\s*/y;
    equals.lastIndex = this.#position;
    if (!equals.test(this.#text)) {
      if (this.#tag.named) this.#mixed();
      else this.#tag.positional.push(typed(word));
      return;
    }
    this.#position = equals.lastIndex;
    const value = this.#readValue();
    if (value === null) return;
    if (this.#tag.positional.length > 0) this.#mixed();
    else {
      this.#tag.named ??= new Map();
      this.#tag.named.set(word, value);
    }
  }

  #mixed(): void {
    this.#tag.problem = `${this.#tag.name} has arguments with and without names: give all of them names, or none`;
  }

  #readValue(): Argument | null {
    if (this.#isQuote()) return this.#readQuoted();
    const found = /\S*/y;
    found.lastIndex = this.#position;
    const word = found.exec(this.#text)?.[0] ?? "";
    this.#position += word.length;
    return typed(word);
  }

  /** `"…"` with `\"`, `\"…\"`, or raw between backticks. */
  #readQuoted(): string | null {
    const text = this.#text;
    if (text.charAt(this.#position) === "`") {
      const end = text.indexOf("`", this.#position + 1);
      if (end < 0) return this.#unterminated();
      const value = text.slice(this.#position + 1, end);
      this.#position = end + 1;
      return value;
    }
    const escaped = text.charAt(this.#position) === "\\";
    const start = this.#position + (escaped ? 2 : 1);
    let inner = false;
    for (let i = start; i < text.length; i++) {
      const c = text.charAt(i);
      if (c === "\n") break;
      if (c === "\\" && text.charAt(i + 1) === '"') {
        if (escaped) return this.#take(start, i, 2, false);
        inner = true;
        i++;
      } else if (c === '"') return this.#take(start, i, 1, inner);
    }
    return this.#unterminated();
  }

  #take(start: number, end: number, close: number, escapes: boolean): string {
    this.#position = end + close;
    const value = this.#text.slice(start, end);
    return escapes ? value.replaceAll("\\", "") : value;
  }

  /** Whatever else seems wrong with it: it was read on into what follows. */
  #unclosed(): void {
    this.#tag.problem = `the tag of ${this.#tag.name || "a shortcode"} is not closed: write ${this.#close} at its end`;
  }

  #unterminated(): null {
    this.#tag.problem = `a quoted argument of ${this.#tag.name} is not closed`;
    return null;
  }
}

const isBetween = (at: number, first: number, last: number): boolean => at > first && at < last;

function typed(word: string): Argument {
  if (word === "true" || word === "false") return word === "true";
  return /^[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)$/.test(word) && Number.isFinite(Number(word))
    ? Number(word)
    : word;
}
