// What a reader sees, measured in a real browser on every kind of page the theme makes.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { assertAccessible } from "./accessibility.ts";
import { launchBrowser } from "./browser.ts";
import { complaintsOf } from "./complaint.ts";
import { type FixtureSite, PAGES, startFixtureSite } from "./fixture-site.ts";
import { layoutShift } from "./layout-shift.ts";

const WIDTHS = [320, 390, 1280];
const POSTS = ["/posts/doc-cham/", "/posts/small-parsers/"];

let site: FixtureSite;
let browser: Browser;

before(async () => {
  site = await startFixtureSite();
  browser = await launchBrowser();
});

after(async () => {
  await browser.close();
  await site.close();
});

interface View {
  path: string;
  width: number;
  scheme: "light" | "dark";
}

/** Opens a page and fails if anything on it was refused, missing or wrong. */
async function look({ path, width, scheme }: View, measure: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 844 }, colorScheme: scheme });
  try {
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await page.goto(new URL(path, site.origin).href, { waitUntil: "load" });
    await measure(page);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
}

for (const path of PAGES) {
  test(`${path} never scrolls sideways`, async () => {
    for (const width of WIDTHS) {
      await look({ path, width, scheme: "light" }, async (page) => {
        const [content, view] = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          document.documentElement.clientWidth,
        ]);
        assert.equal(content, view, `at ${width} px`);
      });
    }
  });

  for (const scheme of ["light", "dark"] as const) {
    test(`${path} has no accessibility violation in ${scheme}`, async () => {
      for (const width of [390, 1280]) {
        await look({ path, width, scheme }, assertAccessible);
      }
    });
  }
}

for (const path of POSTS) {
  test(`${path} sets 65 to 75 characters a line at 1280 px`, async () => {
    await look({ path, width: 1280, scheme: "light" }, async (page) => {
      const lines = await page.evaluate(fullLines);
      const middle = lines.toSorted((a, b) => a - b)[lines.length >> 1] ?? 0;
      assert.ok(lines.length >= 5, `${lines.length} lines`);
      assert.ok(middle >= 65 && middle <= 75, `${middle} characters: ${lines}`);
    });
  });

  test(`${path} sets body text at 17 px or more with a line height of 1.6 or more`, async () => {
    for (const width of [390, 1280]) {
      await look({ path, width, scheme: "light" }, async (page) => {
        const [size = 0, height = 0] = await page.evaluate(() => {
          const paragraph = document.querySelector(".post-content > p") ?? document.body;
          const { fontSize, lineHeight } = getComputedStyle(paragraph);
          return [Number.parseFloat(fontSize), Number.parseFloat(lineHeight)];
        });
        assert.ok(size >= 17, `${size} px`);
        assert.ok(height / size >= 1.6, `${height / size}`);
      });
    }
  });

  test(`${path} does not move while it loads`, async () => {
    await look({ path, width: 390, scheme: "light" }, async (page) => {
      const shift = await page.evaluate(layoutShift);
      assert.equal(shift, 0);
    });
  });
}

test("wide code and tables scroll inside themselves on a phone", async () => {
  await look({ path: "/posts/small-parsers/", width: 390, scheme: "light" }, async (page) => {
    const [code, table] = await page.evaluate(() =>
      ["pre", "table"].map((name) => {
        const box = document.querySelector(`.post-content ${name}`);
        return box !== null && box.scrollWidth > box.clientWidth;
      }),
    );
    assert.ok(code, "code");
    assert.ok(table, "table");
  });
});

test("a line of code that matters is marked across, its number too", async () => {
  await look({ path: "/posts/small-parsers/", width: 1280, scheme: "light" }, async (page) => {
    const [number, line] = await page.evaluate(() =>
      [...document.querySelectorAll(".lntable .hl")].map((part) => {
        const { top, height } = part.getBoundingClientRect();
        return { top, height };
      }),
    );
    assert.deepEqual(number, line);
  });
});

