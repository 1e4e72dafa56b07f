// Everything a reader gets: finds what stands at a URL, answers 304 without rendering when the
// reader has it already, and renders it otherwise. Files go out by media.ts, looks are the view's.

import { applyPolicy, keepOffEdge, type Lifetime, type Policy } from "../http/cache-policy.ts";
import type { Clock } from "../http/clock.ts";
import { matchesWeakly } from "../http/conditional.ts";
import { digest53 } from "../site/digest.ts";
import type {
  Document,
  Found,
  PageReader,
  Reading,
  StaticFile,
  Unchanged,
  Version,
} from "../site/document.ts";
import { readSearch, type Search, type Searcher, searchParams } from "../site/search.ts";
import {
  decodeUrlPath,
  encodeUrlPath,
  originOf,
  parsePlainPath,
  parseUrlPath,
  targetOf,
  type UrlPath,
} from "../site/url.ts";
import { parseVariantPath } from "../site/variant.ts";
import { PLAIN_PAGE_POLICY, renderEmptySite } from "../view/page/plain-page.ts";
import { type Rendered, renderDocument } from "../view/render-document.ts";
import { SCRIPT_PATH } from "../view/script.ts";
import { answerFile } from "./media.ts";
import { answerScript } from "./script.ts";
import type { VariantPorts } from "./variant.ts";

/** Ourselves as the cache sees us: `ctx.exports.default` in production. */
export interface Front {
  fetch(request: Request): Promise<Response>;
}

export interface PagePorts extends VariantPorts {
  reader: PageReader;
  searcher: Searcher;
  front: Front;
  clock: Clock;
  /** Stands in the place of the configured `baseURL` (`BASE_URL`), or `null`. Absolute. */
  baseURL: string | null;
  /** Names this build in every validator: letters, digits, `-`. */
  buildId: string;
}

/** For any method and any URL that no other route has. */
export async function answerPage(request: Request, ports: PagePorts): Promise<Response> {
  if (request.method !== "GET" && request.method !== "HEAD") return methodNotAllowed();
  const { path, search, canonical } = readAddress(request.url);
  if (canonical !== null) return answerThroughCache(request, canonical, ports.front);

  const now = ports.clock();
  if (path !== null && search !== null) {
    const found = await ports.searcher.find(path, search, now);
    // A page that does not search has no parameters.
    if (found === null)
      return answerThroughCache(request, new URL(encodeUrlPath(path), request.url), ports.front);
    const { answerSearch } = await import("./search.ts");
    return answerSearch(request, { found, ports, now });
  }
  if (path?.endsWith(`/${SCRIPT_PATH}`)) return answerScript(now);
  const find = (at: UrlPath) => ports.reader.find(at, now, knownTo(request, ports));
  const asked = path === null ? null : parseVariantPath(path);
  if (asked !== null) {
    const found = await find(asked.original);
    const { answerVariant } = await import("./variant.ts");
    const answer = await answerVariant(request, { ...ports, asked, found, now });
    if (answer !== null) return answer;
  }
  const found = await find(path ?? NOWHERE);
  const lifetime = { now, changesAt: found.changesAt, tags: found.tags };
  const { answer } = found;
  switch (answer.type) {
    case "file":
      return answerFoundFile(request, { file: answer, found, ports, now });
    case "redirect":
      return redirectTo(found.basePath, answer.to, lifetime);
    case "empty":
      return answerEmptySite(path === HOME);
    case "unchanged":
      return answerUnchanged(request, { document: answer, found, ports, lifetime });
    case "search":
    case "search-json":
    case "opensearch":
    case "index": {
      const { answerSearch } = await import("./search.ts");
      return answerSearch(request, { found, ports, now });
    }
    default:
      return answerDocument(request, { document: answer, found, ports, lifetime });
  }
}

interface Address {
  /** `null` for what cannot be one of ours. */
  path: UrlPath | null;
  /** `null` for who does not search. */
  search: Search | null;
  /** Where the same stands, if this is not its one spelling. */
  canonical: URL | null;
}

function readAddress(address: string): Address {
  const plain = parsePlainPath(targetOf(address));
  if (plain !== null) return { path: plain, search: null, canonical: null };
  const url = new URL(address);
  const path = decodeUrlPath(url.pathname);
  const search = url.search === "" ? null : readSearch(url.searchParams);
  if (path === null) return { path, search, canonical: null };
  const spelling = encodeUrlPath(path) + (search === null ? "" : searchParams(search));
  const other = url.pathname + url.search !== spelling;
  return { path, search, canonical: other ? new URL(spelling, url) : null };
}

