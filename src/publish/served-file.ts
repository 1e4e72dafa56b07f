// Files that are served as they are, and where: those of `static/` below the root, those of the
// content folder with the page they lie beside, or else at their own path. Owns which pages may own
// a file; what a page publishes of its bundle is hugo/content/resource.ts.

import { type HugoConfig, inLanguage, type LanguageConfig } from "../hugo/config/config.ts";
import {
  contentFilesAt,
  isContentFile,
  isIgnored,
  languageOf,
  leafBundleOf,
  mountsAround,
  normalizePath,
} from "../hugo/content/path.ts";
import { homeUrl, permalinkOf } from "../hugo/content/permalink.ts";
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

/**
 * Where a file that no page owns is served; nowhere if it is not served by itself. Hugo has it below the address
 * of the section around it: at its path as written unless a folder's name is written otherwise in addresses.
 */
export function servedUrls(path: FilePath, config: HugoConfig): string[] {
  if (path.startsWith("static/")) return [path.slice("static".length)];
  if (!isBesidePages(path) || isIgnored(path, config)) return [];
  const urls = mountsAround(path, config).flatMap((mount) => {
    const lang = languageOf(path, mount, config);
    const language = config.languages.find((known) => known.lang === lang);
    return language ? urlsBelow(path.slice(mount.folder.length + 1), { config, language }) : [];
  });
  return [...new Set(urls)];
}

/** Whichever of its folders is a section. */
function urlsBelow(path: string, where: { config: HugoConfig; language: LanguageConfig }): string[] {
  const segments = path.split("/");
  const below = segments.slice(1).map((_, i) => {
    const folder = `/${segments.slice(0, i + 1).join("/")}`;
    return [sectionBase(folder, where), ...segments.slice(i + 1)].join("/");
  });
  return [homeUrl(where.language, where.config) + path, ...below];
}

function sectionBase(
  folder: string,
  { config, language }: { config: HugoConfig; language: LanguageConfig },
): string {
  const path = normalizePath(folder);
  const section = path.split("/")[1] ?? "";
  const unnamed = { title: "", slug: "", url: "", date: null, currentSection: path };
  const place = { kind: "section", path, originalPath: folder, section } as const;
  return permalinkOf({ ...place, ...unnamed, config: inLanguage(config, language), language }).resourceBase;
}
