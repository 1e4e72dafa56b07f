import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { loadGrammars } from "../../../src/hugo/markdown/highlight.ts";
import { parseUrlPath } from "../../../src/site/url.ts";
import { render } from "../markdown/render.ts";

describe("a shortcode that cannot be rendered leaves the rest of the page as it is", () => {
  const UNCLOSED = /^the tag of figure is not closed: write >}} at its end$/;
  const CASES = [
    { name: "an unknown one", tag: "{{< nobody a=1 >}}", says: /nobody is not known: add/ },
    {
      name: "one that is nearly known",
      tag: "{{< vime 1 >}}",
      says: /not known: write vimeo if you mean that, add/,
    },
    { name: "an unclosed one", tag: "{{< details >}}", says: /details is not closed/ },
    { name: "a closing tag alone", tag: "{{< /details >}}", says: /closes nothing/ },
    { name: "arguments of both kinds", tag: '{{< figure "a" src="b" >}}', says: /with and without names/ },
    { name: "an open quote", tag: '{{< figure src="a >}}', says: /is not closed/ },
    { name: "a tag without an end", tag: "{{< figure src=a", says: UNCLOSED },
    { name: "one before another tag", tag: '{{< figure src="a"\n\n{{< qr >}}x{{< /qr >}}', says: UNCLOSED },
    { name: "a tag that ends as a template's does", tag: '{{< figure "a" }}', says: UNCLOSED },
    { name: "one as Markdown", tag: "{{% figure a >}}", says: /write %}} at its end/ },
    { name: "no name", tag: "{{< >}}", says: /no name/ },
    { name: "an unquoted slash", tag: "{{< gist user/x 12 >}}", says: /with a slash must be quoted/ },
    { name: "a video without its id", tag: "{{< youtube >}}", says: /needs the id/ },
    { name: "an unknown parameter", tag: "{{< param nothing >}}", says: /the parameter nothing is neither/ },
    { name: "an unknown one as Markdown", tag: "{{% nobody a=1 %}}", says: /nobody is not known/ },
    { name: "an unknown parameter as Markdown", tag: "{{% param nothing %}}", says: /is neither/ },
    { name: "an inline one never written", tag: "{{< x.inline />}}", says: /between its tags/ },
  ];
  for (const { name, tag, says } of CASES) {
    it(`${name}: a note in its place, and a warning with file and line`, () => {
      const { html, warnings } = render(`before\n\n${tag}\n\n**after**\n`, {
        config: "enableInlineShortcodes: true\n",
      });
      assert.match(html, /<p>before<\/p>/);
      assert.match(html, /class="deckle-problem"/);
      assert.match(html, /<strong>after<\/strong>/);
      assert.equal(warnings.length, 1);
      assert.match(warnings[0]?.message ?? "", says);
      assert.deepEqual([warnings[0]?.path, warnings[0]?.line], ["content/posts/a.md", 6]);
    });
  }
});

it("in a fence it is found again, whatever words its language knows", async () => {
  for (const word of [
    "js",
    "go",
    "css",
    "html",
    "bash",
    "python",
    "sql",
    "yaml",
    "rust",
    "php",
    "perl",
    "vim",
  ]) {
    const text = `\`\`\`${word}\na {{< details >}}inside{{< /details >}} b {{< nobody >}}\n\`\`\`\n`;
    await loadGrammars([text]);
    const { html } = render(text);
    assert.match(html, /<details>/, word);
    assert.match(html, /deckle-problem/, word);
    assert.doesNotMatch(html, /HAHAHUGO/, word);
  }
});

it("in an address or a title a note is its text, and the tag around it stays whole", () => {
  for (const tag of ["{{< nobody >}}", "{{% nobody %}}", "{{% param nobody %}}"]) {
    const { html } = render(`[link](${tag} "a") and <b>raw</b> ![image](/a.png "${tag}")`);
    const text = tag.replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    assert.ok(html.includes(`<a href="${text}" title="a">link</a>`), html);
    assert.ok(html.includes(` title="${text}"`), html);
  }
});

it("a warning from text that a shortcode renders names the line of that shortcode", () => {
  const { warnings } = render("one\n\n{{< details >}}\n\n{{< param nothing >}}\n{{< /details >}}\n");
  assert.deepEqual(
    warnings.map(({ line }) => line),
    [8],
  );
  const inner = render("one\n\n{{< details >}}\n{{</* param nothing */>}}\n{{< /details >}}\n");
  assert.deepEqual(
    inner.warnings.map(({ line }) => line),
    [6],
  );
});

