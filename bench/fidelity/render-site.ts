// Renders a Hugo site's folder through src/hugo as publishing does, before enrichment, and returns
// every page with what is compared with Hugo's.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { HugoConfig } from "../../src/hugo/config/config.ts";
import { isConfigFile, readConfig } from "../../src/hugo/config/read-config.ts";
import { parseReference, type Seeker } from "../../src/hugo/content/page-reference.ts";
import {
  bundleFoldersOf,
  type ContentPath,
  contentPathsOf,
  isIgnored,
  leafBundleOf,
  normalizePath,
} from "../../src/hugo/content/path.ts";
import type { ContentSource, RenderContent } from "../../src/hugo/markdown/content.ts";
import { loadGrammars } from "../../src/hugo/markdown/highlight.ts";
import type { HugoPage } from "../../src/hugo/page.ts";
import { readPage } from "../../src/hugo/read-page.ts";
import type { FileFacts, ListedPage, PageFacts, World } from "../../src/hugo/world.ts";
import { mainSectionsOf } from "../../src/publish/open-site.ts";
import { listed } from "../../src/publish/page-list.ts";
import { type FoundPage, factsOf, madeFacts } from "../../src/publish/page-lookup.ts";
import { type Place, placesOf, rendererFor } from "../../src/publish/place.ts";
import { cascadesIn } from "../../src/publish/structure.ts";
import type { FilePath } from "../../src/site/change-set.ts";
import { formatRfc3339 } from "../../src/site/moment.ts";
import { encodeUrlPath } from "../../src/site/url.ts";
import { NOT_OF_SITE, walk } from "./hugo-engine.ts";
import type { ComparedPage } from "./oracle.ts";

export interface SiteOptions {
  theme: "hugo" | "papermod";
  /** Use the blog's own shortcodes and hooks. */
  own: boolean;
}

export interface RenderedPage extends ComparedPage {
  source: string;
  /** The same below its content folder, as Hugo names it. */
  below: string;
}

export interface RenderedSite {
  pages: RenderedPage[];
  /** Milliseconds spent in rendering, configuration and file reading left out. */
  time: number;
}

