// Everything that publishing needs of one content file. Owns the shape; putting it together is
// read-page.ts, how each part is read content/.

import type { Card, Page, ParamValue } from "../site/page.ts";
import type { Problem, Warning } from "../site/problem.ts";
import type { MenuEntry } from "../site/settings.ts";
import type { UrlPath } from "../site/url.ts";
import type { HugoConfig } from "./config/config.ts";
import type { BuildOptions } from "./content/build-option.ts";
import type { ContentPath } from "./content/path.ts";
import type { PageResource } from "./content/resource.ts";
import type { Formula, RenderContent } from "./markdown/content.ts";
import type { FileFacts, World } from "./world.ts";

export interface HugoPage {
  /** The source file: `content/posts/hello.md`. */
  file: string;
  /** All of the card but its number, which is a digest of `lang` and `path`. */
  card: Omit<Card, "id">;
  /** Hugo's logical path, with the language left out: `/posts/hello`, `/posts`, `/tags/x`, `/`. */
  path: string;
  /** First folder below the content folder: `posts`; empty for home and pages beside it. */
  section: string;
  /** Front matter's `type`, else the section, else `page`. */
  type: string;
  /** Logical path of the page that lists this one (nearest section with a page, else home); `null` for home. */
  parent: string | null;
  weight: number;
  content: Page["content"];
  toc: Page["toc"];
  /** Hugo's `.Plain`: for search. */
  plain: string;
  /** What the configured delimiters kept from Markdown: `$$x^2$$`. */
  formulas: Formula[];
  needs: Page["needs"];
  /** Logical paths of the terms that it carries, in the order of `card.terms`: `/tags/x`. */
  termPaths: string[];
  /** Of those terms in whose folder one of them lies: `/tags/linux` of `/tags/linux/shell`. They list it, too. */
  termPathsAbove: string[];
  /** Further addresses that redirect here. */
  aliases: UrlPath[];
  /** When it may be seen; epoch seconds, `null` for no bound. `buildDrafts` and the like are worked in. */
  visibility: { draft: boolean; from: number | null; until: number | null };
  build: BuildOptions;
  /** Output formats of its own, upper case; `null`: those of its kind. */
  outputs: string[] | null;
  /** Ascending byte order is the order of Hugo's lists. */
  sortKey: string;
  /** Files of its bundle, each with the address it is published at. */
  resources: PageResource[];
  /** Entries that the page adds to menus, by menu name; names, titles and weights filled in. */
  menus: { [menu: string]: MenuEntry };
  /** Pages of several languages with the same key are translations of each other. */
  translationKey: string;
  warnings: Warning[];
  /** Why the front matter could not be read; then nothing of the page but its file can be trusted. */
  problems: Problem[];
}

export interface ReadPageInput {
  at: ContentPath;
  /** The file's. */
  text: string;
  /** The files below its `bundleFolder` (content/path.ts) that belong to no other page there. */
  siblings: FileFacts[];
  /** The `_index` files around it: they make the sections. */
  sections: ContentPath[];
  /** By path of the `_index` file that has one: its `cascade`, as `cascadeOf` reads it. */
  cascades?: { [indexFile: string]: ParamValue };
  /** The site's: what a language has otherwise is laid over it for each address. */
  config: HugoConfig;
  theme: "hugo" | "papermod";
  world: World;
  renderContent: RenderContent;
}
