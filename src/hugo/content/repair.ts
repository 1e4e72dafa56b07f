// Mends text that is UTF-8 once read as a Windows code page (damage.ts): every character whose bytes are
// all there comes back, and one that lost some becomes a mark. What no byte can have stood for stays.

import { BEYOND_ASCII, sequencesIn, type UpperHalf } from "./code-page.ts";
import { findCodePage, MARK } from "./damage.ts";

export interface Repaired {
  codePage: string;
  text: string;
  /** Characters that came back. */
  recovered: number;
  /** Lines with a mark in the place of a character, from 1; a line of three stands here three times. */
  lost: number[];
}

/** `null` for text that is not damaged. */
export function repairText(damaged: string): Repaired | null {
  const found = findCodePage(damaged);
  if (found === null) return null;
  const { codePage, upperHalf } = found;
  let recovered = 0;
  const text = damaged.replace(BEYOND_ASCII, (run) => {
    let mended = "";
    for (const { at, length, wanted } of sequencesIn(run, upperHalf)) {
      const part = run.slice(at, at + length);
      if (part === MARK && mended.endsWith(MARK)) continue; // a byte of the same character
      const character = wanted === 0 ? part : length === wanted + 1 ? decode(part, upperHalf) : MARK;
      if (wanted > 0 && character !== MARK) recovered += 1;
      mended += character;
    }
    return mended;
  });
  const lost = text.split("\n").flatMap((line, i) => Array(line.split(MARK).length - 1).fill(i + 1));
  return { codePage, text, recovered, lost };
}

function decode(characters: string, upperHalf: UpperHalf): string {
  const bytes = Uint8Array.from(characters, (character) => upperHalf.get(character) ?? 0);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return MARK; // an overlong form: chance, not text
  }
}
