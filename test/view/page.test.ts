import assert from "node:assert/strict";
import { test } from "node:test";
import type { Reading } from "../../src/site/document.ts";
import type { Page, Params } from "../../src/site/page.ts";
import { renderDocument } from "../../src/view/render-document.ts";
import { STYLESHEETS } from "../../src/view/stylesheet.ts";
import * as fixture from "./fixture.ts";
import { assertWellFormed } from "./well-formed.ts";

const render = (document: Reading): string => renderDocument(document, { origin: fixture.ORIGIN }).body;

const part = (body: string, start: string, end: string): string => {
  const from = body.indexOf(start);
  assert.ok(from >= 0, `no ${start}`);
  return body.slice(from, body.indexOf(end, from) + end.length);
};

/** The Vietnamese post with other parameters of its own and of the site. */
const postWith = ({
  page = {},
  site = {},
  change = {},
}: {
  page?: Params;
  site?: Params;
  change?: Partial<Page>;
}): string =>
  render(
    fixture.post({
      settings: fixture.settings({ params: { ...fixture.settings().params, ...site } }),
      page: { ...fixture.vietnamese, ...change, params: page },
    }),
  );

test("every page nests and quotes rightly", () => {
  for (const document of fixture.pages) assertWellFormed(render(document), "html");
});

test("the head names the page, its address and what previews show", () => {
  const body = render(fixture.post());
  for (const line of [
    `<html lang="vi" dir="ltr">`,
    "<title>Đọc chậm giữa một thế giới lướt nhanh | Sổ tay bên lề</title>",
    `<link rel="canonical" href="https://blog.example/posts/doc-cham/">`,
    `<meta property="og:image" content="https://blog.example/img/deckle.svg">`,
    `<meta property="article:published_time" content="2024-03-09T10:11:33+07:00">`,
    `<meta name="twitter:card" content="summary_large_image">`,
  ]) {
    assert.ok(body.includes(line), line);
  }
  assert.match(render(fixture.home()), /<title>Sổ tay bên lề<\/title>/);
});

test("page 2 of a list has an address of its own", () => {
  assert.match(
    render(fixture.section),
    /<link rel="canonical" href="https:\/\/blog.example\/posts\/page\/2\/">/,
  );
});

