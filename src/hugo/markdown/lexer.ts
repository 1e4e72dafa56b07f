// marked's Lexer with Goldmark's blocks and inlines in place of its own: source in, marked's tokens
// out. Owns the order in which the parts of a document are numbered: footnotes by first use, heading
// ids from top to bottom.

import { Lexer, type Token, type TokensList } from "marked";
import type { Attributes } from "./attribute.ts";
import type { Block } from "./block.ts";
import { parseBlocks } from "./block-parser.ts";
import { Budget } from "./budget.ts";
import { FootnoteIndex } from "./footnote.ts";
import { HeadingIds } from "./heading-id.ts";
import type { Inline } from "./inline.ts";
import { type InlineScope, parseInline } from "./inline-parser.ts";
import type { MarkdownOptions } from "./markdown-options.ts";
import { plainInline } from "./plain-inline.ts";
import { toTokens } from "./to-token.ts";
import { Typographer } from "./typographer.ts";

/** What the tokens do not say. */
export interface LexedHeading {
  level: number;
  id: string;
  tokens: Token[];
}

export class GoldmarkLexer extends Lexer {
  readonly #options: MarkdownOptions;
  readonly headings: LexedHeading[] = [];

  constructor(options: MarkdownOptions) {
    super({ gfm: true });
    this.#options = options;
  }

  override lex(source: string): TokensList {
    const budget = new Budget(source.length);
    const { root, references } = parseBlocks(source, this.#options.block, budget);
    const list = takeFootnotes(root);
    const scope: InlineScope = {
      options: this.#options.inline,
      references,
      footnotes: new FootnoteIndex(list),
      budget,
      typographer: new Typographer(this.#options.inline.typographer),
    };
    const inlines = new Map<Block, Inline>();
    parseInlines(root, { source, scope, inlines });
    const ids = new HeadingIds(this.#options.render.autoIdType);
    const names = nameBlocks(root, inlines, ids, this.#options);
    if (list) list.parent?.remove(list);
    if (this.#options.block.blockAttributes) applyAttributes(root);
    const document = {
      inlines,
      names,
      footnotes: scope.footnotes,
      options: this.#options,
      headings: this.headings,
    };
    this.tokens.push(...toTokens(root, document));
    return this.tokens;
  }
}

/** Where the first definition stood: their text is read there, so what it refers to is numbered from there. */
function takeFootnotes(root: Block): Block | null {
  const found: Block[] = [];
  walk(root, (block) => {
    if (block.kind === "footnotes") found.push(block);
  });
  return found[0] ?? null;
}

export function walk(block: Block, visit: (block: Block) => void): void {
  visit(block);
  for (const child of block.children) walk(child, visit);
}

const INLINE_KINDS = new Set(["paragraph", "text", "heading", "cell", "term"]);

interface Reading {
  source: string;
  scope: InlineScope;
  inlines: Map<Block, Inline>;
}

function parseInlines(root: Block, { source, scope, inlines }: Reading): void {
  let lines: string[] | undefined;
  walk(root, (block) => {
    if (!INLINE_KINDS.has(block.kind)) return;
    const startsItem = block.parent?.kind === "item" && block.parent.children[0] === block;
    const sourceLine = (nth: number): string => {
      lines ??= source.split("\n");
      return lines[block.firstLine + nth] ?? "";
    };
    const { escapedPipes } = block;
    inlines.set(block, parseInline(block.lines.join(""), scope, { escapedPipes, startsItem, sourceLine }));
  });
}

/** Ids of headings and, where configured, of defined terms. */
function nameBlocks(
  root: Block,
  inlines: Map<Block, Inline>,
  ids: HeadingIds,
  { render }: MarkdownOptions,
): Map<Block, string> {
  const names = new Map<Block, string>();
  walk(root, (block) => {
    if (block.kind !== "heading" && block.kind !== "term") return;
    const given = idOf(block.attributes);
    if (given !== null) {
      ids.take(given);
      names.set(block, given);
      return;
    }
    const wanted = block.kind === "heading" ? render.autoHeadingId : render.autoDefinitionTermId;
    const inline = inlines.get(block);
    if (!wanted || !inline) return;
    const plain = plainInline(inline);
    const text = block.lines.length > 1 ? plain.slice(plain.lastIndexOf("\n") + 1) : plain;
    if (text !== "") names.set(block, ids.make(text, block.kind === "heading" ? "heading" : "term"));
  });
  return names;
}

function idOf(attributes: Attributes): string | null {
  const id = attributes.find((attribute) => attribute.name === "id")?.value;
  return typeof id === "string" ? id : null;
}

/** `{.class}` on the line after a block goes to that block. */
function applyAttributes(root: Block): void {
  const lines: Block[] = [];
  walk(root, (block) => {
    if (block.kind === "attributes") lines.push(block);
  });
  for (const line of lines) {
    const siblings = line.parent?.children ?? [];
    const before = siblings[siblings.indexOf(line) - 1];
    if (before && !line.afterBlank && before.kind !== "fence") {
      const known = new Set(before.attributes.map((attribute) => attribute.name));
      before.attributes = [...before.attributes, ...line.attributes.filter((a) => !known.has(a.name))];
    }
  }
  for (const line of lines) line.parent?.remove(line);
}
