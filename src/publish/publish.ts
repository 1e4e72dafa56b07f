// The one way in: every write, whoever asks for it, is a change set that passes through here. Owns
// the order of things (what is asked, what is rendered, what is flipped, what is purged) and the
// refusals; each step's own knowledge is in the file that it calls.

import type { HugoConfig } from "../hugo/config/config.ts";
import { isOutsideContent, unreadFormat } from "../hugo/content/path.ts";
import { EVERYTHING } from "../site/cache-tag.ts";
import { type ChangeSet, type FilePath, type Outcome, type Sha256, treeEtag } from "../site/change-set.ts";
import type { ChangeStore, SiteRows, SiteState, Staged } from "../site/change-store.ts";
import { digest53 } from "../site/digest.ts";
import { type Problem, tellOnce, type Warning } from "../site/problem.ts";
import type { Publisher, Purge } from "../site/publisher.ts";
import { refusalOfSize } from "../site/site-files.ts";
import { compare, doubleClaimed } from "./comparison.ts";
import { folderClashes, foldersAsFiles } from "./folder-clash.ts";
import { holdBack } from "./held-back.ts";
import { likelyOf } from "./likely.ts";
import { remake, sectionsAround } from "./made-page.ts";
import { type Opening, type OpenSite, openSite, storedConfig, withPageSettings } from "./open-site.ts";
import { concernsPageSettings, namesMoved, readPageSettings } from "./page-setting.ts";
import { createPlanMemo, type PlanMemo, planOf } from "./plan.ts";
import { noAnswers, questionsAbout } from "./question.ts";
import { type RenderEnvironment, renderFiles, renderingId } from "./render-files.ts";
import type { SettingsChange } from "./settings-addition.ts";
import { costOf, FEW, STEP_LENGTH } from "./step.ts";
import { targetOf, targetTexts } from "./target.ts";

export interface PublishPorts {
  store: ChangeStore;
  purge: Purge;
  /** Epoch seconds. */
  clock: () => number;
  /** Names this version of what renders: a digest of its sources. */
  renderer: string;
  /** What is shown besides what is public: `drafts`, `future`, `expired`. The renderer's name says so, too. */
  build?: readonly string[];
  /** Kept from request to request. Absent: each makes its plan anew. */
  plans?: PlanMemo;
  /** Characters of Markdown that one request renders (`STEP_LENGTH`). */
  stepLength?: number;
}

/** A write that names no base starts over this often when others come first. */
const ATTEMPTS = 12;

export function createPublisher(ports: PublishPorts): Publisher {
  return {
    async publish(change) {
      for (let attempt = 1; attempt < ATTEMPTS; attempt++) {
        const outcome = await publishOnce(change, ports);
        if (outcome !== "stale") return outcome;
        if (change.base !== undefined) break;
      }
      return refusedFor({
        code: "conflict",
        message: "the site changed while this was being published: look at it again, then repeat",
      });
    },
  };
}

const refusedFor = (...problems: [Problem, ...Problem[]]): Outcome => ({ status: "refused", problems });

