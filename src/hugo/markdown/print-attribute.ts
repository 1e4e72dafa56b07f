// An author's attributes as HTML.

import type { Attributes, AttributeValue } from "./attribute.ts";
import { escapeHtml } from "./escape.ts";

/** In the author's order. Event handlers are left out. */
export function printAttributes(attributes: Attributes | undefined): string {
  let out = "";
  for (const { name, value } of attributes ?? []) {
    if (/^on/i.test(name)) continue;
    out += ` ${name}="${escapeHtml(attributeText(value))}"`;
  }
  return out;
}

export function attributeText(value: AttributeValue): string {
  if (value === null || typeof value === "object") return "";
  return String(value);
}
