// Makes src/view/script.ts and src/view/script-text.ts of src/view/script/*.ts: types and spaces off,
// named by a digest. `node test/view/make-script.ts` writes them.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";
import { MERMAID_SCRIPT } from "../../src/site/diagram.ts";

const FOLDER = new URL("../../src/view/", import.meta.url);

/** File below src/view/ to what stands in it. */
export function makeScript(): { [file: string]: string } {
  const enhance = minify("enhance", "iife");
  const firstPaint = minify("first-paint");
  const digest = createHash("sha256").update(enhance).digest("hex").slice(0, 12);
  const diagram = minify("diagram", "esm");
  return {
    "script.ts": `// Made of script/*.ts by test/view/make-script.ts: change those, and run it.

/** Below the site's root. Names what it says, so it never changes. */
export const SCRIPT_PATH = "_theme/${digest}.js";

/** Runs in the head. */
export const FIRST_PAINT = \`${quoted(firstPaint)}\`;

/** Base64 of SHA-256 over it. */
export const FIRST_PAINT_HASH = "${hashOf(firstPaint)}";

/** Runs as a module on pages with a diagram. */
export const DIAGRAM = \`${quoted(diagram)}\`;

/** Base64 of SHA-256 over it. */
export const DIAGRAM_HASH = "${hashOf(diagram)}";
`,
    "script-text.ts": `// Made of script/enhance.ts by test/view/make-script.ts: change that, and run it.

export const SCRIPT_TEXT = \`${quoted(enhance)}\`;
`,
  };
}

/** As the text of a template. */
const quoted = (text: string): string => text.replace(/[`\\]|\$(?=\{)/g, "\\$&");

const hashOf = (text: string): string => createHash("sha256").update(text).digest("base64");

export const committedScript = (file: string): string => readFileSync(new URL(file, FOLDER), "utf8");

function minify(name: string, format?: "iife" | "esm"): string {
  const source = readFileSync(new URL(`script/${name}.ts`, FOLDER), "utf8");
  const { code } = transformSync(source, {
    ...{ loader: "ts", minify: true, target: "es2022", format },
    define: { MERMAID_SCRIPT: JSON.stringify(MERMAID_SCRIPT) },
  });
  const text = code.trim().replace(/;$/, "");
  if (/<\/?script/.test(text)) throw new Error(`${name} cannot stand in an element`);
  return text;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, text] of Object.entries(makeScript())) writeFileSync(new URL(file, FOLDER), text);
}
