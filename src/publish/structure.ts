// Which content files are pages, and which folders are bundles and sections: what Hugo tells from
// the names of files alone. Owns the look-up of `index` and `_index` files around the pages at hand.

import type { HugoConfig } from "../hugo/config/config.ts";
import { cascadeOf } from "../hugo/content/cascade.ts";
import { parseContentFile } from "../hugo/content/front-matter.ts";
import {
  type ContentPath,
  contentFilesAt,
  contentPathsOf,
  isIgnored,
  leafBundleOf,
  parseContentPath,
} from "../hugo/content/path.ts";
import type { ChangeStore, StoredFile } from "../site/change-store.ts";
import { type PageId, type ParamValue, pageId } from "../site/page.ts";
import { foldersOf } from "./question.ts";
import { type Target, targetFacts, targetTexts } from "./target.ts";

export interface Structure {
  /** The `_index` files around the pages, and the `cascade` of those that have one. */
  sections: ContentPath[];
  cascades: { [indexFile: string]: ParamValue };
  /** Folders with an `index` file: `content/posts/b`. */
  leafFolders: ReadonlySet<string>;
  /** The innermost page that a content file makes; `null` for what makes none (a bundle's resource, an ignored file). */
  pageOf(path: string): PageId | null;
}

export async function readStructure(
  files: string[],
  { store, target, config }: { store: ChangeStore; target: Target; config: HugoConfig },
): Promise<Structure> {
  const folders = new Set(files.flatMap((path) => ["content/", ...foldersOf(path)]));
  const names = ["index", "_index"].flatMap((name) => contentFilesAt(name, config));
  const paths = [...folders].flatMap((folder) => names.map((name) => folder + name));
  const facts = await targetFacts(store, target, { paths, folders: [] });
  const found = [...facts.keys()];
  const leafFolders = new Set(
    found.filter((path) => !isBranch(path)).map((path) => path.slice(0, path.lastIndexOf("/"))),
  );
  const sections = [...facts.values()].filter(({ path }) => isBranch(path));
  const digests = sections.map(({ sha256 }) => sha256);
  const texts = await targetTexts(store, target, digests);
  return {
    sections: sections.flatMap(({ path }) => contentPathsOf(path, config)),
    cascades: cascadesIn(sections.map(({ path, sha256 }) => ({ path, text: texts.get(sha256) }))),
    leafFolders,
    pageOf(path) {
      if (isIgnored(path, config)) return null;
      const parsed = parseContentPath(path, config);
      if (parsed === null) return null;
      const bundle = leafBundleOf(path, leafFolders);
      const own = parsed.bundle === "leaf" && parsed.folder === bundle;
      return bundle === null || own ? pageId(parsed.language.lang, parsed.path) : null;
    },
  };
}

/** Numbers that pages of a file may have: the one that is known, and those of content folders around it. */
export function pagesOf({ path, page }: StoredFile, config: HugoConfig): PageId[] {
  const [, ...others] = contentPathsOf(path, config);
  return [...(page === null ? [] : [page]), ...others.map((at) => pageId(at.language.lang, at.path))];
}

const isBranch = (path: string): boolean => /\/_index\.[^/]+$/.test(path);

/** By the `_index` files that have one. */
export const cascadesIn = (indexFiles: { path: string; text: string | undefined }[]): Structure["cascades"] =>
  Object.fromEntries(
    indexFiles.flatMap(({ path, text }) => {
      const cascade = cascadeIn(path, text);
      return cascade === null ? [] : [[path, cascade]];
    }),
  );

/** What cannot be read may say anything of the pages below: then they are drafts. */
function cascadeIn(path: string, text: string | undefined): ParamValue | null {
  if (text === undefined || !mayCascade(text)) return null;
  const { params, problem } = parseContentFile(path, text);
  return problem === null ? cascadeOf(params) : { draft: true };
}

export const mayCascade = (text: string): boolean => /cascade/i.test(text);

/**
 * Folders whose pages render differently because an `_index` file changed: it came or went below the
 * first level, where it decides which section a page belongs to, or its `cascade` is another.
 */
export async function changedFolders(
  store: ChangeStore,
  target: Target,
  standing: Map<string, { sha256: string }>,
): Promise<string[]> {
  const touched = [...target.put.keys(), ...target.delete].filter(isBranch);
  if (touched.length === 0) return [];
  const digests = touched.flatMap((path) =>
    [standing.get(path)?.sha256 ?? [], target.put.get(path) ?? []].flat(),
  );
  const texts = await targetTexts(store, target, digests);
  const cascade = (path: string, digest: string | undefined) =>
    JSON.stringify(digest === undefined ? null : cascadeIn(path, texts.get(digest)));
  return touched
    .filter((path) => {
      const [before, after] = [standing.get(path)?.sha256, target.put.get(path)];
      const nested = foldersOf(path).length > 1 && (before === undefined || after === undefined);
      return nested || cascade(path, before) !== cascade(path, after);
    })
    .map((path) => path.slice(0, path.lastIndexOf("/") + 1));
}
