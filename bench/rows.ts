// Rows that D1 bills: the worst public route at several sizes of the site, and one publishing. A page
// that lists the whole site by its nature is reported apart; it has a bound of its own.

import { parseUrlPath } from "../src/site/url.ts";
import type { Figure } from "./figure.ts";
import { samplePost } from "./sample-post.ts";
import { type BenchSite, NOW } from "./site.ts";

const PAGER_SIZE = 10;

/** Public routes of a site of so many posts; `chung` is the commonest tag. */
function routes(posts: number, inCommonTag: number): string[] {
  const last = (of: number) => Math.ceil(of / PAGER_SIZE);
  return [
    "/",
    "/page/2/",
    `/page/${last(posts)}/`,
    "/posts/",
    `/posts/page/${last(posts)}/`,
    "/posts/bai-0/",
    "/posts/bai-50/",
    "/tags/chung/",
    `/tags/chung/page/${last(inCommonTag)}/`,
    "/posts/bai-50",
    "/posts/bai-50/index.html",
    "/khong-co/",
    "/robots.txt",
    "/index.xml",
    "/tags/chung/index.xml",
    "/atom.xml",
    "/feed.json",
  ];
}

const WHOLE_SITE = ["/sitemap.xml", "/tags/"];

/** Grows the site; the first size is what stands. */
export async function measureRowsRead(site: BenchSite, sizes: readonly number[]): Promise<Figure> {
  const [start = 0] = sizes;
  const read = async (path: string): Promise<number> => {
    const url = parseUrlPath(path);
    if (url === null) throw new Error(`${path} is no path`);
    site.takeRows();
    await site.reader.find(url, NOW);
    return site.takeRows().read;
  };
  const worst = new Map<number, { path: string; rows: number }>();
  let whole = "";
  for (const size of sizes) {
    await site.growTo(size);
    let found = { path: "", rows: 0 };
    for (const path of routes(size, start / 2 + size - start)) {
      const rows = await read(path);
      if (rows > found.rows) found = { path, rows };
    }
    worst.set(size, found);
    whole = (await Promise.all(WHOLE_SITE.map(async (path) => `${path} ${await read(path)}`))).join(", ");
  }
  const all = [...worst.values()].map(({ rows }) => rows);
  const told = [...worst].map(([size, { path, rows }]) => `${rows} at ${size} posts (${path})`);
  return {
    name: "rows-read-worst",
    value: Math.max(...all),
    raw: `${told.join(", ")}; the whole site: ${whole}`,
    broken: new Set(all).size > 1 ? ["rows read grow with the site"] : [],
  };
}

const IMPORT_GOAL = 20;
const IMPORTED = 100;

export async function measureRowsWritten(site: BenchSite): Promise<Figure> {
  const written = async (files: Parameters<BenchSite["publish"]>[0]): Promise<number> => {
    site.takeRows();
    await site.publish(files);
    return site.takeRows().written;
  };
  const one = await written([samplePost(90_001)]);
  const edited = await written([{ ...samplePost(90_001), text: `${samplePost(90_001).text}\nThêm.\n` }]);
  const many = Array.from({ length: IMPORTED }, (_, i) => samplePost(91_000 + i));
  const imported = (await written(many)) / IMPORTED;
  return {
    name: "rows-written",
    value: one,
    raw: `a new post of two tags; an edit ${edited}; an import ${imported.toFixed(1)} a post (goal ≤ ${IMPORT_GOAL})`,
    broken: imported > IMPORT_GOAL ? [`an import writes ${imported.toFixed(1)} rows a post`] : [],
  };
}
