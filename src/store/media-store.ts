// Bytes by digest: text that the engine reads in D1, everything else in R2 under `blob/<sha256>`.
// Owns the choice between the two, the check of the digest, and what is read off a picture's header.

import { type FilePath, isEngineText } from "../site/change-set.ts";
import type { MediaStore, Upload } from "../site/media.ts";
import { ok, type Result, refuse } from "../site/problem.ts";
import { MAX_TEXT_BYTES } from "../site/site-files.ts";

/** R2 takes 5 GiB in one put; a Worker's request body is 100 MB at the most. */
const MAX_MEDIA_BYTES = 100_000_000;

/** A picture's dimensions stand in its first bytes, behind whatever a camera wrote before them. */
const HEADER_BYTES = 256 * 1024;

export const blobKey = (sha256: string): string => `blob/${sha256}`;

export function createMediaStore(db: D1Database, bucket: R2Bucket, clock: () => number): MediaStore {
  const remember = (
    facts: { sha256: string; size: number; mediaType: string } & Header & { text?: string },
  ) =>
    db
      .prepare(
        `insert into blob (sha256, size, media_type, width, height, stored_at, text)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7) on conflict (sha256) do update set stored_at = excluded.stored_at`,
      )
      .bind(
        facts.sha256,
        facts.size,
        facts.mediaType,
        facts.width ?? null,
        facts.height ?? null,
        clock(),
        facts.text ?? null,
      )
      .run();

  async function putText(upload: Upload): Promise<Result<{ size: number; mediaType: string }> | null> {
    const { sha256, path, mediaType } = upload;
    if (upload.size > MAX_TEXT_BYTES) {
      return refuse({
        code: "too-large",
        message: `${upload.size} bytes of text; at most ${MAX_TEXT_BYTES} fit in one file: split it`,
        ...(path === undefined ? {} : { path }),
      });
    }
    const bytes = new Uint8Array(await new Response(streamOf(upload.body)).arrayBuffer());
    if ((await sha256Of(bytes)) !== sha256) return wrongDigest(upload);
    const text = decodeUtf8(bytes);
    if (text === null) {
      await bucket.put(blobKey(sha256), bytes, { sha256 });
      await remember({ sha256, size: bytes.length, mediaType });
    } else {
      await remember({ sha256, size: bytes.length, mediaType, text });
    }
    return ok({ size: bytes.length, mediaType });
  }

  async function putMedia(upload: Upload): Promise<Result<{ size: number; mediaType: string }>> {
    const { sha256, size } = upload;
    if (size > MAX_MEDIA_BYTES) {
      return refuse({
        code: "too-large",
        message: `${size} bytes; at most ${MAX_MEDIA_BYTES} are taken in one file`,
      });
    }
    const { readable, header } = passThrough(upload.body, size);
    try {
      await bucket.put(blobKey(sha256), readable, { sha256 });
    } catch (error) {
      // R2 says so in words only: "The SHA-256 checksum you specified did not match what we received".
      if (error instanceof Error && /checksum|length/i.test(error.message)) return wrongDigest(upload);
      throw error;
    }
    const facts = await readHeader(await header, upload.mediaType);
    await remember({ sha256, size, ...facts });
    return ok({ size, mediaType: facts.mediaType });
  }

  return {
    async put(upload) {
      const text =
        upload.path === undefined ? isTextType(upload.mediaType) : isEngineText(upload.path as FilePath);
      return (text ? await putText(upload) : null) ?? putMedia(upload);
    },

    async read(sha256, range) {
      const object = await bucket.get(blobKey(sha256), range === undefined ? {} : { range });
      if (object !== null) return object.body;
      const row = await db
        .prepare("select text from blob where sha256 = ?1")
        .bind(sha256)
        .first<{ text: string | null }>();
      if (row === null || row.text === null) return null;
      const bytes = new TextEncoder().encode(row.text);
      return range === undefined ? bytes : bytes.subarray(range.offset, range.offset + range.length);
    },
  };
}

const wrongDigest = ({ sha256 }: Upload) =>
  refuse<never>({
    code: "bad-digest",
    message: `the bytes do not add up to ${sha256}: send them again, with their own SHA-256`,
  });

const isTextType = (mediaType: string): boolean =>
  /^(text\/|application\/(json|toml|yaml|x-yaml)\b)/i.test(mediaType);

async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Exactly, byte-order mark and all; `null` for what is not UTF-8 and would not come back the same. */
function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

interface Header {
  width?: number;
  height?: number;
}

/** Streams on while it keeps the first bytes. R2 wants to know the length of a stream beforehand. */
function passThrough(body: Upload["body"], size: number) {
  const { readable, writable } = new FixedLengthStream(size);
  const kept: Uint8Array[] = [];
  let length = 0;
  const keep = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      if (length < HEADER_BYTES) kept.push(chunk.slice(0, HEADER_BYTES - length));
      length += chunk.length;
      controller.enqueue(chunk);
    },
  });
  const header = streamOf(body)
    .pipeThrough(keep)
    .pipeTo(writable)
    .then(
      () => joined(kept),
      () => new Uint8Array(), // the put itself fails with the reason
    );
  return { readable, header };
}

function streamOf(body: Upload["body"]): ReadableStream<Uint8Array> {
  if (body instanceof ReadableStream) return body;
  return new Blob([body as Uint8Array<ArrayBuffer>]).stream();
}

function joined(chunks: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

const PICTURES: { [type: string]: string } = {
  avif: "image/avif",
  bmp: "image/bmp",
  gif: "image/gif",
  heic: "image/heic",
  ico: "image/x-icon",
  jpg: "image/jpeg",
  jxl: "image/jxl",
  png: "image/png",
  svg: "image/svg+xml",
  tiff: "image/tiff",
  webp: "image/webp",
};

/** A picture is what its bytes say it is; anything else what its sender said. */
async function readHeader(bytes: Uint8Array, claimed: string): Promise<{ mediaType: string } & Header> {
  const { imageSize } = await import("image-size");
  try {
    const { type = "", width, height, orientation = 1 } = imageSize(bytes);
    const mediaType = PICTURES[type] ?? claimed;
    // EXIF orientations from 5 on lie on their side; browsers turn them upright.
    return orientation >= 5 ? { mediaType, width: height, height: width } : { mediaType, width, height };
  } catch {
    return { mediaType: claimed };
  }
}
