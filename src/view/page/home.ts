// What the home page can show beside or instead of its posts: PaperMod's home-info and profile modes.

import type { Settings } from "../../site/settings.ts";
import { type Html, html, nothing, trusted } from "../html.ts";
import { authoredHref } from "../link.ts";
import { lookup, mapOf, textOf } from "../param.ts";
import { renderSocialIcons } from "./social-icons.ts";

export function renderHomeInfo(settings: Settings): Html {
  const content = settings.markdown?.["params.homeinfoparams.content"];
  const align = lookup(settings.params, "homeinfoparams.alignsocialiconsto");
  const icons = renderSocialIcons({ settings, align });
  return html`<article class="first-entry home-info">
<header class="entry-header"><h1>${markdown(settings, "params.homeinfoparams.title")}</h1></header>
<div class="entry-content md-content">${content === undefined ? html`<p>${configured(settings, "params.homeinfoparams.content")}</p>` : trusted(content)}</div>
${icons !== nothing && html`<footer class="entry-footer">${icons}</footer>\n`}</article>
`;
}

export function renderProfile(settings: Settings): Html {
  const profile = mapOf(settings.params.profilemode) ?? {};
  const title = markdown(settings, "params.profilemode.title");
  return html`<div class="profile"><div class="profile_inner">
${renderPortrait(settings)}<h1>${String(title) === "" ? settings.title : title}</h1>
<div>${markdown(settings, "params.profilemode.subtitle")}</div>
${renderSocialIcons({ settings })}
${renderButtons(settings, Array.isArray(profile.buttons) ? profile.buttons : [])}</div></div>`;
}

function renderPortrait(settings: Settings): Html {
  const profile = mapOf(settings.params.profilemode) ?? {};
  const url = textOf(profile.imageurl);
  if (url === "") return nothing;
  const width = textOf(profile.imagewidth) || "150";
  const height = textOf(profile.imageheight) || "150";
  return html`<img src="${authoredHref(settings, url)}" alt="${textOf(profile.imagetitle)}" width="${width}" height="${height}">\n`;
}

function renderButtons(settings: Settings, buttons: readonly Parameters<typeof mapOf>[0][]): Html {
  const links = buttons.flatMap((button) => {
    const { name, url } = mapOf(button) ?? {};
    if (textOf(name) === "" || textOf(url) === "") return [];
    return html`<a class="button" href="${authoredHref(settings, textOf(url))}"><span class="button-inner">${textOf(name)}${textOf(url).includes("://") && " ↗"}</span></a> `;
  });
  return links.length === 0 ? nothing : html`<div class="buttons">${links}</div>`;
}

/** Rendered when the configuration was published, else the text as configured. */
function markdown(settings: Settings, key: string): Html {
  const rendered = settings.markdown?.[key];
  return rendered === undefined ? html`${configured(settings, key)}` : trusted(rendered);
}

const configured = (settings: Settings, key: string): string =>
  textOf(lookup({ params: settings.params }, key));
