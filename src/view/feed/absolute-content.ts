// Content for those who read it elsewhere: every address in it absolute.

import type { TrustedHtml } from "../../site/page.ts";

/** The elements that lead or load; highlighted code is nothing but others. */
const TAG = /<(?:a|img|source|video|audio|track|iframe|embed|object)\s[^<>]*>/gi;
const ADDRESS = /(\s(?:href|src|poster|data)=")([^"]*)"/g;
const SOURCES = /(\ssrcset=")([^"]*)"/g;

/** Smaller versions of the site's own pictures: those who read elsewhere get the one that everybody can show. */
const OWN_PICTURE = /<picture><source [^<>]*\/_img\/[^<>]*>(?:<source [^<>]*>)*(<img [^<>]*>)<\/picture>/g;

/** `permalink` is the page's own: what is relative is relative to it, `#fn:1` leads back to the page. */
export function absoluteContent(content: TrustedHtml, permalink: string): TrustedHtml {
  const { origin } = new URL(permalink);
  const resolve = (address: string): string => {
    if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return address;
    if (address.startsWith("#")) return permalink + address;
    if (/^\/(?!\/)/.test(address)) return origin + address;
    // The address is as it stood in its attribute; what a URL parser must see are its characters.
    const plain = address.replaceAll("&amp;", "&");
    if (!URL.canParse(plain, permalink)) return address;
    return new URL(plain, permalink).href.replaceAll("&", "&amp;");
  };
  return content.replace(OWN_PICTURE, "$1").replace(TAG, (tag) =>
    tag
      .replace(ADDRESS, (_, before: string, address: string) => `${before}${resolve(address)}"`)
      .replace(SOURCES, (_, before: string, list: string) => {
        const sources = list.split(/,\s+/).map((source) => source.trim().replace(/^\S+/, resolve));
        return `${before}${sources.join(", ")}"`;
      }),
  ) as TrustedHtml;
}
