// Who is asking: the form of a token, its hash, and whether a request carries a good one. Runs in
// Node too, where the command line makes tokens. Keeping them is store/'s.

import { ok, type Result, refuse } from "../site/problem.ts";
import { hexOf, sha256Of } from "../site/sha256.ts";
import type { StoredToken, TokenStore } from "../site/token.ts";
import { crc32 } from "./crc32.ts";
import { problemResponse } from "./problem.ts";

// Secret scanners find a token by its prefix, and its checksum tells a real one from an example.
const PREFIX = "dkl_";
const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** Base-62 digits that hold 256 bits. */
const SECRET_LENGTH = 43;
/** Base-62 digits that hold a CRC-32. */
const CHECK_LENGTH = 6;

/** `dkl_`, 256 random bits, a checksum: 53 characters. Shown once; only `hashToken` of it is kept. */
export function makeToken(): string {
  const random = crypto.getRandomValues(new Uint8Array(32));
  const secret = base62(BigInt(`0x${hexOf(random)}`), SECRET_LENGTH);
  return `${PREFIX}${secret}${checksum(secret)}`;
}

/** For the command line, which tells a mistyped token from a revoked one. The API never says which. */
export function parseToken(text: string): Result<string> {
  const token = text.trim();
  const invalid = (message: string) => refuse({ code: "invalid", message });
  if (!token.startsWith(PREFIX))
    return invalid(`A token begins with ${PREFIX}; copy it whole, or make one with: npx deckle token make`);
  const secret = token.slice(PREFIX.length, PREFIX.length + SECRET_LENGTH);
  if (token.length !== PREFIX.length + SECRET_LENGTH + CHECK_LENGTH || !token.endsWith(checksum(secret)))
    return invalid("This token is mistyped or cut off: its last characters do not match the others");
  return ok(token);
}

/** SHA-256 of the whole text, hexadecimal: what the database keeps. */
export async function hashToken(token: string): Promise<string> {
  return sha256Of(new TextEncoder().encode(token));
}

/** Of the token that the request carries, which may be none. */
export function presentedHash(headers: Headers): Promise<string> {
  const [, presented = ""] = /^bearer +(\S+) *$/i.exec(headers.get("authorization") ?? "") ?? [];
  return hashToken(presented);
}

/**
 * The token that the request carries, if it is one of ours; else `null`. Does the same work
 * whatever is wrong, so that its time tells nothing.
 */
export async function findAuthor(headers: Headers, tokens: TokenStore): Promise<StoredToken | null> {
  const hash = await presentedHash(headers);
  const stored = await tokens.findByHash(hash);
  const same = equalInConstantTime(hash, stored?.hash ?? "0".repeat(hash.length));
  return same ? stored : null;
}

/** 401, the same bytes whatever was wrong. */
export function unauthorised(): Response {
  const message = "Send a token of this site: Authorization: Bearer dkl_…";
  return problemResponse([{ code: "unauthorised", message }], {}, { "www-authenticate": "Bearer" });
}

/** Both are digests: their length is no secret. */
function equalInConstantTime(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}

const checksum = (secret: string): string => base62(BigInt(crc32(secret)), CHECK_LENGTH);

function base62(value: bigint, length: number): string {
  let text = "";
  for (let rest = value; text.length < length; rest /= 62n) text = (DIGITS[Number(rest % 62n)] ?? "") + text;
  return text;
}
