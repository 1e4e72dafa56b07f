// Arguments of functions, cast as Hugo casts them; what can't be cast stops the template.

import { printValue, toText } from "../print.ts";
import {
  Float,
  fail,
  GoMap,
  isNil,
  listOf,
  mapOf,
  numberOf,
  textOf,
  typeName,
  type Value,
} from "../value.ts";

export function given(args: Value[], index: number): Value {
  const value = args[index];
  return value === undefined ? fail(`argument ${index + 1} is missing`) : value;
}

export const text = (args: Value[], index: number): string => toText(given(args, index));

export function integer(value: Value): number {
  if (typeof value === "number") return value;
  if (value instanceof Float) return Math.trunc(value.value);
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value === null) return 0;
  const written = textOf(value);
  if (written !== null) {
    const trimmed = written.replace(/^0+(?=\d)/, "").replace(/\.0*$/, "");
    if (written === "") return fail(`an integer is wanted, but this is ""`);
    if (/^[+-]?\d+$/.test(trimmed)) return Number(trimmed);
    if (/^[+-]?0[xX][0-9a-fA-F]+$/.test(written)) return Number(written);
  }
  return fail(
    `an integer is wanted, but this is ${written === null ? `a ${typeName(value)}` : JSON.stringify(written)}`,
  );
}

export const int = (args: Value[], index: number): number => integer(given(args, index));

/** Integer or float: which one decides what arithmetic answers. */
export function number(value: Value): number | Float {
  if (typeof value === "number" || value instanceof Float) return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  const written = textOf(value);
  if (written !== null && written !== "" && Number.isFinite(Number(written))) {
    return /^[+-]?\d+$/.test(written) ? Number(written) : new Float(Number(written));
  }
  return fail(
    `a number is wanted, but this is ${value === null ? "nil" : JSON.stringify(printValue(value))}`,
  );
}

export const float = (value: Value): number => numberOf(number(value)) ?? 0;

export function boolean(value: Value): boolean {
  if (typeof value === "boolean") return value;
  if (value === null) return false;
  if (typeof value === "number") return value !== 0;
  const written = textOf(value) ?? "";
  if (/^(?:1|t|true)$/i.test(written)) return true;
  return /^(?:0|f|false)$/i.test(written)
    ? false
    : fail(`a truth value is wanted, but this is ${JSON.stringify(printValue(value))}`);
}

/** Nothing is an empty list. */
export function list(value: Value): Value[] {
  if (isNil(value)) return [];
  return listOf(value) ?? fail(`a list is wanted, but this is a ${typeName(value)}`);
}

export function map(value: Value): GoMap {
  if (isNil(value)) return new GoMap();
  return mapOf(value) ?? fail(`a map is wanted, but this is a ${typeName(value)}`);
}
