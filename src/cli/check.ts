// `deckle check`: says what publishing a folder would do, before anything is published. The folder is
// really rendered (rehearsal.ts); this file asks the questions and settles pass or fail.

import { isUtf8 } from "node:buffer";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { damageWarning, findDamage, MARK } from "../hugo/content/damage.ts";
import { isContentFile } from "../hugo/content/path.ts";
import { isEngineText } from "../site/change-set.ts";
import { findBrokenLinks } from "./broken-link.ts";
import { type Checked, printReport } from "./check-report.ts";
import { counted, parseOptions, printableJson, progressBar, type Verb } from "./command-line.ts";
import { type Finding, failing, findingOfProblem, findingOfWarning } from "./finding.ts";
import { readOldAddresses } from "./old-address.ts";
import { type Rehearsal, rehearse } from "./rehearsal.ts";
import { type RepairedCopy, writeRepairedCopy } from "./repair-copy.ts";
import { siteAddresses } from "./site-address.ts";
import { type FolderScan, openSiteFolder } from "./site-folder.ts";
import { findUnusedTemplates } from "./unused-template.ts";
import { compareUrls } from "./url-change.ts";

const help = `deckle check [--site DIR] [--against SITEMAP|PUBLIC_DIR|URL] [--json] [--all] [--repair]

Renders a Hugo site's folder as it would be published, and says what readers would lose and what is
amiss, with file and line. Nothing is published, and no file of the site is changed.

  --site DIR      the site's folder (the current one)
  --against FROM  also what becomes of each address that the site has had: FROM is a sitemap (a file or
                  a URL), the folder that Hugo built (public), or a site that is up
  --repair        write a mended copy beside each damaged text (post.md.repaired~)
  --all           show everything, however long
  --json          print everything as JSON (docs/CHECK.md)

It ends with 0 if it passes and with 1 if readers would lose something: files that cannot be published,
lost addresses, damaged text, shortcodes that are not rendered, pages that share an address. All else is
a warning. 2 is a wrong command line.`;

const options = {
  site: { type: "string", default: "." },
  against: { type: "string" },
  repair: { type: "boolean", default: false },
  all: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
} as const;

async function run(args: string[]): Promise<void> {
  const { values } = parseOptions(args, options);
  const site = await openSiteFolder(resolve(values.site));
  const checked = await check(await site.scan(), values);
  if (values.json) console.log(printableJson(jsonOf(checked)));
  else printReport(checked, values, process.stdout);
  if (failing(checked.findings).length > 0) process.exitCode = 1;
}

async function check(scan: FolderScan, asked: { against?: string; repair: boolean }): Promise<Checked> {
  // First, because it may be mistyped.
  const old = asked.against === undefined ? null : await readOldAddresses(asked.against);
  const bar = progressBar();
  const now = Math.floor(Date.now() / 1000);
  const rehearsal = await rehearse(scan, { now, onProgress: bar.rendered }).finally(() => bar.clear());
  const addresses = siteAddresses(rehearsal, now);
  const disks = new Map<string, string>(scan.files.map(({ path, disk }) => [path, disk]));
  const text = (path: string) => readFile(disks.get(path) ?? path, "utf8");
  const compared =
    old === null || rehearsal.flip === null ? null : compareUrls(old, { rehearsal, addresses });

  const damaged = await findDamaged(scan);
  return {
    files: scan.files.length,
    pages: rehearsal.pages.length,
    findings: [
      ...rehearsal.problems.map(findingOfProblem),
      ...findLostContent(scan, rehearsal),
      ...scan.unreadable.map((file): Finding => ({ code: "refused", ...file })),
      ...scan.leftOut.map((path): Finding => ({ code: "other", path, message: LEFT_OUT })),
      ...(compared?.findings ?? []),
      ...damaged,
      ...rehearsal.warnings.filter(({ code }) => code !== "damaged-text").map(findingOfWarning),
      ...findUnusedTemplates(rehearsal),
      ...(rehearsal.flip === null ? [] : await findBrokenLinks({ rehearsal, addresses, now, text })),
    ],
    urls: compared === null ? null : { against: asked.against ?? "", ...compared.urls },
    repaired: asked.repair ? await repairAll(scan, damaged) : [],
  };
}

/** Pages that a wrong `contentDir` hides, all of them: each is a remark of its own, and together they are the blog. */
function findLostContent({ files }: FolderScan, { flip, pages }: Rehearsal): Finding[] {
  const written = files.filter(({ path }) => path.startsWith("content/") && isContentFile(path));
  if (flip === null || pages.length > 0 || written.length === 0) return [];
  const message = `none of ${counted(written.length, "file")} below content/ is a page: mend \`contentDir\` in the configuration`;
  return [{ code: "refused", message }];
}

/** In all texts, by their bytes: publishing looks at pages alone, and cannot tell a � that was written from one that was made. */
async function findDamaged({ files }: FolderScan): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const { path, disk } of files.filter(({ path }) => isEngineText(path))) {
    const bytes = await readFile(disk);
    const text = bytes.toString("utf8");
    const warning = damageWarning(path, text);
    if (warning === null) continue;
    const isDamaged = !isUtf8(bytes) || findDamage(text) !== null;
    found.push({
      ...warning,
      ...(isDamaged ? { code: "damaged-text" } : { code: "other", message: WRITTEN_MARK }),
    });
  }
  return found;
}

const LEFT_OUT =
  "it is not published: names that begin with a dot and symbolic links are no part of a site here";

const WRITTEN_MARK = `from this line on there is ${MARK}, the mark of a character that was lost: write it again, if it is not meant`;

async function repairAll({ files }: FolderScan, damaged: Finding[]): Promise<RepairedCopy[]> {
  const paths = new Set(damaged.filter(({ code }) => code === "damaged-text").map(({ path }) => path));
  const copies: RepairedCopy[] = [];
  for (const file of files) if (paths.has(file.path)) copies.push(await writeRepairedCopy(file));
  return copies;
}

function jsonOf({ files, pages, findings, urls, repaired }: Checked) {
  const errors = failing(findings);
  return {
    version: 1,
    pass: errors.length === 0,
    files,
    pages,
    findings: findings.map((finding) => ({
      severity: errors.includes(finding) ? "error" : "warning",
      ...finding,
    })),
    urls,
    repaired,
  };
}

export const checkSite: Verb = { help, run };
