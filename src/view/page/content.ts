// What an author wrote, as the renderer left it, with what the theme adds: anchors of headings, tables
// that the keyboard can scroll, names for the boxes of a task list.

import type { Page, TrustedHtml } from "../../site/page.ts";
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
    ? page.content
    : addAnchors(page.content, headings);
  return html`<div class="post-content md-content">${trusted(makeReachable(anchored))}</div>`;
}

/** A table scrolls inside itself, so it must take the focus; a box needs a name: the text beside it. */
function makeReachable(content: TrustedHtml): TrustedHtml {
  return content
    .replace(/<table(?=[\s>])(?![^<>]*\stabindex=)/g, '<table tabindex="0"')
    .replace(
      /(<input (?:checked="" )?disabled="" type="checkbox")>([^\n]*)/g,
      (_, box: string, rest: string) => `${box} aria-label="${plain(rest)}">${rest}`,
    ) as TrustedHtml;
}

const plain = (text: string): string =>
  text
    .replace(/<[^<>]*>/g, "")
    .replace(/[<>"]/g, "")
    .trim();
