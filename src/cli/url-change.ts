// What becomes of the addresses that a site has had: kept, moved with a redirect, or lost, and then what
// would keep each.

import { decodeUrlPath, encodeUrlPath, type UrlPath } from "../site/url.ts";
import type { Finding } from "./finding.ts";
import type { OldAddresses } from "./old-address.ts";
import type { Rehearsal } from "./rehearsal.ts";
import type { SiteAddresses } from "./site-address.ts";

export interface UrlChanges {
  kept: string[];
  moved: { from: string; to: string }[];
  lost: string[];
  /** Lost too, but no reader comes by them: a theme's own files, pictures that Hugo resized. */
  ofTheme: string[];
}

export function compareUrls(
  old: OldAddresses,
  { rehearsal, addresses }: { rehearsal: Rehearsal; addresses: SiteAddresses },
): { urls: UrlChanges; findings: Finding[] } {
  const urls: UrlChanges = { kept: [], moved: [], lost: [], ofTheme: [] };
  const below = addresses.basePath.slice(0, -1);
  const above = old.from === "site" ? encodeUrlPath(below) : "";
  for (const address of [...old.paths].map((path) => above + path).sort()) {
    const path = decodeUrlPath(address);
    const answer = path === null ? null : addresses.at(path);
    if (answer?.type === "found") urls.kept.push(address);
    else if (answer?.type === "moved")
      urls.moved.push({ from: address, to: encodeUrlPath(below + answer.to) });
    else if (isOfTheme(address)) urls.ofTheme.push(address);
    else urls.lost.push(address);
  }
  const remedy = remedyFinder(rehearsal, below);
  const findings = urls.lost.map((url): Finding => ({ code: "lost-url", ...remedy(url) }));
  return { urls, findings };
}

/** What a theme makes for its own pages, and Hugo's resized pictures (`a_hu_1f0e.webp`, `a_hu1f0e_500x0.png`). */
const isOfTheme = (address: string): boolean =>
  /\.(css|js|mjs|map|woff2?)$|_hu_?[0-9a-f]{6,}[^/]*\.\w+$/.test(address);

/** A page that is there but hidden, or one of the same name elsewhere. */
function remedyFinder({ pages }: Rehearsal, below: string): (url: string) => Omit<Finding, "code"> {
  const rows = pages.map(({ contribution }) => contribution.page).filter(({ file }) => file !== null);
  const byUrl = new Map(rows.map((page) => [page.url, page]));
  const byName = Map.groupBy(rows, ({ url }) => nameIn(url));
  return (address) => {
    const path = decodeUrlPath(address);
    const url = path?.startsWith(`${below}/`) ? (path.slice(below.length) as UrlPath) : path;
    const hidden = url === null ? undefined : byUrl.get(url);
    if (hidden?.file) {
      const message = `${address}: its page is a draft, expired, or not due yet`;
      return { message, path: hidden.file };
    }
    const [same, ...others] = url === null || nameIn(url) === "" ? [] : (byName.get(nameIn(url)) ?? []);
    if (same?.file && others.length === 0) {
      const message = `${address}: its page seems to be ${same.url} now; add \`aliases: [${url}]\` there`;
      return { message, path: same.file };
    }
    return { message: address };
  };
}

const nameIn = (url: string): string =>
  url
    .split("/")
    .filter((part) => part !== "")
    .at(-1)
    ?.toLowerCase() ?? "";