async function publishOnce(change: ChangeSet, ports: PublishPorts): Promise<Outcome | "stale"> {
  const { store, purge, stepLength = STEP_LENGTH } = ports;
  const now = ports.clock();
  const { expect } = change;
  const coming = change.put.map(({ path }) => path);
  const paths = [...coming, ...change.delete];
  const likely = likelyOf(change);
  const begun = await store.begin({
    paths: [...new Set([...paths, ...coming.flatMap(foldersAsFiles), ...(expect ? [expect.path] : [])])],
    folders: { paths: coming, most: change.delete.length + 1 },
    digests: change.put.flatMap(({ sha256, given }) => (given === undefined ? sha256 : [])),
    questions: [...new Set(paths.flatMap(questionsAbout))],
    likely,
    token: change.token,
    now,
  });
  if (!begun.isAuthor) {
    return refusedFor({ code: "unauthorised", message: "this token is none of the site's" });
  }
  const { site, files, due, expired } = begun;

  if (expect !== undefined && !expect.holds(files.get(expect.path)?.sha256 ?? null)) {
    const { path } = expect;
    return refusedFor({ code: "precondition-failed", message: `${path} changed since it was read`, path });
  }
  const [clash, ...clashes] = folderClashes(change, begun);
  if (clash !== undefined) return refusedFor(clash, ...clashes);
  const put = change.put.filter(({ path, sha256 }) => files.get(path)?.sha256 !== sha256);
  const gone = change.delete.filter((path) => files.has(path));
  const stored = storedConfig(site);
  const outdated = stored !== null && stored.renderer !== ports.renderer;
  // What became public may be listed or shown by pages that were rendered before, and settings name what is public.
  const awaiting = due.length === 0 ? [] : await store.dependents(due.flatMap(questionsAbout));
  const isDue = stored !== null && (await namesMoved([...due, ...expired], { store, config: stored.config }));
  if (put.length + gone.length + awaiting.length === 0 && !outdated && !isDue) return nothingToDo(site);
  if (change.base !== undefined && change.base !== treeEtag(site)) {
    return refusedFor({
      code: "conflict",
      message: `the site is at ${treeEtag(site)}, not at the base ${change.base}: read the tree again and merge`,
    });
  }
  const target = targetOf(put, gone, begun, likely);
  const missing = [...new Set(target.put.values())].filter((sha256) => !target.blobs.has(sha256));
  if (missing.length > 0) return { status: "missing", missing };
  // Who sent the bytes may not have known where they would stand.
  const [tooLarge, ...more] = put.flatMap(
    ({ path, sha256 }) => refusalOfSize(target.blobs.get(sha256)?.size ?? 0, path) ?? [],
  );
  if (tooLarge !== undefined) return refusedFor(tooLarge, ...more);

  const { renderer, build } = ports;
  const opening = { store, site, stored, target, renderer, build };
  const changeId = digest53(JSON.stringify([site.name, site.generation, [...target.put], gone, due]));
  const memo = ports.plans ?? createPlanMemo();
  const planned = await planOf(changeId, { opening, files, dependents: begun.dependents, awaiting, memo });
  if (!planned.ok) return { status: "refused", problems: planned.problems };
  const { opened, affected, lists } = planned.value;
  const { config, basePath, mainSections, hooks, whole, rows, made } = opened;
  const { structure, wanted, routes, routesGone } = affected;
  const step = await renderStep(wanted, {
    store,
    target,
    structure,
    config,
    basePath,
    mainSections,
    hooks,
    answers: { ...noAnswers(), lists },
    changeId,
    now,
    stepLength,
  });
  const { rendered } = step;
  if (rendered < wanted.length) {
    await store.stage(changeId, step.fresh, now);
    memo.last = { change: changeId, plan: planned.value };
    return { status: "rendering", rendered, of: wanted.length };
  }
  memo.last = null;
  const fresh = new Set(step.fresh.map(({ id }) => id));
  const before = (!step.resumed ? [] : await store.staged(changeId)).filter(
    ({ rendering }) => !fresh.has(rendering),
  );
  const contributions = step.fresh.map((staged) => staged.contribution);
  const problems = [...before, ...contributions].flatMap((page) => page.problems);
  const held = await holdBack(problems, { store, target, structure, config });
  const [refused, ...others] = held.refused;
  if (refused !== undefined) return refusedFor(refused, ...others);

  const comparison = await compare(store, {
    config,
    basePath,
    whole,
    settings: rows !== null,
    put,
    gone,
    standing: affected.standing,
    pages: begun.standing,
    routes,
    routesGone,
    before,
    fresh: contributions,
    now,
  });
  const warnings = tellOnce([
    ...opened.warnings,
    ...put.flatMap(({ path }) => notPage(path, config)),
    ...held.warnings,
    ...[...before, ...contributions].flatMap((page) => page.warnings),
    ...comparison.warnings,
  ]);
  const done = { status: "done", urls: comparison.urls } as const;
  if (change.dryRun) {
    return { ...done, etag: treeEtag(site), warnings, purge: { done: false, reason: "nothing-to-purge" } };
  }

  const shown = await settingsShown(opening, opened, {
    ...{ store, target, config, whole, now, isDue },
    ...{ before, fresh: contributions, out: comparison.out },
  });
  const tags = rows === null && shown !== null ? [EVERYTHING] : comparison.tags;
  const flipped = await store.flip({
    generation: site.generation,
    now,
    put: put.map((file) => ({ ...file, page: structure.pageOf(file.path) })),
    delete: gone,
    out: comparison.out,
    fresh: step.fresh,
    in: [...before.map(({ rendering }) => rendering), ...step.fresh.map(({ id }) => id)],
    routes,
    routesGone,
    ranks: comparison.ranks,
    moved: comparison.moved,
    renamed: comparison.renamed,
    made: [...made, ...comparison.lost.flatMap((page) => remake(page, config) ?? [])],
    emptied: sectionsAround(gone, config),
    site: shown,
    whole,
    tags,
    change: changeId,
  });
  if (!flipped) return "stale";
  return {
    ...done,
    etag: treeEtag({ ...site, generation: site.generation + 1 }),
    warnings:
      comparison.ranks === null
        ? [...warnings, ...doubleClaimed(await store.doubleClaims(), config)]
        : warnings,
    purge: await purge.purge(tags),
  };
}

