// The Worker with the model of its cache in front, and a second one beside it that has none, over the
// same database: a step of a test moves the clock, writes, runs the cron, and compares what both say of
// every URL. All in one request, because a hundred sites with a hundred URLs each have to fit in seconds.

import { createPurge } from "../../src/http/purge.ts";
import { type CacheModel, createCacheModel, type Visit } from "../../src/preview/cache-model.ts";
import { FREE_RATE, type PurgeRate } from "../../src/preview/purge-limit.ts";
import type { Purge } from "../../src/site/publisher.ts";
import { encodeUrlPath, type UrlPath } from "../../src/site/url.ts";
import { createWorker } from "../../src/worker.ts";
import { emptyTables } from "../empty-tables.ts";
import type { Visit as Asked, Step, StepResult } from "./step.ts";

/** Visitors at a time. */
const AT_ONCE = 12;

const ORIGIN = "https://blog.example";
let now = 0;
let cache = newCache(null);
/** Every URL that ever answered, and what it answered by validator. */
let known = new Set<string>();
let bodies = new Map<string, string>();

function newCache(purgeRate: PurgeRate | null): CacheModel {
  return createCacheModel({ clock: () => now, purgeRate });
}

export default {
  async fetch(request, env, context) {
    const told = request.headers.get("deckle-test-now");
    if (told !== null) now = Number(told);
    if (new URL(request.url).hostname !== "control.example")
      return cache.fetch(request, visitOf(env, context, {}).visit);
    return Response.json(await takeStep(await request.json<Step>(), env, context));
  },
} satisfies ExportedHandler<Env>;

function visitOf(env: Env, context: ExecutionContext, sabotage: NonNullable<Step["sabotage"]>) {
  const honest = createPurge(cache);
  const purge: Purge = {
    purge: (tags) => honest.purge(tags.filter((tag) => !tag.startsWith(sabotage.tag ?? " "))),
  };
  const worker = createWorker({
    clock: () => now,
    purge,
    front: { fetch: (request) => cache.fetch(request, visit) },
  });
  const visit: Visit = {
    run: async (request) => worker.fetch(request, env, context),
    later: (work) => context.waitUntil(work),
  };
  return { worker, visit };
}

async function takeStep(step: Step, env: Env, context: ExecutionContext): Promise<StepResult> {
  now = step.now;
  if (step.reset) await reset(env.DB, step.reset === "limited" ? FREE_RATE : null);
  const background: Promise<unknown>[] = [];
  const { worker, visit } = visitOf(env, context, step.sabotage ?? {});
  visit.later = (work) => void background.push(work);
  const runCron = async () => {
    if (step.sabotage?.outbox) await env.DB.exec("delete from purge");
    await worker.scheduled({ cron: "", scheduledTime: now * 1000, noRetry() {} }, env, context);
  };

  const flights = await Promise.all((step.inFlight ?? []).map((url) => takeOff(url, visit)));
  const result: StepResult = { outcomes: [], differences: [], visits: {}, answers: [], statements: 0 };
  for (const write of step.writes ?? []) {
    const answer = await publish(write, step.token, visit);
    result.outcomes.push({ status: answer.status, body: await answer.text() });
  }
  if (step.cron === "early") await runCron();
  for (const land of flights) await land();
  if (step.cron === true) await runCron();
  const urls = step.visit === "everything" ? (await everyUrl(env.DB)).map((url) => ({ url })) : step.visit;
  const seen = await visitAll(urls ?? [], step, env, context);
  Object.assign(result, seen);
  if (step.compare) await compareAll(visit, env, context, result);
  await Promise.all(background);
  return result;
}

