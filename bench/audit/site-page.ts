// What is audited: one page of each kind, found in the site itself, and the form of a finding.

import type { Packages } from "../on-demand.ts";

export interface SitePage {
  kind: "home" | "post" | "tag" | "archive" | "search" | "other";
  url: string;
  html: string;
}

export interface Audited {
  origin: string;
  pages: SitePage[];
  tools: Packages;
}

/** One line of the report; nothing wrong is good. */
export interface Finding {
  what: string;
  wrong: string[];
}

/** The paths that are named, or those of the first post, its first tag, the archive and the search. */
export async function pagesOf(origin: string, paths: string[]): Promise<SitePage[]> {
  if (paths.length > 0) return Promise.all(paths.map((path) => readPage(origin, "other", path)));
  const home = await readPage(origin, "home", "/");
  const post = await readPage(origin, "post", linkIn(home.html, "entry-link") ?? "/");
  const tag = linkIn(post.html, "post-tags");
  const named: [SitePage["kind"], string][] = [
    ...(tag === null ? [] : [["tag", tag] satisfies [SitePage["kind"], string]]),
    ["archive", "/archives/"],
    ["search", "/search/"],
    // Not for search engines, so not for their audit either.
    ["other", "/search/?q=a"],
    ["other", "/tags/"],
    ["other", "/about/"],
    ["other", "/no-such-page/"],
  ];
  return [home, post, ...(await Promise.all(named.map(([kind, path]) => readPage(origin, kind, path))))];
}

async function readPage(origin: string, kind: SitePage["kind"], path: string): Promise<SitePage> {
  const url = new URL(path, origin).href;
  return { kind, url, html: await (await fetch(url)).text() };
}

/** The first address at or after an element of that class. */
function linkIn(html: string, className: string): string | null {
  const at = html.search(new RegExp(`class="?[^">]*\\b${className}\\b`));
  if (at === -1) return null;
  const from = html.lastIndexOf("<", at);
  return /\shref="([^"]+)"/.exec(html.slice(from))?.[1] ?? null;
}
