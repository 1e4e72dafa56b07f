// `deckle pull`: brings what a blog has into a folder: into an empty one a whole Hugo site, into the
// site's own what was written elsewhere. Says what came of it; how it is done is fetch-tree.ts.

import { resolve } from "node:path";
import { connectAuthorApi } from "./author-api.ts";
import { counted, formatFinding, parseOptions, progressBar, type Verb } from "./command-line.ts";
import { CommandFailure } from "./failure.ts";
import { type FetchReport, fetchTree } from "./fetch-tree.ts";
import { findServer } from "./server-address.ts";
import { openFolderToFill } from "./site-folder.ts";
import { openStateFolder, stateFolderOf } from "./state-folder.ts";

const help = `deckle pull [--site DIR] [--from URL] [--dry-run] [--delete] [--overwrite]

Writes a blog's files into a folder, byte for byte: into an empty folder a whole Hugo site. What changed
in the folder alone stays as it is; what changed on both sides is refused and named, and then nothing
is written. Stopped at any moment, the next pull goes on from there.

  --site DIR   the folder (the current one); it is made if it is not there
  --from URL   the blog (DECKLE_URL, else the one that runs here, else the site's baseURL)
  --dry-run    say what would be written, and write nothing
  --delete     also delete here what was deleted on the blog
  --overwrite  where both sides changed, the blog wins
  --state DIR  where this machine keeps what was last the same (.deckle in the site's folder)

The token comes from DECKLE_TOKEN; for the blog that this machine serves from the folder it is found by
itself.`;

const options = {
  site: { type: "string", default: "." },
  from: { type: "string" },
  state: { type: "string" },
  "dry-run": { type: "boolean", default: false },
  delete: { type: "boolean", default: false },
  overwrite: { type: "boolean", default: false },
} as const;

async function run(args: string[]): Promise<void> {
  const { values } = parseOptions(args, options);
  const folder = resolve(values.site);
  const site = await openFolderToFill(folder);
  const state = openStateFolder(resolve(values.state ?? stateFolderOf(folder)));
  const server = await findServer("--from", values.from, state, await site.scan());
  const bar = progressBar();
  const report = await fetchTree({
    api: connectAuthorApi(server),
    state,
    site,
    deletions: values.delete ? "take" : "leave",
    conflicts: values.overwrite ? "overwrite" : "stop",
    dryRun: values["dry-run"],
    onFile: bar.fetched,
  }).finally(() => bar.clear());
  if (report.conflicts.length > 0) throw new CommandFailure(explainConflicts(report));
  console.log(summarise(report, { ...server, folder, dryRun: values["dry-run"] }));
  if (report.leftOut.length > 0) throw new CommandFailure(explainLeftOut(report));
}

function explainConflicts({ conflicts }: FetchReport): string {
  return [
    "Nothing was written, because these files changed on both sides:",
    ...conflicts.map(({ path, here, there }) =>
      here === "new" && there === "new"
        ? `  ${path}: the folder has another file of this name`
        : `  ${path}: it was ${here} here and ${there} on the blog since they were last the same`,
    ),
    "To take the blog's versions: npx deckle pull --overwrite. To publish the folder's: npx deckle push --overwrite.",
  ].join("\n");
}

function explainLeftOut({ leftOut }: FetchReport): string {
  return ["These files are not in the folder:", ...leftOut.map((file) => `  ${formatFinding(file)}`)].join(
    "\n",
  );
}

interface Where {
  origin: string;
  folder: string;
  dryRun: boolean;
}

function summarise({ taken, kept, undeleted }: FetchReport, { origin, folder, dryRun }: Where): string {
  const written = taken.put.length > 0 ? `${counted(taken.put.length, "file")} written` : "";
  const gone = taken.delete.length > 0 ? `${taken.delete.length} deleted` : "";
  const deed = [written, gone].filter((part) => part !== "").join(", ");
  const lines = [
    deed === ""
      ? `${folder} has everything of ${origin} already.`
      : dryRun
        ? `This would be done in ${folder}: ${deed}.`
        : `From ${origin} into ${folder}: ${deed}.`,
  ];
  if (dryRun) lines.push(...taken.put.map((path) => `  ${path}`), ...taken.delete.map((path) => `- ${path}`));
  if (kept.length > 0) {
    const here = kept.map(({ path, there }) => `  ${path} (${there})`);
    lines.push("Changed in the folder alone, and left as it is (npx deckle push publishes it):", ...here);
  }
  if (undeleted.length > 0) {
    const still = undeleted.map((path) => `  ${path}`);
    lines.push("Deleted on the blog but not in the folder (--delete does that):", ...still);
  }
  return lines.join("\n");
}

export const pull: Verb = { help, run };
