// Faults are injected at the ports: the app itself runs here, without a Worker around it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { app, type Ports } from "../../src/app.ts";
import type { Found } from "../../src/site/document.ts";

const unused = () => Promise.reject(new Error("This port is not part of the test"));
const SECRET = "dkl_secret";

function portsWith(find: () => Promise<Found>, findByHash: Ports["tokens"]["findByHash"] = unused): Ports {
  return {
    reader: { find },
    searcher: { find: unused, fillIndex: unused },
    media: { read: async () => null },
    variants: { read: unused },
    health: { read: unused },
    tokens: { findByHash },
    publisher: { publish: unused },
    reindexer: { restart: unused, step: unused },
    files: {
      tree: unused,
      entries: unused,
      read: unused,
      putBlob: unused,
      posts: unused,
      post: unused,
      firstIn: unused,
      locale: unused,
    },
    front: { fetch: unused },
    clock: () => 0,
    baseURL: null,
    buildId: "test",
  };
}

const ask = (path: string, ports: Ports) =>
  app.fetch(
    new Request(`https://blog.example${path}`, { headers: { authorization: `Bearer ${SECRET}` } }),
    ports,
  );

/** Lets time pass until there is an answer: other work (a token's hash) comes before the wait begins. */
async function untilAnswered(pending: Response | Promise<Response>, tick: () => void): Promise<Response> {
  let answer: Response | null = null;
  const arrived = Promise.resolve(pending).then((response) => {
    answer = response;
    return response;
  });
  while (answer === null) {
    tick();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return arrived;
}

test("what breaks is a page with a reference that the log has, never stored, without a word of the fault", async (t) => {
  const log = t.mock.method(console, "error", () => {});
  const answer = await ask(
    "/posts/",
    portsWith(() => Promise.reject(new Error("no such table: page"))),
  );
  assert.equal(answer.status, 500);
  assert.equal(answer.headers.get("cache-control"), "no-store");
  assert.equal(answer.headers.get("x-content-type-options"), "nosniff");
  const body = await answer.text();
  assert.doesNotMatch(body, /no such table|\.ts:\d/);
  assert.equal(log.mock.callCount(), 1);
  const line = String(log.mock.calls[0]?.arguments[0]);
  const { reference, path, error } = JSON.parse(line);
  assert.deepEqual([path, error], ["/posts/", "no such table: page"]);
  assert.ok(body.includes(reference));
  assert.ok(!line.includes(SECRET));
});

test("the API says so as JSON", async (t) => {
  t.mock.method(console, "error", () => {});
  const answer = await ask(
    "/api/v1/files?x=dkl_y",
    portsWith(unused, () => Promise.reject(new Error("lost"))),
  );
  assert.equal(answer.status, 500);
  assert.equal(answer.headers.get("content-type"), "application/problem+json");
  assert.equal(answer.headers.get("cache-control"), "no-store");
  const { status, reference } = Object(await answer.json());
  assert.equal(status, 500);
  assert.match(reference, /^[0-9a-f]{8}$/);
});

test("storage that fails is 503 with a time to try again, whoever asks, without a word of the fault", async (t) => {
  t.mock.method(console, "error", () => {});
  const faults = ["D1_ERROR: D1 DB is overloaded", "get: We encountered an internal error. (10001)"];
  for (const fault of faults) {
    const failing = () => Promise.reject(new Error(fault));
    const ports = portsWith(failing, async (hash) => ({ id: "a", hash }));
    const api = { ...ports, files: { ...ports.files, tree: failing } };
    for (const path of ["/posts/", "/api/v1/files"]) {
      const answer = await ask(path, api);
      assert.equal(answer.status, 503, path);
      assert.equal(answer.headers.get("retry-after"), "5", path);
      assert.equal(answer.headers.get("cache-control"), "no-store", path);
      assert.doesNotMatch(await answer.text(), /D1|overloaded|10001/, path);
    }
  }
});

test("a database that does not answer is 503 with a time to try again, for readers and authors", async (t) => {
  t.mock.method(console, "error", () => {});
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const never = () => new Promise<never>(() => {});
  for (const path of ["/posts/", "/api/v1/files"]) {
    const answer = await untilAnswered(ask(path, portsWith(never, never)), () => t.mock.timers.tick(1000));
    assert.equal(answer.status, 503, path);
    assert.equal(answer.headers.get("retry-after"), "5", path);
    assert.equal(answer.headers.get("cache-control"), "no-store", path);
  }
});

const FILE: Found = {
  answer: { type: "file", path: "static/a.png", sha256: "0".repeat(64), size: 5, mediaType: "image/png" },
  validator: "v",
  tags: [],
  changesAt: null,
  basePath: "/",
};

test("a file whose bytes are lost is a fault, and not stored as an empty answer", async (t) => {
  t.mock.method(console, "error", () => {});
  const answer = await ask(
    "/a.png",
    portsWith(async () => FILE),
  );
  assert.equal(answer.status, 500);
  assert.equal(answer.headers.get("cache-control"), "no-store");
});

test("what needs no bytes of a file is answered without reading them: HEAD, 304, 416", async () => {
  const ports: Ports = { ...portsWith(async () => FILE), media: { read: unused } };
  const asks: [RequestInit, number][] = [
    [{ method: "HEAD" }, 200],
    [{ method: "HEAD", headers: { range: "bytes=0-1" } }, 206],
    [{ headers: { "if-none-match": `"${"0".repeat(64)}"` } }, 304],
    [{ headers: { range: "bytes=5-" } }, 416],
  ];
  for (const [init, status] of asks) {
    const answer = await app.fetch(new Request("https://blog.example/a.png", init), ports);
    assert.equal(answer.status, status, JSON.stringify(init));
  }
});

test("while the media store fails a picture is 503 and never stored; its smaller version too", async (t) => {
  t.mock.method(console, "error", () => {});
  t.mock.method(console, "warn", () => {});
  const failing = () => Promise.reject(new Error("get: We encountered an internal error. (10001)"));
  const ports: Ports = {
    ...portsWith(async () => FILE),
    media: { read: failing },
    variants: { read: failing },
  };
  for (const path of ["/a.png", "/_img/480/0000000000000000/a.png.avif"]) {
    const answer = await ask(path, ports);
    assert.equal(answer.status, 503, path);
    assert.equal(answer.headers.get("cache-control"), "no-store", path);
  }
});
