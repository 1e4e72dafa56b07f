// The author's API as the command line sees it (docs/API.md): a call each, its answer as a value.
// Owns addresses, headers, retries and the wording when a server cannot be talked to. Never prints
// the token, and puts it into no message.

import { setTimeout as wait } from "node:timers/promises";
import type { ChangeSet, FilePath, Outcome, Sha256, Tree } from "../site/change-set.ts";
import type { Health } from "../site/health.ts";
import type { Problem, ProblemCode } from "../site/problem.ts";
import { CommandFailure, errorCode } from "./failure.ts";

export interface Blob {
  /** Where it will stand, for messages. */
  path: string;
  sha256: Sha256;
  bytes: Uint8Array<ArrayBuffer>;
  mediaType: string;
}

export interface AuthorApi {
  health(): Promise<Health>;
  tree(): Promise<Tree>;
  /** `null` when it was taken; what is wrong with it when it can never be. */
  putBlob(blob: Blob): Promise<Problem | null>;
  /** One step of a change set; `rendering` and `missing` ask for another. */
  change(changeSet: ChangeSet): Promise<Outcome>;
  /** Makes the search index again. */
  reindex(): Promise<void>;
  /** Hands the file's bytes to `take` as they come, once more if the line breaks; `null` when there is no such file. */
  readFile<T>(path: FilePath, take: (body: AsyncIterable<Uint8Array>) => Promise<T>): Promise<T | null>;
}

/** What is needed of an answer: Node's and Miniflare's `fetch` both give it. */
interface Answer {
  status: number;
  headers: { get(name: string): string | null };
  body: AsyncIterable<Uint8Array> | null;
  json(): Promise<unknown>;
  text(): Promise<string>;
}

export type Send = (
  url: string,
  init: { method: string; headers: Record<string, string>; body?: string | Uint8Array<ArrayBuffer> },
) => Promise<Answer>;

export interface ServerAddress {
  /** `https://blog.example`, without a path. */
  origin: string;
  token: string;
  send?: Send;
  /** Milliseconds before the first retry; each later one waits twice as long. */
  patience?: number;
}

const ATTEMPTS = 6;

export function connectAuthorApi({ origin, token, send = fetch, patience = 300 }: ServerAddress): AuthorApi {
  let answered = false;
  async function ask(
    method: string,
    path: string,
    content?: { type: string; body: string | Uint8Array<ArrayBuffer> },
  ) {
    const headers: Record<string, string> = { authorization: `Bearer ${token}`, accept: "application/json" };
    if (content !== undefined) headers["content-type"] = content.type;
    const init = { method, headers, ...(content === undefined ? {} : { body: content.body }) };
    for (let attempt = 1; ; attempt += 1) {
      const answer = await send(`${origin}/api/v1/${path}`, init).catch((error: unknown) =>
        unreachable(error),
      );
      const last = attempt === ATTEMPTS;
      if (answer instanceof Error) {
        if (last || (!answered && isNobodyThere(answer)))
          throw new CommandFailure(`${origin} cannot be reached: ${answer.message}`);
      } else {
        answered = true;
        if (!isPassing(answer.status) || last) return answer;
      }
      await wait(patience * 2 ** (attempt - 1));
    }
  }

  return {
    async tree() {
      const answer = await ask("GET", "files");
      if (answer.status !== 200) throw await failureOf(answer, origin, "list the site's files");
      return (await answer.json()) as Tree;
    },
    async health() {
      const answer = await ask("GET", "health");
      if (answer.status !== 200) throw await failureOf(answer, origin, "tell how it is");
      return (await answer.json()) as Health;
    },
    async putBlob({ path, sha256, bytes, mediaType }) {
      const answer = await ask("PUT", `blobs/${sha256}`, { type: mediaType, body: bytes });
      if (isRefusal(answer.status)) {
        const { detail, problems } = await readRefusal(answer);
        const message = detail === "" ? `it was refused (status ${answer.status})` : detail;
        return { code: "invalid", message, ...problems[0], path };
      }
      if (answer.status >= 300) throw await failureOf(answer, origin, "take a file");
      await answer.text();
      return null;
    },
    async change(changeSet) {
      const body = JSON.stringify(changeSet);
      const answer = await ask("POST", "changes", { type: "application/json", body });
      return readOutcome(answer, origin);
    },
    async reindex() {
      for (let method = "DELETE"; ; method = "POST") {
        const answer = await ask(method, "search-index");
        if (answer.status >= 300) throw await failureOf(answer, origin, "make its search index again");
        await answer.text();
        if (answer.status === 200) return;
      }
    },
    async readFile(path, take) {
      const address = `files/${path.split("/").map(encodeURIComponent).join("/")}`;
      for (let attempt = 1; ; attempt += 1) {
        const answer = await ask("GET", address);
        if (answer.status === 404) return null;
        if (answer.status !== 200) throw await failureOf(answer, origin, `read ${path}`);
        try {
          return await take(answer.body ?? emptyBody());
        } catch (error) {
          if (!isBrokenLine(error)) throw error;
          if (attempt === ATTEMPTS)
            throw new CommandFailure(`${path} cannot be read: ${unreachable(error).message}`);
          await wait(patience * 2 ** (attempt - 1));
        }
      }
    },
  };
}

