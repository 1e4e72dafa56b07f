// When the platform fails: readers keep the page that was stored, or are told to come back; a write
// stands whatever becomes of its purge, and what was not purged is purged later.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openCachedBlog } from "./coherence.ts";
import { BEGINNING, changeSet, filesOf, firstSite } from "./random-site.ts";

const blog = await openCachedBlog();
const now = BEGINNING;
const WEEK = 604_800;

const publishFirstSite = (reset: "limited" | "unlimited" = "unlimited") => {
  // Nothing is due, so that pages are kept as long as they can be.
  const site = firstSite();
  const posts = site.posts.map((post) => ({ ...post, publish: null, expiry: null }));
  return blog.take({ now, reset, writes: [changeSet(new Map(), filesOf({ ...site, posts })) ?? {}] });
};

test("a stored page outlives its lifetime while D1 fails; what is not stored is 503 with Retry-After", async () => {
  await publishFirstSite();
  const visit = [{ url: "/posts/p0/" }, { url: "/posts/" }];
  const before = await blog.take({ now, visit });
  for (const later of [WEEK + 1, 2 * WEEK - 1]) {
    const { answers, visits } = await blog.take({ now: now + later, visit, fault: "database" });
    assert.deepEqual(
      answers.map(({ status, body }) => [status, body]),
      before.answers.map(({ status, body }) => [status, body]),
    );
    assert.deepEqual(visits, { UPDATING: 2 });
  }
  const fresh = await blog.take({ now, visit: [{ url: "/posts/p1/" }], fault: "database" });
  const [answer] = fresh.answers;
  assert.equal(answer?.status, 503);
  assert.equal(answer?.headers["retry-after"], "5");
  assert.equal(answer?.headers["cache-control"], "no-store");
  assert.doesNotMatch(answer?.body ?? "", /D1|overloaded|\.ts:\d/);
  assert.match(answer?.body ?? "", /<h1/);
});

test("pages are served while R2 fails, and files that are not stored are 503", async () => {
  await publishFirstSite();
  const visit = [{ url: "/posts/p0/" }, { url: "/" }, { url: "/index.xml" }, { url: "/sea.svg" }];
  const { answers } = await blog.take({ now, visit, fault: "bucket" });
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 200, 503],
  );
  const healed = await blog.take({ now, visit: [{ url: "/sea.svg" }] });
  assert.equal(healed.answers[0]?.status, 200);
});

test("a write whose purge is refused stands and says so; the cron purges it", async () => {
  await publishFirstSite("limited");
  const site = firstSite();
  const edit = (body: number) => {
    const posts = site.posts.map((post, i) => (i === 0 ? { ...post, body, title: body } : post));
    return {
      put: [{ path: "content/posts/p0.md", content: filesOf({ ...site, posts }).get("content/posts/p0.md") }],
    };
  };
  const purgeOf = (body: string): unknown => JSON.parse(body).purge;
  const visit = [{ url: "/posts/p0/" }, { url: "/posts/" }];
  // The bucket of 25 is emptied: an author does not write that fast, a script does.
  const writes = Array.from({ length: 25 }, (_, i) => edit(i + 1));
  const burst = await blog.take({ now, writes, visit });
  assert.deepEqual(purgeOf(burst.outcomes[0]?.body ?? ""), purgeDone(purgeOf(burst.outcomes[0]?.body ?? "")));
  const refused = await blog.take({ now, writes: [edit(99)], visit });
  const purge = purgeOf(refused.outcomes[0]?.body ?? "");
  assert.deepEqual(purge, { done: false, reason: "queued", message: "rate limited: too many purges (1134)" });
  assert.match(refused.answers[0]?.body ?? "", /Body “(?!99)/);
  const uncached = await blog.take({ now, visit, uncached: true });
  assert.match(uncached.answers[0]?.body ?? "", /Body “99”/);

  const healed = await blog.take({ now: now + 60, cron: true, visit });
  assert.match(healed.answers[0]?.body ?? "", /Body “99”/);
  assert.match(healed.answers[1]?.body ?? "", /Post 0\.99/);
  const { differences } = await blog.take({ now: now + 60, compare: true });
  assert.deepEqual(differences, []);
});

/** The same, checked to be a purge that was done. */
function purgeDone(purge: unknown): unknown {
  assert.ok(typeof purge === "object" && purge !== null && "done" in purge && purge.done === true);
  return purge;
}
