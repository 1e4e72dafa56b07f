// The site as its author sees it, files and posts with hidden ones among them: the contract between
// the API, which asks, and store/. Changing it is publisher.ts.

import { type FileEntry, type FilePath, isEngineText, type Sha256, type Tree } from "./change-set.ts";
import type { Upload } from "./media.ts";
import type { PageId } from "./page.ts";
import type { Problem, Result } from "./problem.ts";

/** The most that a text file (a post, a template, data) may weigh to lie in a row of D1, in bytes: R2 has longer ones. */
export const MAX_ROW_TEXT_BYTES = 1_900_000;

/** The most that it may weigh at all: it is rendered in the 128 MB of an isolate. */
export const MAX_TEXT_BYTES = 10_000_000;

/** R2 takes 5 GiB in one put; a Worker's request body is 100 MB at the most. */
const MAX_MEDIA_BYTES = 100_000_000;

/** Why so many bytes cannot stand at `path`, or anywhere if that is not known yet; `null` if they can. */
export function refusalOfSize(size: number, path?: FilePath): Problem | null {
  const [most, remedy] =
    path !== undefined && isEngineText(path)
      ? [MAX_TEXT_BYTES, "split it, or put it below static/ and link to it"]
      : [MAX_MEDIA_BYTES, "make it smaller"];
  if (size <= most) return null;
  const message = `It has ${size} bytes, and at most ${most} are taken: ${remedy}`;
  return { code: "too-large", message, ...(path === undefined ? {} : { path }) };
}

export const POST_STATUSES = ["draft", "scheduled", "published", "expired"] as const;

export type PostStatus = (typeof POST_STATUSES)[number];

export interface PostEntry {
  /** `content/posts/hello.md`. */
  path: FilePath;
  sha256: Sha256;
  title: string;
  status: PostStatus;
  /** RFC 3339 in the author's offset, or empty. */
  date: string;
  /** As printed: encoded, root-relative, below the base path. Where it will be, for a hidden one. */
  url: string;
}

/** A language of the site as its posts are written. */
export interface PostLanguage {
  lang: string;
  /** An IANA name, or empty for UTC. */
  timeZone: string;
  /** Where its content lies: `content`, `content/vi`. */
  contentDir: string;
  /** As configured, else the largest; empty while the language has no posts. */
  mainSections: string[];
}

export interface Locale {
  /** Where the site's URLs begin. */
  basePath: string;
  /** The folder of the languages that have none of their own: there a file's name says which language it is in. */
  contentDir: string;
  /** The default one first. */
  languages: [PostLanguage, ...PostLanguage[]];
}

export interface PostQuery {
  now: number;
  limit: number;
  /** What the list before said as its `next`; `null` from the start. */
  after: string | null;
  /** These alone; `null` for all. */
  status: PostStatus | null;
}

export interface PostList {
  posts: PostEntry[];
  /** Give it as `after` to read on; `null` at the end. Opaque percent-encoded text. */
  next: string | null;
}

/** Read by authors only: what it returns may be a draft's. */
export interface SiteFiles {
  tree(): Promise<Tree>;
  /** Those of `paths` that exist, in the order asked. */
  entries(paths: FilePath[]): Promise<FileEntry[]>;
  /** `null` when there is no such file. */
  read(
    path: FilePath,
  ): Promise<{ entry: FileEntry; body: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer> } | null>;
  /** Refuses with `bad-digest` or `too-large`. A blob that no change set names is swept later. */
  putBlob(upload: Upload): Promise<Result<{ size: number; mediaType: string }>>;
  /** Regular pages with a file, whatever their section, hidden ones too, newest first; undated last. */
  posts(query: PostQuery): Promise<PostList>;
  /** The page that this content file makes, whatever its section; `null` when there is none. */
  post(path: FilePath, now: number): Promise<PostEntry | null>;
  /** The file of the first page in a list that readers see; `null` when it has none. */
  firstIn(list: PageId): Promise<FilePath | null>;
  /** Where the site lies and how it is written; Hugo's defaults before the first publishing. */
  locale(): Promise<Locale>;
}
