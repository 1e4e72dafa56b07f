// Who wins when a folder and a published site have both moved on from what they last had in common.
// Pure: three lists of digests in, a plan out. What changed on one side wins; what changed on both
// is nobody's to decide here.

import type { FilePath, Sha256 } from "../site/change-set.ts";

/** What stands where. A path that is not there is not in the map. */
export type Digests = ReadonlyMap<FilePath, Sha256>;

export type Change = "new" | "changed" | "deleted";

/** Changed on both sides, and not to the same bytes. */
export interface Conflict {
  path: FilePath;
  here: Change;
  there: Change;
}

export interface SyncPlan {
  put: FilePath[];
  delete: FilePath[];
  /** Changed over there alone: it stays as it is there, and the folder does not have it. */
  kept: { path: FilePath; there: Change }[];
  conflicts: Conflict[];
}

export interface ThreeTrees {
  /** As both had it after the last synchronisation. Empty before the first. */
  base: Digests;
  here: Digests;
  there: Digests;
}

/** What is sent from here to there; with the two exchanged, what is fetched. */
export function planSync({ base, here, there }: ThreeTrees): SyncPlan {
  const plan: SyncPlan = { put: [], delete: [], kept: [], conflicts: [] };
  for (const path of [...new Set([...base.keys(), ...here.keys(), ...there.keys()])].sort()) {
    const [was, mine, theirs] = [base.get(path), here.get(path), there.get(path)];
    if (mine === theirs) continue;
    if (mine === was) plan.kept.push({ path, there: changeOf(was, theirs) });
    else if (theirs !== was)
      plan.conflicts.push({ path, here: changeOf(was, mine), there: changeOf(was, theirs) });
    else if (mine === undefined) plan.delete.push(path);
    else plan.put.push(path);
  }
  return plan;
}

/** What of a plan is done: what changed on both sides only where this one wins, deletions only where they are wanted. */
export function whatToDo(
  plan: SyncPlan,
  { overwrite, deletions }: { overwrite: boolean; deletions: boolean },
): Pick<SyncPlan, "put" | "delete"> {
  const [gone, put] = [[...plan.delete], [...plan.put]];
  for (const { path, here } of overwrite ? plan.conflicts : []) (here === "deleted" ? gone : put).push(path);
  return { put, delete: deletions ? gone : [] };
}

/**
 * The next base: where both sides agree now, that; everywhere else what it was, so that a change
 * which only one side has is still seen as a change next time.
 */
export function nextBase({ base, here, there }: ThreeTrees): Map<FilePath, Sha256> {
  const next = new Map<FilePath, Sha256>();
  for (const path of new Set([...base.keys(), ...here.keys(), ...there.keys()])) {
    const agreed = here.get(path) === there.get(path) ? here.get(path) : base.get(path);
    if (agreed !== undefined) next.set(path, agreed);
  }
  return next;
}

function changeOf(was: Sha256 | undefined, is: Sha256 | undefined): Change {
  if (was === undefined) return "new";
  return is === undefined ? "deleted" : "changed";
}