test("an author's own colours of code bring their ground along", async () => {
  await look({ path: "/posts/small-parsers/", width: 1280, scheme: "light" }, async (page) => {
    const grounds = await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.insertRule(".chroma { background-color: rgb(1, 2, 3) }");
      document.adoptedStyleSheets = [sheet];
      return [...document.querySelectorAll(".chroma")].map((part) => getComputedStyle(part).backgroundColor);
    });
    assert.deepEqual([...new Set(grounds)], ["rgb(1, 2, 3)"]);
  });
});

test("a picture that is missing leaves its place, and says what it was unless a caption does", async () => {
  await look({ path: "/posts/doc-cham/", width: 390, scheme: "light" }, async (page) => {
    const [captioned, alone] = await page.evaluate(() =>
      [...document.querySelectorAll(".missing-image")].map((note) => {
        const { width, height } = note.getBoundingClientRect();
        return { width, height, said: getComputedStyle(note, "::before").content };
      }),
    );
    assert.ok(captioned && captioned.width > 200 && captioned.height > 50);
    assert.equal(captioned.said, "none");
    assert.match(alone?.said ?? "", /bút chì cụt/);
  });
});

test("an author's choice of scheme wins over the reader's", async () => {
  await look({ path: "/always-dark/", width: 390, scheme: "light" }, async (page) => {
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    assert.equal(background, "rgb(27, 26, 24)");
  });
});

test("the switch changes the scheme, and the next page keeps it without a flash", async () => {
  const context = await browser.newContext({ colorScheme: "light" });
  const page = await context.newPage();
  const themeOf = () => page.evaluate(() => document.documentElement.dataset.theme);
  await page.goto(site.origin);
  assert.equal(await themeOf(), "light");
  await page.getByRole("button", { name: "Sáng hay tối" }).click();
  assert.equal(await themeOf(), "dark");
  // The page's own script never comes: what is painted is decided in the head.
  await page.route("**/_theme/*", (route) => route.abort());
  await page.goto(new URL("/posts/doc-cham/", site.origin).href);
  assert.equal(await themeOf(), "dark");
  await context.close();
});

test("a page follows the system while nobody has chosen", async () => {
  await look({ path: "/", width: 1280, scheme: "light" }, async (page) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await page.waitForFunction(() => document.documentElement.dataset.theme === "dark");
    await page.keyboard.press("Tab");
    await page.locator("#theme-toggle").press("Enter");
    await page.emulateMedia({ colorScheme: "light" });
    await page.emulateMedia({ colorScheme: "dark" });
    await page.emulateMedia({ colorScheme: "light" });
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "light");
  });
});

test("code is copied without its line numbers", async () => {
  const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  await page.goto(new URL("/posts/small-parsers/", site.origin).href);
  const button = page.locator(".copy-code").first();
  await button.click();
  await page.waitForFunction(() => document.querySelector(".copy-code")?.textContent === "copied!");
  const code = await page.evaluate(() => document.querySelector("pre > code")?.textContent ?? "");
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), code);
  await context.close();
});

test("comments come with a click, and not before", async () => {
  await look({ path: "/posts/small-parsers/", width: 390, scheme: "light" }, async (page) => {
    assert.equal(await page.locator("#said").count(), 0);
    await page.getByRole("button", { name: "Show comments" }).click();
    assert.equal(await page.locator("#said").isVisible(), true);
  });
});

test("the way to the top shows itself after the first screenful", async () => {
  await look({ path: "/posts/doc-cham/", width: 390, scheme: "light" }, async (page) => {
    const link = page.locator("#top-link");
    assert.equal(await link.isVisible(), false);
    await page.evaluate(() => scrollTo(0, 2 * innerHeight));
    await link.click();
    await page.waitForFunction(() => scrollY === 0);
  });
});

test("without scripts there is no switch, and dark is dark", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, colorScheme: "dark" });
  const page = await context.newPage();
  await page.goto(new URL("/posts/doc-cham/", site.origin).href);
  assert.equal(await page.locator("#theme-toggle").isVisible(), false);
  assert.equal(await page.locator("#top-link").isVisible(), false);
  const shot = page.locator("body");
  const background = await shot.evaluate((body) => getComputedStyle(body).backgroundColor);
  assert.equal(background, "rgb(27, 26, 24)");
  await context.close();
});

