import assert from "node:assert/strict";
import { test } from "node:test";
import type { FeedFormat, Reading } from "../../src/site/document.ts";
import type { UrlPath } from "../../src/site/url.ts";
import { renderDocument } from "../../src/view/render-document.ts";
import { cpuTime } from "../cpu-time.ts";
import * as fixture from "./fixture.ts";
import { assertWellFormed } from "./well-formed.ts";

const render = (document: Reading) => renderDocument(document, { origin: fixture.ORIGIN });

const entry = (content: string, change: Partial<typeof fixture.vietnamese> = {}) => ({
  ...fixture.vietnamese,
  ...change,
  content: fixture.trustedHtml(content),
});

const feedOf = (format: FeedFormat, items: ReturnType<typeof entry>[]): string =>
  render(fixture.feed(format, { items })).body;

test("each feed says its type", () => {
  assert.equal(render(fixture.feed("rss")).contentType, "application/rss+xml; charset=utf-8");
  assert.equal(render(fixture.feed("atom")).contentType, "application/atom+xml; charset=utf-8");
  assert.equal(render(fixture.feed("json")).contentType, "application/feed+json; charset=utf-8");
});

test("RSS is what Hugo and PaperMod write", () => {
  const items = [
    entry("<p>a</p>", { description: "", title: "A & B", summary: fixture.trustedHtml("<p>s</p>") }),
  ];
  const { body } = render(
    fixture.feed("rss", {
      items,
      settings: fixture.settings({
        copyright: "© 2024 Hà",
        params: {
          author: { name: "Hà", email: "ha@blog.example" },
          images: ["card.png"],
          showfulltextinrss: true,
        },
      }),
    }),
  );
  assertWellFormed(body, "xml");
  assert.equal(
    body,
    `<?xml version="1.0" encoding="utf-8" standalone="yes"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/">
  <channel>
    <title>Sổ tay bên lề</title>
    <link>https://blog.example/</link>
    <description>Recent content on Sổ tay bên lề</description>
    <image><title>Sổ tay bên lề</title><url>https://blog.example/card.png</url><link>https://blog.example/</link></image>
    <generator>Deckle</generator>
    <language>vi</language>
    <managingEditor>ha@blog.example (Hà)</managingEditor>
    <webMaster>ha@blog.example (Hà)</webMaster>
    <copyright>2024 Hà</copyright>
    <lastBuildDate>Sat, 09 Mar 2024 10:11:33 +0700</lastBuildDate>
    <atom:link href="https://blog.example/index.xml" rel="self" type="application/rss+xml" />
    <item>
      <title>A &amp; B</title>
      <link>https://blog.example/posts/doc-cham/</link>
      <pubDate>Sat, 09 Mar 2024 10:11:33 +0700</pubDate>
      <author>ha@blog.example (Hà)</author>
      <guid>https://blog.example/posts/doc-cham/</guid>
      <description>&lt;p&gt;s&lt;/p&gt;</description>
      <content:encoded><![CDATA[<p>a</p>]]></content:encoded>
    </item>
  </channel>
</rss>
`,
  );
});

test("a summary that ends inside a list is closed", () => {
  const summary = fixture.trustedHtml(
    '<p>a<br></p><div class="x"><ul><li><p>b <svg><path d="m" /></svg></p>',
  );
  const body = feedOf("json", [{ ...entry(""), summary }]);
  assert.match(
    JSON.parse(body).items[0].content_html,
    /b <svg><path d="m" \/><\/svg><\/p><\/li><\/ul><\/div>$/,
  );
});

test("a feed has each address once, and Atom none without a date", () => {
  const undated = { date: null, lastmod: null, publishDate: null };
  const items = [
    entry("a"),
    entry("b"),
    entry("c", { ...undated, title: "Undated", url: fixture.url("/about/") }),
  ];
  assert.equal(feedOf("rss", items).match(/<item>/g)?.length, 2);
  assert.doesNotMatch(feedOf("atom", items), /Undated|1970/);
});

test("a section's feed names the section", () => {
  const page = fixture.page({ kind: "section", url: fixture.url("/posts/"), title: "Bài viết" });
  const { body } = render(fixture.feed("rss", { page, url: fixture.url("/posts/index.xml") }));
  assert.match(
    body,
    /<title>Bài viết on Sổ tay bên lề<\/title>\s*<link>https:\/\/blog.example\/posts\/<\/link>/,
  );
  assert.match(body, /<description>Recent content in Bài viết on Sổ tay bên lề</);
});

