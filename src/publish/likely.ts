// What publishing a few files will most likely ask of the tree as it stands, told from their names and
// texts alone, before the configuration is known: the store brings it together with what must be asked.
// A wrong guess costs a round trip, never a mistake.

import type { ChangeSet } from "../site/change-set.ts";
import type { Likely } from "../site/change-store.ts";
import { foldersOf } from "./question.ts";
import { FEW } from "./step.ts";

export function likelyOf({ put, delete: gone }: Pick<ChangeSet, "put" | "delete">): Likely {
  const pages = [...put.map(({ path }) => path), ...gone].filter((path) => path.startsWith("content/"));
  if (pages.length > FEW) return { pages: [], paths: [], prefixes: [] };
  return {
    pages,
    paths: put.flatMap(({ given }) => (given === undefined ? [] : likelyPictures(given.text))),
    prefixes: [...new Set(pages.flatMap((path) => [...indexNames(path), ...bundleFolders(path)]))],
  };
}

/** Of the bundle and the sections around a file. */
const indexNames = (path: string): string[] =>
  ["content/", ...foldersOf(path)].flatMap((folder) => [`${folder}index.`, `${folder}_index.`]);

/** `content/a/b.vi.md` may have its files in `content/a/b/`, or in `content/a/b.vi/`. */
function bundleFolders(path: string): string[] {
  const slash = path.lastIndexOf("/");
  const [first = "", ...rest] = path.slice(slash + 1).split(".");
  if (first === "_index") return [];
  if (first === "index") return slash === "content".length ? [] : [path.slice(0, slash + 1)];
  return rest.map((_, i) => `${path.slice(0, slash)}/${[first, ...rest.slice(0, i)].join(".")}/`);
}

const PICTURE = /\/[^\s"'()<>\\]+\.(?:png|jpe?g|gif|webp|avif|svg)/gi;

/** Site paths of pictures as they stand in a text. */
export function likelyPictures(text: string): string[] {
  const found = new Set<string>();
  for (const { 0: path, index } of text.matchAll(PICTURE)) {
    if (/[\s"'(=]/.test(text.charAt(index - 1))) found.add(path);
  }
  return [...found].flatMap((path) => [`static${path}`, `content${path}`, `assets${path}`]);
}
