// The tree as a change set makes it: what it puts and deletes, laid over what the store holds.

import type { FileFacts } from "../hugo/world.ts";
import type { FilePath, Sha256 } from "../site/change-set.ts";
import type { BlobFacts, ChangeStore } from "../site/change-store.ts";

export interface Target {
  put: Map<string, Sha256>;
  delete: Set<string>;
  /** Of what is put. */
  blobs: Map<string, BlobFacts>;
}

/** The files that stand at these paths and below these folders (each ends in `/`) after the change. */
export async function targetFacts(
  store: ChangeStore,
  target: Target,
  query: { paths: Iterable<string>; folders: Iterable<string> },
): Promise<Map<string, FileFacts>> {
  const paths = [...new Set(query.paths)];
  const folders = [...new Set(query.folders)];
  const found = new Map<string, FileFacts>();
  for (const { path, ...facts } of await store.facts({ paths, folders })) {
    if (!target.delete.has(path)) found.set(path, { path, ...facts });
  }
  const wanted = new Set(paths);
  for (const [path, sha256] of target.put) {
    const facts = target.blobs.get(sha256);
    if (facts === undefined) continue;
    if (wanted.has(path) || folders.some((folder) => path.startsWith(folder)))
      found.set(path, { path, ...facts });
  }
  return found;
}

/** Every file of a kind after the change, given those that stand. */
export function targetFiles(
  standing: { path: FilePath; sha256: Sha256 }[],
  target: Target,
  wanted: (path: string) => boolean,
): { path: FilePath; sha256: Sha256 }[] {
  const files = new Map(standing.map(({ path, sha256 }) => [path, sha256]));
  for (const [path, sha256] of target.put) files.set(path as FilePath, sha256);
  return [...files]
    .filter(([path]) => wanted(path) && !target.delete.has(path))
    .map(([path, sha256]) => ({ path, sha256 }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
