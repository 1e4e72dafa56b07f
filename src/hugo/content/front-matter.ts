// Splits a content file into front matter and body, and reads the front matter.

import type { Params } from "../../site/page.ts";
import type { Problem } from "../../site/problem.ts";

export type FrontMatterFormat = "yaml" | "toml" | "json" | "none";

export interface ContentFile {
  format: FrontMatterFormat;
  /** Keys in lower case at every map level; dates stay text as written. */
  params: Params;
  /** The text after the front matter, unchanged. */
  body: string;
  /** Line of the file on which `body` begins, from 1. */
  bodyLine: number;
  /** Line of each top-level key, from 1. */
  lines: { [key: string]: number };
  /** Why the front matter could not be read; then `params` is empty and `body` what follows it. */
  problem: Problem | null;
}
