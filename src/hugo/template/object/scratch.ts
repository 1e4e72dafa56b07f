// A place to put values by name: `.Scratch`, `.Store`, `newScratch`. The one thing in a template that
// changes.

import { MAX_ITEMS } from "../budget.ts";
import { toText } from "../print.ts";
import { Float, fail, GoMap, GoObject, listOf, numberOf, textOf, type Value } from "../value.ts";

const MAX_KEYS = 10_000;

export class Scratch extends GoObject {
  readonly typeName: string;
  readonly #values = new Map<string, Value>();

  constructor(typeName: "Scratch" | "Store") {
    super();
    this.typeName = `*maps.${typeName}`;
  }

  member(name: string, args: Value[]): Value | undefined {
    const key = toText(args[0] ?? null);
    const value = args[1] ?? null;
    switch (name) {
      case "Set":
        return this.#set(key, value);
      case "Get":
        return this.#values.get(key) ?? null;
      case "Add":
        return this.#set(key, sum(this.#values.get(key), value));
      case "Delete":
        this.#values.delete(key);
        return "";
      case "SetInMap": {
        const known = this.#values.get(key);
        const map = new GoMap(new Map(known instanceof GoMap ? known.entries : []));
        map.entries.set(toText(value), args[2] ?? null);
        return this.#set(key, map);
      }
      case "DeleteInMap": {
        const known = this.#values.get(key);
        if (known instanceof GoMap) known.entries.delete(toText(value));
        return "";
      }
      case "GetSortedMapValues": {
        const known = this.#values.get(key);
        return known instanceof GoMap ? known.sortedKeys().map((k) => known.get(k) ?? null) : null;
      }
      case "Values":
        return new GoMap(new Map(this.#values));
    }
    return undefined;
  }

  #set(key: string, value: Value): string {
    if (this.#values.size >= MAX_KEYS) return fail("a scratch holds too much");
    this.#values.set(key, value);
    return "";
  }

  print(): string {
    return "";
  }
}

function sum(known: Value | undefined, value: Value): Value {
  if (known === undefined || known === null) return value;
  const items = listOf(known);
  if (items) {
    const all = [...items, ...(listOf(value) ?? [value])];
    return all.length > MAX_ITEMS ? fail("the list gets too long") : all;
  }
  const [a, b] = [numberOf(known), numberOf(value)];
  if (a !== null && b !== null) {
    return typeof known === "number" && typeof value === "number" ? a + b : new Float(a + b);
  }
  return textOf(known) === null ? fail("these values can't be added") : toText(known) + toText(value);
}
