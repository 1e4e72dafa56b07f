// The second pass over a page's HTML: what makes it better than Hugo's without being different where
// Hugo's output is what the author means. Pictures of the site get their dimensions, so that nothing
// moves while they load; one that is missing becomes a note instead of a broken icon.

import type { FileFacts, World } from "../hugo/world.ts";
import type { Warning } from "../site/problem.ts";
import { parseUrlPath } from "../site/url.ts";

export interface EnrichInput {
  html: string;
  /** Decoded, below the site's root: what relative addresses start from. */
  url: string;
  /** The content file, its text and the folder of its bundle: for warnings, and for files beside it. */
  file: string;
  text: string;
  baseURL: string;
  basePath: string;
  /** URLs of the bundle's files: `/posts/b/pic.png` to `content/posts/b/pic.png`. */
  resources: Map<string, string>;
  world: World;
}

export interface Enriched {
  html: string;
  warnings: Warning[];
}

const IMAGE = /<img\b((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;

export function enrich(input: EnrichInput): Enriched {
  const warnings: Warning[] = [];
  let count = 0;
  const html = input.html.replace(IMAGE, (tag: string, attributes: string) => {
    const src = attributeOf(attributes, "src");
    const path = src === null ? null : sitePathOf(src, input);
    if (src === null || path === null) return tag;
    const facts = findFile(path, input);
    if (facts === null) {
      const address = src.replace(/#.*$/, ""); // PaperMod's figure adds `#center`
      warnings.push({
        path: input.file,
        ...lineOf(address, input.text),
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
  return { html: makeReachable(html), warnings };
}

/** A table scrolls inside itself, so it must take the focus; a box needs a name: the text beside it. */
function makeReachable(html: string): string {
  return html
    .replace(/<table(?=[\s>])(?![^<>]*\stabindex=)/g, '<table tabindex="0"')
    .replace(
      /(<input (?:checked="" )?disabled="" type="checkbox")>([^\n]*)/g,
      (_, box: string, rest: string) => `${box} aria-label="${plain(rest)}">${rest}`,
    );
}

const plain = (html: string): string =>
  html
    .replace(/<[^<>]*>/g, "")
    .replace(/[<>"]/g, "")
    .trim();

function attributeOf(attributes: string, name: string): string | null {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(
    attributes,
  );
  return match === null ? null : (match[1] ?? match[2] ?? match[3] ?? "");
}

/** The decoded path below the site's root that an address leads to; `null` if it leaves the site. */
function sitePathOf(src: string, { url, baseURL, basePath }: EnrichInput): string | null {
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
function findFile(path: string, { resources, world }: EnrichInput) {
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

function lineOf(needle: string, text: string): { line?: number } {
  const at = text.indexOf(needle.replaceAll("&amp;", "&"));
  return at === -1 ? {} : { line: text.slice(0, at).split("\n").length };
}
