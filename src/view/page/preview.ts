// What previews of a page show elsewhere: Open Graph and Twitter's card, and where its translations are.

import { formatRfc3339 } from "../../site/moment.ts";
import type { Page } from "../../site/page.ts";
import type { Settings } from "../../site/settings.ts";
import type { UrlPath } from "../../site/url.ts";
import { html } from "../html.ts";
import { foreignLanguage, siteLanguage } from "../language.ts";
import { authoredPermalink, coverPermalink, type Place, permalink } from "../link.ts";
import { lookup, param, textOf, textsOf } from "../param.ts";
import { isText } from "../text-page.ts";
import { type Line, named } from "./head.ts";
import { renderStructuredData } from "./structured-data.ts";

export interface Preview {
  place: Place;
  page: Page;
  url: UrlPath;
  description: string;
}

export function renderPreview({ place, page, url, description }: Preview): Line[] {
  const { settings } = place;
  const isPost = isText(page);
  const image = previewImage(place, page);
  const site = textOf(lookup(settings.params, "social.twitter"));
  return [
    html`<link rel="canonical" href="${textOf(page.params.canonicalurl) || permalink(place, url)}">`,
    ...alternates(place, page),
    property("og:url", permalink(place, url)),
    property("og:site_name", settings.title),
    property("og:title", page.title || settings.title),
    property("og:description", description),
    property("og:locale", localeOf(settings, page).replaceAll("-", "_")),
    property("og:type", isPost ? "article" : "website"),
    ...(isPost ? articleFacts(page) : []),
    image !== "" && property("og:image", image),
    ...media(place, page),
    ...facebook(settings),
    named("twitter:card", image === "" ? "summary" : "summary_large_image"),
    site !== "" && named("twitter:site", `@${site.replace(/^@/, "")}`),
    named("fediverse:creator", textOf(param(settings, page, "social.fediverse_creator"))),
    renderStructuredData({ place, page, url, description, image, isPost }),
  ];
}

const localeOf = (settings: Settings, page: Page): string =>
  textOf(page.params.locale) || (foreignLanguage(settings, page) ?? siteLanguage(settings));

const property = (name: string, content: string): Line =>
  content !== "" && html`<meta property="${name}" content="${content}">`;

function alternates(place: Place, page: Page): Line[] {
  if (page.translations.length === 0) return [];
  return [page, ...page.translations].map(
    ({ lang, url }) => html`<link rel="alternate" hreflang="${lang}" href="${permalink(place, url)}">`,
  );
}

/** As Hugo's own template: no more than six tags. */
function articleFacts(page: Page): Line[] {
  const published = page.publishDate ?? page.date;
  return [
    published !== null && property("article:published_time", formatRfc3339(published)),
    page.lastmod !== null &&
      page.lastmod.epoch !== published?.epoch &&
      property("article:modified_time", formatRfc3339(page.lastmod)),
    ...(page.terms.tags ?? []).slice(0, 6).map(({ name }) => property("article:tag", name)),
  ];
}

function media(place: Place, page: Page): Line[] {
  const all = (name: string, addresses: string[]) =>
    addresses.slice(0, 6).map((address) => property(name, authoredPermalink(place, address)));
  return [...all("og:audio", textsOf(page.params.audio)), ...all("og:video", textsOf(page.params.videos))];
}

function facebook(settings: Settings): Line[] {
  const app = textOf(lookup(settings.params, "social.facebook_app_id"));
  if (app !== "") return [property("fb:app_id", app)];
  return [property("fb:admins", textOf(lookup(settings.params, "social.facebook_admin")))];
}

/** Absolute; empty for none. */
function previewImage(place: Place, { cover, image, params }: Page): string {
  const own = cover?.src ?? image;
  if (own !== undefined) return coverPermalink(place, own);
  const authored = textsOf(params.images)[0] ?? textsOf(place.settings.params.images)[0];
  return authored === undefined ? "" : authoredPermalink(place, authored);
}
