import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { openBlog } from "../../harness.ts";
import { PNG } from "../picture.ts";
import { refused, written } from "./answer.ts";

const blog = await openBlog();
await blog.clock("2026-03-09T20:30:00Z");
await blog.publish({ "hugo.yaml": "title: Sổ tay\ntimeZone: Asia/Ho_Chi_Minh\n" });

const send = (method: string, path: string, fields: unknown, headers: Record<string, string> = {}) =>
  blog.asAuthor(path, { method, headers, body: JSON.stringify(fields) });
const create = (fields: unknown) => send("POST", "/api/v1/posts", fields);
const source = async (path: string) => (await blog.asAuthor(`/api/v1/files/${path}`)).text();

/** Every test has a post of its own to change. */
let count = 0;
let name = "";
beforeEach(() => {
  count += 1;
  name = `post-${count}`;
});

async function add(text: string): Promise<{ address: string; path: string; etag: string }> {
  const path = `content/posts/${name}.md`;
  await blog.publish({ [path]: text });
  const address = `/api/v1/posts/posts/${name}`;
  return { address, path, etag: (await blog.asAuthor(address)).headers.get("etag") ?? "" };
}

test("POST writes a file named by the title in plain letters, dated now in the site's zone, and it is public at once", async () => {
  const answer = await create({ title: "Một ngày ở Huế", body: "Trời mưa.\n", tags: ["du lịch"] });
  assert.equal(answer.status, 201);
  assert.equal(answer.headers.get("location"), "/api/v1/posts/posts/mot-ngay-o-hue");
  const { path, etag, urls, warnings, purge } = await written(answer);
  assert.equal(path, "content/posts/mot-ngay-o-hue.md");
  assert.equal(etag, answer.headers.get("etag"));
  assert.deepEqual(urls, { added: ["/posts/mot-ngay-o-hue/"], changed: [], moved: [], removed: [] });
  assert.deepEqual(warnings, []);
  assert.equal(purge.done, false);
  const text = await source("content/posts/mot-ngay-o-hue.md");
  assert.match(text, /^---\n[\s\S]*title: "?Một ngày ở Huế"?\n/);
  assert.match(text, /2026-03-10T03:30:00\+07:00/);
  assert.match(await (await blog.request("/posts/mot-ngay-o-hue/")).text(), /Trời mưa/);
  assert.match(await (await blog.request("/")).text(), /Một ngày ở Huế/);
});

test("a slug names the file instead, and a draft is not public", async () => {
  const { path, urls } = await written(await create({ title: "Anything", slug: "my-slug", draft: true }));
  assert.equal(path, "content/posts/my-slug.md");
  assert.deepEqual(urls.added, []);
  assert.equal((await blog.request("/posts/my-slug/")).status, 404);
});

test("a name that is taken, as a file or as a bundle, is refused and nothing is overwritten", async () => {
  await blog.publish({ [`content/posts/${name}/index.md`]: "---\ntitle: Bundle\n---\n" });
  const answer = await create({ title: "Other", slug: name });
  assert.equal(answer.status, 409);
  const { code, detail } = await refused(answer);
  assert.equal(code, "conflict");
  assert.match(detail, new RegExp(`content/posts/${name}/index.md exists`));
});

test("what is wrong with the fields is told field by field, and nothing is written", async () => {
  const cases: [unknown, RegExp][] = [
    [{ body: "x" }, /title/],
    [{ title: "  " }, /title/],
    [{ title: 5 }, /title must be a text/],
    [{ title: "x", tags: "a" }, /tags must be a list/],
    [{ title: "x", tags: ["a", 1] }, /tags\[1\] must be a text/],
    [{ title: "x", draft: "yes" }, /draft must be true or false/],
    [{ title: "x", date: "tomorrow" }, /date must be a date/],
    [{ title: "x", titel: "y" }, /titel is not known/],
    [{ title: "x", slug: "a/b" }, /slug/],
    [{ title: "x", slug: "../x" }, /slug/],
    [{ title: "x", slug: "_index" }, /slug/],
    [["x"], /The body must be an object/],
    [{ title: "\ud800" }, /title must be a text/],
  ];
  for (const [fields, expected] of cases) {
    const answer = await create(fields);
    assert.equal(answer.status, 400, JSON.stringify(fields));
    assert.match((await refused(answer)).problems.map((p) => p.message).join("\n"), expected);
  }
  const broken = await blog.asAuthor("/api/v1/posts", { method: "POST", body: '{"title": ' });
  assert.equal(broken.status, 400);
});

test("GET of a post has its fields, body and status, and its validator", async () => {
  const { address, etag } = await add("---\ntitle: A\ntags: [x, 2024, yes]\ndate: 2026-01-02\n---\nBody\n");
  const answer = await blog.asAuthor(address);
  assert.equal(answer.status, 200);
  assert.deepEqual(await answer.json(), {
    post: `posts/${name}`,
    path: `content/posts/${name}.md`,
    etag,
    title: "A",
    status: "published",
    date: "2026-01-02T00:00:00+07:00",
    url: `/posts/${name}/`,
    tags: ["x", "2024", "true"],
    draft: false,
    slug: null,
    description: null,
    body: "Body\n",
  });
  assert.equal((await blog.asAuthor(address, { headers: { "if-none-match": etag } })).status, 304);
  assert.equal((await blog.asAuthor("/api/v1/posts/posts/none")).status, 404);
});

