// The line below a title: date, reading time, words, authors; on a post also its translations, where
// to edit it and where it first appeared.

import { formatDate } from "../../site/date-layout.ts";
import type { ListEntry } from "../../site/document.ts";
import { formatRfc3339 } from "../../site/moment.ts";
import type { Page } from "../../site/page.ts";
import type { Settings } from "../../site/settings.ts";
import { type Html, html, join, nothing } from "../html.ts";
import { authoredHref, pageHref } from "../link.ts";
import { authorsOf, isOn, param, textOf } from "../param.ts";
import type { Words } from "../strings/words.ts";

interface Meta<Of> {
  settings: Settings;
  words: Words;
  page: Of;
}

const DOT = html`&nbsp;·&nbsp;`;
const BAR = html`&nbsp;|&nbsp;`;

/** Nothing if there is nothing to say. */
export function renderMeta(meta: Meta<ListEntry>): Html {
  return join(facts(meta), DOT);
}

export function renderPostMeta(meta: Meta<Page>): Html {
  const parts = [renderMeta(meta), renderTranslations(meta), editLink(meta), canonicalNote(meta)];
  return join(
    parts.filter((part) => String(part) !== ""),
    BAR,
  );
}

function facts({ settings, words, page }: Meta<ListEntry>): Html[] {
  const found: Html[] = [];
  if (page.date !== null) {
    const layout = textOf(param(settings, null, "dateformat")) || ":date_long";
    found.push(
      html`<time datetime="${formatRfc3339(page.date)}">${formatDate(page.date, layout, words.calendar)}</time>`,
    );
  }
  if (isOn(settings, page, "showreadingtime"))
    found.push(html`<span>${words.count("read_time", page.readingTime)}</span>`);
  if (isOn(settings, page, "showwordcount"))
    found.push(html`<span>${words.count("words", page.wordCount)}</span>`);
  const authors = isOn(settings, page, "hideauthor") ? [] : authorsOf(settings, page);
  if (authors.length > 0) found.push(html`<span>${authors.join(", ")}</span>`);
  return found;
}

/** In the post's own line, or in the head of the search page. */
export function renderTranslations({ settings, words, page }: Meta<Page>): Html {
  if (page.translations.length === 0) return nothing;
  const full = isOn(settings, null, "displayfulllangname");
  const items = page.translations.map(
    ({ lang, languageName, url }) =>
      html`<li><a href="${pageHref(settings, url)}" hreflang="${lang}" lang="${lang}">${(full && languageName) || languageLabel(lang)}</a></li>`,
  );
  return html`<span>${words.say("translations")}:</span><ul class="i18n_list">${items}</ul>`;
}

/** PaperMod prints the key with capitals: `Vi`, `Pt-Br`. */
export const languageLabel = (lang: string): string =>
  lang.replace(/(?<![^-])\p{Ll}/gu, (letter) => letter.toUpperCase());

function editLink({ settings, words, page }: Meta<Page>): Html {
  const url = textOf(param(settings, page, "editpost.url"));
  if (url === "" || isOn(settings, page, "editpost.disabled") || page.file === null) return nothing;
  const file = encodeURI(page.file.replace(/^content\//, "")).replace(/[?#]/g, encodeURIComponent);
  const target = isOn(settings, page, "editpost.appendfilepath") ? `${url}/${file}` : url;
  const text = textOf(param(settings, page, "editpost.text")) || words.say("edit_post");
  return html`<span><a href="${authoredHref(settings, target)}" rel="noopener noreferrer edit">${text}</a></span>`;
}

function canonicalNote({ settings, words, page }: Meta<Page>): Html {
  const url = textOf(page.params.canonicalurl);
  if (url === "" || !isOn(settings, page, "showcanonicallink") || !URL.canParse(url)) return nothing;
  const text = textOf(param(settings, page, "canonicallinktext")) || words.say("canonical");
  return html`<span>${text}&nbsp;<a href="${authoredHref(settings, url)}" rel="noopener noreferrer">${new URL(url).host}</a></span>`;
}
