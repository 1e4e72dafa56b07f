// What the cron does each minute: purges what fell due or expired since it last looked, repeats the
// purges of recent writes (a render that was under way may have stored the page as it was), and
// sweeps what nothing names any more.

import { cardTag, listTag, pageTag, SEARCH_TAG, SWEEPING_TAG, urlTag } from "../site/cache-tag.ts";
import type { Contribution } from "../site/contribution.ts";
import type { Purge } from "../site/publisher.ts";
import { blobKey } from "./media-store.ts";
import { variantKeys } from "./variant-store.ts";

export interface Upkeep {
  db: D1Database;
  bucket: R2Bucket;
  purge: Purge;
  /** Epoch seconds. */
  now: number;
}

/** Longer than any minute between two crons, so that nothing falls between them. */
const LOOK_BACK = 180;

/** A blob or a staged rendering that nothing names is kept this long: an upload may be resumed. */
const KEEP_SECONDS = 7 * 24 * 60 * 60;

/** Blobs in one sweep, each with its smaller versions: R2 deletes up to 1,000 keys in a call. */
const SWEEP = 100;

/**
 * Seconds after a write for which a rendering of the site as it was may still arrive in the cache: the
 * patience with D1 and R2 (src/app.ts), and a slow reader. Until then the purge is repeated.
 */
const UNDER_WAY = 30;

/** Whether time made pages public, or took them away, since it last looked. */
export async function keepUp({ db, bucket, purge, now }: Upkeep): Promise<{ isAnyDue: boolean }> {
  const [outbox, due, expired] = await db.batch([
    db.prepare("select id, tags, created_at from purge order by id limit 20"),
    db
      .prepare(
        `select rendering.contribution from page join rendering on rendering.id = page.rendering
         where page.timed = 1 and page.visible_from > ?1 and page.visible_from <= ?2`,
      )
      .bind(now - LOOK_BACK, now),
    db
      .prepare(
        `select rendering.contribution from page join rendering on rendering.id = page.rendering
         where page.timed = 1 and page.visible_until > ?1 and page.visible_until <= ?2`,
      )
      .bind(now - LOOK_BACK, now),
  ]);
  const rows = (outbox?.results ?? []) as { id: number; tags: string; created_at: number }[];
  const changed = [due, expired].flatMap((rows) => rows?.results ?? []) as { contribution: string }[];
  const tags = new Set([
    ...rows.flatMap((row): string[] => JSON.parse(row.tags)),
    ...changed.flatMap((row) => tagsOf(JSON.parse(row.contribution))),
  ]);
  const result = await purge.purge([...tags]);
  const over = rows.filter(({ created_at }) => created_at <= now - UNDER_WAY).map(({ id }) => id);
  if (over.length > 0 && (result.done || result.reason !== "queued")) {
    await db
      .prepare("delete from purge where id in (select value from json_each(?1))")
      .bind(JSON.stringify(over))
      .run();
  }
  await sweep({ db, bucket, now });
  return { isAnyDue: changed.length > 0 };
}

/** A page that appears or goes shows everywhere it is listed, and on its URLs. */
function tagsOf({ page, lists, routes }: Contribution): string[] {
  return [
    pageTag(page.id),
    cardTag(page.id),
    SWEEPING_TAG,
    SEARCH_TAG,
    ...lists.map(listTag),
    ...routes.map(([url]) => urlTag(url)),
  ];
}

/** Of a row of `blob`. */
const UNNAMED = `not exists (select 1 from file where file.sha256 = blob.sha256)
  and not exists (select 1 from rendering where rendering.html_blob = blob.sha256)`;

async function sweep({ db, bucket, now }: Pick<Upkeep, "db" | "bucket" | "now">): Promise<void> {
  if (now % 3600 >= 60) return;
  const before = now - KEEP_SECONDS;
  const { results } = await db
    .prepare(
      `select sha256, text is null as in_bucket from blob
       where stored_at < ?1 and ${UNNAMED} limit ${SWEEP}`,
    )
    .bind(before)
    .all<{ sha256: string; in_bucket: number }>();
  const digests = JSON.stringify(results.map(({ sha256 }) => sha256));
  await db.batch([
    db
      .prepare(`delete from blob where sha256 in (select value from json_each(?1)) and ${UNNAMED}`)
      .bind(digests),
    db
      .prepare(
        "delete from rendering where staged_at < ?1 and id not in (select rendering from page where rendering is not null)",
      )
      .bind(before),
  ]);
  const keys = results
    .filter(({ in_bucket }) => in_bucket === 1)
    .flatMap(({ sha256 }) => [blobKey(sha256), ...variantKeys(sha256)]);
  if (keys.length > 0) await bucket.delete(keys);
}
