// How much one request of a large change set does. Bounds that do not need a clock: a Worker's stands
// still while it computes.

/**
 * Characters of Markdown that one request renders, unless the operator allows more: some 20 ms of CPU. The free plan's
 * 10 ms are an average, and what is left of a large change set is rendered by the requests that repeat it.
 */
export const STEP_LENGTH = 64 * 1024;

/** A text's share of that: a formula takes as long as some 400 characters. */
export function costOf(text: string): number {
  return text.length + 200 * (text.match(/\$+|\\[()[\]]/g)?.length ?? 0);
}

/**
 * Up to this many files are rendered and compared one by one in a single request, so that an
 * author's save answers at once; more are staged, compared by address and purge everything.
 */
export const FEW = 20;
