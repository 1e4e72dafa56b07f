// What every page stands in: head, header with the menu, main, footer. What is in main is the
// business of the page's own file.

import type { FeedLink } from "../../site/document.ts";
import type { Page } from "../../site/page.ts";
import type { MenuItem, Settings } from "../../site/settings.ts";
import type { UrlPath } from "../../site/url.ts";
import { contentSecurityPolicy } from "../content-security-policy.ts";
import { frameSources } from "../frame.ts";
import { type Html, html, join, nothing, styleElement, trusted } from "../html.ts";
import { foreignLanguage, siteLanguage } from "../language.ts";
import { authoredHref, type Place, pageHref, siteHref } from "../link.ts";
import { isOn, lookup, textOf } from "../param.ts";
import { perSettings } from "../per-settings.ts";
import { askedByLanguage, FRAME, sheetsFor } from "../sheet.ts";
import type { Words } from "../strings/words.ts";
import { isText } from "../text-page.ts";
import { allowedOn, renderFragment } from "./fragment.ts";
import { renderHead } from "./head.ts";
import { languageLabel } from "./meta.ts";
import {
  chosenTheme,
  DIAGRAM_ELEMENT,
  drawsDiagrams,
  FIRST_PAINT_ELEMENT,
  needsFirstPaint,
  renderScript,
  renderThemeToggle,
} from "./script-element.ts";
import { renderSheets } from "./style-element.ts";

export interface Layout {
  place: Place;
  words: Words;
  /** `null` for the page that says that there is none. */
  page: Page | null;
  /** The address of this very page; differs from the page's own on page 2 of a list. */
  url: UrlPath | null;
  feeds: readonly FeedLink[];
  main: Html;
}

export interface Framed {
  body: string;
  policy: string;
}

export function renderLayout(layout: Layout): Framed {
  const { place, words, page } = layout;
  const { settings } = place;
  const script = renderScript({ settings, words, page });
  const lang = (page && foreignLanguage(settings, page)) ?? siteLanguage(settings);
  const body = renderBody(layout, lang, script);
  const theme = chosenTheme(settings);
  const firstPaint = needsFirstPaint(settings);
  const open = html`<html lang="${lang}" dir="${settings.direction}"${theme !== null && html` data-theme="${theme}"`}>`;
  const sheets = sheetsFor(body.asks | askedByLanguage(lang, settings.direction));
  return {
    body: String(html`<!doctype html>
${open}
<head>${renderHead(layout)}
${renderSheets(sheets)}${settings.customCss !== "" && styleElement(settings.customCss)}${firstPaint && FIRST_PAINT_ELEMENT}${renderFragment(settings, "extend_head")}
</head>
${body}
</html>
`),
    policy: contentSecurityPolicy({
      sheets,
      settings,
      allowed: allowedOn(settings, page),
      firstPaint,
      script: script !== nothing,
      diagrams: drawsDiagrams(page),
      frames: body.asks & FRAME ? frameSources(String(body)) : [],
    }),
  };
}

function renderBody(layout: Layout, lang: string, script: Html): Html {
  const { place, words, page, main } = layout;
  const { settings } = place;
  // What the site says around a page in another language.
  const site = siteLanguage(settings);
  const own = lang !== site && html` lang="${site}"`;
  const isList = page === null || !isText(page);
  return html`<body${isList && html` class="list"`} id="top">
<a class="skip-link" href="#main"${own}>${words.say("skip_link")}</a>
<header class="header"${own}>${renderNavigation(layout)}</header>
<main class="main" id="main">
${main}
</main>
${isOn(settings, page, "hidefooter") ? nothing : html`<footer class="footer"${own}>${renderFooter(settings)}</footer>`}${renderFragment(settings, "extend_footer")}${script}${drawsDiagrams(page) && DIAGRAM_ELEMENT}
</body>`;
}

function renderNavigation({ place: { settings }, words, url }: Layout): Html {
  return html`<nav class="header-nav nav" aria-label="${words.say("menu")}">
<div class="logo">${renderLogo(settings)}${renderSwitches(settings, words)}</div>
${renderMenu(settings, url)}</nav>`;
}

