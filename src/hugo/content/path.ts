// From a file's path to what Hugo makes of it: language, bundle, section, logical path. Nothing of
// the file's text is needed. Its URL is permalink.ts.

import { CONTENT_EXTENSIONS } from "../../site/change-set.ts";
import type { HugoConfig, LanguageConfig } from "../config/config.ts";
import { toLower } from "./lower.ts";

/** What lies in a content folder and is a page, or an index of one. */
export interface ContentPath {
  /** `content/posts/hello.vi.md`. */
  file: string;
  /** The content folder that it is seen from: its logical path begins there. */
  mount: ContentMount;
  language: LanguageConfig;
  /** `leaf`: `index.md`; `branch`: `_index.md`, a list's own text; `single`: any other. */
  bundle: "leaf" | "branch" | "single";
  /** Logical path: lower case, hyphens for spaces, without extension and language: `/posts/hello`, `/`. */
  path: string;
  /** The same as written: `/posts/Hello World`. */
  originalPath: string;
  /** As `disablePathToLower` has it: a language in other letters than its own is part of the name. */
  casedPath: string;
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

/** A content folder, and the language of what lies in it. */
export interface ContentMount {
  /** `content`, `content/vi`. */
  folder: string;
  lang: string;
}

/**
 * All that Hugo makes of a content file: a page for each content folder that it lies below, so that with
 * `content` and `content/vi` a file of the second is a page twice. Innermost first; empty if it is no
 * content file of an enabled language. A bundle's owner is not considered.
 */
export function contentPathsOf(file: string, config: HugoConfig): ContentPath[] {
  if (!isContentFile(file)) return [];
  const found = new Map<string, ContentPath>();
  for (const mount of mountsAround(file, config)) {
    const at = contentPathIn(mount, file, config);
    const key = `${at?.language.lang} ${at?.path}`;
    if (at !== null && !found.has(key)) found.set(key, at);
  }
  return [...found.values()];
}

/** The innermost of them. */
export const parseContentPath = (file: string, config: HugoConfig): ContentPath | null =>
  contentPathsOf(file, config)[0] ?? null;

function contentPathIn(mount: ContentMount, file: string, config: HugoConfig): ContentPath | null {
  const below = file.slice(mount.folder.length);
  const fileName = below.slice(below.lastIndexOf("/") + 1);
  const { name, lang, extension } = splitName(fileName, config);
  const stem = fileName.slice(0, -extension.length - 1);
  const isCased = lang !== null && !stem.slice(name.length + 1).startsWith(lang);
  const language = config.languages.find((known) => known.lang === (lang ?? mount.lang));
  if (!language || language.disabled) return null;

  const bundle = name === "index" ? "leaf" : name === "_index" ? "branch" : "single";
  const parent = below.slice(0, below.lastIndexOf("/"));
  const originalPath = (bundle === "single" ? `${parent}/${name}` : parent) || "/";
  const path = normalizePath(originalPath);
  const folder = file.slice(0, file.lastIndexOf("/"));
  return {
    file,
    mount,
    language,
    bundle,
    path,
    originalPath,
    casedPath: isCased ? `${parent}/${stem}` : originalPath,
    section: bundle === "leaf" && path.lastIndexOf("/") === 0 ? "" : sectionOf(path, bundle),
    baseName: lastPart(path),
    originalBaseName: lastPart(originalPath),
    folder,
    bundleFolder: bundle === "single" ? `${folder}/${name}` : folder,
    extension,
  };
}

/** A path below one content folder, as it would stand in each other one. */
export const counterpartsOf = (path: string, { folder }: ContentMount, config: HugoConfig): string[] =>
  contentMounts(config).flatMap((other) =>
    other.folder === folder ? [] : other.folder + path.slice(folder.length),
  );

/** Where a page's files lie: its own folder; for a leaf bundle those too of its translations in other content folders. */
export const bundleFoldersOf = (
  { bundle, bundleFolder, mount }: ContentPath,
  config: HugoConfig,
): string[] => [bundleFolder, ...(bundle === "leaf" ? counterpartsOf(bundleFolder, mount, config) : [])];

/** The language of any file below a content folder: its suffix's, else its folder's. */
export function languageOf(file: string, { lang }: ContentMount, config: HugoConfig): string {
  return splitName(file.slice(file.lastIndexOf("/") + 1), config).lang ?? lang;
}

const CONTENT = new RegExp(`\\.(${CONTENT_EXTENSIONS.join("|")})$`, "i");

/** The file's name without extension and language: `index` and `_index` of bundles. */
export const fileName = ({
  bundle,
  originalBaseName,
}: Pick<ContentPath, "bundle" | "originalBaseName">): string =>
  ({ leaf: "index", branch: "_index", single: originalBaseName })[bundle];

/** By extension alone. */
export const isContentFile = (path: string): boolean => CONTENT.test(path);

/** The content files that `content/posts/hello` may be: `content/posts/hello.md`, `content/posts/hello.vi.html`. */
export function contentFilesAt(name: string, { languages }: HugoConfig): string[] {
  const suffixes = [...(languages.length > 1 ? languages.map(({ lang }) => `.${lang}`) : []), ""];
  return suffixes.flatMap((suffix) => CONTENT_EXTENSIONS.map((extension) => `${name}${suffix}.${extension}`));
}

/** `ignoreFiles`: regular expressions, tried on the path with a leading slash, as Hugo's are on the whole one. */
export function isIgnored(path: string, config: HugoConfig): boolean {
  return config.ignoreFiles.some((pattern) => new RegExp(pattern).test(`/${path}`));
}

/** Hugo's logical form of a path: lower case, each space a hyphen. */
export function normalizePath(path: string): string {
  return toLower(path).replaceAll(" ", "-");
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
  mountsAround(path, config).length === 0;

/** Formats of which Hugo makes pages, and nothing here does. */
const UNREAD_FORMATS: { [extension: string]: string } = {
  org: "Org mode",
  ad: "AsciiDoc",
  adoc: "AsciiDoc",
  asciidoc: "AsciiDoc",
  rst: "reStructuredText",
  pdc: "Pandoc's Markdown",
  pandoc: "Pandoc's Markdown",
  gotmpl: "a content adapter",
};

/** What a file in a content folder is written in, if Hugo would make a page of it and nothing here does. */
export function unreadFormat(path: string, config: HugoConfig): string | null {
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  const isContent = mountsAround(path, config).length > 0 && !isIgnored(path, config);
  return isContent && Object.hasOwn(UNREAD_FORMATS, extension) ? (UNREAD_FORMATS[extension] ?? null) : null;
}

/** The content folder of a file that a page has: the page's own, or its translation's. */
export const mountOf = (file: string, { mount, folder }: ContentPath, config: HugoConfig): ContentMount =>
  file.startsWith(`${folder}/`) ? mount : (mountsAround(file, config)[0] ?? mount);

export const mountsAround = (file: string, config: HugoConfig): ContentMount[] =>
  contentMounts(config).filter(({ folder }) => file.startsWith(`${folder}/`));

/**
 * The content folders, inner ones first. The site's own folder is the default language's, whichever
 * languages use it; one that languages name for themselves is each one's.
 */
export function contentMounts({ languages, contentDir, defaultContentLanguage }: HugoConfig): ContentMount[] {
  const mounts = new Map<string, ContentMount>();
  for (const language of languages.filter(({ disabled }) => !disabled)) {
    const folder = language.contentDir;
    const lang = folder === contentDir ? defaultContentLanguage : language.lang;
    mounts.set(`${folder} ${lang}`, { folder, lang });
  }
  return [...mounts.values()].sort((a, b) => b.folder.length - a.folder.length);
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
