// Tells the platform's cache what went stale. Owns the call and its limits; which tags, and trying
// again, are publishing's and the cron's.

import type { PurgeResult } from "../site/change-set.ts";
import type { Purge } from "../site/publisher.ts";
import { withDeadline } from "./deadline.ts";

/** Tags in one call: https://developers.cloudflare.com/cache/how-to/purge-cache/#availability-and-limits */
const MAX_TAGS = 100;

const PATIENCE = 5_000;

/** What this file asks of `ctx.cache`: absent locally, where nothing stands in front of the Worker. */
export interface PlatformCache {
  purge(options: { tags?: string[]; purgeEverything?: boolean }): Promise<{
    success: boolean;
    errors: { code: number; message: string }[];
  }>;
}

export function createPurge(cache: PlatformCache | undefined): Purge {
  return {
    async purge(tags) {
      if (tags.length === 0) return { done: false, reason: "nothing-to-purge" };
      if (!cache) return { done: false, reason: "no-cache" };
      return purgeAtOnce(cache, [...new Set(tags)]);
    },
  };
}

async function purgeAtOnce(cache: PlatformCache, tags: string[]): Promise<PurgeResult> {
  const refused = await refusalOf(cache, tags);
  if (refused === null) return { done: true, tags: tags.length };
  console.warn(JSON.stringify({ event: "purge-refused", tags: tags.length, message: refused }));
  return { done: false, reason: "queued", message: refused };
}

// One call a change set: the free plan allows five a minute.
async function refusalOf(cache: PlatformCache, tags: string[]): Promise<string | null> {
  const everything = tags.length > MAX_TAGS || tags.includes("*");
  try {
    const call = cache.purge(everything ? { purgeEverything: true } : { tags });
    const result = await withDeadline(call, PATIENCE, "the cache's purge");
    if (result.success) return null;
    const message = result.errors.map((error) => `${error.message} (${error.code})`).join("; ");
    return message || "the cache refused the purge";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
