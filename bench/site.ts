// A blog of any size in a real local D1, for the benchmark: its first posts published by the engine's own
// code, further ones added as rows by its store. Counts what D1 says it read and wrote.

import { createHash } from "node:crypto";
import { Miniflare } from "miniflare";
import { addToken } from "../src/cli/author-token.ts";
import { rendererId } from "../src/cli/build.ts";
import { enginePath } from "../src/cli/engine-folder.ts";
import { readRuntime } from "../src/cli/local-worker.ts";
import { type Database, migrate } from "../src/cli/migration.ts";
import { makeToken } from "../src/http/auth.ts";
import { sortKey } from "../src/hugo/content/sort-key.ts";
import { createPublisher } from "../src/publish/publish.ts";
import { searchEntry } from "../src/publish/search-entry.ts";
import { type ChangeSet, type Outcome, parseFilePath, parseSha256 } from "../src/site/change-set.ts";
import type { Staged } from "../src/site/change-store.ts";
import { digest53, digestText } from "../src/site/digest.ts";
import type { PageReader } from "../src/site/document.ts";
import { pageId } from "../src/site/page.ts";
import type { Searcher } from "../src/site/search.ts";
import { parseUrlPath, type UrlPath } from "../src/site/url.ts";
import { createChangeStore } from "../src/store/change-store.ts";
import { createPageReader } from "../src/store/page-reader.ts";
import { createSearcher } from "../src/store/search-reader.ts";
import { countRows, NO_MEDIA, NOTHING } from "../test/store/sample-rows.ts";
import { childrenNamed } from "./process-cpu.ts";
import { SAMPLE_CONFIG, samplePost } from "./sample-post.ts";
import { type Modules, modulesOf, type Script } from "./workers.ts";

export interface SourceText {
  path: string;
  text: string;
}

export interface BenchSite {
  database: Database;
  reader: PageReader;
  searcher: Searcher;
  publish(files: readonly SourceText[]): Promise<Extract<Outcome, { status: "done" }>>;
  /** What the first publishing wrote. */
  imported: { posts: number; written: number };
  /** Adds rows of posts that are all copies of one, until there are so many. */
  growTo(posts: number): Promise<void>;
  /** An author's. */
  makeToken(): Promise<string>;
  /** Where a Worker inside the database's own process listens, and that process. */
  inside(worker: string): Promise<{ origin: string; pid: number }>;
  /** Rows since this was last asked. */
  takeRows(): Rows;
  stop(): Promise<void>;
}

export interface Rows {
  read: number;
  written: number;
}

/** After every post of the sample. */
export const NOW = Math.floor(Date.parse("2040-01-01T00:00:00Z") / 1000);

export function urlPath(path: string): UrlPath {
  const url = parseUrlPath(path);
  if (url === null) throw new Error(`${path} is no path`);
  return url;
}

/** `inside` are Workers that share the database's process; each but `deckle` has a database of its own. */
export async function openBenchSite(
  posts: number,
  inside: { [name: string]: Script } = {},
): Promise<BenchSite> {
  const others = childrenNamed("workerd");
  const miniflare = await startMiniflare({ ...EMPTY, ...inside });
  const database = await miniflare.getD1Database("DB", NAME);
  await migrate(database, enginePath("migrations"));
  const { rows, counted: d1 } = countRows(database as unknown as D1Database);
  const takeRows = (): Rows => {
    const taken = { ...rows };
    Object.assign(rows, { read: 0, written: 0 });
    return taken;
  };
  const store = createChangeStore(d1, NO_MEDIA);
  const publisher = createPublisher({
    store,
    purge: { purge: async () => ({ done: false, reason: "no-cache" }) },
    clock: () => NOW,
    // The built Worker's own, or its first write would render everything again.
    renderer: await rendererId(),
  });

  const publish: BenchSite["publish"] = async (files) => {
    const put = await keepBlobs(d1, files);
    for (;;) {
      const outcome = await publisher.publish({ put, delete: [], dryRun: false, message: "" });
      if (outcome.status === "done") return outcome;
      if (outcome.status !== "rendering") throw new Error(JSON.stringify(outcome));
    }
  };

  let standing = posts;
  const growTo: BenchSite["growTo"] = async (wanted) => {
    const original = await readStaged(d1, "/posts/bai-0");
    for (; standing < wanted; standing += SLICE) {
      const fresh = Array.from({ length: Math.min(SLICE, wanted - standing) }, (_, i) =>
        copyOf(original, standing + i),
      );
      const row = await d1.prepare("select generation from site").first<{ generation: number }>();
      // The copies are newer than all that stands, each newer than the one before: they are ranked right as they come.
      const generation = row?.generation ?? 0;
      const flip = { ...NOTHING, now: NOW, generation, fresh, in: fresh.map(({ id }) => id) };
      if (!(await store.flip(flip))) throw new Error("somebody else wrote to the benchmark's site");
    }
    standing = wanted;
    takeRows();
  };

  const all = Array.from({ length: posts }, (_, n) => samplePost(n));
  await publish([{ path: "hugo.yaml", text: SAMPLE_CONFIG }, ...all]);
  const imported = { posts, written: takeRows().written };
  return {
    database,
    imported,
    reader: createPageReader(d1, NO_MEDIA),
    searcher: createSearcher(d1),
    publish,
    growTo,
    async makeToken() {
      const token = makeToken();
      await addToken(async (sql) => (await database.prepare(sql).all()).results, { token, name: "bench" });
      return token;
    },
    inside: async (worker) => ({
      origin: (await miniflare.unsafeGetDirectURL(worker)).origin,
      pid: childrenNamed("workerd").find((pid) => !others.includes(pid)) ?? 0,
    }),
    takeRows,
    stop: () => miniflare.dispose(),
  };
}

