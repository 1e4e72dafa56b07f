// The rules of blocks that hold text: paragraphs, headings, rules, code, fences, raw HTML and
// attribute lines. Source: CommonMark 0.31 as Goldmark 1.7.11 reads it.

import { type Attributes, parseAttributes } from "./attribute.ts";
import { Block } from "./block.ts";
import type { BlockContext, BlockOptions, BlockRule } from "./block-parser.ts";
import { isBlank, isSpace, trimEnd, trimSpace, trimStart } from "./character.ts";
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

/** 1 for `===`, 2 for `---`, 0 for neither. */
export function setextLevel(line: string): 0 | 1 | 2 {
  const found = /^ {0,3}(?:(=+)|(-+))[ \t\r\n]*$/.exec(line);
  if (!found) return 0;
  return found[1] === undefined ? 2 : 1;
}

const setextHeading: BlockRule = {
  triggers: "-=",
  priority: 100,
  interruptsParagraph: true,
  acceptsIndented: false,
  open(parent, line, context) {
    const last = context.lastOpen;
    if (last?.kind !== "paragraph" || last.parent !== parent) return null;
    const level = setextLevel(line);
    if (level === 0) return null;
    const block = new Block("heading");
    block.number = level;
    block.pending = last;
    return { block, children: false, requireParagraph: true };
  },
  continue: () => "closed",
  close(block, context) {
    const text = block.pending;
    block.pending = null;
    if (!text) return;
    block.lines = text.lines;
    block.afterBlank = text.afterBlank;
    text.parent?.remove(text);
    if (context.options.headingAttributes) takeHeadingAttributes(block);
  },
};

const atxHeading: BlockRule = {
  triggers: "#",
  priority: 600,
  interruptsParagraph: true,
  acceptsIndented: false,
  open(_parent, line, context) {
    const start = context.offset;
    if (start < 0) return null;
    let i = start;
    while (line.charCodeAt(i) === 35) i++;
    const level = i - start;
    if (level === 0 || level > 6 || (i < line.length && !isSpace(line.charCodeAt(i)))) return null;
    const block = new Block("heading");
    block.number = level;
    const text = trimSpace(line.slice(i));
    const closed = context.options.headingAttributes ? attributesAfterClosing(line.slice(i)) : null;
    if (closed) {
      block.attributes = closed.attributes;
      block.lines.push(closed.text);
    } else {
      const open = withoutClosing(text);
      if (open !== "" && !/^#+$/.test(open)) block.lines.push(open);
    }
    return { block, children: false };
  },
  continue: () => "closed",
  close(block, context) {
    if (context.options.headingAttributes && !block.attributes.some((a) => a.name === "id")) {
      takeHeadingAttributes(block);
    }
  },
};

function withoutClosing(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 35) end--;
  return end === 0 || isSpace(text.charCodeAt(end - 1)) ? trimEnd(text.slice(0, end)) : text;
}

/** `### heading ### {#id}`: the attributes stand after the closing signs. */
function attributesAfterClosing(rest: string): { text: string; attributes: Attributes } | null {
  const closing = /(?<!\\)[ \t](#+)/.exec(rest);
  if (!closing) return null;
  const after = closing.index + closing[0].length;
  const found = parseAttributes(rest, after);
  if (!found || !isBlank(rest.slice(found.end))) return null;
  return { text: trimSpace(rest.slice(0, closing.index)), attributes: found.attributes };
}

/** `heading {#id}`: the last braces of the last line, when nothing follows them. */
function takeHeadingAttributes(block: Block): void {
  const line = block.lines.at(-1);
  if (line === undefined || !line.includes("{")) return;
  let found: { attributes: Attributes; end: number } | null = null;
  let at = -1;
  for (let i = 0; i < line.length; i++) {
    const c = line.charCodeAt(i);
    if (c === 92) i += line.charCodeAt(i + 1) === 123 ? 1 : 0;
    else if (c === 123) {
      found = parseAttributes(line, i);
      at = i;
    }
  }
  if (!found || !isBlank(line.slice(found.end))) return;
  block.attributes = mergeAttributes(block.attributes, found.attributes);
  block.lines[block.lines.length - 1] = line.slice(0, at);
}

export function mergeAttributes(own: Attributes, more: Attributes): Attributes {
  const merged = [...own];
  for (const attribute of more) {
    const same = merged.findIndex((a) => a.name === attribute.name);
    if (same >= 0) merged[same] = attribute;
    else merged.push(attribute);
  }
  return merged;
}

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
      block.lines.push(line.replace(/^ {1,4}(?=.*\n?$)/, ""));
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