/** Repeated as an author's client repeats it, while there is something left to render. */
async function publish(write: object, token: string, visit: Visit): Promise<Response> {
  for (;;) {
    const answer = await visit.run(
      new Request(`${ORIGIN}/api/v1/changes`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}` },
        body: JSON.stringify(write),
      }),
    );
    if (answer.status !== 202) return answer;
  }
}

async function visitAll(urls: Asked[], step: Step, env: Env, context: ExecutionContext) {
  const watched = watch(env, step.fault ?? null);
  const { visit } = visitOf(watched.env, context, {});
  const background: Promise<unknown>[] = [];
  visit.later = (work) => void background.push(work);
  const answers: StepResult["answers"] = [];
  const visits: StepResult["visits"] = {};
  const visitEach = async (each: IterableIterator<[number, Asked]>) => {
    for (const [i, { url, method = "GET", headers = {} }] of each) {
      const request = new Request(ORIGIN + url, { method, headers, redirect: "manual" });
      const answer = step.uncached ? await visit.run(request) : await cache.fetch(request, visit);
      const status = answer.headers.get("cf-cache-status") ?? "";
      visits[status] = (visits[status] ?? 0) + 1;
      const shown = { url, status: answer.status, headers: Object.fromEntries(answer.headers) };
      answers[i] = { ...shown, body: await answer.text() };
    }
  };
  const queue = urls.entries();
  await Promise.all(Array.from({ length: AT_ONCE }, () => visitEach(queue)));
  await Promise.all(background);
  return { answers, visits, statements: watched.statements() };
}

/** The same bindings, counted, or failing as the platform's do. */
function watch(env: Env, fault: Step["fault"] | null) {
  let statements = 0;
  const failing = async () => {
    throw new Error("D1_ERROR: D1 DB is overloaded. Requests queued for too long.");
  };
  const broken = { bind: () => broken, first: failing, all: failing, run: failing, raw: failing };
  const database = new Proxy(env.DB, {
    get(target, name) {
      if (name === "batch" && fault === "database") return failing;
      if (name !== "prepare") return Reflect.get(target, name).bind(target);
      return (sql: string) => {
        statements += 1;
        return fault === "database" ? broken : target.prepare(sql);
      };
    },
  });
  const bucket = new Proxy(env.MEDIA, {
    get(target, name) {
      if (fault !== "bucket") return Reflect.get(target, name).bind(target);
      return async () => {
        throw new Error("get: We encountered an internal error. Please try again. (10001)");
      };
    },
  });
  return { env: { ...env, DB: database, MEDIA: bucket }, statements: () => statements };
}

/** Starts a visit whose rendering is done at once and handed to the cache when the returned function is called. */
async function takeOff(url: string, visit: Visit): Promise<() => Promise<unknown>> {
  const rendered = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  const landed = cache.fetch(new Request(ORIGIN + url), {
    ...visit,
    async run(request) {
      const answer = await visit.run(request);
      const body = await answer.arrayBuffer();
      const whole = new Response(answer.status === 304 ? null : body, answer);
      rendered.resolve();
      await gate.promise;
      return whole;
    },
  });
  await Promise.race([rendered.promise, landed]);
  return () => {
    gate.resolve();
    return landed;
  };
}

async function compareAll(visit: Visit, env: Env, context: ExecutionContext, result: StepResult) {
  const bare = createWorker({
    clock: () => now,
    purge: createPurge(undefined),
    front: { fetch: async (request) => bare.fetch(request, env, context) },
  });
  const queue = await everyUrl(env.DB);
  const compareNext = async () => {
    for (let url = queue.pop(); url !== undefined; url = queue.pop()) {
      const cached = await cache.fetch(readerOf(url), visit);
      const status = cached.headers.get("cf-cache-status") ?? "";
      result.visits[status] = (result.visits[status] ?? 0) + 1;
      const shown = await describe(cached);
      if (["HIT", "UPDATING", "STALE", "REVALIDATED"].includes(status)) {
        const fresh = await describe(await bare.fetch(readerOf(url), env, context));
        if (fresh !== shown) result.differences.push({ url, status, cached: shown, fresh });
      }
      const etag = cached.headers.get("etag");
      const before = bodies.get(`${url} ${etag}`) ?? shown;
      if (etag !== null && before !== shown)
        result.differences.push({ url, status: "same ETag", cached: before, fresh: shown });
      bodies.set(`${url} ${etag}`, shown);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, compareNext));
}

const readerOf = (url: string): Request => new Request(ORIGIN + url, { redirect: "manual" });

const COMPARED = ["content-type", "etag", "location", "content-security-policy", "content-disposition"];

async function describe(answer: Response): Promise<string> {
  const headers = COMPARED.map((name) => `${name}: ${answer.headers.get(name)}`);
  return [answer.status, ...headers, "", await answer.text()].join("\n");
}

/** What has a route or ever had one, with pagers and other spellings, and what never existed. */
async function everyUrl(db: D1Database): Promise<string[]> {
  const [routes, site] = await db.batch<{ url: UrlPath; type: string }>([
    db.prepare("select distinct url, type from route"),
    db.prepare("select base_path as url, '' as type from site"),
  ]);
  const base = site?.results[0]?.url.slice(0, -1) ?? "";
  for (const url of ["/nothing/", "/posts/nothing", "/posts/p0/index.html"]) known.add(base + url);
  for (const { url, type } of routes?.results ?? []) {
    const path = base + encodeUrlPath(url);
    known.add(path);
    if (type === "list") known.add(`${path}page/2/`);
    if (type === "search" || type === "search-json") known.add(`${path}?q=body`).add(`${path}?q=post&page=2`);
    if (type === "sitemap") for (const n of [1, 2, 4]) known.add(path.replace(/\.xml$/, `-${n}.xml`));
    if (type === "page" && url.endsWith("/")) known.add(path.slice(0, -1));
    if (url === "/") known.add(`${path}page/1/`).add(`${path}page/3/`);
  }
  return [...known];
}

async function reset(db: D1Database, purgeRate: PurgeRate | null): Promise<void> {
  cache = newCache(purgeRate);
  known = new Set();
  bodies = new Map();
  await emptyTables(async (sql) => (await db.prepare(sql).all()).results, ["blob", "token"]);
}
