// The one table of cache policies, and the only place that writes Cache-Control,
// Cloudflare-CDN-Cache-Control and Cache-Tag. Every answer names its policy; what a write makes
// stale is purged by tag, so the lifetimes here are only what a lost purge could cost.

export type Policy =
  | "page"
  | "feed"
  | "search"
  | "media"
  | "immutable-media"
  | "stand-in"
  | "redirect"
  | "not-found"
  | "private"
  | "error";

/** What an answer knows of its own future. */
export interface Lifetime {
  /** Epoch seconds. */
  now: number;
  /** Epoch seconds at which time alone may change the answer; `null` for never. */
  changesAt: number | null;
  tags: string[];
}

interface Rule {
  /** Seconds at the edge; 0: never stored there. */
  edge: number;
  /** Seconds for which the edge may serve it while it fetches anew, or while we fail. */
  stale: number;
  /** What browsers and other caches may do. */
  browser: "ask" | "forever" | "nothing" | number;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const YEAR = 365 * DAY;

const RULES = {
  // A browser always asks: a purge cannot reach it, and the edge answers from nearby with a 304.
  page: { edge: WEEK, stale: WEEK, browser: "ask" },
  // Feed readers take the lifetime as the interval at which to ask.
  feed: { edge: WEEK, stale: WEEK, browser: 5 * MINUTE },
  // Anybody can ask anything: it does not stay long.
  search: { edge: 5 * MINUTE, stale: HOUR, browser: "ask" },
  // Behind a name that the author may give to other bytes tomorrow.
  media: { edge: WEEK, stale: WEEK, browser: 10 * MINUTE },
  // The name holds the digest of the bytes.
  "immutable-media": { edge: YEAR, stale: WEEK, browser: "forever" },
  // In the place of what could not be made: soon tried again.
  "stand-in": { edge: 10 * MINUTE, stale: 0, browser: 10 * MINUTE },
  // A browser would keep a 301 for ever, and an alias may give way to a page.
  redirect: { edge: WEEK, stale: WEEK, browser: "ask" },
  // Anybody can make up as many of these as they like: they do not stay long.
  "not-found": { edge: MINUTE, stale: 0, browser: "ask" },
  // The author's, or made for one request alone.
  private: { edge: 0, stale: 0, browser: "nothing" },
  error: { edge: 0, stale: 0, browser: "nothing" },
} satisfies Record<Policy, Rule>;

/** Tags a response may carry: https://developers.cloudflare.com/workers/cache/ allows 1,000. */
const MAX_TAGS = 1000;

const EDGE_CONTROL = "cloudflare-cdn-cache-control";

/** Sets the three headers. Nothing is stored, nor served stale, beyond `lifetime.changesAt`. */
export function applyPolicy(headers: Headers, policy: Policy, lifetime?: Lifetime): void {
  const rule: Rule = RULES[policy];
  const remaining = lifetime ? secondsLeft(lifetime) : 0;
  const edge = Math.min(rule.edge, remaining);
  headers.set("cache-control", browserControl(rule, remaining));
  headers.set(EDGE_CONTROL, edgeControl(edge, Math.min(rule.stale, remaining - edge)));
  if (edge > 0 && lifetime && lifetime.tags.length > 0)
    headers.set("cache-tag", lifetime.tags.slice(0, MAX_TAGS).join(","));
  else headers.delete("cache-tag");
}

/** For every answer, last of all: one that names no policy is stored nowhere. */
export function ensurePolicy(headers: Headers): void {
  if (!headers.has(EDGE_CONTROL)) applyPolicy(headers, "private");
}

/**
 * For an answer that came back through the cache under its canonical URL: what it may be at a
 * browser stays, but the edge stores it once, under that URL.
 */
export function keepOffEdge(headers: Headers): void {
  headers.set(EDGE_CONTROL, "no-store");
  headers.delete("cache-tag");
}

function secondsLeft(lifetime: Lifetime): number {
  if (lifetime.changesAt === null) return Number.POSITIVE_INFINITY;
  return Math.max(0, lifetime.changesAt - lifetime.now);
}

function browserControl(rule: Rule, remaining: number): string {
  switch (rule.browser) {
    case "nothing":
      return "no-store";
    case "forever":
      if (remaining < YEAR) return `public, max-age=${remaining}`;
      return `public, max-age=${YEAR}, immutable`;
    case "ask":
      return "no-cache";
    default:
      return remaining > 0 ? `public, max-age=${Math.min(rule.browser, remaining)}` : "no-cache";
  }
}

// `s-maxage` and `must-revalidate` would switch stale serving off at this cache.
function edgeControl(edge: number, stale: number): string {
  if (edge <= 0) return "no-store";
  // Left out, it would be for ever: the default of this cache while the Worker fails.
  if (stale <= 0) return `max-age=${edge}, stale-if-error=0`;
  return `max-age=${edge}, stale-while-revalidate=${stale}, stale-if-error=${stale}`;
}
