// The composition root: bindings become ports, ports meet the app. The only file that knows `env`.

import { app, type Ports } from "./app.ts";
import type { Clock } from "./http/clock.ts";
import { createPurge, type PlatformCache } from "./http/purge.ts";
import type { PlanMemo } from "./publish/plan.ts";
import type { Front } from "./routes/page.ts";
import type { Outcome } from "./site/change-set.ts";
import type { Publisher, Purge, Reindexer } from "./site/publisher.ts";
import type { Searcher } from "./site/search.ts";
import { createMediaStore } from "./store/media-store.ts";
import { createPageReader } from "./store/page-reader.ts";
import { createSettingsMemo } from "./store/settings-memo.ts";
import { createSiteFiles } from "./store/site-files.ts";
import { createTokenStore } from "./store/token-store.ts";
import type { PictureMaker } from "./store/variant-store.ts";

/** What tests replace: time, and what stands in front of the Worker. */
export interface Outside {
  clock?: Clock;
  front?: Front;
  purge?: Purge;
  /** In the place of the platform's image binding: given what is bound, or `undefined` for a Worker without one. */
  images?: (bound: PictureMaker | undefined) => PictureMaker | undefined;
}

/** The build's own id: a deploy that renders differently must not answer "not modified". */
declare const BUILD_ID: string;

/** A digest of what renders: what another one rendered is rendered again with the next write. */
declare const RENDERER_ID: string;

const machineClock: Clock = () => Math.floor(Date.now() / 1000);

export function createWorker(outside: Outside = {}) {
  const clock = outside.clock ?? machineClock;
  const settingsMemo = createSettingsMemo();
  const plans: PlanMemo = { last: null };
  const purgeFrom = (context: ExecutionContext): Purge => outside.purge ?? createPurge(cacheOf(context));

  // The generated type says that it is there; an owner may have taken it out of wrangler.toml.
  const imagesFrom = ({ IMAGES }: Partial<Pick<Env, "IMAGES">>) =>
    outside.images === undefined ? IMAGES : outside.images(IMAGES);

  const portsFrom = (env: Env, context: ExecutionContext): Ports => {
    const media = createMediaStore(env.DB, env.MEDIA, clock);
    return {
      reader: createPageReader(env.DB, media, settingsMemo),
      searcher: {
        find: async (...asked) => (await searcherOf(env)).find(...asked),
        fillIndex: async (...asked) => (await searcherOf(env)).fillIndex(...asked),
      },
      media,
      variants: {
        async read(variant) {
          const { createVariantStore } = await import("./store/variant-store.ts");
          return createVariantStore({ db: env.DB, bucket: env.MEDIA, images: imagesFrom(env), clock }).read(
            variant,
          );
        },
      },
      health: {
        async read() {
          const { createHealthReader } = await import("./store/health-reader.ts");
          return createHealthReader({
            db: env.DB,
            bucket: env.MEDIA,
            images: imagesFrom(env),
            isCached: outside.purge !== undefined || cacheOf(context) !== undefined,
          }).read();
        },
      },
      tokens: createTokenStore(env.DB),
      files: createSiteFiles(env.DB, media),
      publisher: publisherOf(env, context),
      reindexer: {
        restart: async () => (await reindexerOf(env, context)).restart(),
        step: async () => (await reindexerOf(env, context)).step(),
      },
      front: outside.front ?? { fetch: (request) => frontOf(context).fetch(request) },
      clock,
      baseURL: env.BASE_URL === "" ? null : env.BASE_URL,
      buildId: typeof BUILD_ID === "string" ? BUILD_ID : "local",
    };
  };

  // A wrangler.toml that is older than this variable has none.
  const buildOf = ({ BUILD = "" }: Partial<Pick<Env, "BUILD">>) => BUILD;

  const publisherOf = (env: Env, context: ExecutionContext): Publisher => ({
    // What only writes need is evaluated by the first write of an isolate: readers never pay for it.
    async publish(change) {
      const { createPublisher } = await import("./publish/publish.ts");
      const { createChangeStore } = await import("./store/change-store.ts");
      const publisher = createPublisher({
        store: createChangeStore(env.DB, createMediaStore(env.DB, env.MEDIA, clock)),
        purge: purgeFrom(context),
        clock,
        renderer: `${typeof RENDERER_ID === "string" ? RENDERER_ID : "local"}${buildOf(env)}`,
        plans,
        build: buildOf(env).split(" "),
        stepLength: Number(env.STEP_KB) * 1024 || undefined,
      });
      return publisher.publish(change);
    },
  });

  const reindexerOf = async (env: Env, context: ExecutionContext): Promise<Reindexer> => {
    const { createReindexer } = await import("./publish/reindex.ts");
    const { createChangeStore } = await import("./store/change-store.ts");
    const store = createChangeStore(env.DB, createMediaStore(env.DB, env.MEDIA, clock));
    return createReindexer({ store, purge: purgeFrom(context) });
  };

  return {
    fetch: (request: Request, env: Env, context: ExecutionContext) =>
      app.fetch(request, portsFrom(env, context)),

    async scheduled(_: ScheduledController, env: Env, context: ExecutionContext): Promise<void> {
      const { keepUp } = await import("./store/upkeep.ts");
      const { isAnyDue } = await keepUp({
        db: env.DB,
        bucket: env.MEDIA,
        purge: purgeFrom(context),
        now: clock(),
      });
      if (isAnyDue) await catchUp(publisherOf(env, context));
      // A blog that is older than its search index gets one, a few pages a minute.
      await (await reindexerOf(env, context)).step();
    },
  };
}

/** Renders what lists or shows pages that became public, and makes menus that name what came or went again. What is left undone the next cron goes on with, or the next write. */
async function catchUp(publisher: Publisher): Promise<void> {
  let outcome: Outcome;
  do outcome = await publisher.publish({ put: [], delete: [], dryRun: false, message: "" });
  while (outcome.status === "rendering");
}

/** Who reads a page does not load what reads a query. */
async function searcherOf(env: Env): Promise<Searcher> {
  const { createSearcher } = await import("./store/search-reader.ts");
  return createSearcher(env.DB);
}

/** Workers Cache's own handle: it exists only where that cache stands in front of the Worker. */
function cacheOf(context: ExecutionContext): PlatformCache | undefined {
  return (context as { cache?: PlatformCache }).cache;
}

/** Ourselves by way of the cache. */
function frontOf(context: ExecutionContext): Front {
  return (context as unknown as { exports: { default: Front } }).exports.default;
}

export default createWorker() satisfies ExportedHandler<Env>;
