// One key of TOML front matter, changed where it stands. Only keys above the first table are
// touched: what is in a table is a parameter of the theme's.

import type { Change, KeyEdit } from "./edit-front-matter.ts";
import { joinFlow, rewriteItems } from "./edit-list.ts";
import { quoteDouble } from "./yaml-text.ts";

export function editToml({ source, key, change, eol }: KeyEdit): string | null {
  const entry = findEntry(source, key);
  if (entry) return change === null ? removeEntry(source, entry) : changeEntry(source, entry, change);
  if (change === null) return source;
  const table = firstTable(source);
  const before = source.slice(0, table);
  const line = `${/^[\w-]+$/.test(key) ? key : quoteDouble(key)} = ${writeValue(key, change)}${eol}`;
  return `${before}${before === "" || before.endsWith("\n") ? "" : eol}${line}${source.slice(table)}`;
}

interface Entry {
  key: string;
  lineStart: number;
  valueStart: number;
  valueEnd: number;
}

function removeEntry(source: string, { lineStart, valueEnd }: Entry): string {
  const newline = source.indexOf("\n", valueEnd);
  return source.slice(0, lineStart) + (newline < 0 ? "" : source.slice(newline + 1));
}

function changeEntry(source: string, entry: Entry, change: NonNullable<Change>): string {
  const old = source.slice(entry.valueStart, entry.valueEnd);
  const text =
    Array.isArray(change) && old.startsWith("[")
      ? rewriteArray(old, change)
      : writeLike(old, entry.key, change);
  return source.slice(0, entry.valueStart) + text + source.slice(entry.valueEnd);
}

function writeLike(old: string, key: string, change: NonNullable<Change>): string {
  if (typeof change !== "string") return writeValue(key, change);
  if (/^'(?!'')/.test(old) && !/['\p{Cc}]/u.test(change)) return `'${change}'`;
  return /^["']/.test(old) ? quoteDouble(change) : writeValue(key, change);
}

function writeValue(key: string, change: NonNullable<Change>): string {
  if (typeof change === "boolean") return String(change);
  if (Array.isArray(change)) return `[${change.map(quoteDouble).join(", ")}]`;
  return /date$|^lastmod$/i.test(key) && BARE_DATE.test(change) ? change : quoteDouble(change);
}

const BARE_DATE = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[-+]\d{2}:\d{2})?)?$/;

function rewriteArray(source: string, values: string[]): string {
  const spans = stringSpans(source);
  if (!spans) return `[${values.map(quoteDouble).join(", ")}]`;
  const old = spans.map(({ start, end }) => ({
    source: source.slice(start, end),
    value: stringValue(source.slice(start, end)),
  }));
  const isLiteral = old[0]?.source.startsWith("'") ?? false;
  const write = (value: string): string =>
    isLiteral && !/['\p{Cc}]/u.test(value) ? `'${value}'` : quoteDouble(value);
  const items = rewriteItems(old, values, { change: (_, value) => write(value), add: write });
  return joinFlow(source, spans, items);
}

/** Where an array's strings stand; `null` if it holds anything else. */
function stringSpans(source: string): { start: number; end: number }[] | null {
  const spans: { start: number; end: number }[] = [];
  let at = 1;
  while (at < source.length - 1) {
    const blank = /^(?:[\s,]+|#[^\n]*)/.exec(source.slice(at))?.[0].length ?? 0;
    if (blank > 0) at += blank;
    else {
      const end = /^["']/.test(source.slice(at, at + 1)) ? stringEnd(source, at) : -1;
      if (end < 0) return null;
      spans.push({ start: at, end });
      at = end;
    }
  }
  return spans;
}

function stringValue(string: string): string {
  if (string.startsWith("'")) return string.slice(1, -1);
  try {
    return String(JSON.parse(string));
  } catch {
    return string; // an escape that JSON does not know: it equals nothing, and is written anew
  }
}

function findEntry(source: string, key: string): Entry | null {
  let found: Entry | null = null;
  eachEntry(source, (entry) => {
    if (entry.key.toLowerCase() === key.toLowerCase()) found = entry;
  });
  return found;
}

function firstTable(source: string): number {
  return eachEntry(source, () => {});
}

/** Calls `visit` for each key above the first table; answers where that table's line begins, or the end. */
function eachEntry(source: string, visit: (entry: Entry) => void): number {
  const line = /[ \t]*(?:(\[)|(?:([\w-]+)|"([^"\n]*)"|'([^'\n]*)')[ \t]*=[ \t]*)?/y;
  let at = 0;
  while (at < source.length) {
    line.lastIndex = at;
    const [whole = "", table, bare, double, single] = line.exec(source) ?? [];
    if (table) return at;
    const key = bare ?? double ?? single;
    let end = at + whole.length;
    if (key !== undefined) {
      const valueStart = end;
      end = valueEnd(source, valueStart);
      visit({ key, lineStart: at, valueStart, valueEnd: end });
    }
    const newline = source.indexOf("\n", end);
    at = newline < 0 ? source.length : newline + 1;
  }
  return source.length;
}

/** Past a value: strings, brackets and braces as wholes, else up to a comment or the line's end. */
function valueEnd(source: string, start: number): number {
  let depth = 0;
  let at = start;
  while (at < source.length) {
    const char = source[at] ?? "";
    if (char === '"' || char === "'") {
      const end = stringEnd(source, at);
      if (end < 0) return source.length;
      at = end;
      if (depth === 0) return at;
      continue;
    }
    if (char === "#" && depth > 0) {
      const newline = source.indexOf("\n", at);
      if (newline < 0) return source.length;
      at = newline;
    } else if (char === "[" || char === "{") depth += 1;
    else if (char === "]" || char === "}") {
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (depth === 0 && (char === "\n" || char === "#")) {
      return start + source.slice(start, at).trimEnd().length;
    }
    at += 1;
  }
  return start + source.slice(start).trimEnd().length;
}

/** Past the string that begins at `start`; -1 if it does not end. */
function stringEnd(source: string, start: number): number {
  const quote = source[start] ?? "";
  const mark = source.startsWith(quote.repeat(3), start) ? quote.repeat(3) : quote;
  for (let at = start + mark.length; at < source.length; at += 1) {
    if (quote === '"' && source[at] === "\\") at += 1;
    else if (source.startsWith(mark, at)) {
      let end = at + mark.length;
      // A multi-line string may end in quotes of its own.
      while (mark.length === 3 && source[end] === quote) end += 1;
      return end;
    }
  }
  return -1;
}
