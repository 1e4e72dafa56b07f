// The head of a page: title, description, where else it can be read, and what previews of it show.

import { formatRfc3339 } from "../../site/moment.ts";
import type { Page } from "../../site/page.ts";
import type { Settings } from "../../site/settings.ts";
import type { UrlPath } from "../../site/url.ts";
import { type Html, html } from "../html.ts";
import { authoredHref, authoredPermalink, type Place, pageHref, permalink } from "../link.ts";
import { authorsOf, isOn, lookup, textOf, textsOf } from "../param.ts";
import type { Layout } from "./layout.ts";
import { renderStructuredData } from "./structured-data.ts";

type Line = Html | false;

const FEEDS = {
  rss: { type: "application/rss+xml", name: "RSS" },
  atom: { type: "application/atom+xml", name: "Atom" },
  json: { type: "application/feed+json", name: "JSON Feed" },
} as const;

export function renderHead({ place, words, page, url, feeds }: Layout): Html {
  const { settings } = place;
  const title = page === null ? words.say("not_found") : page.title;
  const description = describe(settings, page);
  const author = authorsOf(settings, page).join(", ");
  const lines: Line[] = [
    html`<meta charset="utf-8">`,
    html`<meta name="viewport" content="width=device-width, initial-scale=1">`,
    html`<title>${page?.kind === "home" || title === "" ? settings.title : `${title} | ${settings.title}`}</title>`,
    named("description", description),
    named("author", author),
    (page === null || isOn(settings, page, "robotsnoindex")) && html`<meta name="robots" content="noindex">`,
    ...feeds.map(
      ({ format, url: feed }) =>
        html`<link rel="alternate" type="${FEEDS[format].type}" href="${pageHref(settings, feed)}" title="${FEEDS[format].name}">`,
    ),
    isGathering(page) &&
      html`<link rel="search" type="application/opensearchdescription+xml" href="${pageHref(settings, settings.homeUrl)}opensearch.xml" title="${settings.title}">`,
    ...icons(settings),
    named("theme-color", textOf(lookup(settings.params, "assets.theme_color"))),
    ...(page === null || url === null ? [] : preview({ place, page, url, description })),
  ];
  return html`${lines.filter((line) => line !== false).map((line) => html`\n${line}`)}`;
}

const named = (name: string, content: string): Line =>
  content !== "" && html`<meta name="${name}" content="${content}">`;

/** Where somebody looks for more: a post's first visit does not pay for it. */
const isGathering = (page: Page | null): boolean =>
  page !== null && (page.kind !== "page" || page.layout === "search");

/** As PaperMod chooses it. */
function describe(settings: Settings, page: Page | null): string {
  if (page === null) return "";
  if (page.description !== "") return page.description;
  if (page.kind === "page" || page.kind === "section") {
    return oneLine(page.summaryText) || `${page.title} - ${settings.title}`;
  }
  return textOf(settings.params.description);
}

const oneLine = (text: string): string => text.trim().replace(/\s+/g, " ");

function icons(settings: Settings): Line[] {
  const links: [key: string, attributes: Html][] = [
    ["favicon", html`rel="icon"`],
    ["favicon16x16", html`rel="icon" type="image/png" sizes="16x16"`],
    ["favicon32x32", html`rel="icon" type="image/png" sizes="32x32"`],
    ["apple_touch_icon", html`rel="apple-touch-icon"`],
  ];
  return links.map(([key, attributes]) => {
    const address = textOf(lookup(settings.params, `assets.${key}`));
    return address !== "" && html`<link ${attributes} href="${authoredHref(settings, address)}">`;
  });
}

function preview({
  place,
  page,
  url,
  description,
}: {
  place: Place;
  page: Page;
  url: UrlPath;
  description: string;
}): Line[] {
  const { settings } = place;
  const isPost = page.kind === "page" && page.layout !== "archives" && page.layout !== "search";
  const image = previewImage(settings, page);
  const published = page.publishDate ?? page.date;
  const property = (name: string, content: string): Line =>
    content !== "" && html`<meta property="${name}" content="${content}">`;
  return [
    html`<link rel="canonical" href="${textOf(page.params.canonicalurl) || permalink(place, url)}">`,
    ...alternates(place, page),
    property("og:url", permalink(place, url)),
    property("og:site_name", settings.title),
    property("og:title", page.title || settings.title),
    property("og:description", description),
    property("og:locale", (settings.languageCode || settings.lang).replaceAll("-", "_")),
    property("og:type", isPost ? "article" : "website"),
    isPost && published !== null && property("article:published_time", formatRfc3339(published)),
    isPost && page.lastmod !== null && property("article:modified_time", formatRfc3339(page.lastmod)),
    ...(isPost ? (page.terms.tags ?? []).slice(0, 6).map(({ name }) => property("article:tag", name)) : []),
    image !== "" && property("og:image", authoredPermalink(place, image)),
    html`<meta name="twitter:card" content="${image === "" ? "summary" : "summary_large_image"}">`,
    isPost && renderStructuredData({ place, page, url, description, image }),
  ];
}

function alternates(place: Place, page: Page): Line[] {
  if (page.translations.length === 0) return [];
  return [page, ...page.translations].map(
    ({ lang, url }) => html`<link rel="alternate" hreflang="${lang}" href="${permalink(place, url)}">`,
  );
}

function previewImage(settings: Settings, page: Page): string {
  return page.cover?.src ?? textsOf(page.params.images)[0] ?? textsOf(settings.params.images)[0] ?? "";
}
