// Finds the pages that a reference means (`ref`, `relref`, a Markdown link, `site.GetPage`) in the
// tree as the change set makes it: pages of the same import find each other.

import { type HugoConfig, inLanguage } from "../hugo/config/config.ts";
import {
  type ContentPath,
  contentFilesAt,
  contentMounts,
  contentPathsOf,
  isContentFile,
  normalizePath,
} from "../hugo/content/path.ts";
import type { Content, ContentSource } from "../hugo/markdown/content.ts";
import type { HugoPage } from "../hugo/page.ts";
import { readPage } from "../hugo/read-page.ts";
import type { PageFacts } from "../hugo/world.ts";
import type { ChangeStore } from "../site/change-store.ts";
import type { MadePage } from "../site/contribution.ts";
import type { TrustedHtml } from "../site/page.ts";
import { madePageAt, sectionFolders } from "./made-page.ts";
import { createWorld, noAnswers, type PageQuestion } from "./question.ts";
import { readStructure, type Structure } from "./structure.ts";
import { standingContent, type Target, targetFacts, targetFiles, targetTexts } from "./target.ts";

export interface Environment {
  store: ChangeStore;
  target: Target;
  config: HugoConfig;
}

export async function lookUpPages(
  questions: PageQuestion[],
  environment: Environment & { now: number },
): Promise<(PageFacts | null)[]> {
  const { now } = environment;
  const pages = await findPages(questions, environment);
  const made = pages.includes(null) ? await madePages(questions, environment) : [];
  return pages.map((found, i) => (found ? shownFacts(found, now) : (made[i] ?? null)));
}

/** Lists that no file describes. */
async function madePages(
  questions: PageQuestion[],
  { store, target, config }: Environment,
): Promise<(PageFacts | null)[]> {
  const files = targetFiles(await standingContent(store, target), target, isContentFile);
  const folders = sectionFolders(files.flatMap(({ path }) => contentPathsOf(path, config)));
  return questions.map(({ paths, lang }) => {
    const folderOf = (section: string) => folders.get(lang)?.get(section);
    return paths.map((path) => madeFacts(path, lang, { config, folderOf })).find((made) => made) ?? null;
  });
}

/** What a link tells of a list that no file describes; `null` for none. `folderOf` as in madePageAt. */
export function madeFacts(
  path: string,
  lang: string,
  { config, folderOf }: { config: HugoConfig; folderOf: (section: string) => string | undefined },
): PageFacts | null {
  const language = config.languages.find((known) => known.lang === lang);
  const made = language && madePageAt(path, { config: inLanguage(config, language), language }, folderOf);
  return made ? factsOfMade(made) : null;
}

export function factsOfMade({ page }: MadePage): PageFacts {
  const { kind, title, url, lang } = page.card;
  return { kind, title, url, lang, path: page.path, date: "", source: null };
}

export interface FoundPage {
  /** All but its content: a page that is only named is not rendered for it. */
  page: HugoPage;
  source: ContentSource;
}

export async function findPages(
  questions: PageQuestion[],
  environment: Environment,
): Promise<(FoundPage | null)[]> {
  const { store, target, config } = environment;
  const byPath = questions.map((question) => candidatesOf(question, config));
  const found = await targetFacts(store, target, {
    paths: byPath.flat().map(({ file }) => file),
    folders: [],
  });
  const places = byPath.map((candidates) => candidates.find(({ file }) => found.has(file)) ?? null);
  if (places.includes(null)) await findAmongAll(questions, places, environment);

  const wanted = [...new Set(places.flatMap((at) => at?.file ?? []))];
  const facts = await targetFacts(store, target, { paths: wanted, folders: [] });
  const digests = [...facts.values()].map(({ sha256 }) => sha256);
  const texts = await targetTexts(store, target, digests);
  const structure = await readStructure(wanted, environment);
  return places.map((at) => {
    const file = at && facts.get(at.file);
    return file ? pageOf(at, texts.get(file.sha256) ?? "", structure, config) : null;
  });
}

/** Files that make such a page, if they are written as the reference is: as a file, a bundle, a section. */
function candidatesOf({ paths, lang }: PageQuestion, config: HugoConfig): ContentPath[] {
  const mounts = contentMounts(config);
  return paths.flatMap((path) =>
    mounts.flatMap((mount) =>
      ["", "/index", "/_index"]
        .flatMap((name) => contentFilesAt(`${mount.folder}${path}${name}`, config))
        .flatMap((file) => contentPathsOf(file, config))
        .filter((at) => at.mount.folder === mount.folder && at.language.lang === lang),
    ),
  );
}

/** By logical path, however the files are written; and by name, wherever the one page of that name lies. */
async function findAmongAll(
  questions: PageQuestion[],
  places: (ContentPath | null)[],
  { store, target, config }: Environment,
): Promise<void> {
  const byPath = new Map<string, ContentPath>();
  const byName = new Map<string, ContentPath[]>();
  const files = targetFiles(await standingContent(store, target), target, isContentFile);
  for (const at of files.flatMap(({ path }) => contentPathsOf(path, config))) {
    const { lang } = at.language;
    if (byPath.has(`${lang} ${at.path}`)) continue;
    byPath.set(`${lang} ${at.path}`, at);
    byName.set(`${lang} ${at.baseName}`, [...(byName.get(`${lang} ${at.baseName}`) ?? []), at]);
  }
  for (const [i, { paths, name, lang }] of questions.entries()) {
    if (places[i] !== null) continue;
    const [found] = paths.flatMap((path) => byPath.get(`${lang} ${normalizePath(path)}`) ?? []);
    const named = name === null ? [] : (byName.get(`${lang} ${name}`) ?? []);
    places[i] = found ?? (named.length === 1 ? (named[0] ?? null) : null);
  }
}

const NO_CONTENT: Content = {
  html: "" as TrustedHtml,
  toc: "" as TrustedHtml,
  headings: [],
  summary: "" as TrustedHtml,
  truncated: false,
  plain: "",
  wordCount: 0,
  readingTime: 0,
  formulas: [],
  needs: [],
  warnings: [],
};

export function pageOf(
  at: ContentPath,
  text: string,
  { sections, cascades }: Structure,
  config: HugoConfig,
): FoundPage {
  const sources: ContentSource[] = [];
  const page = readPage({
    at,
    text,
    siblings: [],
    sections,
    cascades,
    config,
    theme: "papermod",
    world: createWorld(noAnswers(), { at, langs: [] }).world,
    renderContent(source) {
      sources.push(source);
      return NO_CONTENT;
    },
  });
  const [source] = sources;
  if (source === undefined) throw new Error(`${at.file} was read without its content`);
  return { page, source };
}

const shownFacts = ({ page, source }: FoundPage, now: number): PageFacts =>
  factsOf(page, source, isPublicForGood(page, now));

export function factsOf(page: HugoPage, source: ContentSource, isShown = true): PageFacts {
  const { kind, title, url, lang } = page.card;
  return { kind, title, url, lang, path: page.path, date: source.date, source: isShown ? source : null };
}

/** Who shows its text is not rendered again when time alone hides it. */
export const isPublicForGood = ({ visibility: { draft, from, until } }: HugoPage, now: number): boolean =>
  !draft && until === null && (from ?? now) <= now;
