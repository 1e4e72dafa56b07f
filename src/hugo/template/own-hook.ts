// The author's own render hooks, `layouts/_markup/render-link.html` and the like: what prints links,
// images, headings, code, quotes, tables and maths in the theme's and Hugo's place.

import type { WarningCode } from "../../site/problem.ts";
import type { Attributes, AttributeValue } from "../markdown/attribute.ts";
import { codeOptionNames } from "../markdown/code-option.ts";
import type { FenceHook, RenderHooks, TableRow } from "../markdown/render-hook.ts";
import type { AuthorTemplates } from "./author-template.ts";
import { execute } from "./evaluate.ts";
import { explain } from "./own-shortcode.ts";
import { Float, GoMap, type GoObject, html, type Value } from "./value.ts";

type Warn = (message: string, code?: WarningCode) => void;

/** `page`: whose Markdown it is. */
export function ownHooks(
  templates: AuthorTemplates,
  others: RenderHooks,
  { page, warn }: { page: GoObject; warn: Warn },
): RenderHooks {
  const paths = templates.runtime.context.world.hooks ?? [];
  if (paths.length === 0) return others;
  return new OwnHooks(templates, paths, { page, warn }).over(others);
}

class OwnHooks {
  readonly #templates: AuthorTemplates;
  readonly #page: GoObject;
  readonly #warn: Warn;
  /** By name, `render-codeblock-go`: the file that stands nearest to the page. */
  readonly #paths: Map<string, string>;

  constructor(
    templates: AuthorTemplates,
    paths: readonly string[],
    { page, warn }: { page: GoObject; warn: Warn },
  ) {
    this.#templates = templates;
    this.#page = page;
    this.#warn = warn;
    this.#paths = this.#nearest(paths);
  }

