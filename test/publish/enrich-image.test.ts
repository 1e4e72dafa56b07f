// What the second pass does to a page's HTML.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readConfig } from "../../src/hugo/config/read-config.ts";
import type { FileFacts } from "../../src/hugo/world.ts";
import { enrich } from "../../src/publish/enrich/enrich.ts";
import { cpuTime } from "../cpu-time.ts";

const { config: CONFIG } = readConfig([{ path: "hugo.yaml", text: "baseURL: https://blog.example/" }]);
const PICTURE: FileFacts = { path: "", sha256: "", mediaType: "image/jpeg", width: 800, height: 400 };

function enriched(
  html: string,
  files = ["static/a.jpg", "static/b.jpg", "content/posts/p/c.jpg"],
  {
    basePath = "/",
    hasCover = false,
    more = {},
    body = "![](/gone.jpg)",
    title = "P",
    file = "content/posts/p/index.md",
  }: {
    basePath?: string;
    hasCover?: boolean;
    more?: object;
    body?: string;
    title?: string;
    file?: string;
  } = {},
) {
  return enrich(html, {
    url: "/posts/p/",
    file,
    text: `---\ntitle: ${title}\n---\n\n${body}\n`,
    config: CONFIG,
    params: {},
    siteParams: {},
    formulas: [],
    basePath,
    hasCover,
    resources: new Map([["/posts/p/c.jpg", "content/posts/p/c.jpg"]]),
    world: {
      file: (path) => (files.includes(path) ? { ...PICTURE, ...more, path } : null),
      text: () => null,
      page: () => null,
    },
  });
}

describe("a picture of the site", () => {
  test("gets its dimensions, and what the author gave stays", async () => {
    const cases: [string, string][] = [
      ['<img alt="" src="/a.jpg">', '<img alt="" src="/a.jpg" width="800" height="400">'],
      ['<img alt="" src="/a.jpg" width="300px" />', '<img alt="" src="/a.jpg" width="300px" height="150">'],
      ["<img alt='' src='/a.jpg' height=100>", "<img alt='' src='/a.jpg' height=100 width=\"200\">"],
      [
        '<img alt="" src="/a.jpg" width="50%">',
        '<img alt="" src="/a.jpg" width="50%" style="aspect-ratio:800/400">',
      ],
      [
        '<img alt="" src="/a.jpg" style="max-height: 80px">',
        '<img alt="" src="/a.jpg" style="max-height: 80px">',
      ],
      [
        '<img alt="" src="/a.jpg" style="line-height:1">',
        '<img alt="" src="/a.jpg" style="line-height:1" width="800" height="400">',
      ],
      ['<img alt="" src="c.jpg">', '<img alt="" src="c.jpg" width="800" height="400">'],
      [
        '<img alt="" src="https://blog.example/a.jpg">',
        '<img alt="" src="https://blog.example/a.jpg" width="800" height="400">',
      ],
      ['<img alt="" src="/a.jpg#center">', '<img alt="" src="/a.jpg#center" width="800" height="400">'],
    ];
    for (const [html, expected] of cases) assert.equal((await enriched(html)).html, expected);
  });

  test("waits for its turn unless it is the first", async () => {
    const { html } = await enriched(
      '<img alt="" loading="lazy" src="/a.jpg"><img alt="" src="/b.jpg"><img alt="" loading="eager" src="/a.jpg">',
    );
    const loading = Array.from(
      html.matchAll(/<img[^>]*>/g),
      ([tag]) => /loading="(\w+)"/.exec(tag)?.[1] ?? "none",
    );
    assert.deepEqual(loading, ["none", "lazy", "eager"]);
  });

  test("waits for its turn also as the first, under a cover", async () => {
    const { html } = await enriched('<img src="/a.jpg">', undefined, { hasCover: true });
    assert.equal(html, '<img alt="" src="/a.jpg" width="800" height="400" loading="lazy" decoding="async">');
  });
});

