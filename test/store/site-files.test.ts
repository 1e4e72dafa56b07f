// The author's list of posts: which pages are in it, how it is read on, and what that costs.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { NEVER } from "../../src/site/contribution.ts";
import { POST_STATUSES, type PostStatus } from "../../src/site/site-files.ts";
import { createChangeStore } from "../../src/store/change-store.ts";
import { createSiteFiles, postList } from "../../src/store/site-files.ts";
import { openBlog } from "../harness.ts";
import { openDatabase } from "./open-database.ts";
import { countRows, filePath, NO_MEDIA, NOTHING, SITE, stagedPost } from "./sample-rows.ts";

interface Listed {
  posts: { post: string; status: string }[];
  next: string | null;
}

const file = (more: string) => `---\ntitle: T\n${more}---\n`;

async function openList(files: { [path: string]: string }) {
  const { publish, asAuthor, clock } = await openBlog();
  await clock("2026-06-01T00:00:00Z");
  await publish(files);
  return async (query = "") => (await (await asAuthor(`/api/v1/posts${query}`)).json()) as Listed;
}

const SITE_OF_ALL = {
  "hugo.yaml": "title: Blog\nparams: { mainSections: [posts] }\n",
  "content/posts/public.md": file("date: 2026-01-01\n"),
  "content/posts/draft.md": file("date: 2026-01-02\ndraft: true\n"),
  "content/posts/later.md": file("date: 2026-07-01\n"),
  "content/posts/past.md": file("date: 2026-01-03\nexpiryDate: 2026-02-01\n"),
  "content/posts/passing.md": file("date: 2026-01-04\nexpiryDate: 2027-02-01\n"),
  "content/posts/_index.md": file("date: 2026-01-01\n"),
  "content/notes/one.md": file("date: 2025-12-01\n"),
  "content/notes/idea.md": file("date: 2026-05-01\ndraft: true\n"),
  "content/about.md": file(""),
};

test("the list of posts has the pages of every section with every status, newest first, and no lists", async () => {
  const list = await openList(SITE_OF_ALL);
  const { posts, next } = await list();
  assert.deepEqual(
    posts.map(({ post, status }) => [post, status]),
    [
      ["posts/later", "scheduled"],
      ["notes/idea", "draft"],
      ["posts/passing", "published"],
      ["posts/past", "expired"],
      ["posts/draft", "draft"],
      ["posts/public", "published"],
      ["notes/one", "published"],
      ["about", "published"],
    ],
  );
  assert.equal(next, null);
  const first = await list("?limit=3");
  const rest = await list(`?limit=5&after=${encodeURIComponent(first.next ?? "")}`);
  assert.deepEqual([...first.posts, ...rest.posts], posts);
});

test("the list of one status has the posts of that status, in the same order, and is read on", async () => {
  const list = await openList(SITE_OF_ALL);
  const { posts } = await list();
  for (const status of POST_STATUSES) {
    const found = await list(`?status=${status}`);
    assert.deepEqual(
      found.posts,
      posts.filter((post) => post.status === status),
    );
  }
  const first = await list("?status=draft&limit=1");
  const second = await list(`?status=draft&limit=1&after=${encodeURIComponent(first.next ?? "")}`);
  assert.deepEqual(
    [...first.posts, ...second.posts].map(({ post }) => post),
    ["notes/idea", "posts/draft"],
  );
  assert.equal(second.next, null);
});

test("a post that falls due or expires by time alone, and one that no sitemap has, are in the lists of their status", async () => {
  const { publish, asAuthor, clock } = await openBlog();
  await clock("2026-06-01T00:00:00Z");
  await publish({
    "hugo.yaml": "title: A\n",
    "content/posts/due.md": file("date: 2026-06-02\n"),
    "content/posts/past.md": file("date: 2026-01-03\nexpiryDate: 2026-06-02\n"),
    "content/posts/quiet.md": file("date: 2026-01-02\nsitemap: { disable: true }\n"),
    "content/posts/alone.md": file("date: 2026-01-01\nbuild: { list: never }\n"),
  });
  await clock("2026-06-03T00:00:00Z");
  const namesOf = async (status: string) => {
    const { posts } = (await (await asAuthor(`/api/v1/posts?status=${status}`)).json()) as Listed;
    return posts.map(({ post }) => post);
  };
  assert.deepEqual(await namesOf("published"), ["posts/due", "posts/quiet", "posts/alone"]);
  assert.deepEqual(await namesOf("expired"), ["posts/past"]);
  assert.deepEqual(await namesOf("scheduled"), []);
});