export async function renderSite(dir: string, options: SiteOptions): Promise<RenderedSite> {
  const paths = [...walk(dir, NOT_OF_SITE)];
  const read = (path: string) => readFileSync(join(dir, path), "utf8");
  const { config } = readConfig(paths.filter(isConfigFile).map((path) => ({ path, text: read(path) })));
  const files = new Map<string, FileFacts>(
    paths.map((path) => [path, { path, sha256: "", mediaType: "application/octet-stream", ...PLACEHOLDER }]),
  );
  const contents = paths.filter(
    (path) => contentPathsOf(path, config).length > 0 && !isIgnored(path, config),
  );
  const leafFolders = new Set(contents.filter(isLeaf).map((path) => path.slice(0, path.lastIndexOf("/"))));
  const owned = contents.filter((path) => {
    const bundle = leafBundleOf(path, leafFolders);
    return bundle === null || (isLeaf(path) && path.slice(0, path.lastIndexOf("/")) === bundle);
  });
  const texts = new Map(owned.map((path) => [path, read(path)]));
  const groups = owned.flatMap((path) =>
    placesOf({ path: path as FilePath, text: texts.get(path) ?? "" }, config),
  );
  await loadGrammars([...texts.values()]);

  const sections = contents
    .flatMap((path) => contentPathsOf(path, config))
    .filter(({ bundle }) => bundle === "branch");
  const cascades = cascadesIn(sections.map(({ file }) => ({ path: file, text: texts.get(file) })));
  const mainSections = mainSectionsOf(contents, config);
  const resolver = new PageResolver(
    groups.flat().map(({ at }) => at),
    config,
  );
  const pages: RenderedPage[] = [];
  let time = 0;
  const render = ({ at, text }: Place, renderContent: RenderContent) => {
    const siblings = bundleFoldersOf(at, config).flatMap((folder) =>
      [...files.values()].filter((file) => isBelow(file.path, `${folder}/`, at.bundle, leafFolders)),
    );
    const world: World = {
      file: (name) => files.get(name) ?? null,
      text: (name) => (files.has(name) && (options.own || name.startsWith("content/")) ? read(name) : null),
      page: (ref, lang, seeker) => resolver.find(ref, lang, seeker, at),
      pages: (lang) => resolver.list(lang),
      names: (folder) => (options.own ? paths.filter((name) => name.startsWith(folder)) : []),
      hooks: options.own ? paths.filter((name) => /^layouts\/(?:.*\/)?_markup\//.test(name)) : [],
      mainSections,
    };
    let source: ContentSource | undefined;
    const start = performance.now();
    const page = readPage({
      at,
      text,
      siblings,
      sections,
      cascades,
      config,
      theme: options.theme,
      world,
      renderContent(given, context) {
        source ??= given;
        return renderContent(given, context);
      },
    });
    time += performance.now() - start;
    pages.push({ ...toRendered(page, config), below: at.file.slice(at.mount.folder.length + 1) });
    if (source !== undefined) resolver.learn(page, source);
  };
  // Twice when pages refer to each other: the first pass learns the addresses.
  const renderAll = () => {
    for (const places of groups) {
      const renderContent = rendererFor(places);
      for (const place of places) render(place, renderContent);
    }
  };
  renderAll();
  if (resolver.asked) {
    pages.length = 0;
    time = 0;
    renderAll();
  }
  return { pages, time };
}

/** Hugo is given pictures of one pixel. */
const PLACEHOLDER = { width: 1, height: 1 };

const isLeaf = (path: string): boolean => /\/index(\.[\w-]+)?\.\w+$/.test(path);

/** Files of the page's folder that belong to no other page there. */
function isBelow(path: string, folder: string, bundle: string, leafFolders: Set<string>): boolean {
  if (!path.startsWith(folder)) return false;
  if (bundle === "leaf") return true;
  const isNested = path.slice(folder.length).includes("/");
  return !(bundle === "branch" && isNested) && leafBundleOf(path, leafFolders) === null;
}

class PageResolver {
  asked = false;
  readonly #byPath = new Map<string, PageFacts>();
  readonly #found = new Map<string, FoundPage>();
  readonly #byName = new Map<string, PageFacts[]>();
  readonly #sections: Map<string, string>;
  readonly #config: HugoConfig;

  constructor(places: ContentPath[], config: HugoConfig) {
    this.#config = config;
    this.#sections = new Map(
      places
        .filter(({ section }) => section !== "")
        .map(({ language, section, originalPath }) => [
          `${language.lang} ${section}`,
          originalPath.split("/")[1] ?? "",
        ]),
    );
  }

  learn(page: HugoPage, source: ContentSource): void {
    const found = { page, source: { ...source, resources: [] } };
    const facts = factsOf(page, found.source);
    this.#found.set(`${facts.lang} ${page.path}`, found);
    this.#byPath.set(`${facts.lang} ${page.path}`, facts);
    const name = `${facts.lang} ${page.path.slice(page.path.lastIndexOf("/") + 1)}`;
    const same = (this.#byName.get(name) ?? []).filter((known) => known.path !== page.path);
    this.#byName.set(name, [...same, facts]);
  }

  list(lang: string): ListedPage[] {
    this.asked = true;
    const own = [...this.#found.values()].filter(({ page }) => page.card.lang === lang);
    return listed(own, { lang, config: this.#config, now: Math.floor(Date.now() / 1000) });
  }

  #made(path: string, lang: string): PageFacts | null {
    const folderOf = (section: string) => this.#sections.get(`${lang} ${section}`);
    return madeFacts(path, lang, { config: this.#config, folderOf });
  }

  find(ref: string, lang: string, seeker: Seeker, at: ContentPath): PageFacts | null {
    this.asked = true;
    const langs = this.#config.languages.map((language) => language.lang);
    const { paths, name } = parseReference(ref, seeker, at, langs);
    for (const path of paths) {
      const found = this.#byPath.get(`${lang} ${normalizePath(path)}`) ?? this.#made(path, lang);
      if (found) return found;
    }
    const named = name === null ? [] : (this.#byName.get(`${lang} ${name}`) ?? []);
    return named.length === 1 ? (named[0] ?? null) : null;
  }
}

function toRendered(page: HugoPage, config: HugoConfig): Omit<RenderedPage, "below"> {
  const base = config.baseURL === "" ? "" : new URL(config.baseURL).pathname.replace(/\/$/, "");
  const { card } = page;
  return {
    source: page.file,
    lang: card.lang,
    relPermalink: base + encodeUrlPath(card.url),
    title: card.title,
    date: card.date ? formatRfc3339(card.date) : "",
    html: page.content,
    summary: card.summary,
    plain: page.plain,
    toc: page.toc,
    wordCount: card.wordCount,
    readingTime: card.readingTime,
    truncated: card.truncated,
  };
}
