// What an expected failure becomes over HTTP: its status, and the body that the API sends
// (RFC 9457). Owns the one table of statuses; the codes are site/problem.ts's.

import type { Problem, ProblemCode } from "../site/problem.ts";
import { applyPolicy } from "./cache-policy.ts";

export const STATUS = {
  invalid: 400,
  unreadable: 422,
  unauthorised: 401,
  "not-found": 404,
  "method-not-allowed": 405,
  conflict: 409,
  "missing-blobs": 409,
  "precondition-required": 428,
  "precondition-failed": 412,
  "too-large": 413,
  "unsupported-media": 415,
  "bad-digest": 400,
  unavailable: 503,
} as const satisfies Record<ProblemCode, number>;

const TITLE = {
  invalid: "The request cannot be read",
  unreadable: "A file cannot be read",
  unauthorised: "A token is needed",
  "not-found": "There is nothing here",
  "method-not-allowed": "This address does not take that method",
  conflict: "The site has something else there",
  "missing-blobs": "Some files were not uploaded yet",
  "precondition-required": "Say which version you are changing",
  "precondition-failed": "It is not the version you named",
  "too-large": "This is too large",
  "unsupported-media": "This kind of content is not taken",
  "bad-digest": "The bytes are not those that were announced",
  unavailable: "The site's storage did not answer in time",
} as const satisfies Record<ProblemCode, string>;

/** `application/problem+json`. The first problem gives the status; `more` goes beside it, `headers` on top. */
export function problemResponse(
  problems: readonly [Problem, ...Problem[]],
  more: { [member: string]: unknown } = {},
  headers: { [name: string]: string } = {},
): Response {
  const [first] = problems;
  const status = STATUS[first.code];
  const body = {
    type: "about:blank",
    title: TITLE[first.code],
    status,
    detail: first.message,
    code: first.code,
    problems: problems.map(({ code, message, path, line }) => ({ code, message, path, line })),
    ...more,
  };
  const answer = new Response(`${JSON.stringify(body)}\n`, {
    status,
    headers: { "content-type": "application/problem+json; charset=utf-8", ...headers },
  });
  applyPolicy(answer.headers, "error");
  return answer;
}
