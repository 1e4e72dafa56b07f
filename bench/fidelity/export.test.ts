// Out again, for Hugo: what a blog holds, pulled into an empty folder, is the site that was pushed and what
// was written over the API since; Hugo itself builds it, and finds the pages that the blog serves. Part of
// `npm run check`, since Hugo comes from the npm registry the first time.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { openLocalBlog } from "../../test/cli/local-blog.ts";
import { deckle, makeFolder } from "../../test/cli/run-deckle.ts";
import { askHugo } from "./oracle.ts";

const SITE = {
  "hugo.toml": `title = "Ngoài ra"
baseURL = "https://blog.example/nhat-ky/"
pagination.pagerSize = 2
params.mainSections = ["posts"]
[taxonomies]
tag = "tags"
series = "series"
`,
  "content/posts/_index.md": "---\ntitle: Bài viết\n---\n\nĐầu mục.\n",
  "content/posts/một.md":
    '---\ntitle: Một\ndate: 2024-01-02\ntags: [Trời, "c++"]\naliases: [/cu/mot/]\n---\n\n{{< note >}}**Đây**{{< /note >}}\n',
  "content/posts/hai/index.md":
    "+++\ntitle = 'Hai'\ndate = 2024-01-03T04:05:06+07:00\nseries = ['Đi']\n+++\n\n![](dot.svg) [Một]({{< ref \"một.md\" >}})\r\n",
  "content/posts/hai/dot.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
  "content/posts/ba.md": '{"title": "Ba", "date": "2024-01-04", "slug": "so-ba"}\n\nBa.\n',
  "content/posts/nháp.md": "---\ntitle: Nháp\ndraft: true\n---\n",
  "content/về.md": "\ufeff---\ntitle: Về\nurl: /ve/\n---\nKhông có ngày.\n",
  "layouts/shortcodes/note.html": "<aside>{{ .Inner | markdownify }}</aside>\n",
  "static/robots-too.txt": "",
  "data/books/one.yaml": "title: One\n",
};

test("what is pulled is byte for byte what was pushed and written since, and Hugo finds the same pages in it", async () => {
  const blog = await openLocalBlog();
  const env = { DECKLE_TOKEN: blog.token, DECKLE_URL: blog.origin };
  const pushed = await deckle(["push", "--site", await makeFolder(SITE)], { env });
  assert.equal(pushed.code, 0, pushed.stderr);
  const written = await fetch(`${blog.origin}/api/v1/posts`, {
    method: "POST",
    // Hugo keeps this process busy for longer than a connection lives.
    headers: { authorization: `Bearer ${blog.token}`, connection: "close" },
    body: JSON.stringify({ title: "Bốn", body: "Qua API.", tags: ["Trời"], date: "2024-01-05" }),
  });
  assert.equal(written.status, 201);

  const folder = join(await makeFolder(), "export");
  const pulled = await deckle(["pull", "--site", folder], { env });
  assert.equal(pulled.code, 0, pulled.stderr);
  for (const [path, text] of Object.entries(SITE))
    assert.equal(await readFile(join(folder, path), "utf8"), text, path);

  const { pages, refused } = askHugo(folder, { overlay: null, own: true });
  assert.deepEqual(refused, []);
  const addresses = pages
    .flatMap(({ relPermalink, outputs, resources, pagers }) => [
      relPermalink,
      ...outputs,
      ...resources,
      ...pagers,
    ])
    .filter((address) => !address.endsWith("/oracle.json")); // the list of pages itself
  for (const address of new Set(addresses)) {
    const answer = await fetch(blog.origin + address, { redirect: "manual" });
    assert([200, 301].includes(answer.status), `${address} answers ${answer.status}`);
  }

  const sitemap = await (await fetch(`${blog.origin}/nhat-ky/sitemap.xml`)).text();
  const served = Array.from(
    sitemap.matchAll(/<loc>https:\/\/blog\.example([^<]*)<\/loc>/g),
    ([, path]) => path,
  );
  const built = new Set(pages.map(({ relPermalink }) => relPermalink));
  assert.deepEqual(
    served.filter((path) => !built.has(String(path))),
    [],
  );
  assert.deepEqual(
    [...built].filter((path) => !served.includes(path)),
    [],
  );
});
