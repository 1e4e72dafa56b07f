// What Hugo's embedding shortcodes print calls nobody before a click; what an author wrote stays.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { readConfig } from "../../src/hugo/config/read-config.ts";
import type { EnrichedPage } from "../../src/publish/enrich/concern.ts";
import { findDiagrams } from "../../src/publish/enrich/diagram.ts";
import { enrichEmbeds } from "../../src/publish/enrich/embed.ts";
import { cpuTime } from "../cpu-time.ts";
import { enrichMarkdown } from "./enrich-page.ts";

const UNSAFE = "markup: {goldmark: {renderer: {unsafe: true}}}\n";

/** Attributes of the one frame, and the one link in the page that stands in it. */
function frameOf(html: string) {
  const [frame] = elements(html, "iframe");
  const [link] = elements(frame?.srcdoc ?? "", "a");
  return { frame, link };
}

function elements(html: string, name: string): { [attribute: string]: string }[] {
  const found: { [attribute: string]: string }[] = [];
  const visit = (node: DefaultTreeAdapterTypes.ChildNode) => {
    if (!("tagName" in node)) return;
    if (node.tagName === name) found.push(Object.fromEntries(node.attrs.map((of) => [of.name, of.value])));
    node.childNodes.forEach(visit);
  };
  parseFragment(html).childNodes.forEach(visit);
  return found;
}

describe("an embed", () => {
  const cases: [string, string, string][] = [
    [
      '{{< youtube id="0RKpf3rK57I" title="Ốc & sên" start=30 >}}',
      "https://www.youtube-nocookie.com",
      "/embed/0RKpf3rK57I",
    ],
    ["{{< vimeo 55073825 >}}", "https://player.vimeo.com", "/video/55073825"],
    [
      '{{< x user="SanDiegoZoo" id="1453110110599868418" >}}',
      "https://platform.twitter.com",
      "/embed/Tweet.html",
    ],
    ["{{< instagram CxOWiQNP2MO >}}", "https://www.instagram.com", "/p/CxOWiQNP2MO/embed/captioned/"],
  ];
  for (const [shortcode, origin, path] of cases) {
    it(`${shortcode} waits for a click, has a name and its size`, async () => {
      const { html } = await enrichMarkdown(shortcode);
      const { frame, link } = frameOf(html);
      const url = new URL(link?.href ?? "");
      assert.deepEqual([url.origin, url.pathname, frame?.["data-frame"]], [origin, path, origin]);
      assert.notEqual(frame?.title ?? "", "");
      assert.match(html, /padding-bottom: 56.25%|style="width:\d+px;height:/);
    });
  }

  it("of a video plays at once, with what the author asked for, under the author's title", async () => {
    const { link, frame } = frameOf((await enrichMarkdown(cases[0]?.[0] ?? "")).html);
    const { searchParams } = new URL(link?.href ?? "");
    assert.deepEqual([searchParams.get("autoplay"), searchParams.get("start")], ["1", "30"]);
    assert.equal(frame?.title, "Ốc & sên");
    assert.match(frame?.srcdoc ?? "", /<b>Ốc &amp; sên<\/b>/);
  });

  it("of a gist is a link, and no script", async () => {
    const { html } = await enrichMarkdown("{{< gist jmooring 23932424365401ffa5e9d9810102a477 list.html >}}");
    assert.equal(
      html.trim(),
      '<p class="gist"><a href="https://gist.github.com/jmooring/23932424365401ffa5e9d9810102a477">gist.github.com/jmooring/23932424365401ffa5e9d9810102a477 (list.html)</a></p>',
    );
  });
});

describe("what stays as it is", () => {
  const embeds = "{{< youtube 0RKpf3rK57I >}}\n\n{{< gist a 1 >}}\n\n{{< x user=a id=1 >}}";
  const raw = '<iframe width="560" height="315" src="https://www.youtube.com/embed/x" title="v"></iframe>';
  const cases: [string, string, Parameters<typeof enrichMarkdown>[1]][] = [
    ["all, with the site's `embedOnClick: false`", embeds, { yaml: "params: {embedOnClick: false}" }],
    ["all, with the page's", embeds, { params: { embedonclick: false } }],
    ["posts, with Hugo's `simple`", "{{< x user=a id=1 >}}", { yaml: "privacy: {x: {simple: true}}" }],
    ["a frame that the author wrote", raw, { yaml: UNSAFE }],
  ];
  for (const [name, body, setting] of cases) {
    it(name, async () => {
      const { html, before } = await enrichMarkdown(body, setting);
      assert.equal(html, before);
    });
  }

  it("nothing, where Hugo's privacy setting disables a service", async () => {
    const { html } = await enrichMarkdown("{{< youtube a >}}", {
      yaml: "privacy: {youtube: {disable: true}}",
    });
    assert.equal(html.trim(), "");
  });
});

it("hostile tags take no longer than they are long", () => {
  const page = { params: {}, siteParams: {}, config: readConfig([]).config } as unknown as EnrichedPage;
  const time = (text: string, length: number) => {
    const html = `mermaid ${text.repeat(length / text.length)}`;
    const start = cpuTime();
    enrichEmbeds(findDiagrams(html, page).html, page);
    return cpuTime() - start;
  };
  const starts = [
    "<iframe",
    ' allow="accelerometer',
    '<blockquote class="twitter-tweet"',
    '<script src="https://gist.github.com/',
  ];
  for (const text of [...starts, "class= ", "<div class=", '<iframe src="https://player.vimeo.com/video/']) {
    const [short, long] = [time(`<div ${text}`, 50_000), time(text, 1_000_000)];
    assert.ok(long < 80 * Math.max(short, 5), `${text}: ${short} ms, then ${long} ms`);
  }
});

describe("a diagram", () => {
  const fence = "```mermaid\ngraph TD; A-->B\n```";
  const cases: [string, string, Parameters<typeof enrichMarkdown>[1], string[]][] = [
    ["of a fence is drawn", fence, {}, ["mermaid"]],
    [
      "of a hook is drawn",
      fence,
      {
        texts: {
          "layouts/_default/_markup/render-codeblock-mermaid.html": '<pre class="mermaid">{{ .Inner }}</pre>',
        },
      },
      ["mermaid"],
    ],
    ["in a box is drawn", '<div class="mermaid">graph TD</div>', { yaml: UNSAFE }, ["mermaid"]],
    [
      "that the author's own script draws is left to it",
      `${fence}\n\n<script src="https://cdn.example/mermaid.js"></script>`,
      { yaml: UNSAFE },
      [],
    ],
    ["stays text with `mermaid: false`", fence, { params: { mermaid: false } }, []],
    ["is no other fence", '```go\nmermaid\n```\n\nclass="mermaid"', {}, []],
  ];
  for (const [name, body, setting, needs] of cases) {
    it(name, async () => {
      const enriched = await enrichMarkdown(body, setting);
      assert.deepEqual(
        enriched.needs.filter((need) => need === "mermaid"),
        needs,
      );
      assert.equal(enriched.html, enriched.before);
    });
  }
});
