// Text to a key whose byte order is the alphabet's, close to the Unicode collation with its tailoring by languages (CLDR):
// spaces, then signs, digits, letters; accents count only between texts that are equal without them.

import { isNewEmoji } from "../../site/alphabet.ts";

export function collate(text: string, lang: string): string {
  const composed = text.normalize("NFC").toLowerCase();
  const { units, keys } = alphabetOf(lang);
  const primary = composed
    .replace(units, (unit) => keys.get(unit) ?? keys.get(withoutTones(unit)) ?? unit)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}\s~]/gu, (sign) => (isNewEmoji(sign) ? BEHIND_ALL : "!"));
  return `${primary.replace(/\s/g, " ")}\u0002${composed}\u0002${text}`;
}

/** Behind every letter there is. */
const BEHIND_ALL = "\u{2fffd}";

interface Alphabet {
  /** What the language takes for a letter of its own, longest first. */
  units: RegExp;
  keys: Map<string, string>;
}

const known = new Map<string, Alphabet>();

function alphabetOf(lang: string): Alphabet {
  const code = lang.toLowerCase().split("-", 1)[0] ?? "";
  const alphabet = known.get(code) ?? makeAlphabet(OWN[code] ?? "");
  known.set(code, alphabet);
  return alphabet;
}

/** `c č; h ch`: `č` stands after all that begins with `c`, and `ch` after `h`. */
function makeAlphabet(own: string): Alphabet {
  const keys = new Map(Object.entries(PLAIN));
  for (const group of `${EVERYWHERE}; ${own}`.split("; ")) {
    const [base = "", ...letters] = group.split(" ");
    const behind = base < LAST_ASCII ? LAST_ASCII : LAST_CYRILLIC;
    for (const [i, letter] of letters.entries()) keys.set(letter, base + behind.repeat(i + 1));
  }
  const longestFirst = [...keys.keys()].sort((a, b) => b.length - a.length);
  // A letter of Vietnamese may carry a tone.
  const units = [...longestFirst, ...(own === OWN.vi ? ["[^\\x00-\\x7f]"] : [])];
  return { units: new RegExp(units.join("|"), "gu"), keys };
}

/** What stands behind every letter of its script. */
const LAST_ASCII = "~";
const LAST_CYRILLIC = "ԯ";

const withoutTones = (letter: string): string => letter.normalize("NFD").replace(TONES, "").normalize("NFC");

/** Grave, acute, tilde, hook above, dot below. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Letters that Unicode does not take apart. */
const PLAIN = { æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", ß: "ss", ħ: "h", ё: "е" };

/** Letters of their own in every language. */
const EVERYWHERE = "г ґ; д ђ; е є; и і ї й ј; л љ; н њ; т ћ; у ў; ч џ";

const NORDIC = "z æ ä ø ö å aa";
const SWEDISH = "z å ä æ ö ø";
const CROATIAN = "c č ć; d dž đ; l lj; n nj; s š; z ž";

const OWN: { [lang: string]: string } = {
  vi: "a ă â; d đ; e ê; o ô ơ; u ư",
  bs: CROATIAN,
  cs: "c č; h ch; r ř; s š; z ž",
  cy: "c ch; d dd; f ff; g ng; l ll; p ph; r rh; t th",
  da: NORDIC,
  eo: "c ĉ; g ĝ; h ĥ; j ĵ; s ŝ; u ŭ",
  es: "n ñ",
  et: "s š z ž; w õ ä ö ü",
  fi: SWEDISH,
  fo: NORDIC,
  gl: "n ñ",
  hr: CROATIAN,
  hu: "c cs; d dz dzs; g gy; l ly; n ny; o ö ő; s sz; t ty; u ü ű; z zs",
  is: "a á; d ð; e é; i í; o ó; u ú; y ý; z þ æ ö å",
  lt: "c č; i y; s š; z ž",
  lv: "c č; g ģ; i y; k ķ; l ļ; n ņ; r ŗ; s š; z ž",
  nb: NORDIC,
  nn: NORDIC,
  no: NORDIC,
  pl: "a ą; c ć; e ę; l ł; n ń; o ó; s ś; z ź ż",
  ro: "a ă â; i î; s ș ş; t ț ţ",
  sh: CROATIAN,
  sk: "a ä; c č; h ch; o ô; r ř; s š; z ž",
  sl: "c č ć; d đ; s š; z ž",
  sq: "c ç; d dh; e ë; g gj; l ll; n nj; r rr; s sh; t th; x xh; z zh",
  sv: SWEDISH,
  tr: "c ç; g ğ; h ı; o ö; s ş; u ü",
};
