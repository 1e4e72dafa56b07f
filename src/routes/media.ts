// Serves one of the site's files as it is: type, length, validator, ranges. Which file stands at a
// URL is routes/page.ts's to find; where its bytes lie is the store's.

import { applyPolicy, type Policy } from "../http/cache-policy.ts";
import { decideRead, readConditions } from "../http/conditional.ts";
import { filePolicy, isDisplayable } from "../http/security.ts";
import type { Found, StaticFile } from "../site/document.ts";
import type { MediaReader } from "../site/media.ts";

interface FileRequest {
  file: StaticFile;
  found: Found;
  now: number;
  media: MediaReader;
  /** Other than that of its name. */
  policy?: Policy;
}

/** `null` when the store has lost the bytes. */
export async function answerFile(
  request: Request,
  { file, found, now, media, policy }: FileRequest,
): Promise<Response | null> {
  const etag = `"${file.sha256}"`;
  const headers = fileHeaders(file, etag);
  applyPolicy(headers, policy ?? filePolicyName(file), { now, changesAt: found.changesAt, tags: found.tags });

  const decision = decideRead(readConditions(request.headers), etag, file.size);
  switch (decision.status) {
    case 304:
      return new Response(null, { status: 304, headers });
    case 412:
    case 416:
      if (decision.status === 416) headers.set("content-range", `bytes */${file.size}`);
      applyPolicy(headers, "error");
      headers.delete("content-disposition");
      headers.set("content-type", "text/plain; charset=utf-8");
      return new Response(null, { status: decision.status, headers });
    case 206: {
      const { offset, length } = decision.range;
      headers.set("content-range", `bytes ${offset}-${offset + length - 1}/${file.size}`);
      headers.set("content-length", String(length));
      if (request.method === "HEAD") return new Response(null, { status: 206, headers });
      const part = await media.read(file.sha256, decision.range);
      return part && new Response(part, { status: 206, headers });
    }
    case 200: {
      headers.set("content-length", String(file.size));
      if (request.method === "HEAD") return new Response(null, { headers });
      const whole = await media.read(file.sha256);
      return whole && new Response(whole, { headers });
    }
  }
}

function fileHeaders(file: StaticFile, etag: string): Headers {
  const headers = new Headers({
    "content-type": withCharset(file.mediaType),
    etag,
    "accept-ranges": "bytes",
    "content-security-policy": filePolicy(file.mediaType),
  });
  if (!isDisplayable(file.mediaType)) headers.set("content-disposition", attachment(file.path));
  return headers;
}

/** A name that holds the digest's beginning, as those of uploaded pictures do, never gets other bytes. */
function filePolicyName(file: StaticFile): Policy {
  return file.path.includes(file.sha256.slice(0, DIGEST_IN_NAME)) ? "immutable-media" : "media";
}

/** Hexadecimal digits of its own digest that an uploaded picture's name carries. */
export const DIGEST_IN_NAME = 10;

/** Hugo's files are UTF-8; XML says its own. */
function withCharset(mediaType: string): string {
  const isText = /^text\/|^application\/(javascript|json)$|\+json$/.test(mediaType);
  return isText && !mediaType.includes("charset") ? `${mediaType}; charset=utf-8` : mediaType;
}

/** RFC 6266: the name's own letters for those that read them, ASCII for the rest. */
function attachment(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
