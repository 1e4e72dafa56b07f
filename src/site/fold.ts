// Text as somebody types it who does not care for marks and case: `Đường` and `duong` are the same.
// Owns what is left out of letters; what is a word is search-word.ts, what a file may be called hugo/.

/**
 * Compatibility forms, diacritics, case and the Latin letters that Unicode does not take apart. Marks
 * that make another letter or vowel of it (kana, Thai, Indic scripts) stay. NFC.
 */
export function foldText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(DIACRITICS, "")
    .toLowerCase()
    .replace(WHOLE, (letter) => LETTERS[letter] ?? letter)
    .normalize("NFC");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what is asked for
const ASCII = /^[\x00-\x7f]*$/;

/** Latin, Greek, Cyrillic and Arabic marks, Hebrew points, tatweel, joiners; not the voicing of kana. */
const DIACRITICS = /[[\p{Script=Inherited}\u0591-\u05c7\u0640]--[\u3099\u309a]]/gv;

const LETTERS: { [letter: string]: string } = {
  ...{ đ: "d", ð: "d", ø: "o", ł: "l", ß: "ss", æ: "ae", œ: "oe", þ: "th", ı: "i", ħ: "h", ŧ: "t", ŋ: "ng" },
  ς: "σ",
};

const WHOLE = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
