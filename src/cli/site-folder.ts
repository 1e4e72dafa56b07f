// A Hugo site as a folder on this machine: which of its files are the site, and their digests. Reads
// only; theme, build output and whatever else lies there stay at home (site/change-set.ts decides).

import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { type FilePath, isSitePath, parseFilePath, parseSha256, type Sha256 } from "../site/change-set.ts";
import { CommandFailure, errorCode } from "./failure.ts";
import { isLeftover } from "./file-name.ts";
import type { Digests } from "./three-way.ts";

export interface LocalFile {
  path: FilePath;
  sha256: Sha256;
  /** Bytes. */
  size: number;
  /** Where it lies: a path in NFC may name a file that the disk spells otherwise. */
  disk: string;
}

export interface SiteFolder {
  folder: string;
  /** Reads the folder anew; a file is hashed again only if its size or time has changed. */
  scan(): Promise<FolderScan>;
}

export interface FolderScan {
  files: LocalFile[];
  digests: Digests;
  /** Site files that cannot be sent, with the reason. */
  unreadable: { path: string; message: string }[];
  /** What no site takes: symbolic links, and names that begin with a dot, each hidden folder once. */
  leftOut: string[];
}

/** Refuses a folder that holds no Hugo site, before anything else is done with it. */
export async function openSiteFolder(folder: string): Promise<SiteFolder> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (errorCode(error) === "ENOENT") throw new CommandFailure(`${folder} does not exist.`);
    if (errorCode(error) === "ENOTDIR") throw new CommandFailure(`${folder} is no folder.`);
    throw error;
  });
  if (!names.some((name) => name === "content" || name === "config" || isSitePath(name))) {
    throw new CommandFailure(
      `${folder} holds no Hugo site: no hugo.yaml (or hugo.toml, config.yaml …) and no content/. ` +
        `Name the site's folder with --site, or make a new blog: npx deckle init ${folder}`,
    );
  }
  return siteFolderAt(folder);
}

/** The same for a folder that may still become one: it is made if it is not there, and may be empty. */
export async function openFolderToFill(folder: string): Promise<SiteFolder> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (errorCode(error) === "ENOENT") return [];
    if (errorCode(error) === "ENOTDIR") throw new CommandFailure(`${folder} is no folder.`);
    throw error;
  });
  if (names.some((name) => !name.startsWith("."))) return openSiteFolder(folder);
  return siteFolderAt(folder);
}

function siteFolderAt(folder: string): SiteFolder {
  const known = new Map<string, { stamp: string; sha256: Sha256 }>();
  return { folder, scan: () => scan(folder, known) };
}

async function scan(
  folder: string,
  known: Map<string, { stamp: string; sha256: Sha256 }>,
): Promise<FolderScan> {
  const files: LocalFile[] = [];
  const unreadable: FolderScan["unreadable"] = [];
  const nameOf = (disk: string) => relative(folder, disk).split(sep).join("/");
  const found = await siteFilesOn(folder);
  const leftOut = new Set(found.links.map(nameOf));
  for (const disk of found.files) {
    const name = nameOf(disk);
    if (isLeftover(name)) continue;
    const path = parseFilePath(name);
    if (path === null) {
      const hidden = hiddenPart(name);
      if (hidden === null) unreadable.push({ path: name, message: "its name cannot be a path of the site" });
      else if (!LITTER.test(hidden)) leftOut.add(hidden);
      continue;
    }
    try {
      const { mtimeMs, size } = await stat(disk);
      const stamp = `${mtimeMs} ${size}`;
      const seen = known.get(disk);
      const sha256 = seen?.stamp === stamp ? seen.sha256 : digestOf(await readFile(disk));
      known.set(disk, { stamp, sha256 });
      files.push({ path, sha256, size, disk });
    } catch (error) {
      // Deleted since it was listed: simply not there.
      if (errorCode(error) !== "ENOENT") unreadable.push({ path: name, message: messageOf(error) });
    }
  }
  const digests = new Map(files.map((file) => [file.path, file.sha256]));
  return { files, digests, unreadable, leftOut: [...leftOut].sort() };
}

/** Only what can be the site is walked at all: node_modules and the like may be huge. */
async function siteFilesOn(folder: string): Promise<{ files: string[]; links: string[] }> {
  const files: string[] = [];
  const links: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(nothingThere)) {
    const path = join(folder, entry.name);
    if (entry.isFile() && isSitePath(entry.name)) files.push(path);
    if (entry.isSymbolicLink() && (isSitePath(entry.name) || isSitePath(`${entry.name}/`))) links.push(path);
    if (!entry.isDirectory() || !isSitePath(`${entry.name}/`)) continue;
    const below = await readdir(path, { recursive: true, withFileTypes: true });
    files.push(...below.filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name)));
    links.push(...below.filter((e) => e.isSymbolicLink()).map((e) => join(e.parentPath, e.name)));
  }
  return { files: files.sort(), links };
}

function nothingThere(error: unknown): [] {
  if (errorCode(error) === "ENOENT") return [];
  throw error;
}

/** `static/.nojekyll`, `content/.obsidian` of what lies in it. */
const hiddenPart = (name: string): string | null =>
  /^(?:[^/]+\/)*?\.(?!well-known(?:\/|$))[^/]*/.exec(name)?.[0] ?? null;

/** What macOS and git leave in folders is passed over in silence. */
const LITTER = /(?:^|\/)\.(?:DS_Store|_[^/]*|git[^/]*)$/;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export function digestOf(bytes: Uint8Array): Sha256 {
  const sha256 = parseSha256(createHash("sha256").update(bytes).digest("hex"));
  if (sha256 === null) throw new Error("SHA-256 in hexadecimal has 64 digits");
  return sha256;
}
