// What a content file alone says of its page, to those who render it: its names, its text, its own
// front matter. Address and place are told by who knows what lies around it.

import { formatRfc3339, type Moment } from "../../site/moment.ts";
import type { ContentSource } from "../markdown/content.ts";
import { hasCjk } from "../markdown/plain.ts";
import type { Fields } from "./fields.ts";
import type { ContentFile } from "./front-matter.ts";
import type { ContentPath } from "./path.ts";

export function sourceOf(at: ContentPath, { text, body, bodyLine }: ContentFile, fields: Fields) {
  const { title, params, summary } = fields;
  const written = (date: Moment | null) => (date ? formatRfc3339(date) : "");
  return {
    file: at.file,
    fileBelow: at.file.slice(at.mount.folder.length + 1),
    bundle: at.bundle,
    baseName: at.originalBaseName,
    format: fields.format ?? (/^html?$/.test(at.extension) ? "html" : "md"),
    body,
    bodyLine,
    title,
    date: written(fields.date),
    lastmod: written(fields.lastmod),
    publishDate: written(fields.publishDate),
    expiryDate: written(fields.expiryDate),
    params,
    summary,
    isCJKLanguage: fields.isCJKLanguage ?? (at.language.hasCJKLanguage && hasCjk(text)),
  } satisfies Partial<ContentSource>;
}
