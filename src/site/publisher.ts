// The contracts of writing: who applies a change set, who tells the cache what went stale, who indexes.
// publish/ implements the first, http/purge.ts the second; the composition root hands one the other.

import type { ChangeSet, Outcome, PurgeResult } from "./change-set.ts";

export interface Publisher {
  /**
   * Applies it whole or not at all. Repeated unchanged it goes on where it was, or says again what
   * was done. Refuses with `conflict` when `base` is not the tree that stands, and with
   * `precondition-failed` when an `expect` does not hold at the moment of the flip; without a
   * `base` it starts over by itself when another write came first.
   */
  publish(change: ChangeSet): Promise<Outcome>;
}

/** Of the search index, which can be made again from what is rendered. */
export interface Reindexer {
  /** Throws it away. */
  restart(): Promise<void>;
  /** Adds a few of the pages that it lacks. */
  step(): Promise<"more" | "done">;
}

/** Never rejects: a purge that failed is `queued`, and the tags stay in the outbox. */
export interface Purge {
  purge(tags: string[]): Promise<PurgeResult>;
}
