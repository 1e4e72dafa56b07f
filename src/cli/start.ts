// `deckle start`: a Hugo site's folder as a blog on this machine: the Worker as it is deployed, the
// folder published into it by the same code as push, and every save shown at once.

import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { makeToken } from "../http/auth.ts";
import { basePathOf } from "../hugo/config/base-url.ts";
import { renderOutdated } from "./apply-change.ts";
import { connectAuthorApi } from "./author-api.ts";
import { addToken } from "./author-token.ts";
import { type BuildOptions, buildWorker, WORKER } from "./build.ts";
import { parseOptions, type Verb } from "./command-line.ts";
import { CommandFailure } from "./failure.ts";
import { readFolderConfig } from "./folder-config.ts";
import { folderPublisher } from "./folder-publisher.ts";
import { startLocalWorker } from "./local-worker.ts";
import { type OnAnswer, openReloadProxy } from "./reload-proxy.ts";
import { parseGivenToken } from "./server-address.ts";
import { openSiteFolder } from "./site-folder.ts";
import { openStateFolder, type StateFolder, stateFolderOf } from "./state-folder.ts";
import { prepareAssets } from "./static-asset.ts";
import { watchFolder } from "./watch-folder.ts";

const help = `deckle start [--site DIR] [--port N] [--state DIR] [-D] [-F] [-E]      (npm start -- …)

Serves a Hugo site's folder as a blog on this machine. Saving a file shows in the browser at once.
What is written through the API stays, also after the next start.

  --site DIR   the site's folder (the current one)
  --port N     the port (8787); 0 for any that is free
  --state DIR  where the local database, pictures and token lie (.deckle in the site's folder)
  -D, -F, -E   shows drafts, posts that are not due yet, and expired ones, on this machine alone
               (--buildDrafts, --buildFuture, --buildExpired)

The author token is made once, kept in the state folder and printed. DECKLE_TOKEN sets another.`;

const options = {
  site: { type: "string", default: "." },
  port: { type: "string", default: "8787" },
  state: { type: "string" },
  buildDrafts: { type: "boolean", short: "D" },
  buildFuture: { type: "boolean", short: "F" },
  buildExpired: { type: "boolean", short: "E" },
} as const;

export interface Serving {
  worker: BuildOptions;
  /** Told of every answer. */
  onAnswer?: OnAnswer;
  /** Runs the cron trigger each minute, as the platform does. */
  cron?: true;
}

export async function serveFolder(args: string[], serving: Serving): Promise<void> {
  const { values } = parseOptions(args, options);
  const port = parsePort(values.port);
  const site = await openSiteFolder(resolve(values.site));
  const state = openStateFolder(resolve(values.state ?? stateFolderOf(site.folder)));
  await refuseSecond(state);
  const token = await settleToken(state);

  stopOnSignal();
  const proxy = await openReloadProxy(port, serving.onAnswer);
  const address = `http://localhost:${proxy.port}`;
  const bundle = await buildWorker(serving.worker);
  const worker = await startLocalWorker(bundle, {
    storage: state.storage,
    assets: await prepareAssets(),
    vars: {
      BASE_URL: address,
      // A Worker on this machine may take its time.
      STEP_KB: "2048",
      BUILD: [
        ...(values.buildDrafts ? ["drafts"] : []),
        ...(values.buildFuture ? ["future"] : []),
        ...(values.buildExpired ? ["expired"] : []),
      ].join(" "),
    },
  });
  await addToken(worker.query, { token, name: "this machine" });
  const api = connectAuthorApi({ origin: worker.url.origin, token });

  const publish = oneAtATime(folderPublisher({ site, state, api }));
  // Before the first round, which may take a while in a large folder: a save meanwhile is not missed.
  watchFolder(site.folder, () => void publish().then((published) => published && proxy.reload()));
  await publish();
  await renderOutdated(api);
  proxy.passTo(worker.url);
  if (serving.cron) setInterval(() => worker.runCron(new Date()).catch(console.error), 60_000);
  await state.keepAddress(address);
  process.on("exit", () => rmSync(state.addressFile, { force: true }));
  console.log(
    [
      `${site.folder} is served at ${address}${basePathOf(await readFolderConfig(site.folder))}`,
      `Author token: ${token} (kept in ${join(state.folder, "token")})`,
      "Saving a file shows at once. Ctrl-C stops.",
    ].join("\n"),
  );
}

/** Asked while it runs, it runs once more afterwards, however often it was asked. */
function oneAtATime(task: () => Promise<boolean>): () => Promise<boolean> {
  let running: Promise<boolean> | null = null;
  let next: Promise<boolean> | null = null;
  const run = (): Promise<boolean> => {
    next = null;
    running = task().finally(() => {
      running = null;
    });
    return running;
  };
  return () => {
    if (running === null) return run();
    next ??= running.then(run);
    return next;
  };
}

async function settleToken(state: StateFolder): Promise<string> {
  const given = process.env.DECKLE_TOKEN;
  const token = given ? parseGivenToken(given) : ((await state.findToken()) ?? makeToken());
  await state.keepToken(token);
  return token;
}

function parsePort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65536) return port;
  throw new CommandFailure(`--port wants a number from 0 to 65535, not '${text}'.`, 2);
}

/** Two at once would each have their own idea of what is published. */
async function refuseSecond(state: StateFolder): Promise<void> {
  const running = await state.findAddress();
  if (running === null) return;
  throw new CommandFailure(
    `The blog of ${state.folder} is running already, at ${running}/. Stop that one, or choose another folder with --state.`,
  );
}

/**
 * Before Miniflare's own listeners, which leave with a code that npm reports as an error. workerd and
 * wrangler are killed by the listeners of `exit`; SQLite loses nothing by that.
 */
function stopOnSignal(): void {
  const stop = () => process.exit(0);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.prependListener(signal, stop);
  // npm hands a SIGTERM to its shell alone, which does not pass it on.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event !== undefined)
    setInterval(() => process.ppid !== parent && stop(), 500).unref();
}

export const start: Verb = { help, run: (args) => serveFolder(args, { worker: WORKER }) };
