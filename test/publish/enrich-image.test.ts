// What the second pass does to a page's HTML.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readConfig } from "../../src/hugo/config/read-config.ts";
import type { FileFacts } from "../../src/hugo/world.ts";
import { enrich } from "../../src/publish/enrich/enrich.ts";

const { config: CONFIG } = readConfig([{ path: "hugo.yaml", text: "baseURL: https://blog.example/" }]);
const PICTURE: FileFacts = { path: "", sha256: "", mediaType: "image/jpeg", width: 800, height: 400 };

function enriched(
  html: string,
  files = ["static/a.jpg", "static/b.jpg", "content/posts/p/c.jpg"],
  url = "/posts/p/",
) {
  return enrich(html, {
    url,
    file: "content/posts/p/index.md",
    text: "---\ntitle: P\n---\n\n![](/gone.jpg)\n",
    config: CONFIG,
    params: {},
    siteParams: {},
    formulas: [],
    basePath: "/",
    resources: new Map([["/posts/p/c.jpg", "content/posts/p/c.jpg"]]),
    world: {
      file: (path) => (files.includes(path) ? { ...PICTURE, path } : null),
      text: () => null,
      page: () => null,
    },
  });
}

describe("a picture of the site", () => {
  test("gets its dimensions, and what the author gave stays", async () => {
    const cases: [string, string][] = [
      ['<img src="/a.jpg">', '<img src="/a.jpg" width="800" height="400" decoding="async">'],
      [
        '<img src="/a.jpg" width="300px" />',
        '<img src="/a.jpg" width="300px" height="150" decoding="async" />',
      ],
      ["<img src='/a.jpg' height=100>", '<img src=\'/a.jpg\' height=100 width="200" decoding="async">'],
      ['<img src="/a.jpg" width="50%">', '<img src="/a.jpg" width="50%" decoding="async">'],
      ['<img src="c.jpg">', '<img src="c.jpg" width="800" height="400" decoding="async">'],
      [
        '<img src="https://blog.example/a.jpg">',
        '<img src="https://blog.example/a.jpg" width="800" height="400" decoding="async">',
      ],
      ['<img src="/a.jpg#center">', '<img src="/a.jpg#center" width="800" height="400" decoding="async">'],
    ];
    for (const [html, expected] of cases) assert.equal((await enriched(html)).html, expected);
  });

  test("waits for its turn unless it is the first", async () => {
    const { html } = await enriched(
      '<img loading="lazy" src="/a.jpg"><img src="/b.jpg"><img loading="eager" src="/a.jpg">',
    );
    const loading = Array.from(
      html.matchAll(/<img[^>]*>/g),
      ([tag]) => /loading="(\w+)"/.exec(tag)?.[1] ?? "none",
    );
    assert.deepEqual(loading, ["none", "lazy", "eager"]);
  });
});

describe("a picture that is not there", () => {
  test("becomes a note, keeps its caption, and its author is told the line", async () => {
    const { html, warnings } = await enriched(
      '<figure><img src="/gone.jpg" alt="Mưa &quot;to&quot;"><figcaption>Caption</figcaption></figure>',
    );
    assert.equal(
      html,
      '<figure><span class="missing-image" role="img" aria-label="Mưa &quot;to&quot;"></span><figcaption>Caption</figcaption></figure>',
    );
    assert.deepEqual(
      warnings.map(({ path, line }) => ({ path, line })),
      [{ path: "content/posts/p/index.md", line: 5 }],
    );
    assert.match(warnings[0]?.message ?? "", /\/gone\.jpg .* static\/gone\.jpg/);
  });
});

describe("what is not ours", () => {
  test("is left alone", async () => {
    for (const html of [
      '<img src="https://other.example/x.png">',
      '<img src="data:image/png;base64,AAAA">',
      '<img alt="no source">',
      '<p>&lt;img src="/gone.jpg"&gt;</p>',
      '<img src="http://[broken">',
    ]) {
      assert.deepEqual(await enriched(html), { html, warnings: [], needs: [] });
    }
  });
});

describe("what scrolls or is ticked", () => {
  test("can be reached by keyboard and has a name", async () => {
    assert.equal((await enriched("<table><tr></tr></table>")).html, '<table tabindex="0"><tr></tr></table>');
    assert.equal((await enriched('<table tabindex="-1"></table>')).html, '<table tabindex="-1"></table>');
    assert.equal(
      (await enriched('<li><input disabled="" type="checkbox"> buy <em>paper</em></li>')).html,
      '<li><input disabled="" type="checkbox" aria-label="buy paper"> buy <em>paper</em></li>',
    );
  });
});
