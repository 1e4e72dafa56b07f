// Makes the search index again out of what is rendered already, a few pages a request: for a blog that is
// older than the index, or one whose index was thrown away. What is written anew is indexed with the write.

import { SEARCH_TAG } from "../site/cache-tag.ts";
import type { ChangeStore } from "../site/change-store.ts";
import type { Purge, Reindexer } from "../site/publisher.ts";
import { searchEntry } from "./search-entry.ts";

/** Pages that one request folds: some milliseconds of CPU. */
const STEP = 10;

export function createReindexer({ store, purge }: { store: ChangeStore; purge: Purge }): Reindexer {
  return {
    restart: () => store.dropIndex(),
    async step() {
      const waiting = await store.unindexed(STEP + 1);
      const renderings = waiting.slice(0, STEP);
      await store.index(
        renderings.map((rendering) => ({
          id: rendering.id,
          page: rendering.contribution.page.id,
          search: searchEntry(rendering),
        })),
      );
      if (waiting.length > STEP) return "more";
      // No write tells the cache of it. Refused, it costs some minutes: so long is an answer kept.
      if (renderings.length > 0) await purge.purge([SEARCH_TAG]);
      return "done";
    },
  };
}
