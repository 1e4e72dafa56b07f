// Where further pages of lists are: what the configuration calls them may have several parts.

import assert from "node:assert/strict";
import { test } from "node:test";
import { pagerUrl, parsePagerUrl } from "../../src/site/pager.ts";
import { openBlog } from "../harness.ts";

const post = (n: number) => `---\ntitle: Post ${n}\ndate: 2024-05-0${n}\ntags: [x]\n---\ntext\n`;

test("pages of lists lie below a word of several parts", async () => {
  const { publish, request } = await openBlog();
  await publish({
    "hugo.yaml": 'baseURL: https://blog.example/\npagination: { pagerSize: 1, path: "/blog/page/" }\n',
    "content/posts/a.md": post(1),
    "content/posts/b.md": post(2),
    "content/blog/c.md": post(3),
  });
  const home = await (await request("/")).text();
  assert.match(home, /href="\/blog\/page\/2\/"/);
  for (const path of ["/blog/page/2/", "/posts/blog/page/2/", "/tags/x/blog/page/3/"]) {
    const answer = await request(path);
    assert.equal(answer.status, 200, path);
    assert.match(await answer.text(), new RegExp(`<link rel="canonical" href="[^"]*${path}"`));
  }
  const first = await request("/posts/blog/page/1/");
  assert.deepEqual([first.status, first.headers.get("location")], [301, "/posts/"]);
  for (const path of ["/page/2/", "/posts/page/2/", "/blog/page/9/", "/page/blog/2/", "/2/"])
    assert.equal((await request(path)).status, 404, path);
});

test("an address of a page of a list is taken apart and put together again", () => {
  for (const [url, parts] of [
    ["/page/2/", 1],
    ["/posts/page/2/", 1],
    ["/posts/page/2.html", 1],
    ["/posts/blog/page/2/", 2],
    ["/posts/blog/page/2.html", 2],
  ] as const) {
    const place = parsePagerUrl(url, parts);
    assert.ok(place, url);
    assert.equal(pagerUrl(place), url);
  }
  for (const url of ["/2/", "//2/", "/page/02/", "/page/", "/page/2", "/page/2/x/"])
    assert.equal(parsePagerUrl(url), null, url);
  assert.equal(parsePagerUrl("/page/2/", 2), null);
});
