// Blocks and inlines as marked's tokens. Decides nothing but shapes, and what a stand-alone image or
// a block of maths does to the paragraph that holds it.

import type { Token, Tokens } from "marked";
import type { Block } from "./block.ts";
import type { FootnoteIndex } from "./footnote.ts";
import { Inline } from "./inline.ts";
import type { LexedHeading } from "./lexer.ts";
import type { MarkdownOptions } from "./markdown-options.ts";
import type {
  AutolinkToken,
  BreakToken,
  CellToken,
  CheckToken,
  DefinitionListToken,
  FenceToken,
  FootnoteReferenceToken,
  FootnotesToken,
  HeadingToken,
  HtmlBlockToken,
  ImageToken,
  ItemToken,
  PassthroughToken,
  SpanToken,
  StringToken,
  TableToken,
} from "./token.ts";

export interface LexedDocument {
  inlines: Map<Block, Inline>;
  names: Map<Block, string>;
  footnotes: FootnoteIndex;
  options: MarkdownOptions;
  headings: LexedHeading[];
}

export function toTokens(root: Block, document: LexedDocument): Token[] {
  const converter = new Converter(document);
  const tokens = converter.blocks(root);
  const notes = document.footnotes.used.map((note) => ({
    number: note.number,
    uses: document.footnotes.uses(note.number),
    tokens: converter.blocks(note),
  }));
  if (notes.length > 0) tokens.push({ type: "footnotes", raw: "", notes } satisfies FootnotesToken);
  return tokens;
}

class Converter {
  readonly #document: LexedDocument;
  #images = 0;

  constructor(document: LexedDocument) {
    this.#document = document;
  }

  blocks(parent: Block): Token[] {
    return parent.children.flatMap((block) => this.#block(block));
  }

  #inline(block: Block): Token[] {
    const root = this.#document.inlines.get(block);
    return root ? this.#inlines(root) : [];
  }

