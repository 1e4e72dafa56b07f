// Pictures and covers wherever Hugo finds them: a file in assets/ is public by the pages that print its address.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openBlog } from "../harness.ts";

const CONFIG = "title: Blog\nbaseURL: https://blog.example/\n";
const picture = (width: number) => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20"/>`;
const post = (more: string, body: string) => `---\ntitle: P\ndate: 2024-05-01\n${more}---\n${body}\n`;

async function openSite(files: { [path: string]: string }) {
  const blog = await openBlog();
  const { warnings } = await blog.publish({ "hugo.yaml": CONFIG, ...files });
  const get = async (url: string) => {
    const answer = await blog.request(url);
    return { status: answer.status, text: await answer.text() };
  };
  return { ...blog, get, warnings };
}

test("a picture in assets/ is served as long as a page shows it, and follows its file", async () => {
  const { get, publish, warnings } = await openSite({
    "assets/img/a.svg": picture(40),
    "assets/img/b.svg": picture(40),
    "assets/img/unused.svg": picture(40),
    "layouts/shortcodes/own.html":
      '{{ with resources.Get "img/b.svg" }}<img alt="" src="{{ .RelPermalink }}">{{ end }}',
    "content/posts/p.md": post("", "![A](img/a.svg)\n\n{{< own >}}"),
  });
  assert.deepEqual(warnings, []);
  const { text } = await get("/posts/p/");
  assert.match(text, /<img[^>]*src="\/img\/a\.svg"[^>]*width="40"/);
  assert.match(text, /<img[^>]*src="\/img\/b\.svg"[^>]*width="40"/);
  assert.equal((await get("/img/a.svg")).text, picture(40));
  assert.equal((await get("/img/b.svg")).status, 200);
  assert.equal((await get("/img/unused.svg")).status, 404);

  await publish({ "assets/img/a.svg": picture(60) });
  assert.match((await get("/posts/p/")).text, /<img[^>]*src="\/img\/a\.svg"[^>]*width="60"/);
  assert.equal((await get("/img/a.svg")).text, picture(60));
  await publish({ "content/posts/p.md": post("", "No more.") });
  assert.equal((await get("/img/a.svg")).status, 404);
});

test("what a template minifies is served under the name that Hugo gives it", async () => {
  const { get, publish } = await openSite({
    "assets/img/a.svg": picture(40),
    "layouts/shortcodes/own.html":
      '<img alt="" src="{{ (resources.Get "img/a.svg" | minify).RelPermalink }}">',
    "content/posts/p.md": post("", "{{< own >}}"),
  });
  assert.match((await get("/posts/p/")).text, /<img[^>]*src="\/img\/a\.min\.svg"[^>]*width="40"/);
  assert.equal((await get("/img/a.min.svg")).text, picture(40));
  assert.equal((await get("/img/a.svg")).status, 404);
  await publish({ "assets/img/a.svg": picture(60) });
  assert.equal((await get("/img/a.min.svg")).text, picture(60));
});

test("the logo and the portrait of the configuration may lie in assets/, and come when they come", async () => {
  const { get, publish } = await openSite({
    "hugo.yaml": `${CONFIG}params:\n  label: { icon: img/logo.svg }\n  profileMode: { enabled: true, imageUrl: /img/me.svg }\n`,
    "assets/img/logo.svg": picture(40),
    "static/img/me.svg": picture(50),
  });
  assert.match((await get("/")).text, /<img src="\/img\/logo\.svg"[\s\S]*<img src="\/img\/me\.svg"/);
  assert.equal((await get("/img/logo.svg")).text, picture(40));
  assert.equal((await get("/img/me.svg")).text, picture(50));
  await publish({ "assets/img/logo.svg": null, "static/img/me.svg": null });
  assert.deepEqual([(await get("/img/logo.svg")).status, (await get("/img/me.svg")).status], [404, 404]);
  await publish({ "assets/img/me.svg": picture(60) });
  assert.equal((await get("/img/me.svg")).text, picture(60));
});

test("a cover lies in assets/, static/ or the bundle; one that is nowhere is not shown, and its author is told", async () => {
  const { get, warnings } = await openSite({
    "assets/covers/a.svg": picture(40),
    "static/covers/s.svg": picture(40),
    "content/posts/a.md": post("cover: { image: covers/a.svg }\n", "A"),
    "content/posts/s.md": post("cover: { image: covers/s.svg }\n", "S"),
    "content/posts/b/index.md": post("cover: { image: pic.svg }\n", "B"),
    "content/posts/b/pic.svg": picture(40),
    "content/posts/far.md": post("cover: { image: 'https://other.example/x.png' }\n", "F"),
    "content/posts/gone.md": post("cover: { image: covers/gone.png }\n", "G"),
  });
  for (const [url, src] of [
    ["/posts/a/", "/covers/a.svg"],
    ["/posts/s/", "/covers/s.svg"],
    ["/posts/b/", "/posts/b/pic.svg"],
  ] as const) {
    assert.match((await get(url)).text, new RegExp(`entry-cover"><img[^>]*src="${src}"[^>]*width="40"`), url);
    assert.equal((await get(src)).status, 200, src);
  }
  assert.match(
    (await get("/posts/far/")).text,
    /entry-cover"><img[^>]*src="https:\/\/other\.example\/x\.png"/,
  );
  assert.doesNotMatch((await get("/posts/gone/")).text, /entry-cover/);
  assert.deepEqual(
    (warnings as { path: string; line: number; code: string }[]).map(({ path, line, code }) => [
      path,
      line,
      code,
    ]),
    [["content/posts/gone.md", 4, "missing-picture"]],
  );
});

test("a sign that a URL means otherwise is one of a folder's name: `#`", async () => {
  const { get, warnings } = await openSite({
    "content/posts/c# notes/a.svg": picture(40),
    "content/posts/c# notes/index.md": post(
      "cover: { image: a.svg }\n",
      '![x](a.svg)\n\n{{< figure src="a.svg" >}}',
    ),
  });
  assert.deepEqual(warnings, []);
  const { text } = await get("/posts/c%23-notes/");
  assert.match(text, /<figure class="entry-cover"><img[^>]* src="\/posts\/c%23-notes\/a\.svg"/);
  assert.match(text, /og:image" content="https:\/\/blog\.example\/posts\/c%23-notes\/a\.svg"/);
  assert.equal(text.match(/<img[^>]* src="[^"]*a\.svg"[^>]* width="40"/g)?.length, 3);
  assert.equal((await get("/posts/c%23-notes/a.svg")).text, picture(40));
});
