// A file of a page's bundle or of assets/, as a template sees it. A picture that is resized keeps its
// address: it is served as it is, and only its size is computed.

import { encodeUrlPath } from "../../../site/url.ts";
import { matchesGlob } from "../../content/glob.ts";
import type { Resource as FileResource } from "../../markdown/content.ts";
import { toText } from "../print.ts";
import type { Runtime } from "../runtime.ts";
import { fail, fromParam, GoMap, GoObject, Nil, type Value } from "../value.ts";

export const noResource = new Nil("resource.Resource");

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

export class Resource extends GoObject {
  readonly typeName = "resource.Resource";
  readonly file: string;
  readonly #facts: FileResource;
  readonly #runtime: Runtime;

  constructor(facts: FileResource, runtime: Runtime) {
    super();
    this.#facts = facts;
    this.file = facts.file;
    this.#runtime = runtime;
  }

  text(): string {
    return (
      this.#runtime.context.world.text(this.#facts.file) ??
      fail(`${this.#facts.file} is not there, or is no text`)
    );
  }

  get mediaType(): string {
    const extension = /\.([^./]+)$/.exec(this.#facts.file)?.[1]?.toLowerCase() ?? "";
    return TYPES[extension] ?? this.#facts.mediaType;
  }

  get resourceType(): string {
    return this.mediaType.split("/", 1)[0] ?? "";
  }

  get name(): string {
    return this.#facts.name;
  }

  member(name: string, args: Value[]): Value | undefined {
    const { config } = this.#runtime.context;
    switch (name) {
      case "Name":
        return this.#facts.name;
      case "Title":
        return this.#facts.title;
      case "RelPermalink":
        return this.#facts.relPermalink;
      case "Permalink":
        return URL.canParse(config.baseURL)
          ? new URL(config.baseURL).origin + this.#facts.relPermalink
          : this.#facts.relPermalink;
      case "MediaType":
        return mediaType(this.mediaType, this.#facts.file);
      case "ResourceType":
        return this.resourceType;
      case "Params":
        return fromParam(this.#facts.params);
      case "Content":
        return this.text();
      case "Key":
        return this.#facts.relPermalink;
      case "Width":
        return this.#size("width");
      case "Height":
        return this.#size("height");
      case "Resize":
      case "Fit":
      case "Fill":
      case "Crop":
      case "Process":
        return this.#scaled(name, toText(args[0] ?? null));
      case "Filter":
        this.#runtime.warn("pictures are served as they are: Filter changes nothing");
        return this;
      case "Data":
        return new GoMap(new Map([["Integrity", ""]]));
    }
    return undefined;
  }

  #size(side: "width" | "height"): number {
    if (this.resourceType !== "image" || this.mediaType === "image/svg+xml") {
      return fail(`${this.#facts.file} is no picture whose size is known`);
    }
    return this.#facts[side] ?? this.#runtime.context.world.file(this.#facts.file)?.[side] ?? 0;
  }

  #scaled(method: string, specification: string): Resource {
    const [width, height] = [this.#size("width"), this.#size("height")];
    const [, x = "", y = ""] = /(?:^| )(\d*)x(\d*)(?= |$)/.exec(specification) ?? [];
    const wanted = { width: Number(x), height: Number(y) };
    const ratio = height === 0 ? 1 : width / height;
    if (wanted.width === 0 && wanted.height === 0) return this;
    if (wanted.width === 0) wanted.width = Math.round(wanted.height * ratio);
    if (wanted.height === 0) wanted.height = Math.round(wanted.width / ratio);
    if (method === "Fit") {
      if (width <= wanted.width && height <= wanted.height) return this;
      const scale = Math.min(wanted.width / (width || 1), wanted.height / (height || 1));
      wanted.width = Math.round(width * scale);
      wanted.height = Math.round(height * scale);
    }
    return new Resource({ ...this.#facts, ...wanted }, this.#runtime);
  }

  override identity(): string {
    return this.#facts.file;
  }

  print(): string {
    return this.#facts.name;
  }
}

function mediaType(type: string, file: string): GoObject {
  return new MediaType(type, /\.([^./]+)$/.exec(file)?.[1]?.toLowerCase() ?? "");
}

class MediaType extends GoObject {
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

/** `.Page.Resources`: a list with ways to choose from it. */
export class Resources extends GoObject {
  readonly typeName = "resource.Resources";
  readonly #all: Resource[];

  constructor(all: Resource[]) {
    super();
    this.#all = all;
  }

  member(name: string, args: Value[]): Value | undefined {
    const wanted = toText(args[0] ?? null)
      .replace(/^\.?\//, "")
      .toLowerCase();
    switch (name) {
      case "Get":
        return this.#all.find((resource) => resource.name.toLowerCase() === wanted) ?? noResource;
      case "GetMatch":
        return this.#all.find((resource) => fits(resource, wanted)) ?? noResource;
      case "Match":
        return this.#all.filter((resource) => fits(resource, wanted));
      case "ByType":
        return this.#all.filter((resource) => resource.resourceType === wanted);
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

const fits = (resource: Resource, pattern: string): boolean =>
  resource.name.toLowerCase() === pattern || matchesGlob(resource.name.toLowerCase(), pattern);

/** A file in assets/; `noResource` if it is not there. */
export function assetResource(path: string, runtime: Runtime): Resource | Nil {
  const name = path.replace(/^\/+/, "");
  const { world, config } = runtime.context;
  const facts = name === "" || /(?:^|\/)\.\.(?:\/|$)/.test(name) ? null : world.file(`assets/${name}`);
  if (!facts) return noResource;
  const base = URL.canParse(config.baseURL) ? new URL(config.baseURL).pathname.replace(/\/$/, "") : "";
  const { mediaType, width, height } = facts;
  const size = { ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) };
  const relPermalink = `${base}/${encodeUrlPath(name)}`;
  return new Resource(
    { name: `/${name}`, title: `/${name}`, file: facts.path, relPermalink, mediaType, params: {}, ...size },
    runtime,
  );
}
