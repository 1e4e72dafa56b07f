// What a test asks of test/cache/worker.ts, and what it is told.

export interface Step {
  /** Epoch seconds. */
  now: number;
  /** Another site begins: nothing is published, cached or remembered; purges are limited or not. */
  reset?: "limited" | "unlimited";
  /** Bodies for `POST /api/v1/changes`. */
  writes?: object[];
  /** URLs whose rendering begins before the writes and is stored after them. */
  inFlight?: string[];
  /** `early`: before what is `inFlight` has arrived. */
  cron?: boolean | "early";
  /** What readers ask for after all that, in this order; `everything` is all that ever answered. */
  visit?: Visit[] | "everything";
  /** Asks the Worker itself, without the cache. */
  uncached?: boolean;
  compare?: boolean;
  /** From the visits on. */
  fault?: "database" | "bucket";
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
  answers: VisitAnswer[];
  /** D1 statements made while visiting. */
  statements: number;
}

export interface Visit {
  url: string;
  method?: string;
  headers?: { [name: string]: string };
}

export interface VisitAnswer {
  url: string;
  status: number;
  headers: { [name: string]: string };
  body: string;
}
