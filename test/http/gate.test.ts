import assert from "node:assert/strict";
import { test } from "node:test";
import { hashToken, makeToken } from "../../src/http/auth.ts";
import { NotAdmitted, openGate } from "../../src/http/gate.ts";
import type { ChangeSet, Outcome } from "../../src/site/change-set.ts";

const token = makeToken();
const hash = await hashToken(token);
const CHANGE: ChangeSet = { put: [], delete: [], dryRun: false, message: "" };
const DONE: Outcome = { status: "missing", missing: [] };

/** Ports that note what they are asked; publishing looks a token up itself where it is given one. */
function portsOf(asked: string[]) {
  return {
    tokens: {
      async findByHash(wanted: string) {
        asked.push("token");
        return wanted === hash ? { id: "t", hash } : null;
      },
    },
    publisher: {
      async publish(change: ChangeSet): Promise<Outcome> {
        asked.push(change.token === undefined ? "publish" : "publish with token");
        if (change.token === undefined || change.token === hash) return DONE;
        return { status: "refused", problems: [{ code: "unauthorised", message: "" }] };
      },
    },
    files: {
      async read() {
        asked.push("read");
        return "text";
      },
    },
    clock: () => 5,
  };
}

function gateFor(presented: string, asked: string[], body?: string) {
  const headers = new Headers({ authorization: `Bearer ${presented}` });
  if (body !== undefined) headers.set("content-length", String(body.length));
  const init = body === undefined ? { headers } : { method: "PUT", headers, body };
  return openGate(new Request("https://blog.example/api/v1/x", init), portsOf(asked));
}

test("an author's write finds its token itself: one look, and none afterwards", async () => {
  const asked: string[] = [];
  const { ports, admits } = await gateFor(token, asked, "text");
  assert.equal(await ports.publisher.publish(CHANGE), DONE);
  assert.equal(await ports.files.read(), "text");
  await ports.publisher.publish(CHANGE);
  assert.ok(await admits());
  assert.deepEqual(asked, ["publish with token", "read", "publish"]);
});

test("whatever else comes first looks the token up, once", async () => {
  const asked: string[] = [];
  const { ports, admits } = await gateFor(token, asked);
  assert.equal(ports.clock(), 5);
  await Promise.all([ports.files.read(), ports.files.read()]);
  await ports.publisher.publish(CHANGE);
  assert.ok(await admits());
  assert.deepEqual(asked, ["token", "read", "read", "publish"]);
});

test("a stranger reaches no port", async () => {
  const asked: string[] = [];
  const { ports, admits } = await gateFor(makeToken(), asked);
  await assert.rejects(ports.files.read(), NotAdmitted);
  await assert.rejects(ports.publisher.publish(CHANGE), NotAdmitted);
  assert.equal(await admits(), false);
  assert.deepEqual(asked, ["token"]);
});

test("a stranger's write is refused by publishing, and nothing else is asked after that", async () => {
  const asked: string[] = [];
  const { ports, admits } = await gateFor(makeToken(), asked, "text");
  await assert.rejects(ports.publisher.publish(CHANGE), NotAdmitted);
  await assert.rejects(ports.files.read(), NotAdmitted);
  assert.equal(await admits(), false);
  assert.deepEqual(asked, ["publish with token"]);
});

test("a long body, or one of unknown length, is taken from an author alone: the token comes first", async () => {
  for (const length of [300_000, null]) {
    const headers = new Headers({ authorization: `Bearer ${token}` });
    if (length !== null) headers.set("content-length", String(length));
    const asked: string[] = [];
    const request = new Request("https://blog.example/api/v1/x", { method: "PUT", headers, body: "x" });
    await openGate(request, portsOf(asked));
    assert.deepEqual(asked, ["token"]);
  }
});
