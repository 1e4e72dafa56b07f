// Smaller versions of pictures, over HTTP: Miniflare's image binding really encodes them (with sharp), but knows
// no `quality`.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import type { Health } from "../../src/site/health.ts";
import { openBlog } from "../harness.ts";
import { encodePicture, measurePicture } from "./encode-picture.ts";

const PHOTO = await encodePicture({ width: 900, height: 90 });
const UPRIGHT = await encodePicture({ width: 90, height: 600, orientation: 6 });
const DRAFT = await encodePicture({ width: 640, height: 40 });
const MOVING = await encodePicture({ width: 500, height: 20, format: "webp", frames: 2 });
const AVIF = await encodePicture({ width: 640, height: 40, format: "avif" });

const digestOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex").slice(0, 16);

const blog = await openBlog();
await blog.publish({
  "hugo.yaml": "title: Pictures\n",
  "content/posts/p/index.md": "---\ntitle: P\n---\n![](photo.jpg)\n",
  "content/posts/p/photo.jpg": PHOTO,
  "content/posts/draft/index.md": "---\ntitle: D\ndraft: true\n---\n![](draft.jpg)\n",
  "content/posts/draft/draft.jpg": DRAFT,
  "static/ảnh đứng.jpg": UPRIGHT,
  "static/moving.webp": MOVING,
  "static/modern.avif": AVIF,
  "static/words.txt": "x".repeat(1000),
});

const variant = (rung: number, bytes: Uint8Array, name: string) => `/_img/${rung}/${digestOf(bytes)}/${name}`;
const ask = (path: string, images: string | null = null, headers = {}) =>
  blog.request(path, {
    headers: { ...headers, ...(images === null ? {} : { "deckle-test-images": images }) },
  });

test("a smaller version is made in its format and may be kept for ever", async () => {
  for (const format of ["avif", "webp"]) {
    const path = variant(480, PHOTO, `posts/p/photo.jpg.${format}`);
    const made = await ask(path);
    assert.equal(made.status, 200, format);
    assert.equal(made.headers.get("content-type"), `image/${format}`);
    assert.equal(made.headers.get("cache-control"), "public, max-age=31536000, immutable");
    assert.equal(made.headers.get("x-content-type-options"), "nosniff");
    assert.match(made.headers.get("cache-tag") ?? "", /./);
    const bytes = await made.arrayBuffer();
    assert.equal(made.headers.get("content-length"), String(bytes.byteLength));
    assert.ok(bytes.byteLength < PHOTO.length);
    const { width, height, format: found } = await measurePicture(bytes);
    assert.deepEqual({ width, height, found }, { width: 480, height: 48, found: format });
  }
});

test("it is made once: the next reader gets the same bytes without the binding", async () => {
  const path = variant(720, PHOTO, "posts/p/photo.jpg.webp");
  const first = await (await ask(path)).arrayBuffer();
  const second = await ask(path, "unbound");
  assert.equal(second.headers.get("content-type"), "image/webp");
  assert.deepEqual(await second.arrayBuffer(), first);
});

test("the picture is never enlarged: the last rung has its own width", async () => {
  const answer = await ask(variant(1080, PHOTO, "posts/p/photo.jpg.webp"));
  assert.equal((await measurePicture(await answer.arrayBuffer())).width, 900);
});

test("a picture that lies on its side is turned, and loses what the camera wrote", async () => {
  const answer = await ask(encodeURI(variant(480, UPRIGHT, "ảnh đứng.jpg.webp")));
  assert.deepEqual(await measurePicture(await answer.arrayBuffer()), {
    format: "webp",
    width: 480,
    height: 72,
    hasMetadata: false,
  });
});

