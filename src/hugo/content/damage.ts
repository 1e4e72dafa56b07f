// Recognises text that is UTF-8 once read as a Windows code page (`Tá»« bá»` for `Từ bỏ`), and
// bytes that are no UTF-8. Says so; mending is the author's.

import type { Warning } from "../../site/problem.ts";
import {
  BEYOND_ASCII,
  CODE_PAGES,
  continuationsOf,
  isContinuation,
  sequencesIn,
  type UpperHalf,
} from "./code-page.ts";

/** What stands for a character that cannot be recovered, or could not when the text was decoded. */
export const MARK = "\ufffd";

export interface Damage {
  /** `Windows-1254`. */
  codePage: string;
  /** Characters that came out wrong. */
  damaged: number;
  /** Those among them of which bytes are missing, so that reading them back does not help. */
  lost: number;
  /** Of the first one, from 1. */
  line: number;
  /** That line's text. */
  excerpt: string;
}

/** `text` as it was decoded: what was no UTF-8 has become U+FFFD. */
export function damageWarning(path: string, text: string): Warning | null {
  const damage = findDamage(text);
  if (damage !== null)
    return { code: "damaged-text", message: describeDamage(damage), path, line: damage.line };
  const marked = text.indexOf(MARK);
  if (marked === -1) return null;
  const message =
    `From this line on there is ${MARK} where a character could not be read as UTF-8, now or once. Nothing was changed; ` +
    "save the file as UTF-8, or write the character again.";
  return { code: "damaged-text", message, path, line: text.slice(0, marked).split("\n").length };
}

function describeDamage({ codePage, damaged, lost, excerpt }: Damage): string {
  const count = `${damaged} ${damaged === 1 ? "character is" : "characters are"} damaged`;
  const missing = lost === 0 ? "" : `, ${lost} of them with bytes missing`;
  return (
    `This looks like UTF-8 that was once read as ${codePage}: ${count}${missing}. It begins with “${excerpt}”. ` +
    "Nothing was changed; save the file again as UTF-8 from where it was still right."
  );
}

export function findDamage(text: string): Damage | null {
  const best = findCodePage(text);
  if (best === null) return null;
  const line = text.slice(0, best.first).split("\n").length;
  const excerpt = (text.split("\n")[line - 1] ?? "").trim();
  const shown = [...excerpt].slice(0, EXCERPT).join("");
  const { codePage, whole, lost } = best;
  return { codePage, damaged: whole + lost, lost, line, excerpt: shown === excerpt ? shown : `${shown}…` };
}

/** The code page through which the text was read; `null` for ordinary text. */
export function findCodePage(text: string): (Reading & { codePage: string; upperHalf: UpperHalf }) | null {
  if (!isSuspicious(text)) return null;
  let best: (Reading & { codePage: string; upperHalf: UpperHalf }) | null = null;
  for (const [codePage, upperHalf] of CODE_PAGES) {
    const reading = readAs(text, upperHalf);
    if (!best || reading.whole > best.whole) best = { ...reading, codePage, upperHalf };
  }
  return best && best.whole >= MIN_WHOLE && best.explained >= MIN_SHARE * best.foreign ? best : null;
}

/** One accented letter before a quotation mark reads as UTF-8 by chance; three do not. */
const MIN_WHOLE = 3;
/** Of all characters beyond ASCII, those that damage explains. Ordinary text stays below a tenth. */
const MIN_SHARE = 0.6;
const EXCERPT = 80;

/** One quick look: whether there is anything that some code page would make of UTF-8. */
function isSuspicious(text: string): boolean {
  SUSPICIOUS.lastIndex = 0;
  for (let count = 0; count < MIN_WHOLE; count++) if (!SUSPICIOUS.test(text)) return false;
  return true;
}

interface Reading {
  /** Characters that read back whole. */
  whole: number;
  /** Beginnings of characters that do not go on. */
  lost: number;
  /** Characters beyond ASCII in the text, but for marks, and how many of them the above account for. */
  foreign: number;
  explained: number;
  /** Where the first damaged one is. */
  first: number;
}

/** Takes each run of characters beyond ASCII for bytes, and looks for UTF-8 in it. */
function readAs(text: string, upperHalf: UpperHalf): Reading {
  const reading: Reading = { whole: 0, lost: 0, foreign: 0, explained: 0, first: -1 };
  for (const { 0: run, index } of text.matchAll(BEYOND_ASCII)) {
    for (const { at, length, wanted } of sequencesIn(run, upperHalf)) {
      if (wanted > 0 && reading.first < 0) reading.first = index + at;
      if (wanted > 0 && length === wanted + 1) reading.whole += 1;
      else if (wanted > 0) reading.lost += 1;
      if (wanted > 0 && length > 1) reading.explained += length;
      if (run[at] !== MARK) reading.foreign += length;
    }
  }
  return reading;
}

/** A first byte and one that goes on, whatever the page. */
const SUSPICIOUS = new RegExp(
  `[${charsOf((byte) => continuationsOf(byte) > 0)}][${charsOf(isContinuation)}]`,
  "g",
);

function charsOf(isWanted: (byte: number) => boolean): string {
  const pairs = CODE_PAGES.flatMap(([, upperHalf]) => [...upperHalf]);
  return [...new Set(pairs.flatMap(([char, byte]) => (isWanted(byte) ? [char] : [])))].join("");
}
