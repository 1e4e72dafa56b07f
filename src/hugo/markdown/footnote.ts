// Footnotes: their definitions as blocks, and the numbers they get in order of first use.

import { Block } from "./block.ts";
import type { BlockRule } from "./block-parser.ts";
import { isBlank, isPunctuation } from "./character.ts";
import { indentPosition } from "./line-reader.ts";

export const footnoteBlock: BlockRule = {
  triggers: "[",
  priority: 999,
  interruptsParagraph: true,
  acceptsIndented: false,
  open(_parent, line, context) {
    const at = context.offset;
    if (at < 0 || line.charAt(at + 1) !== "^") return null;
    const close = findBracket(line, at + 2);
    if (close < 0 || line.charAt(close + 1) !== ":") return null;
    const name = line.slice(at + 2, close);
    if (isBlank(name)) return null;
    const block = new Block("footnote");
    block.mark = name;
    context.reader.advance(close + 2);
    return { block, children: close + 2 < line.length };
  },
  continue(_block, line, { reader }) {
    if (isBlank(line)) return "children";
    const found = indentPosition(line, reader.column(), 4);
    if (!found) return "closed";
    reader.advanceAndPad(found.position, found.padding);
    return "children";
  },
  close(block, context) {
    const parent = block.parent;
    if (!parent) return;
    if (!context.footnotes) {
      context.footnotes = new Block("footnotes");
      parent.replace(block, context.footnotes);
    } else parent.remove(block);
    context.footnotes.append(block);
  },
};

/** The `]` that closes, escapes skipped; -1 at a `[` or the end. */
export function findBracket(text: string, start: number): number {
  for (let i = start; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 92 && isPunctuation(text.charCodeAt(i + 1))) i++;
    else if (c === 93) return i;
    else if (c === 91 || c === 10) return -1;
  }
  return -1;
}

/** Numbers given, and how often each footnote was referred to. */
export class FootnoteIndex {
  readonly #byName = new Map<string, Block>();
  readonly #uses = new Map<number, number>();
  #count = 0;
  readonly list: Block | null;

  constructor(list: Block | null) {
    this.list = list;
    // The first definition of a name is the one that counts.
    for (const note of list?.children ?? [])
      if (!this.#byName.has(note.mark)) this.#byName.set(note.mark, note);
  }

  get defined(): boolean {
    return this.list !== null;
  }

  /** The note's number and which use of it this is, from 0; `null` if there is no such note. */
  refer(name: string): { number: number; use: number } | null {
    const note = this.#byName.get(name);
    if (!note) return null;
    if (note.number === 0) note.number = ++this.#count;
    const use = this.uses(note.number);
    this.#uses.set(note.number, use + 1);
    return { number: note.number, use };
  }

  uses(number: number): number {
    return this.#uses.get(number) ?? 0;
  }

  /** Those that were used, in the order of their numbers. */
  get used(): Block[] {
    return (this.list?.children ?? [])
      .filter((note) => note.number > 0)
      .toSorted((a, b) => a.number - b.number);
  }
}
