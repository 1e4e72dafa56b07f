// A page whole: a post, or a page that stands alone.

import type { Document } from "../../site/document.ts";
import type { Page, PageLink } from "../../site/page.ts";
import type { Settings } from "../../site/settings.ts";
import { type Html, html, join, nothing } from "../html.ts";
import { languageAttributes } from "../language.ts";
import { type Place, pageHref, termTitle } from "../link.ts";
import { isOn, lookup, textOf } from "../param.ts";
import type { Words } from "../strings/words.ts";
import { renderBreadcrumbs } from "./breadcrumbs.ts";
import { renderContent } from "./content.ts";
import { renderPostCover } from "./cover.ts";
import { renderComments, renderFragment } from "./fragment.ts";
import { findHeadings } from "./heading.ts";
import { renderPostMeta } from "./meta.ts";
import { renderShareButtons } from "./social-icons.ts";
import { renderToc } from "./toc.ts";

interface Post {
  place: Place;
  /** In the post's own language. */
  words: Words;
  /** Set if that is not the site's. */
  lang: string | null;
  document: Extract<Document, { type: "page" }>;
}

export function renderPost({ place, words, lang, document }: Post): Html {
  const { settings, page } = document;
  const headings = findHeadings(page.content);
  const meta = isOn(settings, page, "hidemeta") ? nothing : renderPostMeta({ settings, words, page });
  return html`<article class="post-single"${languageAttributes(lang)}>
<header class="post-header">
${renderBreadcrumbs({ settings, words, page })}<h1 class="post-title entry-hint-parent">${page.title}</h1>
${page.description !== "" && html`<div class="post-description">${page.description}</div>\n`}${String(meta) !== "" && html`<div class="post-meta">${meta}</div>\n`}</header>
${renderPostCover({ settings, page })}${renderToc({ settings, words, page, headings })}
${renderContent({ settings, page, headings })}
${renderFragment(settings, "extend_post_content")}<footer class="post-footer">
${renderSeries({ settings, words, page })}${renderTags({ settings, words, page })}${renderNeighbours(words, document)}${renderShareButtons({ place, words, page })}
</footer>
${renderComments({ settings, words, page })}</article>`;
}

function renderSeries({ settings, words, page }: { settings: Settings; words: Words; page: Page }): Html {
  const series = page.terms.series ?? [];
  const links = series.map(
    (term) => html`<a href="${pageHref(settings, term.url)}">${termTitle(settings, term)}</a>`,
  );
  if (links.length === 0) return nothing;
  return html`<p class="post-meta post-series">${words.say("series")}: ${join(links, html`, `)}</p>\n`;
}

function renderTags({ settings, words, page }: { settings: Settings; words: Words; page: Page }): Html {
  const tags = page.terms[textOf(lookup(settings.params, "taxonomies.tag")) || "tags"] ?? [];
  if (tags.length === 0) return nothing;
  const items = tags.map(
    (term) =>
      html`<li><a href="${pageHref(settings, term.url)}" rel="tag">${termTitle(settings, term)}</a></li>`,
  );
  return html`<ul class="post-tags" aria-label="${words.say("tags")}">${items}</ul>\n`;
}

/** « is the entry before this one in the list, that is the newer; » the older. */
function renderNeighbours(words: Words, { settings, page, newer, older }: Post["document"]): Html {
  if (!isOn(settings, page, "showpostnavlinks") || (newer === null && older === null)) return nothing;
  const previous = words.say("prev_page");
  const next = words.say("next_page");
  return html`<nav class="paginav" aria-label="${previous}, ${next}">${
    newer !== null && renderNeighbour(settings, newer, html`class="prev" rel="prev"`, `« ${previous}`)
  }${older !== null && renderNeighbour(settings, older, html`class="next" rel="next"`, `${next} »`)}</nav>\n`;
}

function renderNeighbour(settings: Settings, link: PageLink, attributes: Html, label: string): Html {
  return html`<a ${attributes} href="${pageHref(settings, link.url)}"><span class="title">${label}</span><br><span>${link.title}</span></a>`;
}
