// Where a page lies: home, its sections. The page itself is not among them, its title stands below.

import type { Page } from "../../site/page.ts";
import type { Settings } from "../../site/settings.ts";
import { type Html, html, nothing } from "../html.ts";
import { pageHref } from "../link.ts";
import { isOn } from "../param.ts";
import type { Words } from "../strings/words.ts";

export function renderBreadcrumbs({
  settings,
  words,
  page,
}: {
  settings: Settings;
  words: Words;
  page: Page;
}): Html {
  if (!isOn(settings, page, "showbreadcrumbs")) return nothing;
  const ancestors = page.ancestors ?? [{ title: settings.title, url: settings.homeUrl }];
  const links = ancestors.map(
    ({ title, url }, index) =>
      html`${index > 0 && html`<span aria-hidden="true"> › </span>`}<a href="${pageHref(settings, url)}">${index === 0 ? words.say("home") : title}</a>`,
  );
  return html`<nav class="breadcrumbs" aria-label="${words.say("breadcrumbs")}">${links}</nav>\n`;
}
