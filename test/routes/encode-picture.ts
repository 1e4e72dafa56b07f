// Pictures for tests, encoded as a camera or a program would: pixels that differ, so that a smaller
// version has fewer bytes.

import sharp from "sharp";

export interface PictureOptions {
  width: number;
  height: number;
  format?: "jpeg" | "png" | "webp" | "gif" | "avif";
  /** EXIF: 6 is a camera held upright. */
  orientation?: number;
  /** More than one: an animation. */
  frames?: number;
}

export async function encodePicture(options: PictureOptions): Promise<Uint8Array<ArrayBuffer>> {
  const { width, height, format = "jpeg", orientation, frames = 1 } = options;
  const noise = sharp({
    create: {
      width,
      height: height * frames,
      channels: 3,
      background: "#000",
      noise: { type: "gaussian", mean: 128, sigma: 30 },
    },
  });
  const whole = sharp(await noise.raw().toBuffer(), {
    raw: { width, height: height * frames, channels: 3, ...(frames > 1 ? { pageHeight: height } : {}) },
  });
  const marked = orientation === undefined ? whole : whole.withMetadata({ orientation });
  return Uint8Array.from(await marked.toFormat(format, format === "avif" ? { effort: 0 } : {}).toBuffer());
}

export interface Measured {
  format: string | undefined;
  width: number;
  height: number;
  /** EXIF is still in it. */
  hasMetadata: boolean;
}

/** What a decoder finds. */
export async function measurePicture(bytes: ArrayBuffer): Promise<Measured> {
  const { format, compression, width, height, exif } = await sharp(bytes).metadata();
  return {
    format: format === "heif" && compression === "av1" ? "avif" : format,
    width,
    height,
    hasMetadata: exif !== undefined,
  };
}
