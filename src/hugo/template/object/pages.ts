// A list of pages, with ways to order, cut and group it. What chooses from such a list answers one, too.

import { integer } from "../function/argument.ts";
import { order } from "../function/compare.ts";
import { toText } from "../print.ts";
import { GoObject, isNil, numberOf, textOf, type Value } from "../value.ts";
import { GoTime } from "./time.ts";

const ORDERS = new Map([
  ["ByDate", "Date"],
  ["ByLastmod", "Lastmod"],
  ["ByPublishDate", "PublishDate"],
  ["ByExpiryDate", "ExpiryDate"],
  ["ByTitle", "Title"],
  ["ByLinkTitle", "LinkTitle"],
  ["ByLength", "WordCount"],
]);

const GROUPS = new Map([
  ["GroupBy", ""],
  ["GroupByParam", "Param"],
  ["GroupByDate", "Date"],
  ["GroupByLastmod", "Lastmod"],
  ["GroupByPublishDate", "PublishDate"],
  ["GroupByExpiryDate", "ExpiryDate"],
]);

export class Pages extends GoObject {
  readonly typeName = "page.Pages";
  readonly #pages: Value[];
  /** By whose alphabet titles are ordered. */
  readonly #lang: string;

  constructor(pages: Value[], lang: string) {
    super();
    this.#pages = pages;
    this.#lang = lang;
  }

  member(name: string, args: Value[]): Value | undefined {
    const ordering = ORDERS.get(name);
    if (ordering !== undefined) return this.of(this.#sorted((page) => fieldOf(page, ordering)));
    const grouping = GROUPS.get(name);
    if (grouping !== undefined) return this.#groups(grouping, toText(args[0] ?? null), args[1] ?? null);
    switch (name) {
      case "Len":
        return this.#pages.length;
      case "Reverse":
        return this.of(this.#pages.toReversed());
      case "Limit":
        return this.of(this.#pages.slice(0, Math.max(0, integer(args[0] ?? null))));
      case "ByParam": {
        const key = args[0] ?? null;
        const has = (page: Value) => !isNil(fieldOf(page, "Param", [key]));
        const sorted = this.#sorted((page) => fieldOf(page, "Param", [key]));
        return this.of([...sorted.filter(has), ...sorted.filter((page) => !has(page))]);
      }
      case "ByWeight":
        return this.of(this.#sorted((page) => numberOf(fieldOf(page, "Weight")) || Number.MAX_SAFE_INTEGER));
    }
    return undefined;
  }

  #sorted(keyOf: (page: Value) => Value, direction: 1 | -1 = 1): Value[] {
    const alphabet = new Intl.Collator(this.#lang || "en");
    const compare = (a: Value, b: Value): number => {
      const [x, y] = [textOf(a), textOf(b)];
      return x !== null && y !== null ? alphabet.compare(x, y) : order(a, b);
    };
    return this.#pages
      .map((page) => ({ page, key: keyOf(page) }))
      .sort((a, b) => direction * compare(a.key, b.key))
      .map(({ page }) => page);
  }

  /** By a field or parameter of this name, or by a date as this layout writes it, which begins with the newest. */
  #groups(by: string, named: string, direction: Value): PageGroup[] {
    const isDate = by !== "" && by !== "Param";
    const given = toText(direction).toLowerCase();
    const ascends = isDate ? given === "asc" : given !== "desc";
    const keyOf = (page: Value): Value =>
      by === "" ? fieldOf(page, named) : fieldOf(page, by, isDate ? [] : [named]);
    const groups = new Map<string, { key: Value; pages: Value[] }>();
    for (const page of this.#sorted(keyOf, ascends ? 1 : -1)) {
      const sorted = keyOf(page);
      if (by === "Param" && isNil(sorted)) continue;
      const key = isDate && sorted instanceof GoTime ? (sorted.member("Format", [named]) ?? null) : sorted;
      const group = groups.get(toText(key));
      if (group) group.pages.push(page);
      else groups.set(toText(key), { key, pages: [page] });
    }
    return [...groups.values()].map(({ key, pages }) => new PageGroup(key, this.of(pages)));
  }

  override of(pages: Value[]): Pages {
    return new Pages(pages, this.#lang);
  }

  override items(): Value[] {
    return this.#pages;
  }

  override truth(): boolean {
    return this.#pages.length > 0;
  }

  print(): string {
    return `Pages(${this.#pages.length})`;
  }
}

function fieldOf(page: Value, name: string, args: Value[] = []): Value {
  return page instanceof GoObject ? (page.member(name, args) ?? null) : null;
}

class PageGroup extends GoObject {
  readonly typeName = "page.PageGroup";
  readonly #key: Value;
  readonly #pages: Pages;

  constructor(key: Value, pages: Pages) {
    super();
    this.#key = key;
    this.#pages = pages;
  }

  member(name: string, args: Value[]): Value | undefined {
    switch (name) {
      case "Key":
        return this.#key;
      case "Pages":
        return this.#pages;
    }
    return this.#pages.member(name, args);
  }

  print(): string {
    return `PageGroup(${toText(this.#key)})`;
  }
}
