// Functions with regular expressions: Go's syntax, run in linear time (../regexp).

import { MAX_TEXT } from "../budget.ts";
import { type Match, matchAll } from "../regexp/match-regexp.ts";
import { parseRegexp } from "../regexp/parse-regexp.ts";
import type { GoFunction, Runtime } from "../runtime.ts";
import { fail, type Value } from "../value.ts";
import { int, text } from "./argument.ts";

/** Steps of the machine that cost as much as one of a template's. */
const STEPS = 15;

export function findMatches(pattern: string, value: string, runtime: Runtime, limit = -1): Match[] {
  const expression = parseRegexp(pattern);
  const found: Match[] = [];
  if (limit === 0) return found;
  const charge = (steps: number) => runtime.budget.step(steps / STEPS);
  for (const match of matchAll(expression, value, charge)) {
    found.push(match);
    if (found.length === limit) break;
  }
  return found;
}

const replaceRE: GoFunction = (args, runtime) => {
  const [pattern, next, value] = [text(args, 0), text(args, 1), text(args, 2)];
  const limit = args.length > 3 ? int(args, 3) : -1;
  let out = "";
  let end = 0;
  for (const match of findMatches(pattern, value, runtime, limit)) {
    out += value.slice(end, match.index) + expand(next, match);
    end = match.end;
    if (out.length > MAX_TEXT) return fail("the text gets too long");
  }
  return out + value.slice(end);
};

/** `$1`, `${1}`, `$name`; a name takes all letters that follow. */
const expand = (next: string, { groups, names }: Match): string =>
  next.replace(/\$(?:\$|\{(\w+)\}|(\w+))/g, (_, braced, bare) => {
    const name: string | undefined = braced ?? bare;
    if (name === undefined) return "$";
    return groups[/^\d+$/.test(name) ? Number(name) : (names.get(name) ?? -1)] ?? "";
  });

const findRE: GoFunction = (args, runtime) =>
  findMatches(text(args, 0), text(args, 1), runtime, args.length > 2 ? int(args, 2) : -1).map(
    ({ groups }) => groups[0] ?? "",
  );

/** Each match with its groups. */
const findRESubmatch: GoFunction = (args, runtime) =>
  findMatches(text(args, 0), text(args, 1), runtime, args.length > 2 ? int(args, 2) : -1).map(
    ({ groups }): Value => groups.map((group) => group ?? ""),
  );

export const regexpFunctions: { [name: string]: GoFunction } = {
  replaceRE,
  findRE,
  findRESubmatch,
  "strings.ReplaceRE": replaceRE,
  "strings.FindRE": findRE,
  "strings.FindRESubmatch": findRESubmatch,
};
