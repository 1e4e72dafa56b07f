// What a template computes with: Go's values as far as a template can tell them apart. Owns the model,
// truth and lookup; printing is print.ts, functions on values are function/.

import type { ParamValue } from "../../site/page.ts";

/** An integer is a whole `number`; a float, whole or not, is a `Float`. */
export type Value = null | boolean | string | number | Float | Safe | Value[] | GoMap | GoObject;

export class Float {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

export type SafeKind = "HTML" | "HTMLAttr" | "URL" | "JS" | "JSStr" | "CSS" | "Srcset";

/** Text that the author has declared to be safe in one kind of place: `template.HTML` and the like. */
export class Safe {
  readonly kind: SafeKind;
  readonly text: string;
  constructor(kind: SafeKind, text: string) {
    this.kind = kind;
    this.text = text;
  }
}

export const html = (text: string): Safe => new Safe("HTML", text);

export class GoMap {
  readonly entries: Map<string, Value>;
  /** Front matter's and configuration's maps: keys are lower case and found in any case. */
  readonly folded: boolean;

  constructor(entries: Map<string, Value> = new Map(), kind: "exact" | "folded" = "exact") {
    this.entries = entries;
    this.folded = kind === "folded";
  }

  get(key: string): Value | undefined {
    return this.entries.get(this.folded ? key.toLowerCase() : key);
  }

  /** As Go ranges over a map. */
  sortedKeys(): string[] {
    return [...this.entries.keys()].sort(byCodePoint);
  }
}

/** Something with fields and methods: a page, a site, a resource, a time. */
export abstract class GoObject {
  /** Go's name of the type, for messages. */
  abstract readonly typeName: string;
  /** A field, or a method's answer; `undefined` for what it has not. */
  abstract member(name: string, args: Value[]): Value | undefined;
  abstract print(): string;

  truth(): boolean {
    return true;
  }

  /** What `range` and `len` see; `null` for what is no collection. */
  items(): Value[] | GoMap | null {
    return null;
  }

  /** A collection of the same type with these items. */
  of(items: Value[]): Value {
    return items;
  }

  /** What `lt` compares by: a time's seconds. */
  measure(): number | null {
    return null;
  }

  /** What `eq` compares by; the object itself if `null`. */
  identity(): string | null {
    return null;
  }
}

/** What was looked for and not found: false, and an error to read from. */
export class Nil extends GoObject {
  readonly typeName: string;
  constructor(typeName: string) {
    super();
    this.typeName = typeName;
  }

  member(): undefined {
    return undefined;
  }

  print(): string {
    return "<nil>";
  }

  override truth(): boolean {
    return false;
  }
}

/** Why a template stops; the evaluator adds the place. */
export class TemplateError extends Error {
  line: number | null = null;
  file: string | null = null;
}

export const fail = (message: string): never => {
  throw new TemplateError(message);
};

export const isNil = (value: Value | undefined): value is null | undefined | Nil =>
  value === null || value === undefined || value instanceof Nil;

/** Go's truth, with Hugo's: a time that is not set is false. */
export function isTrue(value: Value): boolean {
  if (value === null || typeof value === "boolean") return value === true;
  if (typeof value === "string" || Array.isArray(value)) return value.length > 0;
  if (typeof value === "number") return value !== 0;
  if (value instanceof Float) return value.value !== 0;
  if (value instanceof Safe) return value.text !== "";
  if (value instanceof GoMap) return value.entries.size > 0;
  return value.truth();
}

/** Front matter, configuration and data as values. */
export function fromParam(value: ParamValue | undefined, kind: "exact" | "folded" = "folded"): Value {
  if (value === undefined || value === null) return null;
  if (typeof value === "number") return Number.isInteger(value) ? value : new Float(value);
  if (typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((item) => fromParam(item, kind));
  return new GoMap(new Map(Object.entries(value).map(([key, item]) => [key, fromParam(item, kind)])), kind);
}

/** A collection's items, or `null`. */
export function listOf(value: Value): Value[] | null {
  if (Array.isArray(value)) return value;
  const items = value instanceof GoObject ? value.items() : null;
  return Array.isArray(items) ? items : null;
}

/** Items chosen from a collection, as one of its type. */
export const chosenFrom = (collection: Value, items: Value[]): Value =>
  collection instanceof GoObject ? collection.of(items) : items;

export function mapOf(value: Value): GoMap | null {
  if (value instanceof GoMap) return value;
  const items = value instanceof GoObject ? value.items() : null;
  return items instanceof GoMap ? items : null;
}

/** Text of a string of any kind, or `null`. */
export const textOf = (value: Value): string | null =>
  typeof value === "string" ? value : value instanceof Safe ? value.text : null;

export const numberOf = (value: Value): number | null =>
  typeof value === "number" ? value : value instanceof Float ? value.value : null;

export function byCodePoint(a: string, b: string): number {
  if (a === b) return 0;
  const [x, y] = [Array.from(a), Array.from(b)];
  for (let i = 0; i < x.length && i < y.length; i++) {
    const difference = (x[i]?.codePointAt(0) ?? 0) - (y[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return x.length - y.length;
}

/** A list of texts alone is a `[]string`. */
function sharedType([first = null, ...rest]: Value[]): string | null {
  const name = typeof first === "string" || typeof first === "number" ? typeName(first) : null;
  return name !== null && rest.every((item) => typeName(item) === name) ? name : null;
}

/** Go's name of a value's type, as its messages print it. */
export function typeName(value: Value): string {
  if (value === null) return "nil";
  if (typeof value === "boolean") return "bool";
  if (typeof value === "string") return "string";
  if (typeof value === "number") return "int";
  if (value instanceof Float) return "float64";
  if (value instanceof Safe) return `template.${value.kind}`;
  if (Array.isArray(value)) return `[]${sharedType(value) ?? "interface {}"}`;
  if (value instanceof GoMap) return value.folded ? "maps.Params" : "map[string]interface {}";
  return value.typeName;
}
