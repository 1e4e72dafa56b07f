// Runs of `*`, `_`, `~` and the like: which may open, which may close, and how they pair.
// Source: CommonMark 0.31, "process emphasis", with Goldmark's rules for what counts as a sign.

import { charAt, isSign, isWhite } from "./character.ts";
import { Inline, type InlineKind } from "./inline.ts";

export class Delimiter extends Inline {
  canOpen: boolean;
  canClose: boolean;
  length: number;
  readonly size: number;
  readonly sign: string;
  readonly makes: (consumed: number) => InlineKind;
  /** Counted along the text. */
  order = 0;
  before: Delimiter | null = null;
  after: Delimiter | null = null;

  constructor(run: Run, makes: (consumed: number) => InlineKind) {
    super("delimiter", run.sign.repeat(run.size));
    this.canOpen = run.canOpen;
    this.canClose = run.canClose;
    this.length = run.size;
    this.size = run.size;
    this.sign = run.sign;
    this.makes = makes;
  }

  /** How many signs pair with `closer`'s; 0 when the rule of three forbids it. */
  consumes(closer: Delimiter): number {
    if ((this.canClose || closer.canOpen) && (this.size + closer.size) % 3 === 0 && closer.size % 3 !== 0)
      return 0;
    return this.length >= 2 && closer.length >= 2 ? 2 : 1;
  }
}

export interface Run {
  sign: string;
  size: number;
  canOpen: boolean;
  canClose: boolean;
}

/** Where the run of one sign that begins at `start` ends. */
export function runEnd(text: string, start: number): number {
  const sign = text.charCodeAt(start);
  let end = start + 1;
  while (text.charCodeAt(end) === sign) end++;
  return end;
}

/** The run that begins at `start`, after `before`. `next` replaces the character after it, where a rule wants that. */
export function scanRun(
  text: string,
  start: number,
  { before, next = null, end = runEnd(text, start) }: { before: string; next?: string | null; end?: number },
): Run {
  const sign = text.charAt(start);
  const after = next ?? (charAt(text, end) || " ");
  const whiteBefore = isWhite(before);
  const whiteAfter = isWhite(after);
  const signBefore = isSign(before);
  const signAfter = isSign(after);
  const left = !whiteAfter && (!signAfter || whiteBefore || signBefore);
  const right = !whiteBefore && (!signBefore || whiteAfter || signAfter);
  const word = sign === "_";
  return {
    sign,
    size: end - start,
    canOpen: word ? left && (!right || signBefore) : left,
    canClose: word ? right && (!left || signAfter) : right,
  };
}

/** The delimiters of one text that have not paired yet, in order. */
export class DelimiterStack {
  #first: Delimiter | null = null;
  last: Delimiter | null = null;
  #count = 0;

  push(delimiter: Delimiter): void {
    delimiter.order = ++this.#count;
    delimiter.before = this.last;
    if (this.last) this.last.after = delimiter;
    else this.#first = delimiter;
    this.last = delimiter;
  }

  /** What is left of it becomes text. */
  remove(delimiter: Delimiter): void {
    if (delimiter.before) delimiter.before.after = delimiter.after;
    else this.#first = delimiter.after;
    if (delimiter.after) delimiter.after.before = delimiter.before;
    else this.last = delimiter.before;
    if (delimiter.length === 0) delimiter.parent?.remove(delimiter);
    else delimiter.becomeText(delimiter.sign.repeat(delimiter.length));
  }

  /** Pairs all delimiters that were pushed after `bottom`, and forgets them. */
  process(bottom: Delimiter | null): void {
    // For each kind of closer, the delimiter up to which no opener was found: keeps this linear.
    const floors = new Map<string, number>();
    let closer = bottom ? bottom.after : this.#first;
    while (closer) {
      if (!closer.canClose) {
        closer = closer.after;
        continue;
      }
      const key = `${closer.sign}${closer.canOpen}${closer.size % 3}`;
      const floor = floors.get(key) ?? 0;
      let opener: Delimiter | null = closer.before;
      let consumed = 0;
      for (; opener && opener !== bottom && opener.order > floor; opener = opener.before) {
        if (!opener.canOpen || opener.sign !== closer.sign) continue;
        consumed = opener.consumes(closer);
        if (consumed > 0) break;
      }
      if (consumed === 0 || !opener) {
        floors.set(key, closer.order - 1);
        const next: Delimiter | null = closer.after;
        if (!closer.canOpen) this.remove(closer);
        closer = next;
        continue;
      }
      closer = this.#pair(opener, closer, consumed);
    }
    while (this.last && this.last !== bottom) this.remove(this.last);
  }

  /** Wraps what stands between in a new node; answers the closer to go on with. */
  #pair(opener: Delimiter, closer: Delimiter, consumed: number): Delimiter | null {
    opener.length -= consumed;
    closer.length -= consumed;
    const node = new Inline(opener.makes(consumed));
    const parent = opener.parent;
    if (!parent) return closer.after;
    parent.moveBetween(opener, closer, node);
    parent.insertAfter(opener, node);
    while (opener.after && opener.after !== closer) this.remove(opener.after);
    if (opener.length === 0) this.remove(opener);
    if (closer.length > 0) return closer;
    const next = closer.after;
    this.remove(closer);
    return next;
  }
}
