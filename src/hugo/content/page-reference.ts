// What a reference to a page may mean (`ref`, a Markdown link, `GetPage`): logical paths, in Hugo's
// order. Owns that order (hugolib/pagecollections.go); finding what stands there is publishing's.

import { joinPath } from "./join-path.ts";
import { type ContentPath, isContentFile, normalizePath } from "./path.ts";

/** `ref` and `site.GetPage` find a bare name wherever it lies, a page's `GetPage` and links do not. */
export type Seeker = "ref" | "page" | "site";

export interface PageReference {
  /** Logical paths as written, without extension and language: `/posts/Hello World`. */
  paths: string[];
  /** The bare name, in Hugo's logical form, where the one page that has it is meant. */
  name: string | null;
}

/** `at` is the page that asks. Of `posts/b.vi.md` the language says nothing: it is the asking page's. */
export function parseReference(
  ref: string,
  seeker: Seeker,
  at: Pick<ContentPath, "originalPath" | "bundle">,
  langs: readonly string[],
): PageReference {
  const address = seeker === "ref" ? ref.replace(/[#?].*$/, "") : ref;
  const path = address.replace(/\/+$/, "");
  const isBare = seeker !== "page" && path !== "" && !/^\.|\//.test(path);
  return {
    paths: [...new Set(placesOf(path, seeker, at).map((place) => withoutFile(place, langs)))],
    name: isBare ? bareName(path, langs) : null,
  };
}

/**
 * A page's links begin beside it: for a leaf bundle that is beside its folder, with `../` or as a file also inside of
 * it. Below the root a path is taken as it is written, with `//` and `..` in it.
 */
function placesOf(path: string, seeker: Seeker, at: Pick<ContentPath, "originalPath" | "bundle">): string[] {
  const belowRoot = path.startsWith("/") ? path : `/${path}`;
  if (path === "" || path.startsWith("/") || seeker === "site") return [belowRoot];
  const above = at.originalPath.slice(0, at.originalPath.lastIndexOf("/")) || "/";
  const own = at.bundle === "single" ? above : at.originalPath;
  const isFile = /\.[^./]+$/.test(path);
  const first = at.bundle === "leaf" && !(isFile && path.startsWith("../")) ? above : own;
  const beside = [first, ...(isFile ? [own] : [])].map((base) => joinPath(base, path));
  return path.startsWith(".") ? beside : [...beside, belowRoot];
}

/** What looks like an extension and is none of a page's says nothing: `b.vi` is `b`. */
function bareName(path: string, langs: readonly string[]): string {
  const file = isContentFile(path) ? path : path.replace(/(?!^)\.[^.]+$/, "");
  return normalizePath(withoutFile(`/${file}`, langs).slice(1));
}

/** `/posts/b/index.vi.md` is `/posts/b`, and so is `/posts/b/index`. */
function withoutFile(path: string, langs: readonly string[]): string {
  let name = isContentFile(path) ? path.replace(/\.[^./]+$/, "") : path;
  const lang = name === path ? "" : (/\.([^./]+)$/.exec(name)?.[1] ?? "");
  if (lang !== "" && langs.includes(lang.toLowerCase())) name = name.slice(0, -lang.length - 1);
  return name.replace(/\/_?index$/, "") || "/";
}