test("a feed of summaries carries no content", () => {
  const settings = fixture.settings({ params: {} });
  assert.doesNotMatch(render(fixture.feed("rss", { settings })).body, /content:encoded>/);
});

test("lastBuildDate is the newest change, whatever the order of the entries", () => {
  const older = entry("a");
  const lastmod = fixture.moment("2024-12-24T20:00:00");
  const changed = entry("b", { lastmod, url: fixture.url("/posts/b/") });
  assert.match(feedOf("rss", [older, changed, older]), /<lastBuildDate>Tue, 24 Dec 2024 20:00:00 \+0700</);
});

test("search, archives, sections and what hides itself are in no feed", () => {
  const items = [
    entry("a", { title: "One" }),
    entry("a", { title: "Two", layout: "search" }),
    entry("a", { title: "Three", layout: "archives" }),
    entry("a", { title: "Four", params: { hiddeninrss: true } }),
    entry("a", { title: "Five", kind: "section" }),
  ];
  for (const format of ["rss", "atom", "json"] as const) {
    const body = feedOf(format, items);
    assert.match(body, /One/);
    assert.doesNotMatch(body, /Two|Three|Four|Five/);
  }
});

const ADDRESSES: [written: string, read: string][] = [
  ['<a href="/about/">', '<a href="https://blog.example/about/">'],
  ['<a href="#fn:1">', '<a href="https://blog.example/posts/doc-cham/#fn:1">'],
  [
    '<img src="pic one.png" alt="a">',
    '<img src="https://blog.example/posts/doc-cham/pic%20one.png" alt="a">',
  ],
  ['<a href="../other/?a=1&amp;b=2">', '<a href="https://blog.example/posts/other/?a=1&amp;b=2">'],
  ['<a href="//cdn.example/x">', '<a href="https://cdn.example/x">'],
  ['<a href="https://example.com/?q=[x]">', '<a href="https://example.com/?q=[x]">'],
  ['<a href="mailto:a@b.example">', '<a href="mailto:a@b.example">'],
  [
    '<img srcset="/a.png 1x, /b.png 2x" src="/a.png">',
    '<img srcset="https://blog.example/a.png 1x, https://blog.example/b.png 2x" src="https://blog.example/a.png">',
  ],
  ['<a href="http://[">', '<a href="http://[">'],
  ['<code> href="/not-a-tag"</code>', '<code> href="/not-a-tag"</code>'],
];

for (const [written, read] of ADDRESSES) {
  test(`in a feed, ${written} reads ${read}`, () => {
    const { items } = JSON.parse(feedOf("json", [entry(`<p>${written}</p>`)]));
    assert.equal(items[0].content_html, `<p>${read}</p>`);
  });
}

test("addresses are made absolute in time that grows with the text", () => {
  for (const content of [
    "<a ".repeat(200_000),
    `<a ${'href="'.repeat(200_000)}`,
    '<a href="/'.repeat(100_000),
  ]) {
    const started = cpuTime();
    feedOf("json", [entry(content)]);
    assert.ok(cpuTime() - started < 1000, `${content.slice(0, 20)}… took too long`);
  }
});

test("a feed's entries keep their names for ever: the permalink", () => {
  const link = "https://blog.example/posts/doc-cham/";
  assert.ok(feedOf("rss", [entry("a")]).includes(`<guid>${link}</guid>`));
  assert.ok(feedOf("atom", [entry("a")]).includes(`<id>${link}</id>`));
  assert.equal(JSON.parse(feedOf("json", [entry("a")])).items[0].id, link);
});

test("an address that Hugo spells otherwise has the same id as there, and our own link", () => {
  const arabic = { ...entry("a"), url: "/ت/" as UrlPath, spelling: "/%d8%aa/" };
  const [link, id] = ["https://blog.example/%D8%AA/", "https://blog.example/%d8%aa/"];
  assert.match(feedOf("rss", [arabic]), new RegExp(`<link>${link}</link>[^]*<guid>${id}</guid>`));
  assert.ok(feedOf("atom", [arabic]).includes(`<id>${id}</id>`));
  assert.partialDeepStrictEqual(JSON.parse(feedOf("json", [arabic])).items[0], { id, url: link });
});