  over(others: RenderHooks): RenderHooks {
    const hooks: RenderHooks = { ...others };
    const has = (name: string) => this.#paths.has(name);
    // What fails prints as if the author had no such hook: the reader misses nothing, the author is told.
    if (has("render-link")) {
      hooks.link = (link) =>
        this.#render("render-link", {
          Destination: link.destination,
          Title: link.title,
          Text: html(link.text),
          PlainText: link.plainText,
        }) ??
        others.link?.(link) ??
        null;
    }
    if (has("render-image")) {
      hooks.image = (image) =>
        this.#render("render-image", {
          Destination: image.destination,
          Title: image.title,
          Text: html(image.text),
          PlainText: image.plainText,
          IsBlock: image.isBlock,
          Ordinal: image.ordinal,
          Attributes: attributeMap(image.attributes),
        }) ??
        others.image?.(image) ??
        null;
    }
    if (has("render-heading")) {
      hooks.heading = ({ level, anchor, text, plainText, attributes }) =>
        this.#render("render-heading", {
          Level: level,
          Anchor: html(anchor),
          Text: html(text),
          PlainText: plainText,
          Attributes: attributeMap([
            ...attributes.filter(({ name }) => name !== "id"),
            { name: "id", value: anchor },
          ]),
        });
    }
    if (has("render-blockquote") || has("render-blockquote-alert") || has("render-blockquote-regular")) {
      hooks.blockquote = ({ text, ordinal, attributes }) => this.#quote(text, ordinal, attributes);
    }
    if (has("render-table")) {
      hooks.table = ({ head, body, ordinal, attributes }) =>
        this.#render("render-table", {
          THead: head.map(cellsOf),
          TBody: body.map(cellsOf),
          Ordinal: ordinal,
          Attributes: attributeMap(attributes),
        });
    }
    hooks.passthrough = (passthrough) => {
      const { inner, isBlock, ordinal } = passthrough;
      const type = isBlock ? "block" : "inline";
      const name = [`render-passthrough-${type}`, "render-passthrough"].find(has);
      const fields = { Type: type, Inner: inner, Ordinal: ordinal, Attributes: attributeMap([]) };
      const own = name === undefined ? null : this.#render(name, fields);
      return own ?? others.passthrough?.(passthrough) ?? null;
    };
    if ([...this.#paths.keys()].some((name) => name.startsWith("render-codeblock"))) {
      hooks.fence = (fence) => this.#fence(fence) ?? others.fence?.(fence) ?? null;
    }
    return hooks;
  }

  #quote(text: string, ordinal: number, attributes: Attributes): string | null {
    const [whole, type = "", sign = "", title = ""] = ALERT.exec(text.trim()) ?? [];
    const kind = whole === undefined ? "regular" : "alert";
    const special = `render-blockquote-${kind}`;
    const name = this.#paths.has(special) ? special : "render-blockquote";
    if (!this.#paths.has(name)) return null;
    return this.#render(name, {
      Type: kind,
      Text: html(whole === undefined ? text : alertText(text.trim())),
      Ordinal: ordinal,
      Attributes: attributeMap(attributes),
      AlertType: type.toLowerCase(),
      AlertTitle: html(title.trim().replace(/<\/p>$/, "")),
      AlertSign: sign,
    });
  }

  #fence(fence: FenceHook): string | null {
    const special = `render-codeblock-${fence.lang.toLowerCase()}`;
    const name = fence.lang !== "" && this.#paths.has(special) ? special : "render-codeblock";
    if (!this.#paths.has(name)) return null;
    const options = fence.attributes.filter(({ name: key }) => codeOptionNames.has(key.toLowerCase()));
    return this.#render(name, {
      Type: fence.lang,
      Inner: fence.code,
      Ordinal: fence.ordinal,
      Attributes: attributeMap(fence.attributes.filter((attribute) => !options.includes(attribute))),
      Options: attributeMap(options),
    });
  }

  #render(name: string, fields: { [name: string]: Value }): string | null {
    const path = this.#paths.get(name) ?? "";
    const { runtime } = this.#templates;
    const dot = new GoMap(new Map(Object.entries({ ...fields, Page: this.#page, PageInner: this.#page })));
    return this.#templates.warning(this.#warn, () => {
      try {
        return execute(this.#templates.parse(path), dot, runtime);
      } catch (error) {
        this.#warn(explain(error, path), "not-rendered");
        return null;
      }
    });
  }

  /** A folder of the page's section or type before the root's; the language's own before none. */
  #nearest(paths: readonly string[]): Map<string, string> {
    const { source, context } = this.#templates.runtime;
    const { lang } = context.language;
    const ranked = new Map<string, { path: string; rank: number }>();
    for (const path of paths) {
      const [, folder = "", name = "", variant = ""] =
        /^layouts\/(?:(.*)\/)?_markup\/(render-[\w-]+)(?:\.([\w-]+))?\.html$/.exec(path) ?? [];
      if (name === "" || (variant !== "" && variant.toLowerCase() !== lang && variant !== "html")) continue;
      const place = ["_default", "", source.type, source.section].lastIndexOf(folder);
      const rank = place < 0 ? -1 : place * 2 + (variant === "" ? 0 : 1);
      if (rank >= 0 && rank >= (ranked.get(name)?.rank ?? 0)) ranked.set(name, { path, rank });
    }
    return new Map([...ranked].map(([name, { path }]) => [name, path]));
  }
}

/** `[!NOTE]` at the start of a quote, with a sign that folds it and a title. */
const ALERT = /^<p>\[!([a-zA-Z]+)\]([-+])?[^\S\r\n]?([^\n]*)\n?/;

/** What follows the first line. */
function alertText(text: string): string {
  const line = text.indexOf("\n");
  if (line < 0) return "";
  return (text.slice(0, line).endsWith("</p>") ? "" : "<p>") + text.slice(line + 1);
}

function cellsOf(row: TableRow): Value {
  return row.map(
    ({ alignment, text }) =>
      new GoMap(
        new Map<string, Value>([
          ["Alignment", alignment],
          ["Text", html(text)],
        ]),
      ),
  );
}

function attributeMap(attributes: Attributes): GoMap {
  return new GoMap(new Map(attributes.map(({ name, value }) => [name, attributeValue(value)])));
}

function attributeValue(value: AttributeValue): Value {
  if (typeof value === "number") return Number.isInteger(value) ? value : new Float(value);
  if (value === null || typeof value !== "object") return value;
  if (value.every((item) => typeof item === "object" && item !== null && "name" in item)) return null;
  return value.map((item) =>
    typeof item === "object" && item !== null && "name" in item ? null : attributeValue(item),
  );
}
