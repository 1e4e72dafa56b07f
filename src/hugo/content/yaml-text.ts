// Texts as YAML scalars: quoted so that they read back as the same text whatever they hold.

import { resolvePlainScalar } from "../config/yaml-scalar.ts";

export type Quoting = "plain" | "single" | "double";

/** In the wanted style where that is safe, else in double quotes. */
export function writeText(text: string, quoting: Quoting): string {
  if (quoting === "plain" && isSafePlain(text)) return text;
  if (quoting === "single" && !UNPRINTABLE.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return quoteDouble(text);
}

export function quoteDouble(text: string): string {
  const toEscape = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(text.toWellFormed()).replace(ESCAPED_TOO, toEscape);
}

/** Safe within brackets too. */
function isSafePlain(text: string): boolean {
  return (
    /^[^\s\-?:,[\]{}#&*!|>'"%@`=<~]/u.test(text) &&
    !/\s$|:$|: |\s#|[,[\]{}]/.test(text) &&
    !UNPRINTABLE.test(text) &&
    resolvePlainScalar(text) === text
  );
}

/** What JSON leaves as it is and YAML does not print. */
const ESCAPED_TOO = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they need escapes
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/;
