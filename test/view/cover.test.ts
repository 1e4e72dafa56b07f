// The picture over a post: what is offered of it, and when it loads.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Cover, Params } from "../../src/site/page.ts";
import { renderEntryCover, renderPostCover } from "../../src/view/page/cover.ts";
import * as fixture from "./fixture.ts";

const COVER: Cover = {
  src: "/posts/p/a b.jpg",
  alt: "A & B",
  caption: fixture.trustedHtml(""),
  width: 700,
  height: 350,
  digest: "0123456789abcdef",
  hidden: null,
  hiddenInList: null,
  hiddenInSingle: null,
};

const place = (cover: Partial<Cover> = {}, params: Params = {}) => ({
  settings: fixture.settings({ params, basePath: "/blog/" }),
  page: { ...fixture.vietnamese, cover: { ...COVER, ...cover } },
});

test("a cover offers its smaller versions by format and width, and comes first", () => {
  const source = (format: string) =>
    `<source type="image/${format}" sizes="(max-width:740px) calc(100vw - 40px),700px" srcset="` +
    `/blog/_img/480/0123456789abcdef/posts/p/a%20b.jpg.${format} 480w,` +
    `/blog/_img/720/0123456789abcdef/posts/p/a%20b.jpg.${format} 700w">`;
  assert.equal(
    String(renderPostCover(place())),
    `<figure class="entry-cover"><picture>${source("avif")}${source("webp")}` +
      '<img fetchpriority="high" src="/blog/posts/p/a%20b.jpg" alt="A &amp; B" width="700" height="350"></picture></figure>',
  );
});

test("a cover further down a list waits", () => {
  const html = String(renderEntryCover({ ...place(), leads: false }));
  assert.match(html, /<img loading="lazy" decoding="async" /);
});

test("a cover that has no smaller versions, or whose site wants none, is one picture", () => {
  for (const { settings, page } of [
    place({ digest: undefined }),
    place({}, { cover: { responsiveimages: false } }),
  ])
    assert.doesNotMatch(String(renderPostCover({ settings, page })), /<picture|_img/);
});

test("a page's word on its cover goes before the site's, and one place before all", () => {
  const shown = (cover: Partial<Cover>, site: Params): [single: boolean, list: boolean] => {
    const { settings, page } = place(cover, { cover: site });
    return [
      String(renderPostCover({ settings, page })) !== "",
      String(renderEntryCover({ settings, page, leads: false })) !== "",
    ];
  };
  assert.deepEqual(shown({}, { hidden: true }), [false, false]);
  assert.deepEqual(shown({ hidden: false }, { hidden: true }), [true, true]);
  assert.deepEqual(shown({ hiddenInSingle: false }, { hidden: true }), [true, false]);
  assert.deepEqual(shown({ hiddenInList: false }, { hiddeninlist: true }), [true, true]);
  assert.deepEqual(shown({ hidden: true }, { hiddeninlist: false }), [false, true]);
});
