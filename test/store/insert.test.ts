// Rows that go in whole, against a real D1.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { insertStatements } from "../../src/store/insert.ts";
import { openDatabase } from "./open-database.ts";

const ROWS = {
  into: "insert into sample",
  columns: { name: "value", doc: "integer", page: "integer", text: "value" },
  conflict: "on conflict (name) do update set text = excluded.text",
} as const;

/** Wider than a float, and a number that D1 would keep as one. */
const row = (n: number) => [
  `p${n}`,
  `461168601842738790${n % 10}`,
  2 ** 52 + n,
  n % 2 === 0 ? `"${n}" \\ ấ` : null,
];

describe("rows that are inserted", () => {
  for (const count of [25, 26]) {
    test(`stand as they were given and take one statement: ${count}`, async () => {
      const db = await openDatabase();
      // Columns without affinity: what stands there is what was bound.
      await db.prepare("create table if not exists sample (name primary key, doc, page, text)").run();
      const rows = Array.from({ length: count }, (_, n) => row(n));
      const statements = insertStatements(db, ROWS, rows);
      assert.equal(statements.length, 1);
      await db.batch([...statements, ...insertStatements(db, ROWS, [["p0", "1", 1, "again"]])]);
      const { results } = await db
        .prepare(
          "select name, cast(doc as text) as doc, page, text, typeof(doc) || typeof(page) as types from sample",
        )
        .all<{ [column: string]: unknown }>();
      const expected = rows.map(([name, doc, page, text]) => ({
        ...{ name, doc, page, types: "integerinteger" },
        text: name === "p0" ? "again" : text,
      }));
      assert.deepEqual(
        results,
        expected.map(({ types, ...of }) => ({ ...of, types })),
      );
    });
  }

  test("that are long stand alone among many: as JSON they could be longer than a value of D1", async () => {
    const db = await openDatabase();
    await db.prepare("create table if not exists sample (name primary key, doc, page, text)").run();
    const long = '"'.repeat(1_000_000);
    const bound: unknown[] = [];
    const watched = {
      prepare: (sql: string) => ({
        bind(...values: unknown[]) {
          bound.push(...values);
          return db.prepare(sql).bind(...values);
        },
      }),
    } as unknown as D1Database;
    const rows = Array.from({ length: 30 }, (_, n) => [`long${n}`, "1", n, n === 7 ? long : "short"]);
    await db.batch(insertStatements(watched, ROWS, rows));
    const most = Math.max(...bound.map((value) => String(value).length));
    assert.ok(most <= 1_000_000, `${most} characters were bound`);
    const { results } = await db.prepare("select text from sample where name like 'long%'").all();
    assert.equal(results.length, 30);
    assert.equal(results.filter(({ text }) => text === long).length, 1);
  });

  test("need no statement where there are none", async () => {
    assert.deepEqual(insertStatements(await openDatabase(), ROWS, []), []);
  });
});
