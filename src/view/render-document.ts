// The theme's front door: a document in, the bytes of its answer out. Pure; the same values give the
// same bytes. Knows nothing of HTTP but the type of what it made. Who searches comes in by another door,
// search/render-search.ts.

import type { Document, Reading } from "../site/document.ts";
import { pagerUrl } from "../site/pager.ts";
import type { UrlPath } from "../site/url.ts";
import { renderAtom } from "./feed/atom.ts";
import type { FeedDocument } from "./feed/feed-facts.ts";
import { renderJsonFeed } from "./feed/json-feed.ts";
import { renderRss } from "./feed/rss.ts";
import { renderRobots, renderSitemap, renderSitemapIndex } from "./feed/sitemap.ts";
import type { Html } from "./html.ts";
import { foreignLanguage } from "./language.ts";
import { renderArchive } from "./page/archive.ts";
import { type Framed, type Layout, renderLayout } from "./page/layout.ts";
import { renderList } from "./page/list.ts";
import { renderNotFound } from "./page/plain-page.ts";
import { renderPost } from "./page/post.ts";
import { renderTerms } from "./page/terms.ts";
import { type Words, wordsFor } from "./strings/words.ts";

export interface Rendered {
  body: string;
  contentType: string;
  /** The content security policy of a page; what is no page has none of its own. */
  policy?: string;
}

/** `origin` is where absolute addresses lead: `https://blog.example`, without a path. */
export function renderDocument(document: Reading, { origin }: { origin: string }): Rendered {
  switch (document.type) {
    case "feed":
      return renderFeed(document, origin);
    case "sitemap":
      return { body: renderSitemap(document, origin), contentType: "application/xml; charset=utf-8" };
    case "sitemap-index":
      return { body: renderSitemapIndex(document, origin), contentType: "application/xml; charset=utf-8" };
    case "robots":
      return { body: renderRobots(document, origin), contentType: "text/plain; charset=utf-8" };
    default:
      return { ...renderPage(document, origin), contentType: "text/html; charset=utf-8" };
  }
}

function renderFeed(document: FeedDocument, origin: string): Rendered {
  switch (document.format) {
    case "rss":
      return { body: renderRss(document, origin), contentType: "application/rss+xml; charset=utf-8" };
    case "atom":
      return { body: renderAtom(document, origin), contentType: "application/atom+xml; charset=utf-8" };
    case "json":
      return { body: renderJsonFeed(document, origin), contentType: "application/feed+json; charset=utf-8" };
  }
}

type PageDocument = Extract<Document, { type: "page" | "list" | "terms" | "archive" | "not-found" }>;

function renderPage(document: PageDocument, origin: string): Framed {
  const { settings } = document;
  const place = { settings, origin };
  const words = wordsFor(settings);
  const found = document.type === "not-found" ? null : document.page;
  const layout: Omit<Layout, "main"> = {
    place,
    words,
    page: found,
    url: ownUrl(document),
    feeds: document.type === "list" || document.type === "terms" ? document.feeds : [],
  };
  return renderLayout({ ...layout, main: renderMain(document, layout, words) });
}

function renderMain(document: PageDocument, { place }: Omit<Layout, "main">, words: Words): Html {
  switch (document.type) {
    case "page": {
      const lang = foreignLanguage(document.settings, document.page);
      const own = lang === null ? words : wordsFor(document.settings, lang);
      return renderPost({ place, words: own, lang, document });
    }
    case "list":
      return renderList({ words, document });
    case "terms":
      return renderTerms({ words, document });
    case "archive":
      return renderArchive({ words, document });
    case "not-found":
      return renderNotFound({ settings: document.settings, words });
  }
}

/** Page 2 of a list has an address of its own, and is not the same page as the first. */
function ownUrl(document: PageDocument): UrlPath | null {
  if (document.type === "not-found") return null;
  const { url } = document.page;
  if (document.type !== "list" || document.pager.number === 1) return url;
  return pagerUrl({ list: url, word: document.settings.paginatePath, number: document.pager.number });
}
