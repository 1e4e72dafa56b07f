// The site's files over HTTP, bytes unchanged: list, read, write, delete.

import { readBytes } from "../../http/body.ts";
import { applyPolicy } from "../../http/cache-policy.ts";
import { problemResponse } from "../../http/problem.ts";
import { type FilePath, parseFilePath } from "../../site/change-set.ts";
import { ok, type Problem, type Result, refuse } from "../../site/problem.ts";
import { answerJson } from "./answer.ts";
import {
  checkConditions,
  deleteFiles,
  etagOf,
  notModified,
  type WritePorts,
  writeFileIf,
} from "./single-write.ts";

/** Held in memory to be hashed, and a Worker has 128 MB. Larger files go by their digest, as a stream. */
export const MAX_BUFFERED_BYTES = 25_000_000;

export async function listFiles(request: Request, { files }: WritePorts): Promise<Response> {
  const tree = await files.tree();
  const etag = etagOf(tree.etag);
  return notModified(request, etag) ?? answerJson(tree, { headers: { etag } });
}

export async function readFile(request: Request, name: string, { files }: WritePorts): Promise<Response> {
  const path = readPath(name);
  if (!path.ok) return problemResponse([path.problem]);
  const found = await files.read(path.value);
  if (found === null) return noSuchFile(path.value);
  const etag = etagOf(found.entry.sha256);
  const unchanged = notModified(request, etag);
  if (unchanged) return unchanged;
  const headers = new Headers({ etag, "content-type": found.entry.mediaType });
  applyPolicy(headers, "private");
  return new Response(found.body, { headers });
}

export async function putFile(request: Request, name: string, ports: WritePorts): Promise<Response> {
  const path = readPath(name);
  if (!path.ok) return problemResponse([path.problem]);
  const bytes = await readBytes(request, MAX_BUFFERED_BYTES);
  if (!bytes.ok) return problemResponse([withOtherWay(bytes.problem)]);
  const mediaType = request.headers.get("content-type") ?? "application/octet-stream";
  return writeFileIf(request, { path: path.value, bytes: bytes.value, mediaType }, ports);
}

export async function deleteFile(request: Request, name: string, ports: WritePorts): Promise<Response> {
  const path = readPath(name);
  if (!path.ok) return problemResponse([path.problem]);
  const [current] = await ports.files.entries([path.value]);
  if (!current) return noSuchFile(path.value);
  return checkConditions(request, path.value, current) ?? deleteFiles(current, [], ports);
}

export function readPath(text: string): Result<FilePath> {
  const path = parseFilePath(text);
  if (path !== null) return ok(path);
  return refuse({
    code: "invalid",
    message: `“${text}” cannot be a file of a site: it must be hugo.yaml or the like, or lie in content/, static/, assets/, layouts/, i18n/, data/, config/ or archetypes/, without “..”, hidden names and control characters`,
  });
}

function noSuchFile(path: FilePath): Response {
  return problemResponse([{ code: "not-found", message: `There is no file ${path}`, path }]);
}

function withOtherWay(problem: Problem): Problem {
  if (problem.code !== "too-large") return problem;
  const message = `${problem.message}; send a larger file to PUT /api/v1/blobs/{sha256} and name it in POST /api/v1/changes`;
  return { ...problem, message };
}
