// Writes mended copies beside damaged files. The damaged file stays as it is: what to do with the copy
// is its author's to decide.

import { readFile, writeFile } from "node:fs/promises";
import { MARK } from "../hugo/content/damage.ts";
import { repairText } from "../hugo/content/repair.ts";
import type { FilePath } from "../site/change-set.ts";
import { errorCode } from "./failure.ts";
import type { LocalFile } from "./site-folder.ts";

export interface RepairedCopy {
  path: FilePath;
  /** Beside it. Its name ends in `~`, so that neither Hugo nor Deckle takes it for a page. */
  copy: string;
  /** `false`: nothing in it could be mended. `exists`: something of that name lay there, and was not touched. */
  written: boolean | "exists";
  /** Characters that came back. */
  recovered: number;
  /** Lines with a mark in the place of a character that cannot be recovered, one for each mark. */
  lost: number[];
}

export async function writeRepairedCopy({ path, disk }: LocalFile): Promise<RepairedCopy> {
  const copy = `${path}.repaired~`;
  const repaired = repairText(await readFile(disk, "utf8"));
  if (repaired === null) return { path, copy, written: false, recovered: 0, lost: [] };
  const { text, recovered, lost } = repaired;
  try {
    await writeFile(`${disk}.repaired~`, text, { flag: "wx" });
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
    const same = (await readFile(`${disk}.repaired~`, "utf8")) === text;
    return { path, copy, written: same ? true : "exists", recovered, lost };
  }
  return { path, copy, written: true, recovered, lost };
}

export function describeCopy({ path, copy, written, recovered, lost }: RepairedCopy): string {
  if (written === false)
    return `${path}: no copy can be made, because its bytes are no UTF-8. Save it as UTF-8 in the program that shows it right.`;
  if (written === "exists") return `${copy} lies there already, and was not touched: delete it, then repeat.`;
  const marks =
    lost.length === 0
      ? "all of them"
      : `${lost.length} could not be and are marked ${MARK}, in the lines ${[...new Set(lost)].join(", ")}`;
  return `${copy}: ${recovered} characters recovered; ${marks}. Look it over, then put it in the place of ${path}.`;
}
