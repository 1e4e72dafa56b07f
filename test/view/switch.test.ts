// PaperMod's switches, one by one: by which name, on the site or on a page, and what shows then. What
// each does was read off the theme's own layouts.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Reading } from "../../src/site/document.ts";
import type { Page, Params } from "../../src/site/page.ts";
import type { Settings } from "../../src/site/settings.ts";
import { renderDocument } from "../../src/view/render-document.ts";
import * as fixture from "./fixture.ts";

interface Case {
  /** In PaperMod's words. */
  name: string;
  /** What shows it. */
  shows: RegExp;
  site?: Params;
  page?: Params;
  of?: "post" | "home" | "section" | "about" | "archive";
  settings?: Partial<Settings>;
  change?: Partial<Page>;
  /** The switch takes away what shows. */
  hides?: true;
}

const english = [{ lang: "en", languageName: "English", homeUrl: fixture.url("/en/") }];
const inEnglish = [{ lang: "en", languageName: "English", title: "x", url: fixture.url("/en/x/") }];
const cover = fixture.vietnamese.cover;

const CASES: Case[] = [
  { name: "ShowToc", site: { showtoc: true }, shows: /<details class="toc">/ },
  { name: "ShowToc off", page: { showtoc: false }, shows: /class="toc"/, hides: true },
  { name: "TocOpen", page: { tocopen: true }, shows: /<details class="toc" open>/ },
  {
    name: "UseHugoToc",
    page: { usehugotoc: true },
    change: { toc: fixture.trustedHtml('<nav id="TableOfContents"></nav>') },
    shows: /<nav id="TableOfContents">/,
  },
  { name: "ShowReadingTime", page: { showreadingtime: false }, shows: /6 phút/, hides: true },
  { name: "ShowWordCount", page: { showwordcount: false }, shows: /1240 từ/, hides: true },
  { name: "ShowBreadCrumbs", page: { showbreadcrumbs: false }, shows: /class="breadcrumbs"/, hides: true },
  { name: "ShowPostNavLinks", page: { showpostnavlinks: false }, shows: /class="paginav"/, hides: true },
  { name: "ShowShareButtons", site: { showsharebuttons: true }, shows: /class="share-buttons"/ },
  {
    name: "disableShare",
    site: { showsharebuttons: true },
    page: { disableshare: true },
    shows: /class="share-buttons"/,
    hides: true,
  },
  {
    name: "ShareButtons",
    site: { showsharebuttons: true, sharebuttons: ["twitter"] },
    shows: /x\.com\/intent\/tweet\/\?text=[^"]*&amp;hashtags=%C4%91%E1%BB%8Dcs%C3%A1ch,/,
  },
  {
    name: "ShareButtons leaves out",
    site: { showsharebuttons: true, sharebuttons: ["x"] },
    shows: /reddit\.com/,
    hides: true,
  },
  { name: "ShowCodeCopyButtons", page: { showcodecopybuttons: true }, shows: /data-copy="Sao chép"/ },
  {
    name: "ShowCodeCopyButtons on a list",
    of: "home",
    site: { showcodecopybuttons: true },
    shows: /data-copy/,
    hides: true,
  },
  {
    name: "ShowRssButtonInSectionTermList",
    of: "section",
    site: { showrssbuttoninsectiontermlist: true },
    shows: /<a class="rss" href="\/posts\/index.xml"/,
  },
  {
    name: "ShowRssButtonInSectionTermList",
    of: "archive",
    site: { showrssbuttoninsectiontermlist: true },
    shows: /<a class="rss" href="\/index.xml"/,
  },
  { name: "ShowPageNums", of: "section", site: { showpagenums: true }, shows: /Trang tiếp theo 3\/3/ },
  { name: "hideMeta", page: { hidemeta: true }, shows: /class="post-meta"/, hides: true },
  { name: "hideAuthor", page: { hideauthor: true }, shows: /<span>Lê Thu Hà/, hides: true },
  {
    name: "hideSummary",
    of: "home",
    site: { hidesummary: true },
    shows: /class="entry-content"/,
    hides: true,
  },
  { name: "hideFooter", page: { hidefooter: true }, shows: /<footer class="footer"/, hides: true },
  { name: "footer.text", site: { footer: { text: "Viết tay" } }, shows: / · Viết tay<\/footer>/ },
  { name: "footer.hideCopyright", site: { footer: { hidecopyright: true } }, shows: /©/, hides: true },
  { name: "robotsNoIndex", page: { robotsnoindex: true }, shows: /content="noindex, nofollow"/ },
  {
    name: "canonicalURL",
    page: { canonicalurl: " https://first.example/a/ " },
    shows: /<link rel="canonical" href="https:\/\/first.example\/a\/">/,
  },
  {
    name: "ShowCanonicalLink",
    page: { canonicalurl: "https://first.example/a/", showcanonicallink: true },
    shows: /Bài gốc đăng tại&nbsp;<a [^>]*>first.example<\/a>/,
  },
  {
    name: "CanonicalLinkText",
    site: { canonicallinktext: "Đăng trước ở" },
    page: { canonicalurl: "https://first.example/a/", showcanonicallink: true },
    shows: /Đăng trước ở&nbsp;/,
  },
  {
    name: "disableAnchoredHeadings",
    page: { disableanchoredheadings: true },
    shows: /"anchor"/,
    hides: true,
  },
  { name: "disableScrollToTop", site: { disablescrolltotop: true }, shows: /id="top-link"/, hides: true },
  { name: "disableThemeToggle", site: { disablethemetoggle: true }, shows: /id="theme-toggle"/, hides: true },
  { name: "defaultTheme", site: { defaulttheme: "dark" }, shows: /<html [^>]*data-theme="dark"/ },
  { name: "defaultTheme: auto", site: { defaulttheme: "auto" }, shows: /<html [^>]*data-theme/, hides: true },
  {
    name: "a language switch, with capitals in a region's",
    settings: {
      translations: [{ lang: "pt-br", languageName: "Português", homeUrl: fixture.url("/pt-br/") }],
    },
    shows: /class="lang-menu"[\s\S]*>Pt-Br</,
  },
  { name: "a language switch", settings: { translations: english }, shows: /class="lang-menu"[\s\S]*>En</ },
  {
    name: "displayFullLangName",
    site: { displayfulllangname: true },
    settings: { translations: english },
    change: { translations: inEnglish },
    shows: /class="lang-menu"[\s\S]*>English<[\s\S]*class="i18n_list"[\s\S]*>English</,
  },
  {
    name: "disableLangToggle",
    site: { disablelangtoggle: true },
    settings: { translations: english },
    shows: /class="lang-menu"/,
    hides: true,
  },
  { name: "label.text", site: { label: { text: "Nhà" } }, shows: /accesskey="h">Nhà<\/a>/ },
  {
    name: "label.icon, label.iconHeight",
    site: { label: { icon: "icon.png", iconheight: 35 } },
    shows: /<img src="\/icon.png" alt="" height="35">/,
  },
  {
    name: "label.iconSVG",
    settings: { markdown: { "params.label.iconsvg": fixture.trustedHtml("<svg></svg>") } },
    shows: /accesskey="h"><svg><\/svg>Sổ tay/,
  },
  { name: "author as a list", page: { author: ["An", "Bình"] }, shows: /<span>An, Bình<\/span>/ },
  { name: "authors", page: { authors: ["An"] }, shows: /<span>An<\/span>/ },
  {
    name: "authors for another template",
    page: { authors: [{ name: "An", home: "https://an.example/" }] },
    site: { author: "Bo" },
    shows: /<span>Bo<\/span>/,
  },
  {
    name: "editPost",
    site: { editpost: { url: "https://git.example/edit", text: "Sửa", appendfilepath: true } },
    change: { file: "content/posts/a.md" },
    shows: /href="https:\/\/git.example\/edit\/posts\/a.md"[^>]*>Sửa</,
  },
  {
    name: "editPost.disabled",
    site: { editpost: { url: "https://git.example/edit" } },
    page: { editpost: { disabled: true } },
    change: { file: "content/posts/a.md" },
    shows: /git\.example/,
    hides: true,
  },
  { name: "DateFormat", site: { dateformat: "02/01/2006" }, shows: />09\/03\/2024</ },
  {
    name: "keywords",
    page: { keywords: ["giấy", "mực"] },
    shows: /<meta name="keywords" content="giấy, mực">/,
  },
  {
    name: "cover.hiddenInSingle",
    site: { cover: { hiddeninsingle: true } },
    shows: /entry-cover"/,
    hides: true,
  },
  { name: "cover.hidden", site: { cover: { hidden: true } }, shows: /entry-cover"/, hides: true },
  {
    name: "cover.hiddenInList",
    of: "home",
    change: { cover: cover && { ...cover, hiddenInList: null } },
    site: { cover: { hiddeninlist: true } },
    shows: /entry-cover"/,
    hides: true,
  },
  {
    name: "cover.linkFullImages",
    site: { cover: { linkfullimages: true } },
    shows: /<figure class="entry-cover"><a href="\/img\/deckle.svg"><img /,
  },
  {
    name: "disableSpecial1stPost",
    of: "home",
    site: { disablespecial1stpost: true },
    shows: /"first-entry/,
    hides: true,
  },
  {
    name: "homeInfoParams",
    of: "home",
    site: {
      homeinfoparams: { title: "Chào", alignsocialiconsto: "center" },
      socialicons: [{ name: "github", url: "https://github.com/a" }],
    },
    shows: /<h1>Chào<\/h1>[\s\S]*class="social-icons" style="justify-content:center"/,
  },
  {
    name: "profileMode",
    of: "home",
    site: {
      profilemode: {
        enabled: true,
        title: "Hà",
        imageurl: "me.png",
        buttons: [{ name: "Blog", url: "https://b.example/" }],
      },
    },
    shows: /<img src="\/me.png" alt="" width="150" height="150">\s*<h1>Hà<\/h1>[\s\S]*Blog ↗</,
  },
  {
    name: "assets.favicon",
    site: { assets: { favicon: "f.svg" } },
    shows: /<link rel="icon" href="\/f.svg">/,
  },
  {
    name: "assets.apple_touch_icon",
    site: { assets: { apple_touch_icon: "a.png" } },
    shows: /<link rel="apple-touch-icon" href="\/a.png">/,
  },
  {
    name: "assets.theme_color",
    site: { assets: { theme_color: "#2e2e33" } },
    shows: /<meta name="theme-color" content="#2e2e33">/,
  },
  {
    name: "assets.manifest",
    site: { assets: { manifest: "site.webmanifest" } },
    shows: /<link rel="manifest" href="\/site.webmanifest">/,
  },
  {
    name: "analytics.google.SiteVerificationTag",
    of: "home",
    site: { analytics: { google: { siteverificationtag: "abc" } } },
    shows: /<meta name="google-site-verification" content="abc">/,
  },
  {
    name: "schema.publisherType",
    site: { schema: { publishertype: "Person" } },
    shows: /"publisher":{"@type":"Person"/,
  },
  {
    name: "schema.sameAs",
    of: "home",
    site: { schema: { sameas: ["https://a.example/ha"] } },
    shows: /"@type":"WebSite"[\s\S]*"sameAs":\["https:\/\/a.example\/ha"\]/,
  },
  {
    name: "images",
    of: "home",
    site: { images: ["og.png"] },
    shows: /"og:image" content="https:\/\/blog.example\/og.png"/,
  },
  { name: "social.twitter", site: { social: { twitter: "ha" } }, shows: /"twitter:site" content="@ha"/ },
  {
    name: "social.fediverse_creator",
    page: { social: { fediverse_creator: "@ha@a.example" } },
    shows: /"fediverse:creator" content="@ha@a.example"/,
  },
  {
    name: "social.facebook_app_id",
    site: { social: { facebook_app_id: "1" } },
    shows: /"fb:app_id" content="1"/,
  },
  { name: "audio", page: { audio: ["a.mp3"] }, shows: /"og:audio" content="https:\/\/blog.example\/a.mp3"/ },
  {
    name: "series",
    change: { terms: { series: [{ name: "Giấy", url: fixture.url("/series/giấy/") }] } },
    shows: /Loạt bài: <a href="\/series\/gi%E1%BA%A5y\/">Giấy<\/a>/,
  },
  {
    name: "languageAltTitle",
    settings: { translations: english.map((link) => ({ ...link, altTitle: "In English" })) },
    shows: /hreflang="en" lang="en" title="In English"/,
  },
  {
    name: "locale",
    page: { locale: "vi-VN" },
    shows: /"og:locale" content="vi_VN"/,
  },
  {
    name: "a picture beside the page",
    change: { cover: null, image: fixture.url("/posts/doc-cham/featured.png") },
    site: { images: ["og.png"] },
    shows: /"og:image" content="https:\/\/blog.example\/posts\/doc-cham\/featured.png"/,
  },
  {
    name: "pre and post of a menu's entry",
    settings: {
      menu: [{ ...fixture.menuItem("A & B:/a/"), pre: fixture.trustedHtml("<i>1</i>") }],
    },
    shows: /<span><i>1<\/i> A &amp; B<\/span>/,
  },
  {
    name: "no entry without a word",
    settings: { menu: ["Một:/a/", ":/a/"].map(fixture.menuItem) },
    shows: /class="menu"><li><a href="\/a\/"><span>Một<\/span><\/a><\/li><\/ul>/,
  },
  {
    name: "the key of a menu's search",
    settings: { menu: [fixture.menuItem("Tìm:search")] },
    shows: /<a href="\/search" accesskey="\/">/,
  },
  {
    name: "a social icon's own spelling",
    of: "home",
    site: { homeinfoparams: { title: "x" }, socialicons: [{ name: "github", url: "https://g.example" }] },
    shows: />GitHub<\/a>/,
  },
  {
    name: "BreadcrumbList",
    shows:
      /"position":1,"name":"Bài viết","item":"https:\/\/blog.example\/posts\/"},{"@type":"ListItem","position":2/,
  },
];

for (const { name, shows, hides, ...given } of CASES) {
  test(`${name}: ${hides ? "nothing" : "something"} shows`, () => {
    const body = render(given);
    if (hides) assert.doesNotMatch(body, shows);
    else assert.match(body, shows);
  });
}

test("what a switch takes away is there without it", () => {
  for (const { name, shows, hides, ...given } of CASES) {
    if (!hides || /off|leaves out|on a list|auto/.test(name)) continue;
    const { site = {}, page = {}, ...rest } = given;
    const key = name.split(".")[0]?.toLowerCase() ?? "";
    const without = (params: Params): Params =>
      Object.fromEntries(Object.entries(params).filter(([param]) => param !== key || key === "editpost"));
    assert.match(
      render({ ...rest, site: without(site), page: key === "editpost" ? {} : without(page) }),
      shows,
      name,
    );
  }
});

function render({ site = {}, page = {}, settings = {}, change = {}, of = "post" }: Partial<Case>): string {
  const own = fixture.settings({ ...settings, params: { ...fixture.settings().params, ...site } });
  return renderDocument(documentOf(of, { settings: own, page, change }), { origin: fixture.ORIGIN }).body;
}

function documentOf(
  of: NonNullable<Case["of"]>,
  { settings, page, change }: { settings: Settings; page: Params; change: Partial<Page> },
): Reading {
  const post = { ...fixture.vietnamese, ...change, params: page };
  switch (of) {
    case "post":
      return fixture.post({ settings, page: post });
    case "home": {
      const home = fixture.home();
      return home.type === "list" ? { ...home, settings, items: [post] } : home;
    }
    default:
      return {
        ...{ section: fixture.section, about: fixture.about, archive: fixture.archive }[of],
        settings,
      };
  }
}
