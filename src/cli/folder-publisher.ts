// Publishes a folder into the local blog, again and again, and tells the author what came of it. Never
// throws: whatever is wrong with one file is said once, and the rest of the site is served.

import { isContentFile } from "../hugo/content/path.ts";
import type { Warning } from "../site/problem.ts";
import { readableAddress } from "../site/url.ts";
import type { AuthorApi } from "./author-api.ts";
import { counted, formatFinding, progressBar } from "./command-line.ts";
import { CODES, findingOfWarning } from "./finding.ts";
import type { SiteFolder } from "./site-folder.ts";
import type { StateFolder } from "./state-folder.ts";
import { ChangedMeanwhile, pullFor, type SyncReport, syncFolder } from "./sync.ts";

export interface FolderToPublish {
  site: SiteFolder;
  state: StateFolder;
  api: AuthorApi;
}

/** Each call is one round; it answers whether something was published. */
export function folderPublisher(folder: FolderToPublish): () => Promise<boolean> {
  // What was said in the last round and still holds is not said again.
  let said = new Set<string>();
  return async () => {
    const { deed, findings, isWhole } = await publishOnce(folder);
    const fresh = findings.filter((finding) => !said.has(finding));
    for (const line of [...deed, ...atMost(fresh)]) console.error(line);
    said = new Set(isWhole ? findings : [...said, ...findings]);
    return deed.length > 0;
  };
}

interface Round {
  /** Empty when there was nothing to publish. */
  deed: string[];
  findings: string[];
  /** It came to its end, so that what it does not find is mended. */
  isWhole: boolean;
}

async function publishOnce({ site, state, api }: FolderToPublish): Promise<Round> {
  const bar = progressBar();
  try {
    const scan = await site.scan();
    const report = await syncFolder({
      api,
      state,
      scan,
      message: "",
      deletions: "send",
      conflicts: "skip",
      dryRun: false,
      progress: bar,
    });
    const unreadable = scan.unreadable.map((file) => `not published: ${file.path}: ${file.message}`);
    return {
      deed: deedOf(report),
      findings: [...unreadable, ...findingsOf(report)],
      isWhole: true,
    };
  } catch (error) {
    // The save that changed it is the next round.
    if (error instanceof ChangedMeanwhile) return { deed: [], findings: [], isWhole: false };
    const reason = error instanceof Error ? error.message : String(error);
    return { deed: [], findings: [`not published: ${reason}`], isWhole: false };
  } finally {
    bar.clear();
  }
}

/** Which pages it shows, if they are few: `Published 1 file: /posts/one/`. */
function deedOf({ sent: { put, delete: gone }, done }: SyncReport): string[] {
  if (done === null) return [];
  const { added, changed, moved, removed } = done.urls;
  const pages = [
    ...added,
    ...moved.map(({ to }) => to),
    ...changed,
    ...removed.map((url) => `${url} is gone`),
  ];
  const what = `Published ${counted(put.length + gone.length, "file")}`;
  if (pages.length > MOST_PAGES) return [`${what}, ${counted(pages.length, "page")}.`];
  if (pages.length > 0) return [`${what}: ${pages.map(readableAddress).join(", ")}`];
  const isContent = put.some((path) => path.startsWith("content/") && isContentFile(path));
  return [
    `${what}${isContent ? ": readers see no difference (a draft stays hidden, and what is not due yet)" : ""}.`,
  ];
}

const MOST_PAGES = 4;

function findingsOf({ plan, done, problems }: SyncReport): string[] {
  return [
    ...problems.map((problem) => `not published: ${formatFinding(problem)}`),
    ...(plan.conflicts.length > 0
      ? [
          "To publish the folder's version of what changed on both sides: npx deckle push --overwrite; to take the blog's: npx deckle pull --overwrite",
        ]
      : []),
    ...plan.kept.map(({ path, there }) => `on the blog alone, and left as it is there: ${path} (${there})`),
    ...(plan.kept.length > 0 ? [`To bring it into the folder: ${pullFor(plan.kept)}`] : []),
    ...gravestFirst(done?.warnings ?? []).map((warning) => `warning: ${formatFinding(warning)}`),
  ];
}

const gravestFirst = (warnings: Warning[]): Warning[] =>
  warnings.toSorted((a, b) => CODES.indexOf(codeOf(a)) - CODES.indexOf(codeOf(b)));

const codeOf = (warning: Warning) => findingOfWarning(warning).code;

const MOST_LINES = 30;

function atMost(lines: string[]): string[] {
  const more = lines.length - MOST_LINES;
  return more <= 0 ? lines : [...lines.slice(0, MOST_LINES), `… and ${more} more.`];
}
