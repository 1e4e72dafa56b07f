// Lines to blocks, in Goldmark's way: a stack of open blocks that each line continues or closes,
// and rules, by the line's first sign and in order of priority, that open new ones. Owns the loop;
// the rules are in leaf-block.ts and container-block.ts.

import { Block } from "./block.ts";
import { type Budget, TooComplex } from "./budget.ts";
import { isBlank } from "./character.ts";
import { containerRules } from "./container-block.ts";
import { leafRules } from "./leaf-block.ts";
import { indentWidth, LineReader } from "./line-reader.ts";
import { type References, takeReferences } from "./link-reference.ts";
import { tableFrom } from "./table.ts";

export interface BlockOptions {
  table: boolean;
  definitionList: boolean;
  footnote: boolean;
  /** `{#id}` at the end of a heading. */
  headingAttributes: boolean;
  /** `{.class}` on the line after a block. */
  blockAttributes: boolean;
}

/** What a rule may see and touch while a line is read. */
export class BlockContext {
  readonly reader: LineReader;
  readonly options: BlockOptions;
  readonly budget: Budget;
  readonly references: References = new Map();
  open: { block: Block; rule: BlockRule }[] = [];
  /** Where the line's first sign stands, and the columns before it; -1 on a blank line. */
  offset = -1;
  indent = -1;
  /** A list's own flags, see container-block.ts. */
  skipList = false;
  emptyItemWithBlanks = false;
  footnotes: Block | null = null;

  constructor(source: string, options: BlockOptions, budget: Budget) {
    this.reader = new LineReader(source);
    this.options = options;
    this.budget = budget;
  }

  get lastOpen(): Block | null {
    return this.open.at(-1)?.block ?? null;
  }
}

export type Opened = { block: Block; children: boolean; requireParagraph?: boolean } | null;
/** `closed` also when the line was taken as the block's last. */
export type Continued = "closed" | "children" | "leaf";

export interface BlockRule {
  /** First signs that may open it; `null` for any. */
  triggers: string | null;
  priority: number;
  interruptsParagraph: boolean;
  acceptsIndented: boolean;
  open(parent: Block, line: string, context: BlockContext): Opened;
  continue(block: Block, line: string, context: BlockContext): Continued;
  close(block: Block, context: BlockContext): void;
}

/** Deeper than anybody writes; each level costs every line. */
const MAX_DEPTH = 100;

export function parseBlocks(
  source: string,
  options: BlockOptions,
  budget: Budget,
): { root: Block; references: References } {
  const context = new BlockContext(source, options, budget);
  const root = new Block("document");
  new BlockParser(context, rulesFor(options)).run(root);
  return { root, references: context.references };
}

const tables = new Map<string, Map<string, BlockRule[]>>();

function rulesFor(options: BlockOptions): Map<string, BlockRule[]> {
  const key = [options.definitionList, options.footnote, options.blockAttributes].join();
  let table = tables.get(key);
  if (!table) {
    table = indexRules([...leafRules(options), ...containerRules(options)]);
    tables.set(key, table);
  }
  return table;
}

function indexRules(rules: BlockRule[]): Map<string, BlockRule[]> {
  const sorted = rules.toSorted((a, b) => a.priority - b.priority);
  const free = sorted.filter((rule) => rule.triggers === null);
  const table = new Map([["", free]]);
  for (const sign of new Set(sorted.flatMap((rule) => [...(rule.triggers ?? "")]))) {
    table.set(
      sign,
      sorted.filter((rule) => rule.triggers === null || rule.triggers.includes(sign)),
    );
  }
  return table;
}

interface LineState {
  line: number;
  level: number;
  blank: boolean;
}

class BlockParser {
  readonly #context: BlockContext;
  readonly #rules: Map<string, BlockRule[]>;
  #states: LineState[] = [];

  constructor(context: BlockContext, rules: Map<string, BlockRule[]>) {
    this.#context = context;
    this.#rules = rules;
  }

