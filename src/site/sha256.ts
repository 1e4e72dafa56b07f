// SHA-256 as it stands in the API and in the database.

import type { Sha256 } from "./change-set.ts";

export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<Sha256> {
  return hexOf(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))) as Sha256;
}

export const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
