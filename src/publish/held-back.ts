// Content files whose front matter cannot be read. Whether such a page is a draft nobody can tell, so
// readers never get it (docs/decisions/0014): one that is being put is refused, with all that cannot be
// rightly published without it; one that stands is shown to nobody, and its author is warned.

import type { HugoConfig } from "../hugo/config/config.ts";
import { parseContentPath } from "../hugo/content/path.ts";
import type { ChangeStore } from "../site/change-store.ts";
import type { Problem, Warning } from "../site/problem.ts";
import { mayCascade, type Structure } from "./structure.ts";
import { type Target, targetTexts } from "./target.ts";

interface Surroundings {
  store: ChangeStore;
  target: Target;
  structure: Structure;
  config: HugoConfig;
}

/** `problems` are those of the pages at hand, each with its file's path. */
export async function holdBack(
  problems: Problem[],
  around: Surroundings,
): Promise<{ refused: Problem[]; warnings: Warning[] }> {
  const refused: Problem[] = [];
  const warnings: Warning[] = [];
  for (const { path = "", ...problem } of problems) {
    if (around.target.put.has(path)) refused.push({ ...problem, path });
    else
      warnings.push({
        message: `${problem.message} Until then nobody sees the page.`,
        ...placed(path, problem),
      });
  }
  const named = new Set(refused.map(({ path }) => path));
  for (const { path: owner = "" } of refused.slice()) {
    for (const path of await hangingOn(owner, around)) {
      if (named.has(path)) continue;
      named.add(path);
      const message = `It waits for ${owner}, whose front matter cannot be read.`;
      refused.push({ code: "unreadable", message, path });
    }
  }
  return { refused, warnings };
}

const placed = (path: string, { line }: Pick<Problem, "line">): { path: string; line?: number } => ({
  path,
  ...(line === undefined ? {} : { line }),
});

/**
 * What a change may not do without this file: put the files of its bundle, which would be public by
 * themselves; put pages below a list that says something of them; delete the file that the page was.
 */
async function hangingOn(
  owner: string,
  { store, target, structure, config }: Surroundings,
): Promise<string[]> {
  const at = parseContentPath(owner, config);
  if (at === null) return [];
  const digest = target.put.get(owner) ?? "";
  const text = (await targetTexts(store, target, [digest])).get(digest) ?? "";
  const hangs = (path: string): boolean =>
    path.startsWith(`${at.bundleFolder}/`) &&
    (at.bundle === "branch" ? mayCascade(text) : structure.pageOf(path) === null);
  const page = structure.pageOf(owner);
  return [
    ...[...target.put.keys()].filter(hangs),
    ...[...target.delete].filter((path) => structure.pageOf(path) === page),
  ];
}
