// Runs every curl line of docs/API.md, in order, against one blog: what the document promises holds.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { newBlog } from "../../src/cli/init.ts";
import { ORIGIN, openBlog } from "../harness.ts";
import { PNG } from "../routes/picture.ts";
import { parseCurlLine } from "./curl-line.ts";

const text = readFileSync(new URL("../../docs/API.md", import.meta.url), "utf8");
const lines = [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)]
  .flatMap(([, block = ""]) => block.split("\n"))
  .filter((line) => line !== "" && !line.startsWith("export "));

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

test("every line of docs/API.md answers the status behind it on a blog whose own files stay as they are", async () => {
  const blog = await openBlog();
  const notes = {
    "content/notes/a.md": "---\ntitle: A\n---\n",
    "content/notes/b.md": "---\ntitle: B\n---\n",
  };
  const { ".gitignore": _, ...fresh } = newBlog("A blog");
  const own = { ...fresh, ...notes };
  await blog.publish(own);
  const files: { [name: string]: Uint8Array<ArrayBuffer> } = { "photo.jpg": PNG };
  const variables: { [name: string]: string } = { DECKLE_URL: ORIGIN, DECKLE_TOKEN: "is-in-the-harness" };
  for (const line of lines) {
    const [, variable, file] = /^(\w+)=\$\(cat (\S+)\)$/.exec(line) ?? [];
    if (variable !== undefined) {
      variables[variable] = new TextDecoder().decode(files[file ?? ""]);
      continue;
    }
    const call = await parseCurlLine(line, { variables, files });
    const { authorization, ...headers } = call.headers;
    const send = authorization === undefined ? blog.request : blog.asAuthor;
    const path = call.url.slice(ORIGIN.length);
    const ask = () => send(path, { method: call.method, headers, ...(call.body && { body: call.body }) });
    let answer = await ask();
    while (call.until && answer.status === 202) answer = await ask();
    const said = await answer.text();
    assert.equal(answer.status, call.status, `${line}\n${said}`);
    if (call.etagFile !== null)
      files[call.etagFile] = new TextEncoder().encode(answer.headers.get("etag") ?? "");
  }
  for (const [path, text] of Object.entries(own))
    assert.equal(await (await blog.asAuthor(`/api/v1/files/${path}`)).text(), text, path);
});
