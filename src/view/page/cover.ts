// The picture over a post or a list entry.

import type { ListEntry } from "../../site/document.ts";
import type { Cover } from "../../site/page.ts";
import type { Settings } from "../../site/settings.ts";
import { sizes, srcset, VARIANT_FORMATS } from "../../site/variant.ts";
import { type Html, html, nothing, trusted } from "../html.ts";
import { coverHref } from "../link.ts";
import { isOn, lookup } from "../param.ts";

export function renderPostCover({ settings, page }: { settings: Settings; page: ListEntry }): Html {
  const { cover } = page;
  if (cover === null || isHidden(settings, cover, "hiddenInSingle")) return nothing;
  const image = picture(settings, cover, html`fetchpriority="high"`);
  const linked = isOn(settings, null, "cover.linkfullimages")
    ? html`<a href="${coverHref(settings, cover.src)}">${image}</a>`
    : image;
  return html`<figure class="entry-cover">${linked}${cover.caption && html`<figcaption>${trusted(cover.caption)}</figcaption>`}</figure>`;
}

/** `leads`: it stands at the top of the page, and readers wait for it. */
export function renderEntryCover({
  settings,
  page,
  leads,
}: {
  settings: Settings;
  page: ListEntry;
  leads: boolean;
}): Html {
  const { cover } = page;
  if (cover === null || isHidden(settings, cover, "hiddenInList")) return nothing;
  return html`<figure class="entry-cover">${picture(settings, cover, leads ? html`fetchpriority="high"` : html`loading="lazy" decoding="async"`)}</figure>`;
}

/** As PaperMod asks: what is said of one place before what is said of all, of either the page before its site. */
function isHidden(settings: Settings, cover: Cover, place: "hiddenInList" | "hiddenInSingle"): boolean {
  const here = cover[place] ?? lookup(settings.params, `cover.${place.toLowerCase()}`);
  return Boolean(here ?? cover.hidden ?? lookup(settings.params, "cover.hidden"));
}

function picture(settings: Settings, cover: Cover, when: Html): Html {
  const { src, alt, width, height, digest } = cover;
  const size = width && height ? html` width="${width}" height="${height}"` : nothing;
  const image = html`<img ${when} src="${coverHref(settings, src)}" alt="${alt}"${size}>`;
  if (!width || !digest || lookup(settings.params, "cover.responsiveimages") === false) return image;
  const href = (path: string) => coverHref(settings, path);
  const sources = VARIANT_FORMATS.map(
    (format) =>
      html`<source type="image/${format}" sizes="${sizes(width)}" srcset="${srcset({ path: src, digest, width }, format, href)}">`,
  );
  return html`<picture>${sources}${image}</picture>`;
}
