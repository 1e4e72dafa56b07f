// Files that are served as they are, and where: those of `static/` below the root, those of the
// content folder with the page they lie beside, or else at their own path. Owns which pages may own
// a file; what a page publishes of its bundle is hugo/content/resource.ts.

import type { HugoConfig } from "../hugo/config/config.ts";
import {
  contentFilesAt,
  isContentFile,
  isIgnored,
  languageOf,
  leafBundleOf,
  mountsAround,
} from "../hugo/content/path.ts";
import { homeUrl } from "../hugo/content/permalink.ts";
import type { FilePath } from "../site/change-set.ts";
import { foldersOf } from "./question.ts";

/** A picture, a download: in the content folder and no page. */
export const isBesidePages = (path: string): boolean => path.startsWith("content/") && !isContentFile(path);

/**
 * Content files whose page has this file among its resources, if they exist: the `index` and `_index`
 * of each folder above, and the page that has the folder's name.
 */
export function possibleOwners(path: string, config: HugoConfig): string[] {
  return foldersOf(path).flatMap((folder) =>
    [`${folder}index`, `${folder}_index`, folder.slice(0, -1)].flatMap((name) =>
      contentFilesAt(name, config),
    ),
  );
}

/** Whose page a file is published with; `null` for one that is on its own. */
export function pageOwns(
  path: string,
  { leafFolders, files }: { leafFolders: ReadonlySet<string>; files: ReadonlySet<string> },
  config: HugoConfig,
): boolean {
  if (leafBundleOf(path, leafFolders) !== null) return true;
  return possibleOwners(path, config).some((owner) => !/\/_?index\.[^/]+$/.test(owner) && files.has(owner));
}

/** Where a file that no page owns is served; nowhere if it is not served by itself. */
export function servedUrls(path: FilePath, config: HugoConfig): string[] {
  if (path.startsWith("static/")) return [path.slice("static".length)];
  if (!isBesidePages(path) || isIgnored(path, config)) return [];
  const urls = mountsAround(path, config).flatMap((mount) => {
    const lang = languageOf(path, mount, config);
    const language = config.languages.find((known) => known.lang === lang);
    return language ? homeUrl(language, config).slice(0, -1) + path.slice(mount.folder.length) : [];
  });
  return [...new Set(urls)];
}