test("two languages' posts of the same name, title and date are both in a list that is read one by one", async () => {
  const list = await openList({
    "hugo.yaml": "title: A\nlanguages: { en: { contentDir: content/en }, vi: { contentDir: content/vi } }\n",
    "content/en/posts/a.md": file("date: 2026-01-01\n"),
    "content/vi/posts/a.md": file("date: 2026-01-01\n"),
  });
  const first = await list("?limit=1");
  const second = await list(`?limit=1&after=${encodeURIComponent(first.next ?? "")}`);
  const found = [...first.posts, ...second.posts].map(({ post }) => post);
  assert.deepEqual(found.sort(), ["en/posts/a", "vi/posts/a"]);
});

describe("a list of posts", () => {
  const NOW = 1_000_000;
  const LIMIT = 20;
  const TIMES: { [status in PostStatus]: { visibleFrom?: number; visibleUntil?: number } } = {
    draft: { visibleFrom: NEVER },
    scheduled: { visibleFrom: NOW + 1 },
    published: {},
    expired: { visibleUntil: NOW - 1 },
  };

  /** Posts of which forty are none that readers see, the oldest ones. */
  async function rowsOfLists(count: number) {
    const db = await openDatabase();
    const fresh = Array.from({ length: count }, (_, i) => {
      const status: PostStatus = i < 40 ? (POST_STATUSES[i % 4] ?? "draft") : "published";
      const isGone = status === "draft" || status === "expired";
      const post = stagedPost({ name: `p${i}`, at: i, ...TIMES[status], ...(isGone && { lists: [] }) });
      if (isGone) post.contribution.page.listed = 0;
      return post;
    });
    const put = fresh.map(({ contribution: { page } }) => ({
      path: filePath(page.file ?? ""),
      sha256: "",
      page: page.id,
    }));
    const store = createChangeStore(db, NO_MEDIA);
    await store.flip({ ...NOTHING, now: NOW, fresh, in: fresh.map(({ id }) => id), site: SITE });
    await db
      .prepare(
        "insert into file (path, sha256, page) select value ->> 'path', '', value ->> 'page' from json_each(?1)",
      )
      .bind(JSON.stringify(put))
      .run();
    const { rows, counted } = countRows(db);
    const files = createSiteFiles(counted, NO_MEDIA);
    const found: { [status: string]: { posts: number; rows: number } } = {};
    for (const status of [null, ...POST_STATUSES]) {
      rows.read = 0;
      const { posts } = await files.posts({ now: NOW, limit: LIMIT, after: null, status });
      found[String(status)] = { posts: posts.length, rows: rows.read };
    }
    return found;
  }

  test("reads as many rows in a large site as in a small one, whatever its status", async () => {
    const [small, large] = [await rowsOfLists(100), await rowsOfLists(900)];
    assert.deepEqual(large, small);
    assert.deepEqual(
      Object.values(large).map(({ posts }) => posts),
      [LIMIT, 10, 10, LIMIT, 10],
    );
    for (const [status, { rows }] of Object.entries(large)) assert.ok(rows <= 300, `${status}: ${rows}`);
  });

  test("reads indexes in their order, and scans and sorts no table that grows", async () => {
    const db = await openDatabase();
    for (const status of [null, ...POST_STATUSES]) {
      const { results } = await db
        .prepare(`explain query plan ${postList(status)}`)
        .bind(NOW, "", 0, LIMIT, "[]")
        .all<{ detail: string }>();
      const plan = results.map(({ detail }) => detail).join("\n");
      assert.match(plan, /SEARCH page USING INDEX page_apart \(/);
      assert.match(plan, /SEARCH listing USING (INDEX|PRIMARY KEY)/);
      assert.doesNotMatch(plan, /SCAN (page|file|listing)\b/);
    }
  });
});
