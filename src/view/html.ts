// The one way in which the theme makes markup: a tagged template that escapes every string and lets
// pass what is HTML by its type. Owns all that goes out unescaped; what is trusted is decided where
// TrustedHtml is made (the renderer, the row mapper).

import { raw, html as tag } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import type { TrustedHtml } from "../site/page.ts";

export type Html = HtmlEscapedString;

/** `false` and `null` print nothing; a list prints its parts. `true` is a mistake. */
export type HtmlValue = Html | string | number | false | null | readonly HtmlValue[];

export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  const made = tag(strings, ...values);
  if (made instanceof Promise) throw new TypeError("A value of a template was a promise");
  return made;
}

/** The same for XML, which may not hold what `xmlText` leaves out. */
export function xml(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  return html(strings, ...values.map((value) => (typeof value === "string" ? xmlText(value) : value)));
}

export const nothing: Html = raw("");

export const trusted = (value: TrustedHtml): Html => raw(value);

/** `separator` goes between the parts, unescaped only if it is Html. */
export function join(parts: readonly Html[], separator: Html): Html {
  return raw(parts.join(String(separator)));
}

/** The text of a style element. Nothing ends that element but its own end tag, so one in it is refused. */
export function styleElement(css: string): Html {
  return /<\/style/i.test(css) ? nothing : raw(`<style>${css}</style>`);
}

/** Data for machines: not a script, and nothing in it ends the element. */
export function jsonElement(type: string, value: object): Html {
  const json = JSON.stringify(value).replaceAll("<", "\\u003c");
  return html`<script type="${type}">${raw(json)}</script>`;
}

/** HTML as one text node of an XML document. */
export function cdata(value: TrustedHtml): Html {
  return raw(`<![CDATA[${xmlText(value).replaceAll("]]>", "]]]]><![CDATA[>")}]]>`);
}

/** Without the control characters that make a whole XML document unreadable (XML 1.0, 2.2). */
function xmlText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
}
