// What the cron sweeps, and what it leaves.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openBlog } from "../harness.ts";

test("a blob that nothing names is swept after a week, one that a file names is kept", async () => {
  const { publish, putMedia, asAuthor, request, clock } = await openBlog();
  await clock("2026-03-01T00:00:00Z");
  const picture = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');
  const unnamed = await putMedia(
    "a.svg",
    new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" id="a"/>'),
  );
  const text = "---\ntitle: Old\n---\nFormer words.\n";
  await publish({ "hugo.yaml": "title: T\n", "static/kept.svg": picture, "content/posts/p.md": text });
  await publish({ "content/posts/p.md": "---\ntitle: New\n---\n" });

  const missing = async (sha256: string) => {
    const body = JSON.stringify({ dryRun: true, put: [{ path: "static/again.svg", sha256 }] });
    return (await asAuthor("/api/v1/changes", { method: "POST", body })).status === 409;
  };
  await clock("2026-03-07T12:00:00Z", { runCron: true });
  assert.equal(await missing(unnamed), false);
  await clock("2026-03-08T12:00:00Z", { runCron: true });
  assert.equal(await missing(unnamed), true);
  const answer = await request("/kept.svg");
  assert.deepEqual(new Uint8Array(await answer.arrayBuffer()), picture);
  assert.match(await (await request("/posts/p/")).text(), /New/);
});
