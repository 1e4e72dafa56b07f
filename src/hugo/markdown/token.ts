// The tokens that the lexer hands to marked's parser: marked's own, with what Goldmark knows besides,
// and those of constructs that marked has not.

import type { Token, Tokens } from "marked";
import type { Attributes } from "./attribute.ts";
import type { Alignment } from "./block.ts";

export type HeadingToken = Tokens.Heading & { attributes: Attributes; id: string };
export type FenceToken = Tokens.Code & { fenced: true; attributes: Attributes };
export type HtmlBlockToken = Tokens.HTML & { closed: boolean };
export type AttributedToken = { attributes: Attributes };
export type ItemToken = Tokens.ListItem & AttributedToken & { startsWithText: boolean };
export type CellToken = { align: Alignment; tokens: Token[] };
export type TableToken = {
  type: "table";
  raw: "";
  header: CellToken[];
  rows: CellToken[][];
  attributes: Attributes;
};
export type TermToken = { id: string; tokens: Token[] };
export type DescriptionToken = { tight: boolean; tokens: Token[] };
export type DefinitionListToken = {
  type: "definitionList";
  raw: "";
  items: (TermToken | DescriptionToken)[];
  attributes: Attributes;
};
export type FootnotesToken = { type: "footnotes"; raw: ""; notes: FootnoteToken[] };
export type FootnoteToken = { number: number; uses: number; tokens: Token[] };
export type FootnoteReferenceToken = { type: "footnoteReference"; raw: ""; number: number; use: number };

/** Finished HTML: a smart quote, an emoji. `name` is the emoji's. */
export type StringToken = { type: "string"; raw: ""; text: string; name: string | null };
/** `text` with its delimiters, `inner` without. */
export type PassthroughToken = {
  type: "passthrough";
  raw: "";
  text: string;
  inner: string;
  tex: string;
  block: boolean;
};
/** `mark`, `ins`, `sub`, `sup`, `del`: what the extras make. */
export type SpanToken = { type: "span"; raw: ""; tag: string; tokens: Token[] };
/** Text that ends its line. */
export type BreakToken = { type: "lineBreak"; raw: ""; hard: boolean; before: string; after: string };
export type AutolinkToken = { type: "autolink"; raw: ""; text: string; href: string };
export type CheckToken = { type: "check"; raw: ""; checked: boolean };
export type ImageToken = Tokens.Image & { block: boolean; ordinal: number; attributes: Attributes };

export type { Token, Tokens };
