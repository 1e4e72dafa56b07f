import assert from "node:assert/strict";
import { test } from "node:test";
import { createPurge, type PlatformCache } from "../../src/http/purge.ts";

/** Stands at the platform's edge: it is absent locally, so nothing real can take its place. */
function recordingCache(answer: Awaited<ReturnType<PlatformCache["purge"]>> | Error) {
  const calls: unknown[] = [];
  const cache: PlatformCache = {
    async purge(options) {
      calls.push(options);
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
  return { cache, calls };
}

const DONE = { success: true, errors: [] };

test("the tags of a change go out in one call, each once", async () => {
  const { cache, calls } = recordingCache(DONE);
  assert.deepEqual(await createPurge(cache).purge(["a", "b", "a"]), { done: true, tags: 2 });
  assert.deepEqual(calls, [{ tags: ["a", "b"] }]);
});

test("more tags than a call takes purge everything, and so does *", async () => {
  const { cache, calls } = recordingCache(DONE);
  await createPurge(cache).purge(Array.from({ length: 101 }, (_, i) => `t${i}`));
  await createPurge(cache).purge(["*"]);
  assert.deepEqual(calls, [{ purgeEverything: true }, { purgeEverything: true }]);
});

test("without tags nothing is called; without a cache it says so", async () => {
  const { cache, calls } = recordingCache(DONE);
  assert.deepEqual(await createPurge(cache).purge([]), { done: false, reason: "nothing-to-purge" });
  assert.deepEqual(calls, []);
  assert.deepEqual(await createPurge(undefined).purge(["a"]), { done: false, reason: "no-cache" });
});

test("a purge that is refused or breaks is queued with the reason, and never rejects", async (t) => {
  const log = t.mock.method(console, "warn", () => {});
  const refused = recordingCache({ success: false, errors: [{ code: 1134, message: "rate limited" }] });
  const broken = recordingCache(new Error("network lost"));
  assert.deepEqual(await createPurge(refused.cache).purge(["a"]), {
    done: false,
    reason: "queued",
    message: "rate limited (1134)",
  });
  assert.deepEqual(await createPurge(broken.cache).purge(["a"]), {
    done: false,
    reason: "queued",
    message: "network lost",
  });
  assert.deepEqual(
    log.mock.calls.map(({ arguments: [line] }) => JSON.parse(String(line))),
    [
      { event: "purge-refused", tags: 1, message: "rate limited (1134)" },
      { event: "purge-refused", tags: 1, message: "network lost" },
    ],
  );
});
