// The addresses of a page's further formats (Hugo's `outputs`), and what stands there: the feeds and lists
// that Deckle makes in that format's place, or a way to the page itself.

import type { HugoConfig } from "../hugo/config/config.ts";
import { formatUrl, standsFor } from "../hugo/config/output-format.ts";
import { languagePrefix } from "../hugo/content/permalink.ts";
import { everyPageList, PRECEDENCE, type Route } from "../site/contribution.ts";
import type { PageId } from "../site/page.ts";
import type { UrlPath } from "../site/url.ts";

export interface Addressed {
  /** `outputs` of its front matter; else its kind's count. */
  outputs?: string[] | null;
  /** What describes it, if anything does. */
  file?: string;
  card: { kind: string; url: UrlPath; layout: string; lang: string };
}

export function formatRoutes(
  { outputs, file, card }: Addressed,
  id: PageId,
  config: HugoConfig,
  precedence: number,
): Route[] {
  const { kind, url, lang } = card;
  const language = config.languages.find((known) => known.lang === lang);
  const prefix = language ? languagePrefix(language, config) : "";
  const list = kind === "home" ? String(everyPageList(lang)) : String(id);
  return [...new Set(outputs ?? config.outputs[kind])].flatMap((name): Route[] => {
    const format = config.outputFormats[name];
    const stands = format && standsFor(format, kind);
    if (!format || !stands) return [];
    const at = formatUrl(format, { kind, url, prefix, file });
    if (stands === "alias") return at === url ? [] : [[at, PRECEDENCE.alias, "alias", null]];
    return [[at, precedence, stands, stands === "index" ? null : list]];
  });
}
