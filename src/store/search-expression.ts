// A query in the language of FTS5. Owns the order of what is found: each tier leaves out what those
// before it have. Words come from the parser, letters and digits alone, and stand in quotes.

import type { Phrase, SearchQuery } from "../site/search-query.ts";

export interface Tier {
  match: string;
  /** Counts only if this finds nothing; `null`: it counts always. */
  unless: string | null;
}

const WHOLE = ["title", "tags", "body"];

/** Title, tags, anywhere; each with the marks as written before those that only fold to the same. */
export function tiersOf({ strict, open, loose }: SearchQuery): Tier[] {
  if (strict.length === 0) return [];
  const steps = [["title"], ["tags"], WHOLE].flatMap((columns) => {
    const folded = expression(strict, columns);
    const marked = markedExpression(strict, columns);
    return marked === "" ? [folded] : [`(${folded}) AND ${marked}`, folded];
  });
  const found: string[] = [];
  const tiers = steps.map((step): Tier => {
    const match = without(step, found);
    found.push(step);
    return { match, unless: null };
  });
  const anywhere = expression(strict, WHOLE);
  const opened = open === null ? null : expression(open, WHOLE);
  if (opened !== null) tiers.push({ match: without(opened, [anywhere]), unless: null });
  if (loose !== null) tiers.push({ match: expression(loose, WHOLE), unless: either(anywhere, opened) });
  return tiers;
}

const either = (one: string, other: string | null): string =>
  other === null ? one : `(${one}) OR (${other})`;

const without = (step: string, others: string[]): string =>
  others.length === 0 ? step : `(${step}) NOT (${others.map((other) => `(${other})`).join(" OR ")})`;

const expression = (phrases: Phrase[], columns: string[]): string =>
  phrases
    .map(({ words, open }) => `${filter(columns)} "${words.join(" ")}"${open ? " *" : ""}`)
    .join(" AND ");

/** Empty if no word has marks. */
const markedExpression = (phrases: Phrase[], columns: string[]): string =>
  phrases
    .flatMap(({ marked }) => marked)
    .map((word) => `${filter(columns.map((column) => `${column}_marked`))} "${word}"`)
    .join(" AND ");

const filter = (columns: string[]): string => `{${columns.join(" ")}} :`;
