// Splits a content file into front matter and body, and reads the front matter. Changing it is
// edit-front-matter.ts; what its keys mean is fields.ts.

import type { Params } from "../../site/page.ts";
import type { Problem } from "../../site/problem.ts";
import { emptyParams } from "../config/params.ts";
import { type DataFormat, parseData } from "../config/parse-data.ts";

export type FrontMatterFormat = DataFormat | "none";

export interface ContentFile {
  format: FrontMatterFormat;
  /** Keys in lower case at every map level; dates stay text as written. */
  params: Params;
  /** All that the file holds. */
  text: string;
  /** The text after the front matter, unchanged. */
  body: string;
  /** Line of the file on which `body` begins, from 1. */
  bodyLine: number;
  /** Line of each top-level key, from 1. */
  lines: { [key: string]: number };
  /** Why the front matter could not be read; then `params` is empty and `body` what follows it. */
  problem: Problem | null;
}

export function parseContentFile(path: string, text: string): ContentFile {
  const split = splitContent(text);
  const content = {
    format: split.format,
    params: emptyParams(),
    text,
    body: text.slice(split.bodyStart),
    bodyLine: lineAt(text, split.bodyStart),
    lines: {},
  };
  const problem = (message: string, line: number): Problem => ({
    code: "unreadable",
    message: `The front matter cannot be read: ${message}`,
    path,
    line,
  });
  if (isNoText(text)) return { ...content, problem: { code: "unreadable", message: NO_TEXT, path, line: 1 } };
  if (split.format === "none") {
    const isDraft = UNOPENED_DRAFT.test(text.slice(split.start));
    return { ...content, problem: isDraft ? problem("the line `---` before it is missing.", 1) : null };
  }
  if (!split.closed)
    return { ...content, problem: problem(UNCLOSED[split.format], lineAt(text, split.start)) };

  const reading = parseData(text.slice(split.start, split.end), split.format);
  const before = lineAt(text, split.start) - 1;
  if (!reading.ok) return { ...content, problem: problem(reading.message, reading.line + before) };
  const lines: { [key: string]: number } = Object.create(null);
  for (const [key, line] of Object.entries(reading.lines)) lines[key] = line + before;
  return { ...content, params: reading.value, lines, problem: null };
}

/** UTF-16 or no text at all, as it looks when it is read as UTF-8. */
const isNoText = (text: string): boolean =>
  text.startsWith("\ufffd\ufffd") || text.slice(0, 1000).includes("\0");

const NO_TEXT = "The file is no UTF-8 text: it is UTF-16, or no text at all. Save it as UTF-8.";

/** Lines of `key: value` down to `---`, one of which makes it a draft: Hugo would publish it, with all of them as a heading. */
const UNOPENED_DRAFT =
  /^(?=(?:[^\n]*\n){0,50}?draft:[ \t]*true[ \t]*\r?\n)(?:(?:[\w-]+:[^\n]*|[ \t]+[^\n]*|-[ \t][^\n]*)\n){1,50}---[ \t]*(?:\r?\n|$)/;

/** Where the parts lie, as offsets into the text. */
export interface ContentSplit {
  format: FrontMatterFormat;
  /** The front matter without its delimiters (JSON's braces are part of it). */
  start: number;
  end: number;
  bodyStart: number;
  /** Whether its end was found. */
  closed: boolean;
}

/** As Hugo: after a BOM and blank lines, `---`, `+++` or a brace; the first line that begins so again ends it. */
export function splitContent(text: string): ContentSplit {
  const at = /^\ufeff?\s*/.exec(text)?.[0].length ?? 0;
  const none: ContentSplit = {
    format: "none",
    start: at,
    end: at,
    bodyStart: /^\ufeff/.test(text) ? 1 : 0,
    closed: true,
  };
  const mark = text.slice(at, at + 3);
  if (mark === "---" || mark === "+++") return splitAtMarks(text, at, mark);
  // `{{` is a shortcode: a file without front matter may well begin with one.
  return text[at] === "{" && text[at + 1] !== "{" ? splitAtBraces(text, at) : none;
}

function splitAtMarks(text: string, at: number, mark: "---" | "+++"): ContentSplit {
  const format = mark === "---" ? "yaml" : "toml";
  const start = afterNewline(text, at + mark.length);
  if (text.startsWith(mark, start)) {
    return { format, start, end: start, bodyStart: afterNewline(text, start + mark.length), closed: true };
  }
  const newline = text.indexOf(`\n${mark}`, start);
  if (newline < 0) return { format, start, end: text.length, bodyStart: start, closed: false };
  const end = newline + 1;
  return { format, start, end, bodyStart: afterNewline(text, end + mark.length), closed: true };
}

function splitAtBraces(text: string, at: number): ContentSplit {
  let depth = 0;
  const marks = /"(?:[^"\\]|\\.)*"|[{}]/gs;
  marks.lastIndex = at;
  for (let found = marks.exec(text); found; found = marks.exec(text)) {
    if (found[0] === "{") depth += 1;
    else if (found[0] === "}") depth -= 1;
    if (depth === 0 && found[0] === "}") {
      const end = found.index + 1;
      return { format: "json", start: at, end, bodyStart: afterNewline(text, end), closed: true };
    }
  }
  return { format: "json", start: at, end: text.length, bodyStart: at, closed: false };
}

/** Past the blanks and the one line end at `offset`; `offset` itself if more stands on that line. */
function afterNewline(text: string, offset: number): number {
  const rest = /[ \t]*\r?\n/y;
  rest.lastIndex = offset;
  return offset + (rest.exec(text)?.[0].length ?? 0);
}

export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let i = text.indexOf("\n"); i >= 0 && i < offset; i = text.indexOf("\n", i + 1)) line += 1;
  return line;
}

const UNCLOSED = {
  yaml: "it begins with `---` and does not end. Put a line with `---` after its last key.",
  toml: "it begins with `+++` and does not end. Put a line with `+++` after its last key.",
  json: "it begins with `{` and does not end. Put a `}` after its last key.",
} satisfies Record<DataFormat, string>;
