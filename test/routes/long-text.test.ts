// What is longer than a value of D1, 2 MB: a page whose HTML lies in R2, and lists whose entries come to more.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openBlog } from "../harness.ts";

const post = (title: string, body: string) => `---\ntitle: ${title}\ndate: 2026-01-02\n---\n\n${body}\n`;

/** No paragraph ends it before its end, as in an exported notebook. */
const notebook = (word: string) =>
  `---\ntitle: Notebook\ndate: 2026-02-03\n---\n<div>${word} ${"<pre>ngày mưa</pre>\n".repeat(170_000)}</div><b>the end of ${word}</b>\n`;

test("a feed of whole texts has as many as are long, and of one that is too long its summary", async () => {
  const { publish, request } = await openBlog();
  const long = "Lorem ipsum dolor sit amet.\n\n".repeat(5000);
  const many = Array.from({ length: 40 }, (_, i) => [
    `content/posts/p${i}.md`,
    post(`P${i}`, `Summary.\n\n<!--more-->\n\n${long}the end of ${i}`),
  ]);
  await publish({
    "hugo.yaml": "title: T\nparams:\n  ShowFullTextinRSS: true\n",
    ...Object.fromEntries(many),
    "content/posts/longest.md": post("Longest", `Only this.\n\n<!--more-->\n\n${long}the end of all`),
    "content/posts/zz.md": post("Longer", `No more.\n\n<!--more-->\n\n${long}${long}the end of both`),
  });
  for (const path of ["/index.xml", "/atom.xml", "/feed.json"]) {
    const answer = await request(path);
    assert.equal(answer.status, 200, path);
    const feed = await answer.text();
    assert.equal(feed.match(/the end of \d/g)?.length, 40, path);
    assert.match(feed, /No more\./);
    assert.doesNotMatch(feed, /the end of both/);
  }
});

test("a page of more than a row holds is published and read like any other, and stays", async () => {
  const { publish, request, asAuthor, clock } = await openBlog();
  await clock("2026-03-01T00:00:00Z");
  const { warnings } = await publish({
    "hugo.yaml": "title: T\n",
    "content/posts/notebook.html": notebook("Mendota"),
  });
  assert.deepEqual(
    warnings.map(({ path, message }) => [path, /end it with <!--more-->/.test(message)]),
    [["content/posts/notebook.html", true]],
  );
  const read = async (word: string) => {
    const answer = await request("/posts/notebook/");
    assert.equal(answer.status, 200);
    const page = await answer.text();
    assert.equal(page.match(/<pre>ngày mưa<\/pre>/g)?.length, 170_000);
    assert.match(page, new RegExp(`<b>the end of ${word}</b>`));
    return answer.headers.get("etag") ?? "";
  };
  const etag = await read("Mendota");
  const again = await request("/posts/notebook/", { headers: { "if-none-match": etag } });
  assert.equal(again.status, 304);
  const source = await asAuthor("/api/v1/files/content/posts/notebook.html");
  assert.equal(await source.text(), notebook("Mendota"));
  const list = await (await request("/")).text();
  assert.match(list, /Mendota ngày mưa/);
  assert.ok(list.length < 20_000);
  for (const feed of ["/index.xml", "/atom.xml", "/feed.json"]) {
    const text = await (await request(feed)).text();
    assert.match(text, /Mendota ngày mưa/, feed);
    assert.doesNotMatch(text, /the end/, feed);
  }

  const isFound = async (word: string) =>
    (await (await request(`/search.json?q=${word}`)).text()).includes("/posts/notebook/");
  assert.equal(await isFound("Mendota"), true);
  await asAuthor("/api/v1/search-index", { method: "DELETE" });
  assert.equal(await isFound("Mendota"), false);
  let status = 202;
  while (status === 202) ({ status } = await asAuthor("/api/v1/search-index", { method: "POST" }));
  assert.equal(status, 200);
  assert.equal(await isFound("Mendota"), true);

  await publish({ "content/posts/notebook.html": notebook("Monona") });
  assert.notEqual(await read("Monona"), etag);
  await clock("2026-03-20T12:00:00Z", { runCron: true });
  await read("Monona");
});
