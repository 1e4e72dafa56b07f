// A blog for a test: the built Worker in workerd with a D1 and an R2, where no test finds what another
// published. Six verbs and no more; how a change set travels is src/cli/apply-change.ts.

import { createHash } from "node:crypto";
import { request as httpRequest } from "node:http";
import { text } from "node:stream/consumers";
import { after } from "node:test";
import { applyChange } from "../src/cli/apply-change.ts";
import { type Blob, connectAuthorApi } from "../src/cli/author-api.ts";
import { addToken } from "../src/cli/author-token.ts";
import { type BuildOptions, buildWorker } from "../src/cli/build.ts";
import { type LocalWorker, startLocalWorker } from "../src/cli/local-worker.ts";
import { mediaTypeOf } from "../src/cli/media-type.ts";
import { makeToken } from "../src/http/auth.ts";
import { type Outcome, parseFilePath, parseSha256 } from "../src/site/change-set.ts";
import { emptyTables } from "./empty-tables.ts";
import { createPool } from "./pool.ts";

export const TEST_WORKER: BuildOptions = { entry: "test/worker.ts", outdir: "dist/test" };

/** Where the tests' blog believes to be, whatever port it has. */
export const ORIGIN = "https://blog.example";

export interface RequestOptions {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
}

type WorkerResponse = Awaited<ReturnType<LocalWorker["fetch"]>>;

/** A response whose JSON is what the test says it is. */
export interface Answer extends Omit<WorkerResponse, "json"> {
  json<T = unknown>(): Promise<T>;
}

/** Bytes or text by path; `null` deletes. */
export interface Files {
  [path: string]: string | Uint8Array<ArrayBuffer> | null;
}

type Done = Extract<Outcome, { status: "done" }>;

const startWorker = async (baseURL: string): Promise<LocalWorker> =>
  startLocalWorker(await buildWorker(TEST_WORKER), { vars: { BASE_URL: baseURL } });

const takeWorker = createPool({
  open: () => startWorker(ORIGIN),
  empty: ({ query }) => emptyTables(query),
  close: (worker) => worker.stop(),
});

/** `baseURL`: what the deployment says, in place of the configuration. */
export async function openBlog(baseURL = ORIGIN) {
  const worker = baseURL === ORIGIN ? await takeWorker() : await startAlone(baseURL);
  const token = makeToken();
  await addToken(worker.query, { token, name: "test" });
  let now: number | null = null;

  /** As a reader: nothing is followed, nothing is added. */
  const request = async (
    path: string,
    { method = "GET", headers = {}, body }: RequestOptions = {},
  ): Promise<Answer> => {
    const answer = await worker.fetch(new URL(path, ORIGIN).href, {
      method,
      redirect: "manual",
      headers: { ...(now === null ? {} : { "deckle-test-now": String(now) }), ...headers },
      ...(body === undefined ? {} : { body }),
    });
    return answer as Answer;
  };

  /** The same with a token that may write. */
  const asAuthor = (path: string, options: RequestOptions = {}) =>
    request(path, { ...options, headers: { authorization: `Bearer ${token}`, ...options.headers } });

  /**
   * As an author who announces a body of `size` bytes and sends none of it before the answer: what is refused
   * by its announced size can be answered while a client still writes, and then fetch() may see the connection
   * break instead of the answer.
   */
  const announce = (path: string, { method, size }: { method: string; size: number }) =>
    new Promise<Response>((resolve, reject) => {
      const sent = httpRequest(new URL(path, worker.url), {
        method,
        headers: { host: new URL(ORIGIN).host, authorization: `Bearer ${token}`, "content-length": size },
      });
      sent.on("error", reject);
      sent.on("response", async (incoming) => {
        const body = await text(incoming);
        sent.destroy();
        resolve(new Response(body, { status: incoming.statusCode ?? 0 }));
      });
      sent.flushHeaders();
    });

  /** Puts files into the site, as `deckle push` does, and throws if that is refused. */
  async function publish(files: Files): Promise<Done> {
    const blobs = new Map<string, Blob>();
    const put = [];
    const gone = [];
    for (const [name, content] of Object.entries(files)) {
      const path = parseFilePath(name);
      if (path === null) throw new Error(`${name} is no path of a site`);
      if (content === null) {
        gone.push(path);
        continue;
      }
      const blob = blobOf(name, content);
      blobs.set(blob.sha256, blob);
      put.push({ path, sha256: blob.sha256 });
    }
    const api = connectAuthorApi({ origin: ORIGIN, token, send: (url, init) => request(url, init) });
    const outcome = await applyChange(api, {
      changeSet: { put, delete: gone, dryRun: false, message: "" },
      blob: async (sha256) => blobs.get(sha256) ?? fail(`${sha256} was not offered`),
    });
    if (outcome.status === "refused") throw new Error(JSON.stringify(outcome.problems));
    return outcome;
  }

  /** Keeps the bytes of a picture or another file, without naming them in the site. */
  async function putMedia(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
    const { sha256, mediaType } = blobOf(name, bytes);
    const answer = await asAuthor(`/api/v1/blobs/${sha256}`, {
      method: "PUT",
      headers: { "content-type": mediaType },
      body: bytes,
    });
    if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
    return sha256;
  }

  /** Sets the time of every request from now on; with `runCron`, also does what cron does then. */
  async function clock(instant: string, { runCron = false } = {}): Promise<void> {
    now = Math.floor(Date.parse(instant) / 1000);
    if (runCron) await worker.runCron(new Date(now * 1000));
  }

  return { request, asAuthor, announce, publish, putMedia, clock };
}

async function startAlone(baseURL: string): Promise<LocalWorker> {
  const worker = await startWorker(baseURL);
  after(() => worker.stop());
  return worker;
}

function blobOf(name: string, content: string | Uint8Array<ArrayBuffer>): Blob {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const sha256 = parseSha256(createHash("sha256").update(bytes).digest("hex"));
  return { sha256: sha256 ?? fail("a digest is a digest"), path: name, bytes, mediaType: mediaTypeOf(name) };
}

function fail(message: string): never {
  throw new Error(message);
}
