// How large the Worker is: all of it, as it is deployed, and what of it a reader's isolate evaluates.

import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Figure } from "./figure.ts";
import { readingPath } from "./reading-path.ts";

export async function measureBundle(bundle: string): Promise<Figure[]> {
  const { gzip, parts } = await readingPath();
  const largest = parts.slice(0, 3).map(({ path, bytes }) => `${path} ${bytes}`);
  const whole = readFileSync(bundle);
  return [
    { name: "reading-path-gzip", value: gzip, raw: `most of it minified: ${largest.join(", ")}` },
    { name: "whole-gzip", value: gzipSync(whole).length, raw: `${whole.length} bytes minified` },
  ];
}
