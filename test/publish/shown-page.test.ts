import assert from "node:assert/strict";
import { test } from "node:test";
import { openBlog } from "../harness.ts";

test("a page that shows another one shows it as it is now", async () => {
  const { publish, request } = await openBlog();
  const body = async () => (await (await request("/posts/a/")).text()).replace(/\s+/g, " ");
  const shown = (mood: string, text: string) => `---\ntitle: B\nmood: ${mood}\n---\n${text}\n`;
  await publish({
    "hugo.yaml": "baseURL: https://blog.example/",
    "layouts/shortcodes/show.html":
      '{{ with site.GetPage (.Get 0) }}<div class="shown">{{ .Params.mood }}: {{ .Content }}</div>{{ end }}',
    "content/posts/a.md": '---\ntitle: A\n---\n{{< show "posts/b" >}}\n',
    "content/posts/b.md": shown("calm", "One.\n\n```python\nimport os\n```"),
  });
  assert.match(await body(), /<div class="shown">calm: <p>One\./);
  assert.match(await body(), /<span style="[^"]*">import</);

  await publish({ "content/posts/b.md": shown("wild", "Two.") });
  assert.match(await body(), /<div class="shown">wild: <p>Two\./);
});

test("a content file in a bundle is shown as it is now, also one that comes later", async () => {
  const { publish, request } = await openBlog();
  const body = async () => (await (await request("/posts/a/")).text()).replace(/\s+/g, " ");
  await publish({
    "hugo.yaml": "baseURL: https://blog.example/\nmarkup: { goldmark: { renderer: { unsafe: true } } }",
    "layouts/shortcodes/include.html":
      "{{ with .Page.Resources.Get (.Get 0) }}[{{ .Content }}]{{ else }}[nothing]{{ end }}",
    "content/posts/a/index.md": '---\ntitle: A\n---\n{{< include "map.html" >}} {{< include "note.md" >}}\n',
    "content/posts/a/map.html": "<svg><title>Old</title></svg>",
  });
  assert.match(await body(), /\[<svg><title>Old<\/title><\/svg>\] \[nothing\]/);

  await publish({ "content/posts/a/map.html": "<svg><title>New</title></svg>" });
  assert.match(await body(), /\[<svg><title>New<\/title>/);
  await publish({ "content/posts/a/note.md": "---\ntitle: Note\n---\n```python\nimport os\n```\n" });
  assert.match(await body(), /\[<div class="highlight">.*<span style="[^"]*">import</);
  assert.equal((await request("/posts/a/note/")).status, 404);
  await publish({ "content/posts/a/note.md": null });
  assert.match(await body(), /\] \[nothing\]/);
});

test("a page that not all may read is shown by no other", async () => {
  const { publish, request, clock } = await openBlog();
  await clock("2025-01-01T00:00:00Z");
  const hidden = ["draft: true", "publishDate: 2025-02-01", "expiryDate: 2025-02-01"];
  await publish({
    "hugo.yaml": "baseURL: https://blog.example/",
    "layouts/shortcodes/show.html":
      "{{ with site.GetPage (.Get 0) }}[{{ .Title }}{{ with .Params.secret }}{{ . }}{{ end }}{{ .Summary }}]{{ end }}",
    "layouts/shortcodes/dated.html":
      '{{ with site.GetPage (.Get 0) }}({{ .Date.Format "2.1.2006" }}){{ end }}',
    ...Object.fromEntries(
      hidden.map((line, i) => [
        `content/posts/b${i}.md`,
        `---\ntitle: B\nsecret: Secret\ndate: 2020-03-04\n${line}\n---\nSecret.\n`,
      ]),
    ),
    "content/posts/a.md": `---\ntitle: A\n---\n${hidden.map((_, i) => `{{< show "posts/b${i}" >}} {{< dated "posts/b${i}" >}}`).join("\n")}\n`,
  });
  const answer = await request("/posts/a/");
  assert.equal(answer.status, 200);
  const html = await answer.text();
  assert.doesNotMatch(html, /Secret/);
  // What a link to it tells is told, as it was.
  assert.ok(html.includes("(4.3.2020)"));
});
