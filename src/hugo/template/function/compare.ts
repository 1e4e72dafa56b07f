// Comparison and choice: eq, lt, cond, default and the like (Hugo's namespace compare).

import type { GoFunction } from "../runtime.ts";
import { Float, fail, GoMap, GoObject, isNil, isTrue, listOf, textOf, type Value } from "../value.ts";
import { given } from "./argument.ts";

/** Go's `reflect.DeepEqual` after Hugo's normalisation: `1` and `1.0` differ, text is text of any kind. */
export function isEqual(a: Value, b: Value, room = { left: 10_000 }): boolean {
  if (room.left-- <= 0) return false;
  if (isNil(a) || isNil(b)) return isNil(a) && isNil(b);
  if (typeof a === "boolean" || typeof a === "number") return a === b;
  if (a instanceof Float) return b instanceof Float && a.value === b.value;
  const text = textOf(a);
  if (text !== null) return text === textOf(b);
  if (a instanceof GoObject) {
    return a === b || (b instanceof GoObject && a.identity() !== null && a.identity() === b.identity());
  }
  const list = listOf(a);
  const other = listOf(b);
  if (list)
    return (
      other !== null &&
      list.length === other.length &&
      list.every((v, i) => isEqual(v, other[i] ?? null, room))
    );
  if (!(a instanceof GoMap) || !(b instanceof GoMap) || a.entries.size !== b.entries.size) return false;
  return [...a.entries].every(([key, value]) => isEqual(value, b.entries.get(key) ?? null, room));
}

/** Below, at or above zero. Two texts that read as numbers compare as numbers. */
export function order(a: Value, b: Value): number {
  const [x, y] = [measure(a), measure(b)];
  if (typeof x === "string" && typeof y === "string") return x < y ? -1 : x > y ? 1 : 0;
  const [left, right] = [typeof x === "string" ? 0 : x, typeof y === "string" ? 0 : y];
  return left - right;
}

function measure(value: Value): number | string {
  if (isNil(value)) return 0;
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value instanceof Float) return value.value;
  const text = textOf(value);
  if (text !== null) return isNumber(text) ? Number(text) : text;
  if (Array.isArray(value)) return value.length;
  if (value instanceof GoMap) return value.entries.size;
  return value instanceof GoObject ? (value.measure() ?? listOf(value)?.length ?? 0) : 0;
}

const isNumber = (text: string): boolean => /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text);

const every =
  (holds: (order: number) => boolean): GoFunction =>
  (args) => {
    const first = given(args, 0);
    if (args.length < 2) return fail("two values are wanted");
    return args.slice(1).every((other) => holds(order(first, other)));
  };

/** Hugo's default: false and zero are values, empty texts, lists and maps are none. */
function isSet(value: Value): boolean {
  if (isNil(value)) return false;
  if (typeof value === "boolean") return true;
  return isTrue(value);
}

export const compareFunctions: { [name: string]: GoFunction } = {
  eq: (args) => args.slice(1).some((other) => isEqual(given(args, 0), other)),
  ne: (args) => args.slice(1).every((other) => !isEqual(given(args, 0), other)),
  lt: every((o) => o < 0),
  le: every((o) => o <= 0),
  gt: every((o) => o > 0),
  ge: every((o) => o >= 0),
  not: (args) => !isTrue(given(args, 0)),
  cond: (args) => (isTrue(given(args, 0)) ? given(args, 1) : given(args, 2)),
  default: (args) => {
    const value = args[1];
    return value !== undefined && isSet(value) ? value : given(args, 0);
  },
};
