// Makes src/view/stylesheet.ts of src/view/theme/*.css: without comments and spaces, and with the
// hashes by which the content security policy names them. `node test/view/make-stylesheet.ts` writes it.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { minifyCss } from "../../src/publish/minify-css.ts";

/** In the order in which a page carries them: a later one wins. Each is of one file or more. */
const SHEETS = {
  base: ["colour", "dark", "base"],
  toggle: ["toggle"],
  content: ["content"],
  picture: ["picture"],
  variant: ["variant"],
  missingImage: ["missing-image"],
  table: ["table"],
  aside: ["aside"],
  rare: ["rare"],
  code: ["code"],
  highlight: ["highlight"],
  copy: ["copy"],
  math: ["math"],
  diagram: ["diagram"],
  embed: ["embed"],
  toc: ["toc"],
  post: ["post"],
  translation: ["translation"],
  list: ["list"],
  terms: ["terms"],
  archive: ["archive"],
  profile: ["profile"],
  social: ["social"],
  comments: ["comments"],
  search: ["search"],
  topLink: ["top-link"],
  upright: ["upright"],
};
const FOLDER = new URL("../../src/view/theme/", import.meta.url);
const MADE = new URL("../../src/view/stylesheet.ts", import.meta.url);

export function makeStylesheet(): string {
  const sheets = Object.entries(SHEETS).map(([name, files]) => {
    const css = squeeze(files.map(readTheme).join(""));
    return { name, css, hash: createHash("sha256").update(css).digest("base64") };
  });
  return `// Made of theme/*.css by test/view/make-stylesheet.ts: change those, and run it.

export const STYLESHEETS = {
${sheets.map(({ name, css }) => `  ${name}: \`${css}\`,\n`).join("")}} as const;

export type Sheet = keyof typeof STYLESHEETS;

/** Base64 of SHA-256 over each. */
export const STYLESHEET_HASHES: { readonly [sheet in Sheet]: string } = {
${sheets.map(({ name, hash }) => `  ${name}: ${JSON.stringify(hash)},\n`).join("")}};
`;
}

function readTheme(file: string): string {
  const css = readFileSync(new URL(`${file}.css`, FOLDER), "utf8");
  return file === "dark" ? bySystem(css) + css : css;
}

/** What was chosen stands in a selector, what the system asks for in a condition: no rule can have both. */
function bySystem(chosen: string): string {
  return chosen
    .replace("@media screen", "@media screen and (prefers-color-scheme: dark)")
    .replace('[data-theme="dark"]', ':not([data-theme="light"])');
}

export const committedStylesheet = (): string => readFileSync(MADE, "utf8");

/** Good for these stylesheets, not for any: no string in them holds what is taken out. */
function squeeze(css: string): string {
  return minifyCss(css)
    .replace(/ ?> ?/g, ">")
    .replace(/: /g, ":")
    .replace(/\( /g, "(")
    .replace(/ \)/g, ")")
    .replace(/([^\d])0\./g, "$1.");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(MADE, makeStylesheet());
