// A small blog as values, for the theme's tests and pictures: what publishing would have made of an
// author's files. Words and drawings are our own.

import type {
  CountedTerm,
  Document,
  FeedEntry,
  FeedFormat,
  Reading,
  Searching,
} from "../../src/site/document.ts";
import type { Moment } from "../../src/site/moment.ts";
import type { Card, Page, Params, TermLink, TrustedHtml } from "../../src/site/page.ts";
import type { SearchResults } from "../../src/site/search.ts";
import type { MenuItem, Settings } from "../../src/site/settings.ts";
import { parseUrlPath, type UrlPath } from "../../src/site/url.ts";
import { englishPost, vietnamesePost } from "./fixture-content.ts";

export const ORIGIN = "https://blog.example";

export const url = (path: string): UrlPath => {
  const parsed = parseUrlPath(path);
  if (parsed === null) throw new Error(`Not a path: ${path}`);
  return parsed;
};

/** What the renderer or the row mapper would have vouched for. */
export const trustedHtml = (text: string): TrustedHtml => text as TrustedHtml;

/** In Vietnam's zone. */
export const moment = (text: string): Moment => ({ epoch: Date.parse(`${text}+07:00`) / 1000, offset: 420 });

/** `Posts:/posts/`. */
export function menuItem(entry: string): MenuItem {
  const [name = "", address = ""] = entry.split(":");
  const [pre, post] = [trustedHtml(""), trustedHtml("")];
  return { identifier: name, name, url: address, title: "", pre, post, children: [] };
}

export function settings(change: Partial<Settings> = {}): Settings {
  return {
    lang: "vi",
    languageCode: "vi",
    languageName: "Tiếng Việt",
    timeZone: "Asia/Ho_Chi_Minh",
    direction: "ltr",
    title: "Sổ tay bên lề",
    baseURL: "https://blog.example/",
    basePath: "/",
    homeUrl: url("/"),
    translations: [],
    menu: ["Bài viết:/posts/", "Thẻ:/tags/", "Lưu trữ:/archives/", "Giới thiệu:/about/"].map(menuItem),
    params: {
      author: "Lê Thu Hà",
      description: "Ghi chép về sách, mã nguồn và những buổi chiều Hà Nội.",
      showreadingtime: true,
      showwordcount: true,
      showbreadcrumbs: true,
      showpostnavlinks: true,
      showtoc: true,
      showfulltextinrss: true,
    },
    copyright: "",
    taxonomies: ["tags", "categories"],
    mainSections: ["posts"],
    pagerSize: 10,
    paginatePath: "page",
    rss: { kinds: ["home", "section", "taxonomy", "term"], name: "index" },
    feedLimit: -1,
    enableRobotsTxt: true,
    strings: {},
    customCss: "",
    customCssHash: "",
    ...change,
  };
}

export const english = (change: Partial<Settings> = {}): Settings =>
  settings({
    lang: "en",
    languageCode: "en-us",
    languageName: "English",
    title: "Notes in the Margin",
    menu: ["Posts:/posts/", "Tags:/tags/", "Archive:/archives/", "About:/about/"].map(menuItem),
    ...change,
  });

const term = (name: string): TermLink => ({ name, url: url(`/tags/${name.replaceAll(" ", "-")}/`) });

/** With what lists and feeds show of it. */
export function page(change: Partial<Page & Card> & { url: UrlPath; title: string }): Page & Card {
  return {
    id: 1,
    kind: "page",
    lang: "vi",
    linkTitle: change.title,
    date: null,
    lastmod: change.date ?? null,
    publishDate: change.date ?? null,
    description: "",
    summary: trustedHtml(`<p>${change.summaryText ?? ""}</p>`),
    summaryText: "",
    truncated: false,
    wordCount: 1240,
    readingTime: 6,
    terms: {},
    cover: null,
    layout: "",
    params: {},
    file: null,
    content: trustedHtml(""),
    toc: trustedHtml(""),
    needs: [],
    translations: [],
    ...change,
  };
}

export const vietnamese: Page & Card = page({
  url: url("/posts/doc-cham/"),
  title: "Đọc chậm giữa một thế giới lướt nhanh",
  description: "Vì sao tôi lại ghi chú bằng bút chì vào lề sách, và điều đó giúp gì cho việc viết mã.",
  date: moment("2024-03-09T10:11:33"),
  content: vietnamesePost,
  summaryText:
    "Mùa thu năm ngoái tôi đọc lại một cuốn sách cũ, và lần đầu tiên sau nhiều năm tôi đọc với cây bút chì trong tay.",
  truncated: true,
  terms: { tags: ["đọc sách", "ghi chú", "viết mã"].map(term) },
  cover: {
    src: "/img/deckle.svg",
    alt: "Mép giấy thủ công không đều dưới ánh sáng xiên",
    caption: trustedHtml("Mép giấy dó, chụp ở <em>Bắc Ninh</em>."),
    width: 1200,
    height: 560,
    hidden: null,
    hiddenInList: true,
    hiddenInSingle: null,
  },
  ancestors: [
    { title: "Sổ tay bên lề", url: url("/") },
    { title: "Bài viết", url: url("/posts/") },
  ],
});

