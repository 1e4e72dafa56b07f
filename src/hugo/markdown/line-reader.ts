// Walks a text line by line for the block parser, with Goldmark's notion of padding: columns of a
// tab that a container has used in part.

export class LineReader {
  readonly #source: string;
  /** Index of the line, from 0. */
  line = 0;
  #head = 0;
  #start = 0;
  #stop = 0;
  #padding = 0;
  #column = -1;

  constructor(source: string) {
    this.#source = source;
    this.#findStop();
  }

  /** The rest of the line, its newline included, padding as spaces; `null` at the end. */
  peek(): string | null {
    if (this.#start >= this.#source.length) return null;
    const rest = this.#source.slice(this.#start, this.#stop);
    return this.#padding === 0 ? rest : " ".repeat(this.#padding) + rest;
  }

  get padding(): number {
    return this.#padding;
  }

  /** The column on which `peek()` begins. */
  column(): number {
    if (this.#column < 0) this.#column = this.#columnOf(this.#start) - this.#padding;
    return this.#column;
  }

  #columnOf(position: number): number {
    let column = 0;
    for (let i = this.#head; i < position; i++) {
      column += this.#source.charCodeAt(i) === 9 ? 4 - (column % 4) : 1;
    }
    return column;
  }

  /** Is there a tab just before, that begins on this column? Then code keeps it whole. */
  tabBeginsAt(column: number): boolean {
    const before = this.#start - 1;
    return before >= this.#head && this.#source.charCodeAt(before) === 9 && this.#columnOf(before) === column;
  }

  advance(count: number): void {
    this.#column = -1;
    const padded = Math.min(count, this.#padding);
    this.#padding -= padded;
    this.#start = Math.min(this.#start + count - padded, this.#stop);
  }

  advanceAndPad(count: number, padding: number): void {
    this.advance(count);
    if (padding > this.#padding) this.#padding = padding;
    this.#column = -1;
  }

  /** To the line's newline: what is left is a blank. */
  advanceToEnd(): void {
    this.#column = -1;
    this.#padding = 0;
    this.#start = this.#source.charCodeAt(this.#stop - 1) === 10 ? this.#stop - 1 : this.#stop;
  }

  nextLine(): void {
    this.line++;
    this.#column = -1;
    this.#padding = 0;
    this.#start = this.#stop;
    this.#head = this.#stop;
    this.#findStop();
  }

  #findStop(): void {
    const newline = this.#source.indexOf("\n", this.#start);
    this.#stop = newline < 0 ? this.#source.length : newline + 1;
  }
}

/** Width of a line's indentation when it begins on `column`, and the position after it. */
export function indentWidth(line: string, column: number): { width: number; position: number } {
  let width = 0;
  let position = 0;
  for (; position < line.length; position++) {
    const c = line.charCodeAt(position);
    if (c === 32) width++;
    else if (c === 9) width += 4 - ((column + width) % 4);
    else break;
  }
  return { width, position };
}

/** Where `width` columns of indentation end, and the columns left over of a tab; `null` if there are fewer. */
export function indentPosition(
  line: string,
  column: number,
  width: number,
): { position: number; padding: number } | null {
  if (width === 0) return { position: 0, padding: 0 };
  let seen = 0;
  let position = 0;
  for (; position < line.length; position++) {
    const c = line.charCodeAt(position);
    if (seen >= width) break;
    if (c === 9) seen += 4 - ((column + seen) % 4);
    else if (c === 32) seen++;
    else break;
  }
  return seen >= width ? { position, padding: seen - width } : null;
}
