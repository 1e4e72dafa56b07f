// The page of a taxonomy: every term with the number of its posts.

import type { Document } from "../../site/document.ts";
import { type Html, html } from "../html.ts";
import { pageHref } from "../link.ts";
import type { Words } from "../strings/words.ts";
import { renderContent } from "./content.ts";
import { renderPageHeader } from "./list.ts";

export function renderTerms({
  words,
  document,
}: {
  words: Words;
  document: Extract<Document, { type: "terms" }>;
}): Html {
  const { settings, page, terms, feeds } = document;
  const items = terms.map(
    ({ name, url, count }) =>
      html`<li><a href="${pageHref(settings, url)}">${name} <sup><strong><sup>${count}</sup></strong></sup></a></li>\n`,
  );
  return html`${renderPageHeader({ settings, words, page, feeds })}${renderContent({ settings, page })}<ul class="terms-tags">
${items}</ul>`;
}
