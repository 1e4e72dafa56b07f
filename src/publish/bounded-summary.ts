// A summary that lists and feeds can carry. Hugo prints any: an exported notebook, which has no paragraph to end
// it, is its own summary of 3 MB.

import { escapeHtml } from "../hugo/markdown/escape.ts";
import type { HugoPage } from "../hugo/page.ts";
import type { Card, TrustedHtml } from "../site/page.ts";
import type { Warning } from "../site/problem.ts";

/** UTF-16 units of HTML. A row of D1 holds 2 MB, the card and its summary among them. */
const LONGEST = 100_000;

/** UTF-16 units of text that stand for a longer one. */
const BEGINNING = 10_000;

export function boundedSummary({ card, file }: HugoPage): {
  summary: Pick<Card, "summary" | "summaryText">;
  warnings: Warning[];
} {
  const { summary, summaryText } = card;
  if (summary.length <= LONGEST) return { summary: { summary, summaryText }, warnings: [] };
  const beginning = `${summaryText.slice(0, BEGINNING).toWellFormed()}…`;
  const message = `Its summary has ${summary.length} characters, and lists and feeds show the beginning: end it with <!--more-->, or put one into the front matter`;
  return {
    summary: { summary: escapeHtml(beginning) as TrustedHtml, summaryText: beginning },
    warnings: [{ message, path: file }],
  };
}
