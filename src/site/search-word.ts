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

export function* wordsIn(text: string): Generator<SearchWord> {
  // Words return, and folding one costs more than looking it up.
  const known = new Map<string, Pick<SearchWord, "folded" | "marked" | "kind">>();
  const plainWord = (word: string, start: number): SearchWord => {
    let same = known.get(word);
    if (same === undefined) {
      same = foldWord(word);
      known.set(word, same);
    }
    return { ...same, start, end: start + word.length };
  };
  for (const match of text.matchAll(WORD)) {
    const [whole, run, unspaced] = match;
    const start = match.index;
    if (run !== undefined) {
      yield { folded: pairsOf(run), marked: null, kind: "run", start, end: start + whole.length };
    } else if (unspaced !== undefined) {
      for (const { segment, index, isWordLike } of segmenter().segment(unspaced))
        if (isWordLike) yield plainWord(segment, start + index);
    } else yield plainWord(whole, start);
  }
}

/**
 * Characters that stand in pairs; those of scripts that a dictionary has to cut; everything else, with the signs of
 * `C++` and `C#`. A dash, a dot or an apostrophe ends a word: `l'école` is found by `ecole`.
 */
const WORD =
  /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々〆ｰﾞﾟ]+)|([\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+)|[[\p{L}\p{M}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]]+(?:(?:\+\+|#)(?![\p{L}\p{N}]))?/gv;

/** `機械学` → `機械`, `械学`, `学`: any two that stand together are a word of the index, and so is the last one. */
function pairsOf(run: string): string[] {
  const signs = Array.from(foldText(run));
  return signs.map((sign, i) => sign + (signs[i + 1] ?? ""));
}

function foldWord(word: string): Pick<SearchWord, "folded" | "marked" | "kind"> {
  const folded = foldText(word);
  const lower = word.normalize("NFKC").toLowerCase();
  return { folded: [folded], marked: lower === folded ? null : lower, kind: "plain" };
}

let thai: Intl.Segmenter | undefined;

/** Its dictionary is loaded by the first text that needs it; it knows the neighbours of Thai too. */
function segmenter(): Intl.Segmenter {
  thai ??= new Intl.Segmenter("th", { granularity: "word" });
  return thai;
}

/** A text as the index takes it: its words between spaces, and those of them that folding changed. */
export function indexText(text: string): { folded: string; marked: string } {
  const folded: string[] = [];
  const marked: string[] = [];
  for (const word of wordsIn(text)) {
    folded.push(...word.folded);
    if (word.marked !== null) marked.push(word.marked);
  }
  return { folded: folded.join(" "), marked: marked.join(" ") };
}
