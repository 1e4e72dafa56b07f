// Which render hooks a page's Markdown goes through: Hugo's own for links and images of sites in
// several languages, PaperMod's for images, and Chroma's for fences.

import { homeUrl } from "../content/permalink.ts";
import { addressAttribute, attribute, escapeAddress, escapeGo } from "../shortcode/go-escape.ts";
import { quote } from "../template/quote.ts";
import type { World } from "../world.ts";
import { renderFence } from "./code-block.ts";
import type { ContentSource, RenderContext } from "./content.ts";
import { goUrl } from "./go-url.ts";
import { attributeText } from "./print-attribute.ts";
import type { ImageHook, LinkHook, RenderHooks } from "./render-hook.ts";
import { type Address, absolutePath, findAsset, findResource, splitAddress } from "./resource.ts";

export function renderHooks(source: ContentSource, context: RenderContext): RenderHooks {
  const { renderHooks: defaults } = context.config.markup.goldmark;
  const hooks: RenderHooks = {
    fence: (fence) => renderFence(fence, context.config.markup.highlight),
  };
  if (defaults.link.enableDefault) hooks.link = (link) => printLink(link, source, context);
  if (context.theme === "papermod") hooks.image = (image) => printLazyImage(image, source, context);
  else if (defaults.image.enableDefault) hooks.image = (image) => printImage(image, source, context);
  return hooks;
}

/** The same for what is rendered as home's: no bundle, and references begin at the root. */
export function asHome(source: ContentSource, context: RenderContext): [ContentSource, RenderContext] {
  const { config, language, world } = context;
  const relPermalink = absolutePath(config, homeUrl(language, config));
  const page: World["page"] = (ref, lang, seeker) =>
    world.page(ref.startsWith("/") ? ref : `/${ref}`, lang, seeker);
  return [
    { ...source, relPermalink, resources: [] },
    { ...context, world: { ...world, page } },
  ];
}

const withRest = (path: string, { query, fragment }: Address): string =>
  `${path}${query === "" ? "" : `?${query}`}${fragment === "" ? "" : `#${fragment}`}`;

function resolveImage(destination: string, source: ContentSource, context: RenderContext): string {
  const address = splitAddress(destination);
  if (address.absolute) return goUrl(destination);
  const found = findResource(source, address.path)?.relPermalink ?? findAsset(context, address.path);
  return found === null ? goUrl(destination) : withRest(found, address);
}

function printImage(image: ImageHook, source: ContentSource, context: RenderContext): string {
  const src = addressAttribute("src", resolveImage(image.destination, source, context)) || ' src=""';
  const own = image.attributes.map(({ name, value }) => attribute(name, attributeText(value))).join("");
  return `<img${src} alt="${escapeGo(image.plainText)}"${attribute("title", image.title)}${own}>`;
}

/** Attributes in alphabetical order, empty ones left out, as Go ranges over a map. */
function printLazyImage(image: ImageHook, source: ContentSource, context: RenderContext): string {
  const attributes = new Map<string, string>();
  for (const { name, value } of image.attributes) attributes.set(name, attributeText(value));
  attributes.set("alt", image.text);
  attributes.set("src", resolveImage(image.destination, source, context));
  attributes.set("title", escapeGo(image.title));
  attributes.set("loading", "lazy");
  const printed = Array.from(attributes)
    .filter(([, value]) => value !== "")
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ` ${name}=${quote(value)}`);
  return `<img${printed.join("")}>`;
}

function printLink(link: LinkHook, source: ContentSource, context: RenderContext): string {
  const href = resolveLink(link.destination, source, context);
  return `<a href="${escapeAddress(href)}"${attribute("title", link.title)}>${link.text}</a>`;
}

function resolveLink(destination: string, source: ContentSource, context: RenderContext): string {
  if (destination === "#") return "";
  if (destination.startsWith("#")) return source.relPermalink + destination;
  const address = splitAddress(destination);
  if (destination === "" || address.absolute) return goUrl(destination);
  const page = context.world.page(address.path, context.language.lang, "page");
  if (page) return withRest(absolutePath(context.config, page.url), address);
  const file = findResource(source, address.path)?.relPermalink ?? findAsset(context, address.path);
  return file === null ? goUrl(destination) : withRest(file, address);
}
