// The tree as a change set makes it: what it puts and deletes, laid over what the store holds. Owns
// what is known of the store's side, so that nothing is asked twice.

import type { FileFacts } from "../hugo/world.ts";
import type { FilePath, PutFile, Sha256 } from "../site/change-set.ts";
import type { Begun, BlobFacts, ChangeStore, Likely, StoredFile } from "../site/change-store.ts";
import { foldersOf } from "./question.ts";

export interface Target {
  put: Map<string, Sha256>;
  delete: Set<string>;
  /** Of what is put. */
  blobs: Map<string, BlobFacts>;
  known: Known;
}

/** Of the tree as it stands. What was asked for and not found is known to be absent. */
interface Known {
  paths: Set<string>;
  prefixes: Set<string>;
  facts: Map<string, FileFacts>;
  /** By digest. */
  texts: Map<string, string>;
  /** Every content file, once it was asked for. */
  content: StoredFile[] | null;
}

export function targetOf(put: PutFile[], gone: FilePath[], begun: Begun, likely: Likely): Target {
  const given = put.flatMap(({ sha256, given }) => (given === undefined ? [] : [{ sha256, ...given }]));
  const texts = new Map(given.map(({ sha256, text }) => [sha256 as string, text]));
  for (const { sha256, text } of begun.facts) if (text !== null) texts.set(sha256, text);
  return {
    put: new Map(put.map(({ path, sha256 }) => [path, sha256])),
    delete: new Set(gone),
    blobs: new Map([
      ...begun.blobs,
      ...given.map(({ sha256, size, mediaType }): [string, BlobFacts] => [
        sha256,
        { sha256, size, mediaType },
      ]),
    ]),
    known: {
      paths: new Set(likely.paths),
      prefixes: new Set(likely.prefixes),
      facts: new Map(begun.facts.map(({ text, ...facts }) => [facts.path, facts])),
      texts,
      content: null,
    },
  };
}

/** The files that stand at these paths and below these folders (each ends in `/`) after the change. */
export async function targetFacts(
  store: ChangeStore,
  target: Target,
  query: { paths: Iterable<string>; folders: Iterable<string> },
): Promise<Map<string, FileFacts>> {
  const { known } = target;
  const paths = [...new Set(query.paths)];
  const folders = [...new Set(query.folders)];
  await learn(store, known, {
    paths: paths.filter((path) => !isKnown(path, known)),
    prefixes: folders.filter((folder) => !known.prefixes.has(folder)),
  });
  const found = new Map<string, FileFacts>();
  const wanted = new Set(paths);
  const isWanted = (path: string) => wanted.has(path) || folders.some((folder) => path.startsWith(folder));
  // Which lie in a folder only all of them tell.
  const among = (all: Iterable<string>) => (folders.length === 0 ? paths : all);
  for (const path of among(known.facts.keys())) {
    const facts = known.facts.get(path);
    if (facts !== undefined && !target.delete.has(path) && isWanted(path)) found.set(path, facts);
  }
  for (const path of among(target.put.keys())) {
    const facts = target.blobs.get(target.put.get(path) ?? "");
    if (facts !== undefined && isWanted(path)) found.set(path, { path, ...facts });
  }
  return found;
}

async function learn(
  store: ChangeStore,
  known: Known,
  asked: { paths: string[]; prefixes: string[] },
): Promise<void> {
  if (asked.paths.length + asked.prefixes.length === 0) return;
  for (const facts of await store.facts(asked)) known.facts.set(facts.path, facts);
  for (const path of asked.paths) known.paths.add(path);
  for (const prefix of asked.prefixes) known.prefixes.add(prefix);
}

/** `content/a/_index.md` is known with `content/a/_index.`, and with `content/a/`. */
function isKnown(path: string, { paths, prefixes }: Known): boolean {
  if (paths.has(path)) return true;
  const dot = path.indexOf(".", path.lastIndexOf("/"));
  return prefixes.has(path.slice(0, dot + 1)) || foldersOf(path).some((folder) => prefixes.has(folder));
}

/** By digest; those of `digests` are among them. */
export async function targetTexts(
  store: ChangeStore,
  { known }: Target,
  digests: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const unknown = digests.filter((digest) => !known.texts.has(digest));
  if (unknown.length > 0) {
    for (const [digest, text] of await store.texts(unknown)) known.texts.set(digest, text);
  }
  return known.texts;
}

/** Every content file as it stands. */
export async function standingContent(store: ChangeStore, { known }: Target): Promise<StoredFile[]> {
  known.content ??= await store.contentFiles();
  return known.content;
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
