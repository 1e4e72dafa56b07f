// Reads YAML, TOML and JSON text into values as Hugo 0.147 sees them: keys lower case at every map
// level (maps in lists are left as written), YAML 1.1 words, dates as text. Safe against hostile
// text: bounded depth and size, no aliases that multiply, no prototype to pollute.

import { parse as parseToml, TomlDate, TomlError } from "smol-toml";
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, Scalar } from "yaml";
import type { Params, ParamValue } from "../../site/page.ts";
import { resolvePlainScalar } from "./yaml-scalar.ts";

export type DataFormat = "yaml" | "toml" | "json";

export type DataReading =
  /** `lines`: of each top-level key, from 1, counted in the text given. */
  | { ok: true; value: Params; lines: { [key: string]: number } }
  | { ok: false; message: string; line: number };

/** Text that is no map at its top is refused, but for an empty one. */
export function parseData(text: string, format: DataFormat): DataReading {
  if (text.trim() === "") return { ok: true, value: emptyParams(), lines: {} };
  if (text.length > MAX_LENGTH) return { ok: false, message: "it is too long. Shorten it.", line: 1 };
  try {
    switch (format) {
      case "yaml":
        return parseYamlData(text);
      case "toml":
        return parseTomlData(text);
      case "json":
        return parseJsonData(text);
      default:
        return format satisfies never;
    }
  } catch (error) {
    if (error instanceof RefusedData) return { ok: false, message: error.message, line: error.line };
    if (error instanceof RangeError) return { ok: false, message: TOO_DEEP, line: 1 }; // the parsers recurse
    throw error;
  }
}

/** A map without a prototype, so that no key of an author's can be mistaken for one of JavaScript's. */
export function emptyParams(): Params {
  return Object.create(null);
}

export function isParams(value: ParamValue | undefined): value is Params {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Keys in lower case at every map level, as Hugo does with whatever it takes in. */
export function lowerKeys(value: ParamValue): ParamValue {
  if (!isParams(value)) return value;
  const out = emptyParams();
  for (const [key, inner] of Object.entries(value)) out[key.toLowerCase()] = lowerKeys(inner);
  return out;
}

const MAX_DEPTH = 100;
/** Characters; YAML takes about a second for as many on two slow cores. */
const MAX_LENGTH = 500_000;
/** Values that one text may unfold to; aliases are what could make it many more than its length. */
const MAX_VALUES = 200_000;
const TOO_DEEP = "the values are nested too deeply. Flatten them.";

class RefusedData extends Error {
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

function parseYamlData(text: string): DataReading {
  let { document, counter } = readYaml(text);
  if (document.errors.length > 0) {
    const indented = indentQuoted(text);
    if (indented !== text) ({ document, counter } = readYaml(indented));
  }
  const lineOf = (offset: number): number => counter.linePos(offset).line;
  const error = document.errors[0];
  if (error) throw new RefusedData(remedyForYaml(error.message), lineOf(error.pos[0]));

  let count = 0;
  const anchors = new Map<string, ParamValue>();
  const read = (node: unknown, depth: number): ParamValue => {
    count += 1;
    if (count > MAX_VALUES) throw new RefusedData("it has too many values. Shorten it.", 1);
    if (depth > MAX_DEPTH) throw new RefusedData(TOO_DEEP, 1);
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target === undefined) {
        throw new RefusedData(
          `\`*${node.source}\` refers to nothing. Put the text in quotes if it is no reference.`,
          lineOf(node.range?.[0] ?? 0),
        );
      }
      count += sizeOf(target);
      return target;
    }
    const value = readNode(node, depth);
    if ((isScalar(node) || isMap(node) || isSeq(node)) && node.anchor) anchors.set(node.anchor, value);
    return value;
  };
  const readNode = (node: unknown, depth: number): ParamValue => {
    if (isScalar(node)) return readScalar(node);
    if (isSeq(node)) return node.items.map((item) => read(item, depth + 1));
    if (!isMap(node)) return null;
    const out = emptyParams();
    for (const pair of node.items) {
      const key = isScalar(pair.key) ? String(pair.key.value ?? "") : "";
      const value = read(pair.value, depth + 1);
      const isMerge = key === "<<" && isScalar(pair.key) && pair.key.type === Scalar.PLAIN;
      if (!isMerge) setKey(out, key, value);
      else for (const source of Array.isArray(value) ? value : [value]) mergeMissing(out, source);
    }
    return out;
  };

  const root = read(document.contents, 0);
  if (!isParams(root)) throw new RefusedData(notAMap("key: value"), 1);
  const lines: { [key: string]: number } = {};
  if (isMap(document.contents)) {
    for (const { key } of document.contents.items) {
      if (isScalar(key) && key.range) lines[String(key.value).toLowerCase()] = lineOf(key.range[0]);
    }
  }
  return finish(root, lines);
}