  #block(block: Block): Token[] {
    const { attributes } = block;
    switch (block.kind) {
      case "paragraph":
        return this.#paragraph(block);
      case "text":
        return this.#textBlock(block);
      case "heading":
        return [this.#heading(block)];
      case "hr":
        return [{ type: "hr", raw: "", attributes }];
      case "code":
        return [
          {
            type: "code",
            raw: "",
            text: block.lines.join(""),
            codeBlockStyle: "indented",
          } satisfies Tokens.Code,
        ];
      case "fence": {
        const fence: FenceToken = {
          type: "code",
          raw: "",
          text: block.lines.join(""),
          fenced: true,
          attributes,
        };
        if (block.info !== null) fence.lang = block.info;
        return [fence];
      }
      case "html": {
        const text = block.lines.join("") + (block.closure ?? "");
        const closed = block.closure !== null;
        return [{ type: "html", raw: "", text, pre: false, block: true, closed } satisfies HtmlBlockToken];
      }
      case "blockquote":
        return [{ type: "blockquote", raw: "", text: "", tokens: this.blocks(block), attributes }];
      case "list":
        return [this.#list(block)];
      case "table":
        return [this.#table(block)];
      case "definitionList":
        return [this.#definitionList(block)];
      default:
        return [];
    }
  }

  #heading(block: Block): HeadingToken {
    const tokens = this.#inline(block);
    const id = this.#document.names.get(block) ?? "";
    this.#document.headings.push({ level: block.number, id, tokens });
    return {
      type: "heading",
      raw: "",
      text: "",
      depth: block.number,
      tokens,
      attributes: block.attributes,
      id,
    };
  }

  #list(block: Block): Token {
    const items = block.children.map((item): ItemToken => {
      const first = item.children[0];
      return {
        type: "list_item",
        raw: "",
        text: "",
        task: false,
        loose: !block.tight,
        tokens: this.blocks(item),
        attributes: item.attributes,
        startsWithText: first === undefined || first.kind === "text",
      };
    });
    const ordered = block.number >= 0;
    return {
      type: "list",
      raw: "",
      ordered,
      start: ordered ? block.number : "",
      loose: !block.tight,
      items,
      attributes: block.attributes,
    };
  }

  #table(block: Block): TableToken {
    const row = (cells: Block): CellToken[] =>
      cells.children.map((cell) => ({ align: cell.align, tokens: this.#inline(cell) }));
    const [header, ...rows] = block.children;
    return {
      type: "table",
      raw: "",
      header: header ? row(header) : [],
      rows: rows.map(row),
      attributes: block.attributes,
    };
  }

  #definitionList(block: Block): DefinitionListToken {
    const items = block.children.map((child) =>
      child.kind === "term"
        ? { id: this.#document.names.get(child) ?? "", tokens: this.#inline(child) }
        : { tight: child.tight, tokens: this.blocks(child) },
    );
    return { type: "definitionList", raw: "", items, attributes: block.attributes };
  }

  #paragraph(block: Block): Token[] {
    const root = this.#document.inlines.get(block);
    const only = root?.first;
    if (!root) return [];
    if (only?.kind === "image" && this.#isBlock(only))
      return [{ ...this.#image(only), attributes: block.attributes }];
    if (hasBlockPassthrough(root)) return this.#split(root);
    return [
      { type: "paragraph", raw: "", text: "", tokens: this.#inlines(root), attributes: block.attributes },
    ];
  }

  #textBlock(block: Block): Token[] {
    const root = this.#document.inlines.get(block);
    if (!root) return [];
    return [{ type: "text", raw: "", text: "", tokens: this.#inlines(root) }];
  }

  /** A block of maths stands alone, what surrounds it in paragraphs of their own. */
  #split(root: Inline): Token[] {
    const out: Token[] = [];
    let part = new Inline("root");
    const flush = () => {
      if (part.first) out.push({ type: "paragraph", raw: "", text: "", tokens: this.#inlines(part) });
      part = new Inline("root");
    };
    for (let node = root.first; node; ) {
      const next = node.next;
      if (node.kind === "passthrough" && node.number === 1) {
        flush();
        out.push(passthrough(node));
      } else {
        root.remove(node);
        part.append(node);
      }
      node = next;
    }
    flush();
    return out;
  }

  #inlines(parent: Inline): Token[] {
    const tokens: Token[] = [];
    for (let node = parent.first; node; node = node.next) this.#piece(node, tokens);
    return tokens;
  }

  #piece(node: Inline, out: Token[]): void {
    switch (node.kind) {
      case "text":
        if (node.text !== "")
          out.push({ type: "text", raw: "", text: node.text, escaped: false } satisfies Tokens.Text);
        if (node.lineBreak !== "") out.push(lineBreak(node));
        return;
      case "delimiter":
      case "bracket":
        out.push({ type: "text", raw: "", text: node.text, escaped: false } satisfies Tokens.Text);
        return;
      case "string":
        out.push({ type: "string", raw: "", text: node.text, name: node.title } satisfies StringToken);
        return;
      case "code":
        out.push({ type: "codespan", raw: "", text: node.text } satisfies Tokens.Codespan);
        return;
      case "em":
      case "strong":
      case "del":
        out.push({ type: node.kind, raw: "", text: "", tokens: this.#inlines(node) });
        return;
      case "deletion":
        out.push({ type: "span", raw: "", tag: "del", tokens: this.#inlines(node) } satisfies SpanToken);
        return;
      case "mark":
      case "ins":
      case "sub":
      case "sup":
        out.push({ type: "span", raw: "", tag: node.kind, tokens: this.#inlines(node) } satisfies SpanToken);
        return;
      case "link":
        out.push({
          type: "link",
          raw: "",
          text: "",
          href: node.target,
          title: node.title,
          tokens: this.#inlines(node),
        } satisfies Tokens.Link);
        return;
      case "image":
        out.push(this.#image(node));
        return;
      case "autolink":
        out.push({ type: "autolink", raw: "", text: node.text, href: node.target } satisfies AutolinkToken);
        return;
      case "html":
        out.push({
          type: "html",
          raw: "",
          text: node.text,
          block: false,
          inLink: false,
          inRawBlock: false,
        } satisfies Tokens.Tag);
        return;
      case "footnote":
        out.push({
          type: "footnoteReference",
          raw: "",
          number: node.number,
          use: node.use,
        } satisfies FootnoteReferenceToken);
        return;
      case "checkbox":
        out.push({ type: "check", raw: "", checked: node.checked } satisfies CheckToken);
        return;
      case "passthrough":
        out.push(passthrough(node));
        return;
      default:
        return;
    }
  }

  /** Alone, be it in a paragraph, which then goes, in a cell or in a link. */
  #isBlock({ previous, next }: Inline): boolean {
    return !this.#document.options.render.wrapStandAloneImage && previous === null && next === null;
  }

  #image(node: Inline): ImageToken {
    return {
      type: "image",
      raw: "",
      text: "",
      href: node.target,
      title: node.title,
      tokens: this.#inlines(node),
      block: this.#isBlock(node),
      ordinal: this.#images++,
      attributes: [],
    };
  }
}

function hasBlockPassthrough(root: Inline): boolean {
  for (const node of root) if (node.kind === "passthrough" && node.number === 1) return true;
  return false;
}

function passthrough({ text, target, tex, number }: Inline): PassthroughToken {
  return { type: "passthrough", raw: "", text, inner: target, tex, block: number === 1 };
}

function lineBreak(node: Inline): BreakToken {
  const after = node.next?.kind === "text" ? node.next.text : "";
  return { type: "lineBreak", raw: "", hard: node.lineBreak === "hard", before: node.text, after };
}
