// What is read off a picture's first bytes: encoded by a real encoder where there is one, put together
// from boxes where none of ours can write them.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readPictureHeader } from "../../src/site/picture-header.ts";
import { cpuTime } from "../cpu-time.ts";
import { encodePicture, type PictureOptions } from "../routes/encode-picture.ts";

const size = { width: 30, height: 20 };

describe("the size of a picture", () => {
  const cases: [string, Partial<PictureOptions>, object][] = [
    ["JPEG", { format: "jpeg" }, { mediaType: "image/jpeg", ...size, animated: false }],
    [
      "JPEG on its side",
      { orientation: 6 },
      { mediaType: "image/jpeg", width: 20, height: 30, animated: false },
    ],
    ["JPEG upside down", { orientation: 3 }, { mediaType: "image/jpeg", ...size, animated: false }],
    ["PNG", { format: "png" }, { mediaType: "image/png", ...size, animated: false }],
    [
      "PNG on its side",
      { format: "png", orientation: 6 },
      { mediaType: "image/png", width: 20, height: 30, animated: false },
    ],
    [
      "WebP, whose EXIF turns nothing",
      { format: "webp", orientation: 6 },
      { mediaType: "image/webp", ...size, animated: false },
    ],
    [
      "AVIF on its side",
      { format: "avif", orientation: 6 },
      { mediaType: "image/avif", width: 20, height: 30, animated: false },
    ],
    ["WebP", { format: "webp" }, { mediaType: "image/webp", ...size, animated: false }],
    ["moving WebP", { format: "webp", frames: 2 }, { mediaType: "image/webp", ...size, animated: true }],
    ["GIF", { format: "gif" }, { mediaType: "image/gif", ...size, animated: true }],
    ["AVIF", { format: "avif" }, { mediaType: "image/avif", ...size, animated: false }],
  ];
  for (const [name, options, expected] of cases) {
    test(`is read off ${name}`, async () => {
      assert.deepEqual(readPictureHeader(await encodePicture({ ...size, ...options })), expected);
    });
  }

  test("is that of the picture that an AVIF shows: put together from tiles, and turned", () => {
    const tile = box("ispe", u32(0), u32(512), u32(512));
    const whole = box("ispe", u32(0), u32(3000), u32(2000));
    const turned = box("irot", [1]);
    const bytes = avif({ properties: [tile, whole, turned], primary: [2, 3] });
    assert.deepEqual(readPictureHeader(bytes), {
      mediaType: "image/avif",
      animated: false,
      width: 2000,
      height: 3000,
    });
  });

  test("of an SVG is its own, or that of its viewBox, if it has any", () => {
    const cases: [string, number[] | null][] = [
      ['<svg width="12" height="13"/>', [12, 13]],
      ['<svg viewBox="0 0 120 60"/>', [120, 60]],
      ['<svg viewBox="0,0, 120,60"/>', [120, 60]],
      ["<svg width='100%' viewBox='0 0\n120 60'></svg>", [120, 60]],
      ['<svg width="240" viewBox="0 0 120 60"/>', [240, 120]],
      [
        `<?xml version="1.0"?>\n<!-- ${"made by a program ".repeat(80)} -->\n<!DOCTYPE svg [ <!ENTITY a "b"> ]>\n<svg viewBox="0 0 1 2">`,
        [1, 2],
      ],
      ["<svg/>", []],
      ['<svg width="50%" height="50%"/>', []],
      ["<!doctype html><title>x</title><svg width='1' height='1'/>", null],
      ["# Markdown <svg width='1' height='1'/>", null],
    ];
    for (const [text, expected] of cases) {
      const header = readPictureHeader(new TextEncoder().encode(text));
      const found = header && (header.width === undefined ? [] : [header.width, header.height]);
      assert.deepEqual(found, expected, text);
    }
  });
});

describe("hostile bytes", () => {
  test("are no picture, in linear time", () => {
    const length = 1 << 20;
    const repeated = (piece: number[], start: number[] = []) => {
      const bytes = new Uint8Array(length);
      for (let at = 0; at + piece.length <= length; at += piece.length) bytes.set(piece, at);
      bytes.set(start);
      return bytes;
    };
    const text = (piece: string, start = "") => repeated([...Buffer.from(piece)], [...Buffer.from(start)]);
    const sizes = box("ispe", u32(0), u32(1), u32(1));
    const cases = [
      repeated([0xff, 0xe1, 0, 2], [0xff, 0xd8]),
      repeated(sizes, [
        ...box("ftyp", latin("avif"), u32(0)),
        ...u32(length - 16),
        ...latin("meta"),
        ...u32(0),
        ...u32(length - 28),
        ...latin("iprp"),
        ...u32(length - 36),
        ...latin("ipco"),
      ]),
      avif({ properties: [sizes], primary: Array.from({ length: 100 }, () => 9) }),
      repeated([0, 0, 0, 0, ...latin("eXIf"), 0, 0, 0, 0], [0x89, ...latin("PNG"), 13, 10, 26, 10]),
      text("<!-- -->", "<!-- -->"),
      text("<svg ", "<svg "),
      text("<svg a='", "<svg a='"),
      text("]>", "<"),
      text(" "),
    ];
    const before = cpuTime();
    for (const bytes of cases) assert.equal(readPictureHeader(bytes)?.width, undefined);
    assert.ok(cpuTime() - before < 3000, `${cpuTime() - before} ms`);
  });

  test("cut off anywhere, a picture is one without a size or none", async () => {
    for (const format of ["jpeg", "png", "webp", "avif", "gif"] as const) {
      const whole = await encodePicture({ ...size, format });
      for (let length = 0; length < Math.min(whole.length, 600); length += 7) {
        const width = readPictureHeader(whole.slice(0, length))?.width;
        assert.ok(width === undefined || width === size.width, `${format}, ${length} bytes: ${width}`);
      }
    }
  });
});

const latin = (text: string) => [...Buffer.from(text, "latin1")];
const u16 = (value: number) => [value >> 8, value & 255];
const u32 = (value: number) => [...u16(value >>> 16), ...u16(value & 0xffff)];
const box = (type: string, ...parts: number[][]): number[] => {
  const content = parts.flat();
  return [...u32(content.length + 8), ...latin(type), ...content];
};

/** `primary` are the properties, counted from 1, of the item that is shown: the second of two. */
function avif({ properties, primary }: { properties: number[][]; primary: number[] }): Uint8Array {
  const associations = [...u32(0), ...u32(2), ...u16(1), 1, 1, ...u16(2), primary.length, ...primary];
  return Uint8Array.from([
    ...box("ftyp", latin("avif"), u32(0), latin("mif1")),
    ...box(
      "meta",
      u32(0),
      box("pitm", u32(0), u16(2)),
      box("iprp", box("ipco", ...properties), box("ipma", associations)),
    ),
  ]);
}
