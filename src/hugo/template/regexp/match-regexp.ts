// Runs a regular expression over a text in time of their lengths' product, whatever they say: all ways
// to match go on side by side (Pike's machine), the preferred one first, as in Go.

import { TemplateError } from "../value.ts";
import type { Assertion, Expression, Instruction, RegexpNode } from "./node.ts";

const MAX_PROGRAM = 5000;

export interface Match {
  index: number;
  end: number;
  /** The whole match first; `null` for a group that took no part. */
  groups: (string | null)[];
  names: Map<string, number>;
}

/** `charge` is told how much was done and may throw. */
export function* matchAll(
  expression: Expression,
  text: string,
  charge: (steps: number) => void,
): Generator<Match> {
  const machine = new Machine(compile(expression), expression.groups * 2, text, charge);
  let from = 0;
  let last = -1;
  while (from <= machine.size) {
    const found = machine.search(from);
    if (!found) return;
    const [start = 0, end = 0] = found;
    // An empty match right after another is none.
    if (start !== end || start !== last) yield machine.match(found, expression.names);
    last = end;
    from = end === start ? end + 1 : end;
  }
}

function compile({ node }: Expression): Instruction[] {
  const program: Instruction[] = [{ op: "save", slot: 0 }];
  emit(node, program);
  program.push({ op: "save", slot: 1 }, { op: "match" });
  return program;
}

function emit(node: RegexpNode, program: Instruction[]): void {
  if (program.length > MAX_PROGRAM) throw new TemplateError("the regular expression repeats too much");
  switch (node.type) {
    case "character":
      program.push({ op: "character", fits: node.fits });
      return;
    case "assertion":
      program.push({ op: "assertion", holds: node.holds });
      return;
    case "sequence":
      for (const part of node.parts) emit(part, program);
      return;
    case "group":
      program.push({ op: "save", slot: node.index * 2 });
      emit(node.inner, program);
      program.push({ op: "save", slot: node.index * 2 + 1 });
      return;
    case "choice":
      emitChoice(node.options, program);
      return;
    case "repeat":
      emitRepeat(node, program);
      return;
    default:
      node satisfies never;
  }
}

function emitChoice(options: RegexpNode[], program: Instruction[]): void {
  const jumps: { op: "jump"; to: number }[] = [];
  for (const [i, option] of options.entries()) {
    const isLast = i === options.length - 1;
    const split = { op: "split" as const, first: program.length + 1, second: 0 };
    if (!isLast) program.push(split);
    emit(option, program);
    if (isLast) break;
    const jump = { op: "jump" as const, to: 0 };
    jumps.push(jump);
    program.push(jump);
    split.second = program.length;
  }
  for (const jump of jumps) jump.to = program.length;
}

function emitRepeat(node: RegexpNode & { type: "repeat" }, program: Instruction[]): void {
  const { inner, least, most, greedy } = node;
  for (let i = 0; i < least; i++) emit(inner, program);
  const branch = (): { op: "split"; first: number; second: number } => {
    const split = { op: "split" as const, first: 0, second: 0 };
    program.push(split);
    return split;
  };
  const aim = (split: { first: number; second: number }, into: number, past: number): void => {
    split.first = greedy ? into : past;
    split.second = greedy ? past : into;
  };
  if (most === Number.POSITIVE_INFINITY) {
    const at = program.length;
    const split = branch();
    emit(inner, program);
    program.push({ op: "jump", to: at });
    aim(split, at + 1, program.length);
    return;
  }
  const splits: [{ first: number; second: number }, number][] = [];
  for (let i = least; i < most; i++) {
    const split = branch();
    splits.push([split, program.length]);
    emit(inner, program);
  }
  for (const [split, into] of splits) aim(split, into, program.length);
}

interface Thread {
  at: number;
  slots: number[];
}

class Machine {
  readonly #program: Instruction[];
  readonly #slots: number;
  readonly #chars: string[];
  readonly #charge: (steps: number) => void;
  /** By instruction: the step at which it was last reached. */
  readonly #reached: Int32Array;
  #step = 0;
  readonly #counted = { position: 0, offset: 0 };

  constructor(program: Instruction[], slots: number, text: string, charge: (steps: number) => void) {
    this.#program = program;
    this.#slots = slots;
    this.#chars = Array.from(text);
    this.#charge = charge;
    this.#reached = new Int32Array(program.length);
  }

  get size(): number {
    return this.#chars.length;
  }

  match(slots: number[], names: Match["names"]): Match {
    const part = (from = -1, to = -1) => (from < 0 || to < 0 ? null : this.#chars.slice(from, to).join(""));
    const before = this.#offset(slots[0] ?? 0);
    const groups = Array.from({ length: this.#slots / 2 }, (_, i) => part(slots[i * 2], slots[i * 2 + 1]));
    return { index: before, end: before + (groups[0]?.length ?? 0), groups, names };
  }

  /** Of a character in the text; asked for in ascending order. */
  #offset(position: number): number {
    for (; this.#counted.position < position; this.#counted.position++) {
      this.#counted.offset += this.#chars[this.#counted.position]?.length ?? 0;
    }
    return this.#counted.offset;
  }

  /** The slots of the leftmost match from here on, or `null`. */
  search(from: number): number[] | null {
    let threads: Thread[] = [];
    let found: number[] | null = null;
    for (let position = from; position <= this.size; position++) {
      this.#charge(threads.length + 1);
      this.#step++;
      const now: Thread[] = [];
      for (const thread of threads) this.#follow(thread, position, now);
      if (!found) this.#follow({ at: 0, slots: new Array(this.#slots).fill(-1) }, position, now);
      threads = [];
      for (const thread of now) {
        const instruction = this.#program[thread.at];
        if (instruction?.op === "match") {
          // What is preferred less than a match is given up.
          found = thread.slots;
          break;
        }
        const char = this.#chars[position];
        if (char !== undefined && instruction?.op === "character" && instruction.fits(char)) {
          threads.push({ at: thread.at + 1, slots: thread.slots });
        }
      }
      if (found && threads.length === 0) break;
    }
    return found;
  }

  /** To every instruction that takes a character or ends, each once a position, the preferred first. */
  #follow(start: Thread, position: number, into: Thread[]): void {
    const stack: Thread[] = [start];
    for (let thread = stack.pop(); thread; thread = stack.pop()) {
      const { at, slots } = thread;
      if (this.#reached[at] === this.#step) continue;
      this.#reached[at] = this.#step;
      const instruction = this.#program[at];
      switch (instruction?.op) {
        case "jump":
          stack.push({ at: instruction.to, slots });
          break;
        case "split":
          stack.push({ at: instruction.second, slots }, { at: instruction.first, slots });
          break;
        case "save":
          stack.push({ at: at + 1, slots: slots.with(instruction.slot, position) });
          break;
        case "assertion":
          if (this.#holds(instruction.holds, position)) stack.push({ at: at + 1, slots });
          break;
        default:
          into.push(thread);
      }
    }
  }

  #holds(assertion: Assertion, position: number): boolean {
    const before = this.#chars[position - 1];
    const after = this.#chars[position];
    const isWord = (char: string | undefined): boolean => char !== undefined && /[0-9A-Za-z_]/.test(char);
    switch (assertion) {
      case "start":
        return position === 0;
      case "end":
        return position === this.size;
      case "lineStart":
        return position === 0 || before === "\n";
      case "lineEnd":
        return position === this.size || after === "\n";
      case "word":
        return isWord(before) !== isWord(after);
      default:
        return isWord(before) === isWord(after);
    }
  }
}
