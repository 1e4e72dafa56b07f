// Every page of a language, for a template that goes through them (`site.RegularPages`, `.Pages` of a
// section): read in the tree as the change set makes it. Owns which those are, and how many are too many.

import { type HugoConfig, inLanguage } from "../hugo/config/config.ts";
import { type ContentPath, contentPathsOf, isContentFile } from "../hugo/content/path.ts";
import type { HugoPage } from "../hugo/page.ts";
import type { ListedPage, NamedTerm } from "../hugo/world.ts";
import type { MadePage } from "../site/contribution.ts";
import { makeHome, makeSection, makeTaxonomy, makeTerm } from "./made-page.ts";
import {
  type Environment,
  type FoundPage,
  factsOf,
  factsOfMade,
  isPublicForGood,
  pageOf,
} from "./page-lookup.ts";
import { readStructure } from "./structure.ts";
import { standingContent, targetFiles, targetTexts } from "./target.ts";

/** Content files, and characters of them, that one request holds at once. */
const MOST_FILES = 5_000;
const MOST_TEXT = 10_000_000;
const TEXTS_AT_ONCE = 200;

/** As `World.pages` answers: `null` if they are too many. */
export async function listPages(
  lang: string,
  environment: Environment & { now: number },
): Promise<ListedPage[] | null> {
  const { store, target, config, now } = environment;
  const files = targetFiles(await standingContent(store, target), target, isContentFile);
  if (files.length > MOST_FILES) return null;
  const paths = files.map(({ path }) => path);
  const structure = await readStructure(paths, environment);
  const places = new Map<string, { at: ContentPath; sha256: string }>();
  for (const { path, sha256 } of files) {
    if (structure.pageOf(path) === null) continue;
    for (const at of contentPathsOf(path, config)) {
      if (at.language.lang === lang && !places.has(at.path)) places.set(at.path, { at, sha256 });
    }
  }
  const texts = await boundedTexts([...places.values()], environment);
  if (texts === null) return null;
  const found = [...places.values()].map(({ at, sha256 }) =>
    pageOf(at, texts.get(sha256) ?? "", structure, config),
  );
  return listed(found, { lang, config, now });
}

async function boundedTexts(
  files: { sha256: string }[],
  { store, target }: Environment,
): Promise<ReadonlyMap<string, string> | null> {
  const read = new Map<string, string>();
  let length = 0;
  for (let done = 0; done < files.length; done += TEXTS_AT_ONCE) {
    const digests = files.slice(done, done + TEXTS_AT_ONCE).map(({ sha256 }) => sha256);
    const texts = await targetTexts(store, target, digests);
    for (const digest of digests) {
      const text = texts.get(digest) ?? "";
      read.set(digest, text);
      length += text.length;
    }
    if (length > MOST_TEXT) return null;
  }
  return read;
}

/** Those of a language's `pages` that are listed and public for good, in Hugo's order; then the lists without a file. */
export function listed(
  pages: FoundPage[],
  where: { lang: string; config: HugoConfig; now: number },
): ListedPage[] {
  const own = pages
    .filter(({ page }) => isPublicForGood(page, where.now) && page.build.list !== "never")
    .sort((a, b) => (a.page.sortKey < b.page.sortKey ? -1 : 1));
  const known = new Set(own.map(({ page }) => page.path));
  return [
    ...own.map(({ page, source }) => ({
      ...factsOf(page, source),
      isLocal: page.build.list === "local",
      terms: termsOf(page),
    })),
    ...madeAround(own, where)
      .filter(({ page }) => !known.has(page.path))
      .map((made) => ({ ...factsOfMade(made), isLocal: false, terms: [] })),
  ];
}

const termsOf = ({ card, termPaths }: HugoPage): (NamedTerm & { taxonomy: string })[] =>
  Object.entries(card.terms)
    .flatMap(([taxonomy, links]) => links.map(({ name }) => ({ taxonomy, name })))
    .map((term, i) => ({ ...term, path: termPaths[i] ?? "" }));

/** Home, and the sections, taxonomies and terms that these pages make. */
function madeAround(pages: FoundPage[], { lang, config }: { lang: string; config: HugoConfig }): MadePage[] {
  const language = config.languages.find((known) => known.lang === lang);
  if (language === undefined) return [];
  const where = { config: inLanguage(config, language), language };
  const folders = new Map(
    pages
      .filter(({ page }) => page.card.kind === "page" || page.card.kind === "section")
      .map(({ page, source }) => [page.section, source.fileBelow.split("/", 1)[0] ?? ""]),
  );
  folders.delete("");
  const terms = new Map(pages.flatMap(({ page }) => termsOf(page).map((term) => [term.path, term] as const)));
  const made = [
    makeHome(where),
    ...Object.values(language.taxonomies).map((plural) => makeTaxonomy(plural, where)),
    ...[...folders.values()].map((folder) => makeSection(folder, where)),
    ...[...terms.values()].map((term) => makeTerm(term, where)),
  ];
  return made.filter(({ page }) => !config.disableKinds.includes(page.card.kind));
}
