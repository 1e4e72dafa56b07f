// YAML as go-yaml 2 reads it, which Hugo 0.147 uses. Safe against hostile text: bounded depth, no
// aliases that multiply.

import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, Scalar } from "yaml";
import type { Params, ParamValue } from "../../site/page.ts";
import { emptyParams, isParams, setKey } from "./params.ts";
import { MAX_DEPTH, RefusedData, TOO_DEEP } from "./refused-data.ts";
import { readSimpleYaml } from "./simple-yaml.ts";
import { findYamlFault } from "./yaml-fault.ts";
import { resolvePlainScalar } from "./yaml-scalar.ts";

/** Values that one text may unfold to; aliases are what could make it many more than its length. */
const MAX_VALUES = 200_000;

interface Yaml {
  root: ParamValue;
  /** Of each top-level key, from 1. */
  lines: { [key: string]: number };
}

/** Throws `RefusedData`. */
export const parseYaml = (text: string): Yaml => readSimpleYaml(text) ?? parseWholeYaml(text);

export function parseWholeYaml(text: string): Yaml {
  let { document, counter } = readYaml(text);
  const fault = findYamlFault(text, document, counter);
  if (fault !== null) {
    const indented = indentContinuations(text);
    if (indented === text) throw fault;
    ({ document, counter } = readYaml(indented));
    const stays = findYamlFault(indented, document, counter);
    if (stays !== null) throw stays;
  }
  const lineOf = (offset: number): number => counter.linePos(offset).line;

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
  const lines: { [key: string]: number } = {};
  if (isMap(document.contents)) {
    for (const { key } of document.contents.items) {
      if (isScalar(key) && key.range) lines[String(key.value).toLowerCase()] = lineOf(key.range[0]);
    }
  }
  return { root, lines };
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

/** Quoted texts and brackets over several lines need not be indented for go-yaml; indented, they mean the same. */
function indentContinuations(text: string): string {
  const opening = /^( *(?:- +)*)(?:[^\s#"'-][^:\n]*:[ \t]+)?(?=["'[{])/gm;
  let out = "";
  let done = 0;
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    const end = closingOf(text, opening.lastIndex);
    if (end < 0) break;
    const deeper = `\n${found[1]} `.replaceAll("-", " ");
    out += text.slice(done, opening.lastIndex) + text.slice(opening.lastIndex, end).replaceAll("\n", deeper);
    done = end;
    opening.lastIndex = end;
  }
  return out + text.slice(done);
}

/** Past the quoted text or the brackets that begin at `start`; -1 if they do not end. */
function closingOf(text: string, start: number): number {
  const token = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|(?<=\s)#[^\n]*|[[{]|[\]}]|[^"'[\]{}#]+|#/gsy;
  token.lastIndex = start;
  let depth = 0;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    if (/^[[{]/.test(found[0])) depth += 1;
    else if (/^[\]}]/.test(found[0])) depth -= 1;
    if (depth === 0) return token.lastIndex;
  }
  return -1;
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
