// What a template may not do, or what Deckle does not: a note in its place, a warning with file, line
// and name, and the rest of the page as it is.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { run } from "./template-site.ts";

const REFUSED: [name: string, template: string, warning: RegExp][] = [
  [
    "a function that is not known",
    "\n{{ images.Text 1 }}",
    /t\.html:2: the function images\.Text is not supported/,
  ],
  [
    "a field that is not known",
    "{{ .Page.Nothing }}",
    /t\.html:1: a page\.Page has no supported field or method Nothing/,
  ],
  ["the site's menus", "{{ range .Site.Menus }}{{ end }}", /\.Site\.Menus is not supported/],
  ["a page's content", "{{ .Page.Content }}", /\.Content of a page is not there while it is rendered/],
  [
    "fetching from elsewhere",
    '{{ resources.GetRemote "https://x.org" }}',
    /nothing is fetched from elsewhere/,
  ],
  [
    "what was not found",
    '{{ (.Page.Resources.Get "x").RelPermalink }}',
    /nil pointer evaluating resource\.Resource/,
  ],
  [
    "the size of no picture",
    '{{ imageConfig "/static/x.png" }}',
    /static\/x\.png is not there, or is no picture/,
  ],
  ["an error of the author's own", '{{ errorf "no %s" "src" }}', /no src/],
  ["an action that is not closed", "a\nb {{ if", /t\.html:2: an action is not closed/],
  ["a block without an end", "{{ if true }}a", /the \{\{ if \}\} of line 1 has no \{\{ end \}\}/],
  ["an end too many", "a{{ end }}", /there is an \{\{ end \}\} too many/],
  ["a variable that is not defined", "{{ $x }}", /the variable \$x is not defined/],
  ["a partial that is not there", '{{ partial "x.html" . }}', /there is no partial "x\.html"/],
  ["a date that is none", '{{ time "soon" }}', /"soon" is no date/],
];

describe("what a template can't do", () => {
  for (const [name, template, warning] of REFUSED) {
    it(`${name} leaves a note in its place and a warning`, () => {
      const { html, warnings } = run(template, { body: "before\n\n{{< t >}}\n\nafter" });
      assert.match(
        html,
        /^<p>before<\/p>\n<span class="deckle-problem" title="[^"]+">\{\{&lt; t &gt;\}\}<\/span>\n?<p>after<\/p>\n$/,
      );
      assert.match(warnings.map(({ message }) => message).join("\n"), warning);
      assert.equal(warnings[0]?.line, 6);
    });
  }

  it("keeps the text that a failing shortcode surrounds", () => {
    const { html } = run("{{ nothing .Inner }}", { body: "{{< t >}}kept{{< /t >}}" });
    assert.match(html, /<\/span>kept/);
  });

  it("in a branch that is not taken stops nothing", () => {
    assert.equal(run("{{ if false }}{{ images.Text 1 }}{{ end }}ok").html, "ok\n");
  });

  it("is caught by try", () => {
    const { html, warnings } = run(
      '{{ with try (resources.GetRemote "u") }}{{ with .Err }}failed{{ end }}{{ end }}',
    );
    assert.equal(html, "failed\n");
    assert.deepEqual(warnings, []);
  });

  it("of a render hook leaves what is printed without it", () => {
    const hooks = ["link", "image", "heading", "codeblock", "blockquote", "table"];
    const body = "# H\n\n[a](/b) ![c](d.png)\n\n```go\nx\n```\n\n> q\n\n| t |\n|---|\n| u |\n";
    const { html, warnings } = run("", {
      body,
      files: Object.fromEntries(
        hooks.map((name) => [`layouts/_default/_markup/render-${name}.html`, `{{ no${name} }}`]),
      ),
    });
    assert.equal(html, run("", { body }).html);
    for (const name of hooks)
      assert.ok(
        warnings.some(({ message }) =>
          message.startsWith(`layouts/_default/_markup/render-${name}.html:1: the function no${name}`),
        ),
      );
  });
});
