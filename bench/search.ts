// Rows that a search reads, whatever is asked and however much there is; and its time beside that of a
// post's page, because FTS5 reads more than D1 counts.

import type { Figure } from "./figure.ts";
import { quantile } from "./process-cpu.ts";
import { type BenchSite, NOW, urlPath } from "./site.ts";

/** In every title, in every text, in every second tag, two words side by side, a beginning, nothing. */
const QUERIES = ["giấy", "troi mua", "chung", "bếp lửa", "kitch", "khongco"];

/** Looks for nothing: what it reads is the page of the search. */
const NO_WORD = "!";

/** The most that a search may take, in times of a post's page. */
const MOST_TIMES = 10;
const TURNS = 15;

/** To be asked at each size of the site; the figure is of all of them. */
export function watchSearches(site: BenchSite) {
  let around = 0;
  const worst = new Map<number, { query: string; rows: number }>();
  return {
    async measure(size: number): Promise<void> {
      around = await rowsOf(site, NO_WORD);
      let found = { query: "", rows: 0 };
      for (const query of QUERIES) {
        const rows = (await rowsOf(site, query)) - around;
        if (rows > found.rows) found = { query, rows };
      }
      worst.set(size, found);
    },
    async figure(): Promise<Figure> {
      const page = await timeOf(() => site.reader.find(urlPath("/posts/bai-0/"), NOW));
      let times = 0;
      for (const query of QUERIES) times = Math.max(times, (await timeOf(() => search(site, query))) / page);
      const all = [...worst].map(([size, { query, rows }]) => `${rows} at ${size} posts (${query})`);
      return {
        name: "search-rows",
        value: Math.max(...[...worst.values()].map(({ rows }) => rows)),
        raw: `${all.join(", ")}, and ${around} for the page around; the slowest takes ${times.toFixed(1)} times a post's page`,
        broken: times > MOST_TIMES ? [`a search takes ${times.toFixed(1)} times a post's page`] : [],
      };
    },
  };
}

async function rowsOf(site: BenchSite, query: string): Promise<number> {
  site.takeRows();
  await search(site, query);
  return site.takeRows().read;
}

const search = (site: BenchSite, query: string) =>
  site.searcher.find(urlPath("/search/"), { query, number: 1 }, NOW);

/** Milliseconds, the tenth percentile: a busy neighbour can only add. */
async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const turns: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    const start = performance.now();
    await work();
    turns.push(performance.now() - start);
  }
  return quantile(turns, 0.1);
}
