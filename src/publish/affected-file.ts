// Which content files a change set makes render: those that it writes, those whose rendering asked
// about what it writes, or what time has made public; those whose bundle or section it changes; or all of them.

import type { HugoConfig } from "../hugo/config/config.ts";
import { splitContent } from "../hugo/content/front-matter.ts";
import {
  bundleFoldersOf,
  contentPathsOf,
  counterpartsOf,
  isContentFile,
  mountsAround,
} from "../hugo/content/path.ts";
import type { FilePath, Sha256 } from "../site/change-set.ts";
import type { ChangeStore, Dependent, StoredFile } from "../site/change-store.ts";
import type { OpenSite } from "./open-site.ts";
import { EVERY_PAGE } from "./question.ts";
import { isBesidePages, pageOwns, possibleOwners, servedUrls } from "./served-file.ts";
import { changedFolders, readStructure, type Structure } from "./structure.ts";
import { standingContent, type Target, targetFacts, targetFiles, targetTexts } from "./target.ts";

export interface Affected {
  structure: Structure;
  /** In the order of their paths. */
  wanted: { path: FilePath; sha256: Sha256 }[];
  /** Rows, as they stand, of all that is written or rendered again. */
  standing: StoredFile[];
  /** Files that are served by themselves, from now on and no longer. */
  routes: { path: FilePath; url: string }[];
  routesGone: { path: FilePath; url: string }[];
}

interface Question {
  store: ChangeStore;
  target: Target;
  opened: OpenSite;
  /** What `ChangeStore.begin` answered. */
  files: Map<string, StoredFile>;
  dependents: Dependent[];
  /** Of the pages that time has made public. */
  awaiting: Dependent[];
}

export async function findAffected(question: Question): Promise<Affected> {
  const { store, target, opened, files } = question;
  const { config, whole } = opened;
  const touched = [...target.put.keys(), ...target.delete];
  const everything = whole ? await standingContent(store, target) : [];
  const others = whole ? [] : await filesOfOthers(question, touched);
  const again = whole ? everything : await renderedAgain(question, touched, others);
  const candidates = targetFiles(again, target, isContentFile);
  const beside = whole
    ? targetFiles(everything, target, isBesidePages).map(({ path }) => path)
    : [...new Set([...touched, ...others])].filter(isBesidePages);
  const structure = await readStructure([...candidates.map(({ path }) => path), ...beside], {
    store,
    target,
    config,
  });
  const statics = [...(whole ? await store.staticFiles() : []), ...target.put.keys()].filter((path) =>
    path.startsWith("static/"),
  );
  // What is sent again as it stands is among the files, and goes on standing.
  const written = touched.flatMap((path) => files.get(path) ?? []);
  const alone = await withoutOwner(beside, { store, target, structure, config });
  const owned = others.filter((path) => isBesidePages(path) && !alone.includes(path));
  return {
    structure,
    wanted: candidates.filter(({ path }) => structure.pageOf(path) !== null),
    standing: [...new Map([...written, ...again].map((file) => [file.path, file])).values()],
    routes: [...new Set([...statics, ...alone])]
      .filter((path) => !target.delete.has(path))
      .flatMap((path) => served(path, config)),
    routesGone: [...target.delete, ...owned].flatMap((path) => served(path, config)),
  };
}

async function renderedAgain(question: Question, touched: string[], others: string[]): Promise<StoredFile[]> {
  const { store, target, opened, files, dependents, awaiting } = question;
  const folders = await changedFolders(store, target, files);
  const below = folders.length === 0 ? [] : await standingContent(store, target);
  const settings = opened.changedSettings.map((setting) => `setting:${setting}`);
  // In a bundle nothing else is a page.
  const pages = others.filter((path) => isContentFile(path) && !target.put.has(path));
  const owners = touched
    .filter(isBesidePages)
    .flatMap((path) => [path, ...inOtherFolders(path, opened.config)])
    .flatMap((path) => possibleOwners(path, opened.config));
  const isLister = ({ asked }: Dependent) => asked === EVERY_PAGE;
  const listed = dependents.some(isLister) && (await changesLists(touched, question));
  return [
    ...awaiting,
    ...dependents.filter((dependent) => listed || !isLister(dependent)),
    ...(settings.length === 0 ? [] : await store.dependents(settings)),
    ...(owners.length + pages.length === 0 ? [] : await store.files([...new Set([...owners, ...pages])])),
    ...below.filter(({ path }) => folders.some((folder) => path.startsWith(folder))),
  ];
}

/** What a list tells of a page stands in front matter alone. */
async function changesLists(touched: string[], { store, target, files }: Question): Promise<boolean> {
  const versions = touched
    .filter(isContentFile)
    .map((path) => [files.get(path)?.sha256, target.put.get(path)] as const);
  const texts = await targetTexts(
    store,
    target,
    versions.flat().flatMap((digest) => digest ?? []),
  );
  const frontMatter = (digest: string | undefined): string | null => {
    const text = digest === undefined ? undefined : texts.get(digest);
    return text === undefined ? null : text.slice(0, splitContent(text).bodyStart);
  };
  return versions.some(([before, after]) => frontMatter(before) !== frontMatter(after));
}

/** A bundle's files are its translations' too. */
const inOtherFolders = (path: string, config: HugoConfig): string[] =>
  mountsAround(path, config).flatMap((mount) => counterpartsOf(path, mount, config));

/** Not for a file that is only written anew. */
const comesOrGoes = (path: string, { target, files }: Question): boolean =>
  target.put.has(path) !== files.has(path);

/** Files that lie in folders whose page comes or goes: they become its own, or are on their own from then on. */
async function filesOfOthers(question: Question, touched: string[]): Promise<string[]> {
  const { store, target, opened } = question;
  const folders = touched
    .filter((path) => isContentFile(path) && comesOrGoes(path, question))
    .flatMap((path) => contentPathsOf(path, opened.config))
    .flatMap((at) => (at.bundle === "branch" ? [] : bundleFoldersOf(at, opened.config)))
    .map((folder) => `${folder}/`);
  if (folders.length === 0) return [];
  return [...(await targetFacts(store, target, { paths: [], folders })).keys()];
}

async function withoutOwner(
  beside: string[],
  {
    store,
    target,
    structure,
    config,
  }: { store: ChangeStore; target: Target; structure: Structure; config: HugoConfig },
): Promise<string[]> {
  if (beside.length === 0) return [];
  const paths = beside.flatMap((path) => possibleOwners(path, config));
  const existing = new Set((await targetFacts(store, target, { paths, folders: [] })).keys());
  const found = { leafFolders: structure.leafFolders, files: existing };
  return beside.filter((path) => !pageOwns(path, found, config));
}

const served = (path: string, config: HugoConfig): { path: FilePath; url: string }[] =>
  servedUrls(path as FilePath, config).map((url) => ({ path: path as FilePath, url }));