function readYaml(text: string) {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    schema: "failsafe", // scalars stay text: how they are read is go-yaml's rule, not this package's
    uniqueKeys: false, // go-yaml lets the last one win, and the check is quadratic
    lineCounter: counter,
    prettyErrors: false,
    logLevel: "silent",
  });
  return { document, counter };
}

/** A quoted text over several lines need not be indented for go-yaml; indented, it means the same. */
function indentQuoted(text: string): string {
  return text.replace(
    /^([^\s#"'][^:\n]*:[ \t]+)("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/gms,
    (_, key: string, quoted: string) => key + quoted.replace(/\n(?=\S)/g, "\n "),
  );
}

function readScalar(node: Scalar): ParamValue {
  const text = String(node.value ?? "");
  if (node.tag === "tag:yaml.org,2002:str" || node.tag === "!") return text;
  return node.type === Scalar.PLAIN || node.tag ? resolvePlainScalar(text) : text;
}

/** `<<: *base`: keys that are there already win. */
function mergeMissing(target: Params, source: ParamValue): void {
  if (!isParams(source)) return;
  for (const [key, value] of Object.entries(source)) if (!(key in target)) setKey(target, key, value);
}

function sizeOf(value: ParamValue): number {
  let size = 1;
  if (Array.isArray(value)) for (const item of value) size += sizeOf(item);
  else if (isParams(value)) for (const item of Object.values(value)) size += sizeOf(item);
  return size;
}

function remedyForYaml(message: string): string {
  const reason = message.replace(/\s+/g, " ").replace(/\.$/, "");
  if (/tab/i.test(reason)) return `${reason}. Indent with spaces.`;
  if (/Nested mappings|implicit key|unexpected scalar|Unexpected/i.test(reason)) {
    return `${reason}. A text with a colon, a quote or a sign at its start needs quotes round the whole of it.`;
  }
  if (/quote/i.test(reason)) return `${reason}. Close the quotes.`;
  if (/flow|bracket|\]|\}/i.test(reason)) return `${reason}. Close the bracket.`;
  return `${reason}. Correct the YAML there.`;
}

function parseTomlData(text: string): DataReading {
  try {
    return finish(fromToml(parseToml(text, { maxDepth: MAX_DEPTH })), keyLines(text, TOML_KEY));
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const reason = error.message.split("\n")[0]?.replace(/^Invalid TOML document: /, "") ?? "";
    throw new RefusedData(`${reason}. In TOML text stands in quotes, and each key stands once.`, error.line);
  }
}

function fromToml(value: unknown): ParamValue {
  if (typeof value === "string" || typeof value === "boolean" || typeof value === "number") return value;
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(fromToml);
  if (typeof value === "object" && value !== null) {
    const out = emptyParams();
    for (const [key, inner] of Object.entries(value)) setKey(out, key, fromToml(inner));
    return out;
  }
  return value === null || value === undefined ? null : String(value);
}

function parseJsonData(text: string): DataReading {
  let depth = 0;
  const lineAt = (offset: number): number => text.slice(0, offset).split("\n").length;
  // A scan of the brackets: JSON.parse itself recurses, and says nothing of lines.
  for (const [mark] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{]|[\]}]/gs)) {
    if (mark === "[" || mark === "{") depth += 1;
    else if (mark === "]" || mark === "}") depth -= 1;
    if (depth > MAX_DEPTH) throw new RefusedData(TOO_DEEP, 1);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    const position = /position (\d+)/.exec(message)?.[1];
    const line = position ? lineAt(Number(position)) : lineAt(text.trimEnd().length);
    throw new RefusedData("this is no JSON. Look for a missing comma, quote or bracket.", line);
  }
  return finish(fromToml(value), keyLines(text, JSON_KEY));
}

function finish(root: ParamValue, lines: { [key: string]: number }): DataReading {
  if (!isParams(root)) throw new RefusedData(notAMap("keys and values"), 1);
  const value = lowerKeys(root);
  return { ok: true, value: isParams(value) ? value : emptyParams(), lines };
}

const notAMap = (wanted: string): string => `there are no keys here. Write ${wanted}, one a line.`;

/** `__proto__` would be lost or worse wherever such a map is copied; no author needs it. */
function setKey(target: Params, key: string, value: ParamValue): void {
  if (key !== "__proto__") target[key] = value;
}

const TOML_KEY = /^\s*(?:\[\[?\s*)?["']?([^\s"'=.[\]]+)/;
const JSON_KEY = /^\s*\{?\s*"([^"]+)"\s*:/;

/** Where each key is first seen; good enough for a message, wrong only for odd layouts. */
function keyLines(text: string, pattern: RegExp): { [key: string]: number } {
  const lines: { [key: string]: number } = {};
  for (const [index, line] of text.split("\n").entries()) {
    const key = pattern.exec(line)?.[1]?.toLowerCase();
    if (key !== undefined && !(key in lines)) lines[key] = index + 1;
  }
  return lines;
}