test("PATCH of one tag is a change of one line: comments, order, quoting and the body's bytes stay", async () => {
  const text = `---\n# kept\ntitle: 'Quoted'   # why\ntags: ["a", "b"]\nmine: {x: 1}\n---\r\nBody  \n\n\ttail`;
  const { address, path, etag } = await add(text);
  const answer = await send("PATCH", address, { tags: ["a", "c"] }, { "if-match": etag });
  assert.equal(answer.status, 200);
  assert.equal(await source(path), text.replace('["a", "b"]', '["a", "c"]'));
});

test("PATCH of the body leaves the front matter's bytes, null takes a field away", async () => {
  const { address, path, etag } = await add("---\ntitle: A\ndescription: gone\n---\nOld\n");
  const answer = await send("PATCH", address, { body: "New\n", description: null }, { "if-match": etag });
  assert.equal(answer.status, 200);
  assert.equal(await source(path), "---\ntitle: A\n---\nNew\n");
  assert.match(await (await blog.request(`/posts/${name}/`)).text(), /New/);
});

test("publishing a draft by PATCH adds its address, and drafting it again removes it", async () => {
  const { address, etag } = await add("---\ntitle: A\ndraft: true\n---\nText\n");
  const published = await written(await send("PATCH", address, { draft: false }, { "if-match": etag }));
  assert.ok(published.urls.added.includes(`/posts/${name}/`));
  const drafted = await written(
    await send("PATCH", address, { draft: true }, { "if-match": published.etag ?? "" }),
  );
  assert.ok(drafted.urls.removed.includes(`/posts/${name}/`));
});

test("a change that names no version is 428, of another version 412, both with the one that stands", async () => {
  const { address, path, etag } = await add("---\ntitle: A\n---\nText\n");
  const [unnamed, other] = [
    await send("PATCH", address, { title: "B" }),
    await send("PATCH", address, { title: "B" }, { "if-match": `"${"0".repeat(64)}"` }),
  ];
  assert.deepEqual([unnamed.status, other.status], [428, 412]);
  for (const answer of [unnamed, other]) {
    assert.equal(answer.headers.get("etag"), etag);
    assert.equal((await refused(answer)).etag, etag);
  }
  assert.equal((await blog.asAuthor(address, { method: "DELETE" })).status, 428);
  assert.equal(await source(path), "---\ntitle: A\n---\nText\n");
});

test("of two changes of the same version at the same time, one is kept and the other refused", async () => {
  const { address, path, etag } = await add("---\ntitle: A\n---\nText\n");
  const answers = await Promise.all(
    ["B", "C", "D"].map((title) => send("PATCH", address, { title }, { "if-match": etag })),
  );
  assert.deepEqual(answers.map((answer) => answer.status).sort(), [200, 412, 412]);
  assert.match(await source(path), /title: [BCD]/);
});

test("If-Match: * changes whatever is there", async () => {
  const { address } = await add("---\ntitle: A\n---\nText\n");
  assert.equal((await send("PATCH", address, { title: "B" }, { "if-match": "*" })).status, 200);
});

test("DELETE takes the post away, and a bundle's pictures with it", async () => {
  const folder = `content/posts/${name}`;
  await blog.publish({ [`${folder}/index.md`]: "---\ntitle: A\n---\n![](p.png)", [`${folder}/p.png`]: PNG });
  assert.equal((await blog.request(`/posts/${name}/p.png`)).status, 200);
  const answer = await blog.asAuthor(`/api/v1/posts/posts/${name}`, {
    method: "DELETE",
    headers: { "if-match": "*" },
  });
  assert.equal(answer.status, 200);
  const { etag, urls } = await written(answer);
  assert.equal(etag, null);
  assert.ok(urls.removed.includes(`/posts/${name}/`), JSON.stringify(urls));
  assert.equal((await blog.request(`/posts/${name}/`)).status, 404);
  assert.equal((await blog.request(`/posts/${name}/p.png`)).status, 404);
  assert.equal((await blog.asAuthor(`/api/v1/posts/posts/${name}`)).status, 404);
});

test("a bundle that another language's post lives in keeps its pictures", async () => {
  const folder = `content/posts/${name}`;
  await blog.publish({
    [`${folder}/index.md`]: "---\ntitle: A\n---\n",
    [`${folder}/index.en.md`]: "---\ntitle: A\n---\n",
    [`${folder}/p.png`]: PNG,
  });
  await blog.asAuthor(`/api/v1/posts/posts/${name}`, { method: "DELETE", headers: { "if-match": "*" } });
  assert.equal((await blog.asAuthor(`/api/v1/files/${folder}/p.png`)).status, 200);
});

