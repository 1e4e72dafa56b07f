// Conditional and range requests (RFC 9110, sections 8.8, 13 and 14) as plain values: headers in,
// a decision out. Times play no part: every validator here is an entity tag.

import type { ByteRange } from "../site/media.ts";

/** The preconditions of a request, as its headers have them; `null` where absent. */
export interface Conditions {
  ifMatch: string | null;
  ifNoneMatch: string | null;
  ifRange: string | null;
  range: string | null;
}

export function readConditions(headers: Headers): Conditions {
  return {
    ifMatch: headers.get("if-match"),
    ifNoneMatch: headers.get("if-none-match"),
    ifRange: headers.get("if-range"),
    range: headers.get("range"),
  };
}

export type ReadDecision =
  | { status: 200 }
  | { status: 206; range: ByteRange }
  | { status: 304 }
  | { status: 412 }
  | { status: 416 };

/** What a GET is answered with, `size` being that of the whole. Several ranges at once get the whole. */
export function decideRead(conditions: Conditions, etag: string, size: number): ReadDecision {
  if (conditions.ifMatch !== null && !matchesStrongly(conditions.ifMatch, etag)) return { status: 412 };
  if (conditions.ifNoneMatch !== null && matchesWeakly(conditions.ifNoneMatch, etag)) return { status: 304 };
  if (conditions.range === null) return { status: 200 };
  if (conditions.ifRange !== null && !matchesStrongly(conditions.ifRange, etag)) return { status: 200 };
  const range = parseRange(conditions.range, size);
  if (range === "ignored") return { status: 200 };
  return range === "unsatisfiable" ? { status: 416 } : { status: 206, range };
}

export type WriteDecision =
  | { go: true }
  /** 428: it exists, and the request does not say which version it means. */
  | { go: false; because: "unconditional" }
  /** 412 */
  | { go: false; because: "changed" | "exists" | "absent" };

/** Whether a write may go ahead on what is there now; `current` is `null` for nothing. */
export function decideWrite(conditions: Conditions, current: string | null): WriteDecision {
  const { ifMatch, ifNoneMatch } = conditions;
  if (ifMatch !== null) {
    if (current === null) return { go: false, because: "absent" };
    if (!matchesStrongly(ifMatch, current)) return { go: false, because: "changed" };
  }
  if (ifNoneMatch !== null && current !== null && matchesWeakly(ifNoneMatch, current))
    return { go: false, because: "exists" };
  if (ifMatch === null && current !== null) return { go: false, because: "unconditional" };
  return { go: true };
}

/** `If-Match: *` says: whatever is there. */
export function matchesAnything(condition: string | null): boolean {
  return condition?.trim() === "*";
}

/** Both must be strong: the bytes are the same. `*` matches all. */
export function matchesStrongly(condition: string, etag: string): boolean {
  if (matchesAnything(condition)) return true;
  return !etag.startsWith("W/") && entityTags(condition).includes(etag);
}

/** `W/` is looked through: the meaning is the same. `*` matches all. */
export function matchesWeakly(condition: string, etag: string): boolean {
  if (matchesAnything(condition)) return true;
  return entityTags(condition).map(opaque).includes(opaque(etag));
}

const opaque = (etag: string): string => (etag.startsWith("W/") ? etag.slice(2) : etag);

/** The tags of a list, `W/` kept. What is no entity tag is passed over. */
function entityTags(list: string): string[] {
  return list.match(/(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"/g) ?? [];
}

/** `bytes=0-499`, `bytes=500-`, `bytes=-500`. A unit or form that is not known is to be ignored. */
function parseRange(header: string, size: number): ByteRange | "ignored" | "unsatisfiable" {
  const match = /^\s*bytes\s*=\s*(\d{0,15})\s*-\s*(\d{0,15})\s*$/i.exec(header);
  const [, first = "", last = ""] = match ?? [];
  if (first === "" && last === "") return "ignored";
  if (first === "") {
    const length = Math.min(Number(last), size);
    return length === 0 ? "unsatisfiable" : { offset: size - length, length };
  }
  const offset = Number(first);
  const end = last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== "" && Number(last) < offset) return "ignored";
  return offset >= size ? "unsatisfiable" : { offset, length: end - offset + 1 };
}
