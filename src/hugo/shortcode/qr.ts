// Hugo's `qr`: a QR code of a text, in the size that Hugo's picture has. The picture stands in its own
// address, so that nothing has to be stored or served beside the page.

import { encode } from "uqr";
import { attribute } from "./go-escape.ts";
import { argument, type ShortcodeCall, textArgument } from "./shortcode.ts";

const LEVELS: { [name: string]: "L" | "M" | "Q" | "H" } = { low: "L", medium: "M", quartile: "Q", high: "H" };
/** White modules on each side. */
const BORDER = 4;

export function renderQr(call: ShortcodeCall): string {
  const text = textArgument(call, "text") || call.inner.trim();
  if (text === "") return call.refuse('qr needs a text: {{< qr text="https://example.org" />}}');
  const modules = encodeText(text, LEVELS[textArgument(call, "level").toLowerCase()] ?? "M");
  if (modules === null) {
    return call.refuse(`qr cannot hold ${text.length} characters: shorten the text, or choose level="low"`);
  }
  const pixels = String(modules.length * scaleOf(call));
  const own = ["alt", "class", "id", "title", "loading"].map((name) =>
    attribute(name, textArgument(call, name)),
  );
  return `<img src="${drawing(modules)}" width="${pixels}" height="${pixels}"${own.join("")}>`;
}

function encodeText(text: string, ecc: "L" | "M" | "Q" | "H"): boolean[][] | null {
  try {
    return encode(text, { ecc, border: BORDER, boostEcc: false }).data;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Pixels of a module. */
function scaleOf(call: ShortcodeCall): number {
  const scale = Number(argument(call, "scale") ?? 4);
  return Number.isInteger(scale) && scale >= 2 && scale <= 100 ? scale : 4;
}

/** Dark modules in runs, row by row. */
function drawing(modules: boolean[][]): string {
  const runs = modules.map((row, y) =>
    Array.from(
      row
        .map((dark) => (dark ? "1" : "0"))
        .join("")
        .matchAll(/1+/g),
      ({ index, 0: run }) => `M${index} ${y}h${run.length}v1H${index}z`,
    ).join(""),
  );
  const size = modules.length;
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${size} ${size}' shape-rendering='crispEdges'><path fill='white' d='M0 0h${size}v${size}H0z'/><path d='${runs.join("")}'/></svg>`;
  return `data:image/svg+xml,${svg.replaceAll("<", "%3C").replaceAll(">", "%3E")}`;
}
