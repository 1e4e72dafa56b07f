// Tokens to a template's tree: the grammar of Go's text/template. Throws TemplateError with the line.

import { lexTemplate, type Token } from "./lex.ts";
import type { Node, Operand, Pipe, Template } from "./node.ts";
import { unquote } from "./quote.ts";
import { TemplateError } from "./value.ts";

const MAX_DEPTH = 100;
/** `{{ else if }}` after each other, which are no depth to who writes them. */
const MAX_CHAIN = 1_000;
/** No author writes a longer one. */
const MAX_TEXT = 500_000;

export function parseTemplate(file: string, text: string): Template {
  try {
    if (text.length > MAX_TEXT) throw new TemplateError("the template is too long");
    return new Parser(file, lexTemplate(text.replace(/^\ufeff/, ""))).read();
  } catch (error) {
    if (error instanceof TemplateError) error.file ??= file;
    throw error;
  }
}

type Ending = "end" | "else" | null;

class Parser {
  readonly #tokens: Token[];
  readonly #template: Template;
  #index = 0;
  #depth = 0;
  #chain = 0;
  #loops = 0;
  #scopes: Set<string>[] = [new Set(["$"])];

  constructor(file: string, tokens: Token[]) {
    this.#tokens = tokens;
    this.#template = { file, body: [], defined: new Map(), readsInner: false, isOld: false };
  }

  read(): Template {
    const { nodes, ending } = this.#list();
    if (ending !== null) this.#refuse(`there is an {{ ${ending} }} too many`);
    this.#template.body = nodes;
    return this.#template;
  }

