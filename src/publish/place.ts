// A content file lies below one content folder or more, and is a page in each. Owns which of its pages
// share what they render to, and which of them yield.

import type { HugoConfig } from "../hugo/config/config.ts";
import { type ContentPath, contentPathsOf } from "../hugo/content/path.ts";
import type { Content, RenderContent } from "../hugo/markdown/content.ts";
import { renderContent } from "../hugo/markdown/render-content.ts";
import type { FilePath } from "../site/change-set.ts";
import { type Contribution, PRECEDENCE } from "../site/contribution.ts";

export interface SourceFile {
  path: FilePath;
  text: string;
}

/** A page to render. */
export interface Place {
  at: ContentPath;
  /** Of the file's pages: 0 is the innermost content folder's. */
  nth: number;
  text: string;
}

/** By language, of which Hugo renders the text once, for the page whose path comes first. */
export function placesOf({ path, text }: SourceFile, config: HugoConfig): Place[][] {
  const places = contentPathsOf(path, config).map((at, nth): Place => ({ at, nth, text }));
  if (places.length < 2) return [places];
  const byLanguage = Map.groupBy(places, ({ at }) => at.language.lang);
  return [...byLanguage.values()].map((same) => same.sort((a, b) => (a.at.path < b.at.path ? -1 : 1)));
}

/** For the pages of one language: renders the same text once. */
export function rendererFor(places: Place[]): RenderContent {
  if (places.length === 1) return renderContent;
  const known = new Map<string, Content>();
  return (source, context) => {
    const key = JSON.stringify([source.body, source.summary]);
    const content = known.get(key) ?? renderContent(source, context);
    known.set(key, content);
    return content;
  };
}

/**
 * The page that a folder further out makes: it yields its URLs to whatever else has them. `/vi/a/` of
 * `content/vi/a.md` is the page in Vietnamese. What is wrong with the file is said once.
 */
export const yielding = (outer: Contribution): Contribution => ({
  ...outer,
  routes: outer.routes.map(([url, precedence, ...rest]) => [
    url,
    Math.max(precedence, PRECEDENCE.alias),
    ...rest,
  ]),
  warnings: [],
  problems: [],
});
