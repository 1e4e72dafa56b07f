// A model of Workers Cache, which exists only on the platform: RFC 9111 by http-cache-semantics, and
// what https://developers.cloudflare.com/workers/cache/ says beyond it. One data centre, one entrypoint,
// one version. Owns what is stored, served and purged; the Worker behind it is the caller's.

import CachePolicy from "http-cache-semantics";
import { decideRead, readConditions } from "../http/conditional.ts";
import type { PlatformCache } from "../http/purge.ts";
import { createPurgeLimit, type PurgeRate } from "./purge-limit.ts";

export type CacheStatus =
  | "HIT"
  | "MISS"
  | "EXPIRED"
  | "REVALIDATED"
  | "UPDATING"
  | "STALE"
  | "BYPASS"
  | "DYNAMIC";

/** What one visit may do: run the Worker, and leave work for after its answer. */
export interface Visit {
  run(request: Request): Promise<Response>;
  later(work: Promise<unknown>): void;
}

export interface CacheModel extends PlatformCache {
  fetch(request: Request, visit: Visit): Promise<Response>;
  purge(options: {
    tags?: string[];
    pathPrefixes?: string[];
    purgeEverything?: boolean;
  }): ReturnType<PlatformCache["purge"]>;
}

export interface CacheModelOptions {
  /** Epoch seconds. */
  clock(): number;
  /** `null`: as many purges as one likes. */
  purgeRate: PurgeRate | null;
}

/** An answer as the Worker gave it, whole. */
interface Answer {
  status: number;
  headers: Headers;
  body: ArrayBuffer | null;
}

interface Entry extends Answer {
  path: string;
  policy: CachePolicy;
  /** Lower case. */
  tags: Set<string>;
  /** Seconds past its freshness. */
  staleIfError: number;
  staleWhileRevalidate: number;
  /** The request headers that it depends on, with their values when it was made. */
  vary: [name: string, value: string | null][];
}

type Filled = { entry: Entry } | { entry: null; answer: Answer; status: CacheStatus };

