// Output formats by name: Hugo's own and the configuration's, and at which address a page has one.

import type { Params } from "../../site/page.ts";
import { toBoolean, toParams, toText, toTexts } from "./loose-value.ts";

export interface OutputFormat {
  mediaType: string;
  /** The file's name: `index`. */
  baseName: string;
  /** With its dot: `.xml`; or empty. */
  suffix: string;
  /** A folder around the page's own (`amp`), or empty. */
  path: string;
  /** A file of its own in a folder even where pages are `hello.html`. */
  noUgly: boolean;
  /** At the site's root, whatever the language. */
  root: boolean;
  /** The page itself. */
  isOwn: boolean;
}

/** By upper-case name. */
export type OutputFormats = { [name: string]: OutputFormat };

export function readOutputFormats(given: Params, mediaTypes: Params): OutputFormats {
  const out: OutputFormats = { ...HUGO_FORMATS };
  for (const [name, value] of Object.entries(given)) {
    const own = toParams(value);
    const known = out[name.toUpperCase()] ?? format("", "index");
    const mediaType = wholeType(toText(own.mediatype).toLowerCase(), mediaTypes) || known.mediaType;
    out[name.toUpperCase()] = {
      mediaType,
      baseName: toText(own.basename).replaceAll("/", "") || known.baseName,
      suffix: suffixOf(mediaType, mediaTypes),
      path: own.path === undefined ? known.path : toText(own.path).replace(/^\/+|\/+$/g, ""),
      noUgly: toBoolean(own.nougly) ?? known.noUgly,
      root: toBoolean(own.root) ?? known.root,
      isOwn: known.isOwn,
    };
  }
  return out;
}

/** Where a page has a format. `url` is the page's own, `prefix` its language's: `/vi` or empty; `file` makes it, if any does. */
export function formatUrl(
  { mediaType, baseName, suffix, path, noUgly, root }: OutputFormat,
  page: { kind: string; url: string; prefix: string; file?: string | undefined },
): string {
  if (root) return `/${baseName}${suffix}`;
  const own = page.url.replace(/\/$|\.html$/, "");
  // A page that is called as the format's file is stands for that file itself: `llms.md` is `/llms.txt`.
  const [name] = (page.file ?? "").split("/").at(-1)?.split(".") ?? [];
  const isNamed = name === baseName && own.endsWith(`/${name}`);
  const isUgly = isNamed || (!page.url.endsWith("/") && !noUgly);
  const folder =
    path === ""
      ? own
      : page.kind === "page"
        ? `${page.prefix}/${path}${own.slice(page.prefix.length)}`
        : `${own}/${path}`;
  if (isUgly) return `${folder}${suffix}`;
  return mediaType === "text/html" && baseName === "index" ? `${folder}/` : `${folder}/${baseName}${suffix}`;
}

/**
 * What readers or machines get for a format; `null`: nothing that would be of use to them. PaperMod's index
 * for its search is home's JSON, and that of single pages; other lists have a JSON Feed.
 */
export function standsFor(
  { mediaType, isOwn }: OutputFormat,
  kind: string,
): "rss" | "atom" | "json" | "index" | "alias" | null {
  if (isOwn) return null;
  // `text/html+custom` is a page, too.
  switch (mediaType.replace(/^text\/html\+.*/, "text/html")) {
    case "application/rss+xml":
      return "rss";
    case "application/atom+xml":
      return "atom";
    case "application/feed+json":
      return "json";
    case "application/json":
      return kind === "home" || kind === "page" ? "index" : "json";
    case "text/html":
    case "text/plain":
    case "text/markdown":
      return "alias";
    default:
      return null;
  }
}

/** Of media types that formats are known to have; another is what stands after the slash and any `+`. */
const SUFFIXES: { [mediaType: string]: string } = {
  "text/plain": ".txt",
  "text/markdown": ".md",
  "text/calendar": ".ics",
  "text/javascript": ".js",
  "application/javascript": ".js",
  "application/rss+xml": ".xml",
  "application/manifest+json": ".webmanifest",
};

/** `application/rss` names `application/rss+xml` too. */
function wholeType(mediaType: string, mediaTypes: Params): string {
  if (mediaType === "" || mediaType in mediaTypes) return mediaType;
  const known = [...Object.keys(mediaTypes), ...Object.keys(SUFFIXES)];
  return known.find((type) => type.startsWith(`${mediaType}+`)) ?? mediaType;
}

function suffixOf(mediaType: string, mediaTypes: Params): string {
  const own = toParams(mediaTypes[mediaType]);
  const suffixes = own.suffixes ?? own.suffix;
  if (suffixes !== undefined) {
    const [first = ""] = toTexts(suffixes).flatMap((text) => text.split(","));
    return `${own.delimiter === undefined ? "." : toText(own.delimiter)}${first.trim()}`;
  }
  return SUFFIXES[mediaType] ?? `.${mediaType.replace(/^.*[/+]/, "")}`;
}

const format = (mediaType: string, baseName: string, more: Partial<OutputFormat> = {}): OutputFormat => ({
  ...{
    mediaType,
    baseName,
    suffix: suffixOf(mediaType, {}),
    path: "",
    noUgly: false,
    root: false,
    isOwn: false,
    ...more,
  },
});

/** Hugo's own but those that are no page's: robots, sitemaps, aliases. */
const HUGO_FORMATS: OutputFormats = {
  HTML: format("text/html", "index", { isOwn: true }),
  AMP: format("text/html", "index", { path: "amp" }),
  CALENDAR: format("text/calendar", "index"),
  CSS: format("text/css", "styles"),
  CSV: format("text/csv", "index"),
  JSON: format("application/json", "index"),
  MARKDOWN: format("text/markdown", "index"),
  RSS: format("application/rss+xml", "index", { noUgly: true }),
  WEBAPPMANIFEST: format("application/manifest+json", "manifest"),
};
