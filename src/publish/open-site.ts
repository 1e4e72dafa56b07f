// The site around a change: its configuration, read anew if the change touches it, and whether that
// makes every page render again. Owns what of the configuration rendering depends on.

import type { HugoConfig } from "../hugo/config/config.ts";
import { readConfig } from "../hugo/config/read-config.ts";
import { contentPathsOf } from "../hugo/content/path.ts";
import { type FilePath, isEngineText } from "../site/change-set.ts";
import type { ChangeStore, SiteRows, SiteState } from "../site/change-store.ts";
import type { MadePage } from "../site/contribution.ts";
import { digestText } from "../site/digest.ts";
import type { Problem, Warning } from "../site/problem.ts";
import { compileSite } from "./compile-site.ts";
import { NO_PAGE_SETTINGS, type PageSettings, pageSettingsOf } from "./page-setting.ts";
import { standingContent, type Target, targetFiles, targetTexts } from "./target.ts";

export interface OpenSite {
  config: HugoConfig;
  basePath: string;
  /** By language. */
  mainSections: { [lang: string]: string[] };
  /** Paths of the author's render hooks. */
  hooks: string[];
  /** Settings that pages may print and that changed: `title`, `params`, `copyright`. */
  changedSettings: string[];
  /** Every page is rendered again. */
  whole: boolean;
  /** Set when settings changed. */
  rows: SiteRows | null;
  /** As they stand. */
  pageSettings: PageSettings;
  /** Pages that the configuration alone makes; empty when it did not change. */
  made: MadePage[];
  warnings: Warning[];
}

/** What is stored of the configuration between two changes of it. */
export interface StoredConfig {
  config: HugoConfig;
  mainSections: OpenSite["mainSections"];
  hooks: string[];
  /** Not in what an older version stored. */
  pageSettings?: PageSettings;
  /** Names the renderer that made what stands. */
  renderer: string;
}

/** `null` before the first publishing. */
export const storedConfig = (site: SiteState): StoredConfig | null =>
  site.config === "" ? null : JSON.parse(site.config);

export interface Opening {
  store: ChangeStore;
  site: SiteState;
  stored: StoredConfig | null;
  target: Target;
  /** Names this version of the renderer: another one renders everything again. */
  renderer: string;
  /** As the configuration's `buildDrafts` and its like, whatever that says: `drafts`, `future`, `expired`. */
  build?: readonly string[] | undefined;
  /** Compiles the settings even if the change does not touch them. */
  again?: boolean;
}

/** Not if the configuration cannot be read. */
export type Opened<T> = { ok: true; value: T } | { ok: false; problems: [Problem, ...Problem[]] };

export async function openSite(given: Opening): Promise<Opened<OpenSite>> {
  const { store, site, stored, target, renderer, build = [], again = false } = given;
  const touched = [...target.put.keys(), ...target.delete];
  const settingsTouched = touched.some(
    (path) => isEngineText(path as FilePath) && !path.startsWith("content/"),
  );
  const sectionsOpen =
    stored === null || stored.config.languages.some(({ mainSections }) => mainSections === null);
  const sectionsTouched = sectionsOpen && mayMoveMainSections(target, stored);
  if (stored !== null && !again && !settingsTouched && !sectionsTouched && stored.renderer === renderer) {
    const { config, mainSections, hooks, pageSettings = NO_PAGE_SETTINGS } = stored;
    return {
      ok: true,
      value: {
        config,
        mainSections,
        hooks,
        pageSettings,
        changedSettings: [],
        basePath: site.basePath,
        whole: false,
        rows: null,
        made: [],
        warnings: [],
      },
    };
  }

  const files = targetFiles(await store.settingFiles(), target, (path) => isEngineText(path as FilePath));
  const digests = files.map(({ sha256 }) => sha256);
  const texts = await targetTexts(store, target, digests);
  const sources = files.map(({ path, sha256 }) => ({ path, text: texts.get(sha256) ?? "" }));
  const { config: written, problems, warnings } = readConfig(sources);
  const [problem, ...others] = problems;
  if (problem !== undefined) return { ok: false, problems: [problem, ...others] };
  const config = {
    ...written,
    ...(build.includes("drafts") && { buildDrafts: true }),
    ...(build.includes("future") && { buildFuture: true }),
    ...(build.includes("expired") && { buildExpired: true }),
  };

  const mainSections = await readMainSections(config, { store, target });
  const hooks = sources.map(({ path }) => path).filter((path) => HOOK.test(path));
  const renderingDigest = digestText(JSON.stringify([renderer, mainSections, hooks, renderingPart(config)]));
  const pageSettings = stored?.pageSettings ?? NO_PAGE_SETTINGS;
  const compiled = await compileSite({ config, mainSections, pageSettings, sources });
  return {
    ok: true,
    value: {
      config,
      mainSections,
      hooks,
      pageSettings,
      changedSettings: stored === null ? [] : changedSettings(stored.config, config),
      basePath: compiled.basePath,
      whole: renderingDigest !== site.renderingDigest,
      rows: {
        basePath: compiled.basePath,
        config: JSON.stringify({
          config,
          mainSections,
          hooks,
          pageSettings,
          renderer,
        } satisfies StoredConfig),
        renderingDigest,
        languages: compiled.languages,
        routes: compiled.routes,
      },
      made: compiled.made,
      warnings: [...warnings, ...compiled.warnings],
    },
  };
}

