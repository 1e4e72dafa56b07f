// Smaller versions of pictures, in R2 under `variant/<sha256>/<width>.<format>`: made by the platform's
// image binding when they are first asked for, and kept. Which there may be is site/variant.ts's.

import type { VariantAnswer, VariantReader } from "../site/media.ts";
import { VARIANT_FORMATS, type Variant, type VariantFormat, variantWidths } from "../site/variant.ts";
import { blobKey } from "./media-store.ts";

/** Of about the same look. Without a number the binding encodes nearly without loss: several times the bytes. */
const QUALITY = { avif: 60, webp: 80 } satisfies Record<VariantFormat, number>;

const variantKey = ({ sha256, width, format }: Variant): string => `variant/${sha256}/${width}.${format}`;

/** All that a picture may have. */
export const variantKeys = (sha256: string): string[] =>
  VARIANT_FORMATS.flatMap((format) =>
    variantWidths(Number.POSITIVE_INFINITY).map(({ rung: width }) => variantKey({ sha256, width, format })),
  );

/** Where the last version that was not made is remembered, for the owner. */
export const VARIANT_FAILURE = "variant/last-failure.json";

/** What is asked of the platform's image binding. */
export type PictureMaker = Pick<ImagesBinding, "input">;

export interface VariantBindings {
  db: D1Database;
  bucket: R2Bucket;
  /** Absent where wrangler.toml does not bind it. */
  images: PictureMaker | undefined;
  clock: () => number;
}

export function createVariantStore({ db, bucket, images, clock }: VariantBindings): VariantReader {
  return {
    async read(variant) {
      const kept = await bucket.get(variantKey(variant));
      if (kept !== null) {
        const mediaType = kept.httpMetadata?.contentType ?? `image/${variant.format}`;
        return { type: "variant", body: kept.body, size: kept.size, mediaType };
      }
      const picture = await db
        .prepare(
          "select sha256, size, media_type as mediaType, width from blob where sha256 = ?1 and resizable = 1",
        )
        .bind(variant.sha256)
        .first<Picture>();
      if (picture === null || !variantWidths(picture.width).some(({ rung }) => rung === variant.width))
        return { type: "no-variant" };
      if (images === undefined) return UNBOUND;
      try {
        return await make(variant, { picture, bucket, images });
      } catch (error) {
        const message = messageOf(error);
        await bucket.put(VARIANT_FAILURE, JSON.stringify({ at: clock(), message }));
        return { type: "not-made", because: "failed", message };
      }
    },
  };
}

const UNBOUND: VariantAnswer = {
  type: "not-made",
  because: "unbound",
  message: "[images] is not bound in wrangler.toml",
};

interface Picture {
  sha256: string;
  size: number;
  mediaType: string;
  width: number;
}

interface Making {
  picture: Picture;
  bucket: R2Bucket;
  images: PictureMaker;
}

async function make(variant: Variant, { picture, bucket, images }: Making): Promise<VariantAnswer> {
  const result = await images
    .input(await bytesOf(picture, bucket))
    .transform({ width: variant.width, fit: "scale-down" })
    .output({ format: `image/${variant.format}`, quality: QUALITY[variant.format], anim: false });
  const made = new Uint8Array(await new Response(result.image()).arrayBuffer());
  // A drawing in few colours can be the smaller one as it is. Kept all the same, so that nothing is made twice.
  const kept =
    made.length < picture.size
      ? // WebP, where AVIF would take the platform too long.
        { body: made, mediaType: result.contentType() }
      : {
          body: new Uint8Array(await new Response(await bytesOf(picture, bucket)).arrayBuffer()),
          mediaType: picture.mediaType,
        };
  await bucket.put(variantKey(variant), kept.body, { httpMetadata: { contentType: kept.mediaType } });
  return { type: "variant", ...kept, size: kept.body.length };
}

async function bytesOf({ sha256 }: Picture, bucket: R2Bucket): Promise<ReadableStream<Uint8Array>> {
  const object = await bucket.get(blobKey(sha256));
  if (object === null) throw new Error(`The bytes of ${sha256} are not in the store`);
  return object.body;
}

/** The binding's errors carry a number: 9422 is the end of a month's free transformations. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return "code" in error ? `${error.message} (${error.code})` : error.message;
}
