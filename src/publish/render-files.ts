// Content files to contributions: reads what they may ask of the site, renders until every question
// is answered, enriches, and says what each page adds. Owns the rounds of asking.

import { type HugoConfig, inLanguage } from "../hugo/config/config.ts";
import { damageWarning } from "../hugo/content/damage.ts";
import { bundleFoldersOf, type ContentPath, isContentFile, leafBundleOf } from "../hugo/content/path.ts";
import { homeUrl } from "../hugo/content/permalink.ts";
import type { RenderContent } from "../hugo/markdown/content.ts";
import { loadGrammars } from "../hugo/markdown/highlight.ts";
import type { HugoPage } from "../hugo/page.ts";
import { readPage } from "../hugo/read-page.ts";
import type { FileFacts } from "../hugo/world.ts";
import type { ChangeStore, Staged } from "../site/change-store.ts";
import type { MadePage } from "../site/contribution.ts";
import { digest53 } from "../site/digest.ts";
import type { Cover, TrustedHtml } from "../site/page.ts";
import { allowedSources } from "./allowed-source.ts";
import { assetUrl } from "./asset.ts";
import { contributionOf } from "./contribute.ts";
import type { EnrichedPage } from "./enrich/concern.ts";
import { enrich } from "./enrich/enrich.ts";
import { checkCover } from "./enrich/image.ts";
import { enrichMath } from "./enrich/math.ts";
import { likelyPictures } from "./likely.ts";
import { makeSection, makeTerm } from "./made-page.ts";
import { listPages } from "./page-list.ts";
import { lookUpPages } from "./page-lookup.ts";
import { type Place, placesOf, rendererFor, type SourceFile, yielding } from "./place.ts";
import { type Answers, createWorld, nothingUnknown, type PageQuestion, type Unknown } from "./question.ts";
import { searchEntry } from "./search-entry.ts";
import type { Structure } from "./structure.ts";
import { type Target, targetFacts, targetTexts } from "./target.ts";

export interface RenderEnvironment {
  store: ChangeStore;
  target: Target;
  structure: Structure;
  config: HugoConfig;
  basePath: string;
  mainSections: { [lang: string]: string[] };
  /** Names the renderings: see ChangeStore.stage. */
  changeId: number;
  now: number;
  /** Paths of the site's render hooks. */
  hooks: readonly string[];
  /** What is known already: the next slice of the same step need not ask again. */
  answers: Answers;
}

/** A template that asks for what another answer named needs another round; no chain is longer. */
const ROUNDS = 8;

export async function renderFiles(files: SourceFile[], environment: RenderEnvironment): Promise<Staged[]> {
  const { store, target, config } = environment;
  const groups = files.flatMap((file) => placesOf(file, config));
  const bundles = new Set(groups.flat().flatMap(({ at }) => bundleFolders(at, config)));
  const pictures = files.flatMap(({ text }) => likelyPictures(text));
  const facts = await targetFacts(store, target, {
    paths: pictures,
    folders: [...bundles].map((folder) => `${folder}/`),
  });
  await loadGrammars(files.map(({ text }) => text));

  const { answers } = environment;
  for (const path of pictures) answers.files.set(path, null);
  for (const [path, file] of facts) answers.files.set(path, file);
  for (const folder of bundles) answers.names.set(`${folder}/`, belowFolder(folder, facts));
  let todo = groups;
  const rendered = new Map<Place, Rendered>();
  for (let round = 0; round < ROUNDS && todo.length > 0; round++) {
    const unknown = nothingUnknown();
    const again: Place[][] = [];
    for (const places of todo) {
      const shared = { render: rendererFor(places), resources: new Map<string, string>() };
      for (const place of places) {
        const result = await renderPage(place, { ...environment, facts, shared });
        rendered.set(place, result.staged);
        if (Object.values(result.unknown).every((keys) => keys.size === 0)) continue;
        if (again.at(-1) !== places) again.push(places);
        for (const kind of KINDS) {
          for (const key of result.unknown[kind]) unknown[kind].add(key);
        }
      }
    }
    if (again.length > 0) await answer(unknown, answers, environment);
    todo = again;
  }
  return [...rendered.values()].map((staged) => ({ ...staged, search: searchEntry(staged) }));
}

type Rendered = Omit<Staged, "search">;

const KINDS = ["files", "texts", "pages", "names", "lists"] as const satisfies (keyof Answers)[];

interface FileEnvironment extends RenderEnvironment {
  facts: Map<string, FileFacts>;
  /** By the pages of a file in one language: what renders, and the files of their bundles by address. */
  shared: { render: RenderContent; resources: Map<string, string> };
}

