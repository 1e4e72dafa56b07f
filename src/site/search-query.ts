// How the words of a query are understood: what stands together, what may go on, what counts when
// nothing is found. Owns the reading; the index's own language is store/search-expression.ts.

import { type SearchWord, wordsIn } from "./search-word.ts";

/** Words that have to stand side by side; often one. */
export interface Phrase {
  words: string[];
  /** Those of them that were written with marks. */
  marked: string[];
  /** Its last word may be the beginning of a longer one. */
  open: boolean;
}

export interface SearchQuery {
  /** As it was meant; all of them must be there. */
  strict: Phrase[];
  /** The same where words may go on: `deplo` finds deploying. `null` if none may. */
  open: Phrase[] | null;
  /** Word by word, for when nothing else is found; `null` if that is the same. */
  loose: Phrase[] | null;
}

/** Any text at all; what is beyond so many words of the index is not looked for. */
const MOST_WORDS = 12;

export function parseQuery(query: string): SearchQuery {
  const pieces = cut(piecesOf(query));
  const openable = pieces.filter(isOpenable).slice(-MOST_OPEN);
  const groups = groupSyllables(pieces);
  const strict = groups.map((group) => phraseOf(group, []));
  const open = groups.map((group) => phraseOf(group, openable));
  const loose = pieces.flatMap((piece, i) => {
    const ends = i === pieces.length - 1 && piece.kind === "plain";
    return piece.quoted ? phraseOf([piece], []) : wordByWord(piece, ends || openable.includes(piece));
  });
  const bare = (phrases: Phrase[]) => JSON.stringify(phrases.map(({ words, open }) => [words, open]));
  return {
    strict,
    open: openable.length > 0 ? open : null,
    loose: bare(loose) === bare(open) ? null : loose,
  };
}

const phraseOf = (group: Piece[], openable: Piece[]): Phrase => ({
  words: group.flatMap(({ words }) => words),
  marked: group.flatMap(({ marked }) => marked),
  // One sign of a script without spaces begins the words of the index that it is in.
  open: group.some((piece) => piece.single || openable.includes(piece)),
});

function wordByWord({ words, single }: Piece, open: boolean): Phrase[] {
  return words.map((word, i) => ({
    words: [word],
    marked: [],
    open: single || (open && i === words.length - 1 && word.length > 1),
  }));
}

/** Each of them costs the index a walk over all words that begin so. */
const MOST_OPEN = 3;

/** What stands between two spaces, or between two quotation marks. */
interface Piece {
  words: string[];
  marked: string[];
  kind: SearchWord["kind"];
  quoted: boolean;
  /** Is one sign of a script without spaces. */
  single: boolean;
}

function piecesOf(query: string): Piece[] {
  return query.split(/(["“”„«»])/).flatMap((part, i, all): Piece[] => {
    if (i % 2 === 1) return [];
    // The parts between an odd quotation mark and the next are quoted, if there is a next.
    const quoted = i % 4 === 2 && i + 1 < all.length;
    return (quoted ? [part] : part.split(/\s+/)).flatMap((text) => pieceOf(text, quoted) ?? []);
  });
}

function pieceOf(text: string, quoted: boolean): Piece | null {
  const found = [...wordsIn(text)];
  const last = found.at(-1);
  if (last === undefined) return null;
  const single = last.kind === "run" && last.folded.length === 1;
  const words = found.flatMap((word) => {
    // The last sign of a run is a word of its own where the run ends, and nobody knows yet that it ends.
    return word === last && word.kind === "run" && !single ? word.folded.slice(0, -1) : word.folded;
  });
  return { words, marked: found.flatMap(({ marked }) => marked ?? []), kind: last.kind, quoted, single };
}

function cut(pieces: Piece[]): Piece[] {
  let left = MOST_WORDS;
  return pieces.flatMap((piece) => {
    const words = piece.words.slice(0, Math.max(0, left));
    left -= piece.words.length;
    return words.length > 0 ? [{ ...piece, words }] : [];
  });
}

/**
 * Vietnamese writes the syllables of a word apart: `tieng viet` means those two side by side, and not "viết
 * bằng tiếng Anh". Two or three such syllables in a row are one phrase; more of them are a sentence.
 */
function groupSyllables(pieces: Piece[]): Piece[][] {
  const groups: Piece[][] = [];
  for (let at = 0; at < pieces.length; ) {
    let end = at;
    while (isSyllable(pieces[end])) end += 1;
    const run = pieces.slice(at, Math.max(end, at + 1));
    if (run.length === 2 || run.length === 3) groups.push(run);
    else groups.push(...run.map((piece) => [piece]));
    at += run.length;
  }
  return groups;
}

const isSyllable = (piece: Piece | undefined): boolean =>
  piece !== undefined && !piece.quoted && piece.words.length === 1 && SYLLABLE.test(piece.words[0] ?? "");

/** One syllable of Vietnamese with its marks off. Such a word is whole as it stands. */
const SYLLABLE =
  /^(?:b|ch?|d|gh?|gi|h|kh?|l|m|ng?h?|ph?|qu|r|s|th?|tr|v|x)?(?:a[iouy]?|e[ou]?|i[aeu]?|ieu|o[aeio]?|oa[iouy]|oeo|u[aeiouy]?|u[ao]i|uay|uou|uy[aeu]|y[e]?|yeu)(?:ch?|m|ng?|nh|p|t)?$/;

const isOpenable = ({ words, kind, quoted }: Piece): boolean => {
  const last = words.at(-1) ?? "";
  return !quoted && kind === "plain" && last.length >= 3 && !/^\d+$/.test(last) && !SYLLABLE.test(last);
};
