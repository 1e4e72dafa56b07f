// Renders a Hugo site's folder through src/hugo as publishing does, before enrichment, and returns
// every page with the fields that the oracle prints.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { HugoConfig } from "../../src/hugo/config/config.ts";
import { isConfigFile, readConfig } from "../../src/hugo/config/read-config.ts";
import { parseContentFile } from "../../src/hugo/content/front-matter.ts";
import { isIgnored, leafBundleOf, parseContentPath } from "../../src/hugo/content/path.ts";
import { loadGrammars } from "../../src/hugo/markdown/highlight.ts";
import { renderContent } from "../../src/hugo/markdown/render-content.ts";
import type { HugoPage } from "../../src/hugo/page.ts";
import { readPage } from "../../src/hugo/read-page.ts";
import type { FileFacts, PageFacts, World } from "../../src/hugo/world.ts";
import { madePageAt } from "../../src/publish/made-page.ts";
import { formatRfc3339 } from "../../src/site/moment.ts";
import { encodeUrlPath } from "../../src/site/url.ts";

export interface SiteOptions {
  theme: "hugo" | "papermod";
  /** Use the blog's own shortcodes and hooks. */
  own: boolean;
}

/** One page as both engines print it. */
export interface RenderedPage {
  source: string;
  lang: string;
  kind: string;
  url: string;
  relPermalink: string;
  title: string;
  date: string;
  lastmod: string;
  html: string;
  summary: string;
  plain: string;
  toc: string;
  wordCount: number;
  readingTime: number;
  truncated: boolean;
  aliases: string[];
  warnings: string[];
}

export interface RenderedSite {
  pages: RenderedPage[];
  /** Milliseconds spent in rendering, configuration and file reading left out. */
  time: number;
  config: HugoConfig;
}

