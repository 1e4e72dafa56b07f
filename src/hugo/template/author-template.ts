// The author's own templates of one page: finds them below layouts/, parses each once, and holds what
// they share while the page is rendered.

import type { Content, ContentSource, RenderContext } from "../markdown/content.ts";
import type { Budget } from "./budget.ts";
import type { Template } from "./node.ts";
import { bundleOf } from "./object/bundle.ts";
import { DataFolder } from "./object/data.ts";
import { Home } from "./object/home.ts";
import { Page } from "./object/page.ts";
import { Scratch } from "./object/scratch.ts";
import { Site } from "./object/site.ts";
import { parseTemplate } from "./parse.ts";
import type { Runtime } from "./runtime.ts";
import { fail, type GoObject, TemplateError } from "./value.ts";

/** What templates ask the renderer of content for. */
export interface TemplatePort {
  /** As home's: no bundle, and references from the root. */
  markdownify(text: string): string;
  renderInline(text: string): string;
  renderBlocks(text: string): string;
  /** Another page's; `null` for one that is not known yet, or shows this one in turn. */
  contentOf(source: ContentSource): Content | null;
}

export class AuthorTemplates {
  readonly #context: RenderContext;
  readonly #parsed = new Map<string, Template | TemplateError>();
  /** By name below layouts/: the path of the file, or that there is none. */
  readonly #found = new Map<string, string | null>();
  #warn: (message: string) => void = () => {};
  readonly runtime: Runtime;

  constructor(source: ContentSource, context: RenderContext, markdown: TemplatePort, budget: Budget) {
    this.#context = context;
    const data = new DataFolder(context.world);
    const shared = {
      source,
      context,
      budget,
      template: (name: string) => this.find(name),
      markdownify: (text: string) => markdown.markdownify(text),
      renderInline: (text: string) => markdown.renderInline(text),
      renderBlocks: (text: string) => markdown.renderBlocks(text),
      contentOf: (other: ContentSource) => {
        budget.step(1_000 + other.body.length / 4);
        return markdown.contentOf(other) ?? fail(`${other.file} shows the page that shows it`);
      },
      warn: (message: string) => this.#warn(message),
      cached: new Map(),
      draws: 0,
      data: new Map(),
      defined: [],
    };
    let bundle: GoObject | null = null;
    const resources = (): GoObject => {
      bundle ??= bundleOf(runtime);
      return bundle;
    };
    const store = new Scratch("Store");
    const sites = new Map<string, Site>();
    const siteIn = (lang: string): Site => {
      const language = context.config.languages.find((known) => known.lang === lang);
      const site = sites.get(lang) ?? new Site(runtime, data, store, language);
      sites.set(lang, site);
      return site;
    };
    const runtime: Runtime = { ...shared, page: data, home: data, site: data, siteIn, resources };
    runtime.page = new Page(source, runtime);
    runtime.home = new Home(runtime);
    runtime.site = siteIn(context.language.lang);
    this.runtime = runtime;
  }

  /** Runs `work` with warnings going to `warn`. */
  warning<T>(warn: (message: string) => void, work: () => T): T {
    const outer = this.#warn;
    this.#warn = warn;
    try {
      return work();
    } finally {
      this.#warn = outer;
    }
  }

  /** `shortcodes/note`, `partials/a.html`. Throws what parsing it threw. */
  find(name: string): Template | null {
    const path = this.pathOf(name);
    return path === null ? null : this.parse(path);
  }

  pathOf(name: string): string | null {
    const known = this.#found.get(name);
    if (known !== undefined) return known;
    const path =
      this.#candidates(name).find((candidate) => this.#context.world.text(candidate) !== null) ?? null;
    this.#found.set(name, path);
    return path;
  }

  parse(path: string): Template {
    let known = this.#parsed.get(path);
    if (known === undefined) {
      known = parseOrError(path, this.#context.world.text(path) ?? "");
      this.#parsed.set(path, known);
    }
    if (known instanceof TemplateError) throw known;
    return known;
  }

  /** Newer folder names before older, the page's language before none. */
  #candidates(name: string): string[] {
    if (/(?:^|\/)\.{0,2}(?:\/|$)/.test(name)) return [];
    const bare = name.replace(/\.html$/, "");
    const { languages } = this.#context.config;
    const endings = languages.length > 1 ? [`.${this.#context.language.lang}.html`, ".html"] : [".html"];
    return endings.flatMap((ending) => [`layouts/_${bare}${ending}`, `layouts/${bare}${ending}`]);
  }
}

function parseOrError(path: string, text: string): Template | TemplateError {
  try {
    return parseTemplate(path, text);
  } catch (error) {
    if (error instanceof TemplateError) return error;
    throw error;
  }
}
