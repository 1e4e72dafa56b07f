// The words of a text as search knows them, with their places. Owns what a word is in scripts with
// spaces and without; the same cut serves the index, the query and the marks in an excerpt.

import { foldText } from "./fold.ts";

export interface SearchWord {
  /** What the index holds: several for a run of Chinese, Japanese or Korean. */
  folded: string[];
  /** As written but for case, if folding takes more than that away; else `null`. */
  marked: string | null;
  kind: "plain" | "run";
  /** In UTF-16 units of the text. */
  start: number;
  end: number;
}

export function wordsIn(text: string): SearchWord[] {
  const matches = [...text.matchAll(WORD)];
  const words = wordsOf(matches.map(([match]) => match));
  return matches.flatMap(({ 0: match, index }) =>
    (words.get(match) ?? []).map((word) => ({ ...word, start: index + word.start, end: index + word.end })),
  );
}

/** A text as the index takes it: its words between spaces, and those of them that folding changed. */
export function indexText(text: string): { folded: string; marked: string } {
  const matches = text.match(WORD) ?? [];
  const words = wordsOf(matches);
  const folded: string[] = [];
  const marked: string[] = [];
  for (const match of matches) {
    for (const word of words.get(match) ?? []) {
      folded.push(...word.folded);
      if (word.marked !== null) marked.push(word.marked);
    }
  }
  return { folded: folded.join(" "), marked: marked.join(" ") };
}

/**
 * Characters that stand in pairs; those of scripts that a dictionary has to cut; everything else, with the signs of
 * `C++` and `C#`. A dash, a dot or an apostrophe ends a word: `l'école` is found by `ecole`. Latin letters are told
 * by their numbers before any script is looked up: that halves the time of a text of them.
 */
const WORD =
  /(?![\0-\u0dff\u1e00-\u1eff])(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々〆ｰﾞﾟ]+|[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+)|(?:[0-9A-Za-zÀ-ÖØ-öø-ɏ\u0300-\u036fḀ-ỿ]|(?![\0-\x7f])[[\p{L}\p{M}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]])+(?:(?:\+\+|#)(?![\p{L}\p{N}]))?/gv;

const RUN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々〆ｰﾞﾟ]/v;

const UNSPACED = /^[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/v;

/**
 * The words that each match of WORD consists of, placed from its beginning. Matches return and are folded once,
 * all in one go: a call for each takes several times as long.
 */
function wordsOf(matches: readonly string[]): Map<string, SearchWord[]> {
  const different = [...new Set(matches)];
  const text = different.join("\n");
  const folded = foldText(text).split("\n");
  const lower = lowerText(text).split("\n");
  return new Map(different.map((match, i) => [match, wordsOfMatch(match, folded[i] ?? "", lower[i] ?? "")]));
}

function wordsOfMatch(match: string, folded: string, lower: string): SearchWord[] {
  if (RUN.test(match))
    return [{ folded: pairsOf(folded), marked: null, kind: "run", start: 0, end: match.length }];
  if (!UNSPACED.test(match)) return [plainWord(match, 0, folded, lower)];
  return Array.from(segmenter().segment(match)).flatMap(({ segment, index, isWordLike }) =>
    isWordLike ? plainWord(segment, index, foldText(segment), lowerText(segment)) : [],
  );
}

function plainWord(word: string, start: number, folded: string, lower: string): SearchWord {
  const marked = lower === folded ? null : lower;
  return { folded: [folded], marked, kind: "plain", start, end: start + word.length };
}

/** `機械学` → `機械`, `械学`, `学`: any two that stand together are a word of the index, and so is the last one. */
function pairsOf(folded: string): string[] {
  const signs = Array.from(folded);
  return signs.map((sign, i) => sign + (signs[i + 1] ?? ""));
}

const lowerText = (text: string): string => text.normalize("NFKC").toLowerCase();

let thai: Intl.Segmenter | undefined;

/** Its dictionary is loaded by the first text that needs it; it knows the neighbours of Thai too. */
function segmenter(): Intl.Segmenter {
  thai ??= new Intl.Segmenter("th", { granularity: "word" });
  return thai;
}
