// What machines read of search: results as JSON, the description by which a browser adds the site to
// its search field (OpenSearch 1.1), and PaperMod's index of all posts.

import type { Document } from "../../site/document.ts";
import { formatRfc3339 } from "../../site/moment.ts";
import { searchParams } from "../../site/search.ts";
import { parseUrlPath } from "../../site/url.ts";
import { xml } from "../html.ts";
import { siteLanguage } from "../language.ts";
import { type Place, permalink } from "../link.ts";
import { createExcerpt } from "./excerpt.ts";
import { readableText } from "./readable-text.ts";

type Of<Type extends Document["type"]> = Extract<Document, { type: Type }>;

export function renderSearchJson({ settings, results }: Of<"search-json">, origin: string): string {
  const place: Place = { settings, origin };
  const { query = "", number = 1, hits = [], more = false } = results ?? {};
  const excerpt = createExcerpt(query);
  const next = `${below(place, "search.json")}${searchParams({ query, number: number + 1 })}`;
  return `${JSON.stringify({
    query,
    page: number,
    next: more ? next : null,
    results: hits.map((hit) => ({
      title: hit.title,
      url: permalink(place, hit.url),
      date: hit.date === null ? null : formatRfc3339(hit.date),
      tags: (hit.terms.tags ?? []).map(({ name }) => name),
      description: hit.description,
      excerpt: excerpt([readableText(hit.text), hit.description, hit.summaryText.trim()]),
    })),
  })}\n`;
}

export function renderOpenSearch({ settings }: Of<"opensearch">, origin: string): string {
  const place: Place = { settings, origin };
  return String(xml`<?xml version="1.0" encoding="utf-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${Array.from(settings.title).slice(0, 16).join("").trim()}</ShortName>
<Description>${settings.title}</Description>
<Language>${siteLanguage(settings)}</Language>
<InputEncoding>UTF-8</InputEncoding>
<Url type="text/html" template="${below(place, "search/")}?q={searchTerms}&amp;page={startPage?}"/>
<Url type="application/json" template="${below(place, "search.json")}?q={searchTerms}&amp;page={startPage?}"/>
<Url type="application/opensearchdescription+xml" rel="self" template="${below(place, "opensearch.xml")}"/>
</OpenSearchDescription>
`);
}

/** As Hugo's `jsonify` prints it: keys in order, signs of HTML as escapes. */
export function renderIndex({ settings, entries }: Of<"index">, origin: string): string {
  const place: Place = { settings, origin };
  const items = entries.map(({ content, url, summary, title }) => ({
    content,
    permalink: permalink(place, url),
    summary,
    title,
  }));
  return JSON.stringify(items).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Below the home of the document's language. */
function below(place: Place, name: string): string {
  const url = parseUrlPath(place.settings.homeUrl + name);
  return url === null ? "" : permalink(place, url);
}