test("a version that the ladder, the site or the picture does not have is not found, and nothing is made", async () => {
  for (const path of [
    variant(481, PHOTO, "posts/p/photo.jpg.avif"),
    variant(1500, PHOTO, "posts/p/photo.jpg.avif"),
    variant(480, PHOTO, "posts/p/photo.jpg.png"),
    variant(480, UPRIGHT, "posts/p/photo.jpg.avif"),
    variant(480, PHOTO, "posts/p/other.jpg.avif"),
    variant(480, DRAFT, "posts/draft/draft.jpg.avif"),
    variant(480, MOVING, "moving.webp.avif"),
    variant(480, AVIF, "modern.avif.avif"),
    variant(480, new TextEncoder().encode("x".repeat(1000)), "words.txt.avif"),
  ]) {
    const answer = await ask(path);
    assert.equal(answer.status, 404, path);
    assert.match(answer.headers.get("content-type") ?? "", /^text\/html/);
  }
});

test("without the binding the picture itself comes, for as long as it would under its own name", async () => {
  const answer = await ask(variant(480, PHOTO, "posts/p/photo.jpg.avif").replace("480", "720"), "unbound");
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get("content-type"), "image/jpeg");
  assert.equal(answer.headers.get("cache-control"), "public, max-age=600");
  assert.match(answer.headers.get("cloudflare-cdn-cache-control") ?? "", /max-age=604800/);
  assert.deepEqual(new Uint8Array(await answer.arrayBuffer()), PHOTO);
});

test("when nothing more is made this month, the picture itself comes for a short time, and then the version", async () => {
  const path = variant(1080, PHOTO, "posts/p/photo.jpg.avif");
  const standIn = await ask(path, "used-up");
  assert.equal(standIn.status, 200);
  assert.equal(standIn.headers.get("content-type"), "image/jpeg");
  assert.equal(standIn.headers.get("cloudflare-cdn-cache-control"), "max-age=600, stale-if-error=0");
  assert.deepEqual(new Uint8Array(await standIn.arrayBuffer()), PHOTO);
  const healed = await ask(path);
  assert.equal(healed.headers.get("content-type"), "image/avif");
  await healed.arrayBuffer();
});

test("the owner is told that nothing is bound, and what last failed", async () => {
  await blog.clock("2026-03-01T00:00:00Z");
  await ask(variant(1080, PHOTO, "posts/p/photo.jpg.webp"), "used-up").then((answer) => answer.arrayBuffer());
  await ask(variant(720, PHOTO, "posts/p/photo.jpg.avif"), "used-up").then((answer) => answer.arrayBuffer());
  const health = async (images: string) => {
    const answer = await blog.asAuthor("/api/v1/health", { headers: { "deckle-test-images": images } });
    return (await answer.json<Health>()).pictures;
  };
  const lastFailure = { at: "2026-03-01T00:00:00Z", message: "Free transformations are used up (9422)" };
  assert.deepEqual(await health("unbound"), { bound: false, lastFailure });
  assert.deepEqual(await health("used-up"), { bound: true, lastFailure });
});

test("who has the version is answered 304, and HEAD tells its length", async () => {
  const path = variant(480, PHOTO, "posts/p/photo.jpg.avif");
  const whole = await ask(path);
  const length = (await whole.arrayBuffer()).byteLength;
  const again = await ask(path, null, { "if-none-match": whole.headers.get("etag") ?? "" });
  assert.equal(again.status, 304);
  const head = await blog.request(path, { method: "HEAD" });
  assert.equal(head.headers.get("content-length"), String(length));
});

test("every version that a page offers is there, and only as long as the page shows that picture", async () => {
  const offered = async () => {
    const page = await (await ask("/posts/p/")).text();
    return Array.from(page.matchAll(/(\/_img\/\S+) \d+w/g), ([, path = ""]) => path);
  };
  const before = await offered();
  assert.equal(before.length, 6); // 480, 720 and 1080 by two formats
  for (const path of before) {
    const answer = await ask(path);
    assert.equal(answer.status, 200, path);
    await answer.arrayBuffer();
  }
  await blog.publish({ "content/posts/p/photo.jpg": await encodePicture({ width: 600, height: 60 }) });
  const after = await offered();
  assert.equal(after.length, 4);
  assert.equal((await ask(after[0] ?? "")).status, 200);
  assert.equal((await ask(before[0] ?? "")).status, 404);
});

test("a page is the same, byte for byte, with the binding and without", async () => {
  const bound = await (await ask("/posts/p/")).text();
  assert.equal(await (await ask("/posts/p/", "unbound")).text(), bound);
});
