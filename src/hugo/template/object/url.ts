// What `urls.Parse` answers: an address in its parts.

import { decoded, type GoUrl, goUrl, splitUrl } from "../../markdown/go-url.ts";
import { printValue } from "../print.ts";
import { GoMap, GoObject, textOf, type Value } from "../value.ts";

export class UrlObject extends GoObject {
  readonly typeName = "*url.URL";
  readonly #address: string;
  readonly #parts: GoUrl;

  constructor(address: string) {
    super();
    this.#address = goUrl(address);
    this.#parts = splitUrl(address);
  }

  member(name: string): Value | undefined {
    const { scheme, isOpaque, authority, path, query, fragment } = this.#parts;
    const host = (authority ?? "").replace(/^.*@/, "");
    switch (name) {
      case "Scheme":
        return scheme;
      case "Host":
        return host;
      case "Hostname":
        return host.replace(/:\d*$/, "");
      case "Port":
        return /:(\d*)$/.exec(host)?.[1] ?? "";
      case "Path":
        return isOpaque ? "" : decoded(path);
      case "EscapedPath":
        return isOpaque ? "" : path;
      case "Opaque":
        return isOpaque ? path : "";
      case "RawQuery":
        return query ?? "";
      case "Fragment":
        return decoded(fragment);
      case "IsAbs":
        return scheme !== "";
      case "String":
        return this.#address;
      case "Query":
        return new Query(query ?? "");
    }
    return undefined;
  }

  print(): string {
    return this.#address;
  }
}

/** `(urls.Parse …).Query`: each name's values. */
class Query extends GoObject {
  readonly typeName = "url.Values";
  readonly #query: URLSearchParams;

  constructor(query: string) {
    super();
    this.#query = new URLSearchParams(query);
  }

  member(name: string, args: Value[]): Value | undefined {
    const key = textOf(args[0] ?? null);
    if (key === null) return this.#query.has(name) ? this.#query.getAll(name) : null;
    if (name === "Get") return this.#query.get(key) ?? "";
    return name === "Has" ? this.#query.has(key) : undefined;
  }

  override items(): GoMap {
    const keys = [...new Set(this.#query.keys())];
    return new GoMap(new Map(keys.map((key) => [key, this.#query.getAll(key)])));
  }

  override truth(): boolean {
    return this.#query.size > 0;
  }

  print(): string {
    return printValue(this.items());
  }
}
