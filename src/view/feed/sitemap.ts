// For search engines: what there is to read, and what they may.

import type { Document } from "../../site/document.ts";
import { xml } from "../html.ts";
import { authoredPermalink, type Place, permalink } from "../link.ts";

export function renderSitemap(
  { settings, entries }: Extract<Document, { type: "sitemap" }>,
  origin: string,
): string {
  const place: Place = { settings, origin };
  return String(xml`<?xml version="1.0" encoding="utf-8" standalone="yes"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${entries.map(
    ({ url, lastmod, changeFreq, priority, translations }) => xml`
  <url><loc>${permalink(place, url)}</loc>${[
    lastmod !== "" && xml`<lastmod>${lastmod}</lastmod>`,
    changeFreq !== "" && xml`<changefreq>${changeFreq}</changefreq>`,
    priority !== null && xml`<priority>${priority}</priority>`,
    translations.map(
      ({ url, languageCode }) =>
        xml`<xhtml:link rel="alternate" hreflang="${languageCode}" href="${permalink(place, url)}"/>`,
    ),
  ]}</url>`,
  )}
</urlset>
`);
}

export function renderSitemapIndex(
  { settings, sitemaps }: Extract<Document, { type: "sitemap-index" }>,
  origin: string,
): string {
  const place: Place = { settings, origin };
  return String(xml`<?xml version="1.0" encoding="utf-8" standalone="yes"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${sitemaps.map(
    (url) => xml`
  <sitemap><loc>${permalink(place, url)}</loc></sitemap>`,
  )}
</sitemapindex>
`);
}

export function renderRobots({ settings }: Extract<Document, { type: "robots" }>, origin: string): string {
  const all = "User-agent: *\nDisallow:\n";
  if (settings.sitemapSize === 0) return all;
  return `${all}Sitemap: ${authoredPermalink({ settings, origin }, "/sitemap.xml")}\n`;
}
