// Videos and posts of other sites call nobody until the reader clicks: in their frame stands a page of
// ours with one link, which loads the real one. Works without JavaScript. Only what Hugo's shortcodes
// print is changed; a frame that an author wrote stays. `embedOnClick: false` leaves it all as Hugo has it.

import { decodeHTML } from "entities";
import { escapeHtml } from "../../hugo/markdown/escape.ts";
import type { Params } from "../../site/page.ts";
import type { Enriched, EnrichedPage } from "./concern.ts";
import { attributeOf } from "./tag.ts";

const VIDEO =
  /<iframe((?: allow="accelerometer[^"]*" loading="[^"]*" referrerpolicy="[^"]*")? src="(https:\/\/(?:www\.youtube(?:-nocookie)?\.com\/embed|player\.vimeo\.com\/video)\/[^"]*)"[^<>]*)>\n?<\/iframe>/g;
const POST =
  /<blockquote class="(?:twitter-tweet|instagram-media)"[^<>]*><a href="https:\/\/(x\.com\/[^"/]*\/status|www\.instagram\.com\/p)\/([\w-]+)"[^<>]*>([^<]*)<\/a><\/blockquote>/g;
const GIST = /<script src="(https:\/\/gist\.github\.com\/[^"?]*)\.js(?:\?file=([^"]*))?"><\/script>/g;

export function enrichEmbeds(html: string, { params, siteParams, config }: EnrichedPage): Enriched {
  if (!(switchOf(params) ?? switchOf(siteParams) ?? true)) return { html, warnings: [] };
  const posts = (whole: string, place: string, id: string, text: string) => {
    const service = place.startsWith("x.com") ? "x" : "instagram";
    return isSimple(config.privacy, service) ? whole : printPost(service, id, text);
  };
  const enriched = html
    .replace(VIDEO, (_, attributes: string, src: string) => printVideo(attributes, decodeHTML(src)))
    .replace(POST, (whole, place, id, text) => posts(whole, place, id, text))
    .replace(GIST, (_, address: string, file?: string) => printGist(address, file));
  return { html: enriched, warnings: [] };
}

function switchOf({ embedonclick }: Params): boolean | null {
  return typeof embedonclick === "boolean" ? embedonclick : null;
}

/** Hugo's `privacy.x.simple`: text and a link, no frame at any time. */
function isSimple(privacy: Params, service: "x" | "instagram"): boolean {
  const settings = [privacy[service], service === "x" ? privacy.twitter : null];
  return settings.some(
    (of) => typeof of === "object" && of !== null && !Array.isArray(of) && of.simple === true,
  );
}

/** The frame keeps its place and size. `src` is for readers of feeds that know no `srcdoc`. */
function printVideo(attributes: string, src: string): string {
  const url = new URL(src);
  if (url.hostname === "www.youtube.com") url.hostname = "www.youtube-nocookie.com";
  url.searchParams.set("autoplay", "1");
  const isVimeo = url.hostname === "player.vimeo.com";
  const service = isVimeo ? "Vimeo" : "YouTube";
  const title = attributeOf(attributes, "title") ?? `${service} video`;
  const own = attributes
    .replace(/ allow="fullscreen"/, ' allow="fullscreen; autoplay"')
    .replace(/ loading="eager"/, ' loading="lazy"');
  const name = attributeOf(attributes, "title") === null ? ` title="${title}"` : "";
  return `<iframe${own}${name}${onClick(url, title)}></iframe>`;
}

const POSTS = {
  x: { name: "X", style: "width:550px;height:24rem" },
  instagram: { name: "Instagram", style: "width:400px;height:34rem" },
} as const;

function printPost(service: keyof typeof POSTS, id: string, text: string): string {
  const { name, style } = POSTS[service];
  const address =
    service === "x"
      ? `https://platform.twitter.com/embed/Tweet.html?id=${id}&dnt=true`
      : `https://www.instagram.com/p/${id}/embed/captioned/`;
  const title = service === "x" ? text : `${name}: ${id}`;
  return `<iframe src="${escapeHtml(address)}" loading="lazy" title="${title}" style="${style};max-width:100%;border:0"${onClick(new URL(address), title)}></iframe>`;
}

/** A gist is a script of its site's, which draws into the page: a link is all that can stand for it. */
function printGist(address: string, file: string | undefined): string {
  const name = `${address.slice("https://".length)}${file === undefined ? "" : ` (${file})`}`;
  return `<p class="gist"><a href="${address}">${name}</a></p>`;
}

/**
 * A page has the policy of the page around it, so its styles stand in attributes. It is dark in either
 * scheme, as players are. `title` is HTML already.
 */
function onClick(url: URL, title: string): string {
  const host = url.hostname.replace(/^(?:www|player|platform)\./, "").replace("-nocookie", "");
  const play = url.searchParams.has("autoplay") ? PLAY : "";
  const page = `<body style="margin:0"><a href="${escapeHtml(url.href)}" style="${TILE}">${play}<b>${title}</b><small>${host}</small></a>`;
  return ` data-frame="${url.origin}" srcdoc="${escapeHtml(page)}"`;
}

const PLAY = '<span style="font-size:3rem" aria-hidden="true">▶</span>';
const TILE =
  "display:flex;flex-direction:column;align-items:center;justify-content:center;gap:.4rem;box-sizing:border-box;height:100vh;padding:1rem;background:#24221f;color:#efe9de;font:1rem/1.4 system-ui,sans-serif;text-align:center;text-decoration:none;overflow-wrap:anywhere;outline-offset:-4px";
