// What an owner wants to know of a running blog and no page shows: whether it does all that it could.

export interface Health {
  /** Smaller versions of pictures: whether anything is bound that makes them, and what it last failed at. */
  pictures: { bound: boolean; lastFailure: { at: string; message: string } | null };
  /** Of the cache, not yet confirmed by the cron, which comes each minute. `since` is the oldest. `null`: there is no cache. */
  purges: { waiting: number; since: string | null } | null;
}

/** Instants are RFC 3339, in UTC. */
export interface HealthReader {
  read(): Promise<Health>;
}
