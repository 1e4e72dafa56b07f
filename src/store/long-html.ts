// HTML that is too long for a row of D1 (2 MB with all that stands in it): kept like a file, by its digest, and
// named by its rendering.

import type { Staged } from "../site/change-store.ts";
import type { MediaReader, MediaStore } from "../site/media.ts";
import { sha256Of } from "../site/sha256.ts";

/** UTF-8 bytes. The rest of the row is the card with its summary, and the table of contents. */
const LONGEST = 1_200_000;

/** By rendering: the SHA-256 of its HTML. */
export type LongHtml = ReadonlyMap<number, string>;

/** Before the rows that name it: what no row names is swept. */
export async function keepLongHtml(media: MediaStore, renderings: readonly Staged[]): Promise<LongHtml> {
  const kept = new Map<number, string>();
  for (const { id, html } of renderings) {
    if (html.length * 3 <= LONGEST) continue;
    const body = new TextEncoder().encode(html);
    if (body.length <= LONGEST) continue;
    const sha256 = await sha256Of(body);
    const put = await media.put({ sha256, body, size: body.length, mediaType: "text/html" });
    if (!put.ok) throw new Error(put.problem.message);
    kept.set(id, sha256);
  }
  return kept;
}

export async function readLongHtml(media: MediaReader, sha256: string): Promise<string> {
  const body = await media.read(sha256);
  if (body === null) throw new Error(`The HTML of a page (${sha256}) is not in the store`);
  return new Response(body).text();
}
