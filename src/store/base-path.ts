// A site with a base path lives below it, and its rows know nothing of that. Owns what this means for a
// look-up: the base is taken off what was asked, and what is asked for above it is sent there.

import type { Found } from "../site/document.ts";
import { parseUrlPath, type UrlPath } from "../site/url.ts";

interface Asked {
  /** As requested. */
  path: UrlPath;
  /** As last read: each answer says what it is, so that a wrong one only costs another look. */
  basePath: string;
}

/**
 * What is asked for above the base path is sent there if it exists: an author's root-relative link, a
 * crawler's `/robots.txt`, the host's own `/`.
 */
export async function findBelowBase(
  find: (url: UrlPath) => Promise<Found>,
  { path, basePath }: Asked,
): Promise<Found> {
  const below = path.startsWith(basePath) ? parseUrlPath(path.slice(basePath.length - 1)) : null;
  const found = await find(below ?? path);
  if (found.basePath !== basePath) return findBelowBase(find, { path, basePath: found.basePath });
  if (below !== null) return found;
  if (`${path}/` === basePath) return { ...found, answer: { type: "redirect", to: HOME } };
  const { type } = found.answer;
  if (type === "redirect" || type === "not-found" || type === "empty") return found;
  return { ...found, answer: { type: "redirect", to: path } };
}

const HOME = "/" as UrlPath;
