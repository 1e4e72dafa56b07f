// The options of a block of code: from the configuration, from a fence's braces, from a `highlight`
// shortcode's text. Owns their names and loose types.

import type { MarkupConfig } from "../config/config.ts";
import { type Attributes, type AttributeValue, parseAttributes } from "./attribute.ts";
import { attributeText } from "./print-attribute.ts";

export type Highlight = MarkupConfig["highlight"];

export interface CodeOptions extends Omit<Highlight, "codeFences" | "hl_Lines" | "hl_inline"> {
  highlighted: [number, number][];
  inline: boolean;
}

export function codeOptions(config: Highlight): CodeOptions {
  return {
    ...config,
    highlighted: readRanges(config.hl_Lines, config.lineNoStart),
    inline: config.hl_inline,
  };
}

export const codeOptionNames = new Set(
  "anchorlinenos guesssyntax hl_lines hl_inline lineanchors linenos linenostart linenumbersintable noclasses style tabwidth".split(
    " ",
  ),
);

/** From the first `{` before the first `}`. */
export function infoAttributes(info: string): Attributes {
  const close = info.indexOf("}");
  const open = close < 0 ? -1 : info.slice(0, close).lastIndexOf("{");
  return open < 0 ? [] : (parseAttributes(info, open)?.attributes ?? []);
}

/** `linenos=table,hl_lines=3-5 8`: the options of a `highlight` shortcode. */
export function readOptionText(text: string): Attributes {
  return text
    .split(",")
    .map((part) => part.split("="))
    .filter((part) => part.length === 2)
    .map(([name = "", value = ""]) => ({ name: name.trim(), value }));
}

export function applyOptions(options: CodeOptions, given: Attributes): CodeOptions {
  const result = { ...options };
  const start = given.find(({ name }) => name.toLowerCase() === "linenostart")?.value;
  const base = start === undefined ? 1 : toInteger(start);
  for (const { name, value } of given) {
    switch (name.toLowerCase()) {
      case "linenos":
        if (value === "table" || value === "inline") result.lineNumbersInTable = value === "table";
        result.lineNos = typeof value === "string" ? value !== "false" : value === true;
        break;
      case "hl_lines":
        result.highlighted = Array.isArray(value)
          ? readArray(value, base)
          : readRanges(attributeText(value), start === undefined ? result.lineNoStart : base);
        break;
      case "linenostart":
        result.lineNoStart = base;
        break;
      case "anchorlinenos":
        result.anchorLineNos = isTrue(value);
        break;
      case "lineanchors":
        result.lineAnchors = attributeText(value);
        break;
      case "linenumbersintable":
        result.lineNumbersInTable = isTrue(value);
        break;
      case "noclasses":
        result.noClasses = isTrue(value);
        break;
      case "guesssyntax":
        result.guessSyntax = isTrue(value);
        break;
      case "hl_inline":
        result.inline = isTrue(value);
        break;
      case "style":
        result.style = attributeText(value);
        break;
      case "tabwidth":
        result.tabWidth = toInteger(value);
        break;
    }
  }
  return result;
}

const isTrue = (value: AttributeValue): boolean =>
  value === true || value === "true" || value === 1 || value === "1";

const toInteger = (value: AttributeValue): number => Math.trunc(Number(attributeText(value))) || 0;

const toLine = (text: string): number => (/^[-+]?\d+$/.test(text) ? Number(text) : Number.NaN);

/** `[1,"3-5"]`, counted from the block's first line. */
function readArray(values: readonly (AttributeValue | object)[], base: number): [number, number][] {
  return values.flatMap((value): [number, number][] => {
    if (typeof value === "object") return [];
    // `[3-5]` without quotes is two numbers: 3 and -5.
    const ends =
      typeof value === "number" ? [Math.trunc(value)] : attributeText(value).split("-").map(toLine);
    const [first = Number.NaN, last = first] = ends;
    return Number.isNaN(first + last) ? [] : [[first - 1 + base, last - 1 + base]];
  });
}

/** `3-5 8`. */
function readRanges(text: string, start: number): [number, number][] {
  const ranges: [number, number][] = [];
  for (const field of text.trim().split(/\s+/)) {
    if (field === "") continue;
    const [first = Number.NaN, last = first] = field.split("-").map(toLine);
    if (Number.isNaN(first + last)) return [];
    ranges.push([first + start - 1, last + start - 1]);
  }
  return ranges;
}
