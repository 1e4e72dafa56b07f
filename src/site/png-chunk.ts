// What the chunks before a PNG's pixels tell (PNG, third edition, 11.3): whether it moves, how it is turned.

export interface PngChunks {
  animated: boolean;
  /** As in EXIF: 1 is upright. Browsers turn a PNG by it as they turn a JPEG. */
  orientation: number;
}

/** `null` for what is no PNG. Linear: each chunk is stepped over. */
export function readPngChunks(bytes: Uint8Array): PngChunks | null {
  if (textAt(bytes, 1, 3) !== "PNG") return null;
  const found: PngChunks = { animated: false, orientation: 1 };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 8 <= bytes.length; at += view.getUint32(at) + 12) {
    const chunk = textAt(bytes, at + 4, 4);
    if (chunk === "IDAT") break;
    if (chunk === "acTL") found.animated = true;
    if (chunk === "eXIf") {
      const end = Math.min(at + 8 + view.getUint32(at), bytes.length);
      found.orientation = orientationIn(bytes.subarray(at + 8, end));
    }
  }
  return found;
}

const ORIENTATION = 0x0112;

/** In the first directory of a TIFF header (EXIF 2.32, 4.6.2). */
function orientationIn(exif: Uint8Array): number {
  const view = new DataView(exif.buffer, exif.byteOffset, exif.byteLength);
  const little = textAt(exif, 0, 2) === "II";
  if (exif.length < 8) return 1;
  const directory = view.getUint32(4, little);
  if (directory + 2 > exif.length) return 1;
  const count = view.getUint16(directory, little);
  for (let at = directory + 2; at + 12 <= exif.length && at < directory + 2 + count * 12; at += 12)
    if (view.getUint16(at, little) === ORIENTATION) return view.getUint16(at + 8, little);
  return 1;
}

const textAt = (bytes: Uint8Array, start: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(start, start + length));
