// Pictures of every kind of page, at phone and desktop width, light and dark, into a folder that git
// ignores: `node bench/screenshots.ts [--from http://localhost:8787] [--out DIR] [--view] [/path/ …]`.
// Without --from it shows the theme's fixtures. --view stops at the first screenful.

/// <reference lib="dom" />

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { launchBrowser } from "../test/browser/browser.ts";
import { PAGES, startFixtureSite } from "../test/browser/fixture-site.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: "string" },
    out: { type: "string", default: "dist/screenshots" },
    view: { type: "boolean", default: false },
    width: { type: "string", multiple: true, default: ["390", "1280"] },
    scheme: { type: "string", multiple: true, default: ["light", "dark"] },
  },
});

const site = values.from === undefined ? await startFixtureSite() : null;
const origin = values.from ?? site?.origin ?? "";
const paths = positionals.length > 0 ? positionals : values.from === undefined ? PAGES : ["/"];
mkdirSync(values.out, { recursive: true });
const browser = await launchBrowser();
try {
  for (const scheme of values.scheme) {
    for (const width of values.width.map(Number)) {
      const context = await browser.newContext({
        viewport: { width, height: width < 600 ? 844 : 800 },
        colorScheme: scheme === "dark" ? "dark" : "light",
        deviceScaleFactor: width < 600 ? 2 : 1,
      });
      const page = await context.newPage();
      for (const path of paths) {
        await page.goto(new URL(path, origin).href, { waitUntil: "load" });
        if (!values.view) await page.evaluate(loadEverything);
        const file = join(values.out, `${nameOf(path)}-${width}-${scheme}.png`);
        await page.screenshot({ path: file, fullPage: !values.view });
        console.log(file);
      }
      await context.close();
    }
  }
} finally {
  await browser.close();
  await site?.close();
}

/** Runs in the page: what loads only when it comes into view would be missing from the picture. */
async function loadEverything(): Promise<void> {
  const pictures = [...document.images];
  for (const picture of pictures) picture.loading = "eager";
  await Promise.allSettled(pictures.map((picture) => picture.decode()));
}

function nameOf(path: string): string {
  return path.replace(/^\/|\/$/g, "").replaceAll("/", "-") || "home";
}
