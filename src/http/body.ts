// Reads a request's body within a limit. What it must contain is the route's to say.

import { ok, type Result, refuse } from "../site/problem.ts";

/** The whole body, at most `limit` bytes; `too-large` otherwise, if possible before it is sent. */
export async function readBytes(request: Request, limit: number): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const announced = Number(request.headers.get("content-length") ?? 0);
  if (announced > limit) return tooLarge(limit);
  if (request.body === null) return ok(new Uint8Array());
  // What was announced is all that comes: read whole, which costs far less than piece by piece.
  if (announced > 0) return ok(new Uint8Array(await request.arrayBuffer()));
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > limit) return tooLarge(limit);
    chunks.push(chunk);
  }
  return ok(joined(chunks, size));
}

/** Its JSON, whatever it is. Malformed: `invalid`, with the parser's own words on where. */
export async function readJson(request: Request, limit: number): Promise<Result<unknown>> {
  const bytes = await readBytes(request, limit);
  if (!bytes.ok) return bytes;
  try {
    return ok(JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes.value)));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refuse({ code: "invalid", message: `The body must be JSON in UTF-8: ${reason}` });
  }
}

function tooLarge(limit: number): Result<never> {
  return refuse({ code: "too-large", message: `At most ${formatSize(limit)} are taken here` });
}

/** `25 MB`, `1.9 MB`: decimal, as file managers print it. */
export function formatSize(bytes: number): string {
  return bytes >= 1_000_000
    ? `${Number((bytes / 1_000_000).toFixed(1))} MB`
    : `${Math.ceil(bytes / 1000)} kB`;
}

function joined(chunks: Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}