const renderLogo = perSettings((settings): Html => {
  const label = textOf(lookup(settings.params, "label.text")) || settings.title;
  const icon = textOf(lookup(settings.params, "label.icon"));
  const height = textOf(lookup(settings.params, "label.iconheight")) || "30";
  const drawing = settings.markdown?.["params.label.iconsvg"];
  const image =
    icon !== ""
      ? html`<img src="${authoredHref(settings, icon)}" alt="" height="${height}">`
      : drawing !== undefined && trusted(drawing);
  return html`<a href="${pageHref(settings, settings.homeUrl)}" accesskey="h">${image}${label}</a>`;
});

function renderSwitches(settings: Settings, words: Words): Html {
  const switches = html`${renderThemeToggle(settings, words)}${renderLanguages(settings, words)}`;
  return String(switches) === "" ? nothing : html`<div class="logo-switches">${switches}</div>`;
}

function renderLanguages(settings: Settings, words: Words): Html {
  if (settings.translations.length === 0 || isOn(settings, null, "disablelangtoggle")) return nothing;
  const full = isOn(settings, null, "displayfulllangname");
  const items = settings.translations.map(
    ({ lang, languageName, altTitle, homeUrl }) =>
      html`<li><a href="${pageHref(settings, homeUrl)}" hreflang="${lang}" lang="${lang}" title="${altTitle ?? languageName}">${(full && languageName) || languageLabel(lang)}</a></li>`,
  );
  return html`<ul class="lang-menu" aria-label="${words.say("languages")}">${items}</ul>`;
}

function renderMenu(settings: Settings, url: UrlPath | null): Html {
  if (settings.menu.length === 0) return nothing;
  const here = url === null ? null : slashed(pageHref(settings, url));
  const items = menuItems(settings).map(({ target, active, other }) => (target === here ? active : other));
  return html`<ul id="menu" class="menu">${items}</ul>`;
}

/** Each as it looks on the page that it leads to, and on all others. */
const menuItems = perSettings((settings) =>
  settings.menu.filter(isReadable).map((item) => {
    const target = slashed(siteHref(settings, item.url));
    return {
      target,
      active: renderMenuItem(settings, item, "active"),
      other: renderMenuItem(settings, item, "other"),
    };
  }),
);

/** Other themes have entries without a word, for a script to fill. */
const isReadable = ({ pre, name, post }: MenuItem): boolean => `${pre}${name}${post}` !== "";

function renderMenuItem(settings: Settings, item: MenuItem, state: "active" | "other"): Html {
  const active = state === "active";
  const title = item.title !== "" && item.title !== item.name && html` title="${item.title}"`;
  const elsewhere = item.url.includes("://") ? "↗" : "";
  const parts = [trusted(item.pre), html`${item.name}`, trusted(item.post), html`${elsewhere}`];
  const name = join(
    parts.filter((part) => String(part) !== ""),
    html` `,
  );
  const href = siteHref(settings, item.url);
  const searches = slashed(href) === `${pageHref(settings, settings.homeUrl)}search/`;
  return html`<li><a href="${href}"${title}${searches && html` accesskey="/"`}${active && html` aria-current="page"`}><span${active && html` class="active"`}>${name}</span></a></li>`;
}

const slashed = (path: string): string => (path.endsWith("/") ? path : `${path}/`);

const renderFooter = perSettings((settings): Html => {
  const own = settings.markdown?.["params.footer.text"];
  const text = own === undefined ? html`${textOf(lookup(settings.params, "footer.text"))}` : trusted(own);
  const parts = [
    isOn(settings, null, "footer.hidecopyright") ? nothing : html`<span>${renderCopyright(settings)}</span>`,
    text,
  ].filter((part) => String(part) !== "");
  return html`${parts.map((part, index) => html`${index > 0 && " · "}${part}`)}`;
});

function renderCopyright(settings: Settings): Html {
  const own = settings.markdown?.copyright;
  if (own !== undefined) return trusted(own);
  if (settings.copyright !== "") return html`${settings.copyright}`;
  return html`© <a href="${pageHref(settings, settings.homeUrl)}">${settings.title}</a>`;
}
