import assert from "node:assert/strict";
import { test } from "node:test";
import { applySecurity, filePolicy, isDisplayable } from "../../src/http/security.ts";

test("every answer is held to its type, its frame and a policy; its own policy stays", () => {
  const bare = new Headers();
  applySecurity(bare);
  assert.deepEqual(Object.fromEntries(bare), {
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    "referrer-policy": "strict-origin-when-cross-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "SAMEORIGIN",
  });
  const own = new Headers({ "content-security-policy": "default-src 'self'" });
  applySecurity(own);
  assert.equal(own.get("content-security-policy"), "default-src 'self'");
});

test("a picture that can carry a script runs none, and an HTML file runs its own in an origin apart", () => {
  assert.match(filePolicy("image/svg+xml"), /default-src 'none'.*; sandbox$/);
  assert.doesNotMatch(filePolicy("image/svg+xml"), /allow-scripts|script-src/);
  assert.match(filePolicy("text/html; charset=utf-8"), /^sandbox allow-scripts/);
  assert.doesNotMatch(filePolicy("text/html"), /allow-same-origin/);
  assert.match(filePolicy("application/xml"), /; sandbox$/);
});

test("what a browser can show is shown, anything else is saved", () => {
  for (const type of ["image/png", "text/css", "application/pdf", "font/woff2", "application/feed+json"])
    assert.equal(isDisplayable(type), true, type);
  for (const type of ["application/octet-stream", "application/zip", ""])
    assert.equal(isDisplayable(type), false, type);
});
