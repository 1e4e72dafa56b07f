// The application: what it needs from the outside, which route group answers what, and the last
// words, said once. Knows no binding; worker.ts makes the ports from them.

import { unauthorised } from "./http/auth.ts";
import { applyPolicy, ensurePolicy } from "./http/cache-policy.ts";
import { isOutage, Unavailable, withDeadline } from "./http/deadline.ts";
import { NotAdmitted, openGate } from "./http/gate.ts";
import { problemResponse } from "./http/problem.ts";
import { applySecurity } from "./http/security.ts";
import type { ApiPorts } from "./routes/api.ts";
import { answerPage, type PagePorts } from "./routes/page.ts";
import type { TokenStore } from "./site/token.ts";
import { targetOf } from "./site/url.ts";
import { PLAIN_PAGE_POLICY, renderProblemPage } from "./view/page/plain-page.ts";

/** Made per request by worker.ts. */
export interface Ports extends PagePorts, ApiPorts {
  tokens: TokenStore;
}

const API = "/api/";

/** Adds to what a browser has, so it says nothing that is not meant to change. */
const NOT_MODIFIED = 304;

interface Route {
  /** What the path begins with. */
  below: string;
  answer(request: Request, ports: Ports): Promise<Response>;
}

/** The first one that fits. A router would cost a page more than it finds out: the API has its own. */
const ROUTES: readonly Route[] = [
  { below: API, answer: answerAuthor },
  { below: "/", answer: answerPage },
];

export const app = {
  async fetch(request: Request, ports: Ports): Promise<Response> {
    const target = targetOf(request.url);
    try {
      const route = ROUTES.find(({ below }) => target.startsWith(below));
      if (route === undefined) throw new Error("A URL's path begins with a slash");
      const answer = finish(await route.answer(request, withDeadlines(ports)));
      return request.method === "HEAD" ? new Response(null, answer) : answer;
    } catch (thrown) {
      const failure = { error: thrown instanceof Error ? thrown : new Error(String(thrown)), request };
      return finish(isOutage(failure.error) ? answerUnavailable(failure) : answerFault(failure));
    }
  },
};

async function answerAuthor(request: Request, ports: Ports): Promise<Response> {
  const gate = await openGate(request, ports);
  const { api } = await import("./routes/api.ts");
  try {
    const answer = await api.fetch(request, gate.ports);
    return (await gate.admits()) ? answer : unauthorised();
  } catch (error) {
    if (error instanceof NotAdmitted) return unauthorised();
    throw error;
  }
}

/** What every answer has, whichever route it comes from. */
function finish(answer: Response): Response {
  ensurePolicy(answer.headers);
  if (answer.status !== NOT_MODIFIED) applySecurity(answer.headers);
  return answer;
}

interface Failure {
  error: Error;
  request: Request;
}

function answerUnavailable({ error, request }: Failure): Response {
  const { reference, path } = log({ error, request });
  if (!path.startsWith(API)) return problemPage(503, reference, { "retry-after": RETRY_AFTER });
  const what = error instanceof Unavailable ? error.message : "The site's storage failed";
  const message = `${what}: try again in ${RETRY_AFTER} seconds (reference ${reference})`;
  return problemResponse([{ code: "unavailable", message }], {}, { "retry-after": RETRY_AFTER });
}

function answerFault(failure: Failure): Response {
  const { reference, path } = log(failure);
  if (!path.startsWith(API)) return problemPage(500, reference);
  const body = {
    type: "about:blank",
    title: "Something went wrong on this side",
    status: 500,
    detail: `The log has it under the reference ${reference}; the site is as it was`,
    reference,
  };
  const answer = Response.json(body, {
    status: 500,
    headers: { "content-type": "application/problem+json" },
  });
  applyPolicy(answer.headers, "error");
  return answer;
}

/** Seconds. */
const RETRY_AFTER = "5";

/** One structured line. Neither query nor headers: a token could stand in them. */
function log({ error, request }: Failure): { reference: string; path: string } {
  const reference = crypto.randomUUID().slice(0, 8);
  const { method, url } = request;
  const path = new URL(url).pathname;
  console.error(JSON.stringify({ reference, method, path, error: error.message, stack: error.stack }));
  return { reference, path };
}

function problemPage(status: 500 | 503, reference: string, more: { [name: string]: string } = {}): Response {
  const headers = new Headers({
    ...more,
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": PLAIN_PAGE_POLICY,
  });
  applyPolicy(headers, "error");
  return new Response(renderProblemPage({ status, reference }), { status, headers });
}

/** Milliseconds that a look-up, a change set, an upload at its sender's pace may take. */
const PATIENCE = { read: 10_000, publish: 60_000, upload: 300_000 };

// The cache and ourselves behind `front` answer in their own time: that one carries these deadlines.
function withDeadlines(ports: Ports): Ports {
  const { reader, searcher, media, variants, tokens, publisher, reindexer, files, health } = ports;
  const reading = <T>(work: Promise<T>, what: string) => withDeadline(work, PATIENCE.read, what);
  return {
    ...ports,
    reader: { find: (...asked) => reading(reader.find(...asked), "The database") },
    searcher: {
      find: (...asked) => reading(searcher.find(...asked), "The database"),
      fillIndex: (...asked) => reading(searcher.fillIndex(...asked), "The database"),
    },
    media: { read: (sha256, range) => reading(media.read(sha256, range), "The media store") },
    variants: { read: (variant) => reading(variants.read(variant), "The making of a picture") },
    tokens: { findByHash: (hash) => reading(tokens.findByHash(hash), "The database") },
    reindexer: {
      restart: () => withDeadline(reindexer.restart(), PATIENCE.publish, "The database"),
      step: () => withDeadline(reindexer.step(), PATIENCE.publish, "The database"),
    },
    publisher: {
      publish: (change) => withDeadline(publisher.publish(change), PATIENCE.publish, "Publishing"),
    },
    health: { read: () => reading(health.read(), "The store") },
    files: {
      tree: () => reading(files.tree(), "The database"),
      entries: (paths) => reading(files.entries(paths), "The database"),
      read: (path) => reading(files.read(path), "The store"),
      putBlob: (upload) => withDeadline(files.putBlob(upload), PATIENCE.upload, "The store"),
      posts: (query) => reading(files.posts(query), "The database"),
      post: (path, now) => reading(files.post(path, now), "The database"),
      firstIn: (list) => reading(files.firstIn(list), "The database"),
      locale: () => reading(files.locale(), "The database"),
    },
  };
}
