import assert from "node:assert/strict";
import { test } from "node:test";
import { Unavailable, withDeadline } from "../../src/http/deadline.ts";

test("what answers in time is passed on, value or failure", async () => {
  assert.equal(await withDeadline(Promise.resolve(7), 1000, "D1"), 7);
  await assert.rejects(withDeadline(Promise.reject(new Error("no such table")), 1000, "D1"), /no such table/);
});

test("what does not answer is unavailable, and is named", async () => {
  const never = new Promise<void>(() => {});
  await assert.rejects(withDeadline(never, 5, "The database"), (error) => {
    assert.ok(error instanceof Unavailable);
    assert.match(error.message, /The database did not answer in 5 ms/);
    return true;
  });
});
