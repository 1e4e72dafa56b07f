// The Worker that the tests run: the same app, with a clock that a test can set. A request says what
// time it is by a header that the deployed Worker does not know.

import { createWorker } from "../src/worker.ts";

let now: number | null = null;

const worker = createWorker({ clock: () => now ?? Math.floor(Date.now() / 1000) });

export default {
  ...worker,
  fetch(request, env, context) {
    const told = request.headers.get("deckle-test-now");
    now = told === null ? null : Number(told);
    return worker.fetch(request, env, context);
  },
  scheduled(controller, env, context) {
    now = Math.floor(controller.scheduledTime / 1000);
    return worker.scheduled(controller, env, context);
  },
} satisfies ExportedHandler<Env>;
