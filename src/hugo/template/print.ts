// Values as Go's fmt prints them: `print`, `printf` and whatever a template puts out.

import { hexOf } from "../../site/sha256.ts";
import { MAX_TEXT } from "./budget.ts";
import { quote } from "./quote.ts";
import {
  byCodePoint,
  Float,
  fail,
  GoMap,
  GoObject,
  numberOf,
  Safe,
  textOf,
  typeName,
  type Value,
} from "./value.ts";

/** Signs and values that one print may come to: one list in another many times over is small in memory only. */
export class Room {
  #left = MAX_TEXT;

  take(length: number): void {
    this.#left -= length + 1;
    if (this.#left < 0) fail("a value is too large to be printed");
  }
}

/** `%v`. */
export function printValue(value: Value, room = new Room()): string {
  room.take(textOf(value)?.length ?? 1);
  if (value === null) return "<nil>";
  if (typeof value === "string") return value;
  if (typeof value === "boolean" || typeof value === "number") return String(value);
  if (value instanceof Float) return printFloat(value.value);
  if (value instanceof Safe) return value.text;
  if (Array.isArray(value)) return `[${value.map((item) => printValue(item, room)).join(" ")}]`;
  if (value instanceof GoMap) {
    const items = value.sortedKeys().map((key) => `${key}:${printValue(value.get(key) ?? null, room)}`);
    return `map[${items.join(" ")}]`;
  }
  return value.print();
}

/** The shortest digits that read back as the same number; with an exponent below -4 and from `large` on. */
export function printFloat(value: number, large = 6, small = -4): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
  const exponent = value === 0 ? 0 : Number(value.toExponential().split("e")[1]);
  if (exponent < small || exponent >= large) return goExponent(value.toExponential());
  if (exponent < -6) return value.toFixed(20).replace(/0+$/, "");
  return Object.is(value, -0) ? "-0" : String(value);
}

const goExponent = (text: string): string => text.replace(/e([+-])(\d)$/, "e$10$2");

/** `fmt.Sprint`: a blank between two operands of which neither is a string. */
export function printAll(values: Value[]): string {
  const room = new Room();
  let out = "";
  for (const [i, value] of values.entries()) {
    const before = values[i - 1];
    if (before !== undefined && textOf(before) === null && textOf(value) === null) out += " ";
    out += printValue(value, room);
  }
  return out;
}

export const printLine = (values: Value[]): string =>
  `${values.map((value) => printValue(value)).join(" ")}\n`;

