// What a test asks of test/cache/worker.ts, and what it is told.

export interface Step {
  /** Epoch seconds. */
  now: number;
  /** Another site begins: nothing is published, cached or remembered. */
  reset?: boolean;
  /** Bodies for `POST /api/v1/changes`. */
  writes?: object[];
  /** URLs whose rendering begins before the writes and is stored after them. */
  inFlight?: string[];
  cron?: boolean;
  compare?: boolean;
  token: string;
  /** How the engine is broken on purpose: a purge forgets tags of one kind, or the outbox. */
  sabotage?: { tag?: string; outbox?: boolean };
}

export interface Difference {
  url: string;
  status: string;
  cached: string;
  fresh: string;
}

export interface StepResult {
  outcomes: { status: number; body: string }[];
  differences: Difference[];
  /** By Cf-Cache-Status. */
  visits: { [status: string]: number };
}
