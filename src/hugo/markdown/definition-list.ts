// Definition lists: a paragraph's lines become terms when `: text` follows.

import { Block } from "./block.ts";
import type { BlockRule } from "./block-parser.ts";
import { isBlank, trimEnd } from "./character.ts";
import { indentPosition, indentWidth } from "./line-reader.ts";

export const definitionList: BlockRule = {
  triggers: ":",
  priority: 101,
  interruptsParagraph: true,
  acceptsIndented: false,
  open(parent, line, context) {
    if (parent.kind === "definitionList" || context.indent !== 0) return null;
    const at = context.offset;
    const after = indentWidth(line.slice(at + 1), at + 1).width;
    if (after < 1) return null;
    const offset = (after >= 8 ? 5 : after) + at + 1;
    const last = parent.last;
    if (last?.kind === "definitionList") return continueList(last, offset, null);
    if (last?.kind !== "paragraph") return null;
    const before = parent.children.at(-2);
    if (before?.kind === "definitionList") return continueList(before, offset, last);
    const block = new Block("definitionList");
    block.offset = offset;
    block.pending = last;
    return { block, children: true, requireParagraph: true };
  },
  continue(block, line, { reader }) {
    if (isBlank(line)) return "children";
    if (indentWidth(line, reader.column()).width < block.offset) return "closed";
    const found = indentPosition(line, reader.column(), block.offset);
    if (found) reader.advanceAndPad(found.position, found.padding);
    return "children";
  },
  close() {},
};

function continueList(block: Block, offset: number, terms: Block | null) {
  block.offset = offset;
  block.pending = terms;
  return { block, children: true };
}

export const definitionDescription: BlockRule = {
  triggers: ":",
  priority: 102,
  interruptsParagraph: true,
  acceptsIndented: false,
  open(parent, line, context) {
    if (parent.kind !== "definitionList" || context.indent !== 0) return null;
    const at = context.offset;
    const terms = parent.pending;
    parent.pending = null;
    if (terms) {
      for (const text of terms.lines) {
        const term = new Block("term");
        term.lines.push(trimEnd(text));
        parent.append(term);
      }
      terms.parent?.remove(terms);
    }
    const found = indentPosition(line.slice(at + 1), at + 1, parent.offset - at - 1) ?? {
      position: 0,
      padding: 0,
    };
    context.reader.advanceAndPad(found.position + 1, found.padding);
    return { block: new Block("description"), children: true };
  },
  continue: () => "children",
  close(block) {
    block.tight = !block.afterBlank;
    if (!block.tight) return;
    // Goldmark stops at the first one: it walks from the node that it has just taken out.
    const first = block.children.find((child) => child.kind === "paragraph");
    if (!first) return;
    block.unwrap(first);
  },
};
