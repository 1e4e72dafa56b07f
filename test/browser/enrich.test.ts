// What is added to Hugo's output, in a real browser under the page's own policy: formulas are set, diagrams
// are drawn by the Worker's own asset, and an embed asks nobody before a click.

/// <reference lib="dom" />

import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { makeFolder, startDeckle } from "../cli/run-deckle.ts";
import { assertAccessible } from "./accessibility.ts";
import { launchBrowser } from "./browser.ts";
import { complaintsOf } from "./complaint.ts";
import { layoutShift } from "./layout-shift.ts";

const post = (body: string): string => `---\ntitle: One\ndate: 2024-05-01\nmath: true\n---\n\n${body}\n`;

const photo = await sharp({ create: { width: 1600, height: 900, channels: 3, background: "#c9b892" } })
  .jpeg()
  .toBuffer();
const folder = await makeFolder({
  "content/posts/picture/index.md": post(`${"Chữ. ".repeat(60)}\n\n![Giấy](a.jpg)\n\nSau.`),
  "content/posts/picture/a.jpg": photo,
  "hugo.yaml": "title: A blog\nparams: { ShowCodeCopyButtons: true }\n",
  "content/posts/math.md": post(`Inline $x^2$.\n\n$$${"a + ".repeat(60)}b$$`),
  "content/posts/diagram.md": post(
    "```mermaid\ngraph TD\n  A[Bắt đầu] --> B[Xong]\n```\n\n```mermaid\ngraph TD\n  A[[[\n```",
  ),
  "content/posts/wide.md": post(
    `\`\`\`mermaid\ngraph LR\n${"ABCDEFGH".replace(/(.)(?=(.))/g, "  $1[Một bước dài] --> $2\n")}\n\`\`\``,
  ),
  "content/posts/embed.md": post('{{< youtube id="0RKpf3rK57I" title="Ốc sên" >}}\n\n{{< x user=a id=1 >}}'),
});
const [{ address }, browser] = await Promise.all([startDeckle(["--site", folder]), launchBrowser()]);
after(() => browser.close());

interface Seen {
  page: Page;
  complaints: readonly string[];
  /** Hosts besides our own that were asked for something. */
  asked: string[];
}

async function open(path: string, scheme: "light" | "dark" = "light"): Promise<Seen> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme: scheme });
  const page = await context.newPage();
  const seen: Seen = { page, complaints: complaintsOf(page), asked: [] };
  // Nothing leaves this machine: what is asked of others is noted, and answered here.
  await page.route(
    (url) => url.host !== new URL(address).host,
    async (route) => {
      seen.asked.push(new URL(route.request().url()).host);
      await route.fulfill({ contentType: "text/html", body: "<title>Frame</title>" });
    },
  );
  await page.goto(address + path);
  return seen;
}

test("a formula is set without a request, and a wide one scrolls inside itself", async () => {
  const { page, complaints, asked } = await open("/posts/math/");
  const [inner, box, text, view] = await page.evaluate(() => {
    const wide = document.querySelector(".math");
    const { scrollWidth, clientWidth } = document.documentElement;
    return [wide?.scrollWidth ?? 0, wide?.clientWidth ?? 0, scrollWidth, clientWidth];
  });
  assert.ok(inner > box && text <= view, `${inner} in ${box}, ${text} in ${view}`);
  await assertAccessible(page);
  assert.deepEqual([complaints, asked], [[], []]);
});

for (const scheme of ["light", "dark"] as const) {
  test(`a diagram is drawn in the page's ${scheme} colours; a broken one stays text`, async () => {
    const { page, complaints, asked } = await open("/posts/diagram/", scheme);
    await page.locator(".diagram svg").waitFor();
    const fill = await page.evaluate(() => {
      const node = document.querySelector(".diagram .node rect");
      return node === null ? "" : getComputedStyle(node).fill;
    });
    assert.equal(fill, scheme === "light" ? "rgb(240, 235, 224)" : "rgb(43, 40, 37)");
    assert.deepEqual(await page.locator(".diagram .node").allTextContents(), ["Bắt đầu", "Xong"]);
    assert.deepEqual(await page.locator("pre:visible > code").allInnerTexts(), ["graph TD\n  A[[[\n"]);
    await assertAccessible(page);
    assert.deepEqual([complaints, asked], [[], []]);
  });
}

test("a wide diagram is not made smaller than can be read, and scrolls inside itself", async () => {
  const { page } = await open("/posts/wide/");
  await page.locator(".diagram svg").waitFor();
  const [inner, box, text, view] = await page.evaluate(() => {
    const diagram = document.querySelector(".diagram");
    const { scrollWidth, clientWidth } = document.documentElement;
    return [diagram?.scrollWidth ?? 0, diagram?.clientWidth ?? 0, scrollWidth, clientWidth];
  });
  assert.ok(inner > box * 2 && text <= view, `${inner} in ${box}, ${text} in ${view}`);
});

test("a diagram is text where no script runs", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${address}/posts/diagram/`);
  assert.equal(await page.locator("pre:visible").count(), 2);
});

test("an embed asks nobody before a click, which loads its frame", async () => {
  const { page, complaints, asked } = await open("/posts/embed/");
  await assertAccessible(page);
  assert.deepEqual(asked, []);
  const frame = page.frameLocator("iframe").first();
  // Its answer, not the request: only then has the route above noted who was asked.
  const loads = page.waitForResponse((response) =>
    response.url().startsWith("https://www.youtube-nocookie.com/embed/"),
  );
  await frame.getByRole("link", { name: "Ốc sên" }).press("Enter");
  await loads;
  assert.deepEqual([complaints, [...new Set(asked)]], [[], ["www.youtube-nocookie.com"]]);
});

test("a phone takes the version of a picture that suits it, and nothing moves", async () => {
  const { page, complaints } = await open("/posts/picture/");
  const picture = page.locator(".post-content img");
  await picture.scrollIntoViewIfNeeded();
  await page.waitForFunction(() => document.querySelector<HTMLImageElement>(".post-content img")?.complete);
  const { source, width } = await picture.evaluate((image: HTMLImageElement) => ({
    source: image.currentSrc,
    width: image.naturalWidth,
  }));
  assert.match(source, /\/_img\/480\/[0-9a-f]{16}\/posts\/picture\/a\.jpg\.(avif|webp)$/);
  assert.ok(width > 0);
  const shift = await page.evaluate(layoutShift);
  assert.deepEqual([shift, complaints], [0, []]);
});

test("a search needs no script", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${address}/search/`);
  await page.getByRole("searchbox").fill("one");
  await page.getByRole("searchbox").press("Enter");
  await page.locator("#searchResults mark").first().waitFor();
  assert.equal(await page.locator("#searchResults article").count(), 5);
  await context.close();
});
