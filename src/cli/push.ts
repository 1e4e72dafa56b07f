// `deckle push`: publishes a folder to a blog that runs somewhere. Says what came of it; how it is
// done is sync.ts.

import type { Problem } from "../site/problem.ts";
import { type AuthorApi, connectAuthorApi } from "./author-api.ts";
import { counted, formatFinding, parseOptions, progressBar, type Verb } from "./command-line.ts";
import { CommandFailure } from "./failure.ts";
import { BLOG_OPTIONS, findBlog } from "./server-address.ts";
import { pullFor, type Sync, type SyncReport, syncFolder } from "./sync.ts";

const help = `deckle push [--site DIR] [--to URL] [--dry-run] [--delete] [--overwrite] [--message TEXT]

Publishes a Hugo site's folder. Sends only what changed since the last push; what changed on the blog
alone stays as it is there; what changed on both sides is refused and named, and then nothing is sent.
A file that cannot be published, as its front matter cannot be read, is named and stays on the blog as
it is there; the rest is published. What the configuration says must be readable, or nothing is sent.
Stopped at any moment the blog is as before, and the next push goes on from there.

  --site DIR      the site's folder (the current one)
  --to URL        the blog (DECKLE_URL, else the one that runs here, else the site's baseURL)
  --dry-run       say what would change, and change nothing
  --delete        also delete there what was deleted in the folder (a page that only has another name
                  is always renamed there, and its old address redirects)
  --overwrite     where both sides changed, the folder wins
  --state DIR     where this machine keeps what was last pushed (.deckle in the site's folder)
  --message TEXT  a note on the change

The token comes from DECKLE_TOKEN; for the blog that this machine serves from the folder it is found by
itself.`;

const options = {
  ...BLOG_OPTIONS,
  "dry-run": { type: "boolean", default: false },
  delete: { type: "boolean", default: false },
  overwrite: { type: "boolean", default: false },
  message: { type: "string", default: "" },
} as const;

async function run(args: string[]): Promise<void> {
  const { values } = parseOptions(args, options);
  const { server, state, scan } = await findBlog(values);
  for (const file of scan.unreadable) console.error(`${file.path}: ${file.message}; it is not sent.`);
  if (scan.leftOut.length > 0)
    console.error(
      `Left out, as names that begin with a dot and symbolic links are: ${listNames(scan.leftOut)}`,
    );
  await pushFolder({
    api: connectAuthorApi(server),
    state,
    scan,
    message: values.message,
    deletions: values.delete ? "send" : "leave",
    conflicts: values.overwrite ? "overwrite" : "stop",
    dryRun: values["dry-run"],
    origin: server.origin,
  });
}

const listNames = (names: string[]): string =>
  `${names.slice(0, 3).join(", ")}${names.length > 3 ? ` and ${names.length - 3} more` : ""}`;

/** Pushes with a progress bar and prints the summary. Throws when the site refused, if only one file. */
export async function pushFolder(push: Sync & { api: AuthorApi; origin: string }): Promise<void> {
  const bar = progressBar();
  const report = await syncFolder({ ...push, progress: bar }).finally(() => bar.clear());
  if (report.stopped) throw new CommandFailure(explainStop(report));
  console.log(summarise(report, push));
  if (report.problems.length > 0) throw new CommandFailure(explainLeftOut(report));
}

const explainLeftOut = ({ problems }: SyncReport): string =>
  ["Not published, and on the blog as before:", ...listed(problems)].join("\n");

const listed = (problems: Problem[]): string[] => problems.map((problem) => `  ${formatFinding(problem)}`);

function explainStop({ plan, problems }: SyncReport): string {
  if (plan.conflicts.length > 0) {
    return [
      "Nothing was sent, because these files changed on both sides:",
      ...listed(problems),
      "To publish the folder's versions: npx deckle push --overwrite.",
      "To take the blog's over the folder's: npx deckle pull --overwrite.",
    ].join("\n");
  }
  return ["The blog refused these files, and is as it was:", ...listed(problems)].join("\n");
}

function summarise(report: SyncReport, push: Sync & { origin: string }): string {
  const { plan, done, undeleted, renamed } = report;
  const lines = [headline(report, push)];
  if (done !== null) {
    const { added, changed, moved, removed } = done.urls;
    const urls = [
      [added, "added"],
      [changed, "changed"],
      [moved, "moved"],
      [removed, "removed"],
    ] as const;
    const parts = urls.filter(([list]) => list.length > 0).map(([list, what]) => `${list.length} ${what}`);
    if (parts.length > 0) lines.push(`Pages and files on the site: ${parts.join(", ")}.`);
    lines.push(...done.warnings.map((warning) => `warning: ${formatFinding(warning)}`));
  }
  if (renamed.length > 0)
    lines.push(
      "Renamed, and deleted under the old name:",
      ...renamed.map(({ from, to }) => `  ${from} → ${to}`),
    );
  const kept = plan.kept.map(({ path, there }) => `  ${path} (${there})`);
  if (kept.length > 0)
    lines.push(
      `Changed on the blog alone, and left as it is there (${pullFor(plan.kept)} brings it):`,
      ...kept,
    );
  if (undeleted.length > 0) {
    lines.push(
      "Deleted in the folder but not on the blog (--delete does that):",
      ...undeleted.map((path) => `  ${path}`),
    );
    if (undeleted.some((path) => path.startsWith("content/")))
      lines.push(
        "If such a page has another name and text now, its old address stays only as one of its aliases.",
      );
  }
  return lines.join("\n");
}

function headline(report: SyncReport, push: Sync & { origin: string }): string {
  const [sent, gone] = [report.sent.put.length, report.sent.delete.length];
  if (sent + gone === 0) return `${push.origin} has everything already.`;
  const parts = [sent > 0 ? `${counted(sent, "file")} sent` : "", gone > 0 ? `${gone} deleted` : ""];
  const deed = parts.filter((part) => part !== "").join(", ");
  return push.dryRun
    ? `This would be done on ${push.origin}: ${deed}.`
    : `Published to ${push.origin}: ${deed}.`;
}

export const push: Verb = { help, run };