test("everything that the site prints goes below the base path, absolute addresses to the given origin", () => {
  const settings = fixture.settings({ basePath: "/blog/", baseURL: "https://old.example/blog/" });
  const body = render(fixture.post({ settings }));
  assert.match(body, /<link rel="canonical" href="https:\/\/blog.example\/blog\/posts\/doc-cham\/">/);
  const frame = body.replace(/<div class="post-content[\s\S]*?<footer/, "<footer");
  for (const [, address = ""] of frame.matchAll(/(?:href|src)="([^"#][^"]*)"/g)) {
    assert.match(address, /^(\/blog\/|https:\/\/blog.example\/blog\/)/);
  }
  assert.doesNotMatch(body, /old\.example/);
});

test("a page's own parameter wins over the site's", () => {
  assert.doesNotMatch(postWith({ page: { showtoc: false } }), /class="toc"/);
  assert.match(
    postWith({ site: { showtoc: false }, page: { showtoc: true, tocopen: true } }),
    /<details class="toc" open>/,
  );
  assert.doesNotMatch(postWith({ page: { hidemeta: true } }), /post-meta"/);
  assert.match(postWith({ page: { author: ["An", "Bình"] } }), /<span>An, Bình<\/span>/);
});

test("a post in a language of its own is set, dated and described in it", () => {
  const body = render(fixture.arabic);
  assert.match(body, /<html lang="ar" dir="ltr">/);
  for (const around of ["header", "footer"])
    assert.match(body, new RegExp(`<${around} class="${around}" lang="en-us">`));
  assert.match(body, /<article class="post-single" dir="rtl" lang="ar">/);
  assert.match(body, /"inLanguage":"ar"/);
  const chinese = render(fixture.chinese);
  assert.match(chinese, /dir="ltr" lang="zh">[\s\S]*>2024年3月9日<\/time>&nbsp;·&nbsp;<span>6 分钟</);
});

test("programs are told the language that the site says it is in, as readers are", () => {
  const post = fixture.post({ settings: fixture.settings({ lang: "en", languageCode: "vi" }) });
  assert.ok(post.type === "page");
  const body = render({ ...post, page: { ...post.page, lang: "en" } });
  assert.match(body, /<html lang="vi"/);
  assert.match(body, /"inLanguage":"vi"/);
});

test("a list says which of its posts are in another language", () => {
  const home = fixture.home();
  assert.ok(home.type === "list");
  const [first, second] = home.items;
  assert.ok(first && second);
  const body = render({ ...home, items: [first, { ...second, params: { lang: "en" } }] });
  assert.equal(body.match(/<article class="post-entry" dir="ltr" lang="en">/g)?.length, 1);
  assert.match(body, /February 20, 2024/);
});

test("scripts without italics bring their sheet, and a link to them does not", () => {
  const upright = (document: Reading) => render(document).includes(STYLESHEETS.upright);
  const other = { lang: "zh", languageName: "中文", homeUrl: fixture.url("/zh/") };
  assert.ok(upright(fixture.chinese));
  assert.ok(upright(fixture.post({ settings: fixture.settings({ languageCode: "ja-jp" }) })));
  assert.ok(!upright(fixture.post({ settings: fixture.settings({ translations: [other] }) })));
});

test("the meta line speaks the page's language", () => {
  const line = (document: Reading) =>
    part(render(document), '<div class="post-meta">', "</div>")
      .replace(/<[^>]*>/g, "")
      .replaceAll("&nbsp;", " ");
  assert.equal(line(fixture.post()), "9 tháng 3, 2024 · 6 phút · 1240 từ · Lê Thu Hà");
  assert.equal(line(fixture.englishDocument), "November 2, 2024 · 1 min · 1 word · Lê Thu Hà");
});

test("a date follows the author's layout", () => {
  assert.match(
    postWith({ site: { dateformat: "02/01/2006" } }),
    /<time datetime="2024-03-09T10:11:33\+07:00">09\/03\/2024<\/time>/,
  );
});

test("a page without a date prints none", () => {
  assert.doesNotMatch(postWith({ change: { date: null, publishDate: null } }), /<time|published_time/);
});

test("the contents list nests as the headings do", () => {
  const body = part(render(fixture.post()), '<details class="toc"', "</details>");
  assert.match(
    body,
    /<ul><li><a href="#bút-chì-và-lề-sách">Bút chì và lề sách<\/a><\/li><li><a href="#từ-trang-giấy-đến-màn-hình">[^<]*<\/a><ul><li><a href="#đo-thử-một-tuần">[^<]*<\/a><\/li><\/ul><\/li><\/ul>/,
  );
});

test("UseHugoToc takes Hugo's own", () => {
  const toc = fixture.trustedHtml('<nav id="TableOfContents"><ul><li><a href="#a">A</a></li></ul></nav>');
  assert.match(
    postWith({ page: { usehugotoc: true }, change: { toc } }),
    /<div class="inner"><nav id="TableOfContents">/,
  );
});

test("« leads to the newer post and » to the older", () => {
  const nav = part(render(fixture.post()), '<nav class="paginav"', "</nav>");
  assert.match(nav, /<a class="prev" rel="prev" href="\/posts\/thu-gui\/"><span class="title">« Trang trước/);
  assert.match(
    nav,
    /<a class="next" rel="next" href="\/posts\/bai-1\/"><span class="title">Trang tiếp theo »/,
  );
});

test("share links are there only if configured, and only the chosen ones", () => {
  assert.doesNotMatch(render(fixture.post()), /class="share-buttons"/);
  const body = postWith({ site: { showsharebuttons: true, sharebuttons: ["telegram", "x"] } });
  const list = part(body, '<ul class="share-buttons"', "</ul>");
  assert.equal(list.match(/<li>/g)?.length, 2);
  assert.match(list, /url=https%3A%2F%2Fblog.example%2Fposts%2Fdoc-cham%2F/);
  assert.doesNotMatch(
    postWith({ site: { showsharebuttons: true }, page: { disableshare: true } }),
    /class="share-buttons"/,
  );
});

test("the edit link names the file", () => {
  const body = postWith({
    site: { editpost: { url: "https://github.com/a/b/blob/main/content", appendfilepath: true } },
    change: { file: "content/posts/đọc chậm #2.md" },
  });
  assert.match(
    body,
    /href="https:\/\/github.com\/a\/b\/blob\/main\/content\/posts\/%C4%91%E1%BB%8Dc%20ch%E1%BA%ADm%20%232.md"[^>]*>Chỉnh sửa</,
  );
});

test("the menu marks where the reader is", () => {
  const menu = part(render(fixture.archive), '<ul id="menu"', "</ul>");
  assert.match(menu, /<a href="\/archives\/" aria-current="page"><span class="active">Lưu trữ<\/span><\/a>/);
  assert.equal(menu.match(/aria-current/g)?.length, 1);
});

test("home shows its first post large, unless asked not to or introduced", () => {
  const classes = (document: Reading) =>
    [...render(document).matchAll(/<article class="([^"]*)"/g)].map(([, name]) => name);
  assert.deepEqual(classes(fixture.home()).slice(0, 2), ["first-entry", "post-entry"]);
  assert.equal(classes(fixture.home({ disablespecial1stpost: true }))[0], "post-entry");
  assert.deepEqual(classes(fixture.homeInfo).slice(0, 2), ["first-entry home-info", "post-entry"]);
  assert.equal(classes(fixture.termPage)[0], "post-entry tag-entry");
});

test("the first entry's cover is not waited with, whatever the entry looks like", () => {
  const covered = (params: Params) => {
    const list = fixture.home(params);
    assert.ok(list.type === "list");
    const cover = { src: "/a.jpg", alt: "", caption: fixture.trustedHtml(""), ...NOT_HIDDEN };
    return render({ ...list, items: list.items.map((entry) => ({ ...entry, cover })) });
  };
  const looks: Params[] = [{}, { disablespecial1stpost: true }, { homeinfoparams: { title: "Hi" } }];
  for (const params of looks) {
    const [first = "", ...others] = covered(params).match(/<img [^>]*src="\/a\.jpg"/g) ?? [];
    assert.match(first, /fetchpriority="high"/);
    assert.ok(others.length > 0 && others.every((image) => image.includes('loading="lazy"')));
  }
});
const NOT_HIDDEN = { hidden: null, hiddenInList: null, hiddenInSingle: null };

test("profile mode stands in the place of the posts", () => {
  const body = render(fixture.profile);
  assert.match(body, /<div class="profile">/);
  assert.doesNotMatch(body, /<article/);
});

test("feeds are announced", () => {
  assert.match(
    render(fixture.home()),
    /<link rel="alternate" type="application\/rss\+xml" href="\/index.xml"/,
  );
});

test("terms are printed with their counts and encoded addresses", () => {
  const body = render(fixture.terms);
  assert.match(body, /<a href="\/tags\/c%23\/">c# <sup>.*?1/);
  assert.match(body, /<a href="\/tags\/%C4%91%E1%BB%8Dc-s%C3%A1ch\/">đọc sách/);
});

test("the archive groups by year and month, with ids that hold no space", () => {
  const body = render(fixture.archive);
  assert.deepEqual(
    [...body.matchAll(/ id="(2\d[^"]*)"/g)].map(([, id]) => id),
    ["2024", "2024-tháng-3", "2024-tháng-2", "2024-tháng-1", "2023", "2023-tháng-12", "2023-tháng-7"],
  );
});

test("the archive goes by date, whatever the order of the list", () => {
  const { archive } = fixture;
  assert.ok(archive.type === "archive");
  const pinned = { ...archive, items: archive.items.toReversed() };
  assert.equal(render(pinned), render(archive));
});

test("a list's description is Markdown", () => {
  const { section } = fixture;
  assert.ok(section.type === "list");
  const page = { ...section.page, description: "*a*", descriptionHtml: fixture.trustedHtml("<em>a</em>") };
  const body = render({ ...section, page });
  assert.match(body, /<div class="post-description"><em>a<\/em><\/div>/);
  assert.match(body, /<meta name="description" content="\*a\*">/);
});

test("a list that nobody describes is described by its name, home by the site's", () => {
  const { section } = fixture;
  assert.ok(section.type === "list");
  const described = (more: Partial<typeof section.page>) =>
    /<meta name="description" content="([^"]*)">/.exec(
      render({
        ...section,
        settings: fixture.settings({ title: "Sổ tay", params: {} }),
        page: { ...section.page, ...more },
      }),
    )?.[1];
  const bare = { description: "", summaryText: "", title: "mưa" };
  assert.equal(described({ ...bare, kind: "term" }), "mưa - Sổ tay");
  assert.equal(described({ ...bare, kind: "home" }), "Sổ tay");
});

test("robotsNoIndex and the page that is not there are kept out of indexes", () => {
  assert.match(
    postWith({ page: { robotsnoindex: true } }),
    /<meta name="robots" content="noindex, nofollow">/,
  );
  assert.match(render(fixture.notFound), /<meta name="robots" content="noindex">/);
  assert.doesNotMatch(render(fixture.post()), /noindex/);
});

test("the author's stylesheet comes after ours", () => {
  const body = render(fixture.home({}, { customCss: ".x{color:red}", customCssHash: "" }));
  const styles = [...body.matchAll(/<style>([^<]*)/g)];
  assert.equal(styles.at(-1)?.[1], ".x{color:red}");
});

test("an author's choice of scheme is the page's", () => {
  assert.match(
    render(fixture.home({ defaulttheme: "dark" })),
    /<html lang="vi" dir="ltr" data-theme="dark">/,
  );
});

test("a truncated summary ends in one ellipsis", () => {
  assert.match(render(fixture.home()), /<p>Không có phép màu nào cả, chỉ có những buổi tối dài hơn…<\/p>/);
});