describe("a picture of which there are smaller versions", () => {
  const resizable = { resizable: true, sha256: "0123456789abcdef".repeat(4) };
  const picture = async (html: string, more: object = {}, basePath = "/") =>
    (await enriched(html, undefined, { basePath, more: { ...resizable, ...more } })).html;

  test("offers them by format and width, and stays what the author made of it", async () => {
    const widths = (format: string) =>
      [
        `/_img/480/0123456789abcdef/a.jpg.${format} 480w`,
        `/_img/720/0123456789abcdef/a.jpg.${format} 720w`,
      ].join(",");
    assert.equal(
      await picture('<p><img class="x" src="/a.jpg#center" alt="A"></p>'),
      `<p><picture><source type="image/avif" sizes="(max-width:760px) calc(100vw - 40px),720px" srcset="${widths("avif")}">` +
        `<source type="image/webp" sizes="(max-width:760px) calc(100vw - 40px),720px" srcset="${widths("webp")}">` +
        '<img class="x" src="/a.jpg#center" alt="A" width="800" height="400"></picture></p>',
    );
  });

  test("is never enlarged: the last rung says how many pixels it has", async () => {
    const offered = async (width: number) =>
      Array.from(
        (await picture('<img alt="" src="/a.jpg">', { width })).matchAll(/\/_img\/(\d+)\/\S+avif (\d+)w/g),
      ).map(([, rung, pixels]) => `${rung}:${pixels}`);
    assert.deepEqual(await offered(300), ["480:300"]);
    assert.deepEqual(await offered(500), ["480:480"]);
    assert.deepEqual(await offered(1000), ["480:480", "720:720", "1080:1000"]);
    assert.deepEqual(await offered(4000), ["480:480", "720:720", "1080:1080", "1500:1500"]);
  });

  test("is chosen by the width that its author gives it", async () => {
    for (const tag of ['<img alt="" src="/a.jpg" width="300">', '<img alt="" src="/a.jpg" height=150>'])
      assert.match(await picture(tag), /sizes="\(max-width:340px\) calc\(100vw - 40px\),300px"/);
  });

  test("has them below the path of the site, with its own letters", async () => {
    assert.match(
      await picture('<img alt="" src="/blog/posts/p/c.jpg">', {}, "/blog/"),
      /srcset="\/blog\/_img\/480\/0123456789abcdef\/posts\/p\/c\.jpg\.avif 480w,/,
    );
  });

  test("keeps its author's choice", async () => {
    for (const html of [
      '<picture><source srcset="/b.jpg"><img alt="" src="/a.jpg"></picture>',
      '<img alt="" src="/a.jpg" srcset="/b.jpg 2x">',
    ])
      assert.doesNotMatch(await picture(html), /_img/);
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

  test("is none where the address is nothing but a fragment, which a script may fill in", async () => {
    const tag = '<img src="#" alt="x"><img alt="y" src="">';
    const { html, warnings } = await enriched(tag, []);
    assert.deepEqual([html, warnings], [tag, []]);
  });

  test("is named as its author wrote it, with its line, in any letters", async () => {
    const { warnings } = await enriched('<img src="%E1%BA%A3nh%201.jpg" alt="">', [], {
      body: "Words.\n\n![](<ảnh 1.jpg>)",
    });
    assert.deepEqual(
      warnings.map(({ line }) => line),
      [7],
    );
    assert.match(warnings[0]?.message ?? "", /^the picture ảnh 1\.jpg is not in the site/);
  });

  test("is looked for in the text before the front matter, as its author encoded it", async () => {
    const body = "![](<gone 1.jpg>)\n\n![](g%20ảnh.jpg)";
    const { warnings } = await enriched('<img src="gone%201.jpg"><img src="g%20%E1%BA%A3nh.jpg">', [], {
      body,
      title: "gone 1.jpg",
    });
    assert.deepEqual(
      warnings.map(({ line }) => line),
      [5, 7],
    );
  });

  test("of a bundle in a further language belongs beside its page with that language in its name", async () => {
    const { warnings } = await enriched('<img src="gone.jpg" alt="">', [], {
      file: "content/posts/p/index.vi.md",
    });
    assert.match(warnings[0]?.message ?? "", /put it at content\/posts\/p\/gone\.vi\.jpg,/);
  });

  test("of a bundle belongs beside its page", async () => {
    const { warnings } = await enriched('<img src="img/gone.jpg" alt="">');
    assert.match(warnings[0]?.message ?? "", /put it at content\/posts\/p\/img\/gone\.jpg,/);
  });
});

describe("what is not ours", () => {
  test("is left alone", async () => {
    for (const html of [
      '<img alt="" src="https://other.example/x.png">',
      '<img alt="" src="data:image/png;base64,AAAA">',
      '<img alt="no source">',
      '<p>&lt;img src="/gone.jpg"&gt;</p>',
      '<img alt="" src="http://[broken">',
    ]) {
      assert.deepEqual(await enriched(html), { html, warnings: [], needs: [] });
    }
  });
});

describe("what scrolls or is ticked", () => {
  test("can be reached by keyboard and has a name", async () => {
    assert.equal((await enriched("<table><tr></tr></table>")).html, '<table tabindex="0"><tr></tr></table>');
    assert.equal(
      (await enriched("<p><img src='//e.example/a.png' hidden></p>")).html,
      "<p><img alt=\"\" src='//e.example/a.png' hidden></p>",
    );
    assert.equal((await enriched('<table tabindex="-1"></table>')).html, '<table tabindex="-1"></table>');
    assert.equal(
      (await enriched('<li><input disabled="" type="checkbox"> buy <em>paper</em></li>')).html,
      '<li><input disabled="" type="checkbox" aria-label="buy paper"> buy <em>paper</em></li>',
    );
  });
});

test("hostile tags take no longer than they are long", async () => {
  const time = async (text: string, length: number) => {
    const start = cpuTime();
    await enriched(text.repeat(length / text.length));
    return cpuTime() - start;
  };
  for (const text of ["<img ", '<img alt="', "<img 'x", "<img a='\"", "<picture "]) {
    const [short, long] = [await time(text, 10_000), await time(text, 200_000)];
    assert.ok(long < 80 * Math.max(short, 5), `${text}: ${short} ms, then ${long} ms`);
  }
});
