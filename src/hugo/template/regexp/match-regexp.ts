// Runs a regular expression over a text in time of their lengths' product, whatever they say: all ways
// to match go on side by side (Pike's machine), the preferred one first, as in Go.

import { compile } from "./compile-regexp.ts";
import type { Assertion, Expression, Instruction } from "./node.ts";

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
