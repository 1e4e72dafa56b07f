// A file of a page's bundle or of assets/, as a template sees it. A picture that is resized keeps its
// address: it is served as it is, and only its size is computed.

import { originOf } from "../../config/base-url.ts";
import type { Resource as FileResource } from "../../markdown/content.ts";
import { assetAt, namesOf } from "../../markdown/resource.ts";
import { toText } from "../print.ts";
import type { Runtime } from "../runtime.ts";
import { fail, fromParam, GoMap, GoObject, Nil, type Value } from "../value.ts";
import { extensionOf, MediaType, typeOf } from "./media-type.ts";

export const noResource = new Nil("resource.Resource");

export class Resource extends GoObject {
  readonly typeName = "resource.Resource";
  readonly file: string;
  readonly #facts: FileResource;
  readonly #runtime: Runtime;
  /** The path that its address names. */
  readonly #as: string;

  constructor(facts: FileResource, runtime: Runtime, as = facts.file) {
    super();
    this.#facts = facts;
    this.file = facts.file;
    this.#runtime = runtime;
    this.#as = as;
  }

  /** Of assets/: under Hugo's address, which says `.min`. */
  minified(): Resource {
    if (!this.file.startsWith("assets/")) return this;
    const relPermalink = withMin(this.#facts.relPermalink);
    return new Resource({ ...this.#facts, relPermalink }, this.#runtime, withMin(this.#as));
  }

  text(): string {
    return (
      this.#runtime.context.world.text(this.#facts.file) ??
      fail(`${this.#facts.file} is not there, or is no text`)
    );
  }

  get mediaType(): string {
    return typeOf(this.#facts.file) ?? this.#facts.mediaType;
  }

  get resourceType(): string {
    return this.mediaType.split("/", 1)[0] ?? "";
  }

  /** What it is found by, lower case: with its language and without. */
  get names(): string[] {
    return namesOf(this.#facts);
  }

  member(name: string, args: Value[]): Value | undefined {
    switch (name) {
      case "Name":
        return this.#facts.name;
      case "Title":
        return this.#facts.title;
      case "RelPermalink":
        return this.#address();
      case "Permalink":
        return originOf(this.#runtime.context.config) + this.#address();
      case "MediaType":
        return new MediaType(this.mediaType, extensionOf(this.#facts.file));
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

  #address(): string {
    this.#runtime.context.world.publishes?.(this.file, this.#as);
    return this.#facts.relPermalink;
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

const withMin = (path: string): string => path.replace(/(?=\.[^./]+$)/, ".min");

/** A file in assets/; `noResource` if it is not there. */
export function assetResource(path: string, runtime: Runtime): Resource | Nil {
  const asset = assetAt(runtime.context, path);
  if (!asset) return noResource;
  const { name, relPermalink, facts } = asset;
  const { mediaType, width, height } = facts;
  const size = { ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) };
  return new Resource(
    { name, title: name, file: facts.path, relPermalink, mediaType, params: {}, ...size },
    runtime,
  );
}
