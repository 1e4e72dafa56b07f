// What an author wrote, as publishing left it, with what the theme adds: anchors of headings.

import type { Page } from "../../site/page.ts";
import type { Settings } from "../../site/settings.ts";
import { type Html, html, nothing, trusted } from "../html.ts";
import { isOn } from "../param.ts";
import { addAnchors, type FoundHeading, findHeadings } from "./heading.ts";

interface Content {
  settings: Settings;
  page: Page;
  headings?: readonly FoundHeading[];
}

export function renderContent({ settings, page, headings = findHeadings(page.content) }: Content): Html {
  if (page.content.trim() === "") return nothing;
  const anchored = isOn(settings, page, "disableanchoredheadings")
    ? [page.content]
    : addAnchors(page.content, headings);
  return html`<div class="post-content md-content">${anchored.map(trusted)}</div>`;
}
