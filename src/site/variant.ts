// Smaller versions of a picture: which there are, and where. How they are made is store/'s; their
// markup is in publish/ for what an author wrote, in view/ for covers.

import type { PictureHeader } from "./picture-header.ts";
import { parseUrlPath, type UrlPath } from "./url.ts";

/** Widths in pixels: a phone of low density, a column of text, a phone of high density, a column at two to one. */
const LADDER = [480, 720, 1080, 1500] as const;

/** In the order of a browser's choice; each has an address of its own, because the cache ignores `Accept`. */
export const VARIANT_FORMATS = ["avif", "webp"] as const;

export type VariantFormat = (typeof VARIANT_FORMATS)[number];

/** A rung that adds less than a fifth to the one below is left out. */
const WORTH_IT = 1.2;

/** As much of a digest as an address carries: no two pictures of a site share it. */
export const variantDigest = (sha256: string): string => sha256.slice(0, 16);

const RESIZABLE = ["image/jpeg", "image/png", "image/webp"];

/**
 * Whether smaller versions can be made: of a still picture within the limits of the platform, which
 * takes no AVIF (https://developers.cloudflare.com/images/get-started/limits/).
 */
export function isResizable(
  { mediaType, width = 0, height = 0, animated }: PictureHeader,
  bytes: number,
): boolean {
  const isWithin = bytes <= 20_000_000 && width * height <= 100_000_000 && Math.max(width, height) <= 12_000;
  return RESIZABLE.includes(mediaType) && !animated && width >= LADDER[0] / 2 && isWithin;
}

/** What must be known of a picture to name its versions. */
export interface VariantSource {
  /** Where it is served, decoded, below the site's root. */
  path: string;
  /** Made by `variantDigest`. */
  digest: string;
  width: number;
}

/** One of a picture's versions. `width` is a rung of the ladder; the picture itself is never enlarged. */
export interface Variant {
  sha256: string;
  width: number;
  format: VariantFormat;
}

/** Rungs for a picture of that width, with the pixels that each really has: the last may have fewer. */
export function variantWidths(width: number): { rung: number; pixels: number }[] {
  return LADDER.filter((_, i) => i === 0 || (LADDER[i - 1] ?? 0) * WORTH_IT < width).map((rung) => ({
    rung,
    pixels: Math.min(rung, width),
  }));
}

/** The value of a `srcset`; `href` makes an address of a path below the root. */
export function srcset(
  { path, digest, width }: VariantSource,
  format: VariantFormat,
  href: (path: string) => string,
): string {
  return variantWidths(width)
    .map(({ rung, pixels }) => `${href(`/_img/${rung}/${digest}${path}.${format}`)} ${pixels}w`)
    .join(",");
}

/** What `sizes` must know of the theme, in CSS pixels: its column at the most, and what a phone leaves free. */
const COLUMN = 720;
const MARGINS = 40;

/** The value of `sizes`. `shown` is the width in CSS pixels that the picture has where there is room for it. */
export function sizes(shown: number): string {
  const width = Math.min(shown, COLUMN);
  return `(max-width:${width + MARGINS}px) calc(100vw - ${MARGINS}px),${width}px`;
}

export interface VariantAddress {
  /** Of the picture itself, with the site's base path before it, if that was asked for. */
  original: UrlPath;
  /** The beginning of its digest. */
  digest: string;
  width: number;
  format: VariantFormat;
}

const ADDRESS = /^(.*?)\/_img\/(\d{3,4})\/([0-9a-f]{16})(\/.+)\.(avif|webp)$/;

/** `null` for a path that leads elsewhere. */
export function parseVariantPath(path: UrlPath): VariantAddress | null {
  const [, base = "", width = "", digest = "", name = "", format = ""] = ADDRESS.exec(path) ?? [];
  const known = VARIANT_FORMATS.find((one) => one === format);
  const original = parseUrlPath(base + name);
  if (original === null || known === undefined || !LADDER.some((rung) => String(rung) === width)) return null;
  return { original, digest, width: Number(width), format: known };
}
