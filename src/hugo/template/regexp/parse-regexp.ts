// RE2's syntax to a tree: what Go's regular expressions may say. Throws TemplateError for what they may
// not: back references, looking around.

import { TemplateError } from "../value.ts";
import { readClass, readEscape } from "./character-class.ts";
import type { Assertion, Expression, RegexpNode } from "./node.ts";

const MAX_LENGTH = 2000;
const MAX_DEPTH = 100;
/** As in Go. */
const MAX_REPEAT = 1000;

interface Flags {
  ignoresCase: boolean;
  manyLines: boolean;
  dotTakesAll: boolean;
  swapsGreed: boolean;
}

export function parseRegexp(source: string): Expression {
  if (source.length > MAX_LENGTH) throw new TemplateError("the regular expression is too long");
  return new Parser(source).read();
}

class Parser {
  readonly #source: string;
  readonly #names = new Map<string, number>();
  #flags: Flags = { ignoresCase: false, manyLines: false, dotTakesAll: false, swapsGreed: false };
  #position = 0;
  #groups = 1;
  #depth = 0;

  constructor(source: string) {
    this.#source = source;
  }

  read(): Expression {
    const node = this.#choice();
    if (this.#position < this.#source.length) this.#refuse("a ) is too many");
    return { node, groups: this.#groups, names: this.#names };
  }

  get #next(): string {
    return this.#source.charAt(this.#position);
  }

  #choice(): RegexpNode {
    if (++this.#depth > MAX_DEPTH) this.#refuse("it is nested too deeply");
    const options = [this.#sequence()];
    while (this.#next === "|") {
      this.#position++;
      options.push(this.#sequence());
    }
    this.#depth--;
    const [only] = options;
    return options.length === 1 && only ? only : { type: "choice", options };
  }

  #sequence(): RegexpNode {
    const parts: RegexpNode[] = [];
    while (this.#position < this.#source.length && this.#next !== "|" && this.#next !== ")") {
      const atom = this.#atom();
      if (atom) parts.push(this.#repeated(atom));
    }
    return { type: "sequence", parts };
  }

  #repeated(atom: RegexpNode): RegexpNode {
    let node = atom;
    for (let count = this.#count(); count !== null; count = this.#count()) {
      const lazy = this.#next === "?";
      if (lazy) this.#position++;
      node = { type: "repeat", inner: node, ...count, greedy: lazy === this.#flags.swapsGreed };
    }
    return node;
  }

  #count(): { least: number; most: number } | null {
    const found = /(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})/y;
    found.lastIndex = this.#position;
    const match = found.exec(this.#source);
    if (!match) return null;
    this.#position += match[0].length;
    if (match[0] === "*") return { least: 0, most: Number.POSITIVE_INFINITY };
    if (match[0] === "+") return { least: 1, most: Number.POSITIVE_INFINITY };
    if (match[0] === "?") return { least: 0, most: 1 };
    const least = Number(match[1]);
    const most =
      match[2] === undefined ? least : match[3] === "" ? Number.POSITIVE_INFINITY : Number(match[3]);
    if (least > MAX_REPEAT || (most > MAX_REPEAT && most !== Number.POSITIVE_INFINITY) || most < least) {
      this.#refuse("it repeats something too often");
    }
    return { least, most };
  }

  /** `null` for flags, which take no place. */
  #atom(): RegexpNode | null {
    const c = this.#next;
    switch (c) {
      case "(":
        return this.#group();
      case "[": {
        const { fits, end } = readClass(this.#source, this.#position, this.#flags.ignoresCase);
        this.#position = end;
        return { type: "character", fits };
      }
      case ".":
        this.#position++;
        return { type: "character", fits: this.#flags.dotTakesAll ? () => true : (char) => char !== "\n" };
      case "^":
        return this.#assertion(this.#flags.manyLines ? "lineStart" : "start", 1);
      case "$":
        return this.#assertion(this.#flags.manyLines ? "lineEnd" : "end", 1);
      case "\\":
        return this.#escape();
      case "*":
      case "+":
      case "?":
        return this.#refuse(`nothing stands before ${c}`);
    }
    const char = String.fromCodePoint(this.#source.codePointAt(this.#position) ?? 0);
    this.#position += char.length;
    return this.#literal(char);
  }

  #assertion(holds: Assertion, length: number): RegexpNode {
    this.#position += length;
    return { type: "assertion", holds };
  }

  #literal(char: string): RegexpNode {
    if (!this.#flags.ignoresCase) return { type: "character", fits: (other) => other === char };
    const folded = char.toLowerCase();
    return { type: "character", fits: (other) => other === char || other.toLowerCase() === folded };
  }

  #escape(): RegexpNode {
    switch (this.#source.charAt(this.#position + 1)) {
      case "A":
        return this.#assertion("start", 2);
      case "z":
        return this.#assertion("end", 2);
      case "b":
        return this.#assertion("word", 2);
      case "B":
        return this.#assertion("noWord", 2);
      case "Q": {
        const end = this.#source.indexOf("\\E", this.#position);
        const text = this.#source.slice(this.#position + 2, end < 0 ? undefined : end);
        this.#position = end < 0 ? this.#source.length : end + 2;
        return { type: "sequence", parts: Array.from(text, (char) => this.#literal(char)) };
      }
    }
    const { fits, char, end } = readEscape(this.#source, this.#position);
    this.#position = end;
    return char === null ? { type: "character", fits } : this.#literal(char);
  }

  #group(): RegexpNode | null {
    const head = /\((?:\?(?:P?<(\w+)>|([imsU]*)(?:-([imsU]+))?([:)])))?/y;
    head.lastIndex = this.#position;
    const [whole = "(", name, on, off, end] = head.exec(this.#source) ?? [];
    if (whole === "(" && this.#source.charAt(this.#position + 1) === "?") {
      this.#refuse("looking around is not supported");
    }
    this.#position += whole.length;
    const outer = this.#flags;
    if (on !== undefined) this.#flags = withFlags(withFlags(outer, on, true), off ?? "", false);
    if (end === ")") return null;
    const index = on === undefined ? this.#groups++ : null;
    if (name !== undefined && index !== null) this.#names.set(name, index);
    const inner = this.#choice();
    if (this.#next !== ")") this.#refuse("a ( is not closed");
    this.#position++;
    this.#flags = outer;
    return index === null ? inner : { type: "group", index, inner };
  }

  #refuse(message: string): never {
    throw new TemplateError(`the regular expression ${this.#source} can't be read: ${message}`);
  }
}

function withFlags(flags: Flags, letters: string, value: boolean): Flags {
  const changed = { ...flags };
  for (const letter of letters) {
    if (letter === "i") changed.ignoresCase = value;
    else if (letter === "m") changed.manyLines = value;
    else if (letter === "s") changed.dotTakesAll = value;
    else changed.swapsGreed = value;
  }
  return changed;
}
