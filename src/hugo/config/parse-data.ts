// Reads YAML, TOML and JSON text into values as Hugo 0.147 sees them: keys lower case at every map
// level (maps in lists are left as written), YAML 1.1 words, dates as text. Safe against hostile
// text: bounded depth and size, no aliases that multiply, no prototype to pollute.

import { parse as parseToml, TomlDate, TomlError } from "smol-toml";
import type { Params, ParamValue } from "../../site/page.ts";
import { emptyParams, isParams, lowerKeys, setKey } from "./params.ts";
import { parseYaml } from "./parse-yaml.ts";
import { MAX_DEPTH, RefusedData, TOO_DEEP } from "./refused-data.ts";

/** Characters; YAML takes about a second for as many on two slow cores. */
const MAX_LENGTH = 500_000;

export type DataFormat = "yaml" | "toml" | "json";

export type DataReading =
  /** `lines`: of each top-level key, from 1, counted in the text given. */
  | { ok: true; value: Params; lines: { [key: string]: number } }
  | { ok: false; message: string; line: number };

/** Text that is no map at its top is refused, but for one that says nothing: empty, `null`, comments alone. */
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

function parseYamlData(text: string): DataReading {
  const { root, lines } = parseYaml(text);
  return finish(root, lines);
}

function parseTomlData(text: string): DataReading {
  try {
    return finish(
      fromToml(parseToml(text, { maxDepth: MAX_DEPTH, integersAsBigInt: "asNeeded" })),
      keyLines(text, TOML_KEY),
    );
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const reason = error.message.split("\n")[0]?.replace(/^Invalid TOML document: /, "") ?? "";
    throw new RefusedData(`${reason}. In TOML text stands in quotes, and each key stands once.`, error.line);
  }
}

/** An integer that no JavaScript number is (an id of 17 digits) is kept as its digits. */
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
  if (root === null) return { ok: true, value: emptyParams(), lines: {} };
  if (!isParams(root)) throw new RefusedData(NOT_A_MAP, 1);
  const value = lowerKeys(root);
  return { ok: true, value: isParams(value) ? value : emptyParams(), lines };
}

const NOT_A_MAP = "there are no keys here. Write keys and values, one a line.";

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
