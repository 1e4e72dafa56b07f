// The second pass over a page's HTML: what makes it better than Hugo's without being different where
// Hugo's output is what the author means. Owns the order; each concern has a file of its own.

import type { PageNeed } from "../../site/page.ts";
import type { Warning } from "../../site/problem.ts";
import { mendCollapses } from "./collapse.ts";
import type { Concern, Enriched, EnrichedPage } from "./concern.ts";
import { findDiagrams } from "./diagram.ts";
import { enrichEmbeds } from "./embed.ts";
import { enrichImages } from "./image.ts";
import { enrichMath } from "./math.ts";
import { makeReachable } from "./reachable.ts";

const CONCERNS: Concern[] = [
  enrichMath,
  findDiagrams,
  enrichEmbeds,
  enrichImages,
  mendCollapses,
  makeReachable,
];

export async function enrich(html: string, page: EnrichedPage): Promise<Required<Enriched>> {
  const needs: PageNeed[] = [];
  const warnings: Warning[] = [];
  let enriched = html;
  for (const concern of CONCERNS) {
    const result = await concern(enriched, page);
    enriched = result.html;
    warnings.push(...result.warnings);
    needs.push(...(result.needs ?? []));
  }
  return { html: enriched, warnings, needs };
}
