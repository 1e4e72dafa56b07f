// Posts made by the hundred, as the store is handed them, and the rows that a database reads and writes for them.

import { searchEntry } from "../../src/publish/search-entry.ts";
import type { FilePath } from "../../src/site/change-set.ts";
import type { Flip, Staged } from "../../src/site/change-store.ts";
import { type Contribution, everyPageList, NEVER } from "../../src/site/contribution.ts";
import { digest53, digestText } from "../../src/site/digest.ts";
import type { MediaStore } from "../../src/site/media.ts";
import { type Card, pageId, type TrustedHtml } from "../../src/site/page.ts";
import type { Settings } from "../../src/site/settings.ts";
import type { UrlPath } from "../../src/site/url.ts";

/** The same database, adding up the rows of what is asked through it. */
export function countRows(db: D1Database) {
  const rows = { read: 0, written: 0 };
  const add = <T>(result: D1Result<T>): D1Result<T> => {
    rows.read += result.meta.rows_read ?? 0;
    rows.written += result.meta.rows_written ?? 0;
    return result;
  };
  const statement = (inner: D1PreparedStatement): object => {
    const all = async () => add(await inner.all<object>());
    return {
      inner,
      bind: (...values: unknown[]) => statement(inner.bind(...values)),
      run: all,
      all,
      raw: async () => (await all()).results.map((row) => Object.values(row)),
      first: async () => (await all()).results[0] ?? null,
    };
  };
  const counted = {
    prepare: (sql: string) => statement(db.prepare(sql)),
    batch: async (statements: { inner: D1PreparedStatement }[]) =>
      (await db.batch(statements.map(({ inner }) => inner))).map(add),
  };
  return { rows, counted: counted as unknown as D1Database };
}

/** For what keeps no bytes. */
export const NO_MEDIA: MediaStore = {
  read: async () => null,
  put: async ({ sha256 }) => {
    throw new Error(`${sha256} was to be kept`);
  },
};

export const HOME = pageId("en", "/");
export const POSTS = pageId("en", "/posts");

export const NOTHING: Flip = {
  generation: 0,
  now: 0,
  put: [],
  delete: [],
  out: [],
  fresh: [],
  in: [],
  routes: [],
  routesGone: [],
  ranks: [],
  moved: [],
  renamed: [],
  made: [],
  emptied: [],
  site: null,
  whole: false,
  tags: [],
  change: 1,
};

export interface PostFacts {
  name: string;
  /** Epoch seconds; also its place in the lists, newest first. */
  at: number;
  visibleFrom?: number;
  visibleUntil?: number;
  lists?: number[];
  card?: Partial<Card>;
}

/** A post as publishing would hand it to the store. */
export function stagedPost({
  name,
  at,
  visibleFrom = 0,
  visibleUntil = NEVER,
  lists,
  ...facts
}: PostFacts): Staged {
  const path = `/posts/${name}`;
  const id = pageId("en", path);
  const url = `${path}/` as UrlPath;
  const card = cardOf({ id, kind: "page", url, title: name });
  const html = `<p>${name}</p>`;
  const contribution: Contribution = {
    page: {
      id,
      lang: "en",
      kind: "page",
      path,
      file: `content/posts/${name}.md`,
      url,
      sortKey: `${String(9_999_999_999 - at).padStart(10, "0")} ${path}`,
      neighbours: HOME,
      visibleFrom,
      visibleUntil,
      listed: 1,
      card: { ...card, ...facts.card, needs: [] },
      cardDigest: digestText(name),
      bodyDigest: digestText(html),
    },
    lists: lists ?? [HOME, everyPageList("en"), POSTS],
    routes: [[url, 0, "page", null]],
    made: [made("section", "/posts", "/posts/")],
    asked: [],
    warnings: [],
    problems: [],
  };
  const rendering = { id: digest53(`rendering:${name}:${at}`), contribution, html };
  return { ...rendering, toc: "", search: searchEntry(rendering) };
}

export function made(kind: Card["kind"], path: string, url: string): Contribution["made"][number] {
  const id = pageId("en", path);
  const card = cardOf({ id, kind, url: url as UrlPath, title: path });
  return {
    page: {
      id,
      lang: "en",
      kind,
      path,
      file: null,
      url: url as UrlPath,
      sortKey: path,
      neighbours: null,
      visibleFrom: 0,
      visibleUntil: NEVER,
      listed: 2,
      card: { ...card, needs: [] },
      cardDigest: path,
      bodyDigest: "",
    },
    list: null,
    routes: [[url, 3, kind === "taxonomy" ? "terms" : "list", null]],
  };
}

function cardOf(given: Pick<Card, "id" | "kind" | "url" | "title">): Card {
  const nothing = "" as TrustedHtml;
  return {
    ...given,
    lang: "en",
    linkTitle: given.title,
    date: null,
    lastmod: null,
    publishDate: null,
    description: "",
    summary: nothing,
    summaryText: "",
    truncated: false,
    wordCount: 0,
    readingTime: 0,
    terms: {},
    cover: null,
    layout: "",
    params: {},
  };
}

export const SITE: NonNullable<Flip["site"]> = {
  basePath: "/",
  config: "{}",
  renderingDigest: "one",
  languages: [
    {
      position: 0,
      digest: "settings",
      settings: {
        lang: "en",
        baseURL: "https://blog.example/",
        translations: [],
        pagerSize: 10,
        paginatePath: "page",
        rss: { kinds: ["home", "section", "taxonomy", "term"], name: "index" },
        feedLimit: -1,
        params: {},
      } as unknown as Settings,
    },
  ],
  routes: [["/sitemap.xml", 3, "sitemap", "en"]],
};

export const filePath = (path: string): FilePath => path as FilePath;
