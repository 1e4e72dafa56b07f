// Another version of the engine: what an older one rendered is rendered again, by a write of nothing.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { createPublisher } from "../../src/publish/publish.ts";
import type { ChangeSet, FilePath, Sha256 } from "../../src/site/change-set.ts";
import { createChangeStore } from "../../src/store/change-store.ts";
import { openDatabase } from "../store/open-database.ts";
import { NO_MEDIA } from "../store/sample-rows.ts";

test("an older version's renderings are made again, once", async () => {
  const db = await openDatabase();
  const publisher = (renderer: string) =>
    createPublisher({
      store: createChangeStore(db, NO_MEDIA),
      purge: { purge: async () => ({ done: false, reason: "no-cache" }) },
      clock: () => 2_000_000_000,
      renderer,
    });
  const text = "---\ntitle: A\ndate: 2024-01-01\n---\nText.\n";
  const sha256 = createHash("sha256").update(text).digest("hex") as Sha256;
  await db
    .prepare(
      "insert into blob (sha256, size, media_type, stored_at, text) values (?1, ?2, 'text/markdown', 0, ?3)",
    )
    .bind(sha256, text.length, text)
    .run();
  const nothing: ChangeSet = { put: [], delete: [], dryRun: false, message: "" };
  const etagAfter = async (renderer: string, change: ChangeSet) => {
    const outcome = await publisher(renderer).publish(change);
    assert.equal(outcome.status, "done");
    return outcome.status === "done" ? outcome.etag : "";
  };
  const first = await etagAfter("one", {
    ...nothing,
    put: [{ path: "content/posts/a.md" as FilePath, sha256 }],
  });
  const made = async () => (await db.prepare("select change, html from rendering").all()).results;
  const [before] = await made();
  assert.equal(await etagAfter("one", nothing), first);
  assert.deepEqual(await made(), [before]);

  const second = await etagAfter("two", nothing);
  assert.notEqual(second, first);
  const [after, ...others] = await made();
  assert.deepEqual([after?.html, others.length], [before?.html, 0]);
  assert.notEqual(after?.change, before?.change);
  assert.equal(await etagAfter("two", nothing), second);
});
