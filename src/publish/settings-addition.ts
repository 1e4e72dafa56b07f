// What pages add to the settings of their language: entries of the menu, titles of terms. Owns how they
// are found again, whatever a change touches.

import type { HugoConfig } from "../hugo/config/config.ts";
import type { ChangeStore, Flip, StagedFacts } from "../site/change-store.ts";
import { type Contribution, SETTINGS_QUESTION, type SettingsAddition } from "../site/contribution.ts";
import { pagesOf } from "./structure.ts";
import type { Target } from "./target.ts";

export interface SettingsChange {
  store: ChangeStore;
  target: Target;
  config: HugoConfig;
  /** Every page is rendered again. */
  whole: boolean;
  /** Time moved a page that adds something, or that a menu names. */
  isDue: boolean;
  /** Rendered by earlier requests for the same change set, and by this one. */
  before: StagedFacts[];
  fresh: Contribution[];
  /** Pages as they stood. */
  out: Flip["out"];
  now: number;
}

/** Whether what pages add may be another after the change. */
export function concernsAdditions({ whole, isDue, before, fresh, out }: SettingsChange): boolean {
  const pages = [...fresh, ...out.map(({ contribution }) => contribution)];
  return whole || isDue || before.length > 0 || pages.some(({ adds }) => adds !== undefined);
}

/** Of every page that may be seen after the change, in the order of their paths. */
export async function additionsOf(change: SettingsChange): Promise<SettingsAddition[]> {
  const { store, target, config, whole, before, fresh, now } = change;
  const coming = new Set([...before, ...fresh.map(({ page }) => page)].map(({ file }) => file));
  const asking = whole ? [] : await store.dependents([SETTINGS_QUESTION]);
  const staying = asking.filter(({ path }) => !coming.has(path) && !target.delete.has(path));
  const standing =
    staying.length === 0 ? [] : await store.standing(staying.flatMap((file) => pagesOf(file, config)));
  return [...standing.map(({ contribution }) => contribution), ...before, ...fresh]
    .flatMap(({ adds }) => adds ?? [])
    .filter(({ visibleFrom, visibleUntil }) => visibleFrom <= now && now < visibleUntil)
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}
