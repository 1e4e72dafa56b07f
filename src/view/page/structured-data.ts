// What search engines read of a page, in schema.org's words: the site and who publishes it on the home
// page, a post, and where a page lies. As PaperMod gives it, but without the article itself, which
// stands on the page.

import { formatRfc3339 } from "../../site/moment.ts";
import type { Page } from "../../site/page.ts";
import { jsonElement } from "../html.ts";
import { foreignLanguage, siteLanguage } from "../language.ts";
import { authoredPermalink, type Place, permalink } from "../link.ts";
import { authorsOf, lookup, mapOf, textOf, textsOf } from "../param.ts";
import type { Line } from "./head.ts";
import type { Preview } from "./preview.ts";

interface Described extends Preview {
  /** As in the preview: an author's address, or empty. */
  image: string;
  isPost: boolean;
}

export function renderStructuredData(described: Described): Line {
  const things = thingsOf(described);
  const [only] = things;
  if (only === undefined) return false;
  const content = things.length === 1 ? only : { "@graph": things };
  return jsonElement("application/ld+json", { "@context": "https://schema.org", ...content });
}

function thingsOf(described: Described): object[] {
  switch (described.page.kind) {
    case "home":
      return [website(described)];
    case "section":
      return [breadcrumbs(described)];
    case "page":
      return [...(described.isPost ? [blogPosting(described)] : []), breadcrumbs(described)];
    default:
      return [];
  }
}

function website({ place, url, description }: Described): object {
  const { settings } = place;
  return {
    "@type": "WebSite",
    name: settings.title,
    url: permalink(place, url),
    ...(description !== "" && { description }),
    inLanguage: siteLanguage(settings),
    publisher: { ...publisher(place), url: permalink(place, settings.homeUrl), ...profiles(place) },
  };
}

function publisher(place: Place): object {
  const { settings } = place;
  const type = textOf(lookup(settings.params, "schema.publishertype")) || "Organization";
  const icon = textOf(lookup(settings.params, "assets.favicon"));
  return {
    "@type": type.charAt(0).toUpperCase() + type.slice(1),
    name: settings.title,
    ...(icon !== "" && { [type === "Person" ? "image" : "logo"]: authoredPermalink(place, icon) }),
  };
}

/** Where else the publisher is: as configured, else what the social icons lead to. */
function profiles({ settings }: Place): object {
  const own = textsOf(lookup(settings.params, "schema.sameas"));
  const icons = settings.params.socialicons;
  const links = Array.isArray(icons) ? icons.map((icon) => textOf(mapOf(icon)?.url)) : [];
  const sameAs = (own.length > 0 ? own : links).filter((link) => /^https?:/.test(link));
  return sameAs.length > 0 ? { sameAs } : {};
}

function blogPosting({ place, page, url, description, image }: Described): object {
  const { settings } = place;
  const published = page.publishDate ?? page.date;
  const authors = authorsOf(settings, page);
  return {
    "@type": "BlogPosting",
    headline: page.title,
    ...(description !== "" && { description }),
    ...(image !== "" && { image }),
    ...(published !== null && { datePublished: formatRfc3339(published) }),
    ...(page.lastmod !== null && { dateModified: formatRfc3339(page.lastmod) }),
    ...(authors.length > 0 && { author: authors.map((name) => ({ "@type": "Person", name })) }),
    ...(page.terms.tags !== undefined && { keywords: page.terms.tags.map(({ name }) => name) }),
    wordCount: page.wordCount,
    inLanguage: foreignLanguage(settings, page) ?? siteLanguage(settings),
    mainEntityOfPage: permalink(place, url),
    publisher: publisher(place),
  };
}

/** From the first section down to the page itself. */
function breadcrumbs({ place, page }: Described): object {
  const path: Pick<Page, "title" | "url">[] = [...(page.ancestors ?? []).slice(1), page];
  return {
    "@type": "BreadcrumbList",
    itemListElement: path.map(({ title, url }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name: title,
      item: permalink(place, url),
    })),
  };
}
