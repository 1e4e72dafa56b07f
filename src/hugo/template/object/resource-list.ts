// A list of files, and of pages that lie among them, with ways to choose from it.

import { matchesGlob } from "../../content/glob.ts";
import { toText } from "../print.ts";
import { GoObject, type Value } from "../value.ts";
import { noResource } from "./resource.ts";

interface Listed extends GoObject {
  /** What it is found by, lower case. */
  names: string[];
  /** `image`, `text`, `page`. */
  resourceType: string;
}

export class Resources extends GoObject {
  readonly typeName = "resource.Resources";
  readonly #all: Listed[];

  constructor(all: Listed[]) {
    super();
    this.#all = all;
  }

  member(name: string, args: Value[]): Value | undefined {
    const given = toText(args[0] ?? null).toLowerCase();
    const wanted = given.replace(/^\//, "");
    switch (name) {
      case "Get":
        return (
          this.#all.find((resource) => resource.names.includes(given.replace(/^\.?\//, ""))) ?? noResource
        );
      case "GetMatch":
        return this.#all.find((resource) => fits(resource, wanted)) ?? noResource;
      case "Match":
        return new Resources(this.#all.filter((resource) => fits(resource, wanted)));
      case "ByType":
        return new Resources(this.#all.filter((resource) => resource.resourceType === wanted));
      case "Len":
        return this.#all.length;
    }
    return undefined;
  }

  override items(): Value[] {
    return this.#all;
  }

  override truth(): boolean {
    return this.#all.length > 0;
  }

  print(): string {
    return `Resources(${this.#all.length})`;
  }
}

const fits = (resource: Listed, pattern: string): boolean =>
  resource.names.some((name) => name === pattern || matchesGlob(name, pattern));
