import assert from "node:assert/strict";
import { test } from "node:test";
import { connectAuthorApi, type Send } from "../../src/cli/author-api.ts";
import type { FilePath } from "../../src/site/change-set.ts";

/** A server that gives these answers, one after the other. */
function scripted(...answers: (Response | Error)[]): { send: Send; asked: string[] } {
  const asked: string[] = [];
  const send: Send = async (url, init) => {
    asked.push(`${init.method} ${url}`);
    const answer = answers.shift();
    assert(answer, "asked once too often");
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { send, asked };
}

const connect = (send: Send) =>
  connectAuthorApi({ origin: "https://b.example", token: "dkl_x", send, patience: 0 });

const problem = (status: number, body: object): Response =>
  Response.json({ status, ...body }, { status, headers: { "content-type": "application/problem+json" } });

const CHANGE = { put: [], delete: [], dryRun: false, message: "" };

test("a server that is busy or out of CPU for a moment is asked again", async () => {
  const { send, asked } = scripted(
    new Response("error code: 1102", { status: 503 }),
    new TypeError("fetch failed", { cause: new Error("ECONNRESET") }),
    problem(503, { code: "unavailable", detail: "D1 did not answer" }),
    Response.json({ etag: '"1"', site: "s", files: [] }),
  );
  assert.equal((await connect(send).tree()).etag, '"1"');
  assert.equal(asked.length, 4);
});

test("a server that stays away is given up with one line that names it", async () => {
  const away = Array.from(
    { length: 6 },
    () => new TypeError("fetch failed", { cause: new Error("ENOTFOUND") }),
  );
  await assert.rejects(connect(scripted(...away).send).tree(), {
    name: "CommandFailure",
    message: "https://b.example cannot be reached: ENOTFOUND",
  });
});

test("each of the protocol's answers becomes its outcome", async () => {
  const done = { etag: '"2"', urls: {}, warnings: [], purge: {} };
  const { send } = scripted(
    problem(409, { code: "missing-blobs", problems: [{ message: "missing" }], missing: ["a".repeat(64)] }),
    Response.json({ rendered: 3, of: 9 }, { status: 202 }),
    Response.json(done),
    problem(422, { code: "unreadable", problems: [{ message: "no", path: "content/a.md", line: 3 }] }),
  );
  const api = connect(send);
  assert.deepEqual(await api.change(CHANGE), { status: "missing", missing: ["a".repeat(64)] });
  assert.deepEqual(await api.change(CHANGE), { status: "rendering", rendered: 3, of: 9 });
  assert.deepEqual(await api.change(CHANGE), { status: "done", ...done });
  assert.deepEqual(await api.change(CHANGE), {
    status: "refused",
    problems: [{ code: "unreadable", message: "no", path: "content/a.md", line: 3 }],
  });
});

test("a host without Deckle is told apart from a token that is not accepted", async () => {
  const { send } = scripted(
    new Response("<h1>Not found</h1>", { status: 404, headers: { "content-type": "text/html" } }),
    problem(401, { code: "unauthorised", detail: "Send a token" }),
  );
  await assert.rejects(connect(send).tree(), /no author's API: does Deckle run there/);
  await assert.rejects(connect(send).tree(), /does not accept the token/);
});

test("no message has the token in it", async () => {
  const refusals = [400, 401, 403, 404, 405, 413, 500].map((status) => problem(status, { detail: "no" }));
  const { send } = scripted(...refusals);
  for (const _ of refusals)
    await assert.rejects(connect(send).tree(), (error: Error) => !error.message.includes("dkl_x"));
});

test("a file whose bytes break off is asked for again, from its beginning", async () => {
  const broken = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(Buffer.from("hal")),
    pull: (controller) =>
      controller.error(new TypeError("terminated", { cause: new Error("other side closed") })),
  });
  const { send, asked } = scripted(new Response(broken), new Response("whole"));
  const read = async (body: AsyncIterable<Uint8Array>) => {
    let text = "";
    for await (const bytes of body) text += Buffer.from(bytes);
    return text;
  };
  assert.equal(await connect(send).readFile("content/từ bỏ.md" as FilePath, read), "whole");
  assert.equal(asked[1], "GET https://b.example/api/v1/files/content/t%E1%BB%AB%20b%E1%BB%8F.md");
});

test("a server that is not there at all is told at once", async () => {
  const refused = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
  const { send, asked } = scripted(new TypeError("fetch failed", { cause: refused }));
  await assert.rejects(connect(send).tree(), /cannot be reached/);
  assert.equal(asked.length, 1);
});
