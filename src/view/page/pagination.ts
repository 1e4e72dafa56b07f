// The way from one page of a list to the one before and the one after.

import { type Html, html } from "../html.ts";
import type { Words } from "../strings/words.ts";

export interface Step {
  href: string;
  /** What stands behind the word: a number, or nothing. */
  number: string;
}

interface Steps {
  words: Words;
  previous: Step | null;
  next: Step | null;
}

export function renderPagination({ words, previous, next }: Steps): Html {
  const back =
    previous !== null &&
    html`<a class="prev" rel="prev" href="${previous.href}">« ${words.say("prev_page")}${previous.number}</a>`;
  const on =
    next !== null &&
    html`<a class="next" rel="next" href="${next.href}">${words.say("next_page")}${next.number} »</a>`;
  return html`<footer class="page-footer"><nav class="pagination" aria-label="${words.say("pagination")}">${back}${on}</nav></footer>`;
}
