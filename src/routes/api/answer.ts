// The one shape in which the API answers a write, and how a refused one is told. Every answer of
// the API is made here or in http/problem.ts, and none is ever stored.

import { applyPolicy } from "../../http/cache-policy.ts";
import type { WriteDecision } from "../../http/conditional.ts";
import { problemResponse } from "../../http/problem.ts";
import type { Outcome } from "../../site/change-set.ts";
import type { Problem } from "../../site/problem.ts";

export interface WriteAnswer {
  status: 200 | 201;
  /** What was written: `content/posts/hello.md`; absent for a whole change set. */
  path?: string;
  /** Of that file, in quotes; `null` when it is gone. A change set's is the tree's. */
  etag?: string | null;
  location?: string;
  /** What only some writes have to say: the Markdown of a picture. */
  more?: { [member: string]: unknown };
  /** What the request left open and this answer settled: a repetition has to say it. */
  settled?: { date: string };
}

export function answerJson(
  body: unknown,
  { status = 200, headers = {} }: { status?: number; headers?: { [name: string]: string } } = {},
): Response {
  const answer = new Response(`${JSON.stringify(body)}\n`, {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
  });
  applyPolicy(answer.headers, "private");
  return answer;
}

export function answerOutcome(
  outcome: Outcome,
  { status, path, etag, location, more, settled }: WriteAnswer,
): Response {
  switch (outcome.status) {
    case "done": {
      const validator = etag === undefined ? `"${outcome.etag}"` : etag;
      const headers: { [name: string]: string } = {};
      if (validator !== null) headers.etag = validator;
      if (location !== undefined) headers.location = location;
      const { urls, warnings, purge } = outcome;
      return answerJson(
        {
          path,
          etag: etag === undefined ? outcome.etag : etag,
          tree: outcome.etag,
          urls,
          warnings,
          purge,
          ...more,
        },
        { status, headers },
      );
    }
    case "rendering":
      return answerJson(
        {
          rendered: outcome.rendered,
          of: outcome.of,
          ...settled,
          detail: `Repeat this request${settled === undefined ? " unchanged" : ", with this date,"} until it answers 200 or 201`,
        },
        { status: 202, headers: { "retry-after": "0" } },
      );
    case "missing": {
      const message = `Send these files first: PUT /api/v1/blobs/{sha256}, then repeat this request unchanged`;
      return problemResponse([{ code: "missing-blobs", message }], { missing: outcome.missing });
    }
    case "refused":
      return problemResponse(outcome.problems);
  }
}

/** 428 or 412, with the validator that stands. */
export function refuseWrite(
  because: Extract<WriteDecision, { go: false }>["because"],
  path: string,
  current: string | null,
): Response {
  const problem: Problem =
    because === "unconditional"
      ? {
          code: "precondition-required",
          message: `${path} exists: send If-Match with the ETag that you read (now ${current}), or If-Match: * to overwrite whatever is there`,
        }
      : { code: "precondition-failed", message: failedMessage(because, path, current) };
  return problemResponse([problem], { etag: current }, current === null ? {} : { etag: current });
}

function failedMessage(
  because: "changed" | "exists" | "absent",
  path: string,
  current: string | null,
): string {
  switch (because) {
    case "changed":
      return `${path} was changed since you read it: its ETag is ${current} now. Read it again and repeat the change`;
    case "exists":
      return `${path} exists already (ETag ${current}), and If-None-Match: * only creates`;
    case "absent":
      return `${path} does not exist, and If-Match only changes what does`;
  }
}
