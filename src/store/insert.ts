// Rows that go into a table whole. Few of them are bound value by value, because JSON encodes each text
// twice and D1 takes it apart again; more than a statement has parameters for travel as JSON.

import { jsonParameters } from "./json-parameter.ts";

/** https://developers.cloudflare.com/d1/platform/limits/ */
const MAX_PARAMETERS = 100;

export interface Insertion {
  /** `insert into blob`. */
  into: string;
  /** In the order of the values. `integer`: a number of 64 bits, given as text, or one that must not become a float. */
  columns: { [column: string]: "value" | "integer" };
  /** `on conflict …`. */
  conflict?: string;
}

export function insertStatements(
  db: D1Database,
  { into, columns, conflict = "" }: Insertion,
  rows: readonly (string | number | null)[][],
): D1PreparedStatement[] {
  const names = Object.keys(columns).join(", ");
  const types = Object.values(columns);
  const typed = (expression: string, i: number) =>
    types[i] === "integer" ? `cast(${expression} as integer)` : expression;
  if (rows.length > 0 && rows.length * types.length <= MAX_PARAMETERS) {
    const row = (_: unknown, n: number) =>
      `(${types.map((_, i) => typed(`?${n * types.length + i + 1}`, i)).join(", ")})`;
    const sql = `${into} (${names}) values ${rows.map(row).join(", ")} ${conflict}`;
    return [db.prepare(sql).bind(...rows.flat())];
  }
  const values = types.map((_, i) => typed(`value ->> ${i}`, i)).join(", ");
  const sql = `${into} (${names}) select ${values} from json_each(?1) where true ${conflict}`;
  return jsonParameters(rows).map((json) => db.prepare(sql).bind(json));
}
