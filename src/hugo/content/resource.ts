// The files of a page's bundle: under which name and title its text finds them, and at which
// address they are published. Front matter may rename a file to its page, never to the reader.

import { encodeUrlPath, parseUrlPath, type UrlPath } from "../../site/url.ts";
import { emptyParams } from "../config/params.ts";
import type { Resource } from "../markdown/content.ts";
import type { FileFacts } from "../world.ts";
import type { ResourceFields } from "./fields.ts";
import { matchesGlob } from "./glob.ts";
import { isContentFile } from "./path.ts";

export interface PageResource extends Resource {
  url: UrlPath;
}

export interface ResourceInput {
  /** `content/posts/b`, and where its translations have their files. */
  folders: string[];
  files: FileFacts[];
  fields: ResourceFields[];
  /** Where the page's files are published: `/posts/b`. */
  base: string;
  /** The site's own path, `/` or `/blog/`. */
  basePath: string;
  lang: string;
  defaultLang: string;
  /** Each file's language: its suffix's, else its folder's. */
  langOf: (path: string) => string;
  /** Where a file of another language is published: by the bundle's page of that language; `null` if there is none. */
  baseIn: (lang: string) => string | null;
}

/**
 * In order of their names. Content files in a bundle are no files to publish, and left out. Of a file
 * in several languages (`pic.png`, `pic.en.png`) a page has its own, else the site's default language's; it
 * is shared, and published once, by the page of the file's language. Where that has none, nobody has it;
 * with `duplicateResourceFiles` every page publishes its own.
 */
export function readResources(input: ResourceInput): PageResource[] {
  const { fields, base, basePath, lang } = input;
  const counters = new Map<string, number>();
  return filesFor(input).flatMap(({ file, below }): PageResource[] => {
    const home = input.langOf(file.path);
    const where = home === lang ? base : input.baseIn(home);
    const url = where === null ? null : parseUrlPath(`${where}/${below}`);
    if (!url) return [];
    const found = fields.filter(
      ({ src }) => src !== "" && matchesGlob(below.toLowerCase(), src.toLowerCase()),
    );
    const name = found.find((entry) => entry.name !== "");
    const title = found.find((entry) => entry.title !== "");
    return [
      {
        name: name ? numbered(name.name, `name ${name.src}`, counters) : below,
        plainName: plainName(below, home),
        title: title ? numbered(title.title, `title ${title.src}`, counters) : below,
        file: file.path,
        url,
        relPermalink: basePath.slice(0, -1) + encodeUrlPath(url),
        mediaType: file.mediaType,
        params: found.reduce((all, entry) => Object.assign(all, entry.params), emptyParams()),
        ...(file.width === undefined ? {} : { width: file.width }),
        ...(file.height === undefined ? {} : { height: file.height }),
      },
    ];
  });
}

/** `pic.png`, of `pic.en.png` in English. */
function plainName(path: string, lang: string): string {
  const at = path.toLowerCase().lastIndexOf(`.${lang}.`);
  return at <= path.lastIndexOf("/") ? path : path.slice(0, at) + path.slice(at + lang.length + 1);
}

interface BundleFile {
  file: FileFacts;
  /** Its path below the bundle. */
  below: string;
}

function filesFor({ folders, files, lang, defaultLang, langOf }: ResourceInput): BundleFile[] {
  const rank = (fileLang: string) => (fileLang === lang ? 0 : fileLang === defaultLang ? 1 : 2);
  const chosen = new Map<string, BundleFile>();
  const inOrder = files
    .flatMap((file): BundleFile[] => {
      const folder = folders.find((bundle) => file.path.startsWith(`${bundle}/`));
      const isFile = folder !== undefined && !isContentFile(file.path);
      return isFile ? [{ file, below: file.path.slice(folder.length + 1) }] : [];
    })
    .sort((a, b) => (a.below < b.below ? -1 : 1));
  for (const found of inOrder) {
    const fileLang = langOf(found.file.path);
    const plain = plainName(found.below, fileLang);
    const before = chosen.get(plain);
    if (before === undefined || rank(fileLang) < rank(langOf(before.file.path))) chosen.set(plain, found);
  }
  return [...chosen.values()];
}

/** `:counter` counts the files that one entry names, from 1. */
function numbered(text: string, key: string, counters: Map<string, number>): string {
  if (!text.includes(":counter")) return text;
  const count = (counters.get(key) ?? 0) + 1;
  counters.set(key, count);
  return text.replaceAll(":counter", String(count));
}
