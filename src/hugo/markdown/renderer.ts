// Tokens to HTML, as Goldmark's renderer prints them. Owns the markup; what render-hook.ts names may
// be printed by a hook instead.

import { Parser, Renderer, type RendererExtensionFunction, type Token, type Tokens } from "marked";
import type { Attributes } from "./attribute.ts";
import { mergeAttributes } from "./attribute.ts";
import { infoAttributes } from "./code-option.ts";
import { dropsLineBreak } from "./east-asian.ts";
import { encodeTarget, escapeHtml, isDangerous, writeTarget, writeText } from "./escape.ts";
import type { RenderOptions } from "./markdown-options.ts";
import { plainTokens } from "./plain-token.ts";
import { printAttributes } from "./print-attribute.ts";
import type { FenceHook, RenderHooks, TableRow } from "./render-hook.ts";
import type {
  AutolinkToken,
  BreakToken,
  CellToken,
  CheckToken,
  DefinitionListToken,
  FenceToken,
  FootnoteReferenceToken,
  FootnotesToken,
  FootnoteToken,
  HeadingToken,
  HtmlBlockToken,
  ImageToken,
  ItemToken,
  PassthroughToken,
  SpanToken,
  StringToken,
  TableToken,
} from "./token.ts";

export function renderTokens(tokens: Token[], options: RenderOptions, hooks: RenderHooks): string {
  return new Parser({ renderer: new GoldmarkRenderer(options, hooks), extensions: EXTENSIONS }).parse(tokens);
}

/** Inline tokens alone: a heading in the table of contents. */
export function renderInlineTokens(tokens: Token[], options: RenderOptions, hooks: RenderHooks): string {
  return new Parser({ renderer: new GoldmarkRenderer(options, hooks), extensions: EXTENSIONS }).parseInline(
    tokens,
  );
}

const OMITTED = "<!-- raw HTML omitted -->";

class GoldmarkRenderer extends Renderer<string, string> {
  readonly #options: RenderOptions;
  readonly #hooks: RenderHooks;
  #fences = 0;
  #quotes = 0;
  #passthroughs = 0;
  #tables = 0;

  constructor(options: RenderOptions, hooks: RenderHooks) {
    super();
    this.#options = options;
    this.#hooks = hooks;
  }

