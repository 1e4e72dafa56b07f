// Pages that know no settings: nothing is published yet, or the site cannot be read just now. And
// the page that says that there is none, inside the site's own frame.

import type { Settings } from "../../site/settings.ts";
import { contentSecurityPolicy } from "../content-security-policy.ts";
import { type Html, html } from "../html.ts";
import { pageHref } from "../link.ts";
import type { Words } from "../strings/words.ts";
import type { Sheet } from "../stylesheet.ts";
import { renderSheets } from "./style-element.ts";

export function renderNotFound({ settings, words }: { settings: Settings; words: Words }): Html {
  return html`<div class="not-found"><p class="not-found-code" aria-hidden="true">404</p>
<h1>${words.say("not_found")}</h1>
<p>${words.say("not_found_hint")}</p>
<p><a href="${pageHref(settings, settings.homeUrl)}">${words.say("home")}</a></p></div>`;
}

export function renderEmptySite(): string {
  return plainPage({
    title: "This blog is empty",
    main: html`<p>Deckle is running, and nothing has been published into it yet. From the project's folder:</p>
<ul>
<li>a Hugo blog that you have: <pre tabindex="0"><code>npx deckle push --site ../my-hugo-blog --to &lt;this address&gt;</code></pre></li>
<li>a new one: <pre tabindex="0"><code>npx deckle init ../my-blog
npx deckle push --site ../my-blog --to &lt;this address&gt;</code></pre></li>
</ul>
<p>Then load this page again: what is pushed is live at once.</p>`,
  });
}

/** `reference` finds the log line; empty when there is none. */
export function renderProblemPage({ status, reference }: { status: number; reference: string }): string {
  const later = status === 503;
  return plainPage({
    title: later ? "Back in a moment" : "Something went wrong",
    main: html`<p>${later ? "The site cannot be read just now. Please try again in a minute." : "This page could not be made. The fault is on this side, and it has been noted."}</p>
${reference !== "" && html`<p class="post-meta">Reference: <code>${reference}</code></p>`}`,
  });
}

const SHEETS: readonly Sheet[] = ["base", "content", "code"];

export const PLAIN_PAGE_POLICY = contentSecurityPolicy({ sheets: SHEETS });

function plainPage({ title, main }: { title: string; main: Html }): string {
  return String(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
${renderSheets(SHEETS)}
</head>
<body>
<main class="main"><article class="post-single">
<header class="post-header"><h1 class="post-title">${title}</h1></header>
<div class="post-content md-content">
${main}
</div></article></main>
</body>
</html>
`);
}
