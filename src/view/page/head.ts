// The head of a page: title, description, whom it is by, its feeds and icons. What previews of it and
// search engines read stands in preview.ts and structured-data.ts.

import type { Page } from "../../site/page.ts";
import type { Settings } from "../../site/settings.ts";
import { type Html, html } from "../html.ts";
import { authoredHref, pageHref } from "../link.ts";
import { authorsOf, lookup, textOf, textsOf } from "../param.ts";
import { perSettings } from "../per-settings.ts";
import type { Layout } from "./layout.ts";
import { renderPreview } from "./preview.ts";

/** What is `false` prints nothing. */
export type Line = Html | false;

const FEEDS = {
  rss: { type: "application/rss+xml", name: "RSS" },
  atom: { type: "application/atom+xml", name: "Atom" },
  json: { type: "application/feed+json", name: "JSON Feed" },
} as const;

export function renderHead({ place, words, page, url, feeds }: Layout): Html {
  const { settings } = place;
  const title = page === null ? words.say("not_found") : page.title;
  const description = describe(settings, page);
  const lines: Line[] = [
    html`<meta charset="utf-8">`,
    html`<meta name="viewport" content="width=device-width, initial-scale=1">`,
    html`<title>${page?.kind === "home" || title === "" ? settings.title : `${title} | ${settings.title}`}</title>`,
    named("description", description),
    named("keywords", keywords(settings, page)),
    named("author", authorsOf(settings, page).join(", ")),
    named("robots", robots(page)),
    ...feeds.map(
      ({ format, url: feed }) =>
        html`<link rel="alternate" type="${FEEDS[format].type}" href="${pageHref(settings, feed)}" title="${FEEDS[format].name}">`,
    ),
    isGathering(page) &&
      html`<link rel="search" type="application/opensearchdescription+xml" href="${pageHref(settings, settings.homeUrl)}opensearch.xml" title="${settings.title}">`,
    ...icons(settings),
    named("theme-color", textOf(lookup(settings.params, "assets.theme_color"))),
    ...(page?.kind === "home" ? verifications(settings) : []),
    ...(page === null || url === null ? [] : renderPreview({ place, page, url, description })),
  ];
  return html`${lines.map((line) => line && html`\n${line}`)}`;
}

export const named = (name: string, content: string): Line =>
  content !== "" && html`<meta name="${name}" content="${content}">`;

/** Where somebody looks for more: a post's first visit does not pay for it. */
const isGathering = (page: Page | null): boolean =>
  page !== null && (page.kind !== "page" || page.layout === "search");

/** As PaperMod chooses it; where it has none, what the page is called. */
function describe(settings: Settings, page: Page | null): string {
  if (page === null) return "";
  if (page.description !== "") return page.description;
  const isListed = page.kind === "page" || page.kind === "section";
  const told = isListed ? oneLine(page.summaryText) : textOf(settings.params.description);
  return told || (page.kind === "home" ? settings.title : `${page.title} - ${settings.title}`);
}

const oneLine = (text: string): string => text.trim().replace(/\s+/g, " ");

/** Those that an author wrote; tags say what they are elsewhere in the head. */
function keywords(settings: Settings, page: Page | null): string {
  return textsOf((page?.kind === "home" ? settings : page)?.params.keywords).join(", ");
}

function robots(page: Page | null): string {
  if (page === null) return "noindex";
  return page.params.robotsnoindex === true ? "noindex, nofollow" : "";
}

const icons = perSettings((settings): Line[] => {
  const links: [key: string, attributes: Html][] = [
    ["favicon", html`rel="icon"`],
    ["favicon16x16", html`rel="icon" type="image/png" sizes="16x16"`],
    ["favicon32x32", html`rel="icon" type="image/png" sizes="32x32"`],
    ["apple_touch_icon", html`rel="apple-touch-icon"`],
    ["safari_pinned_tab", html`rel="mask-icon"`],
    ["manifest", html`rel="manifest"`],
  ];
  return links.map(([key, attributes]) => {
    const address = textOf(lookup(settings.params, `assets.${key}`));
    return address !== "" && html`<link ${attributes} href="${authoredHref(settings, address)}">`;
  });
});

const VERIFIERS: { [company: string]: string } = {
  google: "google-site-verification",
  yandex: "yandex-verification",
  bing: "msvalidate.01",
  naver: "naver-site-verification",
};

/** They look at the home page. */
function verifications(settings: Settings): Line[] {
  return Object.entries(VERIFIERS).map(([company, name]) =>
    named(name, textOf(lookup(settings.params, `analytics.${company}.siteverificationtag`))),
  );
}
