import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { openBlog } from "../../harness.ts";
import { PNG, SVG } from "../picture.ts";
import { refused, written } from "./answer.ts";

const blog = await openBlog();
await blog.publish({ "hugo.yaml": "title: A\n" });

const DIGEST = createHash("sha256").update(PNG).digest("hex").slice(0, 10);

async function sendForm(form: FormData) {
  const encoded = new Response(form);
  const type = encoded.headers.get("content-type") ?? "";
  const body = new Uint8Array(await encoded.arrayBuffer());
  return blog.asAuthor("/api/v1/media", { method: "POST", body, headers: { "content-type": type } });
}

test("a picture from a form gets a name of its own, a URL and the Markdown to paste", async () => {
  const form = new FormData();
  form.set("file", new File([PNG], "Ảnh chụp [1].PNG"));
  form.set("alt", "Sông [Hương]");
  const answer = await sendForm(form);
  assert.equal(answer.status, 201);
  const { path, url, markdown } = await written(answer);
  assert.equal(path, `static/media/anh-chup-1-${DIGEST}.png`);
  assert.equal(url, `/media/anh-chup-1-${DIGEST}.png`);
  assert.equal(answer.headers.get("location"), url);
  assert.equal(markdown, `![Sông \\[Hương\\]](${url})`);
  const shown = await blog.request(url ?? "");
  assert.equal(shown.headers.get("content-type"), "image/png");
  assert.deepEqual(new Uint8Array(await shown.arrayBuffer()), new Uint8Array(PNG));
});

test("a picture as the body is named by the query; without a name it has one all the same", async () => {
  const named = await blog.asAuthor("/api/v1/media?name=a.svg&alt=x", { method: "POST", body: SVG });
  assert.match((await written(named)).path ?? "", /^static\/media\/a-[0-9a-f]{10}\.svg$/);
  const unnamed = await blog.asAuthor("/api/v1/media", { method: "POST", body: PNG });
  assert.equal((await written(unnamed)).path, `static/media/picture-${DIGEST}.png`);
});

test("the same picture twice is one file", async () => {
  const send = () => blog.asAuthor("/api/v1/media?name=twice.png", { method: "POST", body: PNG });
  const [first, second] = [await send(), await send()];
  assert.deepEqual([first.status, second.status], [201, 200]);
  assert.equal((await written(first)).url, (await written(second)).url);
});

test("a name that tries to leave its folder does not", async () => {
  for (const name of ["../../hugo.yaml", "..\\x.png", "/etc/passwd", ".htaccess", "a\u0000b.png"]) {
    const answer = await blog.asAuthor(`/api/v1/media?name=${encodeURIComponent(name)}`, {
      method: "POST",
      body: PNG,
    });
    assert.match((await written(answer)).path ?? "", /^static\/media\/[a-z0-9-]+\.png$/, name);
  }
});

test("what is no picture that browsers show is refused, whatever it calls itself", async () => {
  const bodies = ["<!doctype html><script>alert(1)</script>", "x", ""];
  for (const body of bodies) {
    const answer = await blog.asAuthor("/api/v1/media?name=x.png", {
      method: "POST",
      body,
      headers: { "content-type": "image/png" },
    });
    assert.equal(answer.status, 415, body);
    assert.equal((await refused(answer)).code, "unsupported-media");
  }
});

test("a form without a file, or that is none, is told what it lacks", async () => {
  const form = new FormData();
  form.set("picture", new File([PNG], "x.png"));
  assert.match((await refused(await sendForm(form))).detail, /named “file”/);
  const broken = await blog.asAuthor("/api/v1/media", {
    method: "POST",
    body: "nonsense",
    headers: { "content-type": "multipart/form-data; boundary=x" },
  });
  assert.equal(broken.status, 400);
});
