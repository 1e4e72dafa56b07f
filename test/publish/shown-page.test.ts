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
