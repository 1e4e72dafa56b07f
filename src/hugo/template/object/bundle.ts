// `.Page.Resources` of the page that is rendered: the files of its bundle, and after them the content
// files that lie there, which are pages without an address: a template can show what is in them.

import { readFields } from "../../content/fields.ts";
import { parseContentFile } from "../../content/front-matter.ts";
import { type ContentPath, contentPathsOf } from "../../content/path.ts";
import { sortKey } from "../../content/sort-key.ts";
import { sourceOf } from "../../content/source.ts";
import type { Runtime } from "../runtime.ts";
import type { Value } from "../value.ts";
import { Page } from "./page.ts";
import { Resource } from "./resource.ts";
import { Resources } from "./resource-list.ts";

export function bundleOf(runtime: Runtime): Resources {
  const files = runtime.source.resources.map((resource) => new Resource(resource, runtime));
  return new Resources([...files, ...bundledPages(runtime)]);
}

class BundledPage extends Page {
  readonly resourceType = "page";
  readonly names: string[];
  readonly #name: string;

  /** `name`: its path below the bundle. */
  constructor(name: string, ...page: ConstructorParameters<typeof Page>) {
    super(...page);
    this.#name = name;
    this.names = [name.toLowerCase()];
  }

  override member(name: string, args: Value[]): Value | undefined {
    switch (name) {
      case "Name":
        return this.#name;
      case "ResourceType":
        return this.resourceType;
      case "Resources":
        return new Resources([]);
    }
    return super.member(name, args);
  }
}

/** In Hugo's order of pages. */
function bundledPages(runtime: Runtime): BundledPage[] {
  const { source, context } = runtime;
  if (source.bundle !== "leaf") return [];
  const folder = source.file.slice(0, source.file.lastIndexOf("/"));
  const mount = source.file.slice(0, -source.fileBelow.length - 1);
  const found = (context.world.names?.(`${folder}/`) ?? [])
    .flatMap((file) => contentPathsOf(file, context.config))
    .filter((at) => at.mount.folder === mount && at.language.lang === context.language.lang)
    .filter((at) => at.folder !== folder || at.bundle === "single")
    .flatMap((at) => bundledPage(at, folder, runtime) ?? []);
  return found.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ page }) => page);
}

function bundledPage(
  at: ContentPath,
  folder: string,
  runtime: Runtime,
): { key: string; page: BundledPage } | null {
  const { source, context } = runtime;
  const { config, language, world } = context;
  const text = world.text(at.file);
  if (text === null) return null;
  runtime.budget.step(10 + text.length / 20);
  const file = parseContentFile(at.file, text);
  const { params, lines } = file;
  const fields = readFields({
    file: at.file,
    params,
    lines,
    baseName: at.originalBaseName,
    config,
    language,
  });
  const { title, linkTitle, date, weight } = fields;
  const name = at.file.slice(folder.length + 1);
  const path = `${source.path}/${name}`.toLowerCase();
  const own = { ...sourceOf(at, file, fields), type: fields.type || source.type, path, resources: [] };
  const page = { ...source, ...own, relPermalink: "", permalink: "" };
  return {
    key: sortKey({ kind: "page", weight, date, title: linkTitle || title, lang: language.lang, path }),
    page: new BundledPage(name, page, runtime),
  };
}
