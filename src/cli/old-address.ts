// The addresses that a site has had until now: of a sitemap (a file or a URL, an index followed), of the
// folder that Hugo built, or of a site that is up. Owns the reading; what becomes of them is url-change.ts.

import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { gunzipSync } from "node:zlib";
import { decodeXML } from "entities";
import { parseFragment } from "parse5";
import { CommandFailure } from "./failure.ts";

export interface OldAddresses {
  /** Encoded as they were found. */
  paths: Set<string>;
  /** What the paths begin at: Hugo's folder knows nothing of the path that a site lies below. */
  from: "host" | "site";
}

/** The protocol's own limit is 50,000 a sitemap. */
const MOST_SITEMAPS = 1000;
const PATIENCE_MS = 30_000;

export async function readOldAddresses(against: string): Promise<OldAddresses> {
  if (/^https?:\/\//i.test(against)) return readSite(new URL(against));
  const found = await stat(against).catch(() => null);
  if (found === null) throw new CommandFailure(`--against ${against}: there is no such file or folder.`);
  if (found.isDirectory()) return { paths: await readPublicFolder(against), from: "site" };
  return readSitemap(await readFile(against), against);
}

/** What Hugo wrote: `posts/a/index.html` was served at `/posts/a/`. */
async function readPublicFolder(folder: string): Promise<Set<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((name) => !/(^|\/)\./.test(name) && !/(^|\/)404\.html$/.test(name));
  if (names.length === 0) throw new CommandFailure(`--against ${folder}: the folder is empty.`);
  return new Set(names.map((name) => `/${encodePath(name.replace(/(^|\/)index\.html$/, "$1"))}`));
}

const encodePath = (path: string): string => path.split("/").map(encodeURIComponent).join("/");

async function readSite(url: URL): Promise<OldAddresses> {
  const body = await download(url);
  if (isSitemap(body)) return readSitemap(body, url.href);
  const home = body.toString();
  const named = await download(new URL("/robots.txt", url)).then(sitemapsOfRobots, () => []);
  const sitemaps = named.length > 0 ? named : [new URL("sitemap.xml", url).href];
  return followAll(sitemaps, [url.href, ...feedsOf(home, url)]);
}

function readSitemap(body: Buffer, source: string): Promise<OldAddresses> {
  const { pages, sitemaps } = parseSitemap(body, source);
  return followAll(sitemaps, pages);
}

const sitemapsOfRobots = (robots: Buffer): string[] =>
  Array.from(robots.toString().matchAll(/^\s*sitemap:\s*(\S+)/gim), ([, address = ""]) => address);

/** A reader's feed would break in silence, and no sitemap names it. */
function feedsOf(home: string, base: URL): string[] {
  return Array.from(home.matchAll(/<link\s[^>]*>/gi)).flatMap(([tag]) => {
    const [link] = parseFragment(tag).childNodes;
    const attributes = new Map(
      link !== undefined && "attrs" in link ? link.attrs.map(({ name, value }) => [name, value]) : [],
    );
    const href = attributes.get("href") ?? "";
    const isFeed =
      /\balternate\b/.test(attributes.get("rel") ?? "") && /rss|atom|feed/.test(attributes.get("type") ?? "");
    const url = isFeed && URL.canParse(href, base) ? new URL(href, base) : null;
    return url?.host === base.host ? [url.href] : [];
  });
}

async function followAll(first: string[], known: string[]): Promise<OldAddresses> {
  const paths = new Set(known.map(pathOf));
  const queue = [...first];
  const seen = new Set(queue);
  for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
    if (!URL.canParse(address))
      throw new CommandFailure(`The sitemap names '${address}', which is no address.`);
    const { pages, sitemaps } = parseSitemap(await download(new URL(address)), address);
    for (const page of pages) paths.add(pathOf(page));
    const fresh = sitemaps.filter((sitemap) => !seen.has(sitemap));
    if (seen.size + fresh.length > MOST_SITEMAPS)
      throw new CommandFailure(`${address} leads to more than ${MOST_SITEMAPS} sitemaps.`);
    for (const sitemap of fresh) seen.add(sitemap);
    queue.push(...fresh);
  }
  return { paths, from: "host" };
}

const isSitemap = (body: Buffer): boolean =>
  isGzip(body) || /<(urlset|sitemapindex)[\s>]/.test(body.subarray(0, 2000).toString());

const isGzip = (body: Buffer): boolean => body[0] === 0x1f && body[1] === 0x8b;

function parseSitemap(body: Buffer, source: string): { pages: string[]; sitemaps: string[] } {
  const xml = (isGzip(body) ? gunzipSync(body) : body).toString();
  if (!/<(urlset|sitemapindex)[\s>]/.test(xml))
    throw new CommandFailure(
      `${source} is no sitemap. Name one, or the folder that Hugo built, with --against.`,
    );
  const found = Array.from(xml.matchAll(/<loc>\s*(?:<!\[CDATA\[)?([^<\]]*)/g), ([, text = ""]) =>
    decodeXML(text.trim()),
  );
  return /<sitemapindex[\s>]/.test(xml) ? { pages: [], sitemaps: found } : { pages: found, sitemaps: [] };
}

function pathOf(address: string): string {
  if (!URL.canParse(address, "https://site.invalid")) throw new CommandFailure(`'${address}' is no address.`);
  return new URL(address, "https://site.invalid").pathname;
}

async function download(url: URL): Promise<Buffer> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const answer = await fetch(url, { signal }).catch((error: unknown) => {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw new CommandFailure(
      `${url.href} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
    );
  });
  if (!answer.ok)
    throw new CommandFailure(
      `${url.href} answers ${answer.status}. Name a sitemap, or the folder that Hugo built, with --against.`,
    );
  return Buffer.from(await answer.arrayBuffer());
}
