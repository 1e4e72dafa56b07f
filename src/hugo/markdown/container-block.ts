// The rules of blocks that hold blocks: quotes, lists and their items, definition lists, footnotes.
// Source: CommonMark 0.31 as Goldmark 1.7.11 reads it, its quirks included.

import { Block } from "./block.ts";
import type { BlockContext, BlockOptions, BlockRule } from "./block-parser.ts";
import { isBlank, isDigit } from "./character.ts";
import { definitionDescription, definitionList } from "./definition-list.ts";
import { footnoteBlock } from "./footnote.ts";
import { setextLevel } from "./heading-block.ts";
import { isThematicBreak } from "./leaf-block.ts";
import { indentPosition, indentWidth } from "./line-reader.ts";

export function containerRules(options: BlockOptions): BlockRule[] {
  const rules = [blockquote, list, listItem];
  if (options.definitionList) rules.push(definitionList, definitionDescription);
  if (options.footnote) rules.push(footnoteBlock);
  return rules;
}

const blockquote: BlockRule = {
  triggers: ">",
  priority: 800,
  interruptsParagraph: true,
  acceptsIndented: false,
  open: (_parent, line, context) =>
    takeQuoteMark(line, context) ? { block: new Block("blockquote"), children: true } : null,
  continue: (_block, line, context) => (takeQuoteMark(line, context) ? "children" : "closed"),
  close() {},
};

function takeQuoteMark(line: string, { reader }: BlockContext): boolean {
  const { width, position } = indentWidth(line, reader.column());
  if (width > 3 || line.charAt(position) !== ">") return false;
  const next = line.charAt(position + 1);
  reader.advance(position + 1);
  if (next === " ") reader.advance(1);
  else if (next === "\t") reader.advanceAndPad(1, 3 - (reader.column() % 4));
  return true;
}

interface ListMark {
  /** Where the marker begins, and where it ends. */
  start: number;
  end: number;
  /** The marker's last sign: `-`, `.`. */
  sign: string;
  ordered: boolean;
  number: number;
  /** Nothing after the marker but blanks. */
  empty: boolean;
}

function readMark(line: string): ListMark | null {
  let start = 0;
  while (line.charCodeAt(start) === 32) start++;
  if (start > 3) return null;
  let end = start;
  while (isDigit(line.charCodeAt(end))) end++;
  const ordered = end > start;
  if (ordered && end - start > 9) return null;
  const sign = line.charAt(end);
  if (ordered ? sign !== "." && sign !== ")" : sign !== "-" && sign !== "*" && sign !== "+") return null;
  const number = ordered ? Number(line.slice(start, end)) : -1;
  end++;
  const next = line.charAt(end);
  if (next !== "" && next !== "\n" && next !== " " && next !== "\t") return null;
  return { start, end, sign, ordered, number, empty: isBlank(line.slice(end)) };
}

const lastOffset = (list: Block): number => list.last?.offset ?? 0;

const list: BlockRule = {
  triggers: "-+*0123456789",
  priority: 300,
  interruptsParagraph: true,
  acceptsIndented: false,
  open(parent, line, context) {
    const last = context.lastOpen;
    if (last?.kind === "list" || context.skipList) {
      context.skipList = false;
      return null;
    }
    const mark = readMark(line);
    if (!mark) return null;
    if (last?.kind === "paragraph" && last.parent === parent) {
      if (mark.ordered && mark.number !== 1) return null;
      if (mark.empty) return null;
    }
    const block = new Block("list");
    block.mark = mark.sign;
    block.number = mark.number;
    context.emptyItemWithBlanks = false;
    return { block, children: true };
  },
  continue(block, line, context) {
    const last = block.last;
    const lastIsEmpty = last?.children.length === 0;
    if (isBlank(line)) {
      if (lastIsEmpty) context.emptyItemWithBlanks = true;
      return "children";
    }
    const offset = lastOffset(block);
    const indent = indentWidth(line, context.reader.column()).width;
    if (indent < offset || lastIsEmpty) {
      if (indent < 4) {
        const mark = readMark(line);
        if (mark && mark.start - offset < 4)
          return acceptsItem(block, mark, line, context) ? "children" : "closed";
      }
      if (!lastIsEmpty) return "closed";
    }
    if (lastIsEmpty && indent < offset) return "closed";
    return context.emptyItemWithBlanks ? "closed" : "children";
  },
  close: closeList,
};

function acceptsItem(list: Block, mark: ListMark, line: string, context: BlockContext): boolean {
  if (mark.sign !== list.mark || mark.ordered !== list.number >= 0) return false;
  const rest = line.slice(mark.end - 1);
  if (!isThematicBreak(rest, 0)) return true;
  // `---` under a paragraph is a heading's underline before it is a rule.
  return context.lastOpen?.kind === "paragraph" && setextLevel(rest) === 2;
}

function closeList(list: Block): void {
  list.tight = list.children.every(
    (item, i) => !(i > 0 && item.afterBlank) && !item.children.slice(1).some((child) => child.afterBlank),
  );
  if (list.tight) for (const item of list.children) loosenParagraphs(item);
}

/** Paragraphs of a tight item or description print without `<p>`. */
function loosenParagraphs(container: Block): void {
  for (const child of container.children) {
    if (child.kind !== "paragraph") continue;
    container.unwrap(child);
  }
}

const listItem: BlockRule = {
  triggers: "-+*0123456789",
  priority: 400,
  interruptsParagraph: true,
  acceptsIndented: false,
  open(parent, line, context) {
    if (parent.kind !== "list") return null;
    const mark = readMark(line);
    if (!mark || mark.start - lastOffset(parent) > 3) return null;
    context.emptyItemWithBlanks = false;
    const block = new Block("item");
    const indent = mark.empty ? 1 : indentWidth(line.slice(mark.end), mark.end).width;
    const inner = indent > 4 ? 1 : indent;
    block.offset = mark.end + inner;
    if (mark.empty) return { block, children: false };
    const found = indentPosition(line.slice(mark.end), mark.end, inner) ?? { position: 0, padding: 0 };
    context.reader.advanceAndPad(mark.end + found.position, found.padding);
    return { block, children: true };
  },
  continue(block, line, context) {
    const { reader } = context;
    if (isBlank(line)) {
      reader.advanceToEnd();
      return "children";
    }
    const offset = block.parent ? lastOffset(block.parent) : 0;
    const isEmpty = block.children.length === 0 && context.emptyItemWithBlanks;
    const indent = indentWidth(line, reader.column()).width;
    if ((isEmpty || indent < offset) && indent < 4) {
      if (readMark(line)) {
        context.skipList = true;
        return "closed";
      }
      if (!isEmpty) return "closed";
    }
    const found = indentPosition(line, reader.column(), offset);
    if (found) reader.advanceAndPad(found.position, found.padding);
    return "children";
  },
  close() {},
};