function methodNotAllowed(): Response {
  const answer = new Response("This address can be read only.\n", {
    status: 405,
    headers: { allow: "GET, HEAD" },
  });
  applyPolicy(answer.headers, "error");
  return answer;
}

// The cache's key has the query and the spelling of the path in it. Asking it under the one spelling
// that counts keeps made-up parameters from reaching the database, and from filling the cache.
async function answerThroughCache(request: Request, canonical: URL, front: Front): Promise<Response> {
  const headers = new Headers();
  for (const name of ["accept-encoding", "if-none-match", "if-match", "if-range", "range"]) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const inner = await front.fetch(
    new Request(canonical, { method: request.method, headers, redirect: "manual" }),
  );
  const outer = new Response(inner.body, inner);
  keepOffEdge(outer.headers);
  // Who follows a moved address with a parameter (`?utm_source=…`) arrives with it.
  const location = outer.headers.get("location");
  if (location !== null) outer.headers.set("location", location + new URL(request.url).search);
  return outer;
}

const HOME = knownPath("/");
/** What cannot be a URL of ours gets the page for what is not there. */
const NOWHERE = knownPath("/404.html");

function knownPath(text: string): UrlPath {
  const path = parseUrlPath(text);
  if (path === null) throw new Error(`${text} is no path`);
  return path;
}

interface FileAnswer {
  file: StaticFile;
  found: Found;
  ports: PagePorts;
  now: number;
}

async function answerFoundFile(request: Request, { file, found, ports, now }: FileAnswer): Promise<Response> {
  const answer = await answerFile(request, { file, found, now, media: ports.media });
  if (answer === null) throw new Error(`The bytes of ${file.path} (${file.sha256}) are not in the store`);
  return answer;
}

function redirectTo(basePath: string, to: UrlPath, lifetime: Lifetime): Response {
  const headers = new Headers({ location: encodeUrlPath(basePath.slice(0, -1) + to) });
  applyPolicy(headers, "redirect", lifetime);
  return new Response(null, { status: 301, headers });
}

/** Which versions of a document the reader has; `undefined` when it names none. */
function knownTo(request: Request, ports: PagePorts): ((version: Version) => boolean) | undefined {
  const known = request.headers.get("if-none-match");
  if (known === null) return undefined;
  return ({ validator, baseURL }) =>
    matchesWeakly(known, etagOf(validator, originFor(baseURL, request, ports), ports));
}

interface DocumentAnswer<Of> {
  document: Of;
  found: Found;
  ports: PagePorts;
  lifetime: Lifetime;
}

// Without what only a body needs: what the reader has of that stays as it is (RFC 9110, 15.4.5).
export function answerUnchanged(request: Request, answer: DocumentAnswer<Unchanged>): Response {
  const { document, found, ports, lifetime } = answer;
  const origin = originFor(document.baseURL, request, ports);
  const headers = new Headers({ etag: etagOf(found.validator, origin, ports) });
  applyPolicy(headers, policyOf(document.of), lifetime);
  return new Response(null, { status: 304, headers });
}

function answerDocument(request: Request, answer: DocumentAnswer<Reading>): Response {
  const origin = originFor(answer.document.settings.baseURL, request, answer.ports);
  return answerRendered(request, answer, renderDocument(answer.document, { origin }));
}

export function answerRendered(
  request: Request,
  { document, found, ports, lifetime }: DocumentAnswer<Document>,
  { body, contentType, policy }: Rendered,
): Response {
  const origin = originFor(document.settings.baseURL, request, ports);
  const headers = new Headers({ etag: etagOf(found.validator, origin, ports) });
  applyPolicy(headers, policyOf(document.type), lifetime);
  headers.set("content-type", contentType);
  if (policy !== undefined) headers.set("content-security-policy", policy);
  return new Response(body, { status: document.type === "not-found" ? 404 : 200, headers });
}

/** The body names the origin, so a moved site has other bytes for the same rows. */
export function etagOf(validator: string, origin: string, { buildId }: PagePorts): string {
  return `"${validator}-${buildId}-${digest53(origin)}"`;
}

// Not stored: the first push must show.
function answerEmptySite(isHome: boolean): Response {
  const headers = new Headers({
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": PLAIN_PAGE_POLICY,
  });
  applyPolicy(headers, "private");
  return new Response(renderEmptySite(), { status: isHome ? 200 : 404, headers });
}

/** Never from the Host header while anything else is known: the cache's key leaves the host out. */
export function originFor(configured: string, request: Request, { baseURL }: PagePorts): string {
  return originOf(baseURL || configured || request.url);
}

function policyOf(document: Document["type"]): Policy {
  switch (document) {
    case "not-found":
      return "not-found";
    case "feed":
      return "feed";
    case "search":
    case "search-json":
      return "search";
    default:
      return "page";
  }
}