const NAME = "empty";
const EMPTY: { [name: string]: Script } = {
  [NAME]: { code: "export default { fetch: () => new Response() };" },
};

async function startMiniflare(scripts: { [name: string]: Script }): Promise<Miniflare> {
  const runtime = await readRuntime();
  return new Miniflare({
    host: "127.0.0.1",
    port: 0,
    cf: false,
    enableDevRegistry: false,
    telemetry: { enabled: false },
    workers: Object.entries(scripts).map(([name, script]) => ({
      config: {
        ...runtime,
        name,
        manifest: manifestOf(modulesOf(script)),
        env: {
          DB: { type: "d1" as const, id: name === "deckle" ? NAME : name },
          MEDIA: { type: "r2" as const, name: "bench" },
          BASE_URL: { type: "text" as const, value: "" },
        },
      },
      // Past Miniflare's own Worker, which costs more than a page.
      dev: { unsafeDirectSockets: [{ host: "127.0.0.1", port: 0 }] },
    })),
  });
}

function manifestOf({ main, all }: Modules) {
  const modules = Object.entries(all).map(
    ([name, contents]) => [name, { type: "esm" as const, contents }] as const,
  );
  return { mainModule: main, modules: Object.fromEntries(modules) };
}

/** Stores the texts as an upload would; answers what a change set says of them. */
async function keepBlobs(d1: D1Database, files: readonly SourceText[]): Promise<ChangeSet["put"]> {
  const rows = files.map(({ path, text }) => ({
    path,
    text,
    sha256: createHash("sha256").update(text).digest("hex"),
  }));
  for (let at = 0; at < rows.length; at += 100) {
    const slice = rows.slice(at, at + 100).map(({ text, sha256 }) => [sha256, Buffer.byteLength(text), text]);
    await d1
      .prepare(
        `insert or ignore into blob (sha256, size, media_type, stored_at, text)
         select value ->> 0, value ->> 1, 'text/markdown', 0, value ->> 2 from json_each(?1)`,
      )
      .bind(JSON.stringify(slice))
      .run();
  }
  return rows.map((row) => {
    const [path, sha256] = [parseFilePath(row.path), parseSha256(row.sha256)];
    if (path === null || sha256 === null) throw new Error(`${row.path} is no path of a site`);
    return { path, sha256 };
  });
}

/** Posts that one flip of `growTo` adds. */
const SLICE = 500;

async function readStaged(d1: D1Database, path: string): Promise<Staged> {
  const row = await d1
    .prepare(
      `select rendering.id, contribution, toc, html from page join rendering on rendering.id = page.rendering where path = ?1`,
    )
    .bind(path)
    .first<Omit<Staged, "contribution" | "search"> & { contribution: string }>();
  if (row === null) throw new Error(`there is no page ${path}`);
  return { ...row, contribution: JSON.parse(row.contribution), search: null };
}

function copyOf(original: Staged, n: number): Staged {
  const name = original.contribution.page.path.split("/").at(-1) ?? "";
  const copy: Staged["contribution"] = JSON.parse(
    JSON.stringify(original.contribution).replaceAll(name, `sao-${n}`),
  );
  const { page } = copy;
  const date = { epoch: NEWEST + n * 600, offset: 0 };
  page.id = pageId(page.lang, page.path);
  page.card = { ...page.card, id: page.id, date, title: `${page.card.title} ${n}` };
  page.sortKey = sortKey({
    kind: "page",
    weight: 0,
    date,
    title: page.card.title,
    lang: page.lang,
    path: page.path,
  });
  page.cardDigest = digestText(JSON.stringify(page.card));
  const rendering = { ...original, id: digest53(`copy ${n}`), contribution: copy };
  return { ...rendering, search: searchEntry(rendering) };
}

const NEWEST = Math.floor(Date.parse("2030-01-01T00:00:00Z") / 1000);
