// Short digests of what we wrote ourselves: row numbers, validators, cache tags. Not for anything
// that somebody could want to forge: uploads are checked by SHA-256 and tokens are hashed by it.

/**
 * 53 bits of `text`, well mixed (two 32-bit multiplicative lanes over UTF-16 units). At 100,000
 * texts the chance of one collision is below one in a million.
 */
export function digest53(text: string, seed = 0): number {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

/** 20 characters of ASCII for about 100 bits. */
export function digestText(text: string): string {
  const part = (seed: number) => digest53(text, seed).toString(36).padStart(11, "0").slice(-10);
  return part(0) + part(0x9e3779b9);
}
