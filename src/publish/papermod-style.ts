// What a blog has of PaperMod's own styles: its copy of the theme's custom properties, and the mark of a
// dark page by which earlier versions of the theme went.

import { minifyCss } from "./minify-css.ts";

export const PAPERMOD_VARIABLES = "assets/css/core/theme-vars.css";

export interface Variables {
  light: { [name: string]: string };
  dark: { [name: string]: string };
}

/** PaperMod's measures: such a copy has them all, and only another value is the author's choice. */
const MEASURES: { [name: string]: string } = {
  gap: "24px",
  "content-gap": "20px",
  "nav-width": "1024px",
  "main-width": "720px",
  "header-height": "60px",
  "footer-height": "60px",
  radius: "8px",
};

/** Blocks of code are dark there in both schemes, and light here by day: its colours would not go with ours. */
const CODE = new Set(["code-block-bg", "hljs-bg"]);

export function papermodVariables(sources: readonly { path: string; text: string }[]): Variables {
  const variables: Variables = { light: {}, dark: {} };
  const css = minifyCss(sources.find(({ path }) => path === PAPERMOD_VARIABLES)?.text ?? "");
  for (const [, selector = "", block = ""] of css.matchAll(/([^{}]{1,200})\{([^{}]*)\}/g)) {
    const scheme = /^(?:\.dark|(?::root|html)?\[data-theme="?dark"?\])$/.test(selector)
      ? variables.dark
      : selector === ":root"
        ? variables.light
        : null;
    if (scheme === null) continue;
    for (const declaration of block.split(";")) {
      const [, name = "", value = ""] = /^--([a-z][a-z0-9-]*)\s?:([^:]+)$/.exec(declaration) ?? [];
      if (name !== "" && !CODE.has(name) && MEASURES[name] !== value.trim()) scheme[name] = value.trim();
    }
  }
  return variables;
}

/** Earlier PaperMods gave a dark page's body the class `dark`; later ones, and we, mark the root. */
export function papermodDark(css: string): string {
  return css.replace(/(^|[\s,{}>+~(])(?:body)?\.dark(?![\w-])/g, '$1[data-theme="dark"] body');
}
