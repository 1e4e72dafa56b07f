import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { openBlog } from "../../harness.ts";
import { PNG } from "../picture.ts";
import { refused, written } from "./answer.ts";

const blog = await openBlog();
await blog.publish({ "hugo.yaml": "title: A\n" });

const change = (body: unknown) =>
  blog.asAuthor("/api/v1/changes", { method: "POST", body: JSON.stringify(body) });
const digest = (bytes: string | Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const putBlob = (sha256: string, body: string | Uint8Array<ArrayBuffer>) =>
  blog.asAuthor(`/api/v1/blobs/${sha256}`, { method: "PUT", body });
const treeEtag = async () => ((await (await blog.asAuthor("/api/v1/files")).json()) as { etag: string }).etag;

test("files that are not there yet are named by 409, and sent, the same change goes through", async () => {
  const sha256 = digest(PNG);
  const body = { put: [{ path: "static/p.png", sha256 }] };
  const answer = await change(body);
  assert.equal(answer.status, 409);
  const { code, missing } = await refused(answer);
  assert.deepEqual([code, missing], ["missing-blobs", [sha256]]);
  assert.equal((await putBlob(sha256, PNG)).status, 201);
  const { urls, etag } = await written(await change(body));
  assert.deepEqual(urls.added, ["/p.png"]);
  assert.equal(etag, await treeEtag());
});

test("a change that was made already changes nothing", async () => {
  const body = { put: [{ path: "content/posts/same.md", content: "---\ntitle: Same\n---\n" }] };
  const first = await written(await change(body));
  const second = await written(await change(body));
  assert.equal(second.etag, first.etag);
  assert.deepEqual(second.urls, { added: [], changed: [], moved: [], removed: [] });
});

test("bytes that are not what their digest says are refused and not kept", async () => {
  const sha256 = digest("right");
  for (const type of ["text/plain", "application/octet-stream"]) {
    const answer = await blog.asAuthor(`/api/v1/blobs/${sha256}`, {
      method: "PUT",
      body: "wrong",
      headers: { "content-type": type },
    });
    assert.equal(answer.status, 400, type);
    assert.equal((await refused(answer)).code, "bad-digest", type);
  }
  assert.equal((await change({ put: [{ path: "static/x.txt", sha256 }] })).status, 409);
  assert.equal((await putBlob("ABC", "x")).status, 400);
});

test("a text that is too large for a page stands below static/ as it is, whatever it is said to be", async () => {
  const text = "a,b\n".repeat(2_600_000);
  const sha256 = digest(text);
  const sent = await blog.asAuthor(`/api/v1/blobs/${sha256}`, {
    method: "PUT",
    body: text,
    headers: { "content-type": "text/csv" },
  });
  assert.equal(sent.status, 201);
  assert.deepEqual((await written(await change({ put: [{ path: "static/data.csv", sha256 }] }))).urls.added, [
    "/data.csv",
  ]);
  const answer = await change({ put: [{ path: "content/posts/data.md", sha256 }] });
  assert.equal(answer.status, 413);
  const { problems } = await refused(answer);
  assert.deepEqual(
    problems.map(({ path, code }) => [path, code]),
    [["content/posts/data.md", "too-large"]],
  );
});

test("a change on a tree that moved on is refused; on the one that stands, quoted or not, it is made", async () => {
  const base = await treeEtag();
  await change({ put: [{ path: "static/other.txt", content: "x" }] });
  const body = { put: [{ path: "static/mine.txt", content: "y" }] };
  const answer = await change({ base, ...body });
  assert.equal(answer.status, 409);
  assert.equal((await refused(answer)).code, "conflict");
  assert.equal((await blog.request("/mine.txt")).status, 404);
  assert.equal((await change({ base: `"${await treeEtag()}"`, ...body })).status, 200);
});

test("writes at the same moment that name no base all stand", async () => {
  const titles = Array.from({ length: 10 }, (_, i) => `At once ${i}`);
  const answers = await Promise.all(
    titles.map((title) =>
      blog.asAuthor("/api/v1/posts", { method: "POST", body: JSON.stringify({ title, body: "x" }) }),
    ),
  );
  assert.deepEqual(
    answers.map(({ status }) => status),
    titles.map(() => 201),
  );
});

test("a dry run says what would come of it and writes nothing", async () => {
  const before = await treeEtag();
  const { urls } = await written(
    await change({
      put: [{ path: "content/posts/dry.md", content: "---\ntitle: Dry\n---\n" }],
      dryRun: true,
    }),
  );
  assert.ok(urls.added.includes("/posts/dry/"));
  assert.equal((await blog.request("/posts/dry/")).status, 404);
  assert.equal(await treeEtag(), before);
});

test("one file that cannot be read refuses the whole change, with file and line", async () => {
  const answer = await change({
    put: [
      { path: "content/posts/good.md", content: "---\ntitle: Good\n---\n" },
      { path: "content/posts/bad.md", content: "---\ntitle: [open\n---\n" },
    ],
  });
  assert.equal(answer.status, 422);
  const [problem] = (await refused(answer)).problems;
  assert.equal(problem?.path, "content/posts/bad.md");
  assert.equal((await blog.request("/posts/good/")).status, 404);
});

test("a large change is rendered in steps, and nothing of it shows before the last", async () => {
  const post = (n: number) => `---\ntitle: Large ${n}\n---\n${"Some words of text. ".repeat(300)}\n`;
  const put = Array.from({ length: 30 }, (_, n) => ({
    path: `content/posts/large-${n}.md`,
    content: post(n),
  }));
  const before = await treeEtag();
  let steps = 0;
  let last = 0;
  let answer = await change({ put });
  for (; answer.status === 202 && steps < 100; answer = await change({ put })) {
    const { rendered, of } = (await answer.json()) as { rendered: number; of: number };
    assert.ok(rendered > last && rendered < of, `${rendered} of ${of} after ${last}`);
    last = rendered;
    steps += 1;
    assert.equal(await treeEtag(), before);
    assert.equal((await blog.request("/posts/large-0/")).status, 404);
  }
  assert.ok(steps > 0, "it was no large change");
  const { urls } = await written(answer);
  assert.equal(urls.added.length, 30);
  for (const n of [0, 29]) assert.equal((await blog.request(`/posts/large-${n}/`)).status, 200);
});

test("what is wrong with a change is told by the field's name", async () => {
  const cases: [unknown, RegExp][] = [
    [{ put: "x" }, /put must be a list/],
    [{ put: [{ path: "x" }] }, /put\[0\]\.path must be a path/],
    [{ put: [{ path: "static/a" }] }, /put\[0\] must be given either/],
    [{ put: [{ path: "static/a", sha256: "abc" }] }, /put\[0\]\.sha256 must be 64/],
    [{ put: [{ path: "static/a", content: "x", sha256: digest("x") }] }, /either/],
    [{ put: [{ path: "static/a", contents: "x" }] }, /put\[0\]\.contents is not known/],
    [{ delete: ["../a"] }, /delete\[0\] must be a path/],
    [{ delete: [1] }, /delete\[0\] must be a text/],
    [{ puts: [] }, /puts is not known/],
    [{ dryRun: 1 }, /dryRun must be true or false/],
    [{ put: [{ path: "static/a", content: "x" }], delete: ["static/a"] }, /static\/a is named twice/],
    ["x", /The body must be an object/],
    [null, /The body must be an object/],
  ];
  for (const [body, expected] of cases) {
    const answer = await change(body);
    assert.equal(answer.status, 400, JSON.stringify(body));
    assert.match((await refused(answer)).problems.map((p) => p.message).join("\n"), expected);
  }
});

test("an empty change is done", async () => {
  assert.equal((await change({})).status, 200);
});
