// Pictures of the site get their dimensions, so that nothing moves while they load; one that is
// missing becomes a note instead of a broken icon.

import type { FileFacts } from "../../hugo/world.ts";
import type { Warning } from "../../site/problem.ts";
import { parseUrlPath } from "../../site/url.ts";
import { type Enriched, type EnrichedPage, lineOf } from "./concern.ts";
import { attributeOf } from "./tag.ts";

const IMAGE = /<img\b((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;

export function enrichImages(html: string, page: EnrichedPage): Enriched {
  const warnings: Warning[] = [];
  let count = 0;
  const enriched = html.replace(IMAGE, (tag: string, attributes: string) => {
    const src = attributeOf(attributes, "src");
    const path = src === null ? null : sitePathOf(src, page);
    if (src === null || path === null) return tag;
    const facts = findFile(path, page);
    if (facts === null) {
      const address = src.replace(/#.*$/, ""); // PaperMod's figure adds `#center`
      warnings.push({
        code: "missing-picture",
        path: page.file,
        ...lineOf(address, page.text),
        message: `the picture ${address} is not in the site: put it at static${path}, or mend the address`,
      });
      return missingImage(attributeOf(attributes, "alt") ?? "", address);
    }
    count += 1;
    // The first picture is likely in view: it must not wait, whatever a theme's hook says.
    const eager =
      count === 1 ? attributes.replace(/\s+loading\s*=\s*("lazy"|'lazy'|lazy(?=[\s/>]|$))/i, "") : attributes;
    return imageTag(eager, {
      ...dimensions(eager, facts),
      ...(count > 1 && !/\sloading\s*=/i.test(eager) ? { loading: "lazy" } : {}),
      ...(/\sdecoding\s*=/i.test(eager) ? {} : { decoding: "async" }),
    });
  });
  return { html: enriched, warnings };
}

/** The decoded path below the site's root that an address leads to; `null` if it leaves the site. */
function sitePathOf(src: string, { url, config: { baseURL }, basePath }: EnrichedPage): string | null {
  const address = src.replaceAll("&amp;", "&");
  const origin = URL.canParse(baseURL) ? new URL(baseURL).origin : "https://site.invalid";
  if (address === "" || !URL.canParse(address, origin)) return null;
  const resolved = new URL(address, origin + encodeURI(basePath.slice(0, -1) + url));
  if (resolved.origin !== origin) return null;
  try {
    const path = decodeURIComponent(resolved.pathname);
    const below = path.startsWith(basePath) ? path.slice(basePath.length - 1) : path;
    return parseUrlPath(below);
  } catch {
    return null;
  }
}

/** A file of the page's own bundle, of `static/`, or of another page's bundle that lies where its URL says. */
function findFile(path: string, { resources, world }: EnrichedPage) {
  const own = resources.get(path);
  if (own !== undefined) return world.file(own);
  return world.file(`static${path}`) ?? world.file(`content${path}`);
}

/** What is missing of the two, in the proportions of the picture; the author's own stay as they are. */
function dimensions(attributes: string, { width, height }: FileFacts): { [name: string]: string } {
  if (width === undefined || height === undefined || width === 0 || height === 0) return {};
  const [ownWidth, ownHeight] = [attributeOf(attributes, "width"), attributeOf(attributes, "height")];
  const pixels = (text: string | null) => Number(/^\s*(\d+)(?:px)?\s*$/.exec(text ?? "")?.[1] ?? Number.NaN);
  if (ownWidth === null && ownHeight === null) return { width: String(width), height: String(height) };
  const [wide, high] = [pixels(ownWidth), pixels(ownHeight)];
  if (ownHeight === null && wide > 0) return { height: String(Math.round((wide * height) / width)) };
  if (ownWidth === null && high > 0) return { width: String(Math.round((high * width) / height)) };
  return {};
}

function imageTag(attributes: string, more: { [name: string]: string }): string {
  const added = Object.entries(more).map(([name, value]) => ` ${name}="${value}"`);
  const closed = /\/\s*$/.test(attributes);
  return `<img${attributes.replace(/\s*\/?\s*$/, "")}${added.join("")}${closed ? " /" : ""}>`;
}

function missingImage(alt: string, address: string): string {
  const label = alt === "" ? address : alt;
  return `<span class="missing-image" role="img" aria-label="${label.replaceAll('"', "&quot;")}"></span>`;
}
