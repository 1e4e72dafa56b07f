// The rules of headings, both kinds, and of the attributes at their end.

import { type Attributes, mergeAttributes, parseAttributes } from "./attribute.ts";
import { Block } from "./block.ts";
import type { BlockRule } from "./block-parser.ts";
import { isBlank, isSpace, trimEnd, trimSpace } from "./character.ts";

/** 1 for `===`, 2 for `---`, 0 for neither. */
export function setextLevel(line: string): 0 | 1 | 2 {
  const found = /^ {0,3}(?:(=+)|(-+))[ \t\r\n]*$/.exec(line);
  if (!found) return 0;
  return found[1] === undefined ? 2 : 1;
}

export const setextHeading: BlockRule = {
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
    block.firstLine = text.firstLine;
    block.afterBlank = text.afterBlank;
    text.parent?.remove(text);
    if (context.options.headingAttributes) takeHeadingAttributes(block);
  },
};

export const atxHeading: BlockRule = {
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
