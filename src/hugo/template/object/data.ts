// `site.Data`: the files below data/, each read when its name is asked for.

import type { World } from "../../world.ts";
import { readData } from "../function/encode.ts";
import { byCodePoint, GoMap, GoObject, TemplateError, type Value } from "../value.ts";

const EXTENSIONS = ["yaml", "yml", "toml", "json"];

export class DataFolder extends GoObject {
  readonly typeName = "map[string]interface {}";
  readonly #world: World;
  /** `data/`, `data/books/`. */
  readonly #folder: string;
  readonly #known = new Map<string, Value>();

  constructor(world: World, folder = "data/") {
    super();
    this.#world = world;
    this.#folder = folder;
  }

  member(name: string): Value | undefined {
    if (/[/\\]|^\.{0,2}$/.test(name)) return null;
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const value = this.#read(name);
    this.#known.set(name, value);
    return value;
  }

  #read(name: string): Value {
    const base = this.#folder + name;
    for (const extension of EXTENSIONS) {
      const text = this.#world.text(`${base}.${extension}`);
      if (text === null) continue;
      try {
        return readData(text, extension);
      } catch (error) {
        if (error instanceof TemplateError) error.message = `${base}.${extension}: ${error.message}`;
        throw error;
      }
    }
    const folder = new DataFolder(this.#world, `${base}/`);
    return folder.truth() ? folder : null;
  }

  #names(): string[] {
    const paths = this.#world.names?.(this.#folder) ?? [];
    const names = paths.map((path) => path.slice(this.#folder.length).split("/", 1)[0] ?? "");
    return [...new Set(names.map((name) => name.replace(/\.\w+$/, "")))].sort(byCodePoint);
  }

  override truth(): boolean {
    return this.#names().length > 0;
  }

  override items(): GoMap {
    return new GoMap(new Map(this.#names().map((name) => [name, this.member(name) ?? null])));
  }

  print(): string {
    return "map[]";
  }
}
