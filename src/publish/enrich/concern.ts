// What one concern of the second pass is told and gives back. Owns the contract; enrich.ts has the order.

import type { HugoConfig } from "../../hugo/config/config.ts";
import type { World } from "../../hugo/world.ts";
import type { PageNeed, Params } from "../../site/page.ts";
import type { Warning } from "../../site/problem.ts";

export interface EnrichedPage {
  /** Decoded, below the site's root: what relative addresses start from. */
  url: string;
  /** The content file, its text and the folder of its bundle: for warnings, and for files beside it. */
  file: string;
  text: string;
  basePath: string;
  /** URLs of the bundle's files: `/posts/b/pic.png` to `content/posts/b/pic.png`. */
  resources: Map<string, string>;
  world: World;
  config: HugoConfig;
  params: Params;
  siteParams: Params;
  /** A picture stands over the text: the text's own are not the first to be seen. */
  hasCover: boolean;
  /** Passthroughs as they stand in the HTML, `$$x^2$$`. */
  formulas: readonly string[];
}

export interface Enriched {
  html: string;
  warnings: Warning[];
  needs?: PageNeed[];
}

export type Concern = (html: string, page: EnrichedPage) => Enriched | Promise<Enriched>;

/** The line of the source where something stands that the page prints; none if it is not found as it is. */
export function lineOf(needle: string, text: string): { line?: number } {
  const at = text.indexOf(needle.replaceAll("&amp;", "&"));
  return at === -1 ? {} : { line: text.slice(0, at).split("\n").length };
}
