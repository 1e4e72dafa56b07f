// The addresses of a list's further pages, and of the files that a long sitemap is cut into.

import type { Settings } from "./settings.ts";
import type { UrlPath } from "./url.ts";

/** A list's address and one of its pages; which word stands between is the configuration's. */
export interface PagerPlace {
  list: string;
  word: string;
  number: number;
}

/** `/posts/page/2/` is of `/posts/`, `/posts/page/2.html` of `/posts.html`. The word may have several parts: `blog/page`. */
export function parsePagerUrl(url: string, parts = 1): PagerPlace | null {
  const match = /^(\/.*\/|\/)([1-9]\d{0,6})(\/|\.html)$/.exec(url);
  if (match === null) return null;
  const [, path = "", number = "", end] = match;
  const names = path.split("/").slice(1, -1).slice(-parts);
  if (names.length < parts || names.includes("")) return null;
  const word = names.join("/");
  const folder = path.slice(0, -(word.length + 1));
  const list = end === "/" || folder === "/" ? folder : `${folder.slice(0, -1)}.html`;
  return { list, word, number: Number(number) };
}

export function pagerUrl({ list, word, number }: PagerPlace): UrlPath {
  const isUgly = !list.endsWith("/");
  const folder = isUgly ? list.replace(/\.[^./]+$/, "/") : list;
  return `${folder}${word}/${number}${isUgly ? ".html" : "/"}` as UrlPath;
}

/**
 * With `uglyURLs`, Hugo's pagers of `/vi/` are `/vi/page/2.html`, as if that were `/vi.html`: where this one is of a
 * language's home, its own address.
 */
export function uglyPagerOfHome(
  pager: PagerPlace | null,
  { homeUrl, translations, paginatePath }: Settings,
): UrlPath | null {
  if (pager?.word !== paginatePath) return null;
  const homes = [homeUrl, ...translations.map((other) => other.homeUrl)];
  const list = homes.find((home) => pager.list === home.replace(/\/$/, ".html"));
  return list === undefined ? null : pagerUrl({ ...pager, list });
}

/** `/sitemap-2.xml` is of `/sitemap.xml`; no list's pager has its word. */
export function parseSitemapUrl(url: string): PagerPlace | null {
  const match = /^(.*\/sitemap)-([1-9]\d{0,6})\.xml$/.exec(url);
  if (match === null) return null;
  const [, name = "", number = ""] = match;
  return { list: `${name}.xml`, word: "", number: Number(number) };
}

export const sitemapUrl = (sitemap: UrlPath, number: number): UrlPath =>
  sitemap.replace(/\.xml$/, `-${number}.xml`) as UrlPath;
