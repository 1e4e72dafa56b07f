// What a running template reaches beside its own values: other templates, Markdown, the site. One a page.

import type { Content, ContentSource, RenderContext } from "../markdown/content.ts";
import type { Budget } from "./budget.ts";
import type { Template } from "./node.ts";
import type { GoObject, Value } from "./value.ts";

export interface Runtime {
  source: ContentSource;
  context: RenderContext;
  budget: Budget;
  page: GoObject;
  /** The page's, or that of its language. */
  home: GoObject;
  site: GoObject;
  /** The site in one of its languages; in none that there is: in the page's. */
  siteIn(lang: string): GoObject;
  /** What lies in the page's bundle. */
  resources(): GoObject;
  /** The author's template at a name below layouts/: `partials/a.html`. `null` if there is none. */
  template(name: string): Template | null;
  /** Markdown to HTML as home's, without `<p>` where it is one paragraph. */
  markdownify(text: string): string;
  /** The same as the page's own. */
  renderInline(text: string): string;
  renderBlocks(text: string): string;
  /** Another page rendered. Throws if that shows this one in turn, or too many are. */
  contentOf(source: ContentSource): Content;
  /** Tells the author about a template's line. */
  warn(message: string): void;
  /** `partialCached`: by name and variants. */
  cached: Map<string, Value>;
  /** How many numbers `math.Rand` has given. */
  draws: number;
  /** Data that its templates have read, by its text. */
  data: Map<string, Value>;
  /** The blocks that the running file defines, inline partials among them. */
  defined: Template[];
}

export type GoFunction = (args: Value[], runtime: Runtime) => Value;
