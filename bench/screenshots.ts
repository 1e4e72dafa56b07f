// Pictures of every kind of page, at phone and desktop width, light and dark, into a folder that git
// ignores: `npm run screenshots -- [--from http://localhost:8787 | --site DIR] [--out DIR] [--view] [/path/ …]`.
// Without --from and --site it shows the theme's fixtures. --view stops at the first screenful. With --site,
// --beside PAPERMOD_DIR takes the same pages as Hugo and PaperMod make them, and sets all in pairs.

/// <reference lib="dom" />

import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { launchBrowser } from "../test/browser/browser.ts";
import { PAGES, startFixtureSite } from "../test/browser/fixture-site.ts";
import { serveSite } from "./audit/served-site.ts";
import { serveThemed } from "./fidelity/themed-site.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: "string" },
    site: { type: "string" },
    beside: { type: "string" },
    out: { type: "string", default: "dist/screenshots" },
    view: { type: "boolean", default: false },
    width: { type: "string", multiple: true, default: ["390", "1280"] },
    scheme: { type: "string", multiple: true, default: ["light", "dark"] },
  },
});

const SITE_PAGES = [
  ...[
    "/",
    "/page/2/",
    "/posts/",
    "/posts/specimen-sheet/",
    "/posts/canh-chua/",
    "/posts/how-this-blog-works/",
  ],
  ...["/tags/", "/tags/paper/", "/archives/", "/about/", "/404.html"],
];

const folder = values.site === undefined ? null : resolve(values.site);
const paths =
  positionals.length > 0 ? positionals : folder !== null ? SITE_PAGES : values.from ? ["/"] : PAGES;
const site = values.from ? null : await (folder === null ? startFixtureSite() : serveSite(folder));
const theirs =
  folder === null || values.beside === undefined
    ? null
    : await serveThemed({ site: folder, theme: resolve(values.beside), paths });
const origins = { "": values.from ?? site?.origin ?? "", ...(theirs && { "-papermod": theirs.origin }) };
const DIAGRAMS = "pre:has(> code.language-mermaid), .mermaid";
const hosts = new Set(Object.values(origins).map((origin) => new URL(origin).host));
const pairs: string[][] = [];
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
      // What lies elsewhere is left out: pictures agree whatever the network does, and nothing is waited for.
      await context.route(
        (url) => !hosts.has(url.host),
        (route) => route.abort(),
      );
      const page = await context.newPage();
      for (const path of paths) {
        const pair: string[] = [];
        for (const [suffix, origin] of Object.entries(origins)) {
          await page.goto(new URL(path, origin).href, { waitUntil: "load" });
          if (!values.view) await page.evaluate(loadEverything, DIAGRAMS);
          if ((await page.locator(DIAGRAMS).count()) > 0)
            await page.waitForSelector(".diagram svg", { timeout: 5000 }).catch(() => null);
          const file = join(values.out, `${nameOf(path)}-${width}-${scheme}${suffix}.png`);
          await page.screenshot({ path: file, fullPage: !values.view });
          console.log(file);
          pair.push(file);
        }
        pairs.push(pair);
      }
      await context.close();
    }
  }
  if (theirs !== null) writeContactSheet();
} finally {
  await browser.close();
  await Promise.all([site?.close(), theirs?.close()]);
}

/** A page that shows the pictures in pairs, ours at the left. */
function writeContactSheet(): void {
  const rows = pairs.map((pair) => {
    const pictures = pair.map(
      (file) => `<a href="${basename(file)}"><img src="${basename(file)}" alt=""></a>`,
    );
    return `<h2>${basename(pair[0] ?? "", ".png")}</h2>\n<p>${pictures.join("")}</p>`;
  });
  const style = "p{display:flex;align-items:start;gap:1rem}a{flex:1}img{width:100%;border:1px solid #999}";
  const file = join(values.out, "contact-sheet.html");
  writeFileSync(
    file,
    `<!doctype html><title>Beside PaperMod</title><style>${style}</style>\n${rows.join("\n")}\n`,
  );
  console.log(file);
}

/** Runs in the page: what loads or is drawn only when it comes into view would be missing from the picture. */
async function loadEverything(diagrams: string): Promise<void> {
  for (const diagram of document.querySelectorAll(diagrams)) diagram.scrollIntoView();
  const pictures = [...document.images];
  for (const picture of pictures) picture.loading = "eager";
  await Promise.allSettled(pictures.map((picture) => picture.decode()));
}

function nameOf(path: string): string {
  return path.replace(/^\/|\/$/g, "").replaceAll("/", "-") || "home";
}
