// Tokens as rows of a database that lies on this machine. The token's form and hash are
// http/auth.ts's; the database of a deployed blog is reached by the verb `token` through wrangler.

import { hashToken } from "../http/auth.ts";
import type { Database } from "./migration.ts";

export interface TokenRow {
  id: string;
  name: string;
  /** Epoch seconds. */
  createdAt: number;
}

export interface NewToken {
  token: string;
  /** For the owner's eyes in a list. */
  name: string;
}

/** The same token twice is one row. */
export async function addToken(database: Database, { token, name }: NewToken): Promise<void> {
  const hash = await hashToken(token);
  await database
    .prepare("insert or ignore into token (id, name, hash, created_at) values (?, ?, ?, ?)")
    .bind(hash.slice(0, 8), name, hash, Math.floor(Date.now() / 1000))
    .run();
}
