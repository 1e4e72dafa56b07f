// The fields of a post as an author's program sends and gets them, and their place in front matter.
// Names are Hugo's; whatever else the front matter holds is not seen here and stays as it is.

import { parseDate } from "../../hugo/content/date.ts";
import type { Params } from "../../site/page.ts";
import type { Shape } from "./shape.ts";

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

const NAMES = ["title", "body", "tags", "date", "draft", "slug", "description"];

export function parsePostFields(json: unknown, shape: Shape): PostFields {
  const given = shape.object(json, "", NAMES) ?? {};
  const fields: PostFields = {};
  for (const name of ["title", "body", "date", "slug", "description"] as const) {
    const value = given[name] === null ? null : shape.text(given[name], name);
    if (value !== undefined) fields[name] = value;
  }
  const tags = given.tags === null ? null : shape.texts(given.tags, "tags");
  if (tags !== undefined) fields.tags = tags;
  const draft = given.draft === null ? null : shape.flag(given.draft, "draft");
  if (draft !== undefined) fields.draft = draft;
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
