// Brings a folder up to a published site: sync.ts the other way round. Decides by three-way.ts; what is
// said about it is pull.ts's business.

import { foldersOf } from "../publish/question.ts";
import type { FilePath, Sha256, Tree } from "../site/change-set.ts";
import { parseFilePath } from "../site/change-set.ts";
import type { Problem } from "../site/problem.ts";
import type { AuthorApi } from "./author-api.ts";
import { CommandFailure } from "./failure.ts";
import { findCollisions, isCaseBlind, whyNoFile } from "./file-name.ts";
import { findObstacle, placeFile, removeFile } from "./place-file.ts";
import type { FolderScan, SiteFolder } from "./site-folder.ts";
import type { StateFolder } from "./state-folder.ts";
import { type Conflict, nextBase, planSync, type SyncPlan, type ThreeTrees, whatToDo } from "./three-way.ts";

export interface Fetch {
  api: AuthorApi;
  state: StateFolder;
  site: SiteFolder;
  /** Delete here what was deleted on the blog. */
  deletions: "take" | "leave";
  /** What changed on both sides: `stop` writes nothing, `overwrite` takes the blog's. */
  conflicts: "stop" | "overwrite";
  dryRun: boolean;
  onFile?(files: number, of: number): void;
}

export interface FetchReport {
  taken: { put: FilePath[]; delete: FilePath[] };
  /** Changed in the folder alone, and left as it is here. */
  kept: SyncPlan["kept"];
  /** What is still to be deleted here, with `deletions: "leave"`. */
  undeleted: FilePath[];
  /** Changed on both sides: nothing was written. */
  conflicts: Conflict[];
  /** Files that this disk does not take; all others were written. */
  leftOut: Problem[];
}

const FILES_AT_ONCE = 6;

export async function fetchTree(given: Fetch): Promise<FetchReport> {
  // Somebody may write on either side between our look and our change: then look again.
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const report = await fetchOnce(given);
    if (report !== "moved") return report;
  }
  throw new CommandFailure("The site is being changed by others. Try again.");
}

async function fetchOnce(given: Fetch): Promise<FetchReport | "moved"> {
  const { api, state, site, dryRun } = given;
  const tree = await api.tree();
  const scan = await site.scan();
  const { there, leftOut } = readTree(tree);
  const trees = { base: await state.readBase(tree.site), here: scan.digests, there };
  // As for a push, with the blog in the folder's place and the folder in the blog's.
  const plan = planSync({ ...trees, here: there, there: scan.digests });
  const overwrite = given.conflicts === "overwrite";
  const taken = whatToDo(plan, { overwrite, deletions: given.deletions === "take" });
  const conflicts = plan.conflicts.map(({ path, here, there }) => ({ path, here: there, there: here }));
  const report = {
    taken,
    kept: plan.kept,
    undeleted: given.deletions === "take" ? [] : plan.delete,
    conflicts: overwrite ? [] : conflicts,
    leftOut,
  };
  if (report.conflicts.length > 0) return { ...report, taken: { put: [], delete: [] } };

  leftOut.push(...(await findUnplaceable(taken.put, scan, site.folder)));
  const unplaceable = new Set<string | undefined>(leftOut.map(({ path }) => path));
  taken.put = taken.put.filter((path) => !unplaceable.has(path));
  if (dryRun) return report;
  if ((await takeAll(given, trees, scan, taken)) === "moved") return "moved";
  const here = new Map(trees.here);
  for (const path of taken.put) here.set(path, mustGet(there, path));
  for (const path of taken.delete) here.delete(path);
  await state.writeBase(tree.site, nextBase({ ...trees, here }));
  return report;
}

/** A server's word is no path yet: what would lie elsewhere than in the site is left out. */
function readTree(tree: Tree): { there: Map<FilePath, Sha256>; leftOut: Problem[] } {
  const there = new Map<FilePath, Sha256>();
  const leftOut: Problem[] = [];
  for (const { path: name, sha256 } of tree.files) {
    const path = parseFilePath(name);
    const why = path === null || path !== name ? "it is no path of a site" : whyNoFile(path);
    if (path === null || why !== null) leftOut.push({ code: "invalid", path: name, message: String(why) });
    else there.set(path, sha256);
  }
  return { there, leftOut };
}

async function findUnplaceable(put: FilePath[], scan: FolderScan, folder: string): Promise<Problem[]> {
  const problems: Problem[] = [];
  const collisions = findCollisions(put, [...scan.digests.keys(), ...put]);
  if (collisions.length > 0 && (await isCaseBlind(folder))) {
    for (const { path, other } of collisions) {
      const message = `on this disk it would be the same as ${other}: rename one of them on the blog`;
      problems.push({ code: "conflict", path, message });
    }
  }
  const folders = new Set(put.flatMap(foldersOf));
  for (const path of put.filter((path) => folders.has(`${path}/`))) {
    const message = "a folder of this name has other files of the blog: rename one of the two there";
    problems.push({ code: "conflict", path, message });
  }
  const known = new Set(problems.map(({ path }) => path));
  for (const path of put) {
    if (known.has(path) || scan.digests.has(path)) continue;
    const obstacle = await findObstacle(folder, path);
    if (obstacle !== null) problems.push({ code: "conflict", path, message: obstacle });
  }
  return problems;
}

async function takeAll(
  { api, site, onFile }: Fetch,
  { there }: ThreeTrees,
  scan: FolderScan,
  taken: FetchReport["taken"],
): Promise<"done" | "moved"> {
  const local = new Map(scan.files.map((file) => [file.path, file]));
  // Deleted first: a folder may have to come where a file was.
  for (const path of taken.delete) {
    const file = local.get(path);
    if (file !== undefined && !(await removeFile(file.disk, file.sha256))) return "moved";
  }
  let queue = [...taken.put];
  let moved = false;
  let fetched = 0;
  const worker = async () => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      const [file, sha256] = [local.get(path), mustGet(there, path)];
      const placement = { folder: site.folder, path, disk: file?.disk, over: file?.sha256, sha256 };
      const placed = await api.readFile(path, (body) => placeFile(placement, body));
      if (placed !== "placed") {
        moved = true;
        queue = [];
      }
      fetched += 1;
      onFile?.(fetched, taken.put.length);
    }
  };
  const stopAll = (error: unknown) => {
    queue = [];
    throw error;
  };
  // Also after one failed: what the others have begun is finished, so that no half file stays.
  const ended = await Promise.allSettled(
    Array.from({ length: FILES_AT_ONCE }, () => worker().catch(stopAll)),
  );
  for (const end of ended) if (end.status === "rejected") throw end.reason;
  return moved ? "moved" : "done";
}

function mustGet<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`${String(key)} is not on the blog`);
  return value;
}
