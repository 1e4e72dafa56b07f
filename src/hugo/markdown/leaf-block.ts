// The rules of blocks that hold text: paragraphs, thematic breaks, code, fences and attribute lines;
// headings and raw HTML have files of their own. Source: CommonMark 0.31 as Goldmark 1.7.11 reads it.

import { parseAttributes } from "./attribute.ts";
import { Block } from "./block.ts";
import type { BlockContext, BlockOptions, BlockRule } from "./block-parser.ts";
import { isBlank, isSpace, trimSpace, trimStart } from "./character.ts";
import { atxHeading, setextHeading } from "./heading-block.ts";
import { htmlBlock } from "./html-block.ts";
import { indentPosition, indentWidth } from "./line-reader.ts";

export function leafRules(options: BlockOptions): BlockRule[] {
  const rules = [setextHeading, thematicBreak, indentedCode, atxHeading, fence, htmlBlock, paragraph];
  return options.blockAttributes ? [...rules, attributeLine] : rules;
}

const paragraph: BlockRule = {
  triggers: null,
  priority: 1000,
  interruptsParagraph: false,
  acceptsIndented: false,
  open(_parent, line, context) {
    if (isBlank(line)) return null;
    const block = new Block("paragraph");
    block.firstLine = context.reader.line;
    block.lines.push(trimStart(line));
    context.reader.advanceToEnd();
    return { block, children: false };
  },
  continue(block, line, context) {
    if (isBlank(line)) return "closed";
    block.lines.push(line);
    context.reader.advanceToEnd();
    return "leaf";
  },
  close: trimParagraph,
};

function trimParagraph(block: Block): void {
  const last = block.lines.length - 1;
  for (const [i, line] of block.lines.entries()) {
    block.lines[i] = i === last ? trimSpace(line) : trimStart(line);
  }
  if (block.lines.length === 0) block.parent?.remove(block);
}

export function isThematicBreak(line: string, column: number): boolean {
  const { width, position } = indentWidth(line, column);
  if (width > 3) return false;
  const mark = line.charAt(position);
  if (mark !== "-" && mark !== "*" && mark !== "_") return false;
  let count = 0;
  for (let i = position; i < line.length; i++) {
    const c = line.charAt(i);
    if (c === mark) count++;
    else if (!isSpace(line.charCodeAt(i))) return false;
  }
  return count > 2;
}

const thematicBreak: BlockRule = {
  triggers: "-*_",
  priority: 200,
  interruptsParagraph: true,
  acceptsIndented: false,
  open(_parent, line, context) {
    if (!isThematicBreak(line, context.reader.column())) return null;
    context.reader.advanceToEnd();
    return { block: new Block("hr"), children: false };
  },
  continue: () => "closed",
  close() {},
};

const indentedCode: BlockRule = {
  triggers: null,
  priority: 500,
  interruptsParagraph: false,
  acceptsIndented: true,
  open(_parent, line, context) {
    const found = indentPosition(line, context.reader.column(), 4);
    if (!found || isBlank(line)) return null;
    const block = new Block("code");
    takeCodeLine(block, found, context);
    return { block, children: false };
  },
  continue(block, line, context) {
    if (isBlank(line)) {
      block.lines.push(blankCodeLine(line));
      return "leaf";
    }
    const found = indentPosition(line, context.reader.column(), 4);
    if (!found) return "closed";
    takeCodeLine(block, found, context);
    return "leaf";
  },
  close(block) {
    while (isBlank(block.lines.at(-1) ?? "x")) block.lines.pop();
  },
};

/** Four columns less; here a tab is four of them wherever it begins, and what is too much of it is blanks. */
function blankCodeLine(line: string): string {
  let left = 4;
  let at = 0;
  while (at < line.length - 1 && left > 0 && (line[at] === " " || line[at] === "\t"))
    left -= line[at++] === "\t" ? 4 : 1;
  return " ".repeat(Math.max(0, -left)) + line.slice(at);
}

function takeCodeLine(
  block: Block,
  found: { position: number; padding: number },
  context: BlockContext,
): void {
  const { reader } = context;
  reader.advanceAndPad(found.position, found.padding);
  block.lines.push(codeLine(reader.peek() ?? "\n", context, 0));
  reader.advanceToEnd();
}

/** A tab of which the container used a part stays a tab in the code. */
function codeLine(line: string, context: BlockContext, indent: number): string {
  const { reader } = context;
  const kept =
    reader.padding > 0 && reader.tabBeginsAt(reader.column() + indent)
      ? `\t${line.slice(reader.padding)}`
      : line;
  return kept.endsWith("\n") ? kept : `${kept}\n`;
}

const fence: BlockRule = {
  triggers: "~`",
  priority: 700,
  interruptsParagraph: true,
  acceptsIndented: false,
  open(_parent, line, context) {
    const start = context.offset;
    if (start < 0) return null;
    const sign = line.charAt(start);
    let i = start;
    while (line.charAt(i) === sign) i++;
    if (i - start < 3) return null;
    const info = trimSpace(line.slice(i));
    if (sign === "`" && info.includes("`")) return null;
    const block = new Block("fence");
    block.mark = sign;
    block.size = i - start;
    block.offset = start;
    block.info = info === "" ? null : info;
    return { block, children: false };
  },
  continue(block, line, context) {
    const { reader } = context;
    const { width, position } = indentWidth(line, reader.column());
    if (width < 4 && line.charAt(position) === block.mark) {
      let i = position;
      while (line.charAt(i) === block.mark) i++;
      if (i - position >= block.size && isBlank(line.slice(i))) {
        reader.advanceToEnd();
        return "closed";
      }
    }
    block.lines.push(fenceLine(block, line, context));
    reader.advanceToEnd();
    return "leaf";
  },
  close() {},
};

/** The line without as much indentation as the fence had. */
function fenceLine(block: Block, line: string, context: BlockContext): string {
  if (block.offset === 0) return codeLine(line, context, 0);
  const found = indentPosition(line, context.reader.column(), block.offset);
  if (!found) return `${line.replace(/^[ \t]+/, "").replace(/\n$/, "")}\n`;
  const text = " ".repeat(found.padding) + line.slice(found.position);
  return text.endsWith("\n") ? text : `${text}\n`;
}

/** `{.class}` on a line of its own, for the block before it. */
const attributeLine: BlockRule = {
  triggers: "{",
  priority: 100,
  interruptsParagraph: true,
  acceptsIndented: false,
  open(_parent, line, context) {
    const found = parseAttributes(line, 0);
    if (!found) return null;
    context.reader.advance(found.end);
    const block = new Block("attributes");
    block.attributes = found.attributes;
    return { block, children: false };
  },
  continue: () => "closed",
  close() {},
};
