// Windows code pages, and UTF-8 that was read through one of them: which characters stood for which
// bytes. What is made of it is damage.ts's and repair.ts's.

/** Character to byte. */
export type UpperHalf = Map<string, number>;

export const BEYOND_ASCII = /[^\0-\x7f]+/g;

export interface Sequence {
  /** In the run. */
  at: number;
  /** Characters. */
  length: number;
  /** How many bytes ought to follow the first; 0 if it begins nothing. */
  wanted: number;
}

/** Takes a run of characters beyond ASCII for bytes, and divides it as UTF-8. */
export function* sequencesIn(run: string, upperHalf: UpperHalf): Generator<Sequence> {
  let at = 0;
  while (at < run.length) {
    const wanted = continuationsOf(upperHalf.get(run[at] ?? "") ?? 0);
    let got = 0;
    while (got < wanted && isContinuation(upperHalf.get(run[at + got + 1] ?? "") ?? 0)) got += 1;
    yield { at, length: got + 1, wanted };
    at += got + 1;
  }
}

/** Bytes that follow a first one; 0 if it begins nothing. */
export function continuationsOf(byte: number): number {
  if (byte >= 0xc2 && byte <= 0xdf) return 1;
  if (byte >= 0xe0 && byte <= 0xef) return 2;
  return byte >= 0xf0 && byte <= 0xf4 ? 3 : 0;
}

export const isContinuation = (byte: number): boolean => byte >= 0x80 && byte <= 0xbf;

const LATIN_1 = Array.from({ length: 96 }, (_, i) => String.fromCharCode(0xa0 + i)).join("");
const withLetters = (letters: { [byte: number]: string }): string =>
  [...LATIN_1].map((char, i) => letters[0xa0 + i] ?? char).join("");

/** Bytes 80 to 9F, `?` where there is no character, then A0 to FF. */
export const CODE_PAGES = [
  ["Windows-1252", "€?‚ƒ„…†‡ˆ‰Š‹Œ?Ž??‘’“”•–—˜™š›œ?žŸ", LATIN_1],
  [
    "Windows-1254",
    "€?‚ƒ„…†‡ˆ‰Š‹Œ????‘’“”•–—˜™š›œ??Ÿ",
    withLetters({ 208: "Ğ", 221: "İ", 222: "Ş", 240: "ğ", 253: "ı", 254: "ş" }),
  ],
  [
    "Windows-1258",
    "€?‚ƒ„…†‡ˆ‰?‹Œ????‘’“”•–—˜™?›œ??Ÿ",
    withLetters({
      ...{ 195: "Ă", 204: "\u0300", 208: "Đ", 210: "\u0309", 213: "Ơ", 221: "Ư", 222: "\u0303", 227: "ă" },
      ...{ 236: "\u0301", 240: "đ", 242: "\u0323", 245: "ơ", 253: "ư", 254: "₫" },
    }),
  ],
  [
    "Windows-1250",
    "€?‚?„…†‡?‰Š‹ŚŤŽŹ?‘’“”•–—?™š›śťžź",
    "\u00a0ˇ˘Ł¤Ą¦§¨©Ş«¬\u00ad®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙",
  ],
  [
    "Windows-1251",
    "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—?™љ›њќћџ",
    "\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕїАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя",
  ],
].map(([name = "", low = "", high = ""]): [string, UpperHalf] => [name, upperHalfOf(low + high)]);

/** Bytes without a character often come out as the control character of their number. */
function upperHalfOf(chars: string): UpperHalf {
  const bytes = new Map<string, number>();
  for (let byte = 0x80; byte < 0xa0; byte += 1) bytes.set(String.fromCharCode(byte), byte);
  for (const [index, char] of [...chars].entries()) if (char !== "?") bytes.set(char, 0x80 + index);
  return bytes;
}
