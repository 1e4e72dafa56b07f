// What a sitemap tells of a page beside its address and date, as sitemaps.org has it.

import type { ParamValue } from "./page.ts";

export interface SitemapHints {
  /** `weekly`, or empty. */
  changeFreq: string;
  /** 0 to 1; `null` if nothing is said. */
  priority: number | null;
}

export const CHANGE_FREQUENCIES = ["always", "hourly", "daily", "weekly", "monthly", "yearly", "never"];

/** Of a `sitemap` in front matter or in the configuration; what it does not say, or says wrongly, is as it is `otherwise`. */
export function readSitemapHints(
  given: ParamValue | undefined,
  otherwise: SitemapHints = { changeFreq: "", priority: null },
): SitemapHints {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return otherwise;
  const changeFreq = String(given.changefreq).toLowerCase();
  const priority = Number.parseFloat(String(given.priority));
  return {
    changeFreq: CHANGE_FREQUENCIES.includes(changeFreq) ? changeFreq : otherwise.changeFreq,
    priority: priority >= 0 && priority <= 1 ? priority : otherwise.priority,
  };
}
