// Who may change the site, as the store knows it: the contract between http/auth.ts, which decides,
// and store/, which looks up. The token itself is never stored; its form is http/auth.ts's.

export interface StoredToken {
  id: string;
  /** SHA-256 of the whole token text, 64 lower-case hexadecimal digits. */
  hash: string;
}

export interface TokenStore {
  /** `null` when there is none, or when it was revoked. */
  findByHash(hash: string): Promise<StoredToken | null>;
}
