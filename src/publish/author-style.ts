// The author's own styles as every page carries them: custom properties that the configuration sets,
// then `assets/css/extended/*.css` in the order of their names, as PaperMod takes them.

import type { Params, ParamValue } from "../site/page.ts";
import type { Warning } from "../site/problem.ts";
import { missesPictures } from "./image-selector.ts";
import { minifyCss } from "./minify-css.ts";

export interface AuthorStyle {
  css: string;
  /** Base64 of SHA-256 over it; empty when it is. */
  hash: string;
}

interface Given {
  params: Params;
  sources: readonly { path: string; text: string }[];
}

export async function authorStyle(given: Given): Promise<AuthorStyle & { warnings: Warning[] }> {
  const warnings: Warning[] = [];
  const css = customProperties(given.params) + extendedCss(given.sources, warnings);
  return { css, hash: css === "" ? "" : await sha256Base64(css), warnings };
}

function customProperties({ properties, propertiesdark }: Params): string {
  const light = declarations(properties);
  const dark = declarations(propertiesdark);
  return [
    light && `:root{${light}}`,
    dark && `@media screen and (prefers-color-scheme:dark){:root:not([data-theme="light"]){${dark}}}`,
    dark && `@media screen{:root[data-theme="dark"]{${dark}}}`,
  ].join("");
}

/** A value is text of CSS that cannot end its declaration; others are left out. */
function declarations(properties: ParamValue | undefined): string {
  if (typeof properties !== "object" || properties === null || Array.isArray(properties)) return "";
  return Object.entries(properties)
    .filter(([name, value]) => /^[a-z][a-z0-9-]*$/.test(name) && /^[^{}<;\\\0]+$/.test(String(value)))
    .map(([name, value]) => `--${name}:${String(value).trim()}`)
    .join(";");
}

function extendedCss(sources: Given["sources"], warnings: Warning[]): string {
  const sheets = sources
    .filter(({ path }) => /^assets\/css\/extended\/[^/]+\.css$/.test(path))
    .filter(({ path, text }) => {
      if (!/<\/style|\0/i.test(text)) return true;
      warnings.push({
        path,
        message: "`</style` and NUL cannot stand in a style sheet that is part of the page: take it out",
      });
      return false;
    });
  warnings.push(...sheets.flatMap(missesPictures));
  // One that is left open would swallow the next.
  return sheets.map(({ text }) => minifyCss(text)).join("\n");
}

async function sha256Base64(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return btoa(String.fromCharCode(...digest));
}
