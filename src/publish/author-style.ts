// The author's own styles as every page carries them: custom properties of their copy of PaperMod's, then
// those that the configuration sets, then `assets/css/extended/*.css` in the order of their names.

import type { Params, ParamValue } from "../site/page.ts";
import type { Warning } from "../site/problem.ts";
import { missesPictures } from "./image-selector.ts";
import { minifyCss } from "./minify-css.ts";
import { PAPERMOD_VARIABLES, papermodDark, papermodVariables } from "./papermod-style.ts";

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
  const own = papermodVariables(given.sources);
  const css =
    inSchemes(declarations(own.light), declarations(own.dark)) +
    inSchemes(declarations(given.params.properties), declarations(given.params.propertiesdark)) +
    extendedCss(given.sources, warnings);
  warnings.push(...leftOut(given.sources));
  return { css, hash: css === "" ? "" : await sha256Base64(css), warnings };
}

function inSchemes(light: string, dark: string): string {
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
  return sheets.map(({ text }) => papermodDark(minifyCss(text))).join("\n");
}

/** The author's copies of PaperMod's other sheets, which go with markup that is not ours. */
function leftOut(sources: Given["sources"]): Warning[] {
  const copies = sources.filter(
    ({ path }) => /^assets\/css\/(common|core|includes)\/.+\.css$/.test(path) && path !== PAPERMOD_VARIABLES,
  );
  const [first] = copies;
  if (first === undefined) return [];
  const more = copies.length > 1 ? ` (nor are ${copies.length - 1} more beside it)` : "";
  return [
    {
      path: first.path,
      message: `PaperMod's own style sheets are not part of the pages${more}: put what is yours into assets/css/extended/`,
    },
  ];
}

async function sha256Base64(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return btoa(String.fromCharCode(...digest));
}