  #blocks(tokens: Token[]): string {
    return this.parser.parse(tokens);
  }

  #inline(tokens: Token[]): string {
    return this.parser.parseInline(tokens);
  }

  override space(): string {
    return "";
  }

  override paragraph(token: Tokens.Paragraph & { attributes?: Attributes }): string {
    return `<p${printAttributes(token.attributes)}>${this.#inline(token.tokens)}</p>\n`;
  }

  override text(token: Tokens.Text | Tokens.Escape): string {
    if ("tokens" in token && token.tokens) {
      return this.#inline(token.tokens);
    }
    return writeText(token.text, this.#options.escapedSpace);
  }

  override heading(token: HeadingToken): string {
    const text = this.#inline(token.tokens);
    const hooked = this.#hooks.heading?.({
      level: token.depth,
      anchor: token.id,
      text,
      plainText: plainTokens(token.tokens),
      attributes: token.attributes,
    });
    if (typeof hooked === "string") return hooked;
    // A given id stays where the author put it among the attributes; a made one comes last.
    const attributes =
      token.id === "" ? token.attributes : mergeAttributes(token.attributes, [idAttribute(token.id)]);
    return `<h${token.depth}${printAttributes(attributes)}>${text}</h${token.depth}>\n`;
  }

  override hr(token: Tokens.Hr & { attributes?: Attributes }): string {
    return `<hr${printAttributes(token.attributes)}${this.#slash}>\n`;
  }

  get #slash(): string {
    return this.#options.xhtml ? " /" : "";
  }

  override code(token: Tokens.Code | FenceToken): string {
    if (!("fenced" in token)) return `<pre><code>${escapeHtml(token.text)}</code></pre>\n`;
    if (this.#options.codeFences && this.#hooks.fence) {
      const hooked = this.#hooks.fence({ ...readInfo(token), ordinal: this.#fences++ });
      if (hooked !== null) return hooked;
    }
    const lang = token.lang?.split(" ", 1)[0];
    const name = lang === undefined ? "" : ` class="language-${writeText(lang)}"`;
    return `<pre><code${name}>${escapeHtml(token.text)}</code></pre>\n`;
  }

  override html(token: Tokens.HTML | Tokens.Tag | HtmlBlockToken): string {
    const text = token.text.replaceAll("\0", "\ufffd");
    if (this.#options.unsafe) return text;
    if (token.text.trimStart().startsWith("<!--")) return "";
    this.#hooks.omitted?.(text);
    if (!token.block) return OMITTED;
    return "closed" in token && token.closed ? `${OMITTED}\n${OMITTED}\n` : `${OMITTED}\n`;
  }

  override blockquote(token: Tokens.Blockquote & { attributes?: Attributes }): string {
    const text = this.#blocks(token.tokens).trim();
    const attributes = token.attributes ?? [];
    const hooked = this.#hooks.blockquote?.({ text, ordinal: this.#quotes++, attributes });
    if (typeof hooked === "string") return hooked;
    return `<blockquote${printAttributes(attributes)}>\n${text}</blockquote>\n`;
  }

  override list(token: Tokens.List & { attributes?: Attributes }): string {
    const tag = token.ordered ? "ol" : "ul";
    const start = token.ordered && token.start !== 1 ? ` start="${token.start}"` : "";
    const items = token.items.map((item) => this.listitem(item)).join("");
    return `<${tag}${start}${printAttributes(token.attributes)}>\n${items}</${tag}>\n`;
  }

  override listitem(item: Tokens.ListItem | ItemToken): string {
    const attributes = "attributes" in item ? item.attributes : [];
    const line = "startsWithText" in item && item.startsWithText ? "" : "\n";
    let content = "";
    for (const [i, token] of item.tokens.entries()) {
      const html = this.#blocks([token]);
      content += html;
      // A tight paragraph has no tag of its own, so a line keeps it apart from what follows.
      if (token.type === "text" && i < item.tokens.length - 1 && html !== "") content += "\n";
    }
    return `<li${printAttributes(attributes)}>${line}${content}</li>\n`;
  }

  override table(token: Tokens.Table | TableToken): string {
    const hooked = this.#hooks.table?.({
      head: [this.#row(token.header)],
      body: token.rows.map((row) => this.#row(row)),
      ordinal: this.#tables++,
      attributes: "attributes" in token ? token.attributes : [],
    });
    if (typeof hooked === "string") return hooked;
    const rows = token.rows.map((row) => `<tr>\n${this.#cells(row, "td")}</tr>\n`).join("");
    const attributes = "attributes" in token ? printAttributes(token.attributes) : "";
    const head = `<thead>\n<tr>\n${this.#cells(token.header, "th")}</tr>\n</thead>\n`;
    return `<table${attributes}>\n${head}<tbody>\n${rows}</tbody>\n</table>\n`;
  }

  #row(cells: CellToken[]): TableRow {
    return cells.map(({ align, tokens }) => ({ alignment: align ?? "", text: this.#inline(tokens) }));
  }

  #cells(cells: CellToken[], tag: "td" | "th"): string {
    return cells
      .map((cell) => {
        const style = cell.align === null ? "" : ` style="text-align: ${cell.align}"`;
        return `<${tag}${style}>${this.#inline(cell.tokens)}</${tag}>\n`;
      })
      .join("");
  }

  passthrough({ text, inner, tex, block }: PassthroughToken): string {
    const ordinal = this.#passthroughs++;
    return this.#hooks.passthrough?.({ text, inner, tex, isBlock: block, ordinal }) ?? text;
  }

  override strong(token: Tokens.Strong): string {
    return `<strong>${this.#inline(token.tokens)}</strong>`;
  }

  override em(token: Tokens.Em): string {
    return `<em>${this.#inline(token.tokens)}</em>`;
  }

  override del(token: Tokens.Del): string {
    return `<del>${this.#inline(token.tokens)}</del>`;
  }

  override codespan(token: Tokens.Codespan): string {
    return `<code>${escapeHtml(token.text)}</code>`;
  }

  override br(): string {
    return `<br${this.#slash}>\n`;
  }

  override link(token: Tokens.Link): string {
    const text = this.#inline(token.tokens);
    const hooked = this.#hooks.link?.({
      destination: token.href,
      title: token.title ?? "",
      text,
      plainText: plainTokens(token.tokens),
    });
    if (typeof hooked === "string") return hooked;
    return `<a href="${this.#target(token.href)}"${printTitle(token.title)}>${text}</a>`;
  }

  #target(href: string): string {
    return this.#options.unsafe || !isDangerous(href) ? writeTarget(href) : "";
  }

  autolink(token: AutolinkToken): string {
    const text = escapeHtml(token.text);
    // Hugo hands the address to the hook as HTML, unescaped; no `<` can be in it.
    const hooked = this.#hooks.link?.({
      destination: token.href,
      title: "",
      text: token.text,
      plainText: token.text,
    });
    if (typeof hooked === "string") return hooked;
    return `<a href="${escapeHtml(encodeTarget(token.href))}">${text}</a>`;
  }

  override image(token: Tokens.Image | ImageToken): string {
    const own = "block" in token ? token : null;
    const tokens = token.tokens;
    const attributes = own?.attributes ?? [];
    const hooked = this.#hooks.image?.({
      destination: token.href,
      title: token.title ?? "",
      text: this.#inline(tokens),
      plainText: plainTokens(tokens),
      isBlock: own?.block ?? false,
      ordinal: own?.ordinal ?? 0,
      attributes,
    });
    if (typeof hooked === "string") return hooked;
    const alt = this.#alt(tokens);
    return `<img src="${this.#target(token.href)}" alt="${alt}"${printTitle(token.title)}${printAttributes(attributes)}${this.#slash}>`;
  }

  #alt(tokens: Token[]): string {
    return tokens.map((token) => this.#altOf(token)).join("");
  }

  #altOf(token: Token): string {
    if (token.type === "string") return token.text;
    if (token.type === "text") return writeText(token.text);
    if (token.type === "codespan") return escapeHtml(token.text);
    if (token.type === "lineBreak") return token.hard || this.#options.hardWraps ? this.br() : "\n";
    return "tokens" in token && token.tokens ? this.#alt(token.tokens) : "";
  }

  lineBreak(token: BreakToken): string {
    if (token.hard || this.#options.hardWraps) return this.br();
    return dropsLineBreak(token.before, token.after, this.#options.eastAsianLineBreaks) ? "" : "\n";
  }

  span(token: SpanToken): string {
    return `<${token.tag}>${this.#inline(token.tokens)}</${token.tag}>`;
  }

  check(token: CheckToken): string {
    return `<input ${token.checked ? 'checked="" ' : ""}disabled="" type="checkbox"${this.#slash}> `;
  }

  definitionList(token: DefinitionListToken): string {
    const items = token.items.map((item) => {
      if ("id" in item) {
        const id = item.id === "" ? "" : ` id="${escapeHtml(item.id)}"`;
        return `<dt${id}>${this.#inline(item.tokens)}</dt>\n`;
      }
      return `<dd>${item.tight ? "" : "\n"}${this.#blocks(item.tokens)}</dd>\n`;
    });
    return `<dl${printAttributes(token.attributes)}>\n${items.join("")}</dl>\n`;
  }

  footnoteReference({ number, use }: FootnoteReferenceToken): string {
    const nth = use > 0 ? use : "";
    return `<sup id="fnref${nth}:${number}"><a href="#fn:${number}" class="footnote-ref" role="doc-noteref">${number}</a></sup>`;
  }

  footnotes(token: FootnotesToken): string {
    const notes = token.notes
      .map((note) => `<li id="fn:${note.number}">\n${this.#footnote(note)}</li>\n`)
      .join("");
    return `<div class="footnotes" role="doc-endnotes">\n<hr${this.#slash}>\n<ol>\n${notes}</ol>\n</div>\n`;
  }

  /** The way back stands in the last paragraph, or after the last block if that is no paragraph. */
  #footnote(note: FootnoteToken): string {
    const back = Array.from({ length: note.uses }, (_, use) => {
      const nth = use > 0 ? use : "";
      const href = `#fnref${nth}:${note.number}`;
      return `&#160;<a href="${href}" class="footnote-backref" role="doc-backlink">${this.#options.footnoteBacklink}</a>`;
    }).join("");
    const html = this.#blocks(note.tokens);
    if (note.tokens.at(-1)?.type !== "paragraph") return html + back;
    return `${html.slice(0, -"</p>\n".length)}${back}</p>\n`;
  }
}

