// `deckle preview`: what `deckle start` does, with the model of the platform's cache in front of the
// Worker, and a line for each answer that says what that cache did.

import type { Verb } from "./command-line.ts";
import type { OnAnswer } from "./reload-proxy.ts";
import { serveFolder } from "./start.ts";

const help = `deckle preview [--site DIR] [--port N] [--state DIR]      (npm run preview -- …)

Serves a Hugo site's folder as deckle start does, from behind a model of Workers Cache: pages are
stored, purged by tag and revalidated as on the platform, and each answer is told with its
Cf-Cache-Status. The options are those of start.`;

const WORKER = { entry: "src/preview/worker.ts", outdir: "dist/preview" };

const onAnswer: OnAnswer = ({ method, url }, { statusCode, headers }) =>
  console.log(`${String(headers["cf-cache-status"] ?? "-").padEnd(11)} ${statusCode} ${method} ${url}`);

export const preview: Verb = {
  help,
  run: (args) => serveFolder(args, { worker: WORKER, onAnswer, cron: true }),
};
