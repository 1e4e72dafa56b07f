// The bytes behind a digest: the contract between those who serve or keep a file and store/, which
// knows where it lies. Says nothing of URLs or visibility.

import type { FilePath, Sha256 } from "./change-set.ts";
import type { Result } from "./problem.ts";
import type { Variant } from "./variant.ts";

/** Part of a file, resolved against its size: `offset + length` is at most the size. */
export interface ByteRange {
  offset: number;
  length: number;
}

/** Handed to the read routes. Finds text as well as media: a page's stylesheet is a file like any other. */
export interface MediaReader {
  /** The bytes, or that part of them; `null` when nothing with this digest is kept. */
  read(
    sha256: string,
    range?: ByteRange,
  ): Promise<ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer> | null>;
}

/** Why a picture goes out as it is: nothing here makes smaller ones (`unbound`), or this one was not made. */
export interface NotMade {
  type: "not-made";
  because: "unbound" | "failed";
  message: string;
}

export type VariantAnswer =
  | {
      type: "variant";
      body: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer>;
      size: number;
      mediaType: string;
    }
  /** The ladder of this picture has no such rung, or it is none that has a ladder. */
  | { type: "no-variant" }
  | NotMade;

/** Handed to the read routes. */
export interface VariantReader {
  /** Makes and keeps what is asked for first. */
  read(variant: Variant): Promise<VariantAnswer>;
}

export interface Upload {
  /** What the bytes must add up to. */
  sha256: Sha256;
  body: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer>;
  /** Bytes, known before they are sent. */
  size: number;
  /** As the sender names it; what is stored is told from the bytes where that is possible. */
  mediaType: string;
  /** Where it will stand, if that is known already. */
  path?: FilePath;
}

export interface MediaStore extends MediaReader {
  /** Keeps the bytes under their digest; the same twice is no error. Refuses with `bad-digest` or `too-large`. */
  put(upload: Upload): Promise<Result<{ size: number; mediaType: string }>>;
}
