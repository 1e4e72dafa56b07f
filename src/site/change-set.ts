// A write, and what comes of it: the contract between the API, which asks; publish/, which decides;
// and the store. Owns paths and digests as checked values.

import type { Problem, Warning } from "./problem.ts";

declare const checked: unique symbol;

/** A file's path below the site's folder: NFC, `/` between segments, no `..`: `content/posts/a.md`. */
export type FilePath = string & { readonly [checked]: "FilePath" };

/** 64 lower-case hexadecimal digits. */
export type Sha256 = string & { readonly [checked]: "Sha256" };

const ROOTS = ["content/", "static/", "assets/", "layouts/", "i18n/", "data/", "config/", "archetypes/"];
const ROOT_FILES = /^(hugo|config)\.(ya?ml|toml|json)$/;

/** Of the formats that pages are written in; Hugo's others (AsciiDoc, Org and so on) are not rendered. */
export const CONTENT_EXTENSIONS = ["md", "markdown", "mdown", "html", "htm"];
const CONTENT_TEXT = new RegExp(`^content/.*\\.(${CONTENT_EXTENSIONS.join("|")}|org)$`, "i");

/** A folder or file that Deckle knows by name; anything else in a repository stays at home. */
export function isSitePath(path: string): boolean {
  return ROOT_FILES.test(path) || ROOTS.some((root) => path.startsWith(root));
}

/** Text that the engine itself reads, and keeps in D1; all else is passed on as bytes from R2. */
export function isEngineText(path: FilePath): boolean {
  return (
    ROOT_FILES.test(path) ||
    /^(config|layouts|i18n|archetypes)\//.test(path) ||
    /^data\/.*\.(ya?ml|toml|json|csv)$/i.test(path) ||
    CONTENT_TEXT.test(path) ||
    /^assets\/.*\.css$/i.test(path)
  );
}

/** Longest path that is accepted, in UTF-8 bytes: R2's and D1's own limits are above it. */
const MAX_PATH_BYTES = 1000;

/** `null` when it may not be stored: `..`, control characters, hidden, outside the site's folders. */
export function parseFilePath(text: string): FilePath | null {
  const path = text.normalize("NFC");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  if (/[\u0000-\u001f\u007f\\]/.test(path) || !isSitePath(path)) return null;
  if (new TextEncoder().encode(path).length > MAX_PATH_BYTES) return null;
  const segments = path.split("/");
  if (segments.some((s) => s === "" || (s.startsWith(".") && s !== ".well-known"))) return null;
  return path as FilePath;
}

export function parseSha256(text: string): Sha256 | null {
  return /^[0-9a-f]{64}$/.test(text) ? (text as Sha256) : null;
}

export interface FileEntry {
  path: FilePath;
  sha256: Sha256;
  /** Bytes. */
  size: number;
  mediaType: string;
}

/** The whole tree as it stands. `etag` names it: it is what a change set gives as its base. */
export interface Tree {
  etag: string;
  /** This database's own name, made once: a folder remembers by it what it last saw here. */
  site: string;
  files: FileEntry[];
}

/** Names the tree at a generation, without quotes. Two sites never share one. */
export const treeEtag = (site: { name: string; generation: number }): string =>
  `${site.name}-${site.generation}`;

export interface PutFile {
  path: FilePath;
  sha256: Sha256;
  /** Its bytes, when they come with the change set: their blob is kept by the flip, not beforehand. */
  given?: GivenText;
}

export interface GivenText {
  text: string;
  /** Bytes. */
  size: number;
  mediaType: string;
}

export interface ChangeSet {
  /** The tree's ETag that the author saw. Absent: whatever stands. */
  base?: string;
  put: PutFile[];
  delete: FilePath[];
  /** What a single file must be for this to go ahead; `null` is no file. Not part of its identity. */
  expect?: { path: FilePath; holds: (sha256: Sha256 | null) => boolean };
  /** Says what would come of it; nothing is written. */
  dryRun: boolean;
  message: string;
  /** SHA-256 of its author's token, which nobody has looked up yet: `unauthorised` if it is none of the site's. */
  token?: string;
}

/** Public URLs, as printed (encoded, root-relative, below the base path). */
export interface UrlChanges {
  added: string[];
  changed: string[];
  moved: { from: string; to: string }[];
  removed: string[];
}

export type PurgeResult =
  | { done: true; tags: number }
  /** Nothing stands in front of this Worker (local runs), or nothing public changed. */
  | { done: false; reason: "no-cache" | "nothing-to-purge" }
  /** The write stands; the next cron purges. */
  | { done: false; reason: "queued"; message: string };

export type Outcome =
  | { status: "done"; etag: string; urls: UrlChanges; warnings: Warning[]; purge: PurgeResult }
  /** Repeat the same change set: this much of it is rendered. */
  | { status: "rendering"; rendered: number; of: number }
  | { status: "missing"; missing: Sha256[] }
  | { status: "refused"; problems: [Problem, ...Problem[]] };
