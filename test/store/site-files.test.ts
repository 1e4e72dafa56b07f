// The author's list of posts: which pages are in it, and how it is read on.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openBlog } from "../harness.ts";

interface Listed {
  posts: { post: string; status: string }[];
  next: string | null;
}

test("the list of posts has the main sections' pages with every status, and no others", async () => {
  const { publish, asAuthor, clock } = await openBlog();
  await clock("2026-06-01T00:00:00Z");
  const file = (more: string) => `---\ntitle: T\n${more}---\n`;
  await publish({
    "hugo.yaml": "title: Blog\n",
    "content/posts/public.md": file("date: 2026-01-01\n"),
    "content/posts/draft.md": file("date: 2026-01-02\ndraft: true\n"),
    "content/posts/later.md": file("date: 2026-07-01\n"),
    "content/posts/past.md": file("date: 2026-01-03\nexpiryDate: 2026-02-01\n"),
    "content/posts/_index.md": file(""),
    "content/about.md": file("date: 2026-01-01\n"),
    "content/notes/one.md": file("date: 2026-01-01\n"),
  });
  const list = async (query = "") => (await (await asAuthor(`/api/v1/posts${query}`)).json()) as Listed;
  const { posts, next } = await list();
  assert.deepEqual(
    posts.map(({ post, status }) => [post, status]),
    [
      ["posts/later", "scheduled"],
      ["posts/past", "expired"],
      ["posts/draft", "draft"],
      ["posts/public", "published"],
    ],
  );
  assert.equal(next, null);
  const first = await list("?limit=3");
  const rest = await list(`?limit=3&after=${encodeURIComponent(first.next ?? "")}`);
  assert.deepEqual([...first.posts, ...rest.posts], posts);
});