/** The settings that the change writes: `null` if neither they nor what pages make of them changed. */
async function settingsShown(
  opening: Opening,
  { rows, pageSettings }: OpenSite,
  change: SettingsChange,
): Promise<SiteRows | null> {
  if (rows === null && !concernsPageSettings(change, pageSettings)) return null;
  const now = await readPageSettings(change);
  if (rows !== null) return withPageSettings(rows, now);
  if (JSON.stringify(now) === JSON.stringify(pageSettings)) return null;
  const again = await openSite({ ...opening, again: true });
  return again.ok && again.value.rows !== null ? withPageSettings(again.value.rows, now) : null;
}

/** What an author may take for a page, and nobody will see as one. */
function notPage(path: FilePath, config: HugoConfig): Warning[] {
  if (isOutsideContent(path, config)) {
    const folders = config.languages.map(({ contentDir }) => `${contentDir}/`).join(" or ");
    const message = `this is no page, because it lies in no language's content folder: put it below ${folders}`;
    return [{ path, message }];
  }
  const format = unreadFormat(path, config);
  if (format === null) return [];
  return [
    { path, message: `this is no page, because ${format} is not read: put it there as Markdown (.md)` },
  ];
}

function nothingToDo(site: SiteState): Outcome {
  return {
    status: "done",
    etag: treeEtag(site),
    urls: { added: [], changed: [], moved: [], removed: [] },
    warnings: [],
    purge: { done: false, reason: "nothing-to-purge" },
  };
}

/** Renders what fits into this request, beginning after what earlier requests have staged. */
async function renderStep(
  wanted: { path: FilePath; sha256: Sha256 }[],
  environment: RenderEnvironment & { stepLength: number },
): Promise<{
  /** How many of them are rendered now, and whether earlier requests did some. */
  rendered: number;
  resumed: boolean;
  fresh: Staged[];
}> {
  const { store, target, changeId, stepLength } = environment;
  const inOne = wanted.length <= FEW;
  const ready = inOne ? new Set<number>() : await store.stagedIds(changeId);
  const todo = wanted.filter(({ path }) => !ready.has(renderingId(changeId, path)));
  const fresh: Staged[] = [];
  let done = 0;
  let cost = 0;
  while (done < todo.length && cost < stepLength) {
    const slice = todo.slice(done, done + (inOne ? FEW : readAtOnce(done, cost, stepLength)));
    const digests = slice.map(({ sha256 }) => sha256);
    const texts = await targetTexts(store, target, digests);
    const files = slice.map(({ path, sha256 }) => ({ path, text: texts.get(sha256) ?? "" }));
    const taken = inOne ? files : takeStep(files, stepLength - cost);
    cost += taken.reduce((sum, { text }) => sum + costOf(text), 0);
    done += taken.length;
    fresh.push(...(await renderFiles(taken, environment)));
  }
  const staged = wanted.length - todo.length;
  return { rendered: staged + done, resumed: staged > 0, fresh };
}

/** Texts that are not rendered in this step are read for nothing: as many as fit, going by those before. */
const readAtOnce = (done: number, cost: number, stepLength: number): number =>
  done === 0 ? FIRST : Math.min(FEW, Math.ceil((stepLength - cost) / (cost / done)));

const FIRST = 8;

/** At least one file: a post is never split. */
function takeStep<T extends { text: string }>(files: T[], length: number): T[] {
  let sum = 0;
  const end = files.findIndex(({ text }) => {
    sum += costOf(text);
    return sum > length;
  });
  return end === -1 ? files : files.slice(0, Math.max(1, end));
}
