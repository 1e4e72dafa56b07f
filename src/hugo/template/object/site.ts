// The site as a template sees it, in one of its languages. Each setting that is read is told to the
// world, so that a change of it renders the page again; and so is that every page is looked through.

import { originOf } from "../../config/base-url.ts";
import type { LanguageConfig } from "../../config/config.ts";
import { homeUrl, languagePrefix } from "../../content/permalink.ts";
import { absolutePath } from "../../markdown/resource.ts";
import type { ListedPage } from "../../world.ts";
import { toText } from "../print.ts";
import type { Runtime } from "../runtime.ts";
import { fail, fromParam, GoMap, GoObject, mapOf, type Value } from "../value.ts";
import { Language } from "./language.ts";
import { findPage, listsWhere, pagesWhere } from "./page.ts";
import { taxonomiesOf } from "./taxonomy.ts";

const UNKNOWN = new Set("AllPages Menus LastChange Lastmod GetHomePage Author Authors Social".split(" "));

export class Site extends GoObject {
  readonly typeName = "page.Site";
  readonly #runtime: Runtime;
  readonly #data: Value;
  readonly #store: GoObject;
  readonly #language: LanguageConfig;

  constructor(runtime: Runtime, data: Value, store: GoObject, language = runtime.context.language) {
    super();
    this.#runtime = runtime;
    this.#data = data;
    this.#store = store;
    this.#language = language;
  }

  member(name: string, args: Value[]): Value | undefined {
    const { config, world } = this.#runtime.context;
    const language = this.#language;
    switch (name) {
      case "Title":
        world.reads?.("title");
        return language.title;
      case "Params":
        world.reads?.("params");
        return fromParam(language.params);
      case "Param":
        world.reads?.("params");
        return mapOf(fromParam(language.params))?.get(toText(args[0] ?? null)) ?? null;
      case "Copyright":
        world.reads?.("copyright");
        return language.copyright;
      case "BaseURL":
        return config.baseURL;
      case "LanguageCode":
        return language.languageCode;
      case "LanguagePrefix":
        return languagePrefix(language, config);
      case "Language":
        return new Language(language);
      case "IsMultiLingual":
        return config.languages.length > 1;
      case "IsDefault":
        return language.lang === config.defaultContentLanguage;
      case "Data":
        return this.#data;
      case "Store":
        return this.#store;
      case "GetPage":
        return findPage(referredBy(args.map(toText)), "site", this.#runtime, this.#language.lang);
      case "Pages":
        return pagesWhere(language.lang, this.#runtime, ({ isLocal }) => !isLocal);
      case "RegularPages":
        return pagesWhere(language.lang, this.#runtime, ({ kind, isLocal }) => kind === "page" && !isLocal);
      case "Sections":
        return listsWhere(language.lang, this.#runtime, isTopSection);
      case "MainSections":
        return [...(world.mainSections?.[language.lang] ?? [])];
      case "Taxonomies":
        return taxonomiesOf(language, this.#runtime);
      case "Config":
        return new GoMap(
          new Map([
            ["Privacy", fromParam(config.privacy)],
            ["Services", fromParam(config.services)],
          ]),
        );
      case "Home":
        return this.#home();
      case "Sites":
        return config.languages
          .filter(({ disabled }) => !disabled)
          .map(({ lang }) => this.#runtime.siteIn(lang));
      case "IsServer":
      case "BuildDrafts":
        return false;
    }
    if (UNKNOWN.has(name)) return fail(`.Site.${name} is not supported`);
    return undefined;
  }

  /** Where home is, and what it is called; its pages are not there. */
  #home(): Value {
    const { config } = this.#runtime.context;
    const language = this.#language;
    const path = absolutePath(config, homeUrl(language, config));
    return new GoMap(
      new Map<string, Value>([
        ["RelPermalink", path],
        ["Permalink", originOf(config) + path],
        ["Title", language.title],
      ]),
    );
  }

  override identity(): string {
    return this.#language.lang;
  }

  print(): string {
    return "Site";
  }
}

const isTopSection = ({ kind, path }: ListedPage): boolean =>
  kind === "section" && path.lastIndexOf("/") === 0;

/** A path, or a kind and a path as templates had it once: `"section" "posts"`, `"home"`. */
function referredBy(args: string[]): string {
  const [first, path] = args.filter((arg) => arg !== "" && arg !== "/");
  if (
    first === undefined ||
    first === "home" ||
    (first === "section" && args.length > 1 && path === undefined)
  )
    return "/";
  return path ?? first;
}
