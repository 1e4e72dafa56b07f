// The anchors of headings: visible text to an id, in Hugo's three kinds, unique on the page.

import { toLower } from "../content/lower.ts";
import { isLetter, isNumeral } from "./character.ts";
import type { AutoIdType } from "./markdown-options.ts";

export class HeadingIds {
  readonly #taken = new Set<string>();
  /** Numbers below it are known to be taken. */
  readonly #next = new Map<string, number>();
  readonly #kind: AutoIdType;

  constructor(kind: AutoIdType) {
    this.#kind = kind;
  }

  /** `fallback` where the text has nothing to make an id of. */
  make(text: string, fallback: string): string {
    const base = anchorName(text, this.#kind) || fallback;
    let id = base;
    let n = this.#next.get(base) ?? 1;
    while (this.#taken.has(id)) id = `${base}-${n++}`;
    this.#next.set(base, n);
    this.#taken.add(id);
    return id;
  }

  /** An id that the author gave by hand. */
  take(id: string): void {
    this.#taken.add(id);
  }
}

/** Hugo's `anchorize`. */
export function anchorName(text: string, kind: AutoIdType): string {
  if (kind === "blackfriday") return blackfridayName(text);
  const asciiOnly = kind === "github-ascii";
  const source = asciiOnly
    ? text
        .normalize("NFD")
        .replace(/\p{Mn}/gu, "")
        .normalize("NFC")
    : text;
  let name = "";
  for (const char of goTrim(source)) {
    if (asciiOnly && char > "\x7f") continue;
    if (char === "-" || char === " ") name += "-";
    else if (char === "_" || isLetter(char) || isNumeral(char)) name += toLower(char);
  }
  return name;
}

/** Letters and digits stay, everything between becomes one hyphen. */
function blackfridayName(text: string): string {
  let name = "";
  let hyphen = false;
  for (const char of text) {
    if (isLetter(char) || /^\p{N}/u.test(char)) {
      if (hyphen && name !== "") name += "-";
      hyphen = false;
      name += toLower(char);
    } else hyphen = true;
  }
  return name;
}

const goTrim = (text: string): string =>
  text.replace(/^[\s\u0085]+/, "").replace(/(?<![\s\u0085])[\s\u0085]+$/, "");
