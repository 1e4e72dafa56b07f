// Link reference definitions, `[label]: target "title"`, at the start of a paragraph; and the
// reading of targets and titles, which inline links share.

import { Block } from "./block.ts";
import type { Budget } from "./budget.ts";
import { isBlank, isPunctuation, isSpace, trimSpace } from "./character.ts";

export interface Reference {
  target: string;
  title: string | null;
}

export type References = Map<string, Reference>;

/** Case folded, runs of blanks as one. */
export const referenceKey = (label: string): string =>
  trimSpace(label)
    .replace(/[ \t\r\n]+/g, " ")
    .toLowerCase()
    .toUpperCase();

/** A definition over more lines than this is none. */
const MAX_LINES = 50;

/** Moves the definitions at the paragraph's start into `references`; an empty text stands in for what is used up. */
export function takeReferences(paragraph: Block, references: References, budget: Budget): void {
  let taken = 0;
  while (taken < paragraph.lines.length) {
    if (!/^[ \t]*\[/.test(paragraph.lines[taken] ?? "")) break;
    const source = paragraph.lines.slice(taken, taken + MAX_LINES).join("");
    budget.spend(source.length >> 4);
    const found = readDefinition(source, budget);
    if (!found) break;
    const key = referenceKey(found.label);
    if (!references.has(key)) references.set(key, found.reference);
    taken += found.lines;
  }
  if (taken === 0) return;
  paragraph.lines = paragraph.lines.slice(taken);
  paragraph.firstLine += taken;
  if (paragraph.lines.length > 0) return;
  const empty = new Block("text");
  empty.afterBlank = paragraph.afterBlank;
  paragraph.parent?.replace(paragraph, empty);
}

interface Definition {
  label: string;
  reference: Reference;
  /** How many lines it took. */
  lines: number;
}

function readDefinition(source: string, budget: Budget): Definition | null {
  const open = source.indexOf("[");
  if (open > 3) return null;
  const close = findClosing(source, open + 1, 91, 93, budget);
  if (close < 0) return null;
  const label = source.slice(open + 1, close);
  if (isBlank(label) || source.charCodeAt(close + 1) !== 58) return null;
  const target = readTarget(source, skipSpaces(source, close + 2), budget);
  if (!target) return null;
  const lineEnd = source.indexOf("\n", target.end);
  const alone = isBlank(source.slice(target.end, lineEnd < 0 ? source.length : lineEnd));
  const bare: Definition = {
    label,
    reference: { target: target.text, title: null },
    lines: countLines(source, target.end),
  };
  const at = skipSpaces(source, target.end);
  const opener = source.charCodeAt(at);
  if (opener !== 34 && opener !== 39 && opener !== 40) return alone ? bare : null;
  if (at === target.end) return null;
  const end = findClosing(source, at + 1, opener, opener === 40 ? 41 : opener, budget);
  if (end < 0) return alone ? bare : null;
  const title = source.slice(at + 1, end);
  const rest = source.indexOf("\n", end);
  if (isBlank(source.slice(end + 1, rest < 0 ? source.length : rest))) {
    return { label, reference: { target: target.text, title }, lines: countLines(source, end) };
  }
  // Goldmark keeps the title although its line goes on, and that line stays in the paragraph.
  return alone ? { label, reference: { target: target.text, title }, lines: bare.lines } : null;
}

function countLines(source: string, position: number): number {
  let count = 1;
  for (let i = source.indexOf("\n"); i >= 0 && i < position; i = source.indexOf("\n", i + 1)) count++;
  return count;
}

export function skipSpaces(text: string, start: number): number {
  let i = start;
  while (i < text.length && isSpace(text.charCodeAt(i))) i++;
  return i;
}

/** The sign that closes what was opened before `start`, escapes skipped; -1 at another opener or the end. */
export function findClosing(
  text: string,
  start: number,
  opener: number,
  closer: number,
  budget: Budget,
): number {
  for (let i = start; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 92 && isPunctuation(text.charCodeAt(i + 1))) i++;
    else if (c === closer || c === opener) {
      budget.spend(i - start);
      return c === closer ? i : -1;
    }
  }
  budget.spend(text.length - start);
  return -1;
}

/** A link's target from `start` on: in `<>`, or up to a blank or an unbalanced `)`, on one line. */
export function readTarget(
  text: string,
  start: number,
  budget: Budget,
): { text: string; end: number } | null {
  const angled = text.charCodeAt(start) === 60;
  let depth = 0;
  let i = angled ? start + 1 : start;
  for (; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 92 && isPunctuation(text.charCodeAt(i + 1))) i++;
    else if (angled) {
      if (c === 10) return null;
      if (c === 62) {
        budget.spend(i - start);
        return { text: text.slice(start + 1, i), end: i + 1 };
      }
    } else if (c === 40) depth++;
    else if (c === 41) {
      if (--depth < 0) break;
    } else if (isSpace(c)) break;
  }
  budget.spend(i - start);
  return angled || i === start ? null : { text: text.slice(start, i), end: i };
}
