// Lower case as Go has it: each code point for itself.

/** JavaScript makes two of `İ`, and another letter of `Σ` at a word's end. */
export const toLower = (text: string): string =>
  /[İΣ]/.test(text) ? text.replaceAll("İ", "i").replaceAll("Σ", "σ").toLowerCase() : text.toLowerCase();
