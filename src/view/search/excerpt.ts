// Where in a text the words of a query stand, and the part of it that shows most of them. Answers plain
// pieces, so that what is marked is decided here and what is escaped by the template.

import { type Phrase, parseQuery } from "../../site/search-query.ts";
import { wordsIn } from "../../site/search-word.ts";

export interface Piece {
  text: string;
  /** Is what was looked for. */
  hit: boolean;
}

export type Marker = (text: string) => Piece[];

/** Marks whole titles, names and the like. */
export function createMarker(query: string): Marker {
  const find = createFinder(query);
  return (text) => cut(text, find(text), { start: 0, end: text.length });
}

/** UTF-16 units. */
const LENGTH = 240;
const BEFORE = 60;

/** The best part of the first of these texts that has any; else how the last one begins. */
export function createExcerpt(query: string): (texts: string[]) => Piece[] {
  const find = createFinder(query);
  return (texts) => {
    for (const text of texts) {
      const places = find(text);
      if (places.length > 0) return cut(text, places, windowAround(text, places));
    }
    const text = texts.at(-1) ?? "";
    return cut(text, [], { start: 0, end: Math.min(text.length, LENGTH) });
  };
}

interface Place {
  start: number;
  end: number;
  /** Which phrase of the query. */
  of: number;
}

/** Phrases as they were meant; word by word where there is none of them. */
function createFinder(query: string): (text: string) => Place[] {
  const { strict, open, loose } = parseQuery(query);
  return (text) => {
    const tokens = tokensOf(text);
    const places = placesOf(open ?? strict, tokens);
    return places.length > 0 || loose === null ? places : placesOf(loose, tokens);
  };
}

interface Token {
  folded: string;
  start: number;
  end: number;
  /** Where its first sign ends, if it is one of a run; else where it ends. */
  first: number;
}

/** Of a run each word is a pair, which begins one sign after the one before. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { folded, kind, start, end } of wordsIn(text)) {
    const signs = kind === "run" ? Array.from(text.slice(start, end), ({ length }) => length) : [];
    if (signs.length !== folded.length) {
      tokens.push(...folded.map((folded) => ({ folded, start, end, first: end })));
      continue;
    }
    let at = start;
    for (const [i, word] of folded.entries()) {
      const first = at + (signs[i] ?? 0);
      tokens.push({ folded: word, start: at, end: first + (signs[i + 1] ?? 0), first });
      at = first;
    }
  }
  return tokens;
}

/** In the order of the text, none over another. */
function placesOf(phrases: Phrase[], tokens: Token[]): Place[] {
  const places: Place[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const of = phrases.findIndex((phrase) => standsAt(phrase, tokens, at));
    const words = phrases[of]?.words ?? [];
    const [first, last] = [tokens[at], tokens[at + words.length - 1]];
    if (first === undefined || last === undefined || words.length === 0) continue;
    const end = last.folded === words.at(-1) ? last.end : last.first;
    const before = places.at(-1);
    if (before !== undefined && first.start < before.end) before.end = Math.max(before.end, end);
    else places.push({ start: first.start, end, of });
  }
  return places;
}

function standsAt({ words, open }: Phrase, tokens: Token[], at: number): boolean {
  return words.every((word, i) => {
    const folded = tokens[at + i]?.folded ?? "";
    return folded === word || (open && i === words.length - 1 && folded.startsWith(word));
  });
}

interface Part {
  start: number;
  end: number;
}

/** Around the place from which on the most different phrases stand close together. */
function windowAround(text: string, places: Place[]): Part {
  let [best, most] = [0, 0];
  for (let i = 0; i < places.length; i++) {
    const phrases = new Set<number>();
    for (let j = i; j < places.length && j < i + CLOSE; j++) {
      const place = places[j];
      if (place !== undefined && place.end - (places[i]?.start ?? 0) <= LENGTH - BEFORE)
        phrases.add(place.of);
    }
    if (phrases.size > most) [best, most] = [i, phrases.size];
  }
  const { start, end } = places[best] ?? { start: 0, end: 0 };
  const from = start <= BEFORE ? 0 : wordStart(text, start - BEFORE, start);
  return { start: from, end: Math.min(text.length, Math.max(end, from + LENGTH)) };
}

/** Places that are looked at after one: each is looked at so often, and no more. */
const CLOSE = 24;

/** After the first space from `from` on, if there is one before `to`. */
function wordStart(text: string, from: number, to: number): number {
  const space = text.indexOf(" ", from);
  return space >= 0 && space < to ? space + 1 : from;
}

function cut(text: string, places: Place[], { start, end }: Part): Piece[] {
  const pieces: Piece[] = [];
  const add = (text: string, hit: boolean) => text !== "" && pieces.push({ text, hit });
  add(start > 0 ? "…" : "", false);
  let at = start;
  for (const place of places) {
    if (place.start < at || place.end > end) continue;
    add(text.slice(at, place.start), false);
    add(text.slice(place.start, place.end), true);
    at = place.end;
  }
  // The last word of a part would be torn.
  const last = end === text.length ? end : Math.max(at, text.lastIndexOf(" ", end));
  add(text.slice(at, last > start ? last : end), false);
  add(end < text.length ? "…" : "", false);
  return pieces;
}