/** The settings with what pages make of them, which is known when the pages are. */
export function withPageSettings(rows: SiteRows, pageSettings: PageSettings): SiteRows {
  const stored: StoredConfig = JSON.parse(rows.config);
  const languages = rows.languages.map(({ settings: { termTitles, ...rest }, position }) => {
    const settings = { ...rest, ...pageSettingsOf(pageSettings, rest.lang) };
    return { settings, position, digest: digestText(JSON.stringify(settings)) };
  });
  return { ...rows, config: JSON.stringify({ ...stored, pageSettings } satisfies StoredConfig), languages };
}

const HOOK = /^layouts\/(.+\/)?_markup\/render-[^/]+\.html$/;

function changedSettings(before: HugoConfig, after: HugoConfig): string[] {
  const of = (config: HugoConfig, setting: "title" | "params" | "copyright") =>
    JSON.stringify(config.languages.map((language) => language[setting]));
  return (["title", "params", "copyright"] as const).filter(
    (setting) => of(before, setting) !== of(after, setting),
  );
}

/** Another section becomes the largest when content comes there, or goes from the main one. */
function mayMoveMainSections(target: Target, stored: StoredConfig | null): boolean {
  if (stored === null) return true;
  const { config, mainSections } = stored;
  const isIn = (path: string, isMain: boolean): boolean =>
    contentPathsOf(path, config).some(
      ({ language, section }) =>
        section !== "" && (mainSections[language.lang] ?? []).includes(section) === isMain,
    );
  const { put, delete: gone } = target;
  return [...put.keys()].some((path) => isIn(path, false)) || [...gone].some((path) => isIn(path, true));
}

async function readMainSections(
  config: HugoConfig,
  { store, target }: { store: ChangeStore; target: Target },
): Promise<OpenSite["mainSections"]> {
  const areNamed = config.languages.every(({ mainSections }) => mainSections !== null);
  const content = areNamed ? [] : targetFiles(await standingContent(store, target), target, isBelowContent);
  return mainSectionsOf(
    content.map(({ path }) => path),
    config,
  );
}

const isBelowContent = (path: string): boolean => path.startsWith("content/");

/** As configured, else the section with the most pages, as Hugo chooses. */
export function mainSectionsOf(content: readonly string[], config: HugoConfig): OpenSite["mainSections"] {
  const counts = new Map<string, Map<string, number>>();
  for (const { language, section, bundle } of content.flatMap((path) => contentPathsOf(path, config))) {
    if (section === "" || bundle === "branch") continue;
    const sections = counts.get(language.lang) ?? new Map<string, number>();
    counts.set(language.lang, sections.set(section, (sections.get(section) ?? 0) + 1));
  }
  const largest = (lang: string): string[] => {
    const sections = [...(counts.get(lang) ?? [])].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
    return sections.slice(0, 1).map(([section]) => section);
  };
  return Object.fromEntries(
    config.languages.map(({ lang, mainSections }) => [lang, mainSections ?? largest(lang)]),
  );
}

/** All but what is shown beside the pages: that only purges. */
function renderingPart(config: HugoConfig) {
  return {
    ...config,
    languages: config.languages.map(({ title, copyright, params, menus, ...rest }) => rest),
    // Decides what the archive lists, which is told when it is rendered.
    archives: config.languages.map(({ params }) => params.showallpagesinarchive === true),
  };
}
