// What may print in Goldmark's place, and what it is told. Contracts between the renderer and hook.ts.

import type { Attributes } from "./attribute.ts";

export interface LinkHook {
  /** As written in the source. */
  destination: string;
  title: string;
  /** Rendered. */
  text: string;
  plainText: string;
}

export interface ImageHook extends LinkHook {
  isBlock: boolean;
  ordinal: number;
  attributes: Attributes;
}

export interface HeadingHook {
  level: number;
  anchor: string;
  text: string;
  plainText: string;
  attributes: Attributes;
}

export interface FenceHook {
  /** As the author spelled it; empty for none. */
  lang: string;
  /** Without its last newlines. */
  code: string;
  attributes: Attributes;
  ordinal: number;
}

export interface BlockquoteHook {
  text: string;
  ordinal: number;
  attributes: Attributes;
}

export interface PassthroughHook {
  /** With its delimiters, as the source has it: with the `>` of a quote before each further line. */
  text: string;
  inner: string;
  /** `inner` without these. */
  tex: string;
  isBlock: boolean;
  ordinal: number;
}

export interface TableHook {
  head: TableRow[];
  body: TableRow[];
  ordinal: number;
  attributes: Attributes;
}

export type TableRow = {
  /** `left`, `center`, `right` or empty. */
  alignment: string;
  /** Rendered. */
  text: string;
}[];

/** What prints in Goldmark's place. A hook that answers `null` leaves it to Goldmark. */
export interface RenderHooks {
  link?: (link: LinkHook) => string | null;
  image?: (image: ImageHook) => string | null;
  heading?: (heading: HeadingHook) => string | null;
  fence?: (fence: FenceHook) => string | null;
  blockquote?: (quote: BlockquoteHook) => string | null;
  passthrough?: (passthrough: PassthroughHook) => string | null;
  table?: (table: TableHook) => string | null;
  /** Is told what raw HTML is left out; prints nothing. */
  omitted?: (html: string) => void;
}
