// What a reader gets from the benchmark's site, answered by the routes themselves in this process: for
// what is counted in bytes and runs, not in time.

import { answerPage } from "../src/routes/page.ts";
import { type BenchSite, NOW } from "./site.ts";

const ORIGIN = "https://blog.example";

export const addressOf = (path: string): string => ORIGIN + path;

export function answerReader(site: BenchSite, request: Request): Promise<Response> {
  return answerPage(request, {
    reader: site.reader,
    searcher: site.searcher,
    media: { read: async () => null },
    variants: { read: async () => ({ type: "no-variant" }) },
    front: { fetch: (inner) => answerReader(site, inner) },
    clock: () => NOW,
    baseURL: null,
    buildId: "bench",
  });
}
