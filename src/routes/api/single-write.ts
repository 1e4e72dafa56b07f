// The one way in which the API changes a single file, posts and pictures included: on the version
// that the request names, as one change set, answered with the validator that stands afterwards.

import { sha256Of } from "../../http/body.ts";
import { applyPolicy } from "../../http/cache-policy.ts";
import { decideWrite, matchesWeakly, readConditions } from "../../http/conditional.ts";
import { problemResponse } from "../../http/problem.ts";
import { type FileEntry, type FilePath, parseSha256, type Sha256 } from "../../site/change-set.ts";
import type { Publisher } from "../../site/publisher.ts";
import type { SiteFiles } from "../../site/site-files.ts";
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
  more: Pick<WriteAnswer, "location" | "more"> = {},
): Promise<Response> {
  const { path } = file;
  const sha256 = await digestOf(file.bytes);
  const kept = await keepBlob(file, sha256, ports.files);
  if (!kept.ok) return problemResponse([{ ...kept.problem, path }]);
  return publishFile(
    {
      put: [{ path, sha256 }],
      delete: [],
      expect: [{ path, sha256: replaces?.sha256 ?? null }],
      message: `${replaces ? "Change" : "Add"} ${path}`,
    },
    { ...more, status: replaces ? 200 : 201, path, etag: etagOf(sha256) },
    ports,
  );
}

/** Deletes `entry` and what belongs to it; refused if it is no longer what is there. */
export function deleteFiles(entry: FileEntry, belonging: FilePath[], ports: WritePorts): Promise<Response> {
  const { path, sha256 } = entry;
  return publishFile(
    { put: [], delete: [path, ...belonging], expect: [{ path, sha256 }], message: `Delete ${path}` },
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
  const cameLate = outcome.status === "refused" && outcome.problems[0].code === "precondition-failed";
  if (!cameLate) return answerOutcome(outcome, answer);
  const [current] = await ports.files.entries([answer.path]);
  return refuseWrite(current ? "changed" : "absent", answer.path, current ? etagOf(current.sha256) : null);
}

export function keepBlob({ path, bytes, mediaType }: NewFile, sha256: Sha256, files: SiteFiles) {
  return files.putBlob({ sha256, body: bytes, size: bytes.byteLength, mediaType, path });
}

export async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<Sha256> {
  const sha256 = parseSha256(await sha256Of(bytes));
  if (sha256 === null) throw new Error("A digest is 64 hexadecimal digits");
  return sha256;
}

/** A 304 for an author who has it already, else `null`. */
export function notModified(request: Request, etag: string): Response | null {
  const known = request.headers.get("if-none-match");
  if (known === null || !matchesWeakly(known, etag)) return null;
  const headers = new Headers({ etag });
  applyPolicy(headers, "private");
  return new Response(null, { status: 304, headers });
}
