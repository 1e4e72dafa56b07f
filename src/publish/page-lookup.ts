// Finds the pages that a reference means (`ref`, `relref`, a Markdown link, `site.GetPage`) in the
// tree as the change set makes it: pages of the same import find each other.

import type { HugoConfig } from "../hugo/config/config.ts";
import { isContentFile, parseContentPath } from "../hugo/content/path.ts";
import type { Content } from "../hugo/markdown/content.ts";
import type { HugoPage } from "../hugo/page.ts";
import { readPage } from "../hugo/read-page.ts";
import type { PageFacts } from "../hugo/world.ts";
import type { ChangeStore } from "../site/change-store.ts";
import { formatRfc3339 } from "../site/moment.ts";
import type { TrustedHtml } from "../site/page.ts";
import { madePageAt } from "./made-page.ts";
import { createWorld, nameOf, noAnswers, type PageQuestion } from "./question.ts";
import { readStructure, type Structure } from "./structure.ts";
import { standingContent, type Target, targetFacts, targetFiles, targetTexts } from "./target.ts";

interface Environment {
  store: ChangeStore;
  target: Target;
  config: HugoConfig;
}

const EXTENSIONS = ["md", "markdown", "html"];

export async function lookUpPages(
  questions: PageQuestion[],
  environment: Environment,
): Promise<(PageFacts | null)[]> {
  const pages = await findPages(questions, environment);
  if (!pages.includes(null)) return pages.map((page) => page && factsOf(page));
  const made = await madePages(questions, environment);
  return pages.map((page, i) => (page ? factsOf(page) : (made[i] ?? null)));
}

/** Lists that no file describes. */
async function madePages(
  questions: PageQuestion[],
  { store, target, config }: Environment,
): Promise<(PageFacts | null)[]> {
  const files = targetFiles(await standingContent(store, target), target, isContentFile);
  const sections = new Map<string, string>();
  for (const { path } of files) {
    const parsed = parseContentPath(path, config);
    if (parsed && parsed.section !== "")
      sections.set(`${parsed.language.lang} ${parsed.section}`, parsed.originalPath.split("/")[1] ?? "");
  }
  return questions.map(({ ref, lang }) => {
    const language = config.languages.find((known) => known.lang === lang);
    const path = ref.replace(/[#?].*$/, "");
    const made =
      language && madePageAt(path, { config, language }, (section) => sections.get(`${lang} ${section}`));
    return made
      ? { title: made.page.card.title, url: made.page.url, lang, path: made.page.path, date: "" }
      : null;
  });
}

/** All but their content: a page that is only named is not rendered for it. */
export async function findPages(
  questions: PageQuestion[],
  environment: Environment,
): Promise<(HugoPage | null)[]> {
  const { store, target, config } = environment;
  const byPath = questions.map((question) => candidatesOf(question, config));
  const found = await targetFacts(store, target, { paths: byPath.flat(), folders: [] });
  const files = byPath.map((candidates) => candidates.find((path) => found.has(path)) ?? null);
  if (files.includes(null)) await findByName(questions, files, environment);

  const wanted = [...new Set(files.filter((path) => path !== null))];
  const facts = await targetFacts(store, target, { paths: wanted, folders: [] });
  const digests = [...facts.values()].map(({ sha256 }) => sha256);
  const texts = await targetTexts(store, target, digests);
  const structure = await readStructure(wanted, environment);
  const pages = new Map(
    [...facts].map(([path, { sha256 }]) => [
      path,
      pageOf({ path, text: texts.get(sha256) ?? "" }, structure, config),
    ]),
  );
  return files.map((path) => (path === null ? null : (pages.get(path) ?? null)));
}

/** Beside the page that asks, then below its language's content folder; as a file, a bundle, a section. */
function candidatesOf({ ref, lang, from }: PageQuestion, config: HugoConfig): string[] {
  const path = ref.replace(/[#?].*$/, "").replace(/\/+$/, "");
  const root = config.languages.find((language) => language.lang === lang)?.contentDir ?? "content";
  const bases = path.startsWith("/") ? [root] : [from, root];
  const suffixes = config.languages.length > 1 ? [`.${lang}`, ""] : [""];
  return bases.flatMap((base) => {
    const whole = resolve(base, path);
    if (whole === null) return [];
    if (isContentFile(whole)) return [whole];
    return suffixes.flatMap((suffix) =>
      EXTENSIONS.flatMap((extension) =>
        ["", "/index", "/_index"].map((name) => `${whole}${name}${suffix}.${extension}`),
      ),
    );
  });
}

/** `content/posts` and `../notes/x` make `content/notes/x`; `null` above the content folder. */
function resolve(folder: string, path: string): string | null {
  const segments = folder.split("/");
  for (const segment of path.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(segment);
  }
  return segments[0] === "content" ? segments.join("/") : null;
}

/** A bare name means the one page of that name, wherever it lies; two of them mean nothing. */
async function findByName(
  questions: PageQuestion[],
  files: (string | null)[],
  { store, target, config }: Environment,
): Promise<void> {
  const open = questions.flatMap((question, i) =>
    files[i] === null && !question.ref.includes("/") ? [{ question, i }] : [],
  );
  if (open.length === 0) return;
  const all = targetFiles(await standingContent(store, target), target, isContentFile);
  for (const { question, i } of open) {
    const name = nameOf(question.ref).toLowerCase();
    const named = all.filter(
      ({ path }) =>
        nameOf(path).toLowerCase() === name &&
        parseContentPath(path, config)?.language.lang === question.lang,
    );
    files[i] = named.length === 1 ? (named[0]?.path ?? null) : null;
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

function pageOf(
  file: { path: string; text: string },
  { sections, cascades }: Structure,
  config: HugoConfig,
): HugoPage | null {
  const parsed = parseContentPath(file.path, config);
  if (parsed === null) return null;
  return readPage({
    file,
    siblings: [],
    sections,
    cascades,
    config,
    language: parsed.language,
    theme: "papermod",
    world: createWorld(noAnswers(), file.path).world,
    renderContent: () => NO_CONTENT,
  });
}

function factsOf({ card, path }: HugoPage): PageFacts {
  const { title, url, lang, date } = card;
  return { title, url, lang, path, date: date === null ? "" : formatRfc3339(date) };
}
