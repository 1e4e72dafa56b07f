// What Goldmark takes for a space, a sign, a letter. ASCII rules for structure, Unicode's for flanking.

export const isSpace = (c: number): boolean => c === 32 || c === 9 || c === 10 || c === 13;

export const isDigit = (c: number): boolean => c >= 48 && c <= 57;

export const isAsciiLetter = (c: number): boolean => (c >= 65 && c <= 90) || (c >= 97 && c <= 122);

export const isAlphanumeric = (c: number): boolean => isDigit(c) || isAsciiLetter(c);

/** ASCII punctuation: what a backslash escapes, and what may start an inline construct. */
export const isPunctuation = (c: number): boolean =>
  (c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) || (c >= 123 && c <= 126);

export const isBlank = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) if (!isSpace(text.charCodeAt(i))) return false;
  return true;
};

/** Go's `unicode.IsPunct` or `unicode.IsSymbol`. */
export const isSign = (char: string): boolean => /^[\p{P}\p{S}]/u.test(char);

/** Go's `unicode.IsPunct` alone: `$`, `+`, `<`, `` ` `` and the like are symbols, not punctuation. */
export const isPunct = (char: string): boolean => /^\p{P}/u.test(char);

export const isLetter = (char: string): boolean => /^\p{L}/u.test(char);

/** Go's `unicode.IsDigit`. */
export const isNumeral = (char: string): boolean => /^\p{Nd}/u.test(char);

/** Go's `unicode.IsSpace`. */
export const isWhite = (char: string): boolean =>
  /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/.test(char);

/** The whole character that starts at `i`, surrogates joined; empty at the end. */
export function charAt(text: string, i: number): string {
  const code = text.codePointAt(i);
  return code === undefined ? "" : String.fromCodePoint(code);
}

/** The whole character that ends before `i`; empty at the start. */
export function charBefore(text: string, i: number): string {
  if (i <= 0) return "";
  const low = text.charCodeAt(i - 1);
  return low >= 0xdc00 && low <= 0xdfff && i > 1 ? charAt(text, i - 2) : text.charAt(i - 1);
}

export const trimStart = (text: string): string => text.replace(/^[ \t\r\n]+/, "");

/** A loop, not a pattern: `[ ]+$` is quadratic on runs of blanks. */
export function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(0, end);
}

export const trimSpace = (text: string): string => trimStart(trimEnd(text));