const extension = <T extends { type: string }>(
  print: (renderer: GoldmarkRenderer, token: T) => string,
): RendererExtensionFunction =>
  // marked hands every extension the token it asked for by type; its own type for that is loose.
  function (token) {
    return this.parser.renderer instanceof GoldmarkRenderer
      ? print(this.parser.renderer, token as unknown as T)
      : "";
  };

const EXTENSIONS = {
  renderers: {
    autolink: extension<AutolinkToken>((r, token) => r.autolink(token)),
    lineBreak: extension<BreakToken>((r, token) => r.lineBreak(token)),
    span: extension<SpanToken>((r, token) => r.span(token)),
    check: extension<CheckToken>((r, token) => r.check(token)),
    string: extension<StringToken>((_, token) => token.text),
    passthrough: extension<PassthroughToken>((r, token) => r.passthrough(token)),
    definitionList: extension<DefinitionListToken>((r, token) => r.definitionList(token)),
    footnoteReference: extension<FootnoteReferenceToken>((r, token) => r.footnoteReference(token)),
    footnotes: extension<FootnotesToken>((r, token) => r.footnotes(token)),
    image: extension<ImageToken>((r, token) => r.image(token)),
  },
  childTokens: {},
};

/** `go {linenos=table}`: the language as spelled, and the attributes. */
function readInfo(token: FenceToken): Omit<FenceHook, "ordinal"> {
  const info = token.lang ?? "";
  const lang = (info.split(" ", 1)[0] ?? "").split("{", 1)[0] ?? "";
  const attributes = token.attributes.length > 0 ? token.attributes : infoAttributes(info);
  return { lang, code: token.text.replace(/[\r\n]+$/, ""), attributes };
}

function printTitle(title: string | null | undefined): string {
  return title === null || title === undefined ? "" : ` title="${writeText(title)}"`;
}

const idAttribute = (id: string) => ({ name: "id", value: id });
