// Atom 1.0 (RFC 4287).

import { formatRfc3339, type Moment } from "../../site/moment.ts";
import { type Html, xml } from "../html.ts";
import { siteLanguage } from "../language.ts";
import { type EntryFacts, type FeedDocument, feedFacts } from "./feed-facts.ts";

/** A feed must say when it changed; one without a date has never. An entry must too: without a date it is no news. */
const NEVER = "1970-01-01T00:00:00Z";

export function renderAtom(document: FeedDocument, origin: string): string {
  const { settings } = document;
  const feed = feedFacts(document, origin);
  const lines: (Html | false)[] = [
    xml`<title>${feed.title}</title>`,
    xml`<id>${feed.self}</id>`,
    xml`<link rel="self" type="application/atom+xml" href="${feed.self}"/>`,
    xml`<link rel="alternate" type="text/html" href="${feed.link}"/>`,
    xml`<updated>${feed.updated === null ? NEVER : formatRfc3339(feed.updated)}</updated>`,
    // An entry without an author takes the feed's: one of them must be there (section 4.1.1).
    ...(feed.authors.length > 0 ? feed.authors : [settings.title]).map(renderAuthor),
    xml`<generator>Deckle</generator>`,
    settings.copyright !== "" && xml`<rights>${settings.copyright}</rights>`,
    ...feed.entries.flatMap((entry) => (entry.updated === null ? [] : renderEntry(entry, entry.updated))),
  ];
  return String(xml`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${siteLanguage(settings)}">${lines.map((line) => line && xml`\n  ${line}`)}
</feed>
`);
}

function renderEntry(entry: EntryFacts, updated: Moment): Html {
  const lines: (Html | false)[] = [
    xml`<title>${entry.title}</title>`,
    xml`<id>${entry.id}</id>`,
    xml`<link rel="alternate" type="text/html" href="${entry.permalink}"/>`,
    entry.published !== null && xml`<published>${formatRfc3339(entry.published)}</published>`,
    xml`<updated>${formatRfc3339(updated)}</updated>`,
    ...entry.authors.map(renderAuthor),
    ...entry.tags.map((tag) => xml`<category term="${tag}"/>`),
    xml`<summary type="html">${entry.description || entry.summary}</summary>`,
    entry.content !== "" && xml`<content type="html">${entry.content}</content>`,
  ];
  return xml`<entry>${lines.map((line) => line && xml`\n    ${line}`)}
  </entry>`;
}

const renderAuthor = (name: string): Html => xml`<author><name>${name}</name></author>`;
