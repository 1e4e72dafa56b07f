// What search engines are told of: which pages, in how many files.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { test } from "node:test";
import type { OracleResult } from "../../bench/fidelity/oracle.ts";
import { ORIGIN, openBlog } from "../harness.ts";

const DATES = join(import.meta.dirname, "../hugo/fixtures/dates");

/** Go's time that is none. */
const NEVER = "0001-01-01T00:00:00+00:00";

const LANGUAGES = `baseURL: https://blog.example/
defaultContentLanguage: vi
params: { sitemapSize: 8 }
languages:
  vi: { weight: 1 }
  en: { weight: 2 }
`;

const post = (title: string, more = "") => `---\ntitle: "${title}"\ndate: 2024-05-01\n${more}---\nText.\n`;

async function openSitemaps() {
  const { publish, request, clock } = await openBlog();
  const addresses = async (url: string): Promise<string[]> => {
    const answer = await request(url);
    if (answer.status === 404) return [];
    return Array.from((await answer.text()).matchAll(/<loc>([^<]*)/g), ([, loc = ""]) => loc);
  };
  return { publish, request, clock, addresses };
}

test("each language has a sitemap of its own, and the index names them", async () => {
  const { publish, addresses } = await openSitemaps();
  await publish({
    "hugo.yaml": LANGUAGES,
    "content/posts/a.vi.md": post("Một"),
    "content/posts/b.en.md": post("Two"),
  });
  assert.deepEqual(await addresses("/sitemap.xml"), [`${ORIGIN}/vi/sitemap.xml`, `${ORIGIN}/en/sitemap.xml`]);
  assert.ok((await addresses("/vi/sitemap.xml")).includes(`${ORIGIN}/posts/a/`));
  assert.ok(!(await addresses("/vi/sitemap.xml")).includes(`${ORIGIN}/en/posts/b/`));
  assert.ok((await addresses("/en/sitemap.xml")).includes(`${ORIGIN}/en/posts/b/`));
});

test("so has one language that has a folder", async () => {
  const { publish, addresses } = await openSitemaps();
  await publish({
    "hugo.yaml": `baseURL: ${ORIGIN}/\ndefaultContentLanguage: vi\ndefaultContentLanguageInSubdir: true\n`,
    "content/posts/a.md": post("Một"),
  });
  assert.deepEqual(await addresses("/sitemap.xml"), [`${ORIGIN}/vi/sitemap.xml`]);
  assert.ok((await addresses("/vi/sitemap.xml")).includes(`${ORIGIN}/vi/posts/a/`));
});

test("a sitemap that grows beyond a file is cut into several, which the index of all languages names", async () => {
  const { publish, request, addresses } = await openSitemaps();
  const one = ["posts/", "categories/", "tags/", "", "posts/1/", "posts/2/", "posts/3/"];
  const posts = (count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [`content/posts/${i + 1}.md`, post(`${i + 1}`)]),
    );
  await publish({ "hugo.yaml": LANGUAGES, ...posts(3) });
  assert.deepEqual((await addresses("/vi/sitemap.xml")).sort(), one.map((url) => `${ORIGIN}/${url}`).sort());
  const { headers } = await request("/vi/sitemap.xml");
  const again = { headers: { "if-none-match": headers.get("etag") ?? "" } };
  assert.equal((await request("/vi/sitemap.xml", again)).status, 304);

  await publish(posts(12));
  assert.equal((await request("/vi/sitemap.xml", again)).status, 200);
  const files = [1, 2, 3].map((n) => `${ORIGIN}/vi/sitemap-${n}.xml`);
  assert.deepEqual(await addresses("/vi/sitemap.xml"), files);
  assert.deepEqual(await addresses("/sitemap.xml"), [...files, `${ORIGIN}/en/sitemap.xml`]);
  const named = (await Promise.all(files.map((url) => addresses(new URL(url).pathname)))).flat();
  assert.equal(named.length, 16);
  assert.equal(new Set(named).size, 16);
  assert.equal((await request("/vi/sitemap-4.xml")).status, 404);
  assert.equal((await request("/vi/sitemap-0.xml")).status, 404);
});

