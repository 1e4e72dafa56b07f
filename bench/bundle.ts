// How large the Worker is: all of it, as it is deployed, and what of it a reader's isolate evaluates.

import { gzipSync } from "node:zlib";
import type { Figure } from "./figure.ts";
import { readingPath } from "./reading-path.ts";
import { modulesOf } from "./workers.ts";

export async function measureBundle(bundle: string): Promise<Figure[]> {
  const { gzip, parts } = await readingPath();
  const largest = parts.slice(0, 3).map(({ path, bytes }) => `${path} ${bytes}`);
  const modules = Object.values(modulesOf({ file: bundle }).all);
  const gzipped = modules.reduce((sum, code) => sum + gzipSync(code).length, 0);
  const whole = modules.reduce((sum, code) => sum + Buffer.byteLength(code), 0);
  return [
    { name: "reading-path-gzip", value: gzip, raw: `most of it minified: ${largest.join(", ")}` },
    { name: "whole-gzip", value: gzipped, raw: `${whole} bytes minified, in ${modules.length} modules` },
  ];
}
