// Choosing from lists: where, sort, group, and set operations (Hugo's namespace collections).

import { digest53 } from "../../../site/digest.ts";
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
  type Value,
} from "../value.ts";
import { given, list, text } from "./argument.ts";
import { isEqual, order } from "./compare.ts";
import { findMatches } from "./regexp.ts";

/** `Params.tags` of a page or a map; nothing where there is none. */
function pick(item: Value, path: string): Value {
  let value: Value | undefined = item;
  for (const name of path.replace(/^\./, "").split(".")) {
    if (isNil(value)) return null;
    if (value instanceof GoMap) value = value.get(name);
    else value = value instanceof GoObject ? value.member(name, []) : undefined;
  }
  return value ?? null;
}

const where: GoFunction = (args, runtime) => {
  const collection = given(args, 0);
  const items = list(collection);
  const path = text(args, 1);
  const [operator, wanted] =
    args.length > 3 ? [text(args, 2), given(args, 3)] : (["=", args[2] ?? null] as const);
  runtime.budget.step(items.length);
  const isLike = (value: Value): boolean => {
    const subject = textOf(value);
    return subject !== null && findMatches(toText(wanted), subject, runtime, 1).length > 0;
  };
  const isWanted = operator === "like" ? isLike : (value: Value) => holds(value, operator, wanted);
  return chosenFrom(
    collection,
    items.filter((item) => isWanted(pick(item, path))),
  );
};

function holds(value: Value, operator: string, wanted: Value): boolean {
  switch (operator) {
    case "=":
    case "==":
    case "eq":
      return isSame(value, wanted);
    case "!=":
    case "<>":
    case "ne":
      return !isSame(value, wanted);
    case ">=":
    case "ge":
      return !isNil(value) && order(value, wanted) >= 0;
    case ">":
    case "gt":
      return !isNil(value) && order(value, wanted) > 0;
    case "<=":
    case "le":
      return !isNil(value) && order(value, wanted) <= 0;
    case "<":
    case "lt":
      return !isNil(value) && order(value, wanted) < 0;
    case "in":
      return isAmong(value, wanted);
    case "not in":
      return !isAmong(value, wanted);
    case "intersect":
      return (listOf(value) ?? []).some((item) => isAmong(item, wanted));
    default:
      return fail(`the operator ${operator} is not known`);
  }
}

const isSame = (a: Value, b: Value): boolean =>
  isEqual(a, b) || (numberOf(a) !== null && numberOf(a) === numberOf(b));

function isAmong(value: Value, wanted: Value): boolean {
  const items = listOf(wanted);
  if (items) return items.some((item) => isSame(item, value));
  const within = textOf(wanted);
  return within !== null && textOf(value) !== null && within.includes(toText(value));
}

const sort: GoFunction = (args, runtime) => {
  const collection = given(args, 0);
  const path = args.length > 1 ? text(args, 1) : "";
  const descends = args.length > 2 && text(args, 2).toLowerCase() === "desc";
  const entries = mapOf(collection);
  const keyed: [Value, Value][] = entries
    ? entries.sortedKeys().map((key) => [key, entries.get(key) ?? null])
    : list(collection).map((item, i) => [i, item]);
  runtime.budget.step(keyed.length * 5);
  const { compare } = new Intl.Collator(runtime.context.language.lang || "en");
  const rank = (a: Value, b: Value): number => {
    const [x, y] = [textOf(a), textOf(b)];
    return x !== null && y !== null ? compare(x, y) : order(a, b);
  };
  const byKey = path === "" ? entries !== null : path === "key";
  const rankOf = ([key, item]: [Value, Value]): Value =>
    byKey ? key : path === "" || path === "value" ? item : pick(item, path);
  const sorted = keyed.map((pair) => ({ item: pair[1], by: rankOf(pair) })).sort((a, b) => rank(a.by, b.by));
  const items = sorted.map(({ item }) => item);
  return chosenFrom(collection, descends ? items.reverse() : items);
};

function unique(items: Value[]): Value[] {
  const texts = new Set<string>();
  const others: Value[] = [];
  return items.filter((item) => {
    const written = textOf(item);
    if (written !== null) return texts.size < texts.add(written).size;
    if (others.some((other) => isEqual(other, item))) return false;
    others.push(item);
    return true;
  });
}

const both = (args: Value[]): [Value[], Value[]] => [list(given(args, 0)), list(given(args, 1))];

const set =
  (choose: (a: Value[], b: Value[]) => Value[]): GoFunction =>
  (args, runtime) => {
    const [a, b] = both(args);
    runtime.budget.step(a.length * (b.length + 1) + b.length);
    return chosenFrom(given(args, 0), choose(a, b));
  };

const has = (items: Value[], item: Value): boolean => items.some((other) => isSame(other, item));

const shared = set((a, b) => unique(a.filter((item) => has(b, item))));
const united = set((a, b) => unique([...a, ...b]));
const different = set((a, b) => [...b.filter((item) => !has(a, item)), ...a.filter((item) => !has(b, item))]);

const complement: GoFunction = (args, runtime) => {
  const items = list(args.at(-1) ?? null);
  const others = args.slice(0, -1).flatMap(list);
  runtime.budget.step(items.length * (others.length + 1));
  return chosenFrom(
    args.at(-1) ?? null,
    items.filter((item) => !has(others, item)),
  );
};

const uniq: GoFunction = (args, runtime) => {
  const items = list(given(args, 0));
  runtime.budget.step(items.length * 10);
  return chosenFrom(given(args, 0), unique(items));
};

/** By the page's path, not by chance: the same text renders to the same page. */
const shuffle: GoFunction = (args, runtime) => {
  const items = list(given(args, 0));
  runtime.budget.step(items.length * 10);
  const ranked = items.map((item, i) => ({ item, rank: digest53(`${i} ${runtime.source.file}`) }));
  const shuffled = ranked.sort((a, b) => a.rank - b.rank).map(({ item }) => item);
  return chosenFrom(given(args, 0), shuffled);
};

export const queryFunctions: { [name: string]: GoFunction } = {
  where,
  sort,
  uniq,
  shuffle,
  union: united,
  intersect: shared,
  complement,
  symdiff: different,
  "collections.Where": where,
  "collections.Sort": sort,
  "collections.Uniq": uniq,
  "collections.Shuffle": shuffle,
  "collections.Union": united,
  "collections.Intersect": shared,
  "collections.Complement": complement,
  "collections.SymDiff": different,
};
