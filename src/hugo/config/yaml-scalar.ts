// What an unquoted YAML scalar means to go-yaml 2, which Hugo 0.147 uses: YAML 1.1's words and
// numbers, but dates stay text.

import type { ParamValue } from "../../site/page.ts";

export function resolvePlainScalar(text: string): ParamValue {
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  return /^[-+.0-9]/.test(text) ? resolveNumber(text) : text;
}

const WORDS = new Map<string, ParamValue>([
  ...["", "~", "null", "Null", "NULL"].map((word): [string, null] => [word, null]),
  ...["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"].map((w): [string, true] => [
    w,
    true,
  ]),
  ...["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"].map(
    (w): [string, false] => [w, false],
  ),
]);

/** `012` is ten, `08` eight (no octal, so a float), `1_000` a thousand, `12:30` text. */
function resolveNumber(text: string): number | string {
  const plain = text.replaceAll("_", "");
  const digits = /^([-+]?)(?:0x([0-9a-f]+)|0b([01]+)|0o?([0-7]+)|(\d+))$/i.exec(plain);
  if (digits) {
    const [, sign, hex, binary, octal, decimal] = digits;
    const value = hex
      ? Number.parseInt(hex, 16)
      : binary
        ? Number.parseInt(binary, 2)
        : octal
          ? Number.parseInt(octal, 8)
          : Number(decimal);
    // An id of 17 digits is no JavaScript number: its digits are kept.
    if (!Number.isSafeInteger(value)) return plain;
    return sign === "-" ? -value : value;
  }
  const isFloat = /^[-+]?(\.\d+|\d+(\.\d*)?)(e[-+]?\d+)?$/i.test(plain);
  // Infinity and NaN fit no JSON, which is how values are stored: they stay text.
  return isFloat && Number.isFinite(Number(plain)) ? Number(plain) : text;
}
