// The Worker with the model of its cache in front, and a second one beside it that has none, over the
// same database: a step of a test moves the clock, writes, runs the cron, and compares what both say of
// every URL. All in one request, because a hundred sites with a hundred URLs each have to fit in seconds.

import { createPurge } from "../../src/http/purge.ts";
import { type CacheModel, createCacheModel, type Visit } from "../../src/preview/cache-model.ts";
import type { Purge } from "../../src/site/publisher.ts";
import { encodeUrlPath, type UrlPath } from "../../src/site/url.ts";
import { createWorker } from "../../src/worker.ts";
import type { Step, StepResult } from "./step.ts";

const ORIGIN = "https://blog.example";
let now = 0;
let cache = newCache();
/** Every URL that ever answered, and what it answered by validator. */
let known = new Set<string>();
let bodies = new Map<string, string>();

function newCache(): CacheModel {
  return createCacheModel({ clock: () => now, purgeRate: null });
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
  if (step.reset) await reset(env.DB);
  const background: Promise<unknown>[] = [];
  const { worker, visit } = visitOf(env, context, step.sabotage ?? {});
  visit.later = (work) => void background.push(work);

  const flights = await Promise.all((step.inFlight ?? []).map((url) => takeOff(url, visit)));
  const outcomes: StepResult["outcomes"] = [];
  for (const write of step.writes ?? []) {
    const answer = await visit.run(
      new Request(`${ORIGIN}/api/v1/changes`, {
        method: "POST",
        headers: { authorization: `Bearer ${step.token}` },
        body: JSON.stringify(write),
      }),
    );
    outcomes.push({ status: answer.status, body: await answer.text() });
  }
  for (const land of flights) await land();
  if (step.cron) {
    if (step.sabotage?.outbox) await env.DB.exec("delete from purge");
    await worker.scheduled({ cron: "", scheduledTime: now * 1000, noRetry() {} }, env, context);
  }
  const result: StepResult = { outcomes, differences: [], visits: {} };
  if (step.compare) await compareAll(visit, env, context, result);
  await Promise.all(background);
  return result;
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

const AT_ONCE = 12;

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
    if (type === "page" && url.endsWith("/")) known.add(path.slice(0, -1));
    if (url === "/") known.add(`${path}page/1/`).add(`${path}page/3/`);
  }
  return [...known];
}

const TABLES = ["language", "file", "rendering", "page", "listing", "route", "dependency", "purge"];

async function reset(db: D1Database): Promise<void> {
  cache = newCache();
  known = new Set();
  bodies = new Map();
  await db.batch([
    ...TABLES.map((table) => db.prepare(`delete from ${table}`)),
    db.prepare("update site set base_path = '/', config = '', rendering_digest = ''"),
  ]);
}