test("Atom has all that RFC 4287 demands", () => {
  const { body } = render(fixture.feed("atom"));
  assertWellFormed(body, "xml");
  const head = body.slice(0, body.indexOf("<entry>"));
  for (const element of [
    "<title>",
    "<id>https://blog.example/atom.xml</id>",
    "<updated>2024-03-09T10:11:33+07:00</updated>",
    "<author><name>Lê Thu Hà</name></author>",
    'rel="self"',
  ]) {
    assert.ok(head.includes(element), element);
  }
  for (const one of body.split("<entry>").slice(1)) assert.match(one, /<title>.*<id>.*<updated>\d{4}/s);
});

test("an Atom feed without authors names the site, one without dates the epoch", () => {
  const { body } = render(fixture.feed("atom", { settings: fixture.settings({ params: {} }), items: [] }));
  assert.match(body, /<author><name>Sổ tay bên lề<\/name><\/author>/);
  assert.match(body, /<updated>1970-01-01T00:00:00Z<\/updated>/);
});

test("JSON Feed is version 1.1", () => {
  const feed = JSON.parse(render(fixture.feed("json")).body);
  assert.equal(feed.version, "https://jsonfeed.org/version/1.1");
  assert.equal(feed.feed_url, "https://blog.example/feed.json");
  assert.deepEqual(feed.authors, [{ name: "Lê Thu Hà" }]);
  assert.deepEqual(feed.items[0].tags, ["đọc sách", "ghi chú", "viết mã"]);
  assert.equal(feed.items[0].date_published, "2024-03-09T10:11:33+07:00");
  for (const item of feed.items) assert.ok(item.id && item.content_html);
});

test("the sitemap lists absolute addresses", () => {
  const document: Reading = {
    type: "sitemap",
    settings: fixture.settings({ basePath: "/blog/" }),
    entries: [
      {
        url: fixture.url("/tags/c#/"),
        lastmod: "2024-03-09T10:11:33+07:00",
        changeFreq: "weekly",
        priority: 0,
        translations: [],
      },
      {
        url: fixture.url("/a&b/"),
        lastmod: "",
        changeFreq: "",
        priority: null,
        translations: [
          { url: fixture.url("/a&b/"), languageCode: "vi" },
          { url: fixture.url("/en/a&b/"), languageCode: "en-us" },
        ],
      },
    ],
  };
  const { body, contentType } = render(document);
  assertWellFormed(body, "xml");
  assert.equal(contentType, "application/xml; charset=utf-8");
  assert.match(
    body,
    /<url><loc>https:\/\/blog.example\/blog\/tags\/c%23\/<\/loc><lastmod>2024-03-09T10:11:33\+07:00<\/lastmod><changefreq>weekly<\/changefreq><priority>0<\/priority><\/url>/,
  );
  assert.match(
    body,
    /<loc>https:\/\/blog.example\/blog\/a&amp;b\/<\/loc><xhtml:link rel="alternate" hreflang="vi" href="https:\/\/blog.example\/blog\/a&amp;b\/"\/><xhtml:link rel="alternate" hreflang="en-us" href="https:\/\/blog.example\/blog\/en\/a&amp;b\/"\/><\/url>/,
  );
});

test("robots.txt lets everybody in and names the sitemap", () => {
  assert.equal(
    render({ type: "robots", settings: fixture.settings() }).body,
    "User-agent: *\nDisallow:\nSitemap: https://blog.example/sitemap.xml\n",
  );
});

test("a picture's smaller versions stay on the site: a feed has the picture alone", () => {
  const sources =
    '<source type="image/avif" sizes="9px" srcset="/_img/480/0123456789abcdef/a.jpg.avif 480w">'.repeat(2);
  const theirs = '<picture><source srcset="/b.webp"><img src="/b.jpg"></picture>';
  const [item] = JSON.parse(
    feedOf("json", [entry(`<p><picture>${sources}<img class="x" src="/a.jpg"></picture></p>${theirs}`)]),
  ).items;
  const { ORIGIN } = fixture;
  assert.equal(
    item.content_html,
    `<p><img class="x" src="${ORIGIN}/a.jpg"></p><picture><source srcset="${ORIGIN}/b.webp"><img src="${ORIGIN}/b.jpg"></picture>`,
  );
});
