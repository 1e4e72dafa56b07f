// Makes src/hugo/markdown/emoji-names.ts of the package gemoji, a tenth of its size: without what it says of
// each character beside the names. `node test/hugo/markdown/make-emoji-names.ts` writes it.

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gemoji } from "gemoji";

const MADE = new URL("../../../src/hugo/markdown/emoji-names.ts", import.meta.url);

export function makeEmojiNames(): string {
  const lines = gemoji.map(({ emoji, names }) => [emoji, ...names].join(" "));
  return `// Made of gemoji by test/hugo/markdown/make-emoji-names.ts: a character and its names a line.

export const EMOJI_NAMES = \`${lines.join("\n")}\`;
`;
}

export const committedEmojiNames = (): string => readFileSync(MADE, "utf8");

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(MADE, makeEmojiNames());
