// Hugo's loose types: what a value of one type means where another is wanted. An answer that Hugo
// would make up (zero, empty, false) is `null` here where the caller may want to say so.

import type { Params, ParamValue } from "../../site/page.ts";
import { emptyParams, isParams } from "./params.ts";

type Given = ParamValue | undefined;

/** Numbers and booleans become text; lists, maps and nothing are `""`. */
export function toText(value: Given): string {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

/** `null` if it reads as neither. */
export function toBoolean(value: Given): boolean | null {
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value !== 0;
  if (typeof value !== "string") return null;
  if (/^(1|t|true)$/i.test(value)) return true;
  return /^(0|f|false)$/i.test(value) ? false : null;
}

/** A whole number; `null` if it reads as none. */
export function toInteger(value: Given): number | null {
  if (typeof value === "number") return Math.trunc(value);
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value !== "string" || !/^[-+]?\d+(\.0*)?$/.test(value.trim())) return null;
  return Math.trunc(Number(value));
}

/** A text where a list is meant is a list of its words: so Hugo reads `keywords` and `aliases`. */
export function toWords(value: Given): string[] {
  return typeof value === "string" ? value.split(/\s+/).filter((word) => word !== "") : toTexts(value);
}

/** A text where a list is meant is a list of one, commas and all: so Hugo reads terms. */
export function toTexts(value: Given): string[] {
  if (Array.isArray(value)) return value.map(toText);
  return value === null || value === undefined || isParams(value) ? [] : [toText(value)];
}

export function toParams(value: Given): Params {
  return isParams(value) ? value : emptyParams();
}

/** The maps among a list's items; anything else is no list of maps. */
export function toParamsList(value: Given): Params[] {
  return Array.isArray(value) ? value.filter(isParams) : [];
}

/** A list of pairs of texts, such as delimiters. */
export function toPairs(value: Given): [string, string][] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((pair): [string, string][] => {
    const [open, close] = toTexts(pair);
    return open && close ? [[open, close]] : [];
  });
}

/** A value as a message quotes it: one line, not too long. */
export function toQuote(value: Given): string {
  const text = toText(value).replace(/\s+/g, " ");
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
