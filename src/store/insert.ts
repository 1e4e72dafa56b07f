// Rows that go into a table whole. Few of them are bound value by value, because JSON encodes each text
// twice and D1 takes it apart again; more than a statement has parameters for travel as JSON, but for those
// that JSON could make longer than a value may be.

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

type Row = readonly (string | number | null)[];

/** UTF-16 units: three bytes each, and quotes escaped, still below the 2 MB of a value. */
const LONG_ROW = 300_000;

const isLong = (row: Row): boolean =>
  row.reduce<number>((sum, value) => sum + (typeof value === "string" ? value.length : 0), 0) > LONG_ROW;

export function insertStatements(
  db: D1Database,
  { into, columns, conflict = "" }: Insertion,
  rows: readonly Row[],
): D1PreparedStatement[] {
  const names = Object.keys(columns).join(", ");
  const types = Object.values(columns);
  const typed = (expression: string, i: number) =>
    types[i] === "integer" ? `cast(${expression} as integer)` : expression;

  const byValue = (some: readonly Row[]) => {
    const row = (_: unknown, n: number) =>
      `(${types.map((_, i) => typed(`?${n * types.length + i + 1}`, i)).join(", ")})`;
    return db
      .prepare(`${into} (${names}) values ${some.map(row).join(", ")} ${conflict}`)
      .bind(...some.flat());
  };
  if (rows.length === 0) return [];
  if (rows.length * types.length <= MAX_PARAMETERS) return [byValue(rows)];
  const values = types.map((_, i) => typed(`value ->> ${i}`, i)).join(", ");
  const sql = `${into} (${names}) select ${values} from json_each(?1) where true ${conflict}`;
  return [
    ...rows.filter(isLong).map((row) => byValue([row])),
    ...jsonParameters(rows.filter((row) => !isLong(row))).map((json) => db.prepare(sql).bind(json)),
  ];
}
