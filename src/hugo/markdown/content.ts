// The contract of rendering: what goes in beside the Markdown, and all that Hugo makes of it.
// Implemented by markdown/render-content.ts.

import type { PageNeed, Params, TrustedHtml } from "../../site/page.ts";
import type { Warning } from "../../site/problem.ts";
import type { HugoConfig, LanguageConfig } from "../config/config.ts";
import type { ContentPath } from "../content/path.ts";
import type { World } from "../world.ts";

/** What the body's constructs may read of the page around them (`.Page.Title` in a shortcode). */
export interface ContentSource {
  /** `content/posts/hello.md`. */
  file: string;
  /** The same below its content folder: `posts/hello.md`. */
  fileBelow: string;
  /** `leaf` or `branch`: the page is its folder. */
  bundle: ContentPath["bundle"];
  /** The file's name without extension and language; a bundle's folder: `Hello World`. */
  baseName: string;
  /** `md` or `html`: `.html` content is verbatim but for its shortcodes. */
  format: "md" | "html";
  /** Text after the front matter. */
  body: string;
  /** Line of the file on which `body` begins, from 1. */
  bodyLine: number;
  title: string;
  /** Root-relative with the base path, encoded: Hugo's `.RelPermalink`. */
  relPermalink: string;
  permalink: string;
  /** RFC 3339, or empty. */
  date: string;
  lastmod: string;
  publishDate: string;
  expiryDate: string;
  section: string;
  type: string;
  kind: string;
  /** Logical path: `/posts/hello`. */
  path: string;
  /** That of the page which lists it: `/posts`; `null` for home. */
  parent: string | null;
  params: Params;
  /** Front matter's `summary` (Markdown), or empty. */
  summary: string;
  /** By the front matter, else by the letters of the whole file, front matter too. */
  isCJKLanguage: boolean;
  /** Files of the page's bundle, by name below the bundle: `images/pic.png`. */
  resources: Resource[];
}

export interface Resource {
  /** Front matter's `resources` may rename; otherwise the file's path below the bundle. */
  name: string;
  /** The file's path below the bundle, without its language: `pic.png` of `pic.en.png`. */
  plainName?: string;
  title: string;
  /** `content/posts/b/pic.png`. */
  file: string;
  relPermalink: string;
  mediaType: string;
  params: Params;
  width?: number;
  height?: number;
}

export interface RenderContext {
  config: HugoConfig;
  language: LanguageConfig;
  world: World;
  /**
   * Shortcodes and render hooks: `hugo` for Hugo's own alone, `papermod` for PaperMod's over them
   * (figure, collapse, ltr, rtl, inTextImg, rawhtml, audio, video; the lazy image hook).
   */
  theme: "hugo" | "papermod";
}

export interface Heading {
  level: number;
  id: string;
  /** Rendered inline HTML of the heading. */
  title: string;
}

export interface Content {
  /** Hugo's `.Content`. */
  html: TrustedHtml;
  /** Hugo's `.TableOfContents`. */
  toc: TrustedHtml;
  headings: Heading[];
  /** Hugo's `.Summary`. */
  summary: TrustedHtml;
  /** Hugo's `.Truncated`. */
  truncated: boolean;
  /** Hugo's `.Plain`: entities stay. */
  plain: string;
  wordCount: number;
  /** Minutes. */
  readingTime: number;
  /** Passthroughs, but for those that a hook printed. */
  formulas: Formula[];
  needs: PageNeed[];
  /** What could not be rendered as written; the page is served with a visible note in its place. */
  warnings: Warning[];
}

export interface Formula {
  /** As it stands in the HTML, delimiters and all. */
  text: string;
  /** What is to be set: without the `>` that a quote has before its lines. */
  tex: string;
}

export type RenderContent = (source: ContentSource, context: RenderContext) => Content;
