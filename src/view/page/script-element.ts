// What the page's script works on: the scheme that is chosen before the first paint, the switch between
// light and dark, the way to the top, and the element that loads the script where something needs it.

import type { Page } from "../../site/page.ts";
import type { Settings } from "../../site/settings.ts";
import { type Html, html, moduleElement, nothing, scriptElement } from "../html.ts";
import { isOn, textOf } from "../param.ts";
import { DIAGRAM, FIRST_PAINT, SCRIPT_PATH } from "../script.ts";
import type { Words } from "../strings/words.ts";
import { commentsOf } from "./fragment.ts";

export const FIRST_PAINT_ELEMENT = scriptElement(FIRST_PAINT);
export const DIAGRAM_ELEMENT = moduleElement(DIAGRAM);

/** Mermaid's: their text stands in the page, and a browser that can draws them. */
export const drawsDiagrams = (page: Page | null): boolean => page?.needs.includes("mermaid") ?? false;

/** By the author for every reader; `null` leaves it to the reader's system. */
export function chosenTheme(settings: Settings): "light" | "dark" | null {
  const theme = textOf(settings.params.defaulttheme);
  return theme === "dark" || theme === "light" ? theme : null;
}

/** Ours follow the system by themselves; an author's own styles ask for the attribute. */
export function needsFirstPaint(settings: Settings): boolean {
  return hasToggle(settings) || (chosenTheme(settings) === null && settings.customCss.includes("data-theme"));
}

const hasToggle = (settings: Settings): boolean => !isOn(settings, null, "disablethemetoggle");

export function renderThemeToggle(settings: Settings, words: Words): Html {
  if (!hasToggle(settings)) return nothing;
  return html`<button id="theme-toggle" class="theme-toggle" accesskey="t" aria-label="${words.say("theme_toggle")}"></button>`;
}

export function renderScript({
  settings,
  words,
  page,
}: {
  settings: Settings;
  words: Words;
  page: Page | null;
}): Html {
  const topLink = !isOn(settings, null, "disablescrolltotop");
  const copies = page?.kind === "page" && isOn(settings, page, "showcodecopybuttons");
  const comments = commentsOf(settings, page) !== undefined;
  if (!topLink && !copies && !comments && !hasToggle(settings)) return nothing;
  return html`${
    topLink &&
    html`<a href="#top" id="top-link" class="top-link hidden" aria-label="${words.say("scroll_top")}" accesskey="g">↑</a>\n`
  }<script defer src="${settings.basePath}${SCRIPT_PATH}"${chosenTheme(settings) === null && html` data-auto`}${
    copies && html` data-copy="${words.say("code_copy")}" data-copied="${words.say("code_copied")}"`
  }></script>`;
}
