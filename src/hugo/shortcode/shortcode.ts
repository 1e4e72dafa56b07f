// A shortcode as it stands in a text, and what one is that can be called. Contracts between the
// parser, the renderer and the shortcodes themselves.

import type { WarningCode } from "../../site/problem.ts";
import type { ContentSource, RenderContext } from "../markdown/content.ts";

export type Argument = string | number | boolean;

export interface Shortcode {
  type: "shortcode";
  name: string;
  /** `{{% %}}`: its output is Markdown. */
  markup: boolean;
  positional: Argument[];
  named: Map<string, Argument> | null;
  inner: ShortcodePart[];
  /** Ended by a closing tag, or closed in itself. */
  closed: boolean;
  /** Blanks before its tag, if nothing else stands before it on the line. */
  indentation: string;
  /** Position in the text that was parsed. */
  offset: number;
  /** Its opening tag, as written. */
  source: string;
  /** Why it cannot be rendered; then its tag is shown in its place. */
  problem: string | null;
}

export type ShortcodePart = string | Shortcode;

/** What a shortcode sees when it is called. */
export interface ShortcodeCall {
  shortcode: Shortcode;
  /** Rendered parts between the tags; for `{{% %}}` inside another, rendered as Markdown. */
  inner: string;
  /** The shortcode around this one. */
  parent: ShortcodeCall | null;
  /** Counted from 0 among its siblings. */
  ordinal: number;
  source: ContentSource;
  context: RenderContext;
  /** Markdown to HTML as home's, without `<p>` where it is one paragraph: Hugo's function. */
  markdownify(text: string): string;
  /** The same as the page's own: Hugo's `.RenderString`. */
  renderInline(text: string): string;
  /** Markdown to HTML as blocks. */
  renderBlocks(text: string): string;
  /** Tells the author, with the shortcode's file and line. */
  warn(message: string, code?: WarningCode): void;
  /** What stands in the place of a shortcode that can't be rendered: a note, and what it surrounds. */
  refuse(problem: string): string;
}

export interface ShortcodeTemplate {
  /** Uses what stands between its tags, so it must be closed. */
  takesInner: boolean;
  /** Even `{{% %}}` is put in after Markdown, and its inner text is Markdown at once: Hugo before 0.55. */
  isPlaced?: boolean;
  render(call: ShortcodeCall): string;
}

/** An argument by name or position; `undefined` if it was not given. */
export function argument(call: ShortcodeCall, key: string | number): Argument | undefined {
  const { named, positional } = call.shortcode;
  return typeof key === "number" ? (named ? undefined : positional[key]) : named?.get(key);
}

/** As text; empty if it was not given. */
export function textArgument(call: ShortcodeCall, key: string | number): string {
  const value = argument(call, key);
  return value === undefined ? "" : String(value);
}

/** The text without the indentation that the tag has. */
export function deindent(text: string, { indentation }: Shortcode): string {
  if (indentation === "") return text;
  return text
    .split("\n")
    .map((line) => (line.startsWith(indentation) ? line.slice(indentation.length) : line))
    .join("\n");
}

/** Go's truth: neither empty, false nor zero. */
export const isSet = (value: Argument | undefined): boolean =>
  value !== undefined && value !== "" && value !== false && value !== 0;
