// A tree that no file system can hold: a file where a folder is, or a folder where a file is.

import type { ChangeSet, FilePath } from "../site/change-set.ts";
import type { Begun } from "../site/change-store.ts";
import type { Problem } from "../site/problem.ts";
import { foldersOf } from "./question.ts";

/** Without the slash at their ends: `content/posts` of `content/posts/a.md`. */
export const foldersAsFiles = (path: string): string[] =>
  foldersOf(path).map((folder) => folder.slice(0, -1));

/** Of files that are new. What stands already is nobody's fault now. */
export function folderClashes(
  { put, delete: gone }: Pick<ChangeSet, "put" | "delete">,
  { files, below }: Pick<Begun, "files" | "below">,
): Problem[] {
  const deleted = new Set<string>(gone);
  const coming = new Set<string>(put.map(({ path }) => path));
  const folders = new Map<string, FilePath>();
  for (const { path } of put) for (const folder of foldersAsFiles(path)) folders.set(folder, path);
  const stays = (path: string): boolean => coming.has(path) || (files.has(path) && !deleted.has(path));
  const isNew = ({ path }: { path: FilePath }) => !files.has(path);
  return put.filter(isNew).flatMap(({ path }): Problem[] => {
    const inside = folders.get(path) ?? (below.get(path) ?? []).find((other) => !deleted.has(other));
    if (inside !== undefined) return [clash(path, `it is a folder: ${inside} lies in it`)];
    const file = foldersAsFiles(path).find(stays);
    return file === undefined ? [] : [clash(path, `${file} is a file and no folder`)];
  });
}

const clash = (path: FilePath, reason: string): Problem => ({
  code: "invalid",
  message: `${path} cannot be written, because ${reason}. Give it another name`,
  path,
});
