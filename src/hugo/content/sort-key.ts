// Hugo's order of lists as one text: ascending byte order of the keys is weight (1, 2, … and then
// none), date with the newest first, link title by the language's alphabet, path; the language, because translations
// may be alike in all of these. PaperMod's lists have their sections after all their pages.

import { type Moment, ZERO_TIME } from "../../site/moment.ts";
import type { Kind } from "../../site/page.ts";
import { collate } from "./collation.ts";

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
