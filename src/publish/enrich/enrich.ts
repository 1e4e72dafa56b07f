// The second pass over a page's HTML: what makes it better than Hugo's without being different where
// Hugo's output is what the author means. Owns the order; each concern has a file of its own.

import type { Warning } from "../../site/problem.ts";
import type { Concern, Enriched, EnrichedPage } from "./concern.ts";
import { enrichImages } from "./image.ts";
import { makeReachable } from "./reachable.ts";

const CONCERNS: Concern[] = [enrichImages, makeReachable];

export async function enrich(html: string, page: EnrichedPage): Promise<Enriched> {
  const warnings: Warning[] = [];
  let enriched = html;
  for (const concern of CONCERNS) {
    const result = await concern(enriched, page);
    enriched = result.html;
    warnings.push(...result.warnings);
  }
  return { html: enriched, warnings };
}
