// What one concern of the second pass is told and gives back. Owns the contract; enrich.ts has the order.

import type { HugoConfig } from "../../hugo/config/config.ts";
import { splitContent } from "../../hugo/content/front-matter.ts";
import type { Formula } from "../../hugo/markdown/content.ts";
import type { World } from "../../hugo/world.ts";
import type { PageNeed, Params } from "../../site/page.ts";
import type { Warning } from "../../site/problem.ts";
import { readableAddress } from "../../site/url.ts";

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
export function lineOf(
  address: string,
  text: string,
  where: "body" | "front matter" = "body",
): { line?: number } {
  const printed = address.replaceAll("&amp;", "&");
  const readable = readableAddress(printed);
  const spellings = [printed, readable, readable.replaceAll(" ", "%20")];
  const body = where === "body" ? splitContent(text).bodyStart : 0;
  const ends = spellings.map((whole) => whole.slice(whole.lastIndexOf("/", whole.length - 2) + 1));
  const at = [...spellings, ...ends.filter((end) => end.length > 2)]
    .flatMap((spelling) => [text.indexOf(spelling, body), text.indexOf(spelling)])
    .find((index) => index !== -1);
  return at === undefined ? {} : { line: text.slice(0, at).split("\n").length };
}
