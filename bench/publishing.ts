// How long after an author's write its page shows it: one write and one read, in the Worker as it runs
// locally with its D1, against the smallest publisher that can be (one batch; no Markdown, no tokens, no
// lists), and against a rebuild by Hugo. CPU of the whole process, D1's part in it; both take turns.

import type { Figure } from "./figure.ts";
import { openHugoSite } from "./hugo.ts";
import { cpuNanoseconds, quantile } from "./process-cpu.ts";
import { samplePost } from "./sample-post.ts";
import { type BenchSite, NOW, openBenchSite, urlPath } from "./site.ts";

const PUBLISHINGS = 40;
const WARM_UP = 10;
const POSTS = 100;
const MANY_POSTS = 10_000;
const HUGO_POSTS = 1_000;
const HUGO_REBUILDS = 3;
const FLAT = 1.2;

interface Cost {
  cpu: number;
  wall: number;
}

export async function measurePublishing(bundle: string): Promise<Figure[]> {
  const site = await openBenchSite(POSTS, { deckle: { file: bundle }, smallest: { code: SMALLEST } });
  const large = await openBenchSite(POSTS, { deckle: { file: bundle } });
  try {
    await large.growTo(MANY_POSTS);
    const [few, many] = [await publisherOf(site), await publisherOf(large)];
    const smallest = await smallestOf(site);
    const costs = new Map<string, Cost[]>();
    for (let n = 0; n < WARM_UP + PUBLISHINGS; n++) {
      for (const [name, publisher] of Object.entries({ few, many, smallest })) {
        const cost = await publisher(n);
        if (n >= WARM_UP) costs.set(name, [...(costs.get(name) ?? []), cost]);
      }
    }
    const of = (name: string, clock: keyof Cost) =>
      quantile(
        (costs.get(name) ?? []).map((cost) => cost[clock]),
        0.1,
      );
    const flatness = of("many", "cpu") / of("few", "cpu");
    const publishing: Figure = {
      name: "publish-over-smallest",
      value: of("few", "cpu") / of("smallest", "cpu"),
      raw: `${ms(of("few", "cpu"))} ms of CPU over ${ms(of("smallest", "cpu"))} (${ms(of("few", "wall"))} ms over ${ms(of("smallest", "wall"))} on the clock); at ${MANY_POSTS} posts ${flatness.toFixed(2)} times that of ${POSTS}`,
      broken: flatness > FLAT ? [`publishing grows with the site: ${flatness.toFixed(2)}`] : [],
    };
    const rebuild = hugoSeconds();
    if (rebuild === null) return [publishing];
    return [
      publishing,
      {
        name: "hugo-rebuild-over-publish",
        value: (rebuild * 1e9) / of("few", "cpu"),
        raw: `Hugo's rebuild after one changed post of ${HUGO_POSTS}: ${rebuild.toFixed(2)} s of CPU, over ${ms(of("few", "cpu"))} ms`,
      },
    ];
  } finally {
    await site.stop();
    await large.stop();
  }
}

/** The least of several rebuilds. */
function hugoSeconds(): number | null {
  const hugo = openHugoSite(HUGO_POSTS);
  if (hugo === null) return null;
  try {
    return quantile(Array.from({ length: HUGO_REBUILDS }, hugo.rebuild), 0);
  } finally {
    hugo.remove();
  }
}

const ms = (nanoseconds: number): string => (nanoseconds / 1e6).toFixed(1);

type Publish = (n: number) => Promise<Cost>;

/** Changes a post that stands, and reads it. */
async function publisherOf(site: BenchSite): Promise<Publish> {
  const token = await site.makeToken();
  const { origin, pid } = await site.inside("deckle");
  const headers = { authorization: `Bearer ${token}`, "if-match": "*", "content-type": "text/markdown" };
  return (n) => {
    const { path, text } = samplePost(50);
    const mark = `dấu-${n}`;
    return costOf(pid, mark, `${origin}/posts/bai-50/`, () =>
      fetch(`${origin}/api/v1/files/${path}`, { method: "PUT", headers, body: `${text}\n${mark}\n` }),
    );
  };
}

async function smallestOf(site: BenchSite): Promise<Publish> {
  const { origin, pid } = await site.inside("smallest");
  await fetch(`${origin}/setup`, { method: "POST" });
  const { answer } = await site.reader.find(urlPath("/posts/bai-50/"), NOW);
  const html = answer.type === "page" ? answer.page.content : "";
  return (n) => {
    const mark = `dấu-${n}`;
    const body = JSON.stringify({ title: "Bài viết", html: `${html}<p>${mark}</p>` });
    return costOf(pid, mark, `${origin}/a`, () => fetch(`${origin}/publish`, { method: "POST", body }));
  };
}

async function costOf(
  pid: number,
  mark: string,
  page: string,
  write: () => Promise<Response>,
): Promise<Cost> {
  const [cpu, wall] = [cpuNanoseconds(pid), performance.now()];
  const written = await write();
  if (written.status !== 200) throw new Error(`a write answers ${written.status}: ${await written.text()}`);
  await written.arrayBuffer();
  const shown = await (await fetch(page)).text();
  if (!shown.includes(mark)) throw new Error(`${page} does not show what was written`);
  return { cpu: cpuNanoseconds(pid) - cpu, wall: (performance.now() - wall) * 1e6 };
}

/** Post, tags and a count in one batch, and the page read back: what no publisher on D1 can do without. */
const SMALLEST = `
const TABLES = [
  "create table post (slug text primary key, title text not null, at integer not null, html text not null)",
  "create table tag (name text, at integer, slug text, primary key (name, slug)) without rowid",
  "create table counter (name text primary key, n integer not null) without rowid",
  "insert into counter values ('posts', 0)",
];
export default {
  async fetch(request, { DB }) {
    const { pathname } = new URL(request.url);
    if (pathname === "/setup") {
      await DB.batch(TABLES.map((sql) => DB.prepare(sql)));
      return new Response();
    }
    if (pathname === "/publish") {
      const { title, html } = await request.json();
      const now = Date.now();
      await DB.batch([
        DB.prepare("insert into post values ('a', ?1, ?2, ?3) on conflict (slug) do update set title = ?1, at = ?2, html = ?3").bind(title, now, html),
        DB.prepare("insert or replace into tag values ('x', ?1, 'a'), ('y', ?1, 'a')").bind(now),
        DB.prepare("update counter set n = n + 1 where name = 'posts'"),
      ]);
      return Response.json({ done: true });
    }
    const post = await DB.prepare("select title, html from post where slug = 'a'").first();
    const page = "<!doctype html><title>" + post.title + "</title><article>" + post.html + "</article>";
    return new Response(page, { headers: { "content-type": "text/html; charset=utf-8" } });
  },
};`;
