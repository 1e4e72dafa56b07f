// RSS 2.0 as Hugo and PaperMod write it.

import { formatRfc1123 } from "../../site/moment.ts";
import { cdata, type Html, xml } from "../html.ts";
import { siteLanguage } from "../language.ts";
import { isOn } from "../param.ts";
import { type EntryFacts, type FeedDocument, feedFacts } from "./feed-facts.ts";

export function renderRss(document: FeedDocument, origin: string): string {
  const { settings } = document;
  const feed = feedFacts(document, origin);
  const author = feed.email + (feed.authors.length > 0 ? ` (${feed.authors.join(", ")})` : "");
  const options = {
    author: feed.email === "" ? "" : author,
    withContent: isOn(settings, null, "showfulltextinrss"),
  };
  const lines: (Html | false)[] = [
    xml`<title>${feed.title}</title>`,
    xml`<link>${feed.link}</link>`,
    xml`<description>${feed.description}</description>`,
    feed.image !== "" &&
      xml`<image><title>${feed.title}</title><url>${feed.image}</url><link>${feed.link}</link></image>`,
    xml`<generator>Deckle</generator>`,
    xml`<language>${siteLanguage(settings)}</language>`,
    feed.email !== "" && xml`<managingEditor>${author}</managingEditor>`,
    feed.email !== "" && xml`<webMaster>${author}</webMaster>`,
    settings.copyright !== "" && xml`<copyright>${settings.copyright.replace(/^© /, "")}</copyright>`,
    feed.updated !== null && xml`<lastBuildDate>${formatRfc1123(feed.updated)}</lastBuildDate>`,
    xml`<atom:link href="${feed.self}" rel="self" type="application/rss+xml" />`,
    ...feed.entries.map((entry) => renderItem(entry, options)),
  ];
  return String(xml`<?xml version="1.0" encoding="utf-8" standalone="yes"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/">
  <channel>${lines.map((line) => line && xml`\n    ${line}`)}
  </channel>
</rss>
`);
}

function renderItem(
  entry: EntryFacts,
  { author, withContent }: { author: string; withContent: boolean },
): Html {
  const lines: (Html | false)[] = [
    xml`<title>${entry.title}</title>`,
    xml`<link>${entry.permalink}</link>`,
    entry.published !== null && xml`<pubDate>${formatRfc1123(entry.published)}</pubDate>`,
    author !== "" && xml`<author>${author}</author>`,
    xml`<guid>${entry.id}</guid>`,
    xml`<description>${entry.description || entry.summary}</description>`,
    withContent && entry.content !== "" && xml`<content:encoded>${cdata(entry.content)}</content:encoded>`,
  ];
  return xml`<item>${lines.map((line) => line && xml`\n      ${line}`)}
    </item>`;
}
