// Every post by year and month.

import type { Document, ListEntry } from "../../site/document.ts";
import { fieldsOf, type Moment } from "../../site/moment.ts";
import type { Settings } from "../../site/settings.ts";
import { type Html, html } from "../html.ts";
import { foreignLanguage, languageAttributes } from "../language.ts";
import type { Words } from "../strings/words.ts";
import { renderContent } from "./content.ts";
import { renderEntryLink, renderPageHeader } from "./list.ts";
import { renderMeta } from "./meta.ts";

export function renderArchive({
  words,
  document,
}: {
  words: Words;
  document: Extract<Document, { type: "archive" }>;
}): Html {
  const { settings, page, items, feeds } = document;
  const dated = items.filter((card) => publishedOn(card) !== NEVER);
  const years = groupBy(newestFirst(dated, publishedOn), (card) => String(fieldsOf(publishedOn(card)).year));
  return html`${renderPageHeader({ settings, words, page, feeds })}${renderContent({ settings, page })}${years.map(
    ([year, cards]) => renderYear({ settings, words, year, cards }),
  )}`;
}

interface Group {
  settings: Settings;
  words: Words;
  year: string;
  cards: ListEntry[];
}

function renderYear({ settings, words, year, cards }: Group): Html {
  const months = groupBy(
    newestFirst(cards, datedOn),
    (card) => words.calendar.months[fieldsOf(datedOn(card)).month - 1] ?? "",
  );
  return html`<div class="archive-year"><h2 class="archive-year-header" id="${year}"><a class="archive-header-link" href="#${year}">${year}</a> <sup class="archive-count">${cards.length}</sup></h2>
${months.map(([month, of]) => renderMonth({ settings, words, year, cards: of, month }))}</div>
`;
}

function renderMonth({ settings, words, year, month, cards }: Group & { month: string }): Html {
  const id = `${year}-${month.replace(/\s+/g, "-")}`; // an id holds no space
  return html`<div class="archive-month"><h3 class="archive-month-header" id="${id}"><a class="archive-header-link" href="#${id}">${month}</a> <sup class="archive-count">${cards.length}</sup></h3>
<div class="archive-posts">
${cards.map((card) => renderEntry({ settings, words, card }))}</div></div>
`;
}

function renderEntry({ settings, words, card }: { settings: Settings; words: Words; card: ListEntry }): Html {
  const lang = languageAttributes(foreignLanguage(settings, card));
  return html`<div class="archive-entry"><h4 class="archive-entry-title entry-hint-parent">${renderEntryLink({ settings, entry: card, lang })}</h4><div class="archive-meta">${renderMeta({ settings, words, page: card })}</div></div>
`;
}

/** Of cards without a date, which are left out. */
const NEVER: Moment = { epoch: 0, offset: 0 };
const publishedOn = ({ publishDate, date }: ListEntry): Moment => publishDate ?? date ?? NEVER;
const datedOn = ({ publishDate, date }: ListEntry): Moment => date ?? publishDate ?? NEVER;

/** A list's own order may have pinned some. */
const newestFirst = (cards: readonly ListEntry[], when: (card: ListEntry) => Moment): ListEntry[] =>
  cards.toSorted((a, b) => when(b).epoch - when(a).epoch);

/** In the order of the first card of each. */
function groupBy(cards: readonly ListEntry[], key: (card: ListEntry) => string): [string, ListEntry[]][] {
  const groups = new Map<string, ListEntry[]>();
  for (const card of cards) {
    const group = groups.get(key(card));
    if (group === undefined) groups.set(key(card), [card]);
    else group.push(card);
  }
  return [...groups];
}