  get #token(): Token {
    return this.#tokens[this.#index] ?? { type: "end", line: this.#tokens.at(-1)?.line ?? 1 };
  }

  #list(): { nodes: Node[]; ending: Ending } {
    if (++this.#depth > MAX_DEPTH) this.#refuse("the template is nested too deeply");
    const nodes: Node[] = [];
    for (;;) {
      const token = this.#token;
      if (token.type === "end") return this.#leave(nodes, null);
      this.#index++;
      if (token.type === "text") {
        nodes.push({ type: "text", text: token.text });
        continue;
      }
      this.#blanks();
      const word = this.#token.type === "word" ? this.#token.text : "";
      if (word === "end") {
        this.#index++;
        this.#close();
        return this.#leave(nodes, "end");
      }
      if (word === "else") {
        this.#index++;
        return this.#leave(nodes, "else");
      }
      const node = this.#action(word, token.line);
      if (node) nodes.push(node);
    }
  }

  #leave(nodes: Node[], ending: Ending): { nodes: Node[]; ending: Ending } {
    this.#depth--;
    return { nodes, ending };
  }

  #action(word: string, line: number): Node | null {
    switch (word) {
      case "if":
      case "with":
      case "range":
        this.#index++;
        return this.#branch(word, line);
      case "define":
        this.#index++;
        this.#define(this.#quotedName());
        return null;
      case "block": {
        this.#index++;
        const name = this.#name();
        const pipe = this.#pipe("close");
        this.#define(name);
        return { type: "template", name, pipe, line };
      }
      case "template": {
        this.#index++;
        const name = this.#name();
        this.#blanks();
        if (this.#token.type !== "close") return { type: "template", name, pipe: this.#pipe("close"), line };
        this.#close();
        return { type: "template", name, pipe: null, line };
      }
      case "break":
      case "continue":
        if (
          this.#tokens[this.#index + 1]?.type === "close" ||
          this.#tokens[this.#index + 2]?.type === "close"
        ) {
          if (this.#loops === 0) this.#refuse(`{{ ${word} }} stands outside of a range`);
          this.#index++;
          this.#close();
          return { type: word, line };
        }
    }
    const pipe = this.#pipe("close");
    if (pipe.variables[0] === "$_hugo_config") this.#template.isOld = isVersionOne(pipe);
    return { type: "action", pipe, line };
  }

  #branch(type: "if" | "with" | "range", line: number): Node {
    this.#scopes.push(new Set());
    const pipe = this.#pipe("close", type === "range" ? 2 : 1);
    if (type === "range") this.#loops++;
    const first = this.#list();
    if (type === "range") this.#loops--;
    let otherwise: Node[] = [];
    if (first.ending === "else") otherwise = this.#otherwise(type);
    else if (first.ending === null) this.#refuse(`the {{ ${type} }} of line ${line} has no {{ end }}`);
    this.#scopes.pop();
    return { type, pipe, body: first.nodes, otherwise, line };
  }

  #otherwise(type: "if" | "with" | "range"): Node[] {
    this.#blanks();
    const { line } = this.#token;
    const word = this.#token.type === "word" ? this.#token.text : "";
    if ((word === "if" || word === "with") && type !== "range") {
      this.#index++;
      if (++this.#chain > MAX_CHAIN) this.#refuse("the template is nested too deeply");
      const node = this.#branch(word, line);
      this.#chain--;
      return [node];
    }
    this.#close();
    const { nodes, ending } = this.#list();
    if (ending !== "end") this.#refuse("an {{ else }} has no {{ end }}");
    return nodes;
  }

  #define(name: string): void {
    const outer = this.#scopes;
    this.#scopes = [new Set(["$"])];
    const { nodes, ending } = this.#list();
    if (ending !== "end") this.#refuse(`the definition of ${name} has no {{ end }}`);
    this.#scopes = outer;
    this.#template.defined.set(name, nodes);
  }

  #quotedName(): string {
    const name = this.#name();
    this.#close();
    return name;
  }

  #name(): string {
    this.#blanks();
    const token = this.#token;
    if (token.type !== "string") this.#refuse("a template's name must be quoted");
    this.#index++;
    return token.type === "string" ? unquote(token.text) : "";
  }

  #pipe(close: "close" | ")", variables = 1): Pipe {
    if (++this.#depth > MAX_DEPTH) this.#refuse("the template is nested too deeply");
    this.#blanks();
    const pipe: Pipe = { variables: [], assigns: false, commands: [], line: this.#token.line };
    this.#variables(pipe, variables);
    for (;;) {
      const command = this.#command();
      if (command.length === 0) this.#refuse("a value is missing");
      pipe.commands.push(command);
      const token = this.#token;
      this.#index++;
      if (token.type === close) break;
      if (token.type !== "pipe")
        this.#refuse(close === ")" ? "a ( is not closed" : "an action does not end here");
    }
    this.#depth--;
    return pipe;
  }

  /** `$a :=`, `$a, $b :=`, `$a =`. */
  #variables(pipe: Pipe, most: number): void {
    const start = this.#index;
    const names: string[] = [];
    for (;;) {
      this.#blanks();
      const token = this.#token;
      if (token.type !== "variable") break;
      this.#index++;
      names.push(token.text);
      this.#blanks();
      const next = this.#token.type;
      if (next === ":=" || next === "=") {
        if (names.length > most) this.#refuse("there are too many variables");
        this.#index++;
        pipe.variables = names;
        pipe.assigns = next === "=";
        for (const name of names) this.#declare(name, pipe.assigns);
        return;
      }
      if (next !== ",") break;
      this.#index++;
    }
    this.#index = start;
  }

  #declare(name: string, assigns: boolean): void {
    if (assigns) this.#known(name);
    else this.#scopes.at(-1)?.add(name);
  }

  #known(name: string): void {
    if (!this.#scopes.some((scope) => scope.has(name))) this.#refuse(`the variable ${name} is not defined`);
  }

  #command(): Operand[] {
    const operands: Operand[] = [];
    for (;;) {
      this.#blanks();
      const operand = this.#operand();
      if (!operand) return operands;
      operands.push(operand);
      const { type } = this.#token;
      if (type !== "space" && type !== "pipe" && type !== ")" && type !== "close") {
        this.#refuse("a blank is missing between two values");
      }
    }
  }

  #operand(): Operand | null {
    const first = this.#term();
    if (!first) return null;
    const names = this.#names();
    if (names.length === 0) return first;
    if (first.type === "field") return { type: "field", names: [...first.names, ...names] };
    if (first.type === "variable") return { ...first, names };
    if (first.type === "literal" || first.type === "float" || first.type === "nil" || first.type === "dot") {
      this.#refuse("this value has no fields");
    }
    return { type: "chain", of: first, names };
  }

  #names(): string[] {
    const names: string[] = [];
    for (let token = this.#token; token.type === "field"; token = this.#token) {
      this.#index++;
      names.push(token.text);
      this.#notice(token.text);
    }
    return names;
  }

  #notice(field: string): void {
    if (field === "Inner" || field === "InnerDeindent") this.#template.readsInner = true;
  }

  #term(): Operand | null {
    const token = this.#token;
    switch (token.type) {
      case "word":
        this.#index++;
        return wordOperand(token.text);
      case ".":
        this.#index++;
        return { type: "dot" };
      case "field":
        this.#index++;
        this.#notice(token.text);
        return { type: "field", names: [token.text] };
      case "variable":
        this.#index++;
        this.#known(token.text);
        return { type: "variable", name: token.text, names: [] };
      case "string":
        this.#index++;
        return { type: "literal", value: unquote(token.text) };
      case "char":
        this.#index++;
        return { type: "literal", value: unquote(token.text).codePointAt(0) ?? 0 };
      case "number":
        this.#index++;
        return this.#number(token.text);
      case "(":
        this.#index++;
        return { type: "pipe", pipe: this.#pipe(")") };
      default:
        return null;
    }
  }

  #number(text: string): Operand {
    const plain = text.replaceAll("_", "").replace(/^\+/, "");
    const negative = plain.startsWith("-");
    const digits = negative ? plain.slice(1) : plain;
    // A leading zero alone makes Go read it as octal.
    const value = /^0[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number(digits);
    if (digits === "" || Number.isNaN(value)) this.#refuse(`${text} is no number`);
    const signed = negative ? -value : value;
    // Go takes a float literal without a fraction for an integer where one is wanted.
    return /^0[xXbBoO]/.test(digits) || !/[.eE]/.test(digits)
      ? { type: "literal", value: signed === 0 ? 0 : signed }
      : { type: "float", value: signed };
  }

  #blanks(): void {
    while (this.#token.type === "space") this.#index++;
  }

  #close(): void {
    this.#blanks();
    if (this.#token.type !== "close") this.#refuse("an action does not end here");
    this.#index++;
  }

  #refuse(message: string): never {
    const error = new TemplateError(message);
    error.line = this.#token.line;
    throw error;
  }
}

function isVersionOne({ commands }: Pipe): boolean {
  const first = commands[0]?.[0];
  return first?.type === "literal" && /"version"\s*:\s*1\b/.test(String(first.value));
}

function wordOperand(word: string): Operand {
  if (word === "true" || word === "false") return { type: "literal", value: word === "true" };
  return word === "nil" ? { type: "nil" } : { type: "function", name: word };
}