const DIRECTIVE = /%([-+# 0]*)(\*|\d+)?(?:\.(\*|\d+)?)?(?:\[(\d+)\])?([\s\S])?/gu;
const MAX_WIDTH = 1000;

export function printFormat(format: string, values: Value[]): string {
  let next = 0;
  let reordered = false;
  const room = new Room();
  const take = (): Value | undefined => values[next++];
  const size = (text: string | undefined): number | null => {
    if (text === undefined) return null;
    const given = text === "*" ? take() : Number(text);
    return Math.min(typeof given === "number" ? given : 0, MAX_WIDTH);
  };
  const out = format.replace(DIRECTIVE, (whole, flags: string, width, precision, index, verb) => {
    if (verb === "%") return "%";
    if (verb === undefined) return "%!(NOVERB)";
    const hasPrecision = /\./.test(whole);
    const options = { flags, width: size(width), precision: hasPrecision ? (size(precision) ?? 0) : null };
    if (index !== undefined) {
      next = Number(index) - 1;
      reordered = true;
    }
    const value = take();
    if (value === undefined) return index === undefined ? `%!${verb}(MISSING)` : `%!${verb}(BADINDEX)`;
    const printed = pad(printVerb(verb, value, options), options, value);
    room.take(printed.length);
    return printed;
  });
  if (reordered || next >= values.length) return out;
  const extra = values.slice(next).map((v) => (v === null ? "<nil>" : `${typeName(v)}=${printValue(v)}`));
  return `${out}%!(EXTRA ${extra.join(", ")})`;
}

interface Options {
  flags: string;
  width: number | null;
  precision: number | null;
}

function pad(text: string, { flags, width }: Options, value: Value): string {
  const missing = (width ?? 0) - Array.from(text).length;
  if (missing <= 0) return text;
  if (flags.includes("-")) return text + " ".repeat(missing);
  if (!flags.includes("0") || numberOf(value) === null) return " ".repeat(missing) + text;
  const sign = /^[+-]/.exec(text)?.[0] ?? "";
  return sign + "0".repeat(missing) + text.slice(sign.length);
}

function printVerb(verb: string, value: Value, options: Options): string {
  switch (verb) {
    case "v":
      return options.flags.includes("#") ? goSyntax(value) : printValue(value);
    case "T":
      return value === null ? "<nil>" : typeName(value);
    case "t":
      return typeof value === "boolean" ? String(value) : bad(verb, value);
    case "s":
    case "q":
    case "x":
    case "X":
      return printText(verb, value, options);
    case "d":
    case "c":
    case "U":
    case "b":
    case "o":
      return printInteger(verb, value, options);
    case "f":
    case "F":
    case "e":
    case "g":
      return printReal(verb, value, options);
    default:
      return bad(verb, value);
  }
}

const bad = (verb: string, value: Value): string =>
  value === null ? `%!${verb}(<nil>)` : `%!${verb}(${typeName(value)}=${printValue(value)})`;

function printText(verb: string, value: Value, { precision }: Options): string {
  if (Array.isArray(value)) {
    return `[${value.map((item) => printText(verb, item, { flags: "", width: null, precision })).join(" ")}]`;
  }
  const text = textOf(value) ?? (value instanceof GoObject ? value.print() : null);
  if (verb === "x" || verb === "X") return hexadecimal(verb, value, text);
  if (text === null) {
    if (verb === "q" && typeof value === "number") return `'${String.fromCodePoint(value)}'`;
    return value instanceof GoMap && verb === "s" ? printValue(value) : bad(verb, value);
  }
  const cut = precision === null ? text : Array.from(text).slice(0, precision).join("");
  return verb === "q" ? quote(cut) : cut;
}

function hexadecimal(verb: string, value: Value, text: string | null): string {
  const digits =
    text === null
      ? typeof value === "number"
        ? value.toString(16)
        : bad(verb, value)
      : hexOf(new TextEncoder().encode(text));
  return verb === "X" ? digits.toUpperCase() : digits;
}

function printInteger(verb: string, value: Value, { flags }: Options): string {
  if (Array.isArray(value)) {
    return `[${value.map((item) => printInteger(verb, item, { flags, width: null, precision: null })).join(" ")}]`;
  }
  if (value instanceof GoObject && value.measure() !== null) return String(value.measure());
  if (typeof value !== "number") return bad(verb, value);
  if (verb === "c") return value >= 0 && value <= 0x10ffff ? String.fromCodePoint(value) : "\ufffd";
  if (verb === "U") return `U+${value.toString(16).toUpperCase().padStart(4, "0")}`;
  const digits = value.toString(verb === "b" ? 2 : verb === "o" ? 8 : 10);
  return flags.includes("+") && value >= 0 ? `+${digits}` : digits;
}

function printReal(verb: string, value: Value, { flags, precision }: Options): string {
  if (!(value instanceof Float)) return bad(verb, value);
  const number = value.value;
  const places = Math.min(precision ?? 6, 100);
  const digits =
    verb === "e"
      ? goExponent(number.toExponential(places))
      : verb === "g"
        ? precision === null
          ? printFloat(number)
          : String(Number(number.toPrecision(Math.max(1, places))))
        : Math.abs(number) < 1e21
          ? number.toFixed(places)
          : printFloat(number);
  return flags.includes("+") && number >= 0 ? `+${digits}` : digits;
}

function goSyntax(value: Value): string {
  const text = textOf(value);
  if (text !== null) return quote(text);
  if (value instanceof GoMap) {
    const items = [...value.entries].sort(([a], [b]) => byCodePoint(a, b));
    return `${typeName(value)}{${items.map(([key, item]) => `${quote(key)}:${goSyntax(item)}`).join(", ")}}`;
  }
  return Array.isArray(value) ? `${typeName(value)}{${value.map(goSyntax).join(", ")}}` : printValue(value);
}

/** Text where text is wanted, as Hugo casts it; `null` is empty. */
export function toText(value: Value): string {
  const text = textOf(value);
  if (text !== null) return text;
  if (value === null) return "";
  if (typeof value === "number" || typeof value === "boolean" || value instanceof Float)
    return printValue(value);
  if (value instanceof GoObject) return value.print();
  return fail(`text is wanted, but this is a ${typeName(value)}`);
}
