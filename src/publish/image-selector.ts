// What of an author's style sheet no longer meets a picture that has smaller versions.

import type { Warning } from "../site/problem.ts";

/** `figure > img`, `img + em`, `p ~ img`: such a picture stands in a `<picture>`. */
const BESIDE_IMAGE = /[>+~]\s{0,9}img\b(?!-)|(?<![\w.#-])img\s{0,9}[+~]/;

/** The first of such selectors. */
export function missesPictures({ path, text }: { path: string; text: string }): Warning[] {
  const at = text.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, blank).search(BESIDE_IMAGE);
  if (at === -1) return [];
  return [
    {
      path,
      line: text.slice(0, at).split("\n").length,
      message:
        "pictures that have smaller versions stand in a <picture>, which `>`, `+` and `~` beside `img` do not " +
        "look into: write `figure img` for `figure > img`, and `:is(img, picture) + em` for `img + em`",
    },
  ];
}

/** Lines and places stay what they were. */
const blank = (comment: string): string => comment.replace(/[^\n]/g, " ");
