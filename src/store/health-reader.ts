// What the stores know of the blog's health: purges that wait, and the last picture that was not made.

import type { HealthReader } from "../site/health.ts";
import { formatRfc3339 } from "../site/moment.ts";
import { VARIANT_FAILURE, type VariantBindings } from "./variant-store.ts";

export function createHealthReader({ db, bucket, images }: Omit<VariantBindings, "clock">): HealthReader {
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
        purges: { waiting, since: since === null ? null : instant(since) },
      };
    },
  };
}

const instant = (epoch: number): string => formatRfc3339({ epoch, offset: 0 });
