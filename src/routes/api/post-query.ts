// What an author asks of the list of posts, from its address. A name or value that is not known is
// refused: it is most often mistyped, and ignoring it would answer something else than was asked.

import { ok, type Result, refuse } from "../../site/problem.ts";
import { POST_STATUSES, type PostQuery } from "../../site/site-files.ts";

const NAMES = ["limit", "after", "status"];

export function parsePostQuery(given: URLSearchParams): Result<Omit<PostQuery, "now">> {
  const unknown = [...given.keys()].find((name) => !NAMES.includes(name));
  if (unknown !== undefined) return invalid(`${unknown} is not known here; known are ${NAMES.join(", ")}`);
  const limit = Number(given.get("limit") ?? 50);
  if (!Number.isInteger(limit) || limit < 1 || limit > 500)
    return invalid("limit must be a number from 1 to 500");
  const after = given.get("after");
  if (after !== null && !isCursor(after)) return invalid("after must be what an answer's next said");
  const wanted = given.get("status");
  const status = POST_STATUSES.find((known) => known === wanted) ?? null;
  if (wanted !== null && status === null) return invalid(`status must be one of ${POST_STATUSES.join(", ")}`);
  return ok({ limit, after, status });
}

const invalid = (message: string) => refuse({ code: "invalid", message });

/** The store's own secret, but for its being percent-encoded. */
function isCursor(after: string): boolean {
  try {
    return decodeURIComponent(after) !== "";
  } catch {
    return false;
  }
}
