// Puts one file of a site onto this disk: whole or not at all, never through a link, and only over the
// bytes that were there when it was looked at.

import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { lstat, mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { FilePath, Sha256 } from "../site/change-set.ts";
import { errorCode } from "./failure.ts";

export interface Placement {
  /** The site's folder. */
  folder: string;
  path: FilePath;
  /** Where it lies already: the disk may spell it otherwise. */
  disk?: string | undefined;
  /** What lies there; absent: nothing. */
  over?: Sha256 | undefined;
  sha256: Sha256;
}

/** `other-bytes`: they are not those of `sha256`. `changed-here`: something else lies there by now. */
export type Placed = "placed" | "other-bytes" | "changed-here";

export async function placeFile(
  { folder, path, disk = join(folder, path), over, sha256 }: Placement,
  body: AsyncIterable<Uint8Array>,
): Promise<Placed> {
  await mkdir(dirname(disk), { recursive: true });
  // The same name again after an interruption, so that nothing is left lying about. Hidden: no part of a site.
  const name = createHash("sha256").update(path).digest("hex").slice(0, 16);
  const fresh = join(dirname(disk), `.deckle-${name}`);
  try {
    const hash = createHash("sha256");
    await pipeline(body, hashing(hash), createWriteStream(fresh));
    if (hash.digest("hex") !== sha256) return "other-bytes";
    if ((await digestAt(disk)) !== over) return "changed-here";
    await rename(fresh, disk);
    return "placed";
  } finally {
    await rm(fresh, { force: true });
  }
}

/** Deletes a file if it is still what it was. */
export async function removeFile(disk: string, was: Sha256): Promise<boolean> {
  if ((await digestAt(disk)) !== was) return false;
  await rm(disk);
  return true;
}

function hashing(hash: ReturnType<typeof createHash>) {
  return async function* (chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
  };
}

async function digestAt(disk: string): Promise<string | undefined> {
  const hash = createHash("sha256");
  try {
    await pipeline(createReadStream(disk), hash);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
  return hash.digest("hex");
}

/** What keeps a new file from being made at a path: a link or a file where a folder must be, a file that nobody read. */
export async function findObstacle(folder: string, path: FilePath): Promise<string | null> {
  const segments = path.split("/");
  for (const [i] of segments.entries()) {
    const part = segments.slice(0, i + 1).join("/");
    const found = await lstat(join(folder, part)).catch(() => null);
    if (found === null) return null;
    if (found.isSymbolicLink()) return `${part} is a link, and nothing is written through one`;
    if (i + 1 === segments.length) return "something else of this name lies there already";
    if (!found.isDirectory()) return `${part} is a file, and would have to be a folder`;
  }
  return null;
}
