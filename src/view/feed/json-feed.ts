// JSON Feed 1.1 (jsonfeed.org/version/1.1).

import { formatRfc3339 } from "../../site/moment.ts";
import { siteLanguage } from "../language.ts";
import { type EntryFacts, type FeedDocument, feedFacts } from "./feed-facts.ts";

export function renderJsonFeed(document: FeedDocument, origin: string): string {
  const { settings } = document;
  const feed = feedFacts(document, origin);
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.link,
    feed_url: feed.self,
    description: feed.description,
    language: siteLanguage(settings),
    ...(feed.image !== "" && { icon: feed.image }),
    ...(feed.authors.length > 0 && { authors: feed.authors.map((name) => ({ name })) }),
    items: feed.entries.map(jsonItem),
  });
}

function jsonItem(entry: EntryFacts) {
  return {
    id: entry.id,
    url: entry.permalink,
    title: entry.title,
    content_html: entry.content || entry.summary,
    ...(entry.description !== "" && { summary: entry.description }),
    ...(entry.image !== "" && { image: entry.image }),
    ...(entry.published !== null && { date_published: formatRfc3339(entry.published) }),
    ...(entry.updated !== null && { date_modified: formatRfc3339(entry.updated) }),
    ...(entry.authors.length > 0 && { authors: entry.authors.map((name) => ({ name })) }),
    ...(entry.tags.length > 0 && { tags: entry.tags }),
    language: entry.lang,
  };
}
