// What every page stands in: head, header with the menu, main, footer. What is in main is the
// business of the page's own file.

import type { FeedLink } from "../../site/document.ts";
import type { Page } from "../../site/page.ts";
import type { Settings } from "../../site/settings.ts";
import type { UrlPath } from "../../site/url.ts";
import { type Html, html, nothing, styleElement, trusted } from "../html.ts";
import { authoredHref, type Place, pageHref } from "../link.ts";
import { isOn, lookup, textOf } from "../param.ts";
import type { Words } from "../strings/words.ts";
import { type Sheet, STYLESHEETS } from "../stylesheet.ts";
import { renderHead } from "./head.ts";
import { languageLabel } from "./meta.ts";

export interface Layout {
  place: Place;
  words: Words;
  /** `null` for the page that says that there is none. */
  page: Page | null;
  /** The address of this very page; differs from the page's own on page 2 of a list. */
  url: UrlPath | null;
  feeds: readonly FeedLink[];
  /** What of the stylesheet this page needs. */
  sheets: readonly Sheet[];
  main: Html;
}

const STYLE_ELEMENTS = {
  base: styleElement(STYLESHEETS.base),
  content: styleElement(STYLESHEETS.content),
  code: styleElement(STYLESHEETS.code),
  math: styleElement(STYLESHEETS.math),
  list: styleElement(STYLESHEETS.list),
} satisfies { [sheet in Sheet]: Html };

export function renderLayout(layout: Layout): string {
  const { place, words, page, sheets, main } = layout;
  const { settings } = place;
  const theme = textOf(settings.params.defaulttheme);
  const forced = (theme === "dark" || theme === "light") && html` data-theme="${theme}"`;
  const isList =
    page === null || page.kind !== "page" || page.layout === "archives" || page.layout === "search";
  return String(html`<!doctype html>
<html lang="${settings.languageCode || settings.lang}" dir="${settings.direction}"${forced}>
<head>${renderHead(layout)}
${sheets.map((sheet) => STYLE_ELEMENTS[sheet])}${settings.customCss !== "" && styleElement(settings.customCss)}
</head>
<body${isList && html` class="list"`} id="top">
<a class="skip-link" href="#main">${words.say("skip_link")}</a>
${renderHeader(layout)}
<main class="main" id="main">
${main}
</main>
${isOn(settings, page, "hidefooter") ? nothing : renderFooter(settings)}
</body>
</html>
`);
}

function renderHeader({ place: { settings }, words, url }: Layout): Html {
  const label = textOf(lookup(settings.params, "label.text")) || settings.title;
  const icon = textOf(lookup(settings.params, "label.icon"));
  const height = textOf(lookup(settings.params, "label.iconheight")) || "30";
  const image = icon !== "" && html`<img src="${authoredHref(settings, icon)}" alt="" height="${height}">`;
  return html`<header class="header"><nav class="header-nav nav" aria-label="${words.say("menu")}">
<div class="logo"><a href="${pageHref(settings, settings.homeUrl)}" accesskey="h">${image}${label}</a>${renderLanguages(settings, words)}</div>
${renderMenu(settings, url)}</nav></header>`;
}

function renderLanguages(settings: Settings, words: Words): Html {
  if (settings.translations.length === 0 || isOn(settings, null, "disablelangtoggle")) return nothing;
  const full = isOn(settings, null, "displayfulllangname");
  const items = settings.translations.map(
    ({ lang, languageName, homeUrl }) =>
      html`<li><a href="${pageHref(settings, homeUrl)}" hreflang="${lang}" lang="${lang}">${(full && languageName) || languageLabel(lang)}</a></li>`,
  );
  return html`<ul class="lang-menu" aria-label="${words.say("languages")}">${items}</ul>`;
}

function renderMenu(settings: Settings, url: UrlPath | null): Html {
  if (settings.menu.length === 0) return nothing;
  const here = url === null ? null : slashed(pageHref(settings, url));
  const items = settings.menu.map((item) => {
    const target = authoredHref(settings, item.url);
    const active = slashed(target) === here;
    const title = item.title !== "" && item.title !== item.name && html` title="${item.title}"`;
    const name = [item.pre, item.name, item.post].filter((part) => part !== "").join(" ");
    return html`<li><a href="${target}"${title}${active && html` aria-current="page"`}><span${active && html` class="active"`}>${name}</span></a></li>`;
  });
  return html`<ul id="menu" class="menu">${items}</ul>`;
}

const slashed = (path: string): string => (path.endsWith("/") ? path : `${path}/`);

function renderFooter(settings: Settings): Html {
  const own = settings.markdown?.["params.footer.text"];
  const text = own === undefined ? html`${textOf(lookup(settings.params, "footer.text"))}` : trusted(own);
  const parts = [
    isOn(settings, null, "footer.hidecopyright") ? nothing : html`<span>${renderCopyright(settings)}</span>`,
    text,
  ].filter((part) => String(part) !== "");
  return html`<footer class="footer">${parts.map((part, index) => html`${index > 0 && " · "}${part}`)}</footer>`;
}

function renderCopyright(settings: Settings): Html {
  const own = settings.markdown?.copyright;
  if (own !== undefined) return trusted(own);
  if (settings.copyright !== "") return html`${settings.copyright}`;
  return html`© <a href="${pageHref(settings, settings.homeUrl)}">${settings.title}</a>`;
}
