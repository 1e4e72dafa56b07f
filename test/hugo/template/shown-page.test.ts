// A page that shows another one's summary or content has it rendered there and then.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { ContentSource } from "../../../src/hugo/markdown/content.ts";
import type { UrlPath } from "../../../src/site/url.ts";
import { render } from "../markdown/render.ts";

/** A page that shows others by `{{< show NAME >}}`; of `pages` the bodies. */
function show(
  body: string,
  pages: { [name: string]: string },
  { known = true, template = `{{ with site.GetPage (.Get 0) }}[{{ .Content }}]{{ end }}` } = {},
) {
  const asked: string[] = [];
  const content = render(body, {
    world: {
      text(path) {
        asked.push(path);
        if (path === "layouts/shortcodes/show.html") return template;
        return known && path.startsWith("content/") ? "known" : null;
      },
      page(ref) {
        const text = pages[ref];
        if (text === undefined) return null;
        const path = `/posts/${ref}`;
        const source = {
          ...{ file: `content${path}.md`, fileBelow: `posts/${ref}.md`, bundle: "single", baseName: ref },
          ...{ format: "md", body: text, bodyLine: 1, title: ref, relPermalink: `${path}/`, permalink: "" },
          ...{
            date: "",
            lastmod: "",
            publishDate: "",
            expiryDate: "",
            section: "posts",
            type: "posts",
            kind: "page",
            path,
            params: {},
          },
          ...{ parent: "/posts", summary: "", isCJKLanguage: false, resources: [] },
        } satisfies ContentSource as ContentSource;
        return { kind: "page", title: ref, url: `${path}/` as UrlPath, lang: "en", path, date: "", source };
      },
    },
  });
  return { ...content, asked };
}

const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, "")
    .replace(/\s+/g, " ")
    .trim();

test("a shown page may show another one", () => {
  const { html, warnings, asked } = show("A {{< show b >}}", { b: "B {{< show c >}}", c: "C" });
  assert.equal(textOf(html), "A [B [C ] ]");
  assert.deepEqual(warnings, []);
  assert.ok(asked.includes("content/posts/b.md"));
});

test("pages that show each other end in a note at the first, whose author is told", () => {
  const { html, warnings } = show("{{< show b >}} and {{< show c >}}", {
    a: "A {{< show b >}}",
    b: "B {{< show a >}}",
    c: "C",
  });
  assert.equal(textOf(html), "{{&lt; show b &gt;}} and [C ]");
  assert.deepEqual(
    warnings.map(({ path, line, message }) => [path, line, /content.*/.exec(message)?.[0]]),
    [["content/posts/a.md", 4, "content/posts/b.md shows the page that shows it"]],
  );
});

test("pages of pages of pages are too much, and the page is served", () => {
  const layer = (name: string) => Array.from({ length: 12 }, (_, i) => `${name}${i}`);
  const showing = (names: string[]) => names.map((name) => `{{< show ${name} >}}`).join("\n");
  const pages = [
    ...layer("a").map((name) => [name, showing(layer("b"))]),
    ...layer("b").map((name) => [name, showing(layer("c"))]),
    ...layer("c").map((name) => [name, "C"]),
  ];
  const { html, warnings } = show(showing(layer("a")), Object.fromEntries(pages));
  assert.match(html, /<p>C<\/p>/);
  assert.match(warnings[0]?.message ?? "", /compute too much/);
});

test("a page whose text is not known yet is asked for", () => {
  const { asked } = show("{{< show b >}}", { b: "B" }, { known: false });
  assert.ok(asked.includes("content/posts/b.md"));
});

test("a page has no field that is JavaScript's own", () => {
  for (const page of ['site.GetPage "b"', ".Page"]) {
    const { html } = show("{{< show b >}}", { b: "B" }, { template: `{{ (${page}).constructor }}x` });
    assert.doesNotMatch(html, /object|x/i);
  }
});
