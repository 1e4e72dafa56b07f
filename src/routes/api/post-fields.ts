// The fields of a post as an author's program sends and gets them, and their place in front matter.
// Names are Hugo's; whatever else the front matter holds is not seen here and stays as it is.

import { parseDate } from "../../hugo/content/date.ts";
import type { Params } from "../../site/page.ts";
import type { Fields, Shape } from "./shape.ts";

/** Absent: as it is. `null`: to be removed. */
export interface PostFields {
  title?: string | null;
  body?: string | null;
  tags?: string[] | null;
  date?: string | null;
  draft?: boolean | null;
  slug?: string | null;
  description?: string | null;
}

/** Where a new post goes; in neither case part of its text. */
export interface PostPlace {
  /** Folders below the language's content: `notes/2026`. */
  section?: string;
  lang?: string;
}

const NEEDED = "a text that is not empty";

const NAMES = ["title", "body", "tags", "date", "draft", "slug", "description"];

export function parsePostFields(json: unknown, shape: Shape): PostFields {
  return readPostFields(shape.object(json, "", NAMES) ?? {}, shape);
}

export interface NewPost extends PostFields, PostPlace {
  title: string;
}

export function parseNewPost(json: unknown, shape: Shape): NewPost {
  const given = shape.object(json, "", [...NAMES, "section", "lang"]) ?? {};
  const { title, ...others } = readPostFields(given, shape);
  const fields: NewPost = { ...others, title: title ?? "" };
  if (given.title === undefined) shape.wrong("title", NEEDED);
  for (const name of ["section", "lang"] as const) {
    const value = given[name] === null ? undefined : shape.text(given[name], name);
    if (value !== undefined) fields[name] = value;
  }
  if (fields.section !== undefined && !isSection(fields.section))
    shape.wrong(
      "section",
      "a path of folders such as notes or notes/2026, without names that begin with “.”",
    );
  return fields;
}

export const isSection = (path: string): boolean => /^[^/\\.][^/\\]*(?:\/[^/\\.][^/\\]*)*$/.test(path);

function readPostFields(given: Fields, shape: Shape): PostFields {
  const fields: PostFields = {};
  for (const name of ["title", "body", "date", "slug", "description"] as const) {
    const value = given[name] === null ? null : shape.text(given[name], name);
    if (value !== undefined) fields[name] = value;
  }
  const tags = given.tags === null ? null : shape.texts(given.tags, "tags");
  if (tags !== undefined) fields.tags = tags;
  const draft = given.draft === null ? null : shape.flag(given.draft, "draft");
  if (draft !== undefined) fields.draft = draft;
  if (fields.title !== undefined && !fields.title?.trim()) shape.wrong("title", NEEDED);
  if (fields.date && !isDate(fields.date))
    shape.wrong("date", "a date such as 2026-03-09 or 2026-03-09T10:11:33+07:00");
  return fields;
}

function isDate(text: string): boolean {
  const moment = parseDate(text, "UTC");
  return moment !== null && moment !== "zero";
}

/** What a file's front matter says of them, as far as it can be read as such. */
export function postFieldsOf(params: Params) {
  // As Hugo casts them: `tags: [2024, yes]` are the tags “2024” and “true”.
  const text = (value: unknown) =>
    typeof value === "string" || typeof value === "number" || typeof value === "boolean"
      ? String(value)
      : null;
  const { tags } = params;
  return {
    title: text(params.title),
    date: text(params.date),
    tags: Array.isArray(tags)
      ? tags.flatMap((tag) => text(tag) ?? [])
      : [text(tags)].filter((tag) => tag !== null),
    draft: params.draft === true || params.draft === "true",
    slug: text(params.slug),
    description: text(params.description),
  };
}
