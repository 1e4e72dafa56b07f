// From a file's path to what Hugo makes of it: language, bundle, section, logical path. Nothing of
// the file's text is needed. Its URL is permalink.ts.

import type { HugoConfig, LanguageConfig } from "../config/config.ts";

/** What lies in a content folder and is a page, or an index of one. */
export interface ContentPath {
  /** `content/posts/hello.vi.md`. */
  file: string;
  language: LanguageConfig;
  /** `leaf`: `index.md`; `branch`: `_index.md`, a list's own text; `single`: any other. */
  bundle: "leaf" | "branch" | "single";
  /** Logical path: lower case, hyphens for spaces, without extension and language: `/posts/hello`, `/`. */
  path: string;
  /** The same as written: `/posts/Hello World`. */
  originalPath: string;
  /** First folder of `path`, or empty. */
  section: string;
  /** Last part of `path`: a file's name, a bundle's folder. */
  baseName: string;
  originalBaseName: string;
  /** The file's folder: `content/posts`. */
  folder: string;
  /** Where its other files lie: the same for an `index`, `content/posts/hello` for `content/posts/hello.md`. */
  bundleFolder: string;
  /** Without the dot, lower case: `md`. */
  extension: string;
}

/** `null` if the path is no content file of an enabled language. A bundle's owner is not considered. */
export function parseContentPath(file: string, config: HugoConfig): ContentPath | null {
  if (!isContentFile(file)) return null;
  const home = contentFolderOf(file, config);
  if (!home) return null;
  const below = file.slice(home.folder.length);
  const { name, lang, extension } = splitName(below.slice(below.lastIndexOf("/") + 1), config);
  const language = lang === null ? home.language : config.languages.find((known) => known.lang === lang);
  if (!language || language.disabled) return null;

  const bundle = name === "index" ? "leaf" : name === "_index" ? "branch" : "single";
  const parent = below.slice(0, below.lastIndexOf("/"));
  const originalPath = (bundle === "single" ? `${parent}/${name}` : parent) || "/";
  const path = normalizePath(originalPath);
  const folder = file.slice(0, file.lastIndexOf("/"));
  return {
    file,
    language,
    bundle,
    path,
    originalPath,
    section: bundle === "leaf" && path.lastIndexOf("/") === 0 ? "" : sectionOf(path, bundle),
    baseName: lastPart(path),
    originalBaseName: lastPart(originalPath),
    folder,
    bundleFolder: bundle === "single" ? `${folder}/${name}` : folder,
    extension,
  };
}

/** The language of any file below a content folder: its suffix's, else its folder's. */
export function languageOf(file: string, config: HugoConfig): string {
  const { lang } = splitName(file.slice(file.lastIndexOf("/") + 1), config);
  return lang ?? contentFolderOf(file, config)?.language.lang ?? config.defaultContentLanguage;
}

/** By extension alone. Other formats that Hugo knows (AsciiDoc, Org and so on) are not read. */
export function isContentFile(path: string): boolean {
  return /\.(md|mdown|markdown|html?)$/i.test(path);
}

/** `ignoreFiles`: regular expressions, tried on the path with a leading slash, as Hugo's are on the whole one. */
export function isIgnored(path: string, config: HugoConfig): boolean {
  return config.ignoreFiles.some((pattern) => new RegExp(pattern).test(`/${path}`));
}

/** Hugo's logical form of a path: lower case, each space a hyphen. */
export function normalizePath(path: string): string {
  return path.toLowerCase().replaceAll(" ", "-");
}

/**
 * Whose bundle a file below a content folder belongs to, given the folders that hold an `index` file
 * (`content/posts/b`): the topmost of them above it, or `null` if it belongs to its section. Every
 * file of a leaf bundle is its resource, content files too.
 */
export function leafBundleOf(file: string, leafFolders: ReadonlySet<string>): string | null {
  for (let at = file.indexOf("/"); at >= 0; at = file.indexOf("/", at + 1)) {
    if (leafFolders.has(file.slice(0, at))) return file.slice(0, at);
  }
  return null;
}

/**
 * Logical paths of the sections from a page's own up to the root's, home left out: the folders that
 * hold an `_index` file, and every first folder, which is one anyway.
 */
export function sectionsAbove(path: string, sectionPaths: ReadonlySet<string>): string[] {
  const found: string[] = [];
  for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) {
    const folder = path.slice(0, at);
    if (sectionPaths.has(folder) || folder.lastIndexOf("/") === 0) found.push(folder);
  }
  return found;
}

/** A page to be, in a site whose languages have content folders of their own, below none of them: Hugo passes it over. */
export const isOutsideContent = (path: string, config: HugoConfig): boolean =>
  path.startsWith("content/") &&
  isContentFile(path) &&
  !isIgnored(path, config) &&
  contentFolderOf(path, config) === null;

/** The language whose content folder a file lies in; the default one if several share it. */
function contentFolderOf(
  file: string,
  config: HugoConfig,
): { language: LanguageConfig; folder: string } | null {
  const isDefault = ({ lang }: LanguageConfig): boolean => lang === config.defaultContentLanguage;
  const [language] = config.languages
    .filter(({ contentDir }) => file.startsWith(`${contentDir}/`))
    .sort((a, b) => b.contentDir.length - a.contentDir.length || Number(isDefault(b)) - Number(isDefault(a)));
  return language ? { language, folder: language.contentDir } : null;
}

/** `hello.vi.md`: the part next to the extension that is a language, if any; other dots belong to the name. */
function splitName(
  fileName: string,
  config: HugoConfig,
): { name: string; lang: string | null; extension: string } {
  const dot = fileName.lastIndexOf(".");
  const extension = fileName.slice(dot + 1).toLowerCase();
  const stem = fileName.slice(0, dot);
  for (let at = stem.lastIndexOf("."); at > 0; at = stem.lastIndexOf(".", at - 1)) {
    const lang = (stem.slice(at + 1).split(".")[0] ?? "").toLowerCase();
    if (config.languages.some((known) => known.lang === lang))
      return { name: stem.slice(0, at), lang, extension };
  }
  return { name: stem, lang: null, extension };
}

function sectionOf(path: string, bundle: ContentPath["bundle"]): string {
  const [first = "", ...rest] = path.slice(1).split("/");
  return bundle === "branch" || rest.length > 0 ? first : "";
}

const lastPart = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
