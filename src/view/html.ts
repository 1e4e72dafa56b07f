// The one way in which the theme makes markup: a tagged template that escapes every string and lets
// pass what is HTML by its type. Owns all that goes out unescaped; what is trusted is decided where
// TrustedHtml is made (the renderer, the row mapper). Markup knows which style sheets it asks for, because to look
// for that in a whole page costs as much as to render it.

import type { TrustedHtml } from "../site/page.ts";
import { type Asked, askedIn } from "./sheet.ts";

/** What goes out as it is. Its class stays in this file, so that nobody else can make one. */
class Markup {
  readonly text: string;
  readonly asks: Asked;

  constructor(text: string, asks: Asked = 0) {
    this.text = text;
    this.asks = asks;
  }

  toString(): string {
    return this.text;
  }
}

export type Html = Markup;

/** `false` and `null` print nothing; a list prints its parts. `true` is a mistake. */
export type HtmlValue = Html | string | number | false | null | readonly HtmlValue[];

export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  let text = strings[0] ?? "";
  let asks = askedByTemplate(strings);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? null;
    text += print(value) + strings[i + 1];
    asks |= askedBy(value);
  }
  return new Markup(text, asks);
}

const templates = new WeakMap<TemplateStringsArray, Asked>();

function askedByTemplate(strings: TemplateStringsArray): Asked {
  const known = templates.get(strings);
  if (known !== undefined) return known;
  // No mark has a value in it.
  const asked = askedIn(strings.join("\n"));
  templates.set(strings, asked);
  return asked;
}

function askedBy(value: HtmlValue): Asked {
  if (value instanceof Markup) return value.asks;
  let asked = 0;
  if (Array.isArray(value)) for (const part of value) asked |= askedBy(part);
  return asked;
}

/** The same markup, which asks for more than can be seen in it. */
export const asking = (asked: Asked, { text, asks }: Html): Html => new Markup(text, asks | asked);

function print(value: HtmlValue): string {
  if (typeof value === "string") return escaped(value);
  if (value === false || value === null) return "";
  if (typeof value === "number") return String(value);
  if (value instanceof Markup) return value.text;
  let text = "";
  for (const part of value) text += print(part);
  return text;
}

const ENTITIES: { [character: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

// Most strings have nothing to escape, and asking costs less than replacing nothing.
function escaped(text: string): string {
  if (!/[&<>"']/.test(text)) return text;
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

/** The same for XML, which may not hold what `xmlText` leaves out. */
export function xml(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  return html(strings, ...values.map((value) => (typeof value === "string" ? xmlText(value) : value)));
}

export const nothing: Html = new Markup("");

export const trusted = (value: TrustedHtml): Html => new Markup(value, askedIn(value));

/** `separator` goes between the parts, unescaped only if it is Html. */
export function join(parts: readonly Html[], separator: Html): Html {
  return new Markup(parts.join(separator.text), askedBy(parts));
}

/** The text of a style element. Nothing ends that element but its own end tag, so one in it is refused. */
export function styleElement(css: string): Html {
  return /<\/style/i.test(css) ? nothing : new Markup(`<style>${css}</style>`);
}

/** The text of a script element: one of ours, so nothing in it ends the element. */
export function scriptElement(script: string): Html {
  return new Markup(`<script>${script}</script>`);
}

/** The same for one that imports another. */
export function moduleElement(script: string): Html {
  return html`<script type="module">${new Markup(script)}</script>`;
}

/** Data for machines: not a script, and nothing in it ends the element. */
export function jsonElement(type: string, value: object): Html {
  const json = JSON.stringify(value).replaceAll("<", "\\u003c");
  return html`<script type="${type}">${new Markup(json)}</script>`;
}

/** HTML as one text node of an XML document. */
export function cdata(value: TrustedHtml): Html {
  return new Markup(`<![CDATA[${xmlText(value).replaceAll("]]>", "]]]]><![CDATA[>")}]]>`);
}

/** Without the control characters that make a whole XML document unreadable (XML 1.0, 2.2). */
function xmlText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
}
