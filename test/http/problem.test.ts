import assert from "node:assert/strict";
import { test } from "node:test";
import { problemResponse } from "../../src/http/problem.ts";

test("a problem goes out as RFC 9457 with every file and line, and is never stored", async () => {
  const answer = problemResponse([
    { code: "unreadable", message: "The front matter does not end", path: "content/a.md", line: 3 },
    { code: "invalid", message: "Not a date", path: "content/b.md" },
  ]);
  assert.equal(answer.status, 422);
  assert.equal(answer.headers.get("content-type"), "application/problem+json; charset=utf-8");
  assert.equal(answer.headers.get("cache-control"), "no-store");
  assert.deepEqual(await answer.json(), {
    type: "about:blank",
    title: "A file cannot be read",
    status: 422,
    detail: "The front matter does not end",
    code: "unreadable",
    problems: [
      { code: "unreadable", message: "The front matter does not end", path: "content/a.md", line: 3 },
      { code: "invalid", message: "Not a date", path: "content/b.md" },
    ],
  });
});

test("what a problem has to say beyond itself goes beside it and into its headers", async () => {
  const answer = problemResponse(
    [{ code: "precondition-failed", message: "x" }],
    { etag: '"a"' },
    { etag: '"a"' },
  );
  assert.equal(answer.status, 412);
  assert.equal(answer.headers.get("etag"), '"a"');
  const { etag } = Object(await answer.json());
  assert.equal(etag, '"a"');
});