test("the first press of Tab offers the way past the menu", async () => {
  await look({ path: "/", width: 1280, scheme: "light" }, async (page) => {
    await page.keyboard.press("Tab");
    const link = page.locator(":focus");
    assert.equal(await link.getAttribute("href"), "#main");
    const box = await link.boundingBox();
    assert.ok(box !== null && box.y >= 0);
  });
});

test("the keyboard alone searches, and opens what is found", async () => {
  await look({ path: "/search/", width: 390, scheme: "light" }, async (page) => {
    await page.keyboard.type("đọc");
    await page.keyboard.press("Enter");
    const found = page.locator("#searchResults .entry-link").first();
    await found.waitFor();
    assert.equal(await page.locator("mark").first().textContent(), "Đọc");
    const reached = () => found.evaluate((link) => link === document.activeElement);
    for (let press = 0; press < 20 && !(await reached()); press += 1) await page.keyboard.press("Tab");
    assert.equal(await found.evaluate((link) => getComputedStyle(link).outlineStyle), "solid");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/posts/doc-cham/");
  });
});

test("on paper a page is dark on light, without what is pressed, and nothing is cut off", async () => {
  await look({ path: "/posts/small-parsers/", width: 640, scheme: "dark" }, async (page) => {
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const body = page.locator("body");
    assert.equal(await body.evaluate((element) => getComputedStyle(element).color), "rgb(31, 28, 24)");
    assert.equal(
      await page.locator("#menu, button, .toc, .paginav, .share-buttons").locator("visible=true").count(),
      0,
    );
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll(".post-content :is(pre, table)")]
        .filter((box) => box.scrollWidth > box.clientWidth)
        .map(({ outerHTML }) => outerHTML.slice(0, 80)),
    );
    assert.deepEqual(cut, []);
  });
});

test("in the reader's forced colours every page stays readable, and the switch has a shape", async () => {
  for (const path of ["/posts/small-parsers/", "/search/?q=đọc"]) {
    await look({ path, width: 390, scheme: "dark" }, async (page) => {
      await page.emulateMedia({ forcedColors: "active" });
      await assertAccessible(page);
      const border = await page.evaluate(() => {
        const toggle = document.querySelector("#theme-toggle");
        return toggle === null ? "" : getComputedStyle(toggle, "::before").borderTopStyle;
      });
      assert.equal(border, "solid");
    });
  }
});

test("every feed is XML that a browser's own parser reads", async () => {
  await look({ path: "/", width: 1280, scheme: "light" }, async (page) => {
    for (const path of ["/index.xml", "/atom.xml", "/sitemap.xml"]) {
      const text = await (await fetch(new URL(path, site.origin))).text();
      const root = await page.evaluate((xml) => {
        const parsed = new DOMParser().parseFromString(xml, "application/xml");
        return parsed.querySelector("parsererror")?.textContent ?? parsed.documentElement.nodeName;
      }, text);
      assert.ok(["rss", "feed", "urlset"].includes(root), `${path}: ${root}`);
    }
  });
});

/** Runs in the page: characters on each line that is followed by another in its paragraph. */
function fullLines(): number[] {
  const lengths: number[] = [];
  for (const paragraph of document.querySelectorAll(".post-content > p")) {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    let top = Number.NEGATIVE_INFINITY;
    let length = 0;
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node.parentElement?.closest("code,sup,kbd")) continue;
      for (let at = 0; at < (node.textContent ?? "").length; at += 1) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = range.getBoundingClientRect();
        if (box.height === 0) continue;
        if (Math.abs(box.bottom - top) > 8) {
          if (length > 0) lengths.push(length);
          top = box.bottom;
          length = 0;
        }
        length += 1;
      }
    }
  }
  return lengths;
}
