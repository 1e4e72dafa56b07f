// Hugo's order of lists as one text: ascending byte order of the keys is weight (1, 2, … and then
// none), date with the newest first, link title by the language's alphabet, path; the language, because translations
// may be alike in all of these. PaperMod's lists have their sections after all their pages.

import { type Moment, ZERO_TIME } from "../../site/moment.ts";
import type { Kind } from "../../site/page.ts";

export interface SortFields {
  kind: Kind;
  weight: number;
  date: Moment | null;
  /** Link title, else title. */
  title: string;
  lang: string;
  /** Logical path with whatever tells two files of it apart. */
  path: string;
}

export function sortKey({ kind, weight, date, title, lang, path }: SortFields): string {
  const rank = weight === 0 ? LAST : clamp(weight);
  const newestFirst = -clamp((date ?? ZERO_TIME).epoch);
  const key = [digits(rank), digits(newestFirst), collate(title, lang), path, lang].join("\u0001");
  return kind === "section" ? AFTER_DIGITS + key : key;
}

const LAST = 2 ** 47;
const AFTER_DIGITS = "s";

const clamp = (number: number): number => Math.max(-LAST + 1, Math.min(LAST - 1, Math.trunc(number)));

/** Whole numbers of either sign, so that text order is theirs. */
const digits = (number: number): string => (number + 2 ** 48).toString(16).padStart(13, "0");

/**
 * Close to the Unicode collation: spaces, then signs, digits, letters; accents count only between
 * texts that are equal without them. Letters that are ones of their own come after the plain one:
 * `đ` everywhere, `ă â ê ô ơ ư` in Vietnamese.
 */
function collate(title: string, lang: string): string {
  const composed = title.normalize("NFC").toLowerCase();
  const marked = composed.replace(/./gsu, (char) => {
    const base = lang.startsWith("vi") ? char.normalize("NFD").replace(TONES, "").normalize("NFC") : char;
    return OWN_LETTERS.get(base) ?? (lang.startsWith("vi") ? (VIETNAMESE.get(base) ?? char) : char);
  });
  const primary = marked
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}\s~]/gu, "!");
  return `${primary.replace(/\s/g, " ")}\u0002${composed}\u0002${title}`;
}

/** Grave, acute, tilde, hook above, dot below. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const OWN_LETTERS = new Map([["đ", "d~"]]);
const VIETNAMESE = new Map([
  ...[
    ["ă", "a~"],
    ["â", "a~~"],
    ["ê", "e~"],
    ["ô", "o~"],
    ["ơ", "o~~"],
    ["ư", "u~"],
  ].map(([letter = "", key = ""]): [string, string] => [letter, key]),
]);
