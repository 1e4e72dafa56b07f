import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { openBlog } from "../../harness.ts";
import { PNG } from "../picture.ts";
import { refused, written } from "./answer.ts";

const blog = await openBlog();
await blog.publish({ "hugo.yaml": "title: A\n" });

type Bytes = string | Uint8Array<ArrayBuffer>;
const put = (path: string, body: Bytes, headers: Record<string, string> = {}) =>
  blog.asAuthor(`/api/v1/files/${path}`, { method: "PUT", body, headers });
const etagOf = (bytes: Bytes) => `"${createHash("sha256").update(bytes).digest("hex")}"`;

test("bytes come back as they were sent: pictures, marks, odd line ends, and what is no UTF-8", async () => {
  const files: { [path: string]: Bytes } = {
    "static/p.png": PNG,
    "static/bom.txt": "\ufeffa\r\nb\rc",
    "static/latin1.txt": new Uint8Array([0x63, 0x61, 0x66, 0xe9]),
    "content/about.md": "\ufeff---\r\ntitle: A\r\n---\r\nText",
    "data/empty.json": new Uint8Array(),
    "static/Ảnh đẹp.txt": "x",
  };
  for (const [path, bytes] of Object.entries(files)) {
    const answer = await put(encodeURI(path), bytes);
    assert.equal(answer.status, 201, path);
    assert.equal((await written(answer)).path, path);
    assert.equal(answer.headers.get("etag"), etagOf(bytes), path);
    const back = await blog.asAuthor(`/api/v1/files/${encodeURI(path)}`);
    assert.equal(back.headers.get("etag"), etagOf(bytes), path);
    assert.deepEqual(Buffer.from(await back.arrayBuffer()), Buffer.from(bytes), path);
  }
});

test("the list names every file with its digest, and its validator answers 304 until something changes", async () => {
  await put("static/listed.txt", "x");
  const list = await blog.asAuthor("/api/v1/files");
  const { etag, files } = (await list.json()) as {
    etag: string;
    files: { path: string; sha256: string; size: number }[];
  };
  assert.equal(list.headers.get("etag"), `"${etag}"`);
  const entry = files.find(({ path }) => path === "static/listed.txt");
  assert.equal(`"${entry?.sha256}"`, etagOf("x"));
  assert.equal(entry?.size, 1);
  const again = () => blog.asAuthor("/api/v1/files", { headers: { "if-none-match": `"${etag}"` } });
  assert.equal((await again()).status, 304);
  await put("static/listed-2.txt", "y");
  assert.equal((await again()).status, 200);
});

test("what exists is overwritten only by who names its version; If-None-Match: * only creates", async () => {
  const path = "static/guarded.txt";
  const cases: [Record<string, string>, string, number][] = [
    [{ "if-match": "*" }, "1", 412],
    [{ "if-none-match": "*" }, "1", 201],
    [{ "if-none-match": "*" }, "2", 412],
    [{}, "2", 428],
    [{ "if-match": etagOf("other") }, "2", 412],
    [{ "if-match": etagOf("1") }, "2", 200],
    [{ "if-match": `W/${etagOf("2")}` }, "3", 412],
    [{ "if-match": "*" }, "3", 200],
  ];
  for (const [headers, body, status] of cases)
    assert.equal((await put(path, body, headers)).status, status, JSON.stringify([headers, body]));
  assert.equal(await (await blog.asAuthor(`/api/v1/files/${path}`)).text(), "3");
});

test("a write whose answer was lost may be sent again", async () => {
  const path = "static/again.txt";
  await put(path, "1");
  for (let i = 0; i < 2; i++) {
    const answer = await put(path, "2", { "if-match": etagOf("1") });
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get("etag"), etagOf("2"));
  }
});

test("of several writers who create the same file at once, one does", async () => {
  const answers = await Promise.all(
    ["a", "b", "c", "d"].map((body) => put("static/race.txt", body, { "if-none-match": "*" })),
  );
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 412, 412, 412]);
});

test("writers of different files do not get into each other's way", async () => {
  const answers = await Promise.all([1, 2, 3].map((n) => put(`static/parallel-${n}.txt`, `${n}`)));
  assert.deepEqual(
    answers.map(({ status }) => status),
    [201, 201, 201],
  );
});

test("DELETE wants the version too, and then the file and its address are gone", async () => {
  await put("static/gone.txt", "x");
  const remove = (headers: Record<string, string>) =>
    blog.asAuthor("/api/v1/files/static/gone.txt", { method: "DELETE", headers });
  assert.equal((await blog.request("/gone.txt")).status, 200);
  assert.equal((await remove({})).status, 428);
  const { urls, etag } = await written(await remove({ "if-match": etagOf("x") }));
  assert.equal(etag, null);
  assert.deepEqual(urls.removed, ["/gone.txt"]);
  assert.equal((await blog.request("/gone.txt")).status, 404);
  assert.equal((await remove({ "if-match": "*" })).status, 404);
});

test("a file in a folder's place, or in a file as if that were a folder, is refused with what is there", async () => {
  await put("static/place/a.txt", "x");
  const cases: [string, RegExp][] = [
    ["static/place", /it is a folder: static\/place\/a\.txt lies in it/],
    ["static/place/a.txt/b.txt", /static\/place\/a\.txt is a file and no folder/],
  ];
  for (const [path, reason] of cases) {
    const answer = await put(path, "y");
    assert.equal(answer.status, 400, path);
    assert.match((await refused(answer)).problems[0]?.message ?? "", reason);
  }
  const change = (body: object) =>
    blog.asAuthor("/api/v1/changes", { method: "POST", body: JSON.stringify(body) });
  const both = [
    { path: "static/new", content: "1" },
    { path: "static/new/b.txt", content: "2" },
  ];
  assert.equal((await change({ put: both })).status, 400);
  const instead = { put: [{ path: "static/place", content: "3" }], delete: ["static/place/a.txt"] };
  assert.equal((await change(instead)).status, 200);
  assert.equal(await (await blog.request("/place")).text(), "3");
});

test("a path outside the site, hidden or with control characters is refused", async () => {
  const paths = [
    "secret.txt",
    "content/.git/x",
    "content/a%00b.md",
    "content/..%2f..%2fetc",
    "themes/x.html",
    "content/a%5Cb.md",
  ];
  for (const path of paths) {
    const answer = await put(path, "x");
    assert.equal(answer.status, 400, path);
    assert.equal((await refused(answer)).code, "invalid", path);
  }
});

test("a text beyond what is rendered is refused with what to do, and nothing changes", async () => {
  const answer = await put("content/posts/long.md", "x".repeat(10_000_001));
  assert.equal(answer.status, 413);
  assert.equal((await blog.asAuthor("/api/v1/files/content/posts/long.md")).status, 404);
});

test("a file beyond what is taken in one piece is pointed to the other way", async () => {
  const answer = await blog.announce("/api/v1/files/static/large.bin", { method: "PUT", size: 25_000_001 });
  assert.equal(answer.status, 413);
  assert.match((await refused(answer)).detail, /25 MB.*\/api\/v1\/blobs/);
});
