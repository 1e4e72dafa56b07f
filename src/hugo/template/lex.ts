// A template's text to tokens, by the rules of Go's text/template: literal text and what stands between
// `{{` and `}}`, trim marks and comments worked in. Throws TemplateError with the line.

import { TemplateError } from "./value.ts";

export type Token =
  | { type: "text"; text: string; line: number }
  | { type: "open" | "close" | "space" | "pipe" | "(" | ")" | "," | "=" | ":=" | "." | "end"; line: number }
  | { type: "field" | "variable" | "word"; text: string; line: number }
  | { type: "string" | "char" | "number"; text: string; line: number };

const SPACES = " \t\r\n";

export function lexTemplate(text: string): Token[] {
  return new Lexer(text).read();
}

class Lexer {
  readonly #text: string;
  readonly #tokens: Token[] = [];
  #position = 0;
  #line = 1;

  constructor(text: string) {
    this.#text = text;
  }

  read(): Token[] {
    let trims = false;
    while (this.#position < this.#text.length) {
      const open = this.#text.indexOf("{{", this.#position);
      const end = open < 0 ? this.#text.length : open;
      const trimsBefore = open >= 0 && this.#isTrimOpen(open);
      this.#literal(end, { before: trims, after: trimsBefore });
      if (open < 0) break;
      this.#position = open + 2;
      trims = this.#action(trimsBefore);
    }
    this.#tokens.push({ type: "end", line: this.#line });
    return this.#tokens;
  }

  #literal(end: number, trim: { before: boolean; after: boolean }): void {
    const whole = this.#text.slice(this.#position, end);
    let text = trim.before ? whole.slice(countSpaces(whole)) : whole;
    if (trim.after) text = trimEnd(text);
    if (text !== "") this.#tokens.push({ type: "text", text, line: this.#line });
    this.#count(whole);
  }

  #count(text: string): void {
    for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) this.#line++;
  }

  #isTrimOpen(open: number): boolean {
    return this.#text.charAt(open + 2) === "-" && isSpace(this.#text.charAt(open + 3));
  }

  /** Answers whether the action's end trims the text after it. */
  #action(trimsBefore: boolean): boolean {
    if (trimsBefore) this.#position++;
    const comment = trimsBefore ? this.#position + 1 : this.#position;
    const at = trimsBefore ? comment + countSpaces(this.#text.slice(comment, comment + 1000)) : comment;
    if (this.#text.startsWith("/*", at)) return this.#comment(at);
    this.#push("open");
    for (;;) {
      const c = this.#text.charAt(this.#position);
      if (c === "") this.#refuse("an action is not closed: write }}");
      if (this.#text.startsWith("}}", this.#position)) return this.#close(2, false);
      if (isSpace(c) && this.#text.startsWith("-}}", this.#position + 1)) return this.#close(4, true);
      this.#token(c);
    }
  }

  #close(length: number, trims: boolean): boolean {
    this.#count(this.#text.slice(this.#position, this.#position + length));
    this.#push("close");
    this.#position += length;
    return trims;
  }

  #comment(at: number): boolean {
    const end = this.#text.indexOf("*/", at + 2);
    if (end < 0) this.#refuse("a comment is not closed: write */}}");
    const rest = this.#text.slice(end + 2, end + 1002);
    const spaces = countSpaces(rest);
    const trims = spaces > 0 && rest.startsWith("-}}", spaces);
    if (!trims && !rest.startsWith("}}", spaces)) this.#refuse("a comment must end with */}}");
    const next = end + 2 + spaces + (trims ? 3 : 2);
    this.#count(this.#text.slice(this.#position, next));
    this.#position = next;
    return trims;
  }

  #push(type: "open" | "close" | "space" | "pipe" | "(" | ")" | "," | "=" | ":=" | "."): void {
    this.#tokens.push({ type, line: this.#line });
  }

  #token(c: string): void {
    if (isSpace(c)) this.#spaces();
    else if (c === '"' || c === "'" || c === "`") this.#quoted(c);
    else if (this.#text.startsWith(":=", this.#position)) this.#sign(":=");
    else if (c === "=" || c === "(" || c === ")" || c === ",") this.#sign(c);
    else if (c === "|") this.#sign("pipe");
    else this.#value(c);
  }

  #value(c: string): void {
    const next = this.#text.charAt(this.#position + 1);
    const isNumber =
      /[0-9]/.test(c) || (/[+.-]/.test(c) && /[0-9]/.test(next)) || (/[+-]/.test(c) && next === ".");
    if (isNumber) this.#number();
    else if (c === "." || c === "$") this.#name(c);
    else this.#word(c);
  }

  #word(c: string): void {
    const word = this.#match(/[\p{L}_][\p{L}\p{N}_]*/uy);
    if (word === "") this.#refuse(`${JSON.stringify(c)} is not understood here`);
    this.#tokens.push({ type: "word", text: word, line: this.#line });
    this.#position += word.length;
  }

  #spaces(): void {
    const spaces = this.#match(/[ \t\r\n]+/y);
    // The blank before a trim mark belongs to the mark.
    const length = this.#text.startsWith("-}}", this.#position + spaces.length)
      ? spaces.length - 1
      : spaces.length;
    this.#push("space");
    this.#count(spaces.slice(0, length));
    this.#position += length;
  }

  #sign(sign: "=" | "(" | ")" | "," | ":=" | "pipe" | "."): void {
    this.#push(sign);
    this.#position += sign === ":=" ? 2 : 1;
  }

  #name(sign: string): void {
    const name = this.#match(/[.$][\p{L}\p{N}_]*/uy);
    if (name === ".") {
      this.#sign(".");
      return;
    }
    this.#tokens.push({
      type: sign === "." ? "field" : "variable",
      text: sign === "." ? name.slice(1) : name,
      line: this.#line,
    });
    this.#position += name.length;
  }

  #number(): void {
    const text = this.#match(
      /[+-]?(?:0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|(?:[0-9][0-9_]*)?\.?[0-9_]*(?:[eE][+-]?[0-9]+)?)/y,
    );
    this.#tokens.push({ type: "number", text, line: this.#line });
    this.#position += Math.max(1, text.length);
  }

  #quoted(quote: string): void {
    const start = this.#position;
    let i = start + 1;
    for (; i < this.#text.length; i++) {
      const c = this.#text.charAt(i);
      if (c === quote) break;
      if (quote === "`") continue;
      if (c === "\n") this.#refuse("a quoted string is not closed on its line");
      if (c === "\\") i++;
    }
    if (i >= this.#text.length) this.#refuse("a quoted string is not closed");
    const text = this.#text.slice(start, i + 1);
    this.#tokens.push({ type: quote === "'" ? "char" : "string", text, line: this.#line });
    this.#count(text);
    this.#position = i + 1;
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#position;
    return pattern.exec(this.#text)?.[0] ?? "";
  }

  #refuse(message: string): never {
    const error = new TemplateError(message);
    error.line = this.#line;
    throw error;
  }
}

const isSpace = (c: string): boolean => c !== "" && SPACES.includes(c);

function countSpaces(text: string): number {
  let i = 0;
  while (isSpace(text.charAt(i))) i++;
  return i;
}

function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isSpace(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
