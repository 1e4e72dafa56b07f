// How often the platform lets itself be told to purge: a bucket of tokens, one a call, and so many tags
// a call. https://developers.cloudflare.com/cache/how-to/purge-cache/#availability-and-limits

export interface PurgeRate {
  perMinute: number;
  /** Calls that may come at once after a quiet time. */
  bucket: number;
}

/** Workers Cache has the free plan's rate on every plan. */
export const FREE_RATE: PurgeRate = { perMinute: 5, bucket: 25 };

/** Tags and prefixes in one call. */
const MAX_OPERATIONS = 100;

/** For each call: `null`, or why it is refused. */
export function createPurgeLimit(
  rate: PurgeRate | null,
  clock: () => number,
): (operations: number) => { code: number; message: string } | null {
  let tokens = rate?.bucket ?? 0;
  let at = clock();
  return (operations) => {
    if (operations > MAX_OPERATIONS) {
      return { code: 1094, message: `no more than ${MAX_OPERATIONS} tags or prefixes in one purge` };
    }
    if (rate === null) return null;
    const now = clock();
    tokens = Math.min(rate.bucket, tokens + (Math.max(0, now - at) * rate.perMinute) / 60);
    at = now;
    if (tokens < 1) return { code: 1134, message: "rate limited: too many purges" };
    tokens -= 1;
    return null;
  };
}
