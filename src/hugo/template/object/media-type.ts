// A file's media type as Hugo tells it from the file's name, and as a template sees it.

import { GoMap, GoObject, type Value } from "../value.ts";

const TYPES: { [extension: string]: string } = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
  avif: "image/avif",
  bmp: "image/bmp",
  tif: "image/tiff",
  tiff: "image/tiff",
  svg: "image/svg+xml",
  mp4: "video/mp4",
  webm: "video/webm",
  mp3: "audio/mpeg",
  ogg: "audio/ogg",
  wav: "audio/wav",
  pdf: "application/pdf",
  json: "application/json",
  yaml: "application/yaml",
  yml: "application/yaml",
  toml: "application/toml",
  xml: "application/xml",
  csv: "text/csv",
  txt: "text/plain",
  css: "text/css",
  js: "text/javascript",
  html: "text/html",
};

export const extensionOf = (file: string): string => /\.([^./]+)$/.exec(file)?.[1]?.toLowerCase() ?? "";

/** `null` for an extension that is not known. */
export const typeOf = (file: string): string | null => TYPES[extensionOf(file)] ?? null;

export class MediaType extends GoObject {
  readonly typeName = "media.Type";
  readonly #type: string;
  readonly #suffix: string;

  constructor(type: string, suffix: string) {
    super();
    this.#type = type;
    this.#suffix = suffix;
  }

  member(name: string): Value | undefined {
    const [main = "", sub = ""] = this.#type.split("/");
    switch (name) {
      case "Type":
        return this.#type;
      case "MainType":
        return main;
      case "SubType":
        return sub.replace(/\+.*$/, "");
      case "Suffixes":
        return [this.#suffix];
      case "FirstSuffix":
        return new GoMap(
          new Map([
            ["Suffix", this.#suffix],
            ["FullSuffix", `.${this.#suffix}`],
          ]),
        );
    }
    return undefined;
  }

  print(): string {
    return this.#type;
  }
}
