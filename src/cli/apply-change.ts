// Drives one change set to its end against the API: says what is wanted, uploads what is missing,
// repeats while there is something left to render. Stopped at any moment, the site is as it was, and
// the next run goes on from there: blobs that arrived are not asked for again.

import type { ChangeSet, Outcome, Sha256 } from "../site/change-set.ts";
import type { Problem } from "../site/problem.ts";
import type { AuthorApi, Blob } from "./author-api.ts";

export interface Progress {
  uploaded(files: number, of: number): void;
  rendered(pages: number, of: number): void;
}

export interface ChangeToApply {
  changeSet: ChangeSet;
  /** Reads what a digest stands for. */
  blob(sha256: Sha256): Promise<Blob>;
  progress?: Progress;
}

export type Applied = Extract<Outcome, { status: "done" | "refused" }>;

const UPLOADS_AT_ONCE = 4;

/** Answers with nothing gained after which it is given up: a server that goes round in circles. */
const PATIENCE = 20;

export async function applyChange(
  api: AuthorApi,
  { changeSet, blob, progress }: ChangeToApply,
): Promise<Applied> {
  let idle = 0;
  for (let before = ""; idle < PATIENCE; ) {
    const outcome = await api.change(changeSet);
    switch (outcome.status) {
      case "done":
      case "refused":
        return outcome;
      case "missing": {
        const [first, ...rest] = await uploadAll(api, outcome.missing, blob, progress);
        if (first !== undefined) return { status: "refused", problems: [first, ...rest] };
        break;
      }
      case "rendering":
        progress?.rendered(outcome.rendered, outcome.of);
        break;
      default:
        outcome satisfies never;
    }
    const now = JSON.stringify(outcome);
    idle = now === before ? idle + 1 : 0;
    before = now;
  }
  throw new Error("The server asks for the same step over and over.");
}

/** What an older version of the engine rendered is rendered again by any write: also by one of nothing. */
export async function renderOutdated(api: AuthorApi, progress?: Progress): Promise<void> {
  await applyChange(api, {
    changeSet: { put: [], delete: [], dryRun: false, message: "rendered by another version" },
    blob: (sha256) => {
      throw new Error(`${sha256} was not offered`);
    },
    ...(progress === undefined ? {} : { progress }),
  });
}

/** Sends them all, also after one was refused: what is wrong is told at once. */
async function uploadAll(
  api: AuthorApi,
  missing: Sha256[],
  blob: ChangeToApply["blob"],
  progress: Progress | undefined,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  const queue = [...new Set(missing)];
  const of = queue.length;
  let uploaded = 0;
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const problem = await api.putBlob(await blob(next));
      if (problem !== null) problems.push(problem);
      uploaded += 1;
      progress?.uploaded(uploaded, of);
    }
  };
  await Promise.all(Array.from({ length: UPLOADS_AT_ONCE }, worker));
  return problems;
}
