// The contract between publish/, which decides what a write does, and store/, which does it. Each
// method is one round trip.

import type { FilePath, GivenText, Sha256 } from "./change-set.ts";
import type { Contribution, MadePage, Route, SettingsAddition } from "./contribution.ts";
import type { PageId } from "./page.ts";
import type { Problem, Warning } from "./problem.ts";
import type { Settings } from "./settings.ts";

export interface SiteState {
  /** This database's own name. */
  name: string;
  generation: number;
  basePath: string;
  /** Hugo's configuration as last read, JSON; empty before the first publishing. */
  config: string;
  renderingDigest: string;
}

export interface StoredFile {
  path: FilePath;
  sha256: Sha256;
  /** The page that it makes. */
  page: PageId | null;
}

/** A content file whose rendering asked a question. */
export interface Dependent extends StoredFile {
  asked: string;
}

export interface BlobFacts {
  sha256: string;
  size: number;
  mediaType: string;
  width?: number;
  height?: number;
  /** Smaller versions can be made of it. */
  resizable?: true;
}

/** A page as it stands, before the change. */
export interface StandingPage {
  id: PageId;
  file: FilePath;
  rendering: number;
  /** Whether its rows say that time alone may change what is shown. */
  timed: 0 | 1;
  contribution: Contribution;
}

export interface Staged {
  /** Digest of change set and file. */
  id: number;
  contribution: Contribution;
  toc: string;
  html: string;
  /** `null`: it is not to be found. */
  search: SearchEntry | null;
}

/** A page in the search index: words folded and between spaces; `…Marked` those that folding changed. */
export interface SearchEntry {
  /** Its number there: decimal digits of up to 63 bits. Lower comes first. */
  doc: string;
  title: string;
  titleMarked: string;
  tags: string;
  tagsMarked: string;
  body: string;
  bodyMarked: string;
  /** As it was: Hugo's `.Plain`. */
  text: string;
}

/** Where a content file's page is to be found, and when. */
export interface Address {
  id: PageId;
  file: FilePath;
  url: string;
  visibleFrom: number;
  visibleUntil: number;
  /** Of card and body. */
  digest: string;
}

export interface StagedFacts extends Address {
  rendering: number;
  adds?: SettingsAddition;
  warnings: Warning[];
  problems: Problem[];
}

export interface SiteRows {
  basePath: string;
  config: string;
  renderingDigest: string;
  languages: { settings: Settings; position: number; digest: string }[];
  /** `/sitemap.xml`, `/robots.txt`. */
  routes: Route[];
}

export interface Flip {
  /** The generation that the change was made against: another one refuses the whole flip. */
  generation: number;
  now: number;
  put: { path: FilePath; sha256: Sha256; page: PageId | null; given?: GivenText }[];
  delete: FilePath[];
  /** Pages whose rows go out before others come in. */
  out: StandingPage[];
  /** Renderings made in this request, not staged yet. */
  fresh: Staged[];
  /** All renderings that come in, staged before or fresh. */
  in: number[];
  /** Files that are served as they are, from now on and no longer. */
  routes: { path: FilePath; url: string }[];
  routesGone: { path: FilePath; url: string }[];
  /** Lists whose ranks change, each from its newest row down to the given sort key; `null`: all. */
  ranks: { list: PageId; sortKey: string }[] | null;
  moved: { from: string; to: PageId }[];
  /** Pages whose former addresses lead to others from now on. */
  renamed: { from: PageId; to: PageId }[];
  /** Pages without a file that exist whatever else does: home, taxonomies; a list that lost its `_index`. */
  made: MadePage[];
  /** Sections that go if they have no file of their own and no page of their language is left in their folders (`content/notes`). */
  emptied: { id: PageId; lang: string; folders: string[] }[];
  /** Set when the configuration changed. */
  site: SiteRows | null;
  /** Everything derived is thrown away first: `in` names every content file's rendering. */
  whole: boolean;
  /** What the next cron purges again. */
  tags: string[];
  change: number;
}

/** What a change will most likely ask of the tree as it stands: so that one round trip brings it. */
export interface Likely {
  /** Files whose pages go out. */
  pages: FilePath[];
  paths: string[];
  /** Of paths: a folder (`content/posts/`), the names of a file (`content/posts/_index.`). */
  prefixes: string[];
}

export interface Begun {
  /** Whether the token that was asked for is the site's; `true` if none was. */
  isAuthor: boolean;
  site: SiteState;
  files: Map<string, StoredFile>;
  /** Of the paths that are folders: files in them. */
  below: Map<string, FilePath[]>;
  blobs: Map<string, BlobFacts>;
  /** One for each of the questions that its rendering asked. */
  dependents: Dependent[];
  /** Content files whose pages time has made public since the last write, and those that it took away. */
  due: FilePath[];
  expired: FilePath[];
  /** Of the likely pages. */
  standing: StandingPage[];
  /** Of the likely paths and prefixes, `_index` files with their text. */
  facts: (PathFacts & { text: string | null })[];
}

export interface PathFacts extends BlobFacts {
  path: FilePath;
}

export interface ChangeStore {
  begin(query: {
    paths: string[];
    /** Of the paths those that may turn out to be folders, and how many files of each to name. */
    folders: { paths: FilePath[]; most: number };
    digests: Sha256[];
    questions: string[];
    likely: Likely;
    /** The hash of one that is still to be looked up. */
    token?: string | undefined;
    /** Epoch seconds. */
    now: number;
  }): Promise<Begun>;
  dependents(questions: string[]): Promise<Dependent[]>;
  files(paths: string[]): Promise<StoredFile[]>;
  /** The pages that these files make now, with their contributions. */
  standing(pages: PageId[]): Promise<StandingPage[]>;
  /** Where each content file's page is, for a change that touches too many for `standing`. */
  addresses(): Promise<Address[]>;
  /** All content files; all texts that are configuration, templates, strings, data or styles. */
  contentFiles(): Promise<StoredFile[]>;
  staticFiles(): Promise<FilePath[]>;
  settingFiles(): Promise<{ path: FilePath; sha256: Sha256 }[]>;
  texts(digests: string[]): Promise<Map<string, string>>;
  /** Files whose paths begin so, and single files, with their blobs' facts. */
  facts(query: { paths: string[]; prefixes: string[] }): Promise<PathFacts[]>;
  /** The pages around each place in a list to the next that is always public, and whose pages stand at each URL; the asking pages left out. */
  surroundings(query: {
    places: { list: PageId; sortKey: string; id: PageId }[];
    urls: string[];
  }): Promise<{ neighbours: PageId[]; claims: { url: string; file: FilePath }[] }>;
  /** URLs that more than one page claims. */
  doubleClaims(): Promise<{ url: string; file: FilePath }[]>;
  staged(change: number): Promise<StagedFacts[]>;
  /** Only their ids: what a step needs to go on. */
  stagedIds(change: number): Promise<Set<number>>;
  stage(change: number, renderings: Staged[], now: number): Promise<void>;
  /** Renderings that the search index has not looked at. */
  unindexed(limit: number): Promise<Omit<Staged, "search" | "toc">[]>;
  index(entries: { id: number; page: PageId; search: SearchEntry | null }[]): Promise<void>;
  /** Forgets the search index: everything is unindexed. */
  dropIndex(): Promise<void>;
  /** One batch. `false` when the generation moved in the meantime: then nothing was written. */
  flip(flip: Flip): Promise<boolean>;
}
