// Runs every curl line of docs/API.md, in order, against one blog: what the document promises holds.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { ORIGIN, openBlog } from "../harness.ts";
import { PNG } from "../routes/picture.ts";
import { parseCurlLine } from "./curl-line.ts";

const text = readFileSync(new URL("../../docs/API.md", import.meta.url), "utf8");
const lines = [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)]
  .flatMap(([, block = ""]) => block.split("\n"))
  .filter((line) => line.startsWith("curl "));

test("docs/API.md has a curl line for every address and method of the API", () => {
  for (const address of [
    "/api/v1/posts",
    "/api/v1/media",
    "/api/v1/files",
    "/api/v1/blobs/",
    "/api/v1/changes",
    "/api/v1/health",
    "/api/v1/search-index",
  ])
    assert.ok(
      lines.some((line) => line.includes(address)),
      address,
    );
  for (const method of ["-X PUT", "-X PATCH", "-X DELETE"])
    assert.ok(lines.some((line) => line.includes(method)));
});

test("every curl line of docs/API.md answers the status that stands behind it", async () => {
  const blog = await openBlog();
  await blog.publish({ "hugo.yaml": "title: A blog\ntimeZone: Asia/Ho_Chi_Minh\n" });
  const files = { "photo.jpg": PNG };
  const variables: { [name: string]: string } = { DECKLE_URL: ORIGIN, DECKLE_TOKEN: "is-in-the-harness" };
  for (const line of lines) {
    const call = await parseCurlLine(line, { variables, files });
    const { authorization, ...headers } = call.headers;
    const send = authorization === undefined ? blog.request : blog.asAuthor;
    const path = call.url.slice(ORIGIN.length);
    const answer = await send(path, { method: call.method, headers, ...(call.body && { body: call.body }) });
    const said = await answer.text();
    assert.equal(answer.status, call.status, `${line}\n${said}`);
    variables.ETAG = answer.headers.get("etag") ?? variables.ETAG ?? "";
  }
});
