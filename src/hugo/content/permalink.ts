// The address of every page, by Hugo's rules: what is kept of a name, front matter's `url` and
// `slug`, the configuration's patterns, languages, terms and aliases. Addresses are decoded and
// below the site's root; encoding for print is site/url.ts, the base path the view's.

import type { Moment } from "../../site/moment.ts";
import type { Kind } from "../../site/page.ts";
import { encodeUrlPath, parseUrlPath, type UrlPath } from "../../site/url.ts";
import type { HugoConfig, LanguageConfig } from "../config/config.ts";
import { joinPath } from "./join-path.ts";
import { toLower } from "./lower.ts";
import { normalizePath } from "./path.ts";
import { expandPattern, type PatternSource } from "./permalink-pattern.ts";

export interface PermalinkInput {
  kind: Kind;
  /** Logical path, and the same as written. */
  path: string;
  originalPath: string;
  /** First folder of the path, or empty. */
  section: string;
  /** Logical path of the section that the page belongs to; `/` for home. */
  currentSection: string;
  title: string;
  /** Front matter's, hyphens at its ends cut; or empty. */
  slug: string;
  /** Front matter's, as written; or empty. */
  url: string;
  date: Moment | null;
  config: HugoConfig;
  language: LanguageConfig;
}

export type Permalink = {
  url: UrlPath;
  /** Where the files of its bundle are published, without a trailing slash: `/posts/hello`; `""` for home. */
  resourceBase: string;
  /** How Hugo prints the address, where it does not print `url` as we do: `/%d8%aa/`. */
  spelling: string | null;
  /** What could not be followed, for the author. */
  warning: string | null;
};

export function permalinkOf(input: PermalinkInput): Permalink {
  const { kind, config, language } = input;
  const prefix = languagePrefix(language, config);
  const own = kind === "home" ? "" : input.url;
  const expanded = own.includes(":") ? expand(own, input) : { path: own, warning: null };
  if (expanded.path !== "") {
    const address = atOwnUrl(expanded.path, prefix);
    const spelling = expanded.path === own ? spellingOf(absolute(own, prefix), address.url) : null;
    return { ...address, spelling, warning: expanded.warning };
  }

  const pattern = kind === "home" ? undefined : language.permalinks[kind][input.section];
  const permalink = pattern ? expand(pattern, input) : { path: "", warning: null };
  const written = permalink.path === "" ? pathInTree(input) : sanitizePath(permalink.path, config);
  const path = clean(written);
  const base = prefix + (path === "/" ? "" : path);
  const url = asUrl(isUgly(input.section, config) && path !== "/" ? `${base}.html` : `${base}/`);
  return {
    url,
    resourceBase: base,
    spelling: permalink.path === "" ? spellingOf(prefix + written, url) : null,
    warning: permalink.warning ?? expanded.warning,
  };
}

/** `/tags/deep-learning/`: the address of a term that no file describes. */
export function termUrl(
  input: { taxonomy: string; term: string; title: string } & Pick<PermalinkInput, "config" | "language">,
): UrlPath {
  const originalPath = termPath(input.taxonomy, input.term, "as written");
  const path = termPath(input.taxonomy, input.term, "logical");
  const section = normalizePath(input.taxonomy);
  const { title, config, language } = input;
  const rest = { currentSection: path, slug: "", url: "", date: null, config, language };
  return permalinkOf({ kind: "term", path, originalPath, section, title, ...rest }).url;
}

/** A term's logical path: every space a hyphen, a slash a folder. */
export function termPath(taxonomy: string, term: string, form: "logical" | "as written"): string {
  const path = clean(`/${taxonomy}/${term}`);
  return form === "logical" ? normalizePath(path) : path;
}

/** Pages are files with an extension: `/posts/hello.html`. */
export const isUgly = (section: string, { uglyURLs, uglySections }: HugoConfig): boolean =>
  uglyURLs || uglySections.includes(section);

/** `/`, `/en/`. */
export function homeUrl(language: LanguageConfig, config: HugoConfig): UrlPath {
  return asUrl(`${languagePrefix(language, config)}/`);
}

/** `/old`, `old`, `../old` and `old.html` as addresses; `null` for what is none (it leaves the site, or is its root). */
export function aliasUrl(
  alias: string,
  page: Pick<Permalink, "resourceBase">,
  isUgly: boolean,
): UrlPath | null {
  const trimmed = alias.replaceAll("\\", "/").normalize("NFC");
  const from = trimmed.startsWith("/") ? trimmed : `${page.resourceBase}/../${trimmed}`;
  const path = clean(from);
  if (path === "/" || /^https?:/.test(trimmed)) return null;
  if (path.endsWith(".html")) return parseUrlPath(path);
  return parseUrlPath(isUgly ? `${path}.html` : `${path}/`);
}

/**
 * Hugo's clean form of a path: letters, digits, marks and `. / \ _ # + ~ - @` are kept, `%` before two
 * hex digits; a run of spaces with signs in it becomes one hyphen, none at the ends.
 */
