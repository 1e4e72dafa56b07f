// Makes src/view/stylesheet.ts of src/view/theme.css: without comments and spaces, and with the hash
// by which the content security policy names it. `node test/view/make-stylesheet.ts` writes it.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const SOURCE = new URL("../../src/view/theme.css", import.meta.url);
const MADE = new URL("../../src/view/stylesheet.ts", import.meta.url);

export function makeStylesheet(): string {
  const css = squeeze(readFileSync(SOURCE, "utf8"));
  const hash = createHash("sha256").update(css).digest("base64");
  return `// Made of theme.css by test/view/make-stylesheet.ts: change that, and run it.

// biome-ignore format: one line is what it is for
export const STYLESHEET = ${JSON.stringify(css)};

/** Base64 of SHA-256 over it. */
export const STYLESHEET_HASH = "${hash}";
`;
}

export const committedStylesheet = (): string => readFileSync(MADE, "utf8");

/** Good for this stylesheet, not for any: no string in it holds a comment or a run of spaces. */
function squeeze(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s+/g, " ")
    .replace(/ ?([{};,>]) ?/g, "$1")
    .replace(/: /g, ":")
    .replace(/\( /g, "(")
    .replace(/ \)/g, ")")
    .replace(/;}/g, "}")
    .trim();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(MADE, makeStylesheet());
