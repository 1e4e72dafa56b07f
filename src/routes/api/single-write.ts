// The one way in which the API changes a single file, posts and pictures included: on the version
// that the request names, as one change set, answered with the validator that stands afterwards.

import { applyPolicy } from "../../http/cache-policy.ts";
import { decideWrite, matchesWeakly, readConditions } from "../../http/conditional.ts";
import { problemResponse } from "../../http/problem.ts";
import {
  type FileEntry,
  type FilePath,
  isEngineText,
  type Outcome,
  type PutFile,
  type Sha256,
} from "../../site/change-set.ts";
import { ok, type Result } from "../../site/problem.ts";
import type { Publisher } from "../../site/publisher.ts";
import { sha256Of } from "../../site/sha256.ts";
import { MAX_ROW_TEXT_BYTES, type SiteFiles } from "../../site/site-files.ts";
import { answerOutcome, refuseWrite, type WriteAnswer } from "./answer.ts";

export interface WritePorts {
  files: SiteFiles;
  publisher: Publisher;
}

export interface NewFile {
  path: FilePath;
  bytes: Uint8Array<ArrayBuffer>;
  mediaType: string;
}

export const etagOf = (sha256: string): string => `"${sha256}"`;

/** The refusal of a write on what is there now, by the request's conditions; `null`: it may go ahead. */
export function checkConditions(
  request: Request,
  path: FilePath,
  current: FileEntry | null,
): Response | null {
  const etag = current && etagOf(current.sha256);
  const decision = decideWrite(readConditions(request.headers), etag);
  return decision.go ? null : refuseWrite(decision.because, path, etag);
}

/** Puts `file` in the place of `replaces`, or of nothing; refused if that is no longer what is there. */
export async function writeFile(
  file: NewFile,
  replaces: FileEntry | null,
  ports: WritePorts,
  more: Pick<WriteAnswer, "location" | "more" | "settled"> = {},
): Promise<Response> {
  const { path } = file;
  const put = await takeFile(file, ports.files);
  if (!put.ok) return problemResponse([{ ...put.problem, path }]);
  return publishFile(
    {
      put: [put.value],
      delete: [],
      expect: { path, holds: (sha256) => sha256 === (replaces?.sha256 ?? null) },
      message: `${replaces ? "Change" : "Add"} ${path}`,
    },
    { ...more, status: replaces ? 200 : 201, path, etag: etagOf(put.value.sha256) },
    ports,
  );
}

/** Puts `file` where the request's conditions allow it: the write itself finds what is there. */
export async function writeFileIf(request: Request, file: NewFile, ports: WritePorts): Promise<Response> {
  const { path } = file;
  const put = await takeFile(file, ports.files);
  if (!put.ok) return problemResponse([{ ...put.problem, path }]);
  const { sha256 } = put.value;
  let exists = false;
  const holds = (current: Sha256 | null): boolean => {
    exists = current !== null;
    const { go } = decideWrite(readConditions(request.headers), current && etagOf(current));
    // Sent again because its answer was lost: it has happened already (RFC 9110, section 13.1.1).
    return go || (request.headers.has("if-match") && current === sha256);
  };
  const change = {
    put: [put.value],
    delete: [],
    expect: { path, holds },
    dryRun: false,
    message: `Put ${path}`,
  };
  const outcome = await ports.publisher.publish(change);
  if (cameLate(outcome)) {
    const [current = null] = await ports.files.entries([path]);
    return (
      checkConditions(request, path, current) ??
      refuseWrite("changed", path, current && etagOf(current.sha256))
    );
  }
  return answerOutcome(outcome, { status: exists ? 200 : 201, path, etag: etagOf(sha256) });
}

/** Deletes `entry` and what belongs to it; refused if it is no longer what is there. */
export function deleteFiles(entry: FileEntry, belonging: FilePath[], ports: WritePorts): Promise<Response> {
  const { path, sha256 } = entry;
  return publishFile(
    {
      put: [],
      delete: [path, ...belonging],
      expect: { path, holds: (current) => current === sha256 },
      message: `Delete ${path}`,
    },
    { status: 200, path, etag: null },
    ports,
  );
}

interface FileAnswer extends WriteAnswer {
  path: FilePath;
}

type FileChange = Omit<Parameters<Publisher["publish"]>[0], "dryRun">;

async function publishFile(change: FileChange, answer: FileAnswer, ports: WritePorts): Promise<Response> {
  const outcome = await ports.publisher.publish({ ...change, dryRun: false });
  if (!cameLate(outcome)) return answerOutcome(outcome, answer);
  const [current] = await ports.files.entries([answer.path]);
  return refuseWrite(current ? "changed" : "absent", answer.path, current ? etagOf(current.sha256) : null);
}

const cameLate = (outcome: Outcome): boolean =>
  outcome.status === "refused" && outcome.problems[0].code === "precondition-failed";

/** A file as its change set names it: text goes along and is kept with the write, other bytes are kept first. */
export async function takeFile(
  { path, bytes, mediaType }: NewFile,
  files: SiteFiles,
): Promise<Result<PutFile>> {
  const sha256 = await sha256Of(bytes);
  const size = bytes.byteLength;
  const text = isEngineText(path) && size <= MAX_ROW_TEXT_BYTES ? decodeText(bytes) : null;
  if (text !== null) return ok({ path, sha256, given: { text, size, mediaType } });
  const kept = await files.putBlob({ sha256, body: bytes, size, mediaType, path });
  return kept.ok ? ok({ path, sha256 }) : kept;
}

/** `null` for what is no UTF-8, and for a NUL, which would end it in the database's JSON. */
function decodeText(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}

/** A 304 for an author who has it already, else `null`. */
export function notModified(request: Request, etag: string): Response | null {
  const known = request.headers.get("if-none-match");
  if (known === null || !matchesWeakly(known, etag)) return null;
  const headers = new Headers({ etag });
  applyPolicy(headers, "private");
  return new Response(null, { status: 304, headers });
}
