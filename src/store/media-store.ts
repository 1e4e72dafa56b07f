// Bytes by digest: text that the engine reads and a row can hold in D1, everything else in R2 under `blob/<sha256>`.
// Owns the choice between the two, the check of the digest, and the row that remembers what they are.

import { isEngineText } from "../site/change-set.ts";
import type { MediaStore, Upload } from "../site/media.ts";
import type { PictureHeader } from "../site/picture-header.ts";
import { ok, type Result, refuse } from "../site/problem.ts";
import { sha256Of } from "../site/sha256.ts";
import { MAX_ROW_TEXT_BYTES, refusalOfSize } from "../site/site-files.ts";
import { isResizable } from "../site/variant.ts";

export const blobKey = (sha256: string): string => `blob/${sha256}`;

interface Kept {
  sha256: string;
  size: number;
  mediaType: string;
  picture?: PictureHeader | null;
  text?: string;
}

export function createMediaStore(db: D1Database, bucket: R2Bucket, clock: () => number): MediaStore {
  const remember = ({ sha256, size, mediaType, picture, text }: Kept) =>
    db
      .prepare(
        `insert into blob (sha256, size, media_type, width, height, resizable, stored_at, text)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) on conflict (sha256) do update
         set width = excluded.width, height = excluded.height, resizable = excluded.resizable, stored_at = excluded.stored_at`,
      )
      .bind(
        sha256,
        size,
        mediaType,
        picture?.width ?? null,
        picture?.height ?? null,
        picture && isResizable(picture, size) ? 1 : 0,
        clock(),
        text ?? null,
      )
      .run();

  async function putText(upload: Upload): Promise<Result<{ size: number; mediaType: string }>> {
    const { sha256, mediaType } = upload;
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
    const { PICTURE_HEADER_BYTES, readPictureHeader } = await import("../site/picture-header.ts");
    const { readable, header } = passThrough(upload.body, { size, keep: PICTURE_HEADER_BYTES });
    try {
      await bucket.put(blobKey(sha256), readable, { sha256 });
    } catch (error) {
      // R2 says so in words only: "The SHA-256 checksum you specified did not match what we received".
      if (error instanceof Error && /checksum|length/i.test(error.message)) return wrongDigest(upload);
      throw error;
    }
    // A picture is what its bytes say it is; anything else what its sender said.
    const picture = readPictureHeader(await header);
    const mediaType = picture?.mediaType ?? upload.mediaType;
    await remember({ sha256, size, mediaType, picture });
    return ok({ size, mediaType });
  }

  return {
    async put(upload) {
      const { path, size, mediaType } = upload;
      const refusal = refusalOfSize(size, path);
      if (refusal !== null) return refuse(refusal);
      const isText = path === undefined ? isTextType(mediaType) : isEngineText(path);
      return isText && size <= MAX_ROW_TEXT_BYTES ? putText(upload) : putMedia(upload);
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

/** Exactly, byte-order mark and all; `null` for what is not UTF-8 and would not come back the same. */
function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Streams on while it keeps the first bytes. R2 wants to know the length of a stream beforehand. */
function passThrough(body: Upload["body"], { size, keep: most }: { size: number; keep: number }) {
  const { readable, writable } = new FixedLengthStream(size);
  const kept: Uint8Array[] = [];
  let length = 0;
  const keep = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      if (length < most) kept.push(chunk.slice(0, most - length));
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
