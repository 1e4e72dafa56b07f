// Nothing outside this Worker is waited for without end: D1, R2 and the cache answer in time or
// count as broken. Owns the exception that says so; app.ts turns it into a 503 with Retry-After.

/** Thrown, not returned: no caller below the root has anything better to do. */
export class Unavailable extends Error {
  override name = "Unavailable";
}

/**
 * D1 and R2 fail with plain errors; what they write shows that they are to blame, and not this code:
 * `D1_ERROR: …`, `get: We encountered an internal error. Please try again. (10001)`.
 */
export function isOutage(error: Error): boolean {
  return error instanceof Unavailable || /^D1_|\(10\d{3}\)$|^Network connection lost/.test(error.message);
}

/** Rejects with `Unavailable` when `work` takes longer than `milliseconds`; `what` names it in the log. */
export function withDeadline<T>(work: Promise<T>, milliseconds: number, what: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new Unavailable(`${what} did not answer in ${milliseconds} ms`));
    const timer = setTimeout(late, milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
