// Author tokens as rows of the table `token` (src/store/schema.ts), in whatever database a query
// reaches: the local one, or a deployed blog's. A token's form and hash are http/auth.ts's.

import { hashToken } from "../http/auth.ts";

/** Runs one statement and answers its rows. */
export type Query = (sql: string) => Promise<Row[]>;

export interface Row {
  [column: string]: unknown;
}

export interface TokenEntry {
  id: string;
  name: string;
  /** Epoch seconds. */
  createdAt: number;
}

/** The same token twice is one row. `name` is for the owner's eyes in a list. */
export async function addToken(
  query: Query,
  { token, name }: { token: string; name: string },
): Promise<string> {
  const hash = await hashToken(token);
  const id = hash.slice(0, 8);
  const now = Math.floor(Date.now() / 1000);
  await query(
    "insert or ignore into token (id, name, hash, created_at) " +
      `values (${quoted(id)}, ${quoted(name)}, ${quoted(hash)}, ${now})`,
  );
  return id;
}

export async function listTokens(query: Query): Promise<TokenEntry[]> {
  const rows = await query("select id, name, created_at from token order by created_at, id");
  return rows.map((row) => ({
    id: String(row.id),
    name: String(row.name),
    createdAt: Number(row.created_at),
  }));
}

/** Its name; `null` when there is none with this id. */
export async function revokeToken(query: Query, id: string): Promise<string | null> {
  const [row] = await query(`delete from token where id = ${quoted(id)} returning name`);
  return row === undefined ? null : String(row.name);
}

/** wrangler takes no parameters: a literal, as SQLite reads it. A NUL would end the statement. */
const quoted = (text: string): string => `'${text.replaceAll("\0", "").replaceAll("'", "''")}'`;
