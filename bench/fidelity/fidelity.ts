// npm run fidelity -- DIR… [--overlay PAPERMOD_DIR] [--own] [--json] [--all]
// Renders Hugo folders through src/hugo and by Hugo itself, compares the pages, and prints how many
// are the same and the commonest differences (--all: each page of each). --golden FILE writes Hugo's output instead.
// --pages compares whole pages, lists, feeds and sitemaps with those of Hugo and the PaperMod of --overlay.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { compareHtml, domOf, type Level } from "./dom.ts";
import { askHugo, type OracleOptions, type OraclePage } from "./oracle.ts";
import { comparePublished, publishInMemory } from "./published-url.ts";
import { type RenderedPage, renderSite } from "./render-site.ts";
import { compareServed, themedFacts } from "./whole-page.ts";

const LEVELS: Level[] = ["strict", "frame", "loose"];
const FIELDS = [
  "relPermalink",
  "title",
  "date",
  "summary",
  "plain",
  "toc",
  "wordCount",
  "readingTime",
  "truncated",
] as const;
const SHORTCODE = /\{\{[<%](?!\/\*)\s*\/?\s*([\w][\w./-]*)/g;

interface Report {
  blog: string;
  posts: number;
  strict: number;
  frame: number;
  loose: number;
  own: { posts: number; frame: number };
  urls: number;
  urlsKept: number;
  fields: { [name: string]: number };
}

/** Differences by kind, and where each was found. */
type Kinds = Map<string, string[]>;

const args = process.argv.slice(2);
const option = (name: string): string | null => {
  const at = args.indexOf(`--${name}`);
  return at < 0 ? null : (args[at + 1] ?? null);
};
const taken = new Set(["overlay", "golden"].map((name) => option(name)));
const dirs = args.filter((arg) => !arg.startsWith("--") && !taken.has(arg));
const options: OracleOptions = { overlay: option("overlay"), own: args.includes("--own") };
const golden = option("golden");

function writeGolden(dir: string, file: string, given: OracleOptions): void {
  const { hugo, pages, menus } = askHugo(dir, given);
  const kept = pages
    // Lists have no file, and yet dates and addresses.
    .filter((page) => page.path !== "" || page.kind !== "page")
    .sort((a, b) => (sortedBy(a) < sortedBy(b) ? -1 : 1));
  writeFileSync(file, `${JSON.stringify({ hugo, pages: kept, menus }, null, 1)}\n`);
  process.stdout.write(`${file}: ${kept.length} pages by Hugo ${hugo}\n`);
}

const sortedBy = ({ path, lang, relPermalink }: OraclePage): string => path + lang + relPermalink;

async function compare(dir: string, given: OracleOptions): Promise<void> {
  const oracle = askHugo(dir, given);
  const site = await renderSite(dir, { theme: given.overlay ? "papermod" : "hugo", own: given.own });
  const ours = new Map(site.pages.map((page) => [`${page.lang} ${page.below}`, page]));
  const report: Report = {
    blog: path.basename(path.resolve(dir)),
    ...{ posts: 0, strict: 0, frame: 0, loose: 0, own: { posts: 0, frame: 0 }, urls: 0, urlsKept: 0 },
    fields: {},
  };
  const kinds: Kinds = new Map();
  for (const page of oracle.pages) {
    if (page.path === "" || page.kind !== "page") continue;
    const mine = ours.get(`${page.lang} ${page.path}`);
    const shortcodes = mine === undefined ? [] : shortcodesIn(path.join(dir, mine.source));
    if (shortcodes.some((name) => oracle.unknown.includes(name))) continue;
    const usesOwn = given.own && shortcodes.some((name) => isOwn(dir, name));
    score(page, mine, usesOwn ? report.own : report, usesOwn ? null : report.fields, kinds);
  }
  const urls = comparePublished((await publishInMemory(dir)).site, oracle);
  Object.assign(report, { urls: urls.all, urlsKept: urls.kept });
  for (const url of urls.lost) note(kinds, "URL lost", url);
  print(report, Math.round(site.time), kinds);
}

const shortcodesIn = (file: string): string[] =>
  Array.from(readFileSync(file, "utf8").matchAll(SHORTCODE), ([, name = ""]) => name);

const isOwn = (dir: string, shortcode: string): boolean =>
  ["shortcodes", "_shortcodes"].some((folder) =>
    existsSync(path.join(dir, "layouts", folder, `${shortcode}.html`)),
  );

function score(
  hugo: OraclePage,
  ours: RenderedPage | undefined,
  into: { posts: number; strict?: number; frame: number; loose?: number },
  fields: { [name: string]: number } | null,
  kinds: Kinds,
): void {
  into.posts++;
  for (const level of LEVELS) {
    const difference = ours ? compareHtml(hugo.html, ours.html, level) : null;
    if (ours && !difference) {
      if (level === "frame" || into[level] !== undefined) into[level] = (into[level] ?? 0) + 1;
    } else if (level === "frame") {
      const example = `${hugo.path} ${difference?.where ?? ""}\n      hugo ${difference?.left ?? ""}\n      ours ${difference?.right ?? ""}`;
      note(kinds, difference?.kind ?? "page is missing", example);
    }
  }
  if (!fields) return;
  for (const name of FIELDS)
    if (ours && same(name, hugo[name], ours[name])) fields[name] = (fields[name] ?? 0) + 1;
}

function same(name: string, a: unknown, b: unknown): boolean {
  if (name === "summary" || name === "toc")
    return JSON.stringify(domOf(String(a), "frame")) === JSON.stringify(domOf(String(b), "frame"));
  if (name === "plain")
    return String(a).replace(/\s+/g, " ").trim() === String(b).replace(/\s+/g, " ").trim();
  if (name === "date")
    return (String(a).startsWith("0001") ? "" : String(a)) === String(b).replace(/Z$/, "+00:00");
  return a === b;
}

const note = (kinds: Kinds, kind: string, example: string) =>
  kinds.set(kind, [...(kinds.get(kind) ?? []), example]);

function print(report: Report, time: number, kinds: Kinds): void {
  if (args.includes("--json")) {
    process.stdout.write(`${JSON.stringify(report)}\n`);
    return;
  }
  const percent = (count: number): string =>
    `${count} (${((100 * count) / (report.posts || 1)).toFixed(1)} %)`;
  process.stdout.write(`${report.blog}: ${report.posts} posts in ${time} ms\n`);
  for (const level of LEVELS) process.stdout.write(`  same, ${level}: ${percent(report[level])}\n`);
  if (report.own.posts > 0)
    process.stdout.write(`  with the author's own shortcodes: ${report.own.frame} of ${report.own.posts}\n`);
  process.stdout.write(`  URLs kept: ${report.urlsKept} of ${report.urls}\n`);
  for (const [name, count] of Object.entries(report.fields))
    if (count < report.posts) process.stdout.write(`  ${name}: ${percent(count)}\n`);
  printKinds(kinds);
}

function printKinds(kinds: Kinds): void {
  const all = args.includes("--all");
  const commonest = [...kinds].sort(([, a], [, b]) => b.length - a.length);
  for (const [kind, examples] of all ? commonest : commonest.slice(0, 20)) {
    process.stdout.write(`  ${examples.length} × ${kind}\n`);
    for (const example of all ? examples : examples.slice(0, 1)) process.stdout.write(`      ${example}\n`);
  }
}

async function comparePages(dir: string, given: OracleOptions): Promise<void> {
  const themed = themedFacts(dir, given);
  const { refused, ...whole } = themed;
  const count = Object.keys(whole.pages).length;
  if (golden) {
    writeFileSync(golden, `${JSON.stringify(whole, null, 1)}\n`);
    process.stdout.write(`${golden}: ${count} pages by Hugo ${whole.hugo}\n`);
    return;
  }
  const kinds: Kinds = new Map();
  const found = await compareServed(dir, themed);
  for (const { what, path: at, hugo, ours } of found)
    note(kinds, what, `${at}\n      hugo ${hugo.slice(0, 300)}\n      ours ${ours.slice(0, 300)}`);
  const same = count - new Set(found.map((one) => one.path)).size;
  process.stdout.write(`${path.basename(path.resolve(dir))}: ${same} of ${count} pages tell the same\n`);
  printKinds(kinds);
}

for (const dir of dirs) {
  if (args.includes("--pages")) await comparePages(dir, options);
  else if (golden) writeGolden(dir, golden, options);
  else await compare(dir, options);
}
