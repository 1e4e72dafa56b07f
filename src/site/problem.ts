// An expected failure, told to the person who can mend it. Owns the codes; which HTTP status each
// one becomes is decided in http/problem.ts.

export type ProblemCode =
  | "invalid" // the request itself is malformed
  | "unreadable" // an author's file cannot be parsed
  | "unauthorised"
  | "not-found"
  | "method-not-allowed"
  | "conflict" // the tree moved since the base that was named
  | "missing-blobs" // a change set names digests that were not uploaded
  | "precondition-required"
  | "precondition-failed"
  | "too-large"
  | "unsupported-media"
  | "bad-digest"
  | "unavailable"; // a binding did not answer in time

/** `message` is one sentence for the author and says what to do; `line` counts from 1 in `path`. */
export interface Problem {
  code: ProblemCode;
  message: string;
  path?: string;
  line?: number;
}

export type WarningCode =
  | "not-rendered" // a shortcode, a hook or a formula: the reader sees a mark in its place
  | "missing-picture"
  | "broken-link"
  | "same-url" // several pages claim it, and one is shown
  | "damaged-text";

/** A finding that did not stop the page from being served. Same shape, so that both print alike. */
export interface Warning {
  /** Of those that a program may want to tell apart. */
  code?: WarningCode;
  message: string;
  path: string;
  line?: number;
}

/** Each once: a picture may stand twice in a line. */
export function tellOnce(warnings: Warning[]): Warning[] {
  const keyed = warnings.map((w): [string, Warning] => [JSON.stringify([w.path, w.line, w.message]), w]);
  return [...new Map(keyed).values()];
}

export type Result<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const refuse = <T = never>(problem: Problem): Result<T> => ({ ok: false, problem });
