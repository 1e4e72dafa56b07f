// Finds what an address in a page may mean: a file of its bundle, a file in assets/, another page.

import { encodeUrlPath } from "../../site/url.ts";
import { basePathOf } from "../config/base-url.ts";
import type { HugoConfig } from "../config/config.ts";
import { joinPath } from "../content/join-path.ts";
import type { FileFacts } from "../world.ts";
import type { ContentSource, RenderContext, Resource } from "./content.ts";
import { decoded } from "./go-url.ts";

export interface Address {
  absolute: boolean;
  /** Decoded, without a leading `./`. */
  path: string;
  query: string;
  fragment: string;
}

export function splitAddress(address: string): Address {
  const absolute = /^[A-Za-z][A-Za-z0-9+.-]*:/.test(address);
  const found = /^([^?#]*)(?:\?([^#]*))?(?:#([\s\S]*))?$/.exec(address);
  const path = decoded(found?.[1] ?? address).replace(/^\.\//, "");
  return { absolute, path, query: found?.[2] ?? "", fragment: found?.[3] ?? "" };
}

/** What a file of a bundle is found by, lower case: with its language and without. */
export const namesOf = ({ name, plainName = name }: Pick<Resource, "name" | "plainName">): string[] => [
  name.toLowerCase(),
  plainName.toLowerCase(),
];

/** A file of the page's bundle. */
export function findResource(source: ContentSource, path: string): Resource | null {
  const wanted = clean(path).toLowerCase();
  const named = source.resources.find((resource) => namesOf(resource).includes(wanted));
  if (named) return named;
  // A file that front matter renamed is still found by its own name.
  const file = `${source.file.slice(0, source.file.lastIndexOf("/"))}/${wanted}`.toLowerCase();
  return source.resources.find((resource) => resource.file.toLowerCase() === file) ?? null;
}

/** The address of a file in assets/, to be printed; or `null`. What leaves the folder and comes back is found, and printed as it is. */
export function findAsset(context: RenderContext, path: string): string | null {
  const asset = assetAt(context, path);
  if (asset === null) return null;
  context.world.publishes?.(asset.facts.path);
  return asset.relPermalink;
}

/** The same with its name and file. */
export function assetAt(
  { config, world }: RenderContext,
  path: string,
): { name: string; relPermalink: string; facts: FileFacts } | null {
  const name = clean(path);
  const file = clean(`assets/${name}`);
  const facts = file.startsWith("assets/") ? world.file(file) : null;
  return facts && { name: `/${name}`, relPermalink: absolutePath(config, `/${name}`), facts };
}

/** Root-relative below the site's base path, encoded. */
export function absolutePath(config: HugoConfig, path: string): string {
  return basePathOf(config).slice(0, -1) + encodeUrlPath(path);
}

/** `a/./b/../c` and leading slashes resolved. */
const clean = (path: string): string => joinPath(path.replace(/^\/+/, ""));
