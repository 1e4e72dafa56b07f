// One key of YAML front matter, changed where it stands.

import { isMap, isScalar, isSeq, type Pair, parseDocument, Scalar, type YAMLSeq } from "yaml";
import type { Change, KeyEdit } from "./edit-front-matter.ts";
import { joinFlow, rewriteItems } from "./edit-list.ts";
import { type Quoting, quoteDouble, writeText } from "./yaml-text.ts";

export function editYaml({ source, key, change, eol }: KeyEdit): string | null {
  const document = parseDocument(source, { schema: "failsafe", uniqueKeys: false, logLevel: "silent" });
  const { contents } = document;
  if (contents !== null && !(isScalar(contents) && contents.value === "")) {
    if (!isMap(contents) || contents.flow) return null;
    const pair = contents.items.findLast((item) => textOf(item.key).toLowerCase() === key.toLowerCase());
    if (pair) return change === null ? removePair(source, pair) : changePair({ source, pair, change, eol });
  }
  return change === null ? source : addKey(source, key, change, eol);
}

function addKey(source: string, key: string, change: NonNullable<Change>, eol: string): string {
  const before = source === "" || source.endsWith("\n") ? source : source + eol;
  return `${before}${writeText(key, "plain")}: ${writeNew(key, change)}${eol}`;
}

function writeNew(key: string, change: NonNullable<Change>): string {
  if (typeof change === "boolean") return String(change);
  if (Array.isArray(change)) return `[${change.map(quoteDouble).join(", ")}]`;
  return writeText(change, /date$|^lastmod$/i.test(key) ? "plain" : "double");
}

/** Its lines, a comment at their end included; comments above belong to nobody and stay. */
function removePair(source: string, pair: Pair): string | null {
  const span = spanOf(source, pair);
  if (!span) return null;
  const end = lineEnd(source, span.valueEnd);
  return source.slice(0, lineStart(source, span.keyStart)) + source.slice(end);
}

interface PairEdit {
  source: string;
  pair: Pair;
  change: NonNullable<Change>;
  eol: string;
}

function changePair(edit: PairEdit): string | null {
  const { source, pair, change } = edit;
  const span = spanOf(source, pair);
  if (!span) return null;
  const { value } = pair;
  const splice = (start: number, end: number, text: string): string =>
    source.slice(0, start) + text + source.slice(end);

  if (Array.isArray(change) && isSeq(value) && value.range) {
    const [start, end] = value.range;
    if (value.flow) return splice(start, end, rewriteFlow(source.slice(start, end), value, start, change));
    const rewritten = change.length > 0 ? rewriteBlock(edit, value, change) : null;
    if (rewritten) return splice(rewritten.start, rewritten.end, rewritten.text);
  }
  const text = writeLike(value, textOf(pair.key), change);
  // Nothing there yet, or a block below the key: the new value stands behind the colon.
  const old = source.slice(span.valueStart, span.valueEnd);
  const isInline = old !== "" && !source.slice(span.colon, span.valueStart).includes("\n");
  const tail = /\r?\n$/.exec(old)?.[0] ?? "";
  return isInline
    ? splice(span.valueStart, span.valueEnd, text + tail)
    : splice(span.colon + 1, old === "" ? span.colon + 1 : span.valueEnd, ` ${text}${tail}`);
}

function writeLike(value: unknown, key: string, change: NonNullable<Change>): string {
  if (typeof change !== "string" || !isScalar(value)) return writeNew(key, change);
  return value.source === "" && value.type === Scalar.PLAIN
    ? writeNew(key, change)
    : writeText(change, quotingOf(value));
}

function quotingOf(node: Scalar): Quoting {
  if (node.type === Scalar.QUOTE_SINGLE) return "single";
  return node.type === Scalar.PLAIN ? "plain" : "double";
}

function rewriteFlow(source: string, list: YAMLSeq, start: number, values: string[]): string {
  const scalars = list.items.filter(isScalar);
  if (scalars.length !== list.items.length) return `[${values.map(quoteDouble).join(", ")}]`;
  const spans = scalars.map(({ range }) => ({
    start: (range?.[0] ?? start) - start,
    end: (range?.[1] ?? start) - start,
  }));
  const old = scalars.map((node, index) => ({
    value: String(node.value ?? ""),
    source: source.slice(spans[index]?.start, spans[index]?.end),
  }));
  const [first] = scalars;
  const write = (value: string): string => writeText(value, first ? quotingOf(first) : "double");
  return joinFlow(
    source,
    spans,
    rewriteItems(old, values, { change: (_, value) => write(value), add: write }),
  );
}

/** A list with one `- item` a line; `null` if its items are anything more. */
function rewriteBlock(
  { source, eol }: PairEdit,
  list: YAMLSeq,
  values: string[],
): { start: number; end: number; text: string } | null {
  const items: { value: string; source: string; text: string; quoting: Quoting }[] = [];
  let start = -1;
  let end = -1;
  for (const node of list.items) {
    if (!isScalar(node) || !node.range || node.anchor || node.tag) return null;
    const from = lineStart(source, node.range[0]);
    const to = lineEnd(source, node.range[1]);
    const line = source.slice(from, to);
    if (!/^\s*-/.test(line) || line.trimEnd().includes("\n")) return null;
    if (start < 0) start = from;
    // Comments and blank lines after an item go where it goes.
    const above = items.at(-1);
    if (above) above.source += source.slice(end, from);
    items.push({
      value: String(node.value ?? ""),
      source: line.endsWith("\n") ? line : line + eol,
      text: source.slice(node.range[0], node.range[1]),
      quoting: quotingOf(node),
    });
    end = to;
  }
  const [first] = items;
  if (!first) return null;
  const indent = /^\s*-\s*/.exec(first.source)?.[0] ?? "- ";
  const lines = rewriteItems(items, values, {
    change: (item, value) => {
      const written = items.find(({ source: line }) => line === item.source);
      return item.source.replace(written?.text ?? "", () => writeText(value, written?.quoting ?? "double"));
    },
    add: (value) => `${indent}${writeText(value, first.quoting)}${eol}`,
  });
  return { start, end, text: lines.join("") };
}

function spanOf(source: string, { key, value }: Pair) {
  if (!isScalar(key) || !key.range) return null;
  const colon = source.indexOf(":", key.range[1]);
  if (colon < 0) return null;
  const range = isScalar(value) || isSeq(value) || isMap(value) ? value.range : undefined;
  if (value !== null && !range) return null;
  const [valueStart, valueEnd] = range && range[1] > range[0] ? range : [colon + 1, colon + 1];
  return { keyStart: key.range[0], colon, valueStart, valueEnd };
}

const textOf = (node: unknown): string => (isScalar(node) ? String(node.value ?? "") : "");

const lineStart = (source: string, offset: number): number => source.lastIndexOf("\n", offset - 1) + 1;

/** Past the line end at or after `offset`; `offset` itself at a line's start, where a block ends. */
function lineEnd(source: string, offset: number): number {
  if (source[offset - 1] === "\n") return offset;
  const newline = source.indexOf("\n", offset);
  return newline < 0 ? source.length : newline + 1;
}
