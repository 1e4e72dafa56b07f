// The questions a page asks of the rest of the site while it is rendered (src/hugo/world.ts), as
// text: what was asked is what the page depends on. Owns their form, the world that remembers them,
// and which questions a changed path answers anew.

import { type PageReference, parseReference } from "../hugo/content/page-reference.ts";
import { type ContentPath, normalizePath } from "../hugo/content/path.ts";
import type { FileFacts, ListedPage, PageFacts, World } from "../hugo/world.ts";

/** `file:static/a.png`, `text:layouts/shortcodes/x.html`, `page:hello`, `names:data/`, `setting:title`. */
export type Question = string;

/** Which pages there are, and what their front matter says. */
export const EVERY_PAGE: Question = "names:content/";

export interface Answers {
  files: Map<string, FileFacts | null>;
  texts: Map<string, string | null>;
  /** By PageQuestion, JSON. */
  pages: Map<string, PageFacts | null>;
  /** By folder. */
  names: Map<string, readonly string[] | null>;
  /** Every page, by language; `null` if they are too many. */
  lists: Map<string, readonly ListedPage[] | null>;
}

/** What a page's reference may mean, in a language. */
export interface PageQuestion extends PageReference {
  lang: string;
}

export const noAnswers = (): Answers => ({
  files: new Map(),
  texts: new Map(),
  pages: new Map(),
  names: new Map(),
  lists: new Map(),
});

export type Unknown = { [kind in keyof Answers]: Set<string> };

export const nothingUnknown = (): Unknown => ({
  files: new Set(),
  texts: new Set(),
  pages: new Set(),
  names: new Set(),
  lists: new Set(),
});

export interface AskingWorld {
  world: World;
  asked: Set<Question>;
  /** Files in assets/ whose addresses the page prints, by the paths that those name. */
  assets: Map<string, string>;
  /** What `answers` knew nothing of, by kind: fetch it and render again. */
  unknown: Unknown;
}

interface Asking {
  at: Pick<ContentPath, "originalPath" | "bundle">;
  /** Of the site. */
  langs: readonly string[];
  /** The site's render hooks. */
  hooks?: readonly string[];
  mainSections?: NonNullable<World["mainSections"]>;
}

/** Who asks where no page does: menus and settings. */
export const HOME: Asking["at"] = { originalPath: "/", bundle: "branch" };

export function createWorld(
  answers: Answers,
  { at, langs, hooks = [], mainSections = {} }: Asking,
): AskingWorld {
  const asked = new Set<Question>();
  const assets = new Map<string, string>();
  const unknown = nothingUnknown();
  const look = <T>(known: Map<string, T | null>, wanted: Set<string>, key: string): T | null => {
    const answer = known.get(key);
    if (answer === undefined) wanted.add(key);
    return answer ?? null;
  };
  return {
    asked,
    assets,
    unknown,
    world: {
      file(path) {
        asked.add(`file:${path}`);
        return look(answers.files, unknown.files, path);
      },
      text(path) {
        asked.add(`text:${path}`);
        return look(answers.texts, unknown.texts, path);
      },
      page(ref, lang, seeker) {
        const question: PageQuestion = { lang, ...parseReference(ref, seeker, at, langs) };
        asked.add(`page:${nameOf(question.paths[0] ?? "")}`);
        return look(answers.pages, unknown.pages, JSON.stringify(question));
      },
      pages(lang) {
        asked.add(EVERY_PAGE);
        const known = answers.lists.get(lang);
        if (known === undefined) unknown.lists.add(lang);
        return known === undefined ? [] : known;
      },
      names(folder) {
        asked.add(`names:${folder}`);
        return look(answers.names, unknown.names, folder) ?? [];
      },
      reads(setting) {
        asked.add(`setting:${setting}`);
      },
      publishes(path, as = path) {
        if (path.startsWith("assets/")) assets.set(as, path);
      },
      hooks,
      mainSections,
    },
  };
}

/** What a reference and the file that it means have in common: `b` of `../a/B.vi.md#c`, `a/b/index.md`. */
export function nameOf(ref: string): string {
  const path = ref
    .replace(/[#?].*$/, "")
    .replace(/\/_?index\.[^/]+$/, "")
    .replace(/\/+$/, "");
  return normalizePath((path.split("/").at(-1) ?? "").split(".")[0] ?? "");
}

/** The questions that may be answered differently once `path` was written or deleted. */
export function questionsAbout(path: string): Question[] {
  const questions: Question[] = [`file:${path}`, `text:${path}`];
  const root = path.slice(0, path.indexOf("/") + 1);
  if (root === "") return questions;
  questions.push(`names:${root}`, ...foldersOf(path).map((folder) => `names:${folder}`));
  return root === "content/" ? [...questions, `page:${nameOf(path)}`] : questions;
}

/** `content/a/b/c.md` lies in `content/a/` and `content/a/b/`. */
export function foldersOf(path: string): string[] {
  const segments = path.split("/").slice(0, -1);
  return segments.slice(1).map((_, i) => `${segments.slice(0, i + 2).join("/")}/`);
}
