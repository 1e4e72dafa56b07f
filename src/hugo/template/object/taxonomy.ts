// A site's taxonomies as a template sees them: the terms that pages name, each with these pages.

import type { LanguageConfig } from "../../config/config.ts";
import type { ListedPage } from "../../world.ts";
import { toText } from "../print.ts";
import type { Runtime } from "../runtime.ts";
import { byCodePoint, GoMap, GoObject, Nil, type Value } from "../value.ts";
import { listedPages, pageOf, pagesOf } from "./page.ts";
import type { Pages } from "./pages.ts";

/** By their plurals. */
export function taxonomiesOf({ lang, taxonomies }: LanguageConfig, runtime: Runtime): GoMap {
  const all = listedPages(lang, runtime);
  const byPath = new Map(all.map((page) => [page.path, page]));
  const found = new Map(Object.values(taxonomies).map((plural) => [plural, new Map<string, Naming>()]));
  for (const page of all.filter(({ isLocal }) => !isLocal)) {
    for (const { name, path } of page.terms) {
      const terms = found.get(path.split("/", 2)[1] ?? "");
      const naming = terms?.get(path);
      if (naming) naming.pages.push(page);
      else terms?.set(path, { key: name.toLowerCase(), term: byPath.get(path), pages: [page] });
    }
  }
  const weighted = ({ key, term, pages }: Naming) =>
    [key, new WeightedPages(term ? pageOf(term, runtime) : null, pagesOf(pages, lang, runtime))] as const;
  return new GoMap(
    new Map(
      Array.from(found, ([plural, terms]) => [
        plural,
        new Taxonomy(new Map(Array.from(terms.values(), weighted)), lang),
      ]),
    ),
  );
}

interface Naming {
  /** As the first page writes it, in lower case. */
  key: string;
  term: ListedPage | undefined;
  pages: ListedPage[];
}

const NO_PAGES = new Nil("page.WeightedPages");

class Taxonomy extends GoObject {
  readonly typeName = "page.Taxonomy";
  readonly #terms: Map<string, WeightedPages>;
  /** By whose alphabet terms are ordered. */
  readonly #lang: string;

  constructor(terms: Map<string, WeightedPages>, lang: string) {
    super();
    this.#terms = terms;
    this.#lang = lang;
  }

  member(name: string, args: Value[]): Value | undefined {
    const wanted = toText(args[0] ?? null).toLowerCase();
    switch (name) {
      case "Get":
        return this.#terms.get(wanted) ?? NO_PAGES;
      case "Count":
        return this.#terms.get(wanted)?.count ?? 0;
      case "Alphabetical": {
        const { compare } = new Intl.Collator(this.#lang || "en");
        return this.#ordered((a, b) => compare(a.name, b.name));
      }
      case "ByCount":
        return this.#ordered((a, b) => b.pages.count - a.pages.count || byCodePoint(a.name, b.name));
    }
    return this.#terms.get(name) ?? NO_PAGES;
  }

  #ordered(compare: (a: TaxonomyEntry, b: TaxonomyEntry) => number): OrderedTaxonomy {
    const entries = Array.from(this.#terms, ([name, pages]) => new TaxonomyEntry(name, pages));
    return new OrderedTaxonomy(entries.sort(compare));
  }

  override items(): GoMap {
    return new GoMap(new Map(this.#terms));
  }

  override truth(): boolean {
    return this.#terms.size > 0;
  }

  print(): string {
    return `Taxonomy(${this.#terms.size})`;
  }
}

class OrderedTaxonomy extends GoObject {
  readonly typeName = "page.OrderedTaxonomy";
  readonly entries: TaxonomyEntry[];

  constructor(entries: TaxonomyEntry[]) {
    super();
    this.entries = entries;
  }

  member(name: string): Value | undefined {
    return name === "Reverse" ? this.of(this.entries.toReversed()) : undefined;
  }

  override of(entries: Value[]): OrderedTaxonomy {
    return new OrderedTaxonomy(entries.filter((entry) => entry instanceof TaxonomyEntry));
  }

  override items(): Value[] {
    return this.entries;
  }

  override truth(): boolean {
    return this.entries.length > 0;
  }

  print(): string {
    return `OrderedTaxonomy(${this.entries.length})`;
  }
}

/** The pages of a term. */
class WeightedPages extends GoObject {
  readonly typeName = "page.WeightedPages";
  readonly #term: Value;
  readonly #pages: Pages;

  constructor(term: Value, pages: Pages) {
    super();
    this.#term = term;
    this.#pages = pages;
  }

  get count(): number {
    return this.#pages.items().length;
  }

  member(name: string): Value | undefined {
    switch (name) {
      case "Page":
        return this.#term;
      case "Pages":
        return this.#pages;
      case "Count":
      case "Len":
        return this.count;
    }
    return undefined;
  }

  override items(): Value[] {
    return this.#pages.items();
  }

  override truth(): boolean {
    return this.count > 0;
  }

  print(): string {
    return `WeightedPages(${this.count})`;
  }
}

class TaxonomyEntry extends GoObject {
  readonly typeName = "page.OrderedTaxonomyEntry";
  readonly name: string;
  readonly pages: WeightedPages;

  constructor(name: string, pages: WeightedPages) {
    super();
    this.name = name;
    this.pages = pages;
  }

  member(name: string): Value | undefined {
    switch (name) {
      case "Name":
      case "Term":
        return this.name;
      case "WeightedPages":
        return this.pages;
    }
    return this.pages.member(name);
  }

  print(): string {
    return `OrderedTaxonomyEntry(${this.name})`;
  }
}
