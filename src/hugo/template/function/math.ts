// Arithmetic (Hugo's namespace math). Integers stay integers unless a float is among them.

import { digest53 } from "../../../site/digest.ts";
import type { GoFunction } from "../runtime.ts";
import { Float, fail, listOf, numberOf, type Value } from "../value.ts";
import { float, given, number } from "./argument.ts";

const fold =
  (integers: (a: number, b: number) => number, floats = integers): GoFunction =>
  (args) => {
    if (args.length < 2) return fail("two numbers are wanted");
    return args.map(number).reduce((a, b) => {
      const [x, y] = [numberOf(a) ?? 0, numberOf(b) ?? 0];
      return typeof a === "number" && typeof b === "number" ? integers(x, y) : new Float(floats(x, y));
    });
  };

const real =
  (compute: (x: number) => number): GoFunction =>
  (args) =>
    new Float(compute(float(given(args, 0))));

/** Numbers, and those in lists. */
const flat = (args: Value[]): number[] => args.flatMap((arg) => (listOf(arg) ?? [arg]).map(float));

const divide = (a: number, b: number): number => (b === 0 ? fail("a number is divided by zero") : a / b);

/** Halves away from zero, as Go rounds. */
const round = (x: number): number => Math.sign(x) * Math.round(Math.abs(x));

const extreme =
  (pick: (...numbers: number[]) => number): GoFunction =>
  (args) => {
    const numbers = flat(args);
    return numbers.length === 0
      ? fail("a number is wanted")
      : new Float(numbers.reduce((a, b) => pick(a, b)));
  };

/** By the page's path and how often it was asked, not by chance: the same text renders to the same page. */
const rand: GoFunction = (_, runtime) => {
  runtime.draws += 1;
  return new Float(digest53(`${runtime.draws} ${runtime.source.file}`) / 2 ** 53);
};

const mathOnly: { [name: string]: GoFunction } = {
  Abs: real(Math.abs),
  Ceil: real(Math.ceil),
  Floor: real(Math.floor),
  Round: real(round),
  Log: real(Math.log),
  Sqrt: real(Math.sqrt),
  Sin: real(Math.sin),
  Cos: real(Math.cos),
  Tan: real(Math.tan),
  Acos: real(Math.acos),
  Asin: real(Math.asin),
  Atan: real(Math.atan),
  Atan2: (args) => new Float(Math.atan2(float(given(args, 0)), float(given(args, 1)))),
  ToDegrees: real((x) => (x * 180) / Math.PI),
  ToRadians: real((x) => (x / 180) * Math.PI),
  Pi: () => new Float(Math.PI),
  Max: extreme(Math.max),
  Min: extreme(Math.min),
  Rand: rand,
  Sum: (args) => new Float(flat(args).reduce((a, b) => a + b, 0)),
  Product: (args) => new Float(flat(args).reduce((a, b) => a * b, 1)),
};

const add = fold((a, b) => a + b);
const sub = fold((a, b) => a - b);
const mul = fold((a, b) => a * b);
const div = fold((a, b) => Math.trunc(divide(a, b)), divide);
const mod = fold((a, b) => (b === 0 ? fail("a number is divided by zero") : a % b));
const pow: GoFunction = (args) => new Float(float(given(args, 0)) ** float(given(args, 1)));

export const mathFunctions: { [name: string]: GoFunction } = {
  add,
  sub,
  mul,
  div,
  mod,
  modBool: (args, runtime) => mod(args, runtime) === 0,
  pow,
  ...Object.fromEntries(Object.entries(mathOnly).map(([name, run]) => [`math.${name}`, run])),
  "math.Add": add,
  "math.Sub": sub,
  "math.Mul": mul,
  "math.Div": div,
  "math.Mod": mod,
  "math.Pow": pow,
};
