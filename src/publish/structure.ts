// Which content files are pages, and which folders are bundles and sections: what Hugo tells from
// the names of files alone. Owns the look-up of `index` and `_index` files around the pages at hand.

import type { HugoConfig } from "../hugo/config/config.ts";
import { isContentFile, isIgnored, leafBundleOf, parseContentPath } from "../hugo/content/path.ts";
import type { ChangeStore } from "../site/change-store.ts";
import { type PageId, pageId } from "../site/page.ts";
import { foldersOf } from "./question.ts";
import { type Target, targetFacts } from "./target.ts";

export interface Structure {
  /** Paths of the `_index` files around the pages. */
  sections: string[];
  /** Folders with an `index` file: `content/posts/b`. */
  leafFolders: ReadonlySet<string>;
  /** The page that a content file makes; `null` for what makes none (a bundle's resource, an ignored file). */
  pageOf(path: string): PageId | null;
}

const EXTENSIONS = ["md", "markdown", "html"];

export async function readStructure(
  files: string[],
  { store, target, config }: { store: ChangeStore; target: Target; config: HugoConfig },
): Promise<Structure> {
  const folders = new Set(files.filter(isContentFile).flatMap((path) => ["content/", ...foldersOf(path)]));
  const suffixes = [
    "",
    ...(config.languages.length > 1 ? config.languages.map(({ lang }) => `.${lang}`) : []),
  ];
  const names = ["index", "_index"].flatMap((name) =>
    suffixes.flatMap((suffix) => EXTENSIONS.map((extension) => `${name}${suffix}.${extension}`)),
  );
  const paths = [...folders].flatMap((folder) => names.map((name) => folder + name));
  const found = [...(await targetFacts(store, target, { paths, folders: [] })).keys()];
  const isBranch = (path: string) => /\/_index\.[^/]+$/.test(path);
  const leafFolders = new Set(
    found.filter((path) => !isBranch(path)).map((path) => path.slice(0, path.lastIndexOf("/"))),
  );
  return {
    sections: found.filter(isBranch),
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
