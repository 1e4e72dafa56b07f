// Hugo's `outputs`: what stands at the addresses of further formats.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openBlog } from "../harness.ts";

const CONFIG = `title: Blog
baseURL: https://blog.example/
outputFormats:
  llms: { mediaType: text/plain, baseName: llms }
  letter: { mediaType: application/rss+xml, baseName: letter }
outputs:
  home: [HTML, RSS, llms, letter, Calendar]
  page: [HTML, AMP, RSS]
  section: [HTML, Leaflet]
`;

const post = (title: string, more = "") => `---\ntitle: ${title}\ndate: 2024-05-01\n${more}---\nText.\n`;

test("another feed is a feed, a format to be read leads to its page, and what is not made is told", async () => {
  const { publish, request } = await openBlog();
  const { warnings } = await publish({
    "hugo.yaml": CONFIG,
    "content/posts/a.md": post("A"),
    "content/posts/b.md": post("B", "outputs: [html, json]\n"),
  });
  assert.deepEqual(
    warnings.map(({ line, message }) => [
      line,
      /^`outputs`: `(\w+)` .*$/.exec(message)?.[1],
      /404|lead/.exec(message)?.[0],
    ]),
    [
      [6, "AMP", "lead"],
      [6, "LLMS", "lead"],
      [6, "CALENDAR", "404"],
      [6, "LEAFLET", undefined],
    ],
  );
  const at = async (url: string) => {
    const answer = await request(url);
    return [
      answer.status,
      answer.headers.get("location") ?? answer.headers.get("content-type")?.split(";")[0],
    ];
  };
  assert.deepEqual(await at("/letter.xml"), [200, "application/rss+xml"]);
  assert.deepEqual(await at("/llms.txt"), [301, "/"]);
  assert.deepEqual(await at("/amp/posts/a/"), [301, "/posts/a/"]);
  assert.deepEqual(await at("/posts/a/index.xml"), [200, "application/rss+xml"]);
  assert.deepEqual(await at("/posts/b/index.json"), [200, "application/json"]);
  for (const url of ["/index.ics", "/posts/b/index.xml", "/amp/posts/b/"])
    assert.equal((await at(url))[0], 404, url);
  assert.doesNotMatch(await (await request("/posts/a/index.xml")).text(), /<item>/);
  await publish({ "static/llms.txt": "My own.\n" });
  assert.deepEqual(await at("/llms.txt"), [200, "text/plain"]);
});