async function renderPage({ at, nth, text }: Place, environment: FileEnvironment) {
  const { structure, answers, facts, shared, basePath, changeId, now } = environment;
  const config = inLanguage(environment.config, at.language);
  const langs = config.languages.map(({ lang }) => lang);
  const { asked, assets, unknown, world } = createWorld(answers, {
    ...{ at, langs },
    hooks: environment.hooks,
    mainSections: environment.mainSections,
  });
  const { file, language } = at;
  const page = readPage({
    at,
    text,
    siblings: siblingsOf(at, facts, { ...structure, config: environment.config }),
    sections: structure.sections,
    cascades: structure.cascades,
    config: environment.config,
    theme: "papermod",
    world,
    renderContent: shared.render,
  });
  for (const { url, file } of page.resources) shared.resources.set(url, file);
  for (const [as, file] of assets) shared.resources.set(assetUrl(as), file);
  const around = {
    url: page.card.url,
    file,
    text,
    basePath,
    config,
    params: page.card.params,
    siteParams: language.params,
    formulas: page.formulas,
    resources: shared.resources,
    world,
  };
  const { cover, warnings } = checkCover(page.card.cover, around);
  const source: EnrichedPage = { ...around, hasCover: isShown(cover) };
  const enriched = await enrich(page.content, source);
  const toc = (await enrichMath(page.toc, source)).html;
  const damage = damageWarning(file, text);
  const contribution = contributionOf({
    page: { ...page, card: { ...page.card, cover } },
    config,
    made: madeBy(page, at, config),
    terms: [...page.termPaths, ...page.termPathsAbove],
    mainSections: environment.mainSections[language.lang] ?? [],
    asked: [...asked],
    assets: [...assets],
    warnings: [...(damage === null ? [] : [damage]), ...page.warnings, ...warnings, ...enriched.warnings],
    allowed: await allowedSources(enriched.html),
    needs: [...page.needs, ...enriched.needs],
    html: enriched.html,
    toc,
    now,
  });
  const staged: Rendered = {
    id: renderingId(changeId, file, nth),
    contribution: nth === 0 ? contribution : yielding(contribution),
    toc: toc as TrustedHtml,
    html: enriched.html as TrustedHtml,
  };
  return { staged, unknown };
}

/** What a file renders to in one change set, as the innermost content folder around it makes it, or another one. */
export const renderingId = (changeId: number, path: string, nth = 0): number =>
  digest53(`${changeId}:${path}${nth === 0 ? "" : `:${nth}`}`);

const isShown = (cover: Cover | null): boolean => cover !== null && !cover.hidden && !cover.hiddenInSingle;

/** Where the files of its bundle would lie; home's would be the whole site, and they are served at their own path. */
const bundleFolders = (at: ContentPath, config: HugoConfig): string[] =>
  bundleFoldersOf(at, config).filter((folder) => folder !== "content");

/**
 * The files that are published with a page: of a leaf bundle all that lies in it; of a single page what
 * lies in the folder of its name and in no bundle there; of a section the files beside its `_index`.
 */
function siblingsOf(
  at: ContentPath,
  facts: Map<string, FileFacts>,
  { leafFolders, config }: Pick<Structure, "leafFolders"> & { config: HugoConfig },
): FileFacts[] {
  const [own, ...others] = bundleFolders(at, config).map((folder) => `${folder}/`);
  if (own === undefined) return [];
  const bundle = at.bundle === "leaf" ? leafBundleOf(at.file, leafFolders) : null;
  return [...facts.values()].filter(
    ({ path }) =>
      others.some((folder) => path.startsWith(folder)) ||
      (path.startsWith(own) &&
        path !== at.file &&
        leafBundleOf(path, leafFolders) === bundle &&
        !(at.bundle === "branch" && (isContentFile(path) || path.slice(own.length).includes("/")))),
  );
}

const belowFolder = (folder: string, facts: Map<string, FileFacts>): string[] =>
  [...facts.keys()].filter((path) => path.startsWith(`${folder}/`)).sort();

function madeBy(page: HugoPage, { file, mount, language }: ContentPath, config: HugoConfig): MadePage[] {
  const where = { config, language };
  const below = file.slice(mount.folder.length + 1);
  const sections = below.includes("/") ? [makeSection(below.slice(0, below.indexOf("/")), where)] : [];
  // A language's home is nobody's section `vi`.
  const isFree = (section: MadePage) =>
    config.languages.every((other) => other.disabled || homeUrl(other, config) !== section.page.url);
  const terms = Object.entries(page.card.terms).flatMap(([taxonomy, links]) =>
    links.map(({ name }) => makeTerm({ taxonomy, name }, where)),
  );
  const isMade = (section: MadePage) =>
    (page.card.kind === "page" || (page.card.kind === "section" && section.page.path !== page.path)) &&
    isFree(section);
  return [...sections.filter(isMade), ...terms];
}

/** Looks up what was asked for and not known. What is not there is known to be absent from then on. */
async function answer(unknown: Unknown, answers: Answers, environment: RenderEnvironment): Promise<void> {
  const { store, target } = environment;
  const paths = [...unknown.files, ...unknown.texts];
  const facts = await targetFacts(store, target, { paths, folders: [] });
  const digests = [...unknown.texts].flatMap((path) => facts.get(path)?.sha256 ?? []);
  const texts = await targetTexts(store, target, digests);
  for (const path of unknown.files) answers.files.set(path, facts.get(path) ?? null);
  for (const path of unknown.texts) {
    const digest = facts.get(path)?.sha256;
    answers.texts.set(path, digest === undefined ? null : (texts.get(digest) ?? null));
  }
  // A page that another one shows is rendered there.
  await loadGrammars([...unknown.texts].filter(isContentFile).map((path) => answers.texts.get(path) ?? ""));
  for (const folder of unknown.names) {
    const below = await targetFacts(store, target, { paths: [], folders: [folder] });
    answers.names.set(folder, [...below.keys()].sort());
  }
  const questions = [...unknown.pages];
  const pages = await lookUpPages(
    questions.map((question): PageQuestion => JSON.parse(question)),
    environment,
  );
  for (const [i, question] of questions.entries()) answers.pages.set(question, pages[i] ?? null);
  for (const lang of unknown.lists) answers.lists.set(lang, await listPages(lang, environment));
}
