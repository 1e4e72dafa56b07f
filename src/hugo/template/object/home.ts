// Home, as a render hook sees it where Markdown is rendered as home's: `markdownify`. What a hook asks of a page is
// known without a look; only what is left is asked of home's own file.

import { originOf } from "../../config/base-url.ts";
import { homeUrl } from "../../content/permalink.ts";
import { absolutePath } from "../../markdown/resource.ts";
import { toText } from "../print.ts";
import type { Runtime } from "../runtime.ts";
import { fail, GoObject, type Value } from "../value.ts";
import { findPage } from "./page.ts";
import { Resources } from "./resource-list.ts";
import { Scratch } from "./scratch.ts";

export class Home extends GoObject {
  readonly typeName = "page.Page";
  readonly #runtime: Runtime;
  readonly #store = new Scratch("Store");

  constructor(runtime: Runtime) {
    super();
    this.#runtime = runtime;
  }

  member(name: string, args: Value[]): Value | undefined {
    const { config, language } = this.#runtime.context;
    const path = absolutePath(config, homeUrl(language, config));
    switch (name) {
      case "Kind":
        return "home";
      case "IsHome":
      case "IsNode":
        return true;
      case "IsPage":
      case "IsSection":
        return false;
      case "Path":
        return "/";
      case "Section":
        return "";
      case "Type":
        return "page";
      case "Lang":
        return language.lang;
      case "RelPermalink":
        return path;
      case "Permalink":
        return originOf(config) + path;
      case "Site":
        return this.#runtime.site;
      case "Page":
        return this;
      case "Resources":
        return new Resources([]);
      case "Store":
      case "Scratch":
        return this.#store;
      case "GetPage":
        return findPage(`/${toText(args[0] ?? null)}`, "page", this.#runtime);
    }
    const own = findPage("/", "site", this.#runtime);
    return own instanceof GoObject ? own.member(name, args) : fail(`home has no .${name}`);
  }

  override identity(): string {
    return "/";
  }

  print(): string {
    return "Page(/)";
  }
}
