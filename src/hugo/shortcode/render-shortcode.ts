// Shortcodes to text: looks each one up, renders what stands inside it first, and puts a note in the
// place of one that cannot be rendered. Owns the order and the indentation; what a shortcode prints
// is its template's.

import type { WarningCode } from "../../site/problem.ts";
import type { ContentSource, RenderContext } from "../markdown/content.ts";
import { escapeHtml } from "../markdown/escape.ts";
import type { AuthorTemplates, TemplatePort } from "../template/author-template.ts";
import { OwnShortcodes } from "../template/own-shortcode.ts";
import { hugoShortcodes } from "./builtin.ts";
import { nearName } from "./near-name.ts";
import { papermodShortcodes } from "./papermod.ts";
import { parseShortcodes } from "./parse-shortcode.ts";
import type { Shortcode, ShortcodeCall, ShortcodePart, ShortcodeTemplate } from "./shortcode.ts";

/** How Markdown becomes HTML here: given by the renderer of content. */
export interface MarkdownPort extends TemplatePort {
  /** What stands for this HTML until all Markdown is read, which would take it for an author's own. */
  place(html: string): string;
  /** `offset` counts in the text that holds the shortcodes. */
  warn(message: string, offset: number, code?: WarningCode): void;
}

interface Given {
  markdown: MarkdownPort;
  templates: AuthorTemplates;
}

/** Templates that shortcodes may nest through one another. */
const MAX_LEVEL = 20;
/** Output of all shortcodes of one text together, in characters. */
const MAX_OUTPUT = 5_000_000;

export class ShortcodeRenderer {
  readonly #source: ContentSource;
  readonly #context: RenderContext;
  readonly #markdown: MarkdownPort;
  readonly #own: OwnShortcodes;
  readonly #inlines = new Map<string, ShortcodeTemplate>();
  #output = 0;

  constructor(source: ContentSource, context: RenderContext, given: Given) {
    this.#source = source;
    this.#context = context;
    this.#markdown = given.markdown;
    this.#own = new OwnShortcodes(given.templates);
  }

  parse(text: string): ShortcodePart[] {
    return parseShortcodes(text, { takesInner: (name) => this.#find(name)?.takesInner ?? null });
  }

  /** By name, but for the author's own. */
  #known(): string[] {
    const theme = this.#context.theme === "papermod" ? Object.keys(papermodShortcodes) : [];
    return [...Object.keys(hugoShortcodes), ...theme];
  }

  #find(name: string): ShortcodeTemplate | null {
    const own = this.#own.find(name);
    if (own) return own;
    if (this.#context.theme === "papermod" && Object.hasOwn(papermodShortcodes, name)) {
      return papermodShortcodes[name] ?? null;
    }
    return Object.hasOwn(hugoShortcodes, name) ? (hugoShortcodes[name] ?? null) : null;
  }

  /** Whether its output is put in after Markdown; otherwise it is Markdown itself. */
  isPlaced(shortcode: Shortcode): boolean {
    if (!shortcode.markup || shortcode.problem !== null) return true;
    return this.#find(shortcode.name)?.isPlaced ?? false;
  }

  render(shortcode: Shortcode, ordinal: number, parent: ShortcodeCall | null = null, level = 0): string {
    if (shortcode.problem !== null) return this.#note(shortcode, shortcode.problem);
    if (level > MAX_LEVEL) return this.#note(shortcode, `${shortcode.name} is nested too deep`);
    const isInline = shortcode.name.endsWith(".inline");
    if (isInline && !this.#context.config.enableInlineShortcodes) return "";
    const template = isInline ? this.#inline(shortcode) : this.#find(shortcode.name);
    if (!template) {
      const inner = this.#renderInner(shortcode, null, level);
      const near = nearName(shortcode.name, this.#known());
      const remedy = isInline
        ? "write its template between its tags the first time that it is used"
        : `${near === null ? "" : `write ${near} if you mean that, `}add layouts/shortcodes/${shortcode.name}.html, or remove it`;
      return this.#note(shortcode, `the shortcode ${shortcode.name} is not known: ${remedy}`) + inner;
    }
    const call: ShortcodeCall = {
      shortcode,
      inner: "",
      parent,
      ordinal,
      source: this.#source,
      context: this.#context,
      markdownify: (text) => this.#markdown.markdownify(text),
      renderInline: (text) => this.#markdown.renderInline(text),
      renderBlocks: (text) => this.#markdown.renderBlocks(text),
      warn: (message, code) => this.#markdown.warn(message, shortcode.offset, code),
      refuse: (problem) => this.#note(shortcode, problem) + call.inner,
    };
    const inner = isInline ? sourceOf(shortcode) : this.#renderInner(shortcode, call, level);
    call.inner = shortcode.markup && (level > 0 || template.isPlaced) ? this.#markdownInner(inner) : inner;
    const html = template.render(call);
    this.#output += html.length;
    if (this.#output > MAX_OUTPUT) return this.#note(shortcode, "the shortcodes of this page print too much");
    return shortcode.inner.length === 0 && shortcode.indentation !== ""
      ? indent(html, shortcode.indentation)
      : html;
  }

  #renderInner(shortcode: Shortcode, call: ShortcodeCall | null, level: number): string {
    let nested = 0;
    return shortcode.inner
      .map((part) => (typeof part === "string" ? part : this.render(part, nested++, call, level + 1)))
      .join("");
  }

  /** Text of `{{% %}}` inside another shortcode is Markdown at once; a line alone loses its `<p>`. */
  #markdownInner(inner: string): string {
    const html = this.#markdown.renderBlocks(inner);
    return inner.includes("\n") ? html : html.replace(/^<p>(.*)<\/p>\n$/s, "$1");
  }

  /** Its template stands between its tags the first time, and is used again by a tag alone. */
  #inline(shortcode: Shortcode): ShortcodeTemplate | null {
    const text = sourceOf(shortcode);
    if (text !== "") this.#inlines.set(shortcode.name, this.#own.inline(shortcode.name, text));
    return this.#inlines.get(shortcode.name) ?? null;
  }

  /** What the author wrote, visible and marked, where it could not be rendered. */
  #note(shortcode: Shortcode, problem: string): string {
    this.#markdown.warn(problem, shortcode.offset, "not-rendered");
    return this.#markdown.place(
      `<span class="deckle-problem" title="${escapeHtml(problem)}">${escapeHtml(shortcode.source)}</span>`,
    );
  }
}

const sourceOf = ({ inner }: Shortcode): string =>
  inner.map((part) => (typeof part === "string" ? part : part.source)).join("");

/** The first line is indented by what stands before the tag. */
function indent(html: string, indentation: string): string {
  return html.replace(/\n(?=[\s\S])/g, `\n${indentation}`);
}
