// What every feed says in its own format: the list, its entries, who wrote it.

import type { Document, FeedEntry } from "../../site/document.ts";
import type { Moment } from "../../site/moment.ts";
import type { TrustedHtml } from "../../site/page.ts";
import { authoredPermalink, coverPermalink, type Place, permalink, sitePermalink } from "../link.ts";
import { authorsOf, isOn, lookup, textOf, textsOf } from "../param.ts";
import { isText } from "../text-page.ts";
import { absoluteContent } from "./absolute-content.ts";
import { closeElements } from "./close-element.ts";

export type FeedDocument = Extract<Document, { type: "feed" }>;

export interface FeedFacts {
  title: string;
  description: string;
  link: string;
  self: string;
  /** When the newest change was made. */
  updated: Moment | null;
  authors: string[];
  email: string;
  /** Absolute, or empty. */
  image: string;
  entries: EntryFacts[];
}

export interface EntryFacts {
  title: string;
  /** For ever: what Hugo printed for the permalink. */
  id: string;
  permalink: string;
  published: Moment | null;
  updated: Moment | null;
  description: string;
  summary: TrustedHtml;
  /** Empty in a feed of summaries. */
  content: TrustedHtml;
  authors: string[];
  tags: string[];
  image: string;
  lang: string;
}

export function feedFacts(document: FeedDocument, origin: string): FeedFacts {
  const { settings, page, url } = document;
  const place = { settings, origin };
  const own = page.title !== "" && page.title !== settings.title;
  const image = textsOf(settings.params.images)[0] ?? "";
  const entries = onePerAddress(document.items.filter(isListed)).map((entry) => entryFacts(place, entry));
  return {
    title: own ? `${page.title} on ${settings.title}` : settings.title,
    description: `Recent content ${own ? `in ${page.title} ` : ""}on ${settings.title}`,
    link: permalink(place, page.url),
    self: permalink(place, url),
    updated: newest(entries.map(({ updated }) => updated)),
    authors: authorsOf(settings, null),
    email: textOf(lookup(settings.params, "author.email")),
    image: image === "" ? "" : authoredPermalink(place, image),
    entries,
  };
}

/** The first: an address is what tells entries apart. */
function onePerAddress(items: readonly FeedEntry[]): FeedEntry[] {
  const byAddress = new Map<string, FeedEntry>();
  for (const item of items) if (!byAddress.has(item.url)) byAddress.set(item.url, item);
  return [...byAddress.values()];
}

/** Nor is a section news of the one that it lies in; and what has no address leads nobody anywhere. */
const isListed = (entry: FeedEntry): boolean =>
  isText(entry) && entry.isUnrendered !== true && entry.params.hiddeninrss !== true;

function entryFacts(place: Place, entry: FeedEntry): EntryFacts {
  const link = permalink(place, entry.url);
  const { settings } = place;
  return {
    title: entry.title,
    id: entry.spelling === undefined ? link : sitePermalink(place, entry.spelling),
    permalink: link,
    published: entry.publishDate ?? entry.date,
    updated: entry.lastmod ?? entry.publishDate ?? entry.date,
    description: entry.description,
    summary: absoluteContent(closeElements(entry.summary), link),
    content: entry.content && absoluteContent(entry.content, link),
    authors: isOn(settings, entry, "hideauthor") ? [] : authorsOf(settings, entry),
    tags: (entry.terms.tags ?? []).map(({ name }) => name),
    image: entry.cover === null ? "" : coverPermalink(place, entry.cover.src),
    lang: entry.lang,
  };
}

function newest(moments: readonly (Moment | null)[]): Moment | null {
  return moments.reduce((latest, moment) => {
    if (latest === null || moment === null) return latest ?? moment;
    return moment.epoch > latest.epoch ? moment : latest;
  }, null);
}
