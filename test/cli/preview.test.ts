import assert from "node:assert/strict";
import { test } from "node:test";
import { makeFolder, startDeckle, writeFiles } from "./run-deckle.ts";

const post = (text: string): string => `---\ntitle: One\ndate: 2024-05-01\n---\n\n${text}\n`;

test("preview tells what the cache does with each answer, and purges what is saved", async () => {
  const folder = await makeFolder({
    "hugo.yaml": "title: A blog\nbaseURL: https://old.example/\n",
    "content/posts/one.md": post("First words"),
  });
  const blog = await startDeckle(["--site", folder], { verb: "preview" });
  const visit = async (path: string) => {
    const answer = await fetch(blog.address + path);
    return [answer.headers.get("cf-cache-status"), /First words|Second words/.exec(await answer.text())?.[0]];
  };
  assert.deepEqual(await visit("/posts/one/"), ["MISS", "First words"]);
  assert.deepEqual(await visit("/posts/one/"), ["HIT", "First words"]);
  await blog.saysOnce("HIT         200 GET /posts/one/\n");
  await writeFiles(folder, { "content/posts/one.md": post("Second words") });
  await blog.saysOnce("Published 1 file: /posts/one/\n");
  assert.deepEqual(await visit("/posts/one/"), ["MISS", "Second words"]);
});
