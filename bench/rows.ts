// Rows that D1 bills: the worst public route at several sizes of the site, and one publishing. What lists
// the whole site by its nature is reported apart; it has a bound of its own.

import type { Figure } from "./figure.ts";
import { samplePost } from "./sample-post.ts";
import { watchSearches } from "./search.ts";
import { type BenchSite, NOW, urlPath } from "./site.ts";

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

const APART = ["/tags/", "/sitemap.xml", "/sitemap-1.xml", "/sitemap-2.xml"];

/** Grows the site; the first size is what stands. */
export async function measureRowsRead(site: BenchSite, sizes: readonly number[]): Promise<Figure[]> {
  const [start = 0] = sizes;
  const searches = watchSearches(site);
  const read = async (path: string): Promise<number> => {
    site.takeRows();
    await site.reader.find(urlPath(path), NOW);
    return site.takeRows().read;
  };
  const worst = new Map<number, { path: string; rows: number }>();
  let apart: string[] = [];
  for (const size of sizes) {
    await site.growTo(size);
    let found = { path: "", rows: 0 };
    for (const path of routes(size, start / 2 + size - start)) {
      const rows = await read(path);
      if (rows > found.rows) found = { path, rows };
    }
    worst.set(size, found);
    await searches.measure(size);
    apart = [];
    for (const path of APART) apart.push(`${path} ${await read(path)}`);
  }
  const all = [...worst.values()].map(({ rows }) => rows);
  const told = [...worst].map(([size, { path, rows }]) => `${rows} at ${size} posts (${path})`);
  const figure: Figure = {
    name: "rows-read-worst",
    value: Math.max(...all),
    raw: `${told.join(", ")}; apart: ${apart.join(", ")}`,
    broken: new Set(all).size > 1 ? ["rows read grow with the site"] : [],
  };
  return [figure, await searches.figure()];
}

const IMPORT_GOAL = 20;

/** A post that is newer than all others, as new posts are. */
const NEW_POST = {
  ...samplePost(90_001),
  text: samplePost(90_001).text.replace(/^date: .*$/m, "date: 2035-01-01"),
};

export async function measureRowsWritten(site: BenchSite): Promise<Figure> {
  const written = async (text: string): Promise<number> => {
    site.takeRows();
    await site.publish([{ ...NEW_POST, text }]);
    return site.takeRows().written;
  };
  const one = await written(NEW_POST.text);
  const edited = await written(`${NEW_POST.text}\nThêm.\n`);
  const imported = site.imported.written / site.imported.posts;
  return {
    name: "rows-written",
    value: one,
    raw: `a new post of two tags; an edit ${edited}; an import ${imported.toFixed(1)} a post (goal ≤ ${IMPORT_GOAL})`,
    broken: imported > IMPORT_GOAL ? [`an import writes ${imported.toFixed(1)} rows a post`] : [],
  };
}
