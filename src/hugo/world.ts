// What a page may ask about the rest of the site while it is rendered. Rendering is pure: it asks
// for files and pages by name, an answer that is not at hand yet counts as "not there", and the
// question is remembered. Publishing then fetches what was asked for and renders once more; what
// a page asked for is also what it depends on.

import type { Kind, PageLink } from "../site/page.ts";
import type { Seeker } from "./content/page-reference.ts";
import type { ContentSource } from "./markdown/content.ts";

export interface FileFacts {
  path: string;
  sha256: string;
  mediaType: string;
  /** Pixels; absent for what is no image. */
  width?: number;
  height?: number;
  /** Smaller versions can be made of it (site/variant.ts). */
  resizable?: true;
}

export interface PageFacts extends PageLink {
  kind: Kind;
  lang: string;
  /** Hugo's logical path: `/posts/hello`. */
  path: string;
  date: string;
  /** What its file says, without the files of its bundle; `null` of a list without one, and of what not all may read. */
  source: ContentSource | null;
}

/** A page that all may read for good, as lists of pages have it. */
export interface ListedPage extends PageFacts {
  /** Listed by its parent alone: `build.list: local`. */
  isLocal: boolean;
  terms: readonly NamedTerm[];
}

export interface NamedTerm {
  /** As the page writes it: `Tự do`. */
  name: string;
  /** `/tags/tự-do`. */
  path: string;
}

export type Setting = "title" | "params" | "copyright";

export interface World {
  /** A file of the site by path: `content/posts/b/pic.png`, `static/dl/dl.jpg`. */
  file(path: string): FileFacts | null;
  /** The text of a template or data file: `layouts/shortcodes/note.html`. */
  text(path: string): string | null;
  /** Pages by reference, seen from the page that is rendered; `null` if none or ambiguous. */
  page(ref: string, lang: string, seeker: Seeker): PageFacts | null;
  /** Every page of a language, in Hugo's order, and last the lists without a file; `null` if that is more than can be held. Absent: there are none. */
  pages?(lang: string): readonly ListedPage[] | null;
  /** By language: as the configuration says, else the section with the most pages. Absent: none are known. */
  mainSections?: { readonly [lang: string]: readonly string[] };
  /** Paths of the site's files below a folder of data or assets: `data/books/`. Absent: none are known. */
  names?(folder: string): readonly string[];
  /** Says that the page prints a setting of its language, which others don't depend on. */
  reads?(setting: Setting): void;
  /** Says that the page prints a file's address: one in assets/ is public by that, as the path that the address names. */
  publishes?(path: string, as?: string): void;
  /** Paths of the render hooks in layouts/. When one comes or goes, every page is rendered again. */
  hooks?: readonly string[];
}
