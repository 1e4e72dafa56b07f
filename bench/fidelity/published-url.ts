// Every URL that Hugo publishes for a site, and whether a reader still finds something there: the
// folder is published as `deckle check` does it, into memory.

import path from "node:path";
import { rehearse } from "../../src/cli/rehearsal.ts";
import { type SiteAddresses, siteAddresses } from "../../src/cli/site-address.ts";
import { openSiteFolder } from "../../src/cli/site-folder.ts";
import { decoded } from "../../src/hugo/markdown/go-url.ts";
import { decodeUrlPath, type UrlPath } from "../../src/site/url.ts";
import type { OraclePage, OracleResult } from "./oracle.ts";

export interface PublishedUrls {
  all: number;
  kept: number;
  lost: string[];
}

export async function publishInMemory(dir: string) {
  const folder = await openSiteFolder(dir);
  const now = Math.floor(Date.now() / 1000);
  const rehearsal = await rehearse(await folder.scan(), { now, onProgress: () => {} });
  return { rehearsal, site: siteAddresses(rehearsal, now) };
}

export function comparePublished(site: SiteAddresses, oracle: Pick<OracleResult, "pages">): PublishedUrls {
  const urls = [...new Set(oracle.pages.flatMap((page) => urlsOf(page, site.basePath)))];
  const answers = (url: string): boolean => {
    const path = decodeUrlPath(url);
    if (path === null) return false;
    const answer = site.at(path);
    if (answer.type !== "moved") return answer.type === "found";
    return site.at((site.basePath.slice(0, -1) + answer.to) as UrlPath).type === "found";
  };
  const lost = urls.filter((url) => !answers(url));
  return { all: urls.length, kept: urls.length - lost.length, lost };
}

/** Its own and those of its further formats, its pagers, its bundle's files, its aliases. */
function urlsOf(page: OraclePage, basePath: string): string[] {
  if (page.relPermalink === "") return [];
  const outputs = page.outputs.filter((url) => !url.endsWith("/oracle.json"));
  const aliases = (page.aliases ?? []).map((alias) => {
    const from = alias.startsWith("/") ? basePath : path.posix.join(decoded(page.relPermalink), "..");
    const url = path.posix.join(from, alias);
    return /\.html?$|\/$/.test(url) ? url : `${url}/`;
  });
  return [page.relPermalink, ...outputs, ...page.resources, ...page.pagers, ...aliases];
}
