// Links to the author elsewhere and to places where a post can be shared. They are words, not
// pictures: nobody needs to know a logo to read them.

import type { Page, ParamValue } from "../../site/page.ts";
import type { Settings } from "../../site/settings.ts";
import { type Html, html, nothing } from "../html.ts";
import { authoredHref, type Place, permalink } from "../link.ts";
import { isOn, mapOf, param, textOf, textsOf } from "../param.ts";
import type { Words } from "../strings/words.ts";

/** `align` is a word of PaperMod's: left, center, right. */
export function renderSocialIcons({
  settings,
  align,
}: {
  settings: Settings;
  align?: ParamValue | undefined;
}): Html {
  const icons = param(settings, null, "socialicons");
  if (!Array.isArray(icons) || icons.length === 0) return nothing;
  const links = icons.flatMap((icon) => {
    const { name, title, url } = mapOf(icon) ?? {};
    const text = textOf(title) || spelt(textOf(name));
    if (text === "" || textOf(url) === "") return [];
    return html`<a href="${authoredHref(settings, textOf(url))}" rel="noopener noreferrer me">${text}</a> `;
  });
  return html`<div class="social-icons"${ALIGNED[textOf(align)] ?? nothing}>${links}</div>`;
}

const ALIGNED: { [align: string]: Html } = {
  center: html` style="justify-content:center"`,
  right: html` style="justify-content:end"`,
};

/** As each spells itself, where a capital letter is not enough. */
const SPELT = new Map(
  "GitHub GitLab LinkedIn YouTube RSS CV ORCID TikTok SoundCloud WhatsApp WeChat PayPal StackOverflow HackerOne LeetCode"
    .split(" ")
    .map((name) => [name.toLowerCase(), name]),
);

const spelt = (name: string): string =>
  SPELT.get(name.toLowerCase()) ?? name.charAt(0).toUpperCase() + name.slice(1);

const SHARE: {
  [name: string]: { label: string; address(title: string, url: string, tags: string): string };
} = {
  x: {
    label: "X",
    address: (title, url, tags) => `https://x.com/intent/tweet/?text=${title}&url=${url}&hashtags=${tags}`,
  },
  linkedin: {
    label: "LinkedIn",
    address: (title, url) => `https://www.linkedin.com/shareArticle?mini=true&url=${url}&title=${title}`,
  },
  reddit: { label: "Reddit", address: (title, url) => `https://reddit.com/submit?url=${url}&title=${title}` },
  facebook: { label: "Facebook", address: (_, url) => `https://facebook.com/sharer/sharer.php?u=${url}` },
  whatsapp: {
    label: "WhatsApp",
    address: (title, url) => `https://api.whatsapp.com/send?text=${title}%20-%20${url}`,
  },
  telegram: {
    label: "Telegram",
    address: (title, url) => `https://telegram.me/share/url?text=${title}&url=${url}`,
  },
  ycombinator: {
    label: "Hacker News",
    address: (title, url) => `https://news.ycombinator.com/submitlink?t=${title}&u=${url}`,
  },
};

export function renderShareButtons({ place, words, page }: { place: Place; words: Words; page: Page }): Html {
  const { settings } = place;
  if (!isOn(settings, null, "showsharebuttons") || page.params.disableshare === true) return nothing;
  const chosen = textsOf(param(settings, page, "sharebuttons")).map((name) =>
    name === "twitter" ? "x" : name,
  );
  const title = encodeURIComponent(page.title);
  const url = encodeURIComponent(permalink(place, page.url));
  const tags = (page.terms.tags ?? [])
    .map(({ name }) => encodeURIComponent(name.replace(/\s/g, "")))
    .join(",");
  const items = Object.entries(SHARE)
    .filter(([name]) => chosen.length === 0 || chosen.includes(name))
    .map(
      ([, { label, address }]) =>
        html`<li><a href="${address(title, url, tags)}" rel="noopener noreferrer">${label}</a></li>`,
    );
  return html`<ul class="share-buttons" aria-label="${words.say("share")}">${items}</ul>`;
}
