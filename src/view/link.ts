// Every address that the blog prints: root-relative below the base path for readers, absolute for
// those who read elsewhere (feeds, sitemap, previews). What a page's path is, is not decided here.

import type { TermLink } from "../site/page.ts";
import type { Settings } from "../site/settings.ts";
import { encodeUrlPath, type UrlPath } from "../site/url.ts";

/** Where the site is: `origin` is `https://blog.example`, without a path. */
export interface Place {
  settings: Settings;
  origin: string;
}

/** Of one of the site's own pages or files: `/blog/tags/c%23/`. */
export function pageHref(settings: Settings, url: UrlPath): string {
  return encodeUrlPath(settings.basePath + url.slice(1));
}

/** How a page names a term that it carries: as that is titled. */
export const termTitle = ({ termTitles }: Settings, { name, title = name, url }: TermLink): string =>
  termTitles?.[url] ?? title;

/** The same, absolute: Hugo's `.Permalink`. */
export function permalink(place: Place, url: UrlPath): string {
  return place.origin + pageHref(place.settings, url);
}

/**
 * Of an address that an author wrote in a parameter. One that has the base path already, as Hugo's `absURL` wants it,
 * is not given it twice.
 */
export function authoredHref(settings: Settings, address: string): string {
  const url = address.trim();
  const hasBase = `${url}/`.startsWith(settings.basePath);
  return siteHref(settings, hasBase ? url.slice(settings.basePath.length - 1) : url);
}

/**
 * Of an entry in a menu: absolute, or below the site's root; it may be encoded already and may have a query.
 * A scheme that could run a script leads nowhere.
 */
export function siteHref(settings: Settings, address: string): string {
  const url = address.trim();
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme !== undefined)
    return scheme.endsWith("script") || (scheme === "data" && !/^data:image\//i.test(url)) ? "#" : url;
  if (url.startsWith("//") || url.startsWith("#")) return url;
  return encodeURI(settings.basePath + url.replace(/^\//, "")).replace(/%25([0-9a-f]{2})/gi, "%$1");
}

/** Of what an author wrote in a parameter, absolute. */
export const authoredPermalink = (place: Place, address: string): string =>
  absolute(place, authoredHref(place.settings, address));

/** Of an entry's address, absolute. */
export const sitePermalink = (place: Place, address: string): string =>
  absolute(place, siteHref(place.settings, address));

/** Of a cover: absolute, or a path of the site, in which `#` begins no fragment. */
export const coverHref = (settings: Settings, src: string): string =>
  siteHref(settings, src.startsWith("/") ? src.replaceAll("#", "%23") : src);

export const coverPermalink = (place: Place, src: string): string =>
  absolute(place, coverHref(place.settings, src));

function absolute(place: Place, href: string): string {
  if (href.startsWith("//")) return `https:${href}`;
  return href.startsWith("/") ? place.origin + href : href;
}
