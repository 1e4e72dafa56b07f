// Publishes a folder as it would be published into an empty blog, and keeps what comes of it in memory.
// It is publish/ itself that decides and renders; only the store behind it is the folder.

import { readFile } from "node:fs/promises";
import { claimsUrl } from "../publish/comparison.ts";
import { createPlanMemo } from "../publish/plan.ts";
import { createPublisher } from "../publish/publish.ts";
import type { Outcome, Sha256 } from "../site/change-set.ts";
import type { BlobFacts, ChangeStore, Flip, Staged } from "../site/change-store.ts";
import type { Problem, Warning } from "../site/problem.ts";
import { refusalOfSize } from "../site/site-files.ts";
import { mediaTypeOf } from "./media-type.ts";
import type { FolderScan, LocalFile } from "./site-folder.ts";

export interface Rehearsal {
  /** Why single files cannot be published. All else of the site is looked at without them. */
  problems: Problem[];
  warnings: Warning[];
  /** What would be written; `null` when the configuration cannot be read. */
  flip: Flip | null;
  /** What each content file adds. */
  pages: Staged[];
}

export interface RehearsalOptions {
  /** Epoch seconds. */
  now: number;
  onProgress(rendered: number, of: number): void;
}

export async function rehearse(scan: FolderScan, options: RehearsalOptions): Promise<Rehearsal> {
  const problems = scan.files.flatMap(({ path, size }) => refusalOfSize(size, path) ?? []);
  for (;;) {
    const refused = new Set(problems.map(({ path }) => path));
    const files = scan.files.filter(({ path }) => !refused.has(path));
    const tried = await publishAll(files, options);
    if (tried.outcome.status === "done")
      return { problems, warnings: tried.outcome.warnings, flip: tried.flip, pages: tried.pages };
    if (tried.outcome.status !== "refused") throw new Error(`publishing ended with ${tried.outcome.status}`);
    const fresh = tried.outcome.problems.filter(({ path }) => !refused.has(path));
    problems.push(...fresh);
    const isContent = fresh.every(({ path }) => path?.startsWith("content/"));
    if (!isContent || fresh.length === 0) return { problems, warnings: [], flip: null, pages: [] };
  }
}

/** Nothing bounds it here but memory, and the patience of who reads the progress. */
const STEP_LENGTH = 2_000_000;

interface Tried {
  outcome: Outcome;
  flip: Flip | null;
  pages: Staged[];
}

async function publishAll(files: LocalFile[], { now, onProgress }: RehearsalOptions): Promise<Tried> {
  const tried: Tried = { outcome: { status: "missing", missing: [] }, flip: null, pages: [] };
  const publisher = createPublisher({
    store: folderStore(files, tried),
    purge: { purge: async () => ({ done: false, reason: "no-cache" }) },
    clock: () => now,
    renderer: "check",
    plans: createPlanMemo(),
    stepLength: STEP_LENGTH,
  });
  const put = files.map(({ path, sha256 }) => ({ path, sha256 }));
  do {
    tried.outcome = await publisher.publish({ put, delete: [], dryRun: false, message: "" });
    if (tried.outcome.status === "rendering") onProgress(tried.outcome.rendered, tried.outcome.of);
  } while (tried.outcome.status === "rendering");
  return tried;
}

/** An empty database beside which all files lie that are wanted. */
function folderStore(files: LocalFile[], tried: Tried): ChangeStore {
  const byDigest = new Map(files.map((file) => [file.sha256, file]));
  const staged = new Map<number, Staged>();
  const texts = new Map<string, string>();
  const blobOf = ({ path, sha256, size }: LocalFile): BlobFacts => ({
    ...{ sha256, size, mediaType: mediaTypeOf(path) },
  });
  return {
    begin: async () => ({
      isAuthor: true,
      site: { name: "check", generation: 0, basePath: "/", config: "", renderingDigest: "" },
      files: new Map(),
      below: new Map(),
      blobs: new Map(files.map((file) => [file.sha256, blobOf(file)])),
      dependents: [],
      due: [],
      expired: [],
      standing: [],
      facts: [],
    }),
    texts: async (digests) => {
      const unread = [...new Set(digests)].filter((digest) => !texts.has(digest));
      const found = unread.flatMap((digest) => byDigest.get(digest as Sha256) ?? []);
      await Promise.all(
        found.map(async ({ sha256, disk }) => texts.set(sha256, await readFile(disk, "utf8"))),
      );
      return new Map(digests.map((digest) => [digest, texts.get(digest) ?? ""]));
    },
    stagedIds: async () => new Set(staged.keys()),
    staged: async () =>
      [...staged.values()].map(({ id, contribution: { page, adds, warnings, problems } }) => ({
        ...{ id: page.id, file: page.file as LocalFile["path"], url: page.url, rendering: id },
        ...{ visibleFrom: page.visibleFrom, visibleUntil: page.visibleUntil },
        ...{ digest: page.cardDigest + page.bodyDigest, warnings, problems },
        ...(adds === undefined ? {} : { adds }),
      })),
    stage: async (_, renderings) => {
      for (const rendering of renderings) staged.set(rendering.id, rendering);
    },
    flip: async (flip) => {
      tried.flip = flip;
      tried.pages = [...staged.values(), ...flip.fresh];
      return true;
    },
    doubleClaims: async () => {
      const pages = tried.pages.flatMap(({ contribution }) =>
        claimsUrl(contribution) ? contribution.page : [],
      );
      const claims = Map.groupBy(pages, ({ url }) => url);
      return [...claims.values()].flatMap((same) =>
        new Set(same.map(({ id }) => id)).size < 2
          ? []
          : same.map(({ url, file }) => ({ url, file: file as LocalFile["path"] })),
      );
    },
    surroundings: async () => ({ neighbours: [], claims: [] }),
    files: async () => [],
    dependents: async () => [],
    standing: async () => [],
    addresses: async () => [],
    contentFiles: async () => [],
    staticFiles: async () => [],
    settingFiles: async () => [],
    facts: async () => [],
    unindexed: async () => [],
    index: async () => {},
    dropIndex: async () => {},
  };
}
