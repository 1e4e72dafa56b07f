// What the cron sweeps, and what it leaves.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { openBlog } from "../harness.ts";
import { encodePicture } from "../routes/encode-picture.ts";

test("a blob that nothing names is swept after a week, one that a file names is kept", async () => {
  const { publish, putMedia, asAuthor, request, clock } = await openBlog();
  await clock("2026-03-01T00:00:00Z");
  const picture = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');
  const unnamed = await putMedia(
    "a.svg",
    new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" id="a"/>'),
  );
  const text = "---\ntitle: Old\n---\nFormer words.\n";
  const photo = await encodePicture({ width: 500, height: 20 });
  const smaller = `/_img/480/${createHash("sha256").update(photo).digest("hex").slice(0, 16)}/photo.jpg.webp`;
  const kept = async () => {
    const answer = await request(smaller, { headers: { "deckle-test-images": "unbound" } });
    await answer.arrayBuffer();
    return answer.headers.get("content-type") === "image/webp";
  };
  await publish({ "hugo.yaml": "title: T\n", "static/kept.svg": picture, "content/posts/p.md": text });
  await publish({ "content/posts/p.md": "---\ntitle: New\n---\n", "static/photo.jpg": photo });
  await (await request(smaller)).arrayBuffer();
  assert.equal(await kept(), true);
  await publish({ "static/photo.jpg": null });

  const missing = async (sha256: string) => {
    const body = JSON.stringify({ dryRun: true, put: [{ path: "static/again.svg", sha256 }] });
    return (await asAuthor("/api/v1/changes", { method: "POST", body })).status === 409;
  };
  await clock("2026-03-07T12:00:00Z", { runCron: true });
  assert.equal(await missing(unnamed), false);
  await clock("2026-03-08T12:00:00Z", { runCron: true });
  assert.equal(await missing(unnamed), true);
  await publish({ "static/photo.jpg": photo });
  assert.equal(await kept(), false, "smaller versions go with the picture");
  const answer = await request("/kept.svg");
  assert.deepEqual(new Uint8Array(await answer.arrayBuffer()), picture);
  assert.match(await (await request("/posts/p/")).text(), /New/);
});
