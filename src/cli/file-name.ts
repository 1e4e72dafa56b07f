// Which of a site's paths this machine's disk can hold as they are written. A path itself was checked
// before (site/change-set.ts): it stays below the site's folder on any system.

import { stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { FilePath } from "../site/change-set.ts";

/** What a name is refused for on Windows: reserved characters, a last dot or space, names of devices. */
const WINDOWS = /[<>:"|?*]|[. ](?:\/|$)|(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.[^/]*)?(?:\/|$)/i;

/** What editors leave beside a file while they save it. Hugo passes these over too. */
export const isLeftover = (name: string): boolean => /(^|\/)#[^/]*$|~$/.test(name);

/** Why a path cannot be a file here; `null` when it can. */
export function whyNoFile(path: FilePath, platform: NodeJS.Platform = process.platform): string | null {
  if (isLeftover(path)) return "its name is that of an editor's leftover, which is no part of a site";
  if (platform === "win32" && WINDOWS.test(path)) return "Windows has no files of this name";
  return null;
}

/** Those of `wanted` that would be the same file, or lie in the same folder, as a path spelled otherwise. */
export function findCollisions(
  wanted: readonly FilePath[],
  all: Iterable<FilePath>,
): { path: FilePath; other: string }[] {
  const spellings = new Map<string, Set<string>>();
  for (const path of all) {
    for (const part of partsOf(path)) {
      const folded = part.toLowerCase();
      spellings.set(folded, (spellings.get(folded) ?? new Set()).add(part));
    }
  }
  return wanted.flatMap((path) => {
    const others = partsOf(path).flatMap((part) =>
      [...(spellings.get(part.toLowerCase()) ?? [])].filter((other) => other !== part),
    );
    return others[0] === undefined ? [] : [{ path, other: others[0] }];
  });
}

/** `content`, `content/posts`, `content/posts/a.md`. */
const partsOf = (path: string): string[] =>
  path.split("/").map((_, i, segments) => segments.slice(0, i + 1).join("/"));

/** Whether `A` and `a` are one file there, as on most disks of macOS and Windows. */
export async function isCaseBlind(folder: string): Promise<boolean> {
  const name = basename(folder);
  const swapped = [...name].map((c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase())).join("");
  if (swapped === name) return process.platform === "win32" || process.platform === "darwin";
  const [one, other] = await Promise.all(
    [folder, join(dirname(folder), swapped)].map((path) => stat(path).catch(() => null)),
  );
  return one !== null && other !== null && one?.dev === other?.dev && one?.ino === other?.ino;
}
