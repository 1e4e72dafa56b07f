// The Worker with the model of its cache in front, as it is on the platform: what `npm run preview` runs.
// Never deployed.

import { createPurge } from "../http/purge.ts";
import { createWorker } from "../worker.ts";
import { createCacheModel, type Visit } from "./cache-model.ts";
import { FREE_RATE } from "./purge-limit.ts";

const clock = () => Math.floor(Date.now() / 1000);
const cache = createCacheModel({ clock, purgeRate: FREE_RATE });

/** The Worker again for each request, because what stands in front of it knows the request's context. */
function behindCache(env: Env, context: ExecutionContext) {
  const front = { fetch: (request: Request) => cache.fetch(request, visit) };
  const worker = createWorker({ clock, purge: createPurge(cache), front });
  const visit: Visit = {
    run: async (request) => worker.fetch(request, env, context),
    later: (work) => context.waitUntil(work),
  };
  return { worker, visit };
}

export default {
  fetch: (request, env, context) => cache.fetch(request, behindCache(env, context).visit),
  scheduled: (controller, env, context) =>
    behindCache(env, context).worker.scheduled(controller, env, context),
} satisfies ExportedHandler<Env>;
