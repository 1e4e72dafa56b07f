// What search engines read of a post: schema.org's BlogPosting, as PaperMod gives it, without the
// article itself, which stands on the page.

import { formatRfc3339 } from "../../site/moment.ts";
import type { Page } from "../../site/page.ts";
import type { UrlPath } from "../../site/url.ts";
import { type Html, jsonElement } from "../html.ts";
import { authoredPermalink, type Place, permalink } from "../link.ts";
import { authorsOf, lookup, textOf } from "../param.ts";

interface Post {
  place: Place;
  page: Page;
  url: UrlPath;
  description: string;
  /** As in the preview: an author's address, or empty. */
  image: string;
}

export function renderStructuredData({ place, page, url, description, image }: Post): Html {
  const { settings } = place;
  const published = page.publishDate ?? page.date;
  const authors = authorsOf(settings, page);
  return jsonElement("application/ld+json", {
    "@context": "https://schema.org",
    "@type": "BlogPosting",
    headline: page.title,
    ...(description !== "" && { description }),
    ...(image !== "" && { image: authoredPermalink(place, image) }),
    ...(published !== null && { datePublished: formatRfc3339(published) }),
    ...(page.lastmod !== null && { dateModified: formatRfc3339(page.lastmod) }),
    ...(authors.length > 0 && { author: authors.map((name) => ({ "@type": "Person", name })) }),
    ...(page.terms.tags !== undefined && { keywords: page.terms.tags.map(({ name }) => name) }),
    wordCount: page.wordCount,
    inLanguage: page.lang,
    mainEntityOfPage: permalink(place, url),
    publisher: {
      "@type": textOf(lookup(settings.params, "schema.publishertype")) || "Organization",
      name: settings.title,
    },
  });
}
