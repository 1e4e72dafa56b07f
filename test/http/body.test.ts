import assert from "node:assert/strict";
import { test } from "node:test";
import { formatSize, readBytes, readJson } from "../../src/http/body.ts";
import { sha256Of } from "../../src/site/sha256.ts";

function sending(
  body: string | Uint8Array<ArrayBuffer> | ReadableStream,
  headers: { [name: string]: string } = {},
) {
  // Node wants to be told of a body that streams; the platform's type has no word for it.
  const init = Object.assign({ method: "POST", body, headers }, { duplex: "half" });
  return new Request("https://blog.example/", init);
}

const endless = () =>
  new ReadableStream({
    pull(controller) {
      controller.enqueue(new Uint8Array(1000));
    },
  });

test("a body within the limit is read whole, an absent one is empty", async () => {
  assert.deepEqual(await readBytes(sending("abc"), 3), { ok: true, value: new TextEncoder().encode("abc") });
  const empty = await readBytes(new Request("https://blog.example/", { method: "POST" }), 3);
  assert.deepEqual(empty, { ok: true, value: new Uint8Array() });
});

test("a body beyond the limit is refused by its announced length, and while it streams", async () => {
  const announced = await readBytes(sending("abc", { "content-length": "4" }), 3);
  const streamed = await readBytes(sending(endless()), 10_000);
  for (const result of [announced, streamed]) assert.equal(!result.ok && result.problem.code, "too-large");
});

test("JSON is read; what is none is refused with the place", async () => {
  assert.deepEqual(await readJson(sending('{"a":1}'), 100), { ok: true, value: { a: 1 } });
  const broken = await readJson(sending('{"a":1,}'), 100);
  assert.match(broken.ok ? "" : broken.problem.message, /position 7|line 1/);
});

test("JSON that is not UTF-8 is refused, not mended", async () => {
  const result = await readJson(sending(new Uint8Array([0x22, 0xff, 0x22])), 100);
  assert.equal(!result.ok && result.problem.code, "invalid");
});

test("a digest is that of the bytes", async () => {
  assert.equal(
    await sha256Of(new TextEncoder().encode("abc")),
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
});

test("sizes print as people write them", () => {
  assert.deepEqual([900, 1_900_000, 25_000_000].map(formatSize), ["1 kB", "1.9 MB", "25 MB"]);
});
