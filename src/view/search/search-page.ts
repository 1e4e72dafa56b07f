// The search page: its form, which a browser without scripts sends, and what was found.

import type { Document } from "../../site/document.ts";
import { type SearchHit, type SearchResults, searchParams } from "../../site/search.ts";
import type { Settings } from "../../site/settings.ts";
import { type Html, html, nothing } from "../html.ts";
import { pageHref, termTitle } from "../link.ts";
import { renderPageHeader } from "../page/list.ts";
import { renderMeta, renderTranslations } from "../page/meta.ts";
import { renderPagination, type Step } from "../page/pagination.ts";
import { isOn, textOf } from "../param.ts";
import type { Words } from "../strings/words.ts";
import { createExcerpt, createMarker, type Piece } from "./excerpt.ts";
import { readableText } from "./readable-text.ts";

export type SearchDocument = Extract<Document, { type: "search" }>;

export function renderSearchPage({ words, document }: { words: Words; document: SearchDocument }): Html {
  const { settings, page, results } = document;
  const meta = isOn(settings, page, "hidemeta") ? nothing : renderTranslations({ settings, words, page });
  return html`${renderPageHeader({ settings, words, page, feeds: [], meta })}${renderForm({ words, document })}${
    results === null ? nothing : renderResults({ words, document, results })
  }`;
}

function renderForm({ words, document }: { words: Words; document: SearchDocument }): Html {
  const { settings, page, results } = document;
  const word = words.say("search");
  const placeholder = textOf(page.params.placeholder);
  return html`<search><form id="searchbox" class="search-form" action="${pageHref(settings, page.url)}">
<input id="searchInput" type="search" name="q" value="${results?.query ?? ""}" aria-label="${word}"${placeholder !== "" && html` placeholder="${placeholder}"`} maxlength="100" autocomplete="off" enterkeyhint="search"${results === null && html` autofocus`}>
<button type="submit" class="button">${word}</button>
</form></search>
`;
}

interface Results {
  words: Words;
  document: SearchDocument;
  results: SearchResults;
}

function renderResults({ words, document, results }: Results): Html {
  const { settings } = document;
  const { query, hits } = results;
  if (hits.length === 0)
    return html`<div class="search-none" role="status"><p>${words.say("search_none")}</p>
<p>${words.say("search_hint")}</p></div>`;
  const mark = createMarker(query);
  const excerpt = createExcerpt(query);
  const entries = hits.map((hit) => renderHit({ settings, words, hit, mark, excerpt }));
  return html`<div id="searchResults">${entries}</div>${renderPager({ words, document, results })}`;
}

interface Hit {
  settings: Settings;
  words: Words;
  hit: SearchHit;
  mark: ReturnType<typeof createMarker>;
  excerpt: ReturnType<typeof createExcerpt>;
}

function renderHit({ settings, words, hit, mark, excerpt }: Hit): Html {
  const meta = isOn(settings, hit, "hidemeta") ? nothing : renderMeta({ settings, words, page: hit });
  const tags = (hit.terms.tags ?? []).map(
    (term) =>
      html`<li><a href="${pageHref(settings, term.url)}">${renderPieces(mark(termTitle(settings, term)))}</a></li>`,
  );
  const text = excerpt([readableText(hit.text), hit.description, hit.summaryText.trim()]);
  return html`<article class="post-entry">
<header class="entry-header"><h2 class="entry-hint-parent"><a class="entry-link" href="${pageHref(settings, hit.url)}">${renderPieces(mark(hit.title))}</a></h2></header>
${text.length > 0 && html`<div class="entry-content"><p>${renderPieces(text)}</p></div>\n`}${
  (String(meta) !== "" || tags.length > 0) &&
  html`<footer class="entry-footer">${meta}${tags.length > 0 && html`<ul class="post-tags" aria-label="${words.say("tags")}">${tags}</ul>`}</footer>\n`
}</article>
`;
}

const renderPieces = (pieces: Piece[]): Html =>
  html`${pieces.map(({ text, hit }) => (hit ? html`<mark>${text}</mark>` : text))}`;

function renderPager({ words, document, results }: Results): Html {
  const { settings, page } = document;
  const { query, number, more } = results;
  if (number === 1 && !more) return nothing;
  const step = (number: number): Step => ({
    href: pageHref(settings, page.url) + searchParams({ query, number }),
    number: "",
  });
  return renderPagination({
    words,
    previous: number > 1 ? step(number - 1) : null,
    next: more ? step(number + 1) : null,
  });
}