export async function renderSite(dir: string, options: SiteOptions): Promise<RenderedSite> {
  const paths = [...walk(dir, "")];
  const read = (path: string) => readFileSync(join(dir, path), "utf8");
  const { config } = readConfig(paths.filter(isConfigFile).map((path) => ({ path, text: read(path) })));
  const files = new Map<string, FileFacts>(
    paths.map((path) => [path, { path, sha256: "", mediaType: "application/octet-stream", ...PLACEHOLDER }]),
  );
  const contents = paths.filter((path) => parseContentPath(path, config) && !isIgnored(path, config));
  const leafFolders = new Set(contents.filter(isLeaf).map((path) => path.slice(0, path.lastIndexOf("/"))));
  const owned = contents.filter((path) => {
    const bundle = leafBundleOf(path, leafFolders);
    return bundle === null || (isLeaf(path) && path.slice(0, path.lastIndexOf("/")) === bundle);
  });
  const texts = new Map(owned.map((path) => [path, read(path)]));
  await loadGrammars([...texts.values()]);

  const sections = contents.filter((path) => /\/_index(\.[\w-]+)?\.\w+$/.test(path));
  const resolver = new PageResolver(owned, config);
  const pages: RenderedPage[] = [];
  let time = 0;
  const renderAll = (path: string, text: string) => {
    const at = parseContentPath(path, config);
    if (!at) return;
    const folder = `${at.bundleFolder}/`;
    const siblings = [...files.values()].filter((file) => isBelow(file.path, folder, at.bundle, leafFolders));
    const world: World = {
      file: (name) => files.get(name) ?? null,
      text: (name) => (files.has(name) && (options.own || name.startsWith("content/")) ? read(name) : null),
      page: (ref, lang) => resolver.find(ref, lang, path),
      names: (folder) => (options.own ? paths.filter((name) => name.startsWith(folder)) : []),
      hooks: options.own ? paths.filter((name) => /^layouts\/(?:.*\/)?_markup\//.test(name)) : [],
    };
    const start = performance.now();
    const page = readPage({
      file: { path, text },
      siblings,
      sections,
      config,
      language: at.language,
      theme: options.theme,
      world,
      renderContent,
    });
    time += performance.now() - start;
    pages.push(toRendered(page, config));
    resolver.learn(path, page);
  };
  // Twice when pages refer to each other: the first pass learns the addresses.
  for (const [path, text] of texts) renderAll(path, text);
  if (resolver.asked) {
    pages.length = 0;
    time = 0;
    for (const [path, text] of texts) renderAll(path, text);
  }
  return { pages, time, config };
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

function* walk(dir: string, below: string): Generator<string> {
  for (const entry of readdirSync(join(dir, below), { withFileTypes: true })) {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.name.startsWith(".git") || entry.name === "node_modules" || entry.name === "public") continue;
    if (entry.isDirectory()) yield* walk(dir, path);
    else if (entry.isFile() && statSync(join(dir, path)).size < 5e6) yield path;
  }
}

class PageResolver {
  asked = false;
  readonly #byPath = new Map<string, PageFacts>();
  readonly #byName = new Map<string, PageFacts[]>();
  readonly #paths = new Map<string, string>();

  readonly #config: HugoConfig;

  constructor(paths: string[], config: HugoConfig) {
    this.#config = config;
    for (const path of paths) {
      const at = parseContentPath(path, config);
      if (at) this.#paths.set(path, at.path);
    }
  }

  learn(file: string, page: HugoPage): void {
    const facts: PageFacts = {
      title: page.card.title,
      url: page.card.url,
      lang: page.card.lang,
      path: page.path,
      date: page.card.date ? formatRfc3339(page.card.date) : "",
    };
    this.#byPath.set(`${facts.lang} ${page.path}`, facts);
    const name = `${facts.lang} ${page.path.slice(page.path.lastIndexOf("/") + 1)}`;
    const same = (this.#byName.get(name) ?? []).filter((known) => known.path !== page.path);
    this.#byName.set(name, [...same, facts]);
    this.#paths.set(file, page.path);
  }

  #made(ref: string, lang: string): PageFacts | null {
    const language = this.#config.languages.find((known) => known.lang === lang);
    const sections = new Map(
      [...this.#paths.values()].map((path) => [path.split("/")[1] ?? "", path.split("/")[1]]),
    );
    const made =
      language && madePageAt(ref, { config: this.#config, language }, (section) => sections.get(section));
    return made
      ? { title: made.page.card.title, url: made.page.url, lang, path: made.page.path, date: "" }
      : null;
  }

  find(ref: string, lang: string, from: string): PageFacts | null {
    this.asked = true;
    const name = ref
      .toLowerCase()
      .replaceAll(" ", "-")
      .replace(/\/?(_?index)?(\.[a-z-]{2,5})?\.(md|markdown|html?)$/, "")
      .replace(/\/$/, "");
    const own = this.#paths.get(from) ?? "/";
    const folder = /\/_?index(\.[\w-]+)?\.\w+$/.test(from) ? own : own.slice(0, own.lastIndexOf("/"));
    const candidates = name.startsWith("/")
      ? [name]
      : [join(folder, name), join(own.slice(0, own.lastIndexOf("/")), name), join("/", name)];
    for (const candidate of candidates) {
      const found = this.#byPath.get(`${lang} ${candidate === "" ? "/" : candidate}`);
      if (found) return found;
    }
    const made = this.#made(ref, lang);
    if (made) return made;
    if (name.includes("/")) return null;
    const named = this.#byName.get(`${lang} ${name}`) ?? [];
    return named.length === 1 ? (named[0] ?? null) : null;
  }
}

function toRendered(page: HugoPage, config: HugoConfig): RenderedPage {
  const base = config.baseURL === "" ? "" : new URL(config.baseURL).pathname.replace(/\/$/, "");
  const { card } = page;
  return {
    source: page.file,
    lang: card.lang,
    kind: card.kind,
    url: card.url,
    relPermalink: base + encodeUrlPath(card.url),
    title: card.title,
    date: card.date ? formatRfc3339(card.date) : "",
    lastmod: card.lastmod ? formatRfc3339(card.lastmod) : "",
    html: page.content,
    summary: card.summary,
    plain: page.plain,
    toc: page.toc,
    wordCount: card.wordCount,
    readingTime: card.readingTime,
    truncated: card.truncated,
    aliases: page.aliases,
    warnings: [
      ...page.warnings.map((w) => `${w.path}:${w.line ?? ""} ${w.message}`),
      ...page.problems.map((p) => p.message),
    ],
  };
}

export { parseContentFile };