export function createCacheModel({ clock, purgeRate }: CacheModelOptions): CacheModel {
  class Policy extends CachePolicy {
    now(): number {
      return clock() * 1000;
    }
  }
  const stored = new Map<string, Entry[]>();
  const filling = new Map<string, Promise<Filled | null>>();
  const refreshing = new Set<string>();
  const limit = createPurgeLimit(purgeRate, clock);

  async function fetch(request: Request, visit: Visit): Promise<Response> {
    if (!isCacheable(request)) return toReader(await answerOf(await visit.run(request)), request, "BYPASS");
    const key = keyOf(request);
    const entry = stored.get(key)?.find((candidate) => variesNot(candidate, request));
    if (entry === undefined) return collapse(key, request, visit);
    if (!entry.policy.stale()) return fromCache(entry, request, "HIT");
    const late = entry.policy.age() - entry.policy.maxAge();
    if (late >= entry.staleWhileRevalidate) return refresh(key, entry, request, visit);
    if (!refreshing.has(key)) {
      refreshing.add(key);
      const work = refresh(key, entry, request, visit);
      visit.later(work.catch(() => null).finally(() => refreshing.delete(key)));
    }
    return fromCache(entry, request, "UPDATING");
  }

  /** Of those who ask at once for what is not there, the first runs the Worker and the others wait. */
  async function collapse(key: string, request: Request, visit: Visit): Promise<Response> {
    const running = filling.get(key);
    const shared = running === undefined ? null : await running;
    if (shared?.entry && variesNot(shared.entry, request)) return fromCache(shared.entry, request, "MISS");
    const work = fill(key, request, visit);
    if (running === undefined) {
      const settled = work.catch(() => null).finally(() => filling.delete(key));
      filling.set(key, settled);
      visit.later(settled);
    }
    const filled = await work;
    return filled.entry
      ? fromCache(filled.entry, request, "MISS")
      : toReader(filled.answer, request, filled.status);
  }

  async function fill(key: string, request: Request, visit: Visit): Promise<Filled> {
    return keep(key, request, await answerOf(await visit.run(wholeOf(request))));
  }

  async function refresh(key: string, entry: Entry, request: Request, visit: Visit): Promise<Response> {
    const asked = wholeOf(request);
    const known = plain(asked, key);
    const headers = new Headers(Object.entries(entry.policy.revalidationHeaders(known)).map(pair));
    const answer = await visit
      .run(new Request(asked.url, { headers, redirect: "manual" }))
      .then(answerOf, (error: unknown) => ({ error }));
    if ("error" in answer || answer.status >= 500) {
      const late = entry.policy.age() - entry.policy.maxAge();
      if (late < entry.staleIfError) return fromCache(entry, request, "STALE");
      if ("error" in answer) throw answer.error;
      return toReader(answer, request, "EXPIRED");
    }
    if (answer.status === 304) {
      const renewed = { ...entry, headers: merged(entry.headers, answer.headers) };
      const kept = keep(key, request, renewed);
      return fromCache(kept.entry ?? entry, request, "REVALIDATED");
    }
    const kept = keep(key, request, answer);
    return kept.entry
      ? fromCache(kept.entry, request, "EXPIRED")
      : toReader(kept.answer, request, kept.status);
  }

  /** Stores the answer if it may be stored. */
  function keep(key: string, request: Request, answer: Answer): Filled {
    const control = controlOf(answer);
    const status = refusalOf(answer, control);
    if (status !== null || control === null) return { entry: null, answer, status: status ?? "DYNAMIC" };
    const described = { ...plainHeaders(answer.headers), "cache-control": control };
    const policy = new Policy(plain(request, key), { status: answer.status, headers: described });
    if (!policy.storable()) {
      const authorised = request.headers.has("authorization");
      return { entry: null, answer, status: authorised ? "BYPASS" : "DYNAMIC" };
    }
    const mayBeStale = !/\b(s-maxage|must-revalidate|proxy-revalidate)\b/.test(control);
    const entry: Entry = {
      ...answer,
      path: new URL(request.url).pathname,
      policy,
      tags: tagsOf(answer.headers),
      staleWhileRevalidate: mayBeStale ? secondsIn(control, "stale-while-revalidate", 0) : 0,
      staleIfError: mayBeStale ? secondsIn(control, "stale-if-error", Number.POSITIVE_INFINITY) : 0,
      vary: list(answer.headers.get("vary")).map((name) => [name, request.headers.get(name)]),
    };
    const others = (stored.get(key) ?? []).filter((other) => !variesNot(other, request));
    stored.set(key, [...others, entry]);
    return { entry };
  }

  return {
    fetch,
    async purge({ tags = [], pathPrefixes = [], purgeEverything = false }) {
      const refused = limit(tags.length + pathPrefixes.length);
      if (refused !== null) return { success: false, errors: [refused] };
      const wanted = new Set(tags.map((tag) => tag.toLowerCase()));
      for (const [key, entries] of stored) {
        const goes = entries.some(
          (entry) =>
            purgeEverything ||
            !entry.tags.isDisjointFrom(wanted) ||
            pathPrefixes.some((prefix) => entry.path.startsWith(prefix)),
        );
        if (goes) stored.delete(key);
      }
      return { success: true, errors: [] };
    },
  };
}

const isCacheable = ({ method, headers }: Request): boolean =>
  (method === "GET" || method === "HEAD") && headers.get("upgrade")?.toLowerCase() !== "websocket";

/** Frameworks let these change what is asked for: they are part of the key, against poisoning. */
const IN_KEY = [
  ...["x-http-method-override", "x-http-method", "x-method-override"],
  ...["x-forwarded-host", "x-host", "x-forwarded-scheme", "x-original-url", "x-rewrite-url", "forwarded"],
  "cloudflare-workers-version-key",
];

/** Not the host, nor the method, nor any other header. */
function keyOf({ url, headers }: Request): string {
  const { pathname, search } = new URL(url);
  const extra = IN_KEY.flatMap((name) => {
    const value = headers.get(name);
    const ordinary = name === "x-forwarded-scheme" && (value === "http" || value === "https");
    return value === null || ordinary ? [] : [`${name}: ${value}`];
  });
  return [pathname + search, ...extra].join("\n");
}

const CONDITIONS = [
  "range",
  "if-range",
  "if-match",
  "if-none-match",
  "if-modified-since",
  "if-unmodified-since",
];

/** The Worker is asked for the whole; HEAD, ranges and conditions are the cache's own to answer. */
function wholeOf(request: Request): Request {
  const headers = new Headers(request.headers);
  for (const name of CONDITIONS) headers.delete(name);
  return new Request(request.url, { headers, redirect: "manual" });
}

const pair = ([name, value]: [string, unknown]): [string, string] => [name, String(value)];

const plainHeaders = (headers: Headers): Record<string, string> => Object.fromEntries(headers);

