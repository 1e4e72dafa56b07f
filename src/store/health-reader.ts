// What the stores know of the blog's health: purges that wait, and the last picture that was not made.

import type { HealthReader } from "../site/health.ts";
import { formatRfc3339 } from "../site/moment.ts";
import { VARIANT_FAILURE, type VariantBindings } from "./variant-store.ts";

interface HealthBindings extends Omit<VariantBindings, "clock"> {
  /** Whether a cache stands in front of the Worker: on the author's own machine there is none. */
  isCached: boolean;
}

export function createHealthReader({ db, bucket, images, isCached }: HealthBindings): HealthReader {
  return {
    async read() {
      const [row, failure] = await Promise.all([
        db
          .prepare("select count(*) as waiting, min(created_at) as since from purge")
          .first<{ waiting: number; since: number | null }>(),
        bucket.get(VARIANT_FAILURE).then((object) => object?.json<{ at: number; message: string }>()),
      ]);
      const { waiting, since } = row ?? { waiting: 0, since: null };
      return {
        pictures: {
          bound: images !== undefined,
          lastFailure: failure === undefined ? null : { ...failure, at: instant(failure.at) },
        },
        purges: isCached ? { waiting, since: since === null ? null : instant(since) } : null,
      };
    },
  };
}

const instant = (epoch: number): string => formatRfc3339({ epoch, offset: 0 });
