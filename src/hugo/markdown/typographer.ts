// Smart punctuation by Goldmark's own rules: dashes, dots, guillemets, and quotes that are paired by
// counters over the whole text. Each replacement is HTML of the configuration.

import {
  charAt,
  isDigit,
  isLetter,
  isNumeral,
  isPunct,
  isPunctuation,
  isSign,
  isSpace,
  isWhite,
} from "./character.ts";
import { type Run, runEnd, scanRun } from "./delimiter.ts";
import { Inline } from "./inline.ts";
import type { Taken } from "./inline-parser.ts";

export class Typographer {
  readonly #signs: { [name: string]: string } | null;
  #single = 0;
  #double = 0;
  #text = "";
  #runBegin = 0;
  #runEnd = 0;

  constructor(signs: { [name: string]: string } | null) {
    this.#signs = signs;
  }

  parse(text: string, at: number, lineEnd: number, before: string): Taken | null {
    if (!this.#signs) return null;
    const has = (sign: string): boolean => at + sign.length <= lineEnd && text.startsWith(sign, at);
    switch (text.charCodeAt(at)) {
      case 45:
        if (has("---")) return this.#replace("emDash", at + 3);
        return has("--") ? this.#replace("enDash", at + 2) : null;
      case 46:
        return has("...") ? this.#replace("ellipsis", at + 3) : null;
      case 60:
        return has("<<") ? this.#replace("leftAngleQuote", at + 2) : null;
      case 62:
        return has(">>") ? this.#replace("rightAngleQuote", at + 2) : null;
      case 39:
        return this.#singleQuote(text.slice(at, Math.min(lineEnd, at + 12)), text, at, before);
      case 34:
        return this.#doubleQuote(text.slice(at, Math.min(lineEnd, at + 12)), text, at, before);
      default:
        return null;
    }
  }

  /** A run of quotes is looked at again from each of them: its end is found once. */
  #scan(text: string, at: number, before: string): Run {
    if (text !== this.#text || at < this.#runBegin || at >= this.#runEnd) {
      this.#text = text;
      this.#runBegin = at;
      this.#runEnd = runEnd(text, at);
    }
    return scanRun(text, at, { before, end: this.#runEnd });
  }

  #replace(name: string, end: number): Taken | null {
    const html = this.#signs?.[name];
    return html === undefined ? null : { node: new Inline("string", html), end };
  }

  /** `line`: the rest of the line, as much as the rules look at. */
  #singleQuote(line: string, text: string, at: number, before: string): Taken | null {
    const run = this.#scan(text, at, before);
    const next = charAt(line, 1);
    const end = at + 1;
    const opens = run.canOpen && !run.canClose;
    if (opens && /^'[0-9][0-9]s/.test(line)) {
      const after = charAt(line, 4) || " ";
      if (isWhite(after) || isSign(after)) return this.#replace("apostrophe", end);
    }
    if (line.length > 1 && (isPunct(before) || isWhite(before)) && /^[tenl]/.test(next)) {
      return this.#replace("apostrophe", end);
    }
    if (line.length > 1 && (isNumeral(before) || isLetter(before)) && isLetter(next)) {
      return this.#replace("apostrophe", end);
    }
    if (opens) {
      if (endsWord(line, /^'[smtd]/, 2) || endsWord(line, /^'(?:ve|ll|re)/, 3)) {
        return this.#replace("rightSingleQuote", end);
      }
      this.#single++;
      return this.#replace("leftSingleQuote", end);
    }
    // Goldmark counts bytes: one letter beyond ASCII after the quote is enough.
    if (byteLength(line) > 2 && !isNumeral(next)) return this.#replace("rightSingleQuote", end);
    if (this.#single > 0 && closes(run, line)) {
      this.#single--;
      return this.#replace("rightSingleQuote", end);
    }
    return null;
  }

  #doubleQuote(line: string, text: string, at: number, before: string): Taken | null {
    const run = this.#scan(text, at, before);
    if (run.canOpen && !run.canClose) {
      this.#double++;
      return this.#replace("leftDoubleQuote", at + 1);
    }
    if (this.#double === 0 || !closes(run, line)) return null;
    if (line.charAt(1) === '"' && isDigit(text.charCodeAt(at - 1))) return null; // 21""
    this.#double--;
    return this.#replace("rightDoubleQuote", at + 1);
  }
}

function endsWord(line: string, start: RegExp, length: number): boolean {
  if (!start.test(line)) return false;
  const after = line.charCodeAt(length);
  return line.length <= length || isPunctuation(after) || isSpace(after);
}

function closes(run: { canOpen: boolean; canClose: boolean }, line: string): boolean {
  if (!run.canClose) return false;
  if (!run.canOpen) return true;
  const next = charAt(line, 1);
  if (next === "" || !isPunct(next)) return false;
  if (next > "\x7f") return false;
  const third = line.charCodeAt(2);
  return line.length === 2 || (line.length > 2 && isPunctuation(third)) || isSpace(third);
}

const byteLength = (text: string): number => {
  let length = text.length;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) length++;
  return length;
};