  run(root: Block): void {
    const { reader } = this.#context;
    for (;;) {
      const blanks = this.#skipBlankLines();
      if (blanks < 0) break;
      if (blanks > 0) this.#states = [];
      if (this.#openBlocks(root, this.#wasBlank(reader.line - 1, 0)) !== "opened") break;
      reader.nextLine();
      if (!this.#continueBlocks(root)) return;
    }
    this.#closeBlocks(this.#context.open.length - 1, 0);
  }

  /** How many; -1 when nothing follows. */
  #skipBlankLines(): number {
    const { reader } = this.#context;
    for (let count = 0; ; count++) {
      const line = reader.peek();
      if (line === null) return -1;
      if (!isBlank(line)) return count;
      reader.nextLine();
    }
  }

  /** Reads lines while any block is open. False at the end of the text. */
  #continueBlocks(root: Block): boolean {
    const { reader, budget } = this.#context;
    for (;;) {
      const open = this.#context.open;
      if (open.length === 0) return true;
      if (open.length > MAX_DEPTH) throw new TooComplex();
      budget.spend(open.length);
      let lastIndex = open.length - 1;
      for (let i = 0; i < open.length; i++) {
        const line = reader.peek();
        if (line === null) {
          this.#closeBlocks(lastIndex, 0);
          return false;
        }
        const entry = open[i];
        if (!entry) break;
        this.#states.push({ line: reader.line, level: i, blank: isBlank(line) });
        // A paragraph is continued, or not, by what openBlocks finds.
        if (entry.block.kind !== "paragraph") {
          const state = entry.rule.continue(entry.block, line, this.#context);
          if (state !== "closed") {
            if (state === "children" && i === lastIndex) {
              this.#openBlocks(entry.block, this.#wasBlank(reader.line - 1, i + 1));
              break;
            }
            continue;
          }
        }
        const parent = i === 0 ? root : (open[i - 1]?.block ?? root);
        const lastBlock = open[lastIndex]?.block;
        const result = this.#openBlocks(parent, this.#wasBlank(reader.line - 1, i));
        if (result !== "continued") {
          // The last one may have been transformed, and then it has left the stack already.
          if (this.#context.open[lastIndex]?.block !== lastBlock) lastIndex--;
          this.#closeBlocks(lastIndex, i);
        }
        break;
      }
      reader.nextLine();
    }
  }

  #wasBlank(line: number, level: number): boolean {
    const states = this.#states;
    let found = true;
    for (let i = states.length - 1 - level; i >= 0; i--) {
      found = false;
      const state = states[i];
      if (!state) break;
      if (state.line === line) {
        if (state.level < level && state.blank) return true;
        if (state.level === level) return state.blank;
      }
      if (state.line < line) return found;
    }
    return found;
  }

  #openBlocks(into: Block, afterBlank: boolean): "continued" | "opened" | "none" {
    const context = this.#context;
    const { reader } = context;
    let parent = into;
    let result: "continued" | "opened" | "none" = "none";
    let last = context.open.at(-1) ?? null;
    let continuable = last?.block.kind === "paragraph";

    retry: for (;;) {
      context.budget.spend(1);
      const line = reader.peek();
      if (line === null) break;
      const { width, position } = indentWidth(line, reader.column());
      context.offset = width >= line.length ? -1 : position;
      context.indent = width >= line.length ? -1 : width;
      if (line === "\n") break;
      const rules =
        (position < line.length && this.#rules.get(line.charAt(position))) || this.#rules.get("") || [];
      for (const rule of rules) {
        if (continuable && result === "none" && !rule.interruptsParagraph) continue;
        if (width > 3 && !rule.acceptsIndented) continue;
        last = context.open.at(-1) ?? null;
        const opened = rule.open(parent, line, context);
        if (!opened) continue;
        if (opened.requireParagraph && last && last.block === parent.last) {
          last.rule.close(last.block, context);
          context.open.pop();
          if (this.#transformParagraph(last.block)) {
            continuable = false;
            continue retry;
          }
        }
        const { block } = opened;
        block.afterBlank = afterBlank;
        if (last && last.block.parent === null && context.open.at(-1) === last) {
          this.#closeBlocks(context.open.length - 1, context.open.length - 1);
        }
        if (block.parent !== parent) parent.append(block);
        result = "opened";
        context.open.push({ block, rule });
        if (context.open.length > MAX_DEPTH) throw new TooComplex();
        if (opened.children) {
          parent = block;
          continue retry;
        }
        break retry;
      }
      break;
    }
    if (result === "none" && continuable && last) {
      const line = reader.peek();
      if (line !== null && last.rule.continue(last.block, line, context) !== "closed") result = "continued";
    }
    return result;
  }

  #closeBlocks(from: number, to: number): void {
    const context = this.#context;
    for (let i = from; i >= to; i--) {
      const entry = context.open[i];
      if (!entry) continue;
      const { block, rule } = entry;
      if (block.kind === "paragraph" && block.parent) this.#transformParagraph(block);
      if (block.parent) rule.close(block, context);
    }
    context.open.splice(to, from - to + 1);
  }

  /** Link definitions leave the paragraph, a table takes its lines. True if nothing is left of it. */
  #transformParagraph(paragraph: Block): boolean {
    const { references, options, budget } = this.#context;
    takeReferences(paragraph, references, budget);
    if (!paragraph.parent) return true;
    if (options.table) tableFrom(paragraph, budget);
    return paragraph.parent === null;
  }
}
