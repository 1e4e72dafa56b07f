// What a template reads is asked of the site by name, so that a change of it renders the page again.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { run } from "./template-site.ts";

const READS: [name: string, template: string, question: string][] = [
  ["its own text", "x", "text:layouts/shortcodes/t.html"],
  ["a partial", '{{ partial "p" 1 }}', "text:layouts/partials/p.html"],
  ["a partial that is not there yet", '{{ partial "q" 1 }}', "text:layouts/_partials/q.html"],
  ["a data file", "{{ site.Data.books }}", "text:data/books.yaml"],
  ["all data files of a folder", "{{ range site.Data.shelf }}{{ end }}", "folder:data/shelf/"],
  ["the site's title", "{{ site.Title }}", "site:title"],
  ["the site's params", "{{ .Site.Params.a }}", "site:params"],
  ["a param of the page or the site", '{{ .Page.Param "a" }}', "site:params"],
  ["the copyright", "{{ site.Copyright }}", "site:copyright"],
  ["a file", '{{ os.ReadFile "content/x.txt" }}', "text:content/x.txt"],
  ["a picture's size", '{{ imageConfig "/static/x.png" }}', "file:static/x.png"],
  ["every page", "{{ site.RegularPages }}", "pages:en"],
  ["a translation", '{{ i18n "a" }}', "folder:i18n/"],
];

describe("a template asks for", () => {
  const files = { "layouts/partials/p.html": "{{ . }}", "data/shelf/one.yaml": "a: 1" };
  for (const [name, template, question] of READS) {
    it(name, () => {
      const { asked } = run(template, { files });
      assert.ok(asked.includes(question), asked.join("\n"));
    });
  }

  it("a picture's size, and is told", () => {
    const { html } = run('{{ with imageConfig "static/x.png" }}{{ .Width }} by {{ .Height }}{{ end }}', {
      files: { "static/x.png": "" },
    });
    assert.match(html, /3 by 2/);
  });

  it("every page, and is told when they are too many", () => {
    const { html, warnings } = run("{{ range site.RegularPages }}{{ .Title }}{{ end }}", { pages: null });
    assert.match(html, /deckle-problem/);
    assert.match(warnings[0]?.message ?? "", /too many pages/);
  });

  it("no setting that it does not read", () => {
    assert.deepEqual(
      run("{{ .Page.Title }} {{ site.BaseURL }}").asked.filter((question) => question.startsWith("site:")),
      [],
    );
  });
});
