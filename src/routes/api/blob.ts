// Takes one file by its digest, as a stream: the way for large ones, and for many. It belongs to the
// site only when a change set names it.

import { problemResponse } from "../../http/problem.ts";
import { parseSha256 } from "../../site/change-set.ts";
import type { SiteFiles } from "../../site/site-files.ts";
import { answerJson } from "./answer.ts";

export async function putBlob(request: Request, digest: string, files: SiteFiles): Promise<Response> {
  const sha256 = parseSha256(digest);
  if (sha256 === null)
    return problemResponse([
      { code: "invalid", message: `“${digest}” is no SHA-256 in 64 lower-case hexadecimal digits` },
    ]);
  const size = announcedSize(request);
  if (size === null)
    return problemResponse([
      { code: "invalid", message: "Send Content-Length: the size must be known before the bytes" },
    ]);
  const mediaType = request.headers.get("content-type") ?? "application/octet-stream";
  const kept = await files.putBlob({ sha256, body: request.body ?? new Uint8Array(), size, mediaType });
  return kept.ok ? answerJson({ sha256, ...kept.value }, { status: 201 }) : problemResponse([kept.problem]);
}

function announcedSize(request: Request): number | null {
  const length = request.headers.get("content-length");
  if (length !== null && /^\d{1,15}$/.test(length)) return Number(length);
  return request.body === null ? 0 : null;
}
