// What `urls.Parse` answers: an address in its parts.

import { GoMap, GoObject, type Value } from "../value.ts";

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
        return new GoMap(
          new Map([...new URLSearchParams(query)].map(([key, value]): [string, Value] => [key, [value]])),
        );
    }
    return undefined;
  }

  print(): string {
    return this.#address;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
