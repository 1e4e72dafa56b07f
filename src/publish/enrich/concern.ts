// What one concern of the second pass is told and gives back. Owns the contract; enrich.ts has the order.

import type { HugoConfig } from "../../hugo/config/config.ts";
import type { Formula } from "../../hugo/markdown/content.ts";
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
  /** What passthrough kept of Markdown. */
  formulas: readonly Formula[];
}

export interface Enriched {
  html: string;
  warnings: Warning[];
  needs?: PageNeed[];
}

export type Concern = (html: string, page: EnrichedPage) => Enriched | Promise<Enriched>;

/** The line of the source where an address stands that the page prints, or at least its end; none if it was made. */
export function lineOf(address: string, text: string): { line?: number } {
  const whole = address.replaceAll("&amp;", "&");
  const name = whole.slice(whole.lastIndexOf("/", whole.length - 2) + 1);
  const found = text.indexOf(whole);
  const at = found === -1 && name.length > 2 ? text.indexOf(name) : found;
  return at === -1 ? {} : { line: text.slice(0, at).split("\n").length };
}
