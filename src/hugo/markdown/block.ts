// A block of a document while it is being read: what Goldmark calls a block node. Owns the tree;
// how lines become blocks is block-parser.ts and the rules it calls.

import type { Attributes } from "./attribute.ts";

export type BlockKind =
  | "document"
  | "paragraph"
  | "text" // a paragraph of a tight list item: no <p>
  | "heading"
  | "hr"
  | "code"
  | "fence"
  | "html"
  | "blockquote"
  | "list"
  | "item"
  | "table"
  | "row"
  | "cell"
  | "definitionList"
  | "term"
  | "description"
  | "footnotes"
  | "footnote"
  | "attributes";

export type Alignment = "left" | "right" | "center" | null;

export class Block {
  readonly kind: BlockKind;
  parent: Block | null = null;
  children: Block[] = [];
  /** Source lines with their newlines, container markers taken off. */
  lines: string[] = [];
  /** Paragraph and what becomes of it: index of the source line that is the first of `lines`; the others follow it. */
  firstLine = 0;
  /** A blank line stood before: what makes a list loose. */
  afterBlank = false;
  attributes: Attributes = [];

  /** Heading: 1 to 6. List: the number it starts with, -1 for bullets. Footnote: its number, 0 if unused. */
  number = 0;
  /** List: its marker. Fence: its sign. Footnote: its name. */
  mark = "";
  /** Fence: what stands after the opening signs; `null` for nothing. */
  info: string | null = null;
  /** Item, definition list: columns its content is indented. Fence: its indentation. */
  offset = 0;
  /** Fence: how many signs opened it. HTML: its type in CommonMark, 1 to 7. */
  size = 0;
  tight = true;
  align: Alignment = null;
  /** HTML: the line that ended it, kept apart as Goldmark does. */
  closure: string | null = null;
  /** Definition list: the paragraph that becomes its next terms. Setext heading: the one that becomes it. */
  pending: Block | null = null;
  /** Cell: has `\|` after a backtick. */
  escapedPipes = false;

  constructor(kind: BlockKind) {
    this.kind = kind;
  }

  append(child: Block): void {
    child.parent = this;
    this.children.push(child);
  }

  insertAfter(sibling: Block, child: Block): void {
    child.parent = this;
    this.children.splice(this.children.lastIndexOf(sibling) + 1, 0, child);
  }

  remove(child: Block): void {
    const at = this.children.lastIndexOf(child);
    if (at >= 0) this.children.splice(at, 1);
    child.parent = null;
  }

  replace(old: Block, child: Block): void {
    const at = this.children.lastIndexOf(old);
    if (at < 0) return;
    this.children[at] = child;
    child.parent = this;
    old.parent = null;
  }

  /** The paragraph's text alone takes its place: it prints without `<p>`. */
  unwrap(paragraph: Block): void {
    const text = new Block("text");
    text.lines = paragraph.lines;
    text.firstLine = paragraph.firstLine;
    this.replace(paragraph, text);
  }

  get last(): Block | null {
    return this.children.at(-1) ?? null;
  }
}