export function sanitizePath(
  text: string,
  config: Pick<HugoConfig, "removePathAccents" | "disablePathToLower">,
): string {
  let out = "";
  let hyphenDue = false;
  for (const part of text.matchAll(PART)) {
    const [char] = part;
    if (KEPT.test(char)) {
      if (hyphenDue && char !== "-") out += "-";
      hyphenDue = false;
      out += char;
    } else if (out !== "" && !out.endsWith("-") && /\s/.test(char)) {
      hyphenDue = true;
    }
  }
  const plain = config.removePathAccents ? removeAccents(out) : out;
  return config.disablePathToLower ? plain : toLower(plain);
}

/** `/vi`, or nothing for the default language. */
export function languagePrefix(language: LanguageConfig, config: HugoConfig): string {
  const isDefault = language.lang === config.defaultContentLanguage;
  const isAlone = config.languages.filter(({ disabled }) => !disabled).length === 1;
  if (isDefault) return config.defaultContentLanguageInSubdir ? `/${language.lang}` : "";
  return isAlone ? "" : `/${language.lang}`;
}

/** One character, or a `%` together with the two hex digits after it. */
const PART = /%[0-9a-f]{2}|./gisu;
const KEPT = /^(?:%..|[\p{L}\p{Nd}\p{M}./\\_#+~@-])$/u;

/** Marks only: `đ` is a letter of its own and stays. */
function removeAccents(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .normalize("NFC");
}

/** Slugs and addresses that an author wrote percent-encoded, as other blog engines export them. */
function decoded(path: string): string {
  return path.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes; // no UTF-8: the signs themselves are meant
    }
  });
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: no address may hold them
const UNPRINTABLE = /[\u0000-\u001f\u007f\\]/g;

function pathInTree({ kind, path, originalPath, slug, config }: PermalinkInput): string {
  const inTree = config.disablePathToLower ? originalPath : path;
  if (kind !== "page") return sanitizePath(inTree, config);
  // Folder and name are cleaned apart: a space at the slug's start is no hyphen.
  const cut = inTree.lastIndexOf("/");
  return `${sanitizePath(inTree.slice(0, cut), config)}/${sanitizePath(slug || inTree.slice(cut + 1), config)}`;
}

/** Neither cleaned nor in lower case. From the site's root with a leading slash, else below the language's. */
function atOwnUrl(url: string, prefix: string): Pick<Permalink, "url" | "resourceBase"> {
  const path = clean(absolute(url, prefix));
  const isFile = !url.endsWith("/") && url.includes(".");
  if (!isFile)
    return { url: asUrl(path === "/" ? path : `${path}/`), resourceBase: path === "/" ? "" : path };
  const isIndex = path.endsWith("/index.html");
  const resourceBase = isIndex ? path.slice(0, -"/index.html".length) : path.replace(/\.[^./]*$/, "");
  return { url: asUrl(isIndex ? `${resourceBase}/` : path), resourceBase };
}

const absolute = (url: string, prefix: string): string => (url.startsWith("/") ? url : `${prefix}/${url}`);

/** Go keeps the escapes of an address that is one as it was written, and escapes any other anew; it composes no marks. */
function spellingOf(written: string, url: UrlPath): string | null {
  if (!written.includes("%") && written.normalize("NFC") === written) return null;
  const end = /(?:\/|\.html)$/.exec(url)?.[0] ?? "";
  const path = joinPath("/", written).replace(/\/index\.html$/, "");
  const whole = path.endsWith(end) ? path : path + end;
  const spelling = ENCODED.test(whole) ? whole : encodeUrlPath(decoded(whole).toWellFormed());
  return spelling === encodeUrlPath(url) ? null : spelling;
}

const ENCODED = /^(?:%[0-9a-f]{2}|[\w\-.~$&+,/:;=@!'()*[\]])*$/i;

function expand(pattern: string, input: PermalinkInput): { path: string; warning: string | null } {
  const source: PatternSource = {
    ...input,
    baseName: input.path.slice(input.path.lastIndexOf("/") + 1),
    originalBaseName: input.originalPath.slice(input.originalPath.lastIndexOf("/") + 1),
    // Hugo makes a URL of it on the way, and an empty fragment gets lost.
    clean: (text) => sanitizePath(text, input.config).replace(/^([^#]*)#$/, "$1"),
  };
  const expanded = expandPattern(pattern, source);
  // Hugo takes what comes out for a query: `+` is a space there.
  if (expanded.ok) return { path: expanded.path.replaceAll("+", " "), warning: null };
  const message = `The permalink pattern \`${pattern}\` has \`:${expanded.token}\`, which Hugo does not know`;
  return { path: "", warning: `${message}: the page stays at its own path. Correct the pattern.` };
}

/** An address below the root, of what an author wrote or what stands in a name. */
const clean = (path: string): string => joinPath("/", decoded(path).toWellFormed().replace(UNPRINTABLE, ""));

function asUrl(path: string): UrlPath {
  const url = parseUrlPath(path);
  if (!url) throw new Error(`clean left something that is no path: ${path}`);
  return url;
}
