// Where a content file stands: what kind of page it is, the page that lists it, its address, and its
// front matter with what it has from the sections above.

import type { Kind } from "../site/page.ts";
import { inLanguage, type LanguageConfig } from "./config/config.ts";
import { withCascade } from "./content/cascade.ts";
import { type Fields, readFields } from "./content/fields.ts";
import { type ContentFile, parseContentFile } from "./content/front-matter.ts";
import {
  type ContentPath,
  contentPathsOf,
  counterpartsOf,
  fileName,
  normalizePath,
  sectionsAbove,
} from "./content/path.ts";
import { type Permalink, permalinkOf } from "./content/permalink.ts";
import type { ReadPageInput } from "./page.ts";

export interface PlacedPage {
  source: ContentFile;
  fields: Fields;
  kind: Kind;
  /** Logical path of the page that lists this one; `null` for home. */
  parent: string | null;
  permalink: Permalink;
}

type Surroundings = Pick<ReadPageInput, "config" | "sections" | "cascades" | "world">;

export function placePage(at: ContentPath, text: string, around: Surroundings): PlacedPage {
  const { cascades = {} } = around;
  const { language, path } = at;
  const config = inLanguage(around.config, language);
  const source = parseContentFile(at.file, text);
  const kind = kindOf(at, language);
  const indexFiles = indexFilesOf(at, around);
  const above = sectionsAbove(path, new Set(indexFiles.keys()));
  const inherited = [...above, "/"].map((section) => cascades[indexFiles.get(section) ?? ""]);
  const levels = [source.params.cascade, ...inherited, ...config.cascade];
  const params = withCascade(source.params, levels, { path, kind, lang: language.lang });
  const fields = readFields({
    ...{ file: at.file, params, lines: source.lines, baseName: at.originalBaseName, config, language },
  });
  const parent = kind === "home" ? null : kind === "term" ? taxonomyOf(path, language) : (above[0] ?? "/");
  const currentSection = kind === "page" ? (parent ?? "/") : path;
  const permalink = permalinkOf({
    ...{
      kind,
      path,
      originalPath: config.disablePathToLower ? at.casedPath : at.originalPath,
      section: at.section,
      currentSection,
    },
    ...{ title: fields.title, slug: fields.slug, url: fields.url, date: fields.date, config, language },
  });
  return { source, fields, kind, parent, permalink };
}

/** Where the same bundle's page in another language publishes its files; `null` if there is none. */
export function translationBase(at: ContentPath, lang: string, around: Surroundings): string | null {
  const base = fileName(at);
  const folders = [at.folder, ...counterpartsOf(at.folder, at.mount, around.config)];
  const names = [`${base}.md`, `${base}.${lang}.md`];
  for (const path of folders.flatMap((folder) => names.map((name) => `${folder}/${name}`))) {
    const other = contentPathsOf(path, around.config).find(({ language }) => language.lang === lang);
    const text = other === undefined ? null : around.world.text(other.file);
    if (other !== undefined && text !== null) return placePage(other, text, around).permalink.resourceBase;
  }
  return null;
}

/** An `_index` file of a taxonomy's folder is that list's own text, one below it a term's. */
function kindOf({ path, bundle }: ContentPath, language: LanguageConfig): Kind {
  if (path === "/") return "home";
  if (bundle !== "branch") return "page";
  const taxonomy = taxonomyOf(path, language);
  return taxonomy === null ? "section" : path === taxonomy ? "taxonomy" : "term";
}

function taxonomyOf(path: string, { taxonomies }: LanguageConfig): string | null {
  const all = Object.values(taxonomies).map((plural) => `/${normalizePath(plural)}`);
  return all.find((taxonomy) => path === taxonomy || path.startsWith(`${taxonomy}/`)) ?? null;
}

/** The `_index` files of the page's language, by logical path. */
function indexFilesOf(at: ContentPath, { sections }: Surroundings): Map<string, string> {
  const files = new Map<string, string>();
  for (const section of sections) {
    if (section.bundle !== "branch" || section.language.lang !== at.language.lang) continue;
    files.set(section.path, section.file);
  }
  return files;
}
