// The author's own HTML in PaperMod's free places, and what of it a page runs. Comments wait, inert, for
// a click: nothing is asked of a third party for a reader who only reads.

import type { Fragment, FragmentName } from "../../site/fragment.ts";
import type { AllowedSources, Page } from "../../site/page.ts";
import type { Settings } from "../../site/settings.ts";
import { type Html, html, nothing, trusted } from "../html.ts";
import { isOn } from "../param.ts";
import type { Words } from "../strings/words.ts";

export function renderFragment(settings: Settings, name: Exclude<FragmentName, "comments">): Html {
  const fragment = settings.fragments?.[name];
  return fragment === undefined ? nothing : html`${trusted(fragment.html)}\n`;
}

export function renderComments({
  settings,
  words,
  page,
}: {
  settings: Settings;
  words: Words;
  page: Page;
}): Html {
  const comments = commentsOf(settings, page);
  if (comments === undefined) return nothing;
  return html`<div class="comments" id="comments"><button type="button" class="button" hidden>${words.say("show_comments")}</button><template>${trusted(comments.html)}</template></div>\n`;
}

/** Of a page by itself, and only where its author wants them. */
export function commentsOf(settings: Settings, page: Page | null): Fragment | undefined {
  return page?.kind === "page" && isOn(settings, page, "comments") ? settings.fragments?.comments : undefined;
}

/** All that the page's HTML, and that in its free places, may run. */
export function allowedOn(settings: Settings, page: Page | null): AllowedSources | undefined {
  const { extend_head, extend_post_content, extend_footer } = settings.fragments ?? {};
  const all = [page, extend_head, extend_post_content, extend_footer, commentsOf(settings, page)].flatMap(
    (part) => part?.allowed ?? [],
  );
  if (all.length < 2) return all[0];
  return {
    scripts: [...new Set(all.flatMap(({ scripts }) => scripts))],
    styles: [...new Set(all.flatMap(({ styles }) => styles))],
  };
}
