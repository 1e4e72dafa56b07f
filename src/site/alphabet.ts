// The alphabet of a language, as Hugo sorts by it: Unicode's collation, with its scripts in the order of no
// language. A browser's own would have Chinese, Arabic or Russian letters before Latin ones in those languages.

export function alphabetOf(lang: string): (a: string, b: string) => number {
  const { compare } = collatorFor(lang);
  return (a, b) => scriptRank(a) - scriptRank(b) || compare(a, b);
}

function collatorFor(lang: string): Intl.Collator {
  try {
    // Mandarin by its own code is Chinese, which Unicode's data do not know.
    return new Intl.Collator(lang.replace(/^(?:zh-)?cmn(?=-|$)/i, "zh"));
  } catch {
    return new Intl.Collator("en"); // an author's code that names no language
  }
}

const HAN = /^\p{Script=Han}/u;
const LATIN_OR_SIGN = /^[\p{Script=Latin}\p{Script=Common}]/u;

/** Begins with an emoji of Unicode 8 or later: Hugo's alphabet is older, and has what it does not know last. */
export const isNewEmoji = (text: string): boolean => /^[\u{1f900}-\u{1faff}]/u.test(text);

const scriptRank = (word: string): number =>
  isNewEmoji(word) ? 3 : LATIN_OR_SIGN.test(word) ? 0 : HAN.test(word) ? 2 : 1;
