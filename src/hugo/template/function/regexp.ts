// Regular expressions of templates: RE2's syntax run by the platform's own, kept to patterns and texts
// that can't make it run away.

import { MAX_TEXT } from "../budget.ts";
import type { GoFunction } from "../runtime.ts";
import { fail, type Value } from "../value.ts";
import { int, text } from "./argument.ts";

const MAX_PATTERN = 1000;
const MAX_SUBJECT = 50_000;

function compile(pattern: string): RegExp {
  if (pattern.length > MAX_PATTERN) return fail("the regular expression is too long");
  const { source, flags } = translate(pattern);
  if (repeatsRepeats(source)) {
    return fail(`the regular expression ${pattern} repeats a group that repeats: write it without`);
  }
  try {
    return new RegExp(source, `g${flags}`);
  } catch {
    return fail(`the regular expression ${pattern} is not understood`);
  }
}

const CLASSES: { [name: string]: string } = {
  alnum: "0-9A-Za-z",
  alpha: "A-Za-z",
  ascii: "\\x00-\\x7F",
  blank: "\\t ",
  cntrl: "\\x00-\\x1F\\x7F",
  digit: "0-9",
  graph: "!-~",
  lower: "a-z",
  print: " -~",
  punct: "!-/:-@\\[-`{-~",
  space: "\\t\\n\\v\\f\\r ",
  upper: "A-Z",
  word: "0-9A-Za-z_",
  xdigit: "0-9A-Fa-f",
};

/** Go's own spellings: `(?i)`, `(?P<name>…)`, `\z`, `\A`, `[[:alpha:]]`. */
function translate(pattern: string): { source: string; flags: string } {
  let flags = "u";
  let source = pattern;
  const lead = /^\(\?([imsU]+)\)/.exec(source);
  if (lead) {
    for (const flag of lead[1] ?? "") if ("ims".includes(flag)) flags += flag;
    source = source.slice(lead[0].length);
  }
  source = source
    .replace(/\(\?P</g, "(?<")
    .replace(/\[:(\w+):\]/g, (whole, name) => CLASSES[name] ?? whole)
    .replace(/\\([\s\S])/g, (whole, letter) => escaped(letter, whole));
  return { source: looseBrackets(source), flags };
}

function escaped(letter: string, whole: string): string {
  if (letter === "z") return "$(?![\\s\\S])";
  if (letter === "A") return "^";
  // With the flag u only signs that mean something may be escaped; Go allows any.
  return /[a-zA-Z0-9^$\\.*+?()[\]{}|/-]/.test(letter) ? whole : letter;
}

/** Go takes a lone `{`, `}` or `]` for itself. */
function looseBrackets(source: string): string {
  let out = "";
  let inSet = false;
  for (let i = 0; i < source.length; i++) {
    const c = source.charAt(i);
    if (c === "\\") {
      const braced = /^\\[pPu]\{[^}]*\}/.exec(source.slice(i, i + 60))?.[0] ?? source.slice(i, i + 2);
      // A hyphen may be escaped in a set alone.
      out += braced === "\\-" && !inSet ? "-" : braced;
      i += braced.length - 1;
    } else if (inSet) {
      if (c === "]") inSet = false;
      out += c === "[" ? "\\[" : c;
    } else if (c === "[") {
      inSet = true;
      const open = /^\[\^?\]?/.exec(source.slice(i, i + 3))?.[0] ?? "[";
      out += open.endsWith("]") ? `${open.slice(0, -1)}\\]` : open;
      i += open.length - 1;
    } else if (c === "{") {
      const counted = /^\{\d+(?:,\d*)?\}/.exec(source.slice(i, i + 20))?.[0];
      out += counted ?? "\\{";
      i += (counted?.length ?? 1) - 1;
    } else out += c === "}" || c === "]" ? `\\${c}` : c;
  }
  return out;
}

/** A repeated group that holds a repetition or a choice: what can take exponential time. */
function repeatsRepeats(source: string): boolean {
  const open: boolean[] = [];
  let inSet = false;
  for (let i = 0; i < source.length; i++) {
    const c = source.charAt(i);
    if (c === "\\") i++;
    else if (inSet) inSet = c !== "]";
    else if (c === "[") inSet = true;
    else if (c === "(") open.push(false);
    else if (c === ")") {
      const holds = open.pop() ?? false;
      const repeated = /^(?:[*+]|\{\d+,\d*\})/.test(source.slice(i + 1, i + 20));
      if (holds && repeated) return true;
      if ((holds || repeated) && open.length > 0) open[open.length - 1] = true;
    } else if (/[*+|]/.test(c) || (c === "{" && source.charAt(i - 1) !== "}")) {
      if (open.length > 0) open[open.length - 1] = true;
    }
  }
  return false;
}

function subject(value: string): string {
  return value.length > MAX_SUBJECT ? fail("the text is too long for a regular expression") : value;
}

export function findMatches(pattern: string, value: string, limit = -1): RegExpExecArray[] {
  const expression = compile(pattern);
  const found: RegExpExecArray[] = [];
  for (const match of subject(value).matchAll(expression)) {
    if (limit >= 0 && found.length >= limit) break;
    found.push(match);
  }
  return found;
}

const replaceRE: GoFunction = (args, runtime) => {
  const [pattern, next] = [text(args, 0), text(args, 1)];
  const value = text(args, 2);
  const limit = args.length > 3 ? int(args, 3) : -1;
  runtime.budget.step(value.length / 10);
  let out = "";
  let end = 0;
  for (const match of findMatches(pattern, value, limit)) {
    out += value.slice(end, match.index) + expand(next, match);
    end = match.index + match[0].length;
    if (out.length > MAX_TEXT) return fail("the text gets too long");
  }
  return out + value.slice(end);
};

/** `$1`, `${1}`, `$name`; a name takes all letters that follow. */
const expand = (next: string, match: RegExpExecArray): string =>
  next.replace(/\$(?:\$|\{(\w+)\}|(\w+))/g, (_, braced, bare) => {
    const name = braced ?? bare;
    if (name === undefined) return "$";
    return (/^\d+$/.test(name) ? match[Number(name)] : match.groups?.[name]) ?? "";
  });

const findRE: GoFunction = (args, runtime) => {
  const value = text(args, 1);
  runtime.budget.step(value.length / 10);
  return findMatches(text(args, 0), value, args.length > 2 ? int(args, 2) : -1).map(([whole]) => whole);
};

/** Each match with its groups. */
const findRESubmatch: GoFunction = (args, runtime) => {
  const value = text(args, 1);
  runtime.budget.step(value.length / 10);
  return findMatches(text(args, 0), value, args.length > 2 ? int(args, 2) : -1).map(
    (match): Value => Array.from(match, (group) => group ?? ""),
  );
};

export const regexpFunctions: { [name: string]: GoFunction } = {
  replaceRE,
  findRE,
  findRESubmatch,
  "strings.ReplaceRE": replaceRE,
  "strings.FindRE": findRE,
  "strings.FindRESubmatch": findRESubmatch,
};
