// Types: int, float, string, and the kinds of safe text (Hugo's namespaces cast and safe).

import { toText } from "../print.ts";
import type { GoFunction } from "../runtime.ts";
import {
  Float,
  fail,
  GoMap,
  isNil,
  listOf,
  mapOf,
  Safe,
  type SafeKind,
  textOf,
  type Value,
} from "../value.ts";
import { float, given, integer } from "./argument.ts";

const safe =
  (kind: SafeKind): GoFunction =>
  (args) =>
    new Safe(kind, toText(given(args, 0)));

function toInteger(value: Value): number {
  const text = textOf(value);
  // A text of a fraction is cut, one that is no number at all is an error.
  return text !== null && /^[+-]?\d+\.\d+$/.test(text) ? Math.trunc(Number(text)) : integer(value);
}

export const castFunctions: { [name: string]: GoFunction } = {
  int: (args) => toInteger(given(args, 0)),
  float: (args) => new Float(float(given(args, 0))),
  string: (args) => toText(given(args, 0)),
  safeHTML: safe("HTML"),
  safeHTMLAttr: safe("HTMLAttr"),
  safeURL: safe("URL"),
  safeJS: safe("JS"),
  safeJSStr: safe("JSStr"),
  safeCSS: safe("CSS"),
  "reflect.IsMap": (args) => mapOf(given(args, 0)) instanceof GoMap,
  "reflect.IsSlice": (args) => listOf(given(args, 0)) !== null,
  len: (args) => size(given(args, 0)),
};

function size(value: Value): number {
  const text = textOf(value);
  if (text !== null) return new TextEncoder().encode(text).length;
  const list = listOf(value);
  if (list) return list.length;
  if (isNil(value)) return fail("nothing has no length");
  return mapOf(value)?.entries.size ?? fail("this value has no length");
}
