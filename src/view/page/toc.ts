// The contents list of a post: PaperMod's own, of all headings, or Hugo's where the author asks.

import type { Page } from "../../site/page.ts";
import type { Settings } from "../../site/settings.ts";
import { type Html, html, nothing, trusted } from "../html.ts";
import { isOn } from "../param.ts";
import type { Words } from "../strings/words.ts";
import { type FoundHeading, plainHeading } from "./heading.ts";

interface Contents {
  settings: Settings;
  words: Words;
  page: Page;
  headings: readonly FoundHeading[];
}

export function renderToc({ settings, words, page, headings }: Contents): Html {
  const linked = headings.filter(({ id }) => id !== "");
  if (!isOn(settings, page, "showtoc") || linked.length === 0) return nothing;
  const own = isOn(settings, page, "usehugotoc") ? trusted(page.toc) : renderLevel(nest(linked));
  return html`<details class="toc"${isOn(settings, page, "tocopen") && html` open`}><summary accesskey="c"><span class="title">${words.say("toc")}</span></summary><div class="inner">${own}</div></details>`;
}

interface Entry {
  heading: FoundHeading;
  below: Entry[];
}

/** A heading lies below the nearest one before it of a higher rank; a rank left out makes no list of its own. */
function nest(headings: readonly FoundHeading[]): Entry[] {
  const top: Entry[] = [];
  const open: Entry[] = [];
  for (const heading of headings) {
    while ((open.at(-1)?.heading.level ?? 0) >= heading.level) open.pop();
    const entry = { heading, below: [] };
    (open.at(-1)?.below ?? top).push(entry);
    open.push(entry);
  }
  return top;
}

function renderLevel(entries: readonly Entry[]): Html {
  if (entries.length === 0) return nothing;
  const items = entries.map(
    ({ heading, below }) =>
      html`<li><a href="#${trusted(heading.id)}">${trusted(plainHeading(heading))}</a>${renderLevel(below)}</li>`,
  );
  return html`<ul>${items}</ul>`;
}
