// A page's body to everything that Hugo makes of it: content, table of contents, summary, plain text,
// counts. Pure and synchronous; what the world does not know yet counts as absent. Grammars and
// emoji names must have been loaded: see highlight.ts.

import type { PageNeed, TrustedHtml } from "../../site/page.ts";
import type { Warning, WarningCode } from "../../site/problem.ts";
import { type MarkdownPort, ShortcodeRenderer } from "../shortcode/render-shortcode.ts";
import type { Shortcode, ShortcodePart } from "../shortcode/shortcode.ts";
import { AuthorTemplates } from "../template/author-template.ts";
import { Budget } from "../template/budget.ts";
import { ownHooks } from "../template/own-hook.ts";
import { TooComplex } from "./budget.ts";
import type { Content, ContentSource, RenderContent, RenderContext } from "./content.ts";
import { escapeHtml } from "./escape.ts";
import { asHome, renderHooks } from "./hook.ts";
import { GoldmarkLexer } from "./lexer.ts";
import { markdownOptions } from "./markdown-options.ts";
import { countWords, plainText, readingMinutes } from "./plain.ts";
import type { RenderHooks } from "./render-hook.ts";
import { renderInlineTokens, renderTokens } from "./renderer.ts";
import { PLACE, placeOf, placeOfNote } from "./shortcode-place.ts";
import { DIVIDER, type Summary, summaryByDivider, summaryByLength, trimShortHtml } from "./summary.ts";
import { renderToc, TOC_PLACE, type TocHeading, tocTokens } from "./toc.ts";

export const renderContent: RenderContent = (source, context) =>
  new ContentRenderer(source, context, { inside: [], budget: new Budget() }).render();

/** Whose Markdown it is: what render hooks take for the page. */
type Owner = "page" | "home";

/** Of a page that is rendered because another one shows it. */
interface Nesting {
  /** The files around it, which it must not show in turn. */
  inside: readonly string[];
  /** What all templates may do together. */
  budget: Budget;
}

const MORE = "<!--more-->";

const OMITTED =
  "raw HTML is left out from here on: `markup.goldmark.renderer.unsafe: true` in the configuration lets it through";

/** Ends at the page that is published, whose author is told. */
class ShowsItself extends Error {}

class ContentRenderer {
  readonly #source: ContentSource;
  readonly #context: RenderContext;
  readonly #nesting: Nesting;
  readonly #warnings: Warning[] = [];
  readonly #templates: AuthorTemplates;
  readonly #shortcodes: ShortcodeRenderer;
  readonly #formulas = new Map<string, string>();
  /** What stands where a shortcode could not be rendered, by placeholder. */
  readonly #notes: Placed = new Map();
  #depth = 0;
  #hasOmitted = false;
  /** Of the shortcode of the body that is being rendered. */
  #offset = 0;

