// What the first bytes of a picture tell: its type, its size as a browser shows it, whether it moves.
// AVIF and its kin are read in iso-picture.ts, everything else by the package image-size.

import { imageSize } from "image-size";
import { readIsoPicture } from "./iso-picture.ts";
import { readPngChunks } from "./png-chunk.ts";

export interface PictureHeader {
  mediaType: string;
  /** Pixels; absent where the header does not say. */
  width?: number;
  height?: number;
  /** More than one frame: a smaller version would be a still. */
  animated: boolean;
}

/** The size stands behind whatever a camera or a printer's profile wrote before it. */
export const PICTURE_HEADER_BYTES = 1024 * 1024;

const SVG = "image/svg+xml";
const MEDIA_TYPES: { [type: string]: string } = {
  bmp: "image/bmp",
  gif: "image/gif",
  ico: "image/x-icon",
  jpg: "image/jpeg",
  jxl: "image/jxl",
  png: "image/png",
  svg: SVG,
  tiff: "image/tiff",
  webp: "image/webp",
};

/** `null` for what is no picture, or one cut off before its size. Time is linear in the bytes. */
export function readPictureHeader(bytes: Uint8Array): PictureHeader | null {
  const header = bytes.subarray(0, PICTURE_HEADER_BYTES);
  if (textAt(header, 4, 4) === "ftyp") return readIsoPicture(header);
  const start = textAt(header, 0, 4).replace(BYTE_ORDER_MARK, "").trimStart();
  const picture = start === "" || start.startsWith("<") ? svgRoot(header) : header;
  if (picture === null) return null;
  const png = readPngChunks(header);
  try {
    const { type = "", width, height, orientation = png?.orientation ?? 1 } = imageSize(picture);
    const mediaType = MEDIA_TYPES[type];
    if (mediaType === undefined || (type === "svg" && picture === header)) return null;
    const animated = type === "gif" || png?.animated === true || isAnimatedWebp(header);
    if (!isPixels(width) || !isPixels(height)) return { mediaType, animated };
    // EXIF orientations from 5 on lie on their side; browsers turn them upright, but for WebP.
    return orientation >= 5
      ? { mediaType, animated, width: height, height: width }
      : { mediaType, animated, width, height };
  } catch {
    // Its way of saying that these bytes are no picture, or that a drawing has no size of its own.
    return picture === header ? null : { mediaType: SVG, animated: false };
  }
}

const isPixels = (side: number): boolean => Number.isInteger(side) && side > 0;

const BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

/** Of a document that is nothing else: an HTML page that draws something is no picture. */
const SVG_ROOT =
  /^\s*(?:(?:<\?[^>]*>|<!--(?:(?!-->)[\s\S])*-->|<!(?!--)[^>]*>|\]>)\s*)*(<svg(?:[\s/](?:[^>"']|"[^"]*"|'[^']*')*)?>)/;

/** The root alone, because image-size seeks it in the first 1,000 bytes; its `viewBox` with single spaces. */
function svgRoot(bytes: Uint8Array): Uint8Array | null {
  const root = SVG_ROOT.exec(new TextDecoder().decode(bytes))?.[1];
  if (root === undefined) return null;
  const tidy = root.replace(
    /(\sviewBox)\s*=\s*(["'])([^"']*)/,
    (_, name: string, quote: string, box: string) => `${name}=${quote}${box.trim().replace(/[\s,]+/g, " ")}`,
  );
  return new TextEncoder().encode(tidy);
}

/** The bit that says so in the extended header (RFC 9649, 2.7.1). */
const isAnimatedWebp = (bytes: Uint8Array): boolean =>
  textAt(bytes, 8, 8) === "WEBPVP8X" && ((bytes[20] ?? 0) & 0b10) !== 0;

const textAt = (bytes: Uint8Array, start: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(start, start + length));
