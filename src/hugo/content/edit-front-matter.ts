// Changes a content file's front matter in place: comments, order, quoting, unknown keys, line ends
// and the body's bytes stay as the author left them. Every edit is read back before it is
// answered; one that would change anything else is refused.

import type { Params, ParamValue } from "../../site/page.ts";
import type { Problem } from "../../site/problem.ts";
import { type DataFormat, parseData } from "../config/parse-data.ts";
import { editJson } from "./edit-json.ts";
import { editToml } from "./edit-toml.ts";
import { editYaml } from "./edit-yaml.ts";
import { parseContentFile, splitContent } from "./front-matter.ts";
import { quoteDouble } from "./yaml-text.ts";

/** `null` removes the key. */
export type Change = string | boolean | string[] | null;

export type Edit = { text: string } | { problem: Problem };

/** Keys are found in any case and under Hugo's other names; a key that is not there is added at the end. */
export function editFrontMatter(text: string, changes: { [key: string]: Change }): Edit {
  const { params, problem } = parseContentFile("", text);
  if (problem) {
    const { path: _, ...rest } = problem;
    return { problem: { ...rest, message: `${rest.message} Then try again.` } };
  }
  let edited = text;
  for (const [key, change] of Object.entries(changes)) {
    const name = nameInUse(key, params);
    const next = editKey(edited, name, change);
    if (next === null || !changesOnly(edited, next, name, change)) {
      const message = `\`${name}\` cannot be changed here without touching other parts of the front matter. Change it in the file itself.`;
      const line = parseContentFile("", text).lines[name.toLowerCase()];
      return { problem: { code: "unreadable", message, ...(line === undefined ? {} : { line }) } };
    }
    edited = next;
  }
  return { text: edited };
}

export interface NewPost {
  title: string;
  /** RFC 3339. */
  date: string;
  tags?: string[];
  draft?: boolean;
  slug?: string;
  description?: string;
  body: string;
}

/** A new post as one would write it by hand. */
export function writeContentFile({ title, date, tags, draft, slug, description, body }: NewPost): string {
  const lines = [
    `title: ${quoteDouble(title)}`,
    `date: ${/^[\dTZ:+.-]+$/.test(date) ? date : quoteDouble(date)}`,
    ...(slug ? [`slug: ${quoteDouble(slug)}`] : []),
    ...(description ? [`description: ${quoteDouble(description)}`] : []),
    ...(tags && tags.length > 0 ? [`tags: [${tags.map(quoteDouble).join(", ")}]`] : []),
    ...(draft === undefined ? [] : [`draft: ${draft}`]),
  ];
  const end = body === "" || body.endsWith("\n") ? "" : "\n";
  return `---\n${lines.join("\n")}\n---\n${body === "" ? "" : `\n${body}${end}`}`;
}

/** Other names that Hugo takes for a key, lower case. */
const OTHER_NAMES: { [key: string]: string[] } = {
  lastmod: ["modified"],
  publishdate: ["pubdate", "published"],
  expirydate: ["unpublishdate"],
  build: ["_build"],
  menus: ["menu"],
};

function nameInUse(key: string, params: Params): string {
  const lower = key.toLowerCase();
  if (lower in params) return key;
  // `published: true` is no date, and stays what it is.
  return (
    (OTHER_NAMES[lower] ?? []).find((name) => name in params && typeof params[name] !== "boolean") ?? key
  );
}

function editKey(text: string, key: string, change: Change): string | null {
  const { format, start, end, bodyStart } = splitContent(text);
  if (format === "none") return change === null ? text : withFrontMatter(text, bodyStart, key, change);
  const eol = text.slice(0, end).includes("\r\n") ? "\r\n" : "\n";
  const edited = EDITORS[format]({ source: text.slice(start, end), key, change, eol });
  return edited === null ? null : text.slice(0, start) + edited + text.slice(end);
}

export interface KeyEdit {
  /** The front matter without its delimiters. */
  source: string;
  key: string;
  change: Change;
  /** The file's line end. */
  eol: string;
}

/** `null` where the format's editor cannot tell what to touch. */
const EDITORS: Record<DataFormat, (edit: KeyEdit) => string | null> = {
  yaml: editYaml,
  toml: editToml,
  json: editJson,
};

function withFrontMatter(text: string, bodyStart: number, key: string, change: Change): string | null {
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const added = editYaml({ source: "", key, change, eol });
  return added === null
    ? null
    : `${text.slice(0, bodyStart)}---${eol}${added}---${eol}${text.slice(bodyStart)}`;
}

/** Reads both texts back: the one key has its new value, all else is the same. */
function changesOnly(before: string, after: string, key: string, change: Change): boolean {
  const [from, to] = [splitContent(before), splitContent(after)];
  if (before.slice(from.bodyStart) !== after.slice(to.bodyStart)) return false;
  const [old, now] = [parametersOf(before), parametersOf(after)];
  if (!old || !now) return false;
  const lower = key.toLowerCase();
  const { [lower]: _, ...oldRest } = old;
  const { [lower]: value, ...nowRest } = now;
  return JSON.stringify(oldRest) === JSON.stringify(nowRest) && isValueOf(change, value);
}

function parametersOf(text: string): Params | null {
  const { format, start, end } = splitContent(text);
  if (format === "none") return {};
  const reading = parseData(text.slice(start, end), format);
  return reading.ok ? reading.value : null;
}

function isValueOf(change: Change, value: ParamValue | undefined): boolean {
  if (change === null) return value === undefined;
  return typeof change === "string" && typeof value === "string"
    ? value === change || sameDate(value, change)
    : JSON.stringify(value) === JSON.stringify(change);
}

/** TOML's dates are values of their own, and come back in one form. */
const sameDate = (a: string, b: string): boolean =>
  !Number.isNaN(Date.parse(a)) && Date.parse(a) === Date.parse(b);
