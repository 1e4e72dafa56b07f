// Mermaid diagrams: their text stays what the page says, and the page is told that a browser can draw
// it (view/script/diagram.ts).

import type { Params } from "../../site/page.ts";
import type { Enriched, EnrichedPage } from "./concern.ts";
import { attributeOf } from "./tag.ts";

const BOX = /<(?:code|pre|div)(\s[^<>]*)>/g;
/** An author who brings Mermaid along has it drawn by that. */
const OWN_SCRIPT = /<script\b[^<>]*mermaid/i;

export function findDiagrams(html: string, { params, siteParams }: EnrichedPage): Enriched {
  const wanted = !isOff(params) && (params.mermaid !== undefined || !isOff(siteParams));
  const drawn = wanted && html.includes("mermaid") && hasDiagram(html) && !OWN_SCRIPT.test(html);
  return { html, warnings: [], needs: drawn ? ["mermaid"] : [] };
}

/** As Hugo prints the fence, and as hooks and shortcodes do for Mermaid itself. */
function hasDiagram(html: string): boolean {
  for (const [, attributes = ""] of html.matchAll(BOX)) {
    const classes = (attributeOf(attributes, "class") ?? "").split(/\s+/);
    if (classes.includes("mermaid") || classes.includes("language-mermaid")) return true;
  }
  return false;
}

const isOff = ({ mermaid }: Params): boolean => mermaid === false || mermaid === "false";