/** A reader's own Cache-Control does not make a CDN ask its origin. */
function plain(request: Request, key: string): CachePolicy.HttpRequest {
  const { "cache-control": _, pragma: __, host: ___, ...headers } = plainHeaders(request.headers);
  return { url: key, method: "GET", headers };
}

async function answerOf(response: Response): Promise<Answer> {
  const body = await response.arrayBuffer();
  const isEmpty = response.body === null || body.byteLength === 0;
  return { status: response.status, headers: new Headers(response.headers), body: isEmpty ? null : body };
}

/** Seconds that an answer without a policy is kept. */
const HEURISTIC: { [status: number]: number } = {
  200: 7200,
  203: 7200,
  204: 7200,
  300: 1200,
  301: 1200,
  404: 180,
  405: 60,
  410: 180,
  414: 60,
  501: 60,
};

/** The most specific header decides; `null`: nothing says that it may be kept. */
function controlOf({ status, headers }: Answer): string | null {
  const said =
    headers.get("cloudflare-cdn-cache-control") ??
    headers.get("cdn-cache-control") ??
    headers.get("cache-control");
  if (said !== null) return said.toLowerCase();
  if (headers.has("expires")) return "";
  const seconds = HEURISTIC[status];
  return seconds === undefined ? null : `max-age=${seconds}`;
}

/** Why an answer is not stored, whatever its lifetime; `null`: it may be. */
function refusalOf({ status, headers }: Answer, control: string | null): CacheStatus | null {
  if (status === 206) return "MISS";
  if (status >= 520 && status <= 526) return "DYNAMIC";
  const forbidden = control !== null && /(^|[\s,])(no-store|private)([\s,]|$)/.test(control);
  const bypass = forbidden || headers.has("set-cookie") || list(headers.get("vary")).includes("*");
  return bypass ? "BYPASS" : null;
}

function secondsIn(control: string, directive: string, otherwise: number): number {
  const found = new RegExp(`(?:^|[\\s,])${directive}=(\\d+)`).exec(control)?.[1];
  return found === undefined ? otherwise : Number(found);
}

const list = (header: string | null): string[] =>
  (header ?? "")
    .toLowerCase()
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");

const MAX_TAGS = 1000;

/** What is no tag is dropped, without a word. */
const tagsOf = (headers: Headers): Set<string> =>
  new Set(
    list(headers.get("cache-tag"))
      .filter((tag) => /^[\x21-\x7e]{1,1024}$/.test(tag))
      .slice(0, MAX_TAGS),
  );

const variesNot = ({ vary }: Entry, request: Request): boolean =>
  vary.every(([name, value]) => request.headers.get(name) === value);

/** A 304's headers take the place of the stored ones, but for those that describe the body. */
function merged(old: Headers, fresh: Headers): Headers {
  const headers = new Headers(old);
  for (const [name, value] of fresh) {
    if (!/^(content-(length|encoding|range|type)|transfer-encoding)$/.test(name)) headers.set(name, value);
  }
  return headers;
}

function fromCache(entry: Entry, request: Request, status: CacheStatus): Response {
  const headers = new Headers(entry.headers);
  headers.set("age", String(Math.max(0, Math.round(entry.policy.age()))));
  const answer = { ...entry, headers };
  if (entry.status !== 200) return toReader(answer, request, status);
  const size = entry.body?.byteLength ?? 0;
  const decision = decideRead(readConditions(request.headers), headers.get("etag") ?? "", size);
  switch (decision.status) {
    case 200:
      return toReader(answer, request, status);
    case 206: {
      const { offset, length } = decision.range;
      headers.set("content-range", `bytes ${offset}-${offset + length - 1}/${size}`);
      headers.set("content-length", String(length));
      const body = entry.body?.slice(offset, offset + length) ?? null;
      return toReader({ status: 206, headers, body }, request, status);
    }
    case 416:
      headers.set("content-range", `bytes */${size}`);
      headers.delete("content-length");
      return toReader({ status: 416, headers, body: null }, request, status);
    default:
      headers.delete("content-length");
      return toReader({ status: decision.status, headers, body: null }, request, status);
  }
}

/** What the platform reads is for the platform alone. */
function toReader({ status, headers, body }: Answer, request: Request, cacheStatus: CacheStatus): Response {
  const shown = new Headers(headers);
  shown.delete("cache-tag");
  shown.delete("cloudflare-cdn-cache-control");
  shown.set("cf-cache-status", cacheStatus);
  return new Response(request.method === "HEAD" ? null : body, { status, headers: shown });
}