describe("the grammar of tags", () => {
  const alt = (argument: string): string | undefined =>
    /alt="([^"]*)"/.exec(render(`{{< figure src=a.png alt=${argument} >}}`, { theme: "hugo" }).html)?.[1];

  it("takes bare words, quotes with escapes, and raw text between backticks", () => {
    assert.equal(alt("word"), "word");
    assert.equal(alt('"two words"'), "two words");
    assert.equal(alt('"a \\"b\\""'), "a &#34;b&#34;");
    assert.equal(alt('`a "b"`'), "a &#34;b&#34;");
    assert.match(render('{{< figure src = "a.png"\n alt\n= word >}}').html, /alt="word"/);
    assert.match(render('{{< youtube \\"a-video\\" >}}').html, /embed\/a-video\b/);
  });

  it("prints a commented tag as it would be written", () => {
    assert.match(render("{{</* figure src=a */>}}").html, /<p>\{\{&lt; figure src=a &gt;\}\}<\/p>/);
  });

  it("expands tags in code too", () => {
    assert.match(
      render("`{{< param title >}}`", { source: { params: { title: "T" } } }).html,
      /<code>T<\/code>/,
    );
  });

  it("keeps a list whole when a figure stands in it", () => {
    const { html } = render("- one\n\n    {{< figure src=a.png align=center >}}   \n\n- two\n");
    assert.equal(html.match(/<ul>/g)?.length, 1);
    assert.match(html, /<li>\n<p>one<\/p>\n<figure class="align-center ">/);
  });

  it("makes headings of what {{% %}} prints, and none of what {{< >}} prints", () => {
    const text = (path: string) => (path === "layouts/shortcodes/h.html" ? "## {{ .Get 0 }}\n" : null);
    assert.equal(render('{{% h "Tựa" %}}', { world: { text } }).headings[0]?.id, "tựa");
    assert.deepEqual(render('{{< h "Tựa" >}}', { world: { text } }).headings, []);
  });

  it("runs a template that stands in the page where the site allows it, and prints nothing of it elsewhere", () => {
    const body = "{{< n.inline >}}{{ add 1 2 }}{{< /n.inline >}}, {{< n.inline />}}";
    assert.match(render(body, { config: "enableInlineShortcodes: true\n" }).html, /<p>3, 3<\/p>/);
    assert.doesNotMatch(render(body).html, /3|add/);
  });

  it("escapes nothing in a template that stands in the page, as Hugo does", () => {
    const body = '{{< n.inline "a<b" >}}<i>{{ .Get 0 }}</i>{{ .Get "x" }}{{ .Inner }}{{< /n.inline >}}';
    assert.equal(
      render(body, { config: "enableInlineShortcodes: true\n" }).html,
      '<i>a<b</i><no value><i>{{ .Get 0 }}</i>{{ .Get "x" }}{{ .Inner }}\n',
    );
  });
});

describe("what Hugo 0.147.6 prints, to the blank that Markdown minds", () => {
  const url = parseUrlPath("/docs/");
  assert.ok(url);
  const docs = {
    kind: "section" as const,
    title: "Docs",
    url,
    lang: "en",
    path: "/docs",
    date: "",
    source: null,
  };
  const page = (ref: string) => (ref === "/docs" ? docs : null);
  const CASES: [string, string][] = [
    [
      "one {{% details %}}x{{% /details %}} two",
      "<p>one</p>\n<details>\n  <summary>Details</summary>\n  <p>x</p>\n</details>\n two",
    ],
    [
      "{{% rtl %}}\na\n\nb\n{{% /rtl %}}",
      '<div dir="rtl">\n<pre><code>&lt;p&gt;a&lt;/p&gt;\n</code></pre>\n<p>b</p>\n</div>\n',
    ],
    [
      '{{< vimeo 55073825 wide "Title" >}}',
      '<div style="position: relative; padding-bottom: 56.25%; height: 0; overflow: hidden;">\n<iframe src="https://player.vimeo.com/video/55073825?dnt=0" style="position: absolute; top: 0; left: 0; width: 100%; height: 100%; border:0;" allow="fullscreen">\n</iframe>\n</div>\n\n',
    ],
    ['[a]({{< relref path="/docs" outputFormat="rss" >}})', '<p><a href="/docs/index.xml">a</a></p>\n'],
    [
      '[a]({{< ref path="/docs" outputFormat="html" >}}#x)',
      '<p><a href="https://blog.example/docs/#x">a</a></p>\n',
    ],
  ];
  const config = "markup: { goldmark: { renderer: { unsafe: true } } }\n";
  for (const [body, html] of CASES)
    it(body.replaceAll("\n", " "), () => assert.equal(render(body, { config, world: { page } }).html, html));
});
