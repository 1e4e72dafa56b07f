import assert from "node:assert/strict";
import { test } from "node:test";
import { makeToken } from "../../../src/http/auth.ts";
import { api } from "../../../src/routes/api.ts";
import { openBlog } from "../../harness.ts";
import { refused } from "./answer.ts";

const blog = await openBlog();

/** What stands in the place of a route's parameters. */
const PARAMS: { [pattern: string]: string } = {
  "/posts/:path{.+}": "/posts/posts/x",
  "/files/:path{.+}": "/files/hugo.yaml",
  "/blobs/:sha256": `/blobs/${"0".repeat(64)}`,
};

const addressOf = (pattern: string) =>
  Object.entries(PARAMS).reduce((path, [from, to]) => path.replace(from, to), pattern);

/** Every route that there is, what takes no such method, and what is none. */
const ADDRESSES: [method: string, path: string][] = [
  ...api.routes.map(({ method, path }): [string, string] => [
    method === "ALL" ? "OPTIONS" : method,
    addressOf(path),
  ]),
  ["GET", "/api/v1/nothing"],
  ["GET", "/api/"],
];

test("every parameter of a route is filled in", () => {
  assert.ok(api.routes.length > 20, String(api.routes.length));
  for (const [, path] of ADDRESSES) assert.doesNotMatch(path, /[:{]/);
});

const WITHOUT_TOKEN: Record<string, string>[] = [
  {},
  { authorization: `Bearer ${makeToken()}` },
  { authorization: "Bearer nonsense" },
];

test("without a token, or with a wrong one, every address answers 401 with the same bytes", async () => {
  const seen = new Set<string>();
  for (const [method, path] of ADDRESSES) {
    for (const headers of WITHOUT_TOKEN) {
      const body = method === "GET" ? {} : { body: "{" };
      const answer = await blog.request(path, { method, headers, ...body });
      assert.equal(answer.status, 401, `${method} ${path}`);
      assert.equal(answer.headers.get("cache-control"), "no-store");
      assert.equal(answer.headers.get("cloudflare-cdn-cache-control"), "no-store");
      seen.add(await answer.text());
    }
  }
  assert.equal(seen.size, 1);
});

test("a stranger's write that an author could have made is 401, short or long, and writes nothing", async () => {
  const before = await (await blog.asAuthor("/api/v1/files")).text();
  const content = "---\ntitle: Mine\n---\nText.\n";
  const writes: [method: string, path: string, body: string][] = [
    ["PUT", "/api/v1/files/content/mine.md", content],
    ["PUT", "/api/v1/files/content/mine.md", content + "word ".repeat(80_000)],
    ["POST", "/api/v1/changes", JSON.stringify({ put: [{ path: "content/mine.md", content }] })],
    ["POST", "/api/v1/changes", JSON.stringify({ delete: ["content/mine.md"], dryRun: true })],
    ["POST", "/api/v1/posts", JSON.stringify({ title: "Mine", body: "Text." })],
  ];
  for (const [method, path, body] of writes) {
    for (const headers of WITHOUT_TOKEN) {
      const answer = await blog.request(path, { method, headers, body });
      assert.equal(answer.status, 401, `${method} ${path}`);
      assert.equal(answer.headers.get("www-authenticate"), "Bearer");
    }
  }
  assert.equal(await (await blog.asAuthor("/api/v1/files")).text(), before);
});

test("every answer of the API, good or bad, is stored nowhere and shares no frame", async () => {
  for (const [method, path] of ADDRESSES) {
    const answer = await blog.asAuthor(path, { method, ...(method === "GET" ? {} : { body: "{" }) });
    assert.equal(answer.headers.get("cache-control"), "no-store", `${method} ${path}`);
    assert.equal(answer.headers.get("cloudflare-cdn-cache-control"), "no-store", `${method} ${path}`);
    assert.match(answer.headers.get("content-security-policy") ?? "", /frame-ancestors 'none'/);
    assert.ok(answer.status < 500, `${method} ${path} ${answer.status}`);
  }
});

test("a method that an address does not take is 405 with those that it takes", async () => {
  const answer = await blog.asAuthor("/api/v1/posts/posts/x", { method: "PUT", body: "x" });
  assert.equal(answer.status, 405);
  assert.equal(answer.headers.get("allow"), "GET, HEAD, PATCH, DELETE");
  assert.equal((await refused(answer)).code, "method-not-allowed");
});

test("an address that is none is 404 as a problem", async () => {
  const answer = await blog.asAuthor("/api/v2/posts");
  assert.equal(answer.status, 404);
  assert.equal(answer.headers.get("content-type"), "application/problem+json; charset=utf-8");
  assert.equal((await refused(answer)).code, "not-found");
});

test("no answer allows another origin", async () => {
  const answer = await blog.asAuthor("/api/v1/files", { headers: { origin: "https://evil.example" } });
  assert.equal(answer.headers.get("access-control-allow-origin"), null);
});
