// Lists and maps (Hugo's namespace collections). Sorting, filtering and set operations are in query.ts.

import { MAX_ITEMS } from "../budget.ts";
import { Scratch } from "../object/scratch.ts";
import { toText } from "../print.ts";
import type { GoFunction } from "../runtime.ts";
import {
  chosenFrom,
  fail,
  GoMap,
  GoObject,
  isNil,
  listOf,
  mapOf,
  numberOf,
  textOf,
  typeName,
  type Value,
} from "../value.ts";
import { given, int, integer, list, map } from "./argument.ts";
import { isEqual } from "./compare.ts";

const bounded = (items: Value[]): Value[] =>
  items.length > MAX_ITEMS ? fail("the list gets too long") : items;

/** Keys may be lists: `dict (slice "a" "b") 1` is a map in a map. */
const dict: GoFunction = (args) => {
  if (args.length % 2 !== 0) return fail("keys and values must come in pairs");
  const out = new GoMap();
  for (let i = 0; i < args.length; i += 2) {
    const key = args[i] ?? null;
    const path = listOf(key)?.map(toText) ?? [toText(key)];
    let target = out;
    for (const name of path.slice(0, -1)) {
      const inner = target.entries.get(name);
      const next = inner instanceof GoMap ? inner : new GoMap();
      target.entries.set(name, next);
      target = next;
    }
    target.entries.set(path.at(-1) ?? "", args[i + 1] ?? null);
  }
  return out;
};

const append: GoFunction = (args) => {
  const to = args.at(-1);
  const from = args.slice(0, -1);
  if (to === undefined || from.length === 0) return fail("a list and something to append are wanted");
  const base = list(to);
  const only = from.length === 1 ? listOf(from[0] ?? null) : null;
  const nested = base.length > 0 && listOf(base[0] ?? null) !== null;
  return bounded([...base, ...(only && !nested ? only : from)]);
};

/** The right one wins; maps in maps are merged, too. */
function merge(a: GoMap, b: GoMap): GoMap {
  const out = new GoMap(new Map(a.entries), a.folded ? "folded" : "exact");
  for (const [key, value] of b.entries) {
    const name = out.folded ? key.toLowerCase() : key;
    const known = out.entries.get(name);
    out.entries.set(name, known instanceof GoMap && value instanceof GoMap ? merge(known, value) : value);
  }
  return out;
}

const index: GoFunction = (args) => {
  const keys = args.length === 2 && listOf(args[1] ?? null) ? list(args[1] ?? null) : args.slice(1);
  let value: Value = given(args, 0);
  for (const key of keys) {
    if (isNil(value)) return null;
    value = at(value, key);
  }
  return value;
};

function at(value: Value, key: Value): Value {
  const items = listOf(value);
  if (items) return items[integer(key)] ?? null;
  const entries = mapOf(value);
  if (entries) return entries.get(toText(key)) ?? null;
  if (value instanceof GoObject) return value.member(toText(key), []) ?? null;
  const written = textOf(value);
  if (written !== null) return new TextEncoder().encode(written)[integer(key)] ?? null;
  return fail(`a ${typeName(value)} can't be indexed`);
}

/** So many, then the list; of a text its bytes, where that is allowed. */
function slicing(choose: <T>(items: T[], n: number) => T[], { ofText = false } = {}): GoFunction {
  return (args) => {
    const collection = given(args, 1);
    const count = Math.max(0, int(args, 0));
    const written = ofText ? textOf(collection) : null;
    if (written === null) return chosenFrom(collection, choose(list(collection), count));
    const bytes = choose(Array.from(new TextEncoder().encode(written)), count);
    return new TextDecoder().decode(Uint8Array.from(bytes));
  };
}

const seq: GoFunction = (args) => {
  const numbers = args.map((arg) => integer(arg));
  const [a = 0, b, c] = numbers;
  let [first, step, last] = [1, 1, a];
  if (numbers.length === 1 && a < 0) [first, step] = [-1, -1];
  if (b !== undefined && c === undefined) [first, step, last] = [a, b < a ? -1 : 1, b];
  if (b !== undefined && c !== undefined) [first, step, last] = [a, b, c];
  if (numbers.length === 1 && a === 0) return [];
  const size = step === 0 ? Number.NaN : Math.floor((last - first) / step) + 1;
  if (!(size >= 0) || size > 2000)
    return fail("a sequence must have a step that leads to its end, and 2000 numbers at most");
  return Array.from({ length: size }, (_, i) => first + i * step);
};

const isIn: GoFunction = (args) => {
  const [where, what] = [given(args, 0), given(args, 1)];
  const items = listOf(where);
  if (items) return items.some((item) => isEqual(item, what) || sameNumber(item, what));
  const written = textOf(where);
  return written !== null && textOf(what) !== null && written.includes(toText(what));
};

const sameNumber = (a: Value, b: Value): boolean => numberOf(a) !== null && numberOf(a) === numberOf(b);

const isset: GoFunction = (args) => {
  const [where, key] = [given(args, 0), given(args, 1)];
  const items = listOf(where);
  if (items) return integer(key) < items.length;
  return mapOf(where)?.entries.has(toText(key)) ?? false;
};

const collections: { [name: string]: GoFunction } = {
  Dictionary: dict,
  Slice: (args) => args,
  Append: append,
  First: slicing((items, n) => items.slice(0, n), { ofText: true }),
  Last: slicing((items, n) => items.slice(Math.max(0, items.length - n)), { ofText: true }),
  After: slicing((items, n) => items.slice(n)),
  Index: index,
  Merge: (args) => args.map(map).reduce(merge),
  Seq: seq,
  In: isIn,
  IsSet: isset,
  NewScratch: () => new Scratch("Scratch"),
  Reverse: (args) => chosenFrom(given(args, 0), list(given(args, 0)).toReversed()),
  KeyVals: (args) => [toText(given(args, 0)), args.slice(1)],
  EchoParam: index,
  Querify: (args) => querify(args),
};

/** `a=1&b=2`, keys sorted if they come in a map. */
function querify(args: Value[]): string {
  const only = args.length === 1 ? mapOf(args[0] ?? null) : null;
  const items = only ? [...only.entries].flat() : args.length === 1 ? list(args[0] ?? null) : args;
  const query = new URLSearchParams();
  for (let i = 0; i + 1 < items.length; i += 2)
    query.append(toText(items[i] ?? null), toText(items[i + 1] ?? null));
  query.sort();
  return query.toString();
}

const ALIASES = {
  dict: "Dictionary",
  slice: "Slice",
  append: "Append",
  first: "First",
  last: "Last",
  after: "After",
  index: "Index",
  merge: "Merge",
  seq: "Seq",
  in: "In",
  isset: "IsSet",
  newScratch: "NewScratch",
  querify: "Querify",
} as const;

const nothing: GoFunction = () => null;

export const collectionFunctions: { [name: string]: GoFunction } = {
  ...Object.fromEntries(Object.entries(collections).map(([name, run]) => [`collections.${name}`, run])),
  ...Object.fromEntries(
    Object.entries(ALIASES).map(([alias, name]) => [alias, collections[name] ?? nothing]),
  ),
};