  constructor(source: ContentSource, context: RenderContext, nesting: Nesting) {
    this.#source = source;
    this.#context = context;
    this.#nesting = nesting;
    const markdown: MarkdownPort = {
      markdownify: (text) => trimShortHtml(this.#renderString(text, "home")),
      renderInline: (text) => trimShortHtml(this.#renderString(text, "page")),
      renderBlocks: (text) => this.#renderString(text, "page"),
      contentOf: (other) => this.#contentOf(other),
      place: (html) => this.#place(html),
      warn: (message, offset, code) => this.#warn(message, offset, code),
    };
    this.#templates = new AuthorTemplates(source, context, markdown, nesting.budget);
    this.#shortcodes = new ShortcodeRenderer(source, context, { markdown, templates: this.#templates });
  }

  render(): Content {
    const source = normalise(this.#source.body);
    const { html: body, headings, divided } = this.#body(source);
    const toc =
      this.#source.format === "html" ? "" : renderToc(headings, this.#context.config.markup.tableOfContents);
    const whole = body.includes(TOC_PLACE) ? body.replaceAll(TOC_PLACE, () => toc) : body;
    const html = putBack(whole, this.#notes);
    const cjk = this.#source.isCJKLanguage;
    const { content, summary, truncated } = this.#summarise(html, divided, cjk);
    const plain = plainText(content);
    const wordCount = countWords(plain, cjk);
    return {
      html: trusted(content),
      toc: trusted(toc),
      headings,
      summary: trusted(summary),
      truncated,
      plain,
      wordCount,
      readingTime: readingMinutes(wordCount, cjk),
      formulas: Array.from(this.#formulas, ([text, tex]) => ({ text, tex })),
      needs: this.#needs(content),
      warnings: this.#warnings,
    };
  }

  #contentOf(other: ContentSource): Content | null {
    const inside = [...this.#nesting.inside, this.#source.file];
    try {
      if (inside.includes(other.file)) throw new ShowsItself(other.file);
      // Its text is asked for by itself: then what its code is highlighted with is loaded.
      if (this.#context.world.text(other.file) === null) return null;
      const content = new ContentRenderer(other, this.#context, { ...this.#nesting, inside }).render();
      for (const { text, tex } of content.formulas) this.#formulas.set(text, tex);
      return content;
    } catch (error) {
      if (error instanceof ShowsItself && inside.length === 1) return null;
      throw error;
    }
  }

  #place(html: string): string {
    const key = placeOfNote(this.#notes.size);
    this.#notes.set(key, () => html);
    return key;
  }

  #warn(message: string, offset: number, code?: WarningCode): void {
    const { body, bodyLine, file } = this.#source;
    let line = bodyLine;
    const text = normalise(body);
    // What a shortcode has rendered for it is told at that shortcode's line.
    const at = this.#depth > 0 ? this.#offset : offset;
    for (let i = text.indexOf("\n"); i >= 0 && i < at; i = text.indexOf("\n", i + 1)) line++;
    if (this.#warnings.some((w) => w.message === message && w.line === line)) return;
    this.#warnings.push({ ...(code === undefined ? {} : { code }), message, path: file, line });
  }

  #body(source: string): { html: string; headings: TocHeading[]; divided: boolean } {
    if (source.trim() === "") return { html: "", headings: [], divided: false };
    const { text, placed, divided } = this.#expand(this.#shortcodes.parse(source), { divides: true });
    if (this.#source.format === "html") return { html: putBack(text, placed), headings: [], divided };
    const rendered = this.#markdown(text, "page");
    return { html: putBack(rendered.html, placed), headings: rendered.headings, divided };
  }

  /** The text with placeholders for what Markdown must not touch, and its divider marked. */
  #expand(parts: ShortcodePart[], { divides }: { divides: boolean }) {
    const placed: Placed = new Map();
    let divided = !divides;
    let ordinal = 0;
    const text = parts.map((part) => {
      if (typeof part !== "string") {
        const render = this.#rendering(part, ordinal++);
        if (!this.#shortcodes.isPlaced(part)) return render();
        const key = placeOf(this.#depth, placed.size);
        placed.set(key, render);
        return key;
      }
      const more = divided ? -1 : part.indexOf(MORE);
      if (more < 0) return part;
      divided = true;
      return `${part.slice(0, more)}\n\n${DIVIDER}\n\n${part.slice(more + MORE.length).replace(/^\s+/, "")}`;
    });
    return { text: text.join(""), placed, divided: divided && divides };
  }

  /** Once, when it is asked for. */
  #rendering(shortcode: Shortcode, ordinal: number): () => string {
    let html: string | null = null;
    return () => {
      if (html !== null) return html;
      if (this.#depth === 0) this.#offset = shortcode.offset;
      html = this.#shortcodes.render(shortcode, ordinal);
      return html;
    };
  }

  #markdown(text: string, of: Owner): { html: string; headings: TocHeading[] } {
    const options = markdownOptions(this.#context.config);
    try {
      const lexer = new GoldmarkLexer(options);
      const tokens = lexer.lex(text);
      const html = renderTokens(tokens, options.render, this.#hooks(of));
      const headings = lexer.headings.map(({ level, id, tokens: title }) => ({
        level,
        id,
        title: renderInlineTokens(tocTokens(title), options.render, {}),
      }));
      return { html, headings };
    } catch (error) {
      if (error instanceof TooComplex || error instanceof RangeError) return this.#refuse(text);
      throw error;
    }
  }

  /** The author's own before the theme's and Hugo's. */
  #hooks(of: Owner): RenderHooks {
    const { page, home } = this.#templates.runtime;
    const hooks: RenderHooks = {
      ...(of === "home"
        ? renderHooks(...asHome(this.#source, this.#context))
        : renderHooks(this.#source, this.#context)),
      passthrough: ({ text, tex }) => {
        this.#formulas.set(text, tex);
        return text;
      },
      omitted: (html) => this.#tellOmitted(html),
    };
    const warn = (message: string, code?: WarningCode) => this.#warn(message, 0, code);
    return ownHooks(this.#templates, hooks, { page: of === "home" ? home : page, warn });
  }

  /** Once a page: it is one setting of the site. */
  #tellOmitted(html: string): void {
    if (this.#hasOmitted) return;
    this.#hasOmitted = true;
    const first = html.trim().split("\n", 1)[0] ?? "";
    this.#warn(OMITTED, Math.max(0, normalise(this.#source.body).indexOf(first)));
  }

  #refuse(text: string): { html: string; headings: TocHeading[] } {
    this.#warn("this text nests or repeats its signs so much that it is shown as it is: simplify it", 0);
    return {
      html: `<pre class="deckle-problem">${escapeHtml(text)}</pre>\n`,
      headings: [],
    };
  }

  /** Markdown given to a shortcode or in the front matter, shortcodes in it expanded. */
  #renderString(text: string, of: Owner): string {
    if (text.trim() === "" || this.#depth > 5) return "";
    this.#depth++;
    try {
      const { text: expanded, placed } = this.#expand(this.#shortcodes.parse(text), { divides: false });
      return putBack(this.#markdown(expanded, of).html, placed);
    } finally {
      this.#depth--;
    }
  }

  #summarise(html: string, divided: boolean, cjk: boolean): Summary {
    const byDivider = divided ? summaryByDivider(html) : null;
    if (byDivider) return byDivider.summary === "" ? { ...byDivider, ...this.#givenSummary() } : byDivider;
    if (this.#source.summary !== "") return { content: html, ...this.#givenSummary() };
    return { content: html, ...summaryByLength(html, this.#context.language.summaryLength, cjk) };
  }

  #givenSummary() {
    const summary = putBack(this.#renderString(this.#source.summary, "page"), this.#notes);
    return { summary: trimShortHtml(summary), truncated: false };
  }

  #needs(html: string): PageNeed[] {
    const needs: PageNeed[] = [];
    if (/class="(?:highlight|chroma)|<pre tabindex="0"/.test(html)) needs.push("code");
    return needs;
  }
}

const PLACES = new RegExp(`(<p>)?(${PLACE.source})(</p>)?|<[a-zA-Z][^<>]*>`, "g");

/** By placeholder. As in Hugo, what stands for Markdown's own sake is rendered after it, when hooks have run. */
type Placed = Map<string, () => string>;

/** What stands alone in a paragraph takes the paragraph's place; inside of a tag a note is its text. */
function putBack(html: string, placed: Placed): string {
  if (placed.size === 0) return html;
  const whole = html.replace(PLACES, (whole, open, key, close) => {
    if (key === undefined)
      return whole.replace(PLACE, (name: string) => textOfNote(placed.get(name)?.() ?? name));
    const value = placed.get(key)?.();
    if (value === undefined) return whole;
    return open && close ? value : `${open ?? ""}${value}${close ?? ""}`;
  });
  // What Markdown has dropped (a comment, say) is told, too, if it cannot be rendered.
  for (const render of placed.values()) render();
  return whole;
}

const textOfNote = (html: string): string =>
  html.replace(/^<span class="deckle-problem"[^>]*>([^<]*)<\/span>/, "$1");

/** A carriage return alone ends no line in Goldmark. */
const normalise = (text: string): string => text.replaceAll("\r\n", "\n");

/** The one place where rendered Markdown becomes HTML that goes out unescaped. */
const trusted = (html: string): TrustedHtml => html as TrustedHtml;
