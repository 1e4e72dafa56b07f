// PaperMod's cover: where its image is, and what stands beside it.

import type { Cover, Params } from "../../site/page.ts";
import { parseUrlPath, type UrlPath } from "../../site/url.ts";
import { variantDigest } from "../../site/variant.ts";
import { toBoolean, toText } from "../config/loose-value.ts";
import type { Content } from "../markdown/content.ts";
import type { FileFacts, World } from "../world.ts";
import { matchesGlob } from "./glob.ts";
import { readableText } from "./readable-text.ts";
import type { PageResource } from "./resource.ts";

/** As front matter says it. */
export interface CoverFields {
  image: string;
  alt: string;
  caption: string;
  /** The image is beside the page, not at the site's root. */
  relative: boolean;
  hidden: boolean | null;
  hiddenInList: boolean | null;
  hiddenInSingle: boolean | null;
}

export interface CoverInput {
  cover: CoverFields | null;
  resources: PageResource[];
  /** The page's own address. */
  url: UrlPath;
  /** The site's own: `/` or `/blog/`. */
  basePath: string;
  world: World;
  /** Markdown without `<p>` if it is one paragraph. */
  renderInline: (markdown: string) => Content["summary"];
}

/** As PaperMod looks for it: among the bundle's files, then the assets, else an address. */
export function coverOf({ cover, renderInline, ...around }: CoverInput): Cover | null {
  if (!cover) return null;
  const { alt, hidden, hiddenInList, hiddenInSingle } = cover;
  const caption = renderInline(cover.caption);
  return {
    ...placeOf(cover, around),
    ...{ alt: alt || readableText(caption), caption, hidden, hiddenInList, hiddenInSingle },
  };
}

function placeOf(
  { image, relative }: CoverFields,
  { resources, url, basePath, world }: Omit<CoverInput, "cover" | "renderInline">,
): Pick<Cover, "src" | "width" | "height" | "digest"> {
  const wanted = image.toLowerCase().replace(/^\.?\//, "");
  const isWanted = ({ name, mediaType }: PageResource): boolean =>
    mediaType.startsWith("image/") && matchesGlob(name.toLowerCase(), `*${wanted}*`);
  const resource = resources.find(isWanted);
  if (resource) {
    return { src: resource.url, ...sizeOf(resource), ...digestOf(world.file(resource.file)) };
  }
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(image)) return { src: image };
  const path =
    relative && !image.startsWith("/") ? `${url.replace(/[^/]*$/, "")}${image}` : belowBase(image, basePath);
  const below = parseUrlPath(path) ?? "/";
  const file = world.file(`static${below}`) ?? world.file(`assets${below}`);
  if (file) world.publishes?.(file.path);
  return { src: below, ...(file ? sizeOf(file) : {}), ...digestOf(file) };
}

/** With the base path as Hugo's `absURL` wants it, or without. */
const belowBase = (image: string, basePath: string): string =>
  image.startsWith(basePath) ? image.slice(basePath.length - 1) : `/${image.replace(/^\//, "")}`;

function sizeOf({ width, height }: { width?: number; height?: number }) {
  return width === undefined || height === undefined ? {} : { width, height };
}

function digestOf(file: FileFacts | null) {
  return file?.resizable ? { digest: variantDigest(file.sha256) } : {};
}

/** `null` without an image. */
export function readCover(given: Params): CoverFields | null {
  const image = toText(given.image);
  if (image === "") return null;
  return {
    image,
    alt: toText(given.alt),
    caption: toText(given.caption),
    relative: toBoolean(given.relative) ?? false,
    hidden: toBoolean(given.hidden),
    hiddenInList: toBoolean(given.hiddeninlist),
    hiddenInSingle: toBoolean(given.hiddeninsingle),
  };
}
