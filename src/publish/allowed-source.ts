// What a page's own HTML runs and loads beyond text and pictures (raw HTML and shortcodes that the
// author wrote), as source expressions of a content security policy: each script and style by its
// hash or its address, so that nothing else runs.

import type { AllowedSources } from "../site/page.ts";
import { ATTRIBUTES, attributeOf } from "./enrich/tag.ts";

const OPENING = new RegExp(`<(script|style)\\b(${ATTRIBUTES})>`, "gi");
const SHEET = new RegExp(`<link\\b(${ATTRIBUTES})>`, "gi");

/** `null` for a page that needs nothing: nearly every one. */
export async function allowedSources(html: string): Promise<AllowedSources | null> {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  for (const { name, attributes, text } of elementsOf(html)) {
    if (name === "style") styles.add(await hashSource(text));
    else if (isScript(attributes)) scripts.add(addressSource(attributes, "src") ?? (await hashSource(text)));
  }
  for (const [, attributes = ""] of html.matchAll(SHEET)) {
    const source = /\srel\s*=\s*["']?stylesheet\b/i.test(attributes)
      ? addressSource(attributes, "href")
      : null;
    if (source !== null) styles.add(source);
  }
  if (scripts.size === 0 && styles.size === 0) return null;
  return { scripts: [...scripts], styles: [...styles] };
}

interface RawElement {
  name: string;
  attributes: string;
  text: string;
}

/** One that is never closed is the rest of the page, and runs nothing. */
function* elementsOf(html: string): Generator<RawElement> {
  let at = 0;
  for (const opening of html.matchAll(OPENING)) {
    const [tag, name = "", attributes = ""] = opening;
    if (opening.index < at) continue;
    const start = opening.index + tag.length;
    const closing = new RegExp(`</${name}\\s*>`, "gi");
    closing.lastIndex = start;
    const end = closing.exec(html);
    if (end === null) return;
    at = closing.lastIndex;
    yield { name: name.toLowerCase(), attributes, text: html.slice(start, end.index) };
  }
}

/** Data in a script element (JSON-LD, a template) runs nothing and needs no leave. */
function isScript(attributes: string): boolean {
  const type = attributeOf(attributes, "type")?.trim() ?? "";
  return type === "" || type === "module" || /^(text|application)\/(java|ecma)script$/i.test(type);
}

/** The address without query, as an expression may have it; `null` where there is none that can be named. */
function addressSource(attributes: string, name: string): string | null {
  const address = (attributeOf(attributes, name) ?? "").replaceAll("&amp;", "&");
  if (address === "") return null;
  if (!/^(https?:)?\/\//i.test(address)) return "'self'";
  const url = address.startsWith("//") ? `https:${address}` : address;
  if (!URL.canParse(url)) return null;
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname.replace(/[;,]/g, encodeURIComponent)}`;
}

async function hashSource(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return `'sha256-${btoa(String.fromCharCode(...digest))}'`;
}
