// Shortcodes for things that lie on other sites: videos, posts, gists. They print what Hugo prints
// and call nobody; what Hugo asks a service for while building is a plain link here.

import type { Params } from "../../site/page.ts";
import { addressAttribute, attribute, escapeGo } from "./go-escape.ts";
import {
  type Argument,
  argument,
  isSet,
  type ShortcodeCall,
  type ShortcodeTemplate,
  textArgument,
} from "./shortcode.ts";

const simple = (render: (call: ShortcodeCall) => string): ShortcodeTemplate => ({
  takesInner: false,
  render,
});

export const embeds: { [name: string]: ShortcodeTemplate } = {
  youtube: simple(renderYoutube),
  vimeo: simple(renderVimeo),
  gist: simple(renderGist),
  x: simple(renderX),
  x_simple: simple(renderX),
  twitter: simple(renderX),
  twitter_simple: simple(renderX),
  tweet: simple(renderX),
  instagram: simple(renderInstagram),
  instagram_simple: simple(renderInstagram),
  vimeo_simple: simple(renderVimeo),
};

const ALLOW =
  "accelerometer; autoplay; clipboard-write; encrypted-media; gyroscope; picture-in-picture; web-share";
const WRAPPER = "position: relative; padding-bottom: 56.25%; height: 0; overflow: hidden;";
const FRAME = "position: absolute; top: 0; left: 0; width: 100%; height: 100%; border:0;";

const isOn = (value: Argument | undefined): boolean => value === true || value === "true" || value === 1;
const isOff = (value: Argument | undefined): boolean => value === false || value === "false" || value === 0;

function privacyOf(call: ShortcodeCall, service: string): Params {
  const settings = call.context.config.privacy[service];
  return typeof settings === "object" && settings !== null && !Array.isArray(settings) ? settings : {};
}

const missing = (call: ShortcodeCall, what: string): string =>
  call.refuse(`${call.shortcode.name} needs ${what}`);

function renderYoutube(call: ShortcodeCall): string {
  const privacy = privacyOf(call, "youtube");
  if (privacy.disable === true) return "";
  const id = textArgument(call, "id") || textArgument(call, 0);
  if (id === "") return missing(call, 'the id of a video: {{< youtube "0RKpf3rK57I" >}}');
  const number = (key: string, on: number): number => {
    const value = argument(call, key);
    return isOn(value) ? 1 : isOff(value) ? 0 : on;
  };
  const autoplay = number("autoplay", 0);
  const loop = number("loop", 0);
  const query = new URLSearchParams([
    ["autoplay", String(autoplay)],
    ["controls", String(number("controls", 1))],
    ["end", textArgument(call, "end") || "0"],
    ["loop", String(loop)],
    ["mute", String(autoplay || number("mute", 0))],
    ...(loop ? [["playlist", id]] : []),
    ["start", textArgument(call, "start") || "0"],
  ]);
  const host = privacy.privacyenhanced === true ? "www.youtube-nocookie.com" : "www.youtube.com";
  const allow = isOff(argument(call, "allowFullScreen")) ? ALLOW : `${ALLOW}; fullscreen`;
  return printFrame(call, {
    allow,
    loading: textArgument(call, "loading") || "eager",
    referrer: "strict-origin-when-cross-origin",
    src: `https://${host}/embed/${id}?${query}`,
    title: textArgument(call, "title") || "YouTube video",
  });
}

function printFrame(
  call: ShortcodeCall,
  frame: { allow: string; loading: string; referrer: string; src: string; title: string },
): string {
  const name = textArgument(call, "class");
  const outer = name === "" ? ` style="${WRAPPER}"` : attribute("class", name);
  const inner = name === "" ? ` style="${FRAME}"` : "";
  const attributes = [
    attribute("allow", frame.allow),
    attribute("loading", frame.loading),
    attribute("referrerpolicy", frame.referrer),
    addressAttribute("src", frame.src),
    inner,
    attribute("title", frame.title),
  ].join("");
  return `<div${outer}>\n      <iframe${attributes}></iframe>\n    </div>\n`;
}

function renderVimeo(call: ShortcodeCall): string {
  const privacy = privacyOf(call, "vimeo");
  if (privacy.disable === true) return "";
  const id = textArgument(call, "id") || textArgument(call, 0);
  if (id === "") return missing(call, "the id of a video: {{< vimeo 55073825 >}}");
  const name = textArgument(call, "class");
  const allow = isOff(argument(call, "allowFullScreen")) ? "" : "fullscreen";
  const style = name === "" ? ` style="${WRAPPER}"` : "";
  const frame = name === "" ? ` style="${FRAME}"` : "";
  const src = `https://player.vimeo.com/video/${id}?dnt=${privacy.enablednt === true ? 1 : 0}`;
  return `<div${attribute("class", name)}${style}>\n<iframe${addressAttribute("src", src)}${frame}${attribute("title", textArgument(call, "title"))}${attribute("loading", textArgument(call, "loading"))}${attribute("allow", allow)}>\n</iframe>\n</div>\n`;
}

function renderGist(call: ShortcodeCall): string {
  const [user, id, file] = call.shortcode.positional;
  if (!isSet(user) || !isSet(id)) return missing(call, "a user and the gist's id: {{< gist user 1234 >}}");
  const query = call.shortcode.positional.length === 3 ? `?file=${encodeURIComponent(String(file))}` : "";
  return `<script src="https://gist.github.com/${encodeURIComponent(String(user))}/${encodeURIComponent(String(id))}.js${query}"></script>\n`;
}

/** Hugo asks the service for the post's text; here it is a link to it. */
function renderX(call: ShortcodeCall): string {
  if (privacyOf(call, "x").disable === true || privacyOf(call, "twitter").disable === true) return "";
  const { named, positional } = call.shortcode;
  const user = named ? textArgument(call, "user") : String(positional.length > 1 ? positional[0] : "i");
  const id = named ? textArgument(call, "id") : String(positional.at(-1) ?? "");
  if (id === "" || user === "")
    return missing(call, 'a user and a post\'s id: {{< x user="SanDiegoZoo" id="1453110110599868418" >}}');
  const url = `https://x.com/${user}/status/${id}`;
  return `<blockquote class="twitter-tweet"><a${addressAttribute("href", url)}>${escapeGo(url.slice(8))}</a></blockquote>\n`;
}

function renderInstagram(call: ShortcodeCall): string {
  if (privacyOf(call, "instagram").disable === true) return "";
  const id = textArgument(call, 0);
  if (id === "") return missing(call, "a post's id: {{< instagram CxOWiQNP2MO >}}");
  const url = `https://www.instagram.com/p/${id}`;
  return `<blockquote class="instagram-media"${attribute("data-instgrm-permalink", url)}><a${addressAttribute("href", url)} target="_blank">View this post on Instagram</a></blockquote>\n`;
}
