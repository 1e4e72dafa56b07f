// What a change set comes to before anything is rendered: the site around it, and the files that it
// concerns. Owns what an isolate remembers of it while the change set is repeated, step by step.

import type { Dependent, StoredFile } from "../site/change-store.ts";
import { type Affected, findAffected } from "./affected-file.ts";
import { type Opened, type Opening, type OpenSite, openSite } from "./open-site.ts";
import type { Answers } from "./question.ts";

export interface Plan {
  opened: OpenSite;
  affected: Affected;
  /** What a step learned of every page, for those after it. */
  lists: Answers["lists"];
}

/**
 * The plan of the change set that this isolate took a step of last. Its number says what it changes, of which site,
 * in which generation: the same number means the same plan, so that it cannot be stale.
 */
export interface PlanMemo {
  last: { change: number; plan: Plan } | null;
}

export const createPlanMemo = (): PlanMemo => ({ last: null });

export async function planOf(
  change: number,
  given: {
    opening: Opening;
    files: Map<string, StoredFile>;
    dependents: Dependent[];
    awaiting: Dependent[];
    memo: PlanMemo;
  },
): Promise<Opened<Plan>> {
  const { opening, files, dependents, awaiting, memo } = given;
  if (memo.last?.change === change) return { ok: true, value: memo.last.plan };
  const opened = await openSite(opening);
  if (!opened.ok) return opened;
  const { store, target } = opening;
  const affected = await findAffected({ store, target, opened: opened.value, files, dependents, awaiting });
  return { ok: true, value: { opened: opened.value, affected, lists: new Map() } };
}
