// A list of posts: home, a section, a term. Its entries, its pager, and what stands above them.

import type { Document, ListEntry, Pager } from "../../site/document.ts";
import type { Page } from "../../site/page.ts";
import type { Settings } from "../../site/settings.ts";
import type { UrlPath } from "../../site/url.ts";
import { type Html, html, nothing, trusted } from "../html.ts";
import { foreignLanguage, languageAttributes } from "../language.ts";
import { pageHref } from "../link.ts";
import { isOn, mapOf } from "../param.ts";
import { type Words, wordsFor } from "../strings/words.ts";
import { renderBreadcrumbs } from "./breadcrumbs.ts";
import { renderContent } from "./content.ts";
import { renderEntryCover } from "./cover.ts";
import { renderHomeInfo, renderProfile } from "./home.ts";
import { renderMeta } from "./meta.ts";
import { renderPagination, type Step } from "./pagination.ts";

interface List {
  words: Words;
  document: Extract<Document, { type: "list" }>;
}

export function renderList({ words, document }: List): Html {
  const { settings, page, items, pager } = document;
  const isHome = page.kind === "home";
  if (isHome && isOn(settings, null, "profilemode.enabled")) return renderProfile(settings);
  const homeInfo = isHome && pager.number === 1 && mapOf(settings.params.homeinfoparams) !== null;
  const special = isHome && pager.number === 1 && !homeInfo && !isOn(settings, null, "disablespecial1stpost");
  const entries = items.map((entry, index) => {
    const place = special && index === 0 ? FIRST : page.kind === "term" ? OF_A_TAG : ORDINARY;
    return renderEntry({ settings, words, entry, place, leads: index === 0 });
  });
  return html`${isHome ? nothing : renderPageHeader({ settings, words, page, feeds: document.feeds })}${renderContent({ settings, page })}
${isHome && !homeInfo && html`<h1 class="visually-hidden">${settings.title}</h1>\n`}${homeInfo && renderHomeInfo(settings)}${entries}${renderPager({ settings, words, page, pager })}`;
}

export function renderPageHeader({
  settings,
  words,
  page,
  feeds,
  meta = nothing,
}: {
  settings: Settings;
  words: Words;
  page: Page;
  feeds: List["document"]["feeds"];
  /** A line below the description. */
  meta?: Html;
}): Html {
  if (page.title === "") return nothing;
  const rss = feeds.find(({ format }) => format === "rss");
  const wanted =
    (page.kind === "term" || page.kind === "section" || page.layout === "archives") &&
    isOn(settings, page, "showrssbuttoninsectiontermlist");
  const button =
    rss !== undefined && wanted && html` <a class="rss" href="${pageHref(settings, rss.url)}">RSS</a>`;
  return html`<header class="page-header">${renderBreadcrumbs({ settings, words, page })}<h1>${page.title}${button}</h1>
${page.description !== "" && html`<div class="post-description">${page.descriptionHtml === undefined ? page.description : trusted(page.descriptionHtml)}</div>`}${String(meta) !== "" && html`<div class="post-meta">${meta}</div>`}</header>\n`;
}

interface Entry {
  settings: Settings;
  words: Words;
  entry: ListEntry;
  /** Its class. */
  place: Html;
  leads: boolean;
}

const FIRST = html`class="first-entry"`;
const ORDINARY = html`class="post-entry"`;
const OF_A_TAG = html`class="post-entry tag-entry"`;

function renderEntry({ settings, words, entry, place, leads }: Entry): Html {
  const lang = foreignLanguage(settings, entry);
  const own = lang === null ? words : wordsFor(settings, lang);
  const meta = isOn(settings, entry, "hidemeta")
    ? nothing
    : renderMeta({ settings, words: own, page: entry });
  const summary = isOn(settings, entry, "hidesummary") ? "" : entry.summaryText.trim();
  return html`<article ${place}${languageAttributes(lang)}>${place === OF_A_TAG ? nothing : renderEntryCover({ settings, page: entry, leads })}
<header class="entry-header"><h2 class="entry-hint-parent">${renderEntryLink({ settings, entry })}</h2></header>
${summary !== "" && html`<div class="entry-content"><p>${entry.truncated ? `${withoutEnd(summary)}…` : summary}</p></div>\n`}${String(meta) !== "" && html`<footer class="entry-footer">${meta}</footer>\n`}</article>
`;
}

/** The link of a whole entry; a title alone where there is nothing to open. */
export function renderEntryLink({
  settings,
  entry: { url, title, isUnrendered },
  lang = nothing,
}: {
  settings: Settings;
  entry: ListEntry;
  /** Attributes of a title in another language than the page's. */
  lang?: Html;
}): Html {
  if (isUnrendered) return html`<span${lang}>${title}</span>`;
  return html`<a class="entry-link" href="${pageHref(settings, url)}"${lang}>${title}</a>`;
}

/** Without the stop that ends a sentence. Looks from the end: a pattern would try every space of the text. */
function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && " .…\n\t".includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

function renderPager({
  settings,
  words,
  page,
  pager,
}: {
  settings: Settings;
  words: Words;
  page: Page;
  pager: Pager;
}): Html {
  if (pager.count <= 1) return nothing;
  const numbered = isOn(settings, page, "showpagenums");
  const step = (url: UrlPath | null, at: number): Step | null =>
    url && { href: pageHref(settings, url), number: numbered ? ` ${at}/${pager.count}` : "" };
  return renderPagination({
    words,
    previous: step(pager.previous, pager.number - 1),
    next: step(pager.next, pager.number + 1),
  });
}