export const inEnglish: Page & Card = page({
  url: url("/posts/small-parsers/"),
  title: "On writing small parsers that do not fall over",
  lang: "en",
  description: "Three habits that keep a hand-written parser linear, with a worked example.",
  date: moment("2024-11-02T08:30:00"),
  content: englishPost,
  summaryText: "A parser is a promise about time. Here are three habits that help to keep it.",
  wordCount: 1,
  readingTime: 1,
  terms: { tags: ["parsing", "typescript"].map(term) },
  ancestors: [
    { title: "Notes in the Margin", url: url("/") },
    { title: "Posts", url: url("/posts/") },
  ],
});

const TITLES: [title: string, date: string, summary: string][] = [
  [
    "Một năm không mạng xã hội",
    "2024-02-20T21:00:00",
    "Không có phép màu nào cả, chỉ có những buổi tối dài hơn.",
  ],
  [
    "Cài đặt lại máy tính cũ từ con số không, và những gì tôi quên sao lưu",
    "2024-02-03T07:45:00",
    "Danh sách ngắn những thứ đáng giữ, danh sách dài những thứ không đáng, và một ổ đĩa kêu lạch cạch.",
  ],
  [
    "Ẵm, ậm, ỗ, Ứ: phông chữ nào chịu được dấu tiếng Việt?",
    "2024-01-15T12:00:00",
    "So sánh mười phông chữ hệ thống.",
  ],
  ["Cà phê trứng", "2023-12-24T16:20:00", ""],
  ["Nhật ký học đàn tranh", "2023-12-02T16:20:00", "Ba tháng đầu, ngón tay chai và một bài ru."],
  ["Đường phố, điện thoại và sự chú ý", "2023-07-11T16:20:00", "Tôi thử để điện thoại ở nhà một tuần."],
];

export const cards: Card[] = [
  vietnamese,
  ...TITLES.map(([title, date, summaryText], index) =>
    page({
      id: index + 2,
      url: url(`/posts/bai-${index + 1}/`),
      title,
      date: moment(date),
      summaryText,
      truncated: index % 2 === 0,
      readingTime: index + 1,
      wordCount: 211 * (index + 1),
    }),
  ),
];

export const homePage = (change: Partial<Page> = {}): Page =>
  page({ kind: "home", url: url("/"), title: "Sổ tay bên lề", ...change });

export const post = (change: Partial<Extract<Document, { type: "page" }>> = {}): Reading => ({
  type: "page",
  settings: settings(),
  page: vietnamese,
  newer: { title: "Thư gửi người đọc đầu tiên", url: url("/posts/thu-gui/") },
  older: { title: TITLES[0]?.[0] ?? "", url: url("/posts/bai-1/") },
  ...change,
});

export const englishDocument: Reading = {
  type: "page",
  settings: english({
    params: { ...settings().params, showcodecopybuttons: true, comments: true },
    fragments: { comments: { html: trustedHtml('<p id="said">Nobody has said anything yet.</p>') } },
  }),
  page: inEnglish,
  newer: null,
  older: {
    title: "The shape of Donaudampfschifffahrtselektrizitätenhauptbetriebswerk",
    url: url("/posts/paragraph/"),
  },
};

export const home = (params: Params = {}, change: Partial<Settings> = {}): Reading => ({
  type: "list",
  settings: settings({ ...change, params: { ...settings().params, ...params } }),
  page: homePage(),
  items: cards,
  pager: { number: 1, count: 3, previous: null, next: url("/page/2/") },
  feeds: [
    { format: "rss", url: url("/index.xml") },
    { format: "atom", url: url("/atom.xml") },
    { format: "json", url: url("/feed.json") },
  ],
});

export const section: Reading = {
  type: "list",
  settings: settings(),
  page: page({
    kind: "section",
    url: url("/posts/"),
    title: "Bài viết",
    description: "Tất cả những gì đã viết, mới nhất ở trên.",
    ancestors: [{ title: "Sổ tay bên lề", url: url("/") }],
  }),
  items: cards.slice(2),
  pager: { number: 2, count: 3, previous: url("/posts/"), next: url("/posts/page/3/") },
  feeds: [{ format: "rss", url: url("/posts/index.xml") }],
};

export const termPage: Reading = {
  type: "list",
  settings: settings(),
  page: page({ kind: "term", url: url("/tags/ghi-chú/"), title: "ghi chú" }),
  items: cards.slice(0, 3),
  pager: { number: 1, count: 1, previous: null, next: null },
  feeds: [],
};

