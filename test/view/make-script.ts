// Makes src/view/script.ts and src/view/script-text.ts of src/view/script/*.ts: types and spaces off,
// named by a digest. `node test/view/make-script.ts` writes them.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";

const FOLDER = new URL("../../src/view/", import.meta.url);

/** File below src/view/ to what stands in it. */
export function makeScript(): { [file: string]: string } {
  const enhance = minify("enhance", "iife");
  const firstPaint = minify("first-paint");
  const digest = createHash("sha256").update(enhance).digest("hex").slice(0, 12);
  const hash = createHash("sha256").update(firstPaint).digest("base64");
  return {
    "script.ts": `// Made of script/*.ts by test/view/make-script.ts: change those, and run it.

/** Below the site's root. Names what it says, so it never changes. */
export const SCRIPT_PATH = "_theme/${digest}.js";

/** Runs in the head. */
export const FIRST_PAINT = \`${firstPaint}\`;

/** Base64 of SHA-256 over it. */
export const FIRST_PAINT_HASH = "${hash}";
`,
    "script-text.ts": `// Made of script/enhance.ts by test/view/make-script.ts: change that, and run it.

export const SCRIPT_TEXT = \`${enhance}\`;
`,
  };
}

export const committedScript = (file: string): string => readFileSync(new URL(file, FOLDER), "utf8");

function minify(name: string, format?: "iife"): string {
  const source = readFileSync(new URL(`script/${name}.ts`, FOLDER), "utf8");
  const { code } = transformSync(source, { loader: "ts", minify: true, target: "es2022", format });
  const text = code.trim().replace(/;$/, "");
  if (/[`\\]|\$\{|<\/?script/.test(text)) throw new Error(`${name} cannot stand in a template or an element`);
  return text;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, text] of Object.entries(makeScript())) writeFileSync(new URL(file, FOLDER), text);
}
