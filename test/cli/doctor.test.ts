import assert from "node:assert/strict";
import { test } from "node:test";
import { findIllnesses } from "../../src/cli/doctor.ts";
import type { Health } from "../../src/site/health.ts";
import { openLocalBlog } from "./local-blog.ts";
import { deckle, makeFolder } from "./run-deckle.ts";

const NOW = Date.parse("2026-03-10T12:00:00Z");
const WELL: Health = {
  pictures: { bound: true, lastFailure: null },
  purges: { waiting: 1, since: "2026-03-10T11:59:00Z" },
};

test("doctor has nothing to say of a blog that does all that it could", () => {
  assert.deepEqual(findIllnesses(WELL, NOW), []);
});

test("on an author's own machine nothing waits for a cache that is not there", async () => {
  const { origin, token, changeElsewhere, query } = await openLocalBlog();
  await changeElsewhere({ "content/posts/a.md": "---\ntitle: A\ndate: 2024-05-01\n---\n" });
  await query("update purge set created_at = created_at - 3600");
  const folder = await makeFolder({ "hugo.yaml": "title: A blog\n" });
  const run = await deckle(["doctor", "--site", folder, "--to", origin], { env: { DECKLE_TOKEN: token } });
  assert.deepEqual(run, {
    code: 0,
    stdout: `${origin} is well: pictures are made smaller, no cache stands before it.\n`,
    stderr: "",
  });
});

test("doctor says what is not done, and what to do", () => {
  const failure = { at: "2026-03-09T12:00:00Z", message: "Free transformations are used up (9422)" };
  const cases: [Health, RegExp[]][] = [
    [{ ...WELL, pictures: { bound: false, lastFailure: failure } }, [/bind \[images\] in wrangler\.toml/]],
    [{ ...WELL, pictures: { bound: true, lastFailure: failure } }, [/2026-03-09T12:00:00Z.*\(9422\)/]],
    [{ ...WELL, pictures: { bound: true, lastFailure: { ...failure, at: "2026-01-01T00:00:00Z" } } }, []],
    [{ ...WELL, purges: { waiting: 2, since: "2026-03-10T11:50:00Z" } }, [/^2 purges waiting.*cron/]],
  ];
  for (const [health, expected] of cases) {
    const found = findIllnesses(health, NOW);
    assert.equal(found.length, expected.length);
    for (const [i, pattern] of expected.entries()) assert.match(found[i] ?? "", pattern);
  }
});
