// Brings a published site up to a folder: the one way in which files get from a disk into a blog, used
// by push, start and deploy. Decides by three-way.ts; what is said about it is the callers' business. A file
// that the site refuses stops no other (docs/decisions/0014).

import { readFile } from "node:fs/promises";
import { isConfigFile } from "../hugo/config/read-config.ts";
import { isContentFile } from "../hugo/content/path.ts";
import type { FilePath, Sha256 } from "../site/change-set.ts";
import type { Problem } from "../site/problem.ts";
import { type Applied, applyChange, type Progress } from "./apply-change.ts";
import type { AuthorApi } from "./author-api.ts";
import { CommandFailure } from "./failure.ts";
import { mediaTypeOf } from "./media-type.ts";
import { digestOf, type FolderScan, type LocalFile } from "./site-folder.ts";
import type { StateFolder } from "./state-folder.ts";
import { type Conflict, nextBase, planSync, type SyncPlan, type ThreeTrees, whatToDo } from "./three-way.ts";

export interface Sync {
  api: AuthorApi;
  state: StateFolder;
  scan: FolderScan;
  message: string;
  /** Delete there what was deleted in the folder. */
  deletions: "send" | "leave";
  /** What changed on both sides: `stop` sends nothing, `skip` sends the rest, `overwrite` sends it. */
  conflicts: "stop" | "skip" | "overwrite";
  dryRun: boolean;
  progress?: Progress;
}

export interface SyncReport {
  plan: SyncPlan;
  /** What was sent, and is published unless it was a dry run. */
  sent: Pick<SyncPlan, "put" | "delete">;
  /** `null` when there was nothing to send, or nothing may be sent. */
  done: Extract<Applied, { status: "done" }> | null;
  /** Why it stopped, or why single files were left out. */
  problems: Problem[];
  /** What is still to be deleted there, with `deletions: "leave"`. */
  undeleted: FilePath[];
  /** Pages that have another name, and are else as they were: what is sent has both names, so that the old address redirects. */
  renamed: Rename[];
  /** Stopped: the site is as it was. */
  stopped: boolean;
}

export interface Rename {
  from: FilePath;
  to: FilePath;
}

export async function syncFolder(sync: Sync): Promise<SyncReport> {
  const { api, state, scan } = sync;
  // Somebody else may write between our look and our change: then look again.
  for (let attempt = 1; ; attempt += 1) {
    const tree = await api.tree();
    const trees = {
      base: await state.readBase(tree.site),
      here: scan.digests,
      there: new Map<FilePath, Sha256>(tree.files.map((file) => [file.path, file.sha256])),
    };
    const plan = planSync(trees);
    const renamed = findRenames(plan, trees);
    const attempted = await sendPlan(sync, { plan, renamed, base: tree.etag });
    if (attempted === "moved" && attempt < 5) continue;
    if (attempted === "moved") throw new CommandFailure("The site is being changed by others. Try again.");
    if (!attempted.stopped && !sync.dryRun) {
      for (const path of attempted.sent.put) trees.there.set(path, mustGet(scan.digests, path));
      for (const path of attempted.sent.delete) trees.there.delete(path);
      await state.writeBase(tree.site, nextBase(trees));
    }
    const { sent, done, problems, stopped } = attempted;
    const gone = new Set(sent.delete);
    return {
      ...{ plan, sent, done, problems, stopped },
      undeleted: sync.deletions === "send" ? [] : plan.delete.filter((path) => !gone.has(path)),
      renamed: renamed.filter(({ from }) => gone.has(from)),
    };
  }
}

/** A page by its bytes, as publishing tells it. */
function findRenames(plan: SyncPlan, { here, there }: ThreeTrees): Rename[] {
  const fresh = new Map(plan.put.filter((path) => !there.has(path)).map((path) => [here.get(path), path]));
  return plan.delete.flatMap((from) => {
    const to = fresh.get(there.get(from));
    return to !== undefined && isPage(from) && isPage(to) ? [{ from, to }] : [];
  });
}

const isPage = (path: FilePath): boolean => path.startsWith("content/") && isContentFile(path);

interface Sending {
  plan: SyncPlan;
  renamed: Rename[];
  /** Of the tree there. */
  base: string;
}

type Sent = Pick<SyncReport, "sent" | "done" | "problems" | "stopped">;

async function sendPlan(sync: Sync, { plan, renamed, base }: Sending): Promise<Sent | "moved"> {
  const problems = sync.conflicts === "overwrite" ? [] : plan.conflicts.map(problemOfConflict);
  if (sync.conflicts === "stop" && problems.length > 0)
    return { sent: { put: [], delete: [] }, done: null, problems, stopped: true };
  let { put, delete: gone } = whatToDo(plan, {
    overwrite: sync.conflicts === "overwrite",
    deletions: sync.deletions === "send",
  });
  if (sync.deletions === "leave") gone = renamed.map(({ from }) => from);
  const newNames = new Map(renamed.map(({ from, to }) => [from, to]));

  const files = new Map(sync.scan.files.map((file) => [file.path, file]));
  const byDigest = new Map(sync.scan.files.map((file) => [file.sha256, file]));
  while (put.length + gone.length > 0) {
    const outcome = await applyChange(sync.api, {
      changeSet: {
        base,
        put: put.map((path) => ({ path, sha256: mustGet(files, path).sha256 })),
        delete: gone,
        dryRun: sync.dryRun,
        message: sync.message,
      },
      blob: (sha256) => readBlob(mustGet(byDigest, sha256)),
      ...(sync.progress === undefined ? {} : { progress: sync.progress }),
    });
    if (outcome.status === "done")
      return { sent: { put, delete: gone }, done: outcome, problems, stopped: false };
    if (outcome.problems.some((problem) => problem.code === "conflict")) return "moved";
    problems.push(...outcome.problems);
    const refused = new Set<string | undefined>(outcome.problems.map((problem) => problem.path));
    refused.delete(undefined);
    const rest = put.filter((path) => !refused.has(path));
    // What cannot be put under its new name stays under the old one.
    const restGone = gone.filter((path) => !refused.has(path) && !refused.has(newNames.get(path)));
    const lessToSend = rest.length + restGone.length < put.length + gone.length;
    // What the configuration keeps from readers nobody knows while it cannot be read.
    const blind = [...refused].some((path) => path !== undefined && isConfigFile(path));
    if (blind || !lessToSend) return { sent: { put: [], delete: [] }, done: null, problems, stopped: true };
    put = rest;
    gone = restGone;
  }
  return { sent: { put, delete: gone }, done: null, problems, stopped: false };
}

/** A file is no longer what the scan saw. Nothing was published. */
export class ChangedMeanwhile extends CommandFailure {}

async function readBlob(file: LocalFile) {
  const bytes = new Uint8Array(await readFile(file.disk));
  if (digestOf(bytes) !== file.sha256)
    throw new ChangedMeanwhile(`${file.path} was changed while it was being sent. Run it once more.`);
  return { path: file.path, sha256: file.sha256, bytes, mediaType: mediaTypeOf(file.path) };
}

/** The command that brings into the folder what changed on the blog alone. */
export const pullFor = (kept: SyncPlan["kept"]): string =>
  `npx deckle pull${kept.some(({ there }) => there === "deleted") ? " --delete" : ""}`;

function problemOfConflict({ path, here, there }: Conflict): Problem {
  const message =
    here === "new" && there === "new"
      ? "the site has another file of this name that did not come from this folder"
      : `it was ${here} here and ${there} on the site since they were last the same`;
  return { code: "conflict", path, message };
}

function mustGet<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`${String(key)} is not in the folder`);
  return value;
}
