// The Worker that the tests run: the same app, with a clock and an image binding that a test can set. A
// request says what time it is, and what has become of the binding, by headers that the deployed Worker
// does not know.

import type { PictureMaker } from "../src/store/variant-store.ts";
import { createWorker } from "../src/worker.ts";

let now: number | null = null;
let images: string | null = null;

const worker = createWorker({
  clock: () => now ?? Math.floor(Date.now() / 1000),
  images: (bound) => (images === "unbound" ? undefined : images === "used-up" ? USED_UP : bound),
});

/** As the platform's is after a month's 5,000 free transformations. */
const USED_UP: PictureMaker = {
  input() {
    const refusing: ImageTransformer = {
      transform: () => refusing,
      draw: () => refusing,
      output: () =>
        Promise.reject(Object.assign(new Error("Free transformations are used up"), { code: 9422 })),
    };
    return refusing;
  },
};

export default {
  ...worker,
  fetch(request, env, context) {
    const told = request.headers.get("deckle-test-now");
    now = told === null ? null : Number(told);
    images = request.headers.get("deckle-test-images");
    return worker.fetch(request, env, context);
  },
  scheduled(controller, env, context) {
    now = Math.floor(controller.scheduledTime / 1000);
    return worker.scheduled(controller, env, context);
  },
} satisfies ExportedHandler<Env>;
