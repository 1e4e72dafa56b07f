// Encodings and digests (Hugo's namespaces encoding, crypto and hash), and data in text.

import { parse as parseToml, TomlError, type TomlValue } from "smol-toml";
import { parseData } from "../../config/parse-data.ts";
import { toJson } from "../json.ts";
import { Resource } from "../object/resource.ts";
import { GoTime } from "../object/time.ts";
import { toText } from "../print.ts";
import type { GoFunction, Runtime } from "../runtime.ts";
import { Float, fail, fromParam, GoMap, html, isNil, mapOf, type Value } from "../value.ts";
import { text } from "./argument.ts";
import { fnv32a, md5, sha1, sha256 } from "./digest.ts";

const jsonify: GoFunction = (args) => {
  const options = args.length > 1 ? mapOf(args[0] ?? null) : null;
  const value = args.at(-1) ?? null;
  return html(
    toJson(value, {
      indent: toText(options?.get("indent") ?? ""),
      prefix: toText(options?.get("prefix") ?? ""),
      html:
        options?.get("noHTMLEscape") === true || options?.get("nohtmlescape") === true ? "keep" : "escape",
    }),
  );
};

const base64Encode: GoFunction = (args) => {
  let bytes = "";
  for (const byte of new TextEncoder().encode(text(args, 0))) bytes += String.fromCharCode(byte);
  return btoa(bytes);
};

const base64Decode: GoFunction = (args) => {
  try {
    const bytes = atob(text(args, 0).replaceAll("-", "+").replaceAll("_", "/"));
    return new TextDecoder().decode(Uint8Array.from(bytes, (c) => c.charCodeAt(0)));
  } catch {
    return fail("the text is no base64");
  }
};

const unmarshal: GoFunction = (args, runtime) => {
  const source = args.at(-1) ?? null;
  if (isNil(source)) return null;
  const data = source instanceof Resource ? source.text() : toText(source);
  const name = source instanceof Resource ? source.file : "";
  return readOnce(data, /\.(\w+)$/.exec(name)?.[1] ?? "", runtime);
};

/** The same data is read once a page, however often its templates ask. */
export function readOnce(data: string, extension: string, { data: known }: Runtime): Value {
  const value = known.get(data) ?? readData(data, extension);
  known.set(data, value);
  return value;
}

/** By its file's extension, else by its first signs; nothing of nothing. */
export function readData(data: string, extension: string): Value {
  if (data.trim() === "") return null;
  switch (formatOf(data, extension.toLowerCase())) {
    case "toml":
      return readToml(data);
    case "json":
      return readJson(data);
    case "csv":
      return fail("CSV is not supported: write the data as YAML, TOML or JSON");
    default:
      return readYaml(data);
  }
}

/** What is not quite JSON may be YAML. */
function readJson(data: string): Value {
  let parsed: unknown;
  try {
    parsed = JSON.parse(data);
  } catch {
    return readYaml(data);
  }
  try {
    return fromJson(parsed);
  } catch (error) {
    if (error instanceof RangeError) return fail("the data can't be read: it is nested too deeply");
    throw error;
  }
}

/** All numbers of JSON are floats. */
function fromJson(value: unknown): Value {
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return new Float(value);
  if (Array.isArray(value)) return value.map(fromJson);
  if (typeof value !== "object" || value === null) return null;
  return new GoMap(new Map(Object.entries(value).map(([key, item]) => [key, fromJson(item)])));
}

/** Inside a list keys stay as written; at the top they would be folded. */
function readYaml(data: string): Value {
  const indented = data.replace(/^---[ \t]*\r?\n/, "").replace(/^(?=.)/gm, "    ");
  const reading = parseData(`data:\n  -\n${indented}\n`, "yaml");
  if (!reading.ok) return fail(`the data can't be read: ${reading.message}`);
  const { data: wrapped } = reading.value;
  return Array.isArray(wrapped) ? fromParam(wrapped[0], "exact") : null;
}

function readToml(data: string): Value {
  try {
    return fromToml(parseToml(data, { integersAsBigInt: "asNeeded" }));
  } catch (error) {
    return fail(
      `the data can't be read: ${error instanceof TomlError ? error.message : "it is nested too deeply"}`,
    );
  }
}

function fromToml(value: TomlValue): Value {
  if (value instanceof Date) return new GoTime({ epoch: Math.floor(value.getTime() / 1000), offset: 0 });
  if (typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return value.map(fromToml);
  if (typeof value !== "object") return fromParam(value);
  return new GoMap(new Map(Object.entries(value).map(([key, item]) => [key, fromToml(item)])));
}

function formatOf(data: string, extension: string): "json" | "toml" | "yaml" | "csv" {
  if (extension === "json" || extension === "toml" || extension === "csv") return extension;
  if (extension === "yaml" || extension === "yml") return "yaml";
  const start = data.trimStart();
  if (start.startsWith("{") || start.startsWith("[{")) return "json";
  return /^[\w"-]+\s*=/m.test(start) && !/^[\w"-]+:\s/m.test(start) ? "toml" : "yaml";
}

const hmac: GoFunction = () => fail("hmac is not supported");

export const encodeFunctions: { [name: string]: GoFunction } = {
  jsonify,
  "encoding.Jsonify": jsonify,
  base64Encode,
  base64Decode,
  "encoding.Base64Encode": base64Encode,
  "encoding.Base64Decode": base64Decode,
  md5: (args) => md5(text(args, 0)),
  sha1: (args) => sha1(text(args, 0)),
  sha256: (args) => sha256(text(args, 0)),
  "crypto.MD5": (args) => md5(text(args, 0)),
  "crypto.SHA1": (args) => sha1(text(args, 0)),
  "crypto.SHA256": (args) => sha256(text(args, 0)),
  "crypto.HMAC": hmac,
  hmac,
  "hash.FNV32a": (args) => fnv32a(text(args, 0)),
  "transform.Unmarshal": unmarshal,
  unmarshal,
};
