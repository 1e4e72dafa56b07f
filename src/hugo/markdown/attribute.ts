// Reads `{#id .class key=value}` after a heading, a fence or a block, by Goldmark's rules.

import { isAsciiLetter, isDigit, isPunctuation, isSpace } from "./character.ts";

export type AttributeValue = string | number | boolean | null | AttributeValue[] | Attributes;

export interface Attribute {
  name: string;
  value: AttributeValue;
}

export type Attributes = Attribute[];

/** The attributes that begin at `start` (spaces before `{` allowed) and the position after `}`; `null` if malformed. */
export function parseAttributes(text: string, start: number): { attributes: Attributes; end: number } | null {
  const reader = new AttributeReader(text, start);
  const attributes = reader.attributes(0);
  return attributes ? { attributes, end: reader.position } : null;
}

/** Later ones stand for earlier ones of the same name. */
export function mergeAttributes(own: Attributes, more: Attributes): Attributes {
  const merged = [...own];
  for (const attribute of more) {
    const same = merged.findIndex((a) => a.name === attribute.name);
    if (same >= 0) merged[same] = attribute;
    else merged.push(attribute);
  }
  return merged;
}

/** Deeper nesting than anybody writes. */
const MAX_DEPTH = 8;

class AttributeReader {
  position: number;
  readonly #text: string;

  constructor(text: string, position: number) {
    this.#text = text;
    this.position = position;
  }

  #peek(): number {
    return this.position < this.#text.length ? this.#text.charCodeAt(this.position) : -1;
  }

  #skipSpaces(): void {
    while (this.position < this.#text.length && isSpace(this.#peek())) this.position++;
  }

  #takeWhile(accepts: (c: number) => boolean): string {
    const start = this.position;
    while (this.position < this.#text.length && accepts(this.#peek())) this.position++;
    return this.#text.slice(start, this.position);
  }

  attributes(depth: number): Attributes | null {
    this.#skipSpaces();
    if (this.#peek() !== 123 || depth > MAX_DEPTH) return null;
    this.position++;
    const found: Attributes = [];
    for (;;) {
      if (this.#peek() === 125) {
        this.position++;
        return found;
      }
      const attribute = this.#attribute(depth);
      if (!attribute) return null;
      const before = attribute.name === "class" ? found.find((a) => a.name === "class") : undefined;
      if (before) before.value = `${before.value} ${attribute.value}`;
      else found.push(attribute);
      this.#skipSpaces();
      if (this.#peek() === 44) {
        this.position++;
        this.#skipSpaces();
      }
    }
  }

  #attribute(depth: number): Attribute | null {
    this.#skipSpaces();
    const sign = this.#peek();
    if (sign === 35 || sign === 46) {
      this.position++;
      const value = this.#takeWhile(
        (c) => !isSpace(c) && (!isPunctuation(c) || c === 95 || c === 45 || c === 58 || c === 46),
      );
      return { name: sign === 35 ? "id" : "class", value };
    }
    const name = this.#name();
    if (name === null) return null;
    this.#skipSpaces();
    if (this.#peek() !== 61) return null;
    this.position++;
    this.#skipSpaces();
    const value = this.#value(depth);
    if (value === undefined || (name === "class" && typeof value !== "string")) return null;
    return { name, value };
  }

  #name(): string | null {
    const first = this.#peek();
    if (!(isAsciiLetter(first) || first === 95 || first === 58)) return null;
    return this.#takeWhile(
      (c) => isAsciiLetter(c) || isDigit(c) || c === 95 || c === 58 || c === 46 || c === 45,
    );
  }

  #value(depth: number): AttributeValue | undefined {
    this.#skipSpaces();
    const c = this.#peek();
    if (c === 123) return this.attributes(depth + 1) ?? undefined;
    if (c === 91) return this.#array(depth + 1);
    if (c === 34) return this.#string();
    if (c === 45 || c === 43 || isDigit(c)) return this.#number();
    const word = this.#name();
    if (word === "true" || word === "false") return word === "true";
    return word === "null" ? null : (word ?? undefined);
  }

  #array(depth: number): AttributeValue[] | undefined {
    if (depth > MAX_DEPTH) return undefined;
    this.position++;
    const values: AttributeValue[] = [];
    for (;;) {
      if (this.#peek() === 93) {
        this.position++;
        return values;
      }
      if (values.length > 0 && this.#peek() === 44) this.position++;
      this.#skipSpaces();
      const value = this.#value(depth);
      if (value === undefined) return undefined;
      values.push(value);
      this.#skipSpaces();
    }
  }

  #string(): string | undefined {
    const found = /^"((?:[^"\\\n]|\\.)*)"/.exec(this.#text.slice(this.position));
    if (!found) return undefined;
    this.position += found[0].length;
    const CONTROL: { [letter: string]: string } = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };
    return (found[1] ?? "").replace(/\\(["/\\bfnrt])/g, (_, letter: string) => CONTROL[letter] ?? letter);
  }

  #number(): number | undefined {
    const found = /^[-+]?[0-9]+(?:\.[0-9]*)?(?:[eE][-+]?[0-9]*)?/.exec(
      this.#text.slice(this.position, this.position + 64),
    );
    if (!found) return undefined;
    this.position += found[0].length;
    const value = Number(found[0]);
    return Number.isNaN(value) ? undefined : value;
  }
}
