// AVIF and HEIC: boxes in boxes (ISO/IEC 14496-12, 23008-12). Owns the way to the size of the picture
// that is shown, which may be put together from tiles and turned.

import type { PictureHeader } from "./picture-header.ts";

const MEDIA_TYPES: { [brand: string]: string } = {
  avif: "image/avif",
  avis: "image/avif",
  heic: "image/heic",
  heix: "image/heic",
  hevc: "image/heic",
  hevx: "image/heic",
};

interface Box {
  type: string;
  /** Of what it holds. */
  start: number;
  end: number;
}

/** `null` for another kind of file with such boxes: a film. */
export function readIsoPicture(bytes: Uint8Array): PictureHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const file = boxesIn(view, 0, view.byteLength);
  const brands = brandsOf(
    view,
    file.find(({ type }) => type === "ftyp"),
  );
  const brand = brands.find((name) => name in MEDIA_TYPES);
  if (brand === undefined) return null;
  const kind = { mediaType: MEDIA_TYPES[brand] ?? "", animated: brand === "avis" };
  const shown = propertiesOfPrimary(view, file);
  const size = shown.find(({ type, start, end }) => type === "ispe" && end - start >= 12);
  if (size === undefined) return kind;
  const [width, height] = [view.getUint32(size.start + 4), view.getUint32(size.start + 8)];
  if (width === 0 || height === 0) return kind;
  const turn = shown.find(({ type, start, end }) => type === "irot" && end > start);
  const onItsSide = turn !== undefined && (view.getUint8(turn.start) & 1) === 1;
  return onItsSide ? { ...kind, width: height, height: width } : { ...kind, width, height };
}

/** The main one first, then what it is compatible with. */
function brandsOf(view: DataView, box: Box | undefined): string[] {
  if (box === undefined) return [];
  const words = Array.from({ length: Math.floor((box.end - box.start) / 4) }, (_, i) =>
    nameAt(view, box.start + i * 4),
  );
  return words.filter((_, i) => i !== 1); // a version
}

/** `meta` says which item is the picture (`pitm`), `ipco` has properties, `ipma` says whose they are. */
function propertiesOfPrimary(view: DataView, file: Box[]): Box[] {
  const meta = file.find(({ type }) => type === "meta");
  if (meta === undefined) return [];
  const inMeta = boxesIn(view, meta.start + 4, meta.end);
  const primary = inMeta.find(({ type }) => type === "pitm");
  const holder = inMeta.find(({ type }) => type === "iprp");
  if (primary === undefined || holder === undefined) return [];
  const parts = boxesIn(view, holder.start, holder.end);
  const container = parts.find(({ type }) => type === "ipco");
  if (container === undefined || primary.end - primary.start < 6) return [];
  const item =
    view.getUint8(primary.start) === 0
      ? view.getUint16(primary.start + 4)
      : uint32(view, primary.start + 4, primary.end);
  const properties = boxesIn(view, container.start, container.end);
  return parts
    .filter(({ type }) => type === "ipma")
    .flatMap((box) => indexesOf(view, box, item))
    .flatMap((index) => properties[index - 1] ?? []);
}

/** From `ipma`: the properties of one item, counted from 1. */
function indexesOf(view: DataView, { start, end }: Box, item: number): number[] {
  if (end - start < 8) return [];
  const wideItem = view.getUint8(start) > 0;
  const wideIndex = (view.getUint8(start + 3) & 1) === 1;
  let at = start + 8;
  while (at + (wideItem ? 5 : 3) <= end) {
    const id = wideItem ? view.getUint32(at) : view.getUint16(at);
    at += wideItem ? 4 : 2;
    const count = view.getUint8(at);
    at += 1;
    const bytes = count * (wideIndex ? 2 : 1);
    if (at + bytes > end) return [];
    if (id === item) {
      return Array.from({ length: count }, (_, i) =>
        wideIndex ? view.getUint16(at + i * 2) & 0x7fff : view.getUint8(at + i) & 0x7f,
      );
    }
    at += bytes;
  }
  return [];
}

/** Side by side, as far as they are whole: a picture's own bytes come last and may be cut off. */
function boxesIn(view: DataView, start: number, end: number): Box[] {
  const boxes: Box[] = [];
  for (let at = start; at + 8 <= end; ) {
    const size = view.getUint32(at);
    if (size < 8 || at + size > end) break;
    boxes.push({ type: nameAt(view, at + 4), start: at + 8, end: at + size });
    at += size;
  }
  return boxes;
}

const nameAt = (view: DataView, at: number): string =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));

const uint32 = (view: DataView, at: number, end: number): number => (at + 4 <= end ? view.getUint32(at) : 0);