async function* emptyBody(): AsyncGenerator<Uint8Array> {}

/** As Node's `fetch` throws it when an answer ends too soon. */
const isBrokenLine = (error: unknown): boolean => error instanceof TypeError && error.cause instanceof Error;

/** Too busy, too much CPU at once (Cloudflare's 1102 is a 503), or a deploy in between: worth another try. */
const isPassing = (status: number): boolean =>
  status === 429 || status === 502 || status === 503 || status === 504;

/** No server at all, or no such host: waiting would not help somebody who mistyped it or did not start it. */
const isNobodyThere = (error: Error): boolean => ["ECONNREFUSED", "ENOTFOUND"].includes(errorCode(error));

function unreachable(error: unknown): Error {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause : new Error(String(cause));
}

async function readOutcome(answer: Answer, origin: string): Promise<Outcome> {
  if (answer.status === 200) {
    const done = (await answer.json()) as Omit<Extract<Outcome, { status: "done" }>, "status">;
    return { ...done, status: "done" };
  }
  if (answer.status === 202) {
    const { rendered, of } = (await answer.json()) as { rendered: number; of: number };
    return { status: "rendering", rendered, of };
  }
  if (!isRefusal(answer.status)) throw await failureOf(answer, origin, "change the site");
  const refusal = await readRefusal(answer);
  if (refusal.missing.length > 0) return { status: "missing", missing: refusal.missing };
  const [first, ...rest] = refusal.problems;
  if (first === undefined) throw failureOfRefusal(answer.status, refusal, origin, "change the site");
  return { status: "refused", problems: [first, ...rest] };
}

/** What was sent is at fault, and not who sent it, where to, or the server. */
const isRefusal = (status: number): boolean => [400, 409, 412, 413, 415, 422].includes(status);

interface Refusal {
  detail: string;
  missing: Sha256[];
  problems: Problem[];
}

/** RFC 9457 as http/problem.ts writes it, or whatever a server in between had to say. */
async function readRefusal(answer: Answer): Promise<Refusal> {
  const type = answer.headers.get("content-type") ?? "";
  if (!type.includes("json")) {
    await answer.text();
    return { detail: "", missing: [], problems: [] };
  }
  const { detail, code, missing, problems } = (await answer.json()) as {
    detail?: string;
    code?: ProblemCode;
    missing?: Sha256[];
    problems?: Omit<Problem, "code">[];
  };
  return {
    detail: detail ?? "",
    missing: missing ?? [],
    problems: (problems ?? []).map((problem) => ({ code: code ?? "invalid", ...problem })),
  };
}

async function failureOf(answer: Answer, origin: string, deed: string): Promise<CommandFailure> {
  return failureOfRefusal(answer.status, await readRefusal(answer), origin, deed);
}

function failureOfRefusal(status: number, refusal: Refusal, origin: string, deed: string): CommandFailure {
  if (status === 401) {
    return new CommandFailure(
      `${origin} does not accept the token. Make one with: npx deckle token make (a deployed blog: add --remote), and set DECKLE_TOKEN to it.`,
    );
  }
  if (status === 404 && refusal.detail === "")
    return new CommandFailure(`${origin} has no author's API: does Deckle run there?`);
  const reason = refusal.detail === "" ? "" : `: ${refusal.detail}`;
  return new CommandFailure(`${origin} could not ${deed} (status ${status})${reason}`);
}
