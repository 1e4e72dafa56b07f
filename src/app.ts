// The application: what it needs from the outside, which route group answers what, and the last
// words, said once. Knows no binding; worker.ts makes the ports from them.

import type { Context } from "hono";
import { Hono } from "hono/tiny";
import { findAuthor, unauthorised } from "./http/auth.ts";
import { applyPolicy } from "./http/cache-policy.ts";
import { isOutage, Unavailable, withDeadline } from "./http/deadline.ts";
import { problemResponse } from "./http/problem.ts";
import { applySecurity } from "./http/security.ts";
import type { ApiPorts } from "./routes/api.ts";
import { answerPage, type PagePorts } from "./routes/page.ts";
import type { TokenStore } from "./site/token.ts";
import { contentSecurityPolicy } from "./view/content-security-policy.ts";
import { renderProblemPage } from "./view/page/plain-page.ts";

/** Made per request by worker.ts and given as Hono's `env`: `app.fetch(request, ports)`. */
export interface Ports extends PagePorts, ApiPorts {
  tokens: TokenStore;
}

const API = "/api/";

/** Adds to what a browser has, so it says nothing that is not meant to change. */
const NOT_MODIFIED = 304;

export const app = new Hono<{ Bindings: Ports }>()
  .all(`${API}*`, async (c) => {
    const ports = withDeadlines(c.env);
    if ((await findAuthor(c.req.raw.headers, ports.tokens)) === null) return secured(unauthorised());
    const { api } = await import("./routes/api.ts");
    return secured(await api.fetch(c.req.raw, ports));
  })
  .all("*", async (c) => secured(await answerPage(c.req.raw, withDeadlines(c.env))))
  .onError((error, c) => secured(isOutage(error) ? answerUnavailable(error, c) : answerFault(error, c)));

// Not a middleware: the only handler of a path runs without the chain that Hono makes of several.
function secured(answer: Response): Response {
  if (answer.status !== NOT_MODIFIED) applySecurity(answer.headers);
  return answer;
}

function answerUnavailable(error: Error, c: Context): Response {
  const reference = log(error, c);
  if (!c.req.path.startsWith(API)) return problemPage(503, reference, { "retry-after": RETRY_AFTER });
  const what = error instanceof Unavailable ? error.message : "The site's storage failed";
  const message = `${what}: try again in ${RETRY_AFTER} seconds (reference ${reference})`;
  return problemResponse([{ code: "unavailable", message }], {}, { "retry-after": RETRY_AFTER });
}

function answerFault(error: Error, c: Context): Response {
  const reference = log(error, c);
  if (!c.req.path.startsWith(API)) return problemPage(500, reference);
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
function log(error: Error, c: Context): string {
  const reference = crypto.randomUUID().slice(0, 8);
  const { method, path } = c.req;
  console.error(JSON.stringify({ reference, method, path, error: error.message, stack: error.stack }));
  return reference;
}

function problemPage(status: 500 | 503, reference: string, more: { [name: string]: string } = {}): Response {
  const headers = new Headers({
    ...more,
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": contentSecurityPolicy(null),
  });
  applyPolicy(headers, "error");
  return new Response(renderProblemPage({ status, reference }), { status, headers });
}

/** Milliseconds that a look-up, a change set, an upload at its sender's pace may take. */
const PATIENCE = { read: 10_000, publish: 60_000, upload: 300_000 };

// The cache and ourselves behind `front` answer in their own time: that one carries these deadlines.
function withDeadlines(ports: Ports): Ports {
  const { reader, media, tokens, publisher, files } = ports;
  const reading = <T>(work: Promise<T>, what: string) => withDeadline(work, PATIENCE.read, what);
  return {
    ...ports,
    reader: { find: (...asked) => reading(reader.find(...asked), "The database") },
    media: { read: (sha256, range) => reading(media.read(sha256, range), "The media store") },
    tokens: { findByHash: (hash) => reading(tokens.findByHash(hash), "The database") },
    publisher: {
      publish: (change) => withDeadline(publisher.publish(change), PATIENCE.publish, "Publishing"),
    },
    files: {
      tree: () => reading(files.tree(), "The database"),
      entries: (paths) => reading(files.entries(paths), "The database"),
      read: (path) => reading(files.read(path), "The store"),
      putBlob: (upload) => withDeadline(files.putBlob(upload), PATIENCE.upload, "The store"),
      posts: (query) => reading(files.posts(query), "The database"),
      post: (path, now) => reading(files.post(path, now), "The database"),
      locale: () => reading(files.locale(), "The database"),
    },
  };
}
