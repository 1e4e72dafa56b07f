import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { openBlog } from "../harness.ts";
import { PNG, SVG } from "./picture.ts";

const blog = await openBlog();
await blog.publish({
  "hugo.yaml": "title: Pictures\n",
  "static/dl/pixel.png": PNG,
  "static/drawing.svg": SVG,
  "static/archive.zip": new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]),
  "static/page.html": "<!doctype html><title>x</title><script>1</script>",
  "static/words.txt": "Xin chào\n",
  "static/empty.bin": new Uint8Array(),
});
const ETAG = `"${createHash("sha256").update(PNG).digest("hex")}"`;

async function bytesOf(answer: { arrayBuffer(): Promise<ArrayBuffer> }): Promise<Uint8Array> {
  return new Uint8Array(await answer.arrayBuffer());
}

test("a file comes as it was sent, with type, length, validator and policy", async () => {
  const answer = await blog.request("/dl/pixel.png");
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get("content-type"), "image/png");
  assert.equal(answer.headers.get("content-length"), String(PNG.length));
  assert.equal(answer.headers.get("etag"), ETAG);
  assert.equal(answer.headers.get("accept-ranges"), "bytes");
  assert.equal(answer.headers.get("cache-control"), "public, max-age=600");
  assert.match(answer.headers.get("cache-tag") ?? "", /./);
  assert.deepEqual(await bytesOf(answer), new Uint8Array(PNG));
});

test("HEAD of a file tells its length and sends nothing", async () => {
  const answer = await blog.request("/dl/pixel.png", { method: "HEAD" });
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get("content-length"), String(PNG.length));
  assert.equal((await bytesOf(answer)).length, 0);
});

test("who has the file is answered 304", async () => {
  const answer = await blog.request("/dl/pixel.png", { headers: { "if-none-match": ETAG } });
  assert.equal(answer.status, 304);
  assert.equal(answer.headers.get("etag"), ETAG);
});

test("a range is answered with those bytes and no others, from R2 and from D1", async () => {
  const cases: [string, string, Uint8Array, string][] = [
    ["/dl/pixel.png", "bytes=1-3", PNG.slice(1, 4), `bytes 1-3/${PNG.length}`],
    ["/dl/pixel.png", "bytes=-4", PNG.slice(-4), `bytes ${PNG.length - 4}-${PNG.length - 1}/${PNG.length}`],
    ["/words.txt", "bytes=4-", new TextEncoder().encode("chào\n"), "bytes 4-9/10"],
  ];
  for (const [path, range, expected, contentRange] of cases) {
    const answer = await blog.request(path, { headers: { range } });
    assert.equal(answer.status, 206, path);
    assert.equal(answer.headers.get("content-range"), contentRange);
    assert.equal(answer.headers.get("content-length"), String(expected.length));
    assert.deepEqual(await bytesOf(answer), new Uint8Array(expected));
  }
});

test("a range beyond the end is 416 with the size, several at once get the whole", async () => {
  const beyond = await blog.request("/dl/pixel.png", { headers: { range: "bytes=900-" } });
  assert.equal(beyond.status, 416);
  assert.equal(beyond.headers.get("content-range"), `bytes */${PNG.length}`);
  assert.equal(beyond.headers.get("cache-control"), "no-store");
  const several = await blog.request("/dl/pixel.png", { headers: { range: "bytes=0-1,3-4" } });
  assert.equal(several.status, 200);
});

test("If-Range with another version's validator gets the whole", async () => {
  const headers = { range: "bytes=0-1", "if-range": '"other"' };
  assert.equal((await blog.request("/dl/pixel.png", { headers })).status, 200);
  assert.equal(
    (await blog.request("/dl/pixel.png", { headers: { ...headers, "if-range": ETAG } })).status,
    206,
  );
});

test("an SVG and an HTML file are shown in a sandbox, with their own type", async () => {
  const svg = await blog.request("/drawing.svg");
  assert.equal(svg.headers.get("content-type"), "image/svg+xml");
  assert.match(svg.headers.get("content-security-policy") ?? "", /default-src 'none'.*sandbox$/);
  const html = await blog.request("/page.html");
  assert.equal(html.headers.get("content-type"), "text/html; charset=utf-8");
  assert.match(html.headers.get("content-security-policy") ?? "", /^sandbox allow-scripts(?!.*same-origin)/);
});

test("what a browser cannot show is saved under its own name", async () => {
  const answer = await blog.request("/archive.zip");
  assert.equal(
    answer.headers.get("content-disposition"),
    `attachment; filename="archive.zip"; filename*=UTF-8''archive.zip`,
  );
});

test("an empty file is served", async () => {
  const answer = await blog.request("/empty.bin");
  assert.equal(answer.status, 200);
  assert.equal((await bytesOf(answer)).length, 0);
});

test("a picture whose name holds its digest may be kept for ever", async () => {
  const added = await blog.asAuthor("/api/v1/media?name=x.png", { method: "POST", body: PNG });
  const answer = await blog.request(added.headers.get("location") ?? "");
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get("cache-control"), "public, max-age=31536000, immutable");
});
