// `:smile:` to the character, by the names that GitHub uses. The table is loaded only when a text
// has something like a name in it.

import { decodeHTML } from "entities";
import { Inline } from "./inline.ts";
import type { Taken } from "./inline-parser.ts";

let characters: ReadonlyMap<string, string> | null = null;

/** Awaited before a text with emoji names is rendered; rendering itself is synchronous. */
export async function loadEmoji(): Promise<void> {
  if (characters !== null) return;
  const { EMOJI_NAMES } = await import("./emoji-names.ts");
  const entries = EMOJI_NAMES.split("\n").flatMap((line) => {
    const [character = "", ...names] = line.split(" ");
    return names.map((name): [string, string] => [name, character]);
  });
  characters = new Map(entries);
}

/** Each code point as a reference, as Hugo prints it; `null` if the name is unknown. */
export function parseEmoji(text: string, at: number): Taken | null {
  const found = /^:([A-Za-z0-9_+-]{1,64}):/.exec(text.slice(at, at + 66));
  const name = found?.[1];
  const character = name === undefined ? undefined : characters?.get(name);
  if (!found || name === undefined || character === undefined) return null;
  const html = Array.from(character, (c) =>
    c === "\u200d" ? "&zwj;" : `&#x${(c.codePointAt(0) ?? 0).toString(16)};`,
  ).join("");
  const node = new Inline("string", html);
  node.title = name;
  return { node, end: at + found[0].length };
}

/** A text with the characters in place of their names. */
export function emojify(text: string): string {
  let out = "";
  for (let i = 0; i < text.length; i++) {
    const found = text.charAt(i) === ":" ? parseEmoji(text, i) : null;
    if (found?.node) {
      out += decodeHTML(found.node.text);
      i = found.end - 1;
    } else out += text.charAt(i);
  }
  return out;
}