test("front matter that cannot be read refuses the whole write with file and line", async () => {
  const { address, etag } = await add("---\ntitle: A\n---\nText\n");
  const path = `content/posts/${name}.md`;
  const answer = await blog.asAuthor(`/api/v1/files/${path}`, {
    method: "PUT",
    headers: { "if-match": etag },
    body: "---\ntitle: [open\n---\nText\n",
  });
  assert.equal(answer.status, 422);
  const [problem] = (await refused(answer)).problems;
  assert.equal(problem?.path, path);
  assert.ok((problem?.line ?? 0) >= 1);
  assert.match(await (await blog.request(`/posts/${name}/`)).text(), /Text/);
  assert.equal((await blog.asAuthor(address)).headers.get("etag"), etag);
});

test("the list is newest first with a status each, and is read on in parts", async () => {
  const other = await openBlog();
  await other.clock("2026-06-01T00:00:00Z");
  await other.publish({
    "hugo.yaml": "title: A\n",
    "content/posts/a.md": "---\ntitle: A\ndate: 2026-01-01\n---\n",
    "content/posts/b.md": "---\ntitle: B\ndate: 2026-02-01\ndraft: true\n---\n",
    "content/posts/c.md": "---\ntitle: C\ndate: 2027-01-01\n---\n",
    "content/posts/d.md": "---\ntitle: D\ndate: 2025-01-01\nexpiryDate: 2026-05-01\n---\n",
  });
  interface List {
    posts: { post: string; status: string }[];
    next: string | null;
  }
  const list = async (query: string) =>
    (await (await other.asAuthor(`/api/v1/posts${query}`)).json()) as List;
  const all = await list("");
  assert.deepEqual(
    all.posts.map(({ post, status }) => [post, status]),
    [
      ["posts/c", "scheduled"],
      ["posts/b", "draft"],
      ["posts/a", "published"],
      ["posts/d", "expired"],
    ],
  );
  assert.equal(all.next, null);
  const first = await list("?limit=3");
  const second = await list(`?limit=3&after=${encodeURIComponent(first.next ?? "")}`);
  assert.deepEqual([...first.posts, ...second.posts], all.posts);
  for (const query of ["?limit=0", "?limit=x", "?limit=501", "?after=", "?after=%25zz"])
    assert.equal((await other.asAuthor(`/api/v1/posts${query}`)).status, 400, query);
});

test("a list is asked for by names and values that are known, and others are told which these are", async () => {
  const cases: [string, RegExp][] = [
    ["?status=foo", /status must be one of draft, scheduled, published, expired/],
    ["?status=", /status must be one of/],
    ["?state=draft", /state is not known here; known are limit, after, status/],
  ];
  for (const [query, expected] of cases) {
    const answer = await blog.asAuthor(`/api/v1/posts${query}`);
    assert.equal(answer.status, 400, query);
    assert.match((await refused(answer)).detail, expected);
  }
});

test("PATCH refuses an empty title, as POST does", async () => {
  const { address, path } = await add("---\ntitle: A\n---\nText\n");
  for (const title of ["", "  ", null]) {
    const answer = await send("PATCH", address, { title }, { "if-match": "*" });
    assert.equal(answer.status, 400, JSON.stringify(title));
    assert.match((await refused(answer)).detail, /title must be a text that is not empty/);
  }
  assert.equal(await source(path), "---\ntitle: A\n---\nText\n");
});

test("a post without a date that needs repeating is told its date, and keeps it", async () => {
  const linking = `---\ntitle: Linking\n---\n[it]({{< relref "awaited" >}})\n${"word ".repeat(1200)}`;
  const pages = Array.from({ length: 22 }, (_, i) => [`content/notes/n${i}.md`, linking]);
  await blog.publish(Object.fromEntries(pages));
  const first = await create({ title: "Awaited", section: "posts" });
  assert.equal(first.status, 202);
  const { date } = (await first.json()) as { date: string };
  await blog.clock("2026-03-09T21:30:00Z");
  let answer = await create({ title: "Awaited", section: "posts", date });
  for (let steps = 0; answer.status === 202 && steps < 9; steps += 1)
    answer = await create({ title: "Awaited", section: "posts", date });
  assert.equal(answer.status, 201);
  assert.equal(date, "2026-03-10T03:30:00+07:00");
  assert.match(await source("content/posts/awaited.md"), /2026-03-10T03:30:00\+07:00/);
});

test("a post is written where the default language has its content", async () => {
  const other = await openBlog();
  const languages = "{ en: { contentDir: content/en }, vi: { contentDir: content/vi } }";
  await other.publish({
    "hugo.yaml": `title: Sổ tay\ndefaultContentLanguage: vi\nlanguages: ${languages}\n`,
  });
  const answer = await other.asAuthor("/api/v1/posts", {
    method: "POST",
    body: JSON.stringify({ title: "Mưa" }),
  });
  assert.equal(answer.headers.get("location"), "/api/v1/posts/vi/posts/mua");
  const { path, urls, warnings } = await written(answer);
  assert.deepEqual([path, urls.added, warnings], ["content/vi/posts/mua.md", ["/posts/mua/"], []]);
});
