// How often the Worker runs for a page that was viewed before, behind the model of the platform's cache.

import { createCacheModel } from "../src/preview/cache-model.ts";
import type { Figure } from "./figure.ts";
import { addressOf, answerReader } from "./reader.ts";
import { type BenchSite, NOW } from "./site.ts";

const VIEWS = 20;

const PAGES = [
  "/",
  "/page/2/",
  "/posts/",
  "/posts/bai-50/",
  "/tags/",
  "/tags/chung/",
  "/index.xml",
  "/atom.xml",
  "/feed.json",
  "/sitemap.xml",
  "/robots.txt",
  "/posts/bai-50",
  "/khong-co/",
];

export async function measureRepeatViews(site: BenchSite): Promise<Figure> {
  const cache = createCacheModel({ clock: () => NOW, purgeRate: null });
  let runs = 0;
  const visit = {
    run: (request: Request) => {
      runs += 1;
      return answerReader(site, request);
    },
    later: () => {},
  };
  const repeated: string[] = [];
  for (const path of PAGES) {
    runs = 0;
    for (let view = 0; view < VIEWS; view++) await cache.fetch(new Request(addressOf(path)), visit);
    if (runs !== 1) repeated.push(`${path} ran ${runs} times`);
  }
  return {
    name: "repeat-view-runs",
    value: repeated.length,
    raw: `${PAGES.length} kinds of page, ${VIEWS} views of each: the first one ran`,
    broken: repeated,
  };
}