test("every address has Hugo's date: a list without one has the newest of what is in it", async () => {
  const { publish, request } = await openSitemaps();
  const files = readdirSync(DATES, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const texts = files.map(({ parentPath, name }): [string, string] => {
    const path = join(parentPath, name);
    return [relative(DATES, path).replaceAll("\\", "/"), readFileSync(path, "utf8")];
  });
  await publish(Object.fromEntries(texts));
  const sitemap = await (await request("/sitemap.xml")).text();
  const ours = Array.from(
    sitemap.matchAll(/<loc>https:\/\/blog\.example([^<]*)<\/loc>(?:<lastmod>([^<]*))?/g),
    ([, url = "", date = NEVER]) => [url, date.replace(/Z$/, "+00:00")],
  );
  const golden: OracleResult = JSON.parse(readFileSync(`${DATES}.golden.json`, "utf8"));
  const hugo = golden.pages.map(({ relPermalink, lastmod }) => [relPermalink, lastmod]);
  assert.ok(hugo.length > 25);
  assert.deepEqual(Object.fromEntries(ours), Object.fromEntries(hugo));
});

test("the date of a list is that of what readers see: a draft has none, a scheduled post when it is due", async () => {
  const { publish, request, clock } = await openSitemaps();
  await clock("2025-01-01T00:00:00Z");
  await publish({
    "hugo.yaml": "baseURL: https://blog.example/",
    "content/posts/a.md": post("A"),
    "content/posts/draft.md": "---\ntitle: Draft\ndate: 2024-06-01\ndraft: true\n---\n",
    "content/posts/due.md": "---\ntitle: Due\ndate: 2025-02-01\n---\n",
    "content/posts/gone.md": "---\ntitle: Gone\ndate: 2024-12-01\nexpiryDate: 2025-01-15\n---\n",
  });
  const section = async () =>
    /\/posts\/<\/loc><lastmod>([^T]*)/.exec(await (await request("/sitemap.xml")).text())?.[1];
  assert.equal(await section(), "2024-12-01");
  await clock("2025-01-20T00:00:00Z");
  assert.equal(await section(), "2024-05-01");
  await clock("2025-02-02T00:00:00Z");
  assert.equal(await section(), "2025-02-01");
});

test("a site whose configuration disables sitemaps has none, and names none", async () => {
  const { publish, request } = await openSitemaps();
  await publish({ "hugo.yaml": "baseURL: https://blog.example/", "content/posts/a.md": post("A") });
  assert.match(await (await request("/robots.txt")).text(), /^Sitemap: /m);
  await publish({ "hugo.yaml": "baseURL: https://blog.example/\ndisableKinds: [sitemap]" });
  assert.equal((await request("/sitemap.xml")).status, 404);
  assert.equal(await (await request("/robots.txt")).text(), "User-agent: *\nDisallow:\n");
});

test("a page that is in no list, or says so itself, is in no sitemap", async () => {
  const { publish, addresses } = await openSitemaps();
  await publish({
    "hugo.yaml": "baseURL: https://blog.example/",
    "content/posts/a.md": post("A"),
    "content/posts/unlisted.md": post("Unlisted", "build: { list: never }\n"),
    "content/posts/local.md": post("Local", "build: { list: local }\n"),
    "content/posts/away.md": post("Away", "sitemap: { disable: true }\n"),
    "content/posts/draft.md": post("Draft", "draft: true\n"),
    "content/archives.md": post("Archive", "layout: archives\n"),
    "content/notes/_index.md": post("Notes", "sitemap: { disable: true }\n"),
  });
  const found = ["", "archives/", "categories/", "posts/", "posts/a/", "tags/"];
  assert.deepEqual(
    (await addresses("/sitemap.xml")).sort(),
    found.map((url) => `${ORIGIN}/${url}`),
  );
});

test("what the configuration says of every page, a page says otherwise; under its other name the sitemap is found too", async () => {
  const { publish, request } = await openSitemaps();
  const entry = async (url: string, of = "/sitemap.xml") =>
    new RegExp(`<loc>${ORIGIN}${url}</loc>(?:<lastmod>[^<]*</lastmod>)?([^\\n]*)</url>`).exec(
      await (await request(of)).text(),
    )?.[1];
  const site = (sitemap: string) => `baseURL: https://blog.example/\nsitemap: ${sitemap}`;
  await publish({
    "hugo.yaml": site("{ changefreq: weekly, priority: 0.5, filename: map.xml }"),
    "content/posts/a.md": post("A"),
    "content/posts/b.md": post("B", "sitemap: { ChangeFreq: Daily, priority: 1 }\n"),
    "content/posts/wrong.md": post("Wrong", "sitemap: { changefreq: <b>, priority: 7 }\n"),
  });
  const given = "<changefreq>weekly</changefreq><priority>0.5</priority>";
  assert.equal(await entry("/posts/a/"), given);
  assert.equal(await entry("/posts/b/"), "<changefreq>daily</changefreq><priority>1</priority>");
  assert.equal(await entry("/posts/wrong/"), given);
  assert.equal(await entry("/posts/a/", "/map.xml"), given);
  const etag = (await request("/sitemap.xml")).headers.get("etag");

  await publish({
    "hugo.yaml": site("{ disable: true }"),
    "content/posts/b.md": post("B", "sitemap: { disable: false, priority: 0.1 }\n"),
  });
  assert.equal(await entry("/posts/a/"), undefined);
  assert.equal(await entry("/posts/b/"), "<priority>0.1</priority>");
  assert.notEqual((await request("/sitemap.xml")).headers.get("etag"), etag);
  assert.equal((await request("/map.xml")).status, 404);
});
