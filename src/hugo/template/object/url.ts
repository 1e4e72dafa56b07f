// What `urls.Parse` answers: an address in its parts.

import { printValue } from "../print.ts";
import { GoMap, GoObject, textOf, type Value } from "../value.ts";

const PARTS = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#([\s\S]*))?$/;

export class UrlObject extends GoObject {
  readonly typeName = "*url.URL";
  readonly #address: string;
  readonly #parts: { scheme: string; authority: string; path: string; query: string; fragment: string };

  constructor(address: string) {
    super();
    const [, scheme = "", authority = "", path = "", query = "", fragment = ""] = PARTS.exec(address) ?? [];
    this.#address = address;
    this.#parts = { scheme: scheme.toLowerCase(), authority, path, query, fragment: decode(fragment) };
  }

  member(name: string): Value | undefined {
    const { scheme, authority, path, query, fragment } = this.#parts;
    const host = authority.replace(/^.*@/, "");
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
        return scheme !== "" && authority === "" && !path.startsWith("/") ? "" : decode(path);
      case "EscapedPath":
        return path;
      case "Opaque":
        return scheme !== "" && authority === "" && !path.startsWith("/") ? path : "";
      case "RawQuery":
        return query;
      case "Fragment":
        return fragment;
      case "IsAbs":
        return scheme !== "";
      case "String":
        return this.#address;
      case "Query":
        return new Query(query);
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

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
