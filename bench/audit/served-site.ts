// A folder as a blog on localhost, as its readers would meet it: the Worker as it is deployed, compressed
// on the way out as the platform does, and every absolute URL its own.

import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { connectAuthorApi } from "../../src/cli/author-api.ts";
import { addToken } from "../../src/cli/author-token.ts";
import { buildWorker } from "../../src/cli/build.ts";
import { type LocalWorker, startLocalWorker } from "../../src/cli/local-worker.ts";
import { openSiteFolder } from "../../src/cli/site-folder.ts";
import { openStateFolder } from "../../src/cli/state-folder.ts";
import { prepareAssets } from "../../src/cli/static-asset.ts";
import { syncFolder } from "../../src/cli/sync.ts";
import { makeToken } from "../../src/http/auth.ts";

export interface ServedSite {
  /** `http://localhost:…`, without a slash at its end. */
  origin: string;
  close(): Promise<void>;
}

export async function serveSite(folder: string): Promise<ServedSite> {
  let worker: LocalWorker | null = null;
  const server = createServer((request, response) => {
    if (worker !== null) void pass(worker, request.url ?? "/", request.headers.accept ?? "*/*", response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const started = await startLocalWorker(await buildWorker(), {
    vars: { BASE_URL: origin },
    assets: await prepareAssets(),
  });
  worker = started;
  await publishFolder(resolve(folder), started);
  return {
    origin,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await started.stop();
    },
  };
}

async function pass(
  worker: LocalWorker,
  path: string,
  accept: string,
  response: ServerResponse,
): Promise<void> {
  const answer = await worker.fetch(new URL(path, worker.url).href, {
    headers: { accept },
    redirect: "manual",
  });
  const body = Buffer.from(await answer.arrayBuffer());
  const headers = new Map([...answer.headers].filter(([name]) => !HOP_BY_HOP.has(name)));
  const isText = /^(text\/|application\/(.*\+)?(json|xml|javascript))|^image\/svg/.test(
    answer.headers.get("content-type") ?? "",
  );
  if (isText) headers.set("content-encoding", "br");
  response.writeHead(answer.status, Object.fromEntries(headers));
  response.end(isText ? brotliCompressSync(body, QUICK) : body);
}

const HOP_BY_HOP = new Set(["connection", "content-length", "transfer-encoding", "keep-alive"]);
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

async function publishFolder(folder: string, worker: LocalWorker): Promise<void> {
  const token = makeToken();
  await addToken(worker.query, { token, name: "audit" });
  const state = mkdtempSync(join(tmpdir(), "deckle-audit-"));
  try {
    const site = await openSiteFolder(folder);
    const { stopped, problems } = await syncFolder({
      api: connectAuthorApi({ origin: worker.url.origin, token }),
      state: openStateFolder(state),
      scan: await site.scan(),
      message: "",
      deletions: "leave",
      conflicts: "stop",
      dryRun: false,
    });
    if (stopped) throw new Error(`The site is refused: ${JSON.stringify(problems)}`);
  } finally {
    rmSync(state, { recursive: true, force: true });
  }
}