export const terms: Reading = {
  type: "terms",
  settings: settings(),
  page: page({ kind: "taxonomy", url: url("/tags/"), title: "Thẻ" }),
  terms: ["c#", "cà phê", "deep learning", "đọc sách", "ghi chú", "Hà Nội", "typescript", "viết mã"].map(
    (name, index): CountedTerm => ({ ...term(name), count: ((index * 7) % 12) + 1 }),
  ),
  feeds: [],
};

export const archive: Reading = {
  type: "archive",
  settings: settings(),
  page: page({ url: url("/archives/"), title: "Lưu trữ", layout: "archives" }),
  items: cards,
  feeds: [{ format: "rss", url: url("/index.xml") }],
};

export const search = (results: SearchResults | null): Searching => ({
  type: "search",
  settings: settings(),
  page: page({ url: url("/search/"), title: "Tìm kiếm", layout: "search" }),
  results,
});

export const searchFinds = search({
  query: "đọc",
  number: 1,
  more: true,
  hits: cards.slice(0, 3).map((card) => ({ ...card, text: `Đọc chậm, ghi chú nhiều. ${card.summaryText}` })),
});

export const about: Reading = {
  type: "page",
  settings: settings(),
  page: page({
    url: url("/about/"),
    title: "Giới thiệu",
    content: trustedHtml(
      '<p>Tôi là Hà. Tôi viết phần mềm vào ban ngày và đọc sách vào ban đêm. Địa chỉ thư: <a href="mailto:ha@blog.example">ha@blog.example</a>.</p>\n',
    ),
    params: { hidemeta: true, showbreadcrumbs: false, showtoc: false },
  }),
  newer: null,
  older: null,
};

/** A post in a language of its own, inside the English site. */
const foreign = (lang: string, title: string, description: string, content: string): Reading => ({
  type: "page",
  settings: english(),
  page: page({
    url: url(`/posts/${title}/`),
    title,
    description,
    date: moment("2024-03-09T10:11:33"),
    content: trustedHtml(content),
    params: { lang },
  }),
  newer: null,
  older: null,
});

export const chinese = foreign(
  "zh",
  "纸的边缘",
  "手工纸为什么没有直边。",
  "<p>手工造的纸，四边从来不直。帘子从水里抬起来，<em>边上的浆薄</em>，干了便成了毛边。</p>\n<blockquote><p>慢慢读，像看一张纸怎样干。</p></blockquote>\n",
);

export const arabic = foreign(
  "ar",
  "حافة الورق",
  "لماذا لا تكون للورق اليدوي حافة مستقيمة.",
  "<p>الورق المصنوع باليد لا يعرف الحواف المستقيمة: <em>يرقّ العجين عند الإطار</em>، ثم يجف كما هو.</p>\n<ul><li>ماء</li><li>قالب</li></ul>\n",
);

export const notFound: Reading = { type: "not-found", settings: settings() };

export const feed = (
  format: FeedFormat,
  change: Partial<Extract<Document, { type: "feed" }>> = {},
): Reading => ({
  type: "feed",
  format,
  settings: settings(),
  page: homePage(),
  url: url(format === "rss" ? "/index.xml" : format === "atom" ? "/atom.xml" : "/feed.json"),
  items: [
    vietnamese,
    ...cards.slice(1, 3).map((card): FeedEntry => ({ ...card, content: trustedHtml("<p>…</p>") })),
  ],
  ...change,
});

export const homeInfo: Reading = home(
  {
    homeinfoparams: { title: "Chào bạn", content: "…" },
    socialicons: ["github", "mastodon", "email", "rss"].map((name) => ({
      name,
      url: `https://example.com/${name}`,
    })),
  },
  {
    markdown: {
      "params.homeinfoparams.title": trustedHtml("Chào bạn 👋"),
      "params.homeinfoparams.content": trustedHtml(
        '<p>Đây là cuốn sổ của tôi về <strong>sách</strong>, mã nguồn và Hà Nội. Nếu mới ghé lần đầu, hãy bắt đầu từ <a href="/posts/doc-cham/">bài này</a>.</p>\n',
      ),
    },
    translations: [{ lang: "en", languageName: "English", homeUrl: url("/en/") }],
  },
);

export const profile: Reading = home({
  profilemode: {
    enabled: true,
    title: "Lê Thu Hà",
    subtitle: "Viết phần mềm vào ban ngày, đọc sách vào ban đêm.",
    imageurl: "/img/margin.svg",
    imagetitle: "Chân dung",
    imagewidth: 140,
    imageheight: 140,
    buttons: [
      { name: "Bài viết", url: "/posts/" },
      { name: "Thẻ", url: "/tags/" },
    ],
  },
  socialicons: ["github", "mastodon", "rss"].map((name) => ({ name, url: `https://example.com/${name}` })),
});

/** One of each type and of each direction of writing. */
export const pages: Reading[] = [
  post(),
  englishDocument,
  home(),
  homeInfo,
  profile,
  section,
  termPage,
  terms,
  archive,
  about,
  chinese,
  arabic,
  notFound,
];
