// Titles that Hugo makes by itself: of sections without a file of their own, of taxonomies and
// terms. English rules of plural and of capitals, whatever the site's language, as in Hugo.

import type { HugoConfig } from "../config/config.ts";
import { pluralize } from "./plural.ts";

type TitleConfig = Pick<HugoConfig, "pluralizeListTitles" | "capitalizeListTitles" | "titleCaseStyle">;

/** Of a section's folder, as written: `Ghi chú` becomes `Ghi Chús`. */
export function sectionTitle(folder: string, config: TitleConfig): string {
  const name = config.pluralizeListTitles ? pluralize(folder) : folder;
  return config.capitalizeListTitles ? titleCase(name, config.titleCaseStyle) : name;
}

/** Of a taxonomy's plural name: `chuyen-muc` becomes `Chuyen Muc`. */
export function taxonomyTitle(plural: string, config: TitleConfig): string {
  const name = config.capitalizeListTitles ? titleCase(plural, config.titleCaseStyle) : plural;
  return name.replaceAll("-", " ");
}

/** Of a term as its author wrote it: `deep learning` becomes `Deep Learning`. */
export function termTitle(term: string, config: TitleConfig): string {
  return config.capitalizeListTitles ? titleCase(term, config.titleCaseStyle) : term;
}

/** Styles `AP` (the default), `Chicago`, `Go`, `FirstUpper` and `None`. */
export function titleCase(text: string, style: string): string {
  switch (style.toLowerCase()) {
    case "none":
      return text;
    case "firstupper":
      return upperFirst(text);
    case "go":
      return text.replace(
        /(^|[^\p{L}\p{N}_'])(\p{L})/gu,
        (_, before: string, letter: string) => before + upperFirst(letter),
      );
    case "chicago":
      return capitalizeWords(text, [...SMALL_WORDS, ...PREPOSITIONS]);
    default:
      return capitalizeWords(text, SMALL_WORDS);
  }
}

const SMALL_WORDS = "a an and as at but by en for if in nor of on or per the to vs vs. via v v.".split(" ");
const PREPOSITIONS =
  `with from into during including until against among throughout despite towards upon concerning
  about over through before between after since without under within along following across beyond around down near
  above`.split(/\s+/);

/** Small words stay small inside a title, but after a colon, next to a hyphen and at its ends. */
function capitalizeWords(text: string, small: string[]): string {
  return text.replace(/[\p{N}\p{L}][^\s\-/]*/gu, (word, at: number) => {
    const end = at + word.length;
    const [beforeLast, before, after] = [text[at - 2], text[at - 1], text[end]];
    const staysSmall =
      small.includes(word.toLowerCase()) &&
      at > 0 &&
      end < text.length &&
      (before === " " || before === "-" || before === "/") &&
      beforeLast !== ":" &&
      beforeLast !== "-" &&
      (after !== "-" || before === "-");
    return staysSmall ? word.toLowerCase() : upperFirst(word);
  });
}

function upperFirst(text: string): string {
  const [first = ""] = text;
  const upper = first.toUpperCase();
  // `ß` has no title case of one letter; Go leaves it.
  return ([...upper].length === 1 ? upper : first) + text.slice(first.length);
}
