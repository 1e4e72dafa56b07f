// Pictures of the site get their dimensions, so that nothing moves while they load, and smaller
// versions to choose from; one that is missing becomes a note instead of a broken icon.

import { originOf } from "../../hugo/config/base-url.ts";
import type { FileFacts } from "../../hugo/world.ts";
import type { Cover } from "../../site/page.ts";
import type { Warning } from "../../site/problem.ts";
import { encodeUrlPath, parseUrlPath, readableAddress } from "../../site/url.ts";
import { sizes, srcset, VARIANT_FORMATS, variantDigest } from "../../site/variant.ts";
import { type Enriched, type EnrichedPage, lineOf } from "./concern.ts";
import { ATTRIBUTES, attributeOf } from "./tag.ts";

type Surroundings = Omit<EnrichedPage, "hasCover">;

/** An image; or the edge of a `<picture>` of the author's, whose choice it is. */
const IMAGE = new RegExp(`<img\\b(${ATTRIBUTES})>|<(/?)picture\\b[^<>]*>`, "gi");

export function enrichImages(html: string, page: EnrichedPage): Enriched {
  const warnings: Warning[] = [];
  let before = page.hasCover ? 1 : 0;
  let isChosen = false;
  const enriched = html.replace(IMAGE, (tag: string, attributes: string | undefined, slash: string) => {
    if (attributes === undefined) {
      isChosen = slash === "";
      return tag;
    }
    // PaperMod's figure adds `#center`; a script of the author's may fill in what is nothing but `#`.
    const address = (attributeOf(attributes, "src") ?? "").replace(/#.*$/, "");
    const path = address === "" ? null : sitePathOf(address, page);
    if (path === null) return tag.replace(/(["'\s])\s*\/>$/, "$1>");
    const facts = findFile(path, page);
    if (facts === null) {
      warnings.push(missing(address, path, page));
      return missingImage(attributeOf(attributes, "alt") ?? "", address);
    }
    const image = imageTag(attributes, { facts, isFirst: before === 0 });
    before += 1;
    return isChosen || attributeOf(attributes, "srcset") !== null
      ? image
      : withVariants(image, { path, facts, attributes, page });
  });
  return { html: enriched, warnings };
}

/** A cover of the site's own that is not there is not shown. */
export function checkCover(
  cover: Cover | null,
  page: Surroundings,
): { cover: Cover | null; warnings: Warning[] } {
  const isOwn = cover !== null && /^\/(?!\/)/.test(cover.src);
  if (!isOwn || findFile(cover.src, page) !== null) return { cover, warnings: [] };
  return { cover: null, warnings: [missing(cover.src, cover.src, page, "front matter")] };
}

const missing = (
  address: string,
  path: string,
  page: Surroundings,
  where: "body" | "front matter" = "body",
): Warning => ({
  code: "missing-picture",
  path: page.file,
  ...lineOf(address, page.text, where),
  message: `the picture ${readableAddress(address)} is not in the site: put it at ${placeOf(path, page)}, or mend the address`,
});

/**
 * Where a picture would be found: in a bundle if the address leads there. What a page in a further language has to itself
 * says so in its name (`a.vi.jpg` beside `index.vi.md`).
 */
function placeOf(path: string, { url, file, config }: Surroundings): string {
  const bundle = /^(.*\/)index(?:\.([\w-]+))?\.[^./]+$/.exec(file);
  if (bundle === null || !path.startsWith(url)) return `static${path}`;
  const [, folder = "", lang = config.defaultContentLanguage] = bundle;
  const name = path.slice(url.length);
  return folder + (lang === config.defaultContentLanguage ? name : name.replace(/(\.[^./]+)$/, `.${lang}$1`));
}

/** The first picture is likely in view: it must not wait, whatever a theme's hook says. */
function imageTag(attributes: string, { facts, isFirst }: { facts: FileFacts; isFirst: boolean }): string {
  const own = isFirst
    ? attributes.replace(/\s+loading\s*=\s*("lazy"|'lazy'|lazy(?=[\s/>]|$))/i, "")
    : attributes;
  const more = {
    ...dimensions(own, facts),
    ...(isFirst || /\sloading\s*=/i.test(own) ? {} : { loading: "lazy" }),
    ...(isFirst || /\sdecoding\s*=/i.test(own) ? {} : { decoding: "async" }),
  };
  const added = Object.entries(more).map(([name, value]) => ` ${name}="${value}"`);
  return `<img${own.replace(/\s*\/?\s*$/, "")}${added.join("")}>`;
}

interface Varied {
  path: string;
  facts: FileFacts;
  /** The author's. */
  attributes: string;
  page: EnrichedPage;
}

/** What the author wrote stays on the `<img>`. */
function withVariants(image: string, { path, facts, attributes, page }: Varied): string {
  const { resizable, sha256, width } = facts;
  if (!resizable || width === undefined) return image;
  const source = { path, digest: variantDigest(sha256), width };
  const href = (at: string) => (page.basePath.slice(0, -1) + encodeUrlPath(at)).replaceAll("&", "&amp;");
  const shown = sizes(shownWidth(attributes, facts) ?? width);
  const sources = VARIANT_FORMATS.map(
    (format) => `<source type="image/${format}" sizes="${shown}" srcset="${srcset(source, format, href)}">`,
  );
  return `<picture>${sources.join("")}${image}</picture>`;
}

/** In CSS pixels, where the author says it in pixels. */
function shownWidth(attributes: string, { width = 0, height = 0 }: FileFacts): number | null {
  const wide = pixels(attributeOf(attributes, "width"));
  if (wide > 0) return wide;
  const high = pixels(attributeOf(attributes, "height"));
  return high > 0 && height > 0 ? Math.round((high * width) / height) : null;
}

const pixels = (text: string | null) => Number(/^\s*(\d+)(?:px)?\s*$/.exec(text ?? "")?.[1] ?? Number.NaN);

/** The decoded path below the site's root that an address leads to; `null` if it leaves the site. */
function sitePathOf(src: string, page: EnrichedPage): string | null {
  const { url, basePath } = page;
  const address = src.replaceAll("&amp;", "&");
  const origin = originOf(page.config) || "https://site.invalid";
  if (!URL.canParse(address, origin)) return null;
  const resolved = new URL(address, origin + encodeUrlPath(basePath.slice(0, -1) + url));
  if (resolved.origin !== origin) return null;
  try {
    return parseUrlPath(belowBase(decodeURIComponent(resolved.pathname), page));
  } catch {
    return null;
  }
}

const belowBase = (path: string, { basePath }: Surroundings): string =>
  path.startsWith(basePath) ? path.slice(basePath.length - 1) : path;

/** A file of the page's own bundle, of `static/`, or of another page's bundle that lies where its URL says. */
function findFile(path: string, { resources, world }: Surroundings) {
  const own = resources.get(path);
  if (own !== undefined) return world.file(own);
  return world.file(`static${path}`) ?? world.file(`content${path}`);
}

/**
 * What is missing of the two, in the proportions of the picture; the author's own stay as they are. Beside a height in
 * the author's style a width would be another one than the picture's.
 */
function dimensions(attributes: string, { width, height }: FileFacts): { [name: string]: string } {
  if (width === undefined || height === undefined || width === 0 || height === 0) return {};
  const style = attributeOf(attributes, "style");
  if (style !== null && /(?:^|[;\s])(?:max-|min-)?height\s*:/i.test(style)) return {};
  const [ownWidth, ownHeight] = [attributeOf(attributes, "width"), attributeOf(attributes, "height")];
  if (ownWidth === null && ownHeight === null) return { width: String(width), height: String(height) };
  const [wide, high] = [pixels(ownWidth), pixels(ownHeight)];
  if (ownHeight === null && wide > 0) return { height: String(Math.round((wide * height) / width)) };
  if (ownWidth === null && high > 0) return { width: String(Math.round((high * width) / height)) };
  // Of a part of the column, `width="50%"`: the browser takes no proportions from attributes then.
  if (ownHeight === null && style === null) return { style: `aspect-ratio:${width}/${height}` };
  return {};
}

function missingImage(alt: string, address: string): string {
  const label = alt === "" ? address : alt;
  return `<span class="missing-image" role="img" aria-label="${label.replaceAll('"', "&quot;")}"></span>`;
}
