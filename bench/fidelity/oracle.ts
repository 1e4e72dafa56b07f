// What Hugo itself makes of a site's posts: builds the folder with small layouts of ours that print
// one JSON for all pages. Shortcodes and hooks of a theme or of the blog itself can be laid over.

import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { stringify as printToml } from "smol-toml";
import { NOT_OF_SITE, runEngine, walk } from "./hugo-engine.ts";
import { readSiteConfig, type Table } from "./oracle-config.ts";

/** What of a page is compared. */
export interface ComparedPage {
  lang: string;
  relPermalink: string;
  title: string;
  date: string;
  html: string;
  summary: string;
  plain: string;
  toc: string;
  wordCount: number;
  readingTime: number;
  truncated: boolean;
}

export interface OraclePage extends ComparedPage {
  path: string;
  kind: string;
  lastmod: string;
  aliases: string[];
  /** Addresses of its further formats, of its bundle's files, of its pagers. */
  outputs: string[];
  resources: string[];
  pagers: string[];
}

export interface OracleMenuEntry {
  name: string;
  title: string;
  url: string;
  identifier: string;
  weight: number;
  pre: string;
  post: string;
  children: OracleMenuEntry[];
}

export interface OracleResult {
  hugo: string;
  pages: OraclePage[];
  menus: { [lang: string]: { [menu: string]: OracleMenuEntry[] } };
  /** Shortcodes that nobody has: their posts are not comparable. */
  unknown: string[];
  /** Content files that Hugo refuses to build. */
  refused: string[];
}

export interface OracleOptions {
  overlay: string | null;
  own: boolean;
}

const PRINTED = `{{- $out := slice -}}{{- $menus := dict -}}{{- range site.Sites -}}{{- range .Pages -}}
{{- $path := "" -}}{{- with .File -}}{{- $path = .Path -}}{{- end -}}
{{- $outputs := slice -}}{{- range .OutputFormats -}}{{- $outputs = $outputs | append .RelPermalink -}}{{- end -}}
{{- $resources := slice -}}{{- range .Resources -}}{{- if ne .ResourceType "page" -}}{{- $resources = $resources | append .RelPermalink -}}{{- end -}}{{- end -}}
{{- $out = $out | append (dict "path" $path "lang" .Language.Lang "kind" .Kind "relPermalink" .RelPermalink "title" .Title
"date" (.Date.Format "2006-01-02T15:04:05-07:00") "lastmod" (.Lastmod.Format "2006-01-02T15:04:05-07:00")
"html" (string .Content) "summary" (string .Summary) "plain" .Plain "toc" (string .TableOfContents)
"wordCount" .WordCount "readingTime" .ReadingTime "truncated" .Truncated
"aliases" .Aliases "outputs" $outputs "resources" $resources) -}}
{{- end -}}{{- $own := dict -}}{{- range $name, $entries := .Menus -}}{{- $own = merge $own (dict $name (partial "oracle-menu" $entries)) -}}{{- end -}}
{{- $menus = merge $menus (dict .Language.Lang $own) -}}{{- end -}}{{- dict "hugo" hugo.Version "baseRel" (relURL "") "pages" $out "menus" $menus | jsonify -}}
{{- define "_partials/oracle-menu" -}}{{- $out := slice -}}{{- range . -}}
{{- $out = $out | append (dict "name" .Name "title" .Title "url" .URL "identifier" .Identifier "weight" .Weight "pre" (string .Pre) "post" (string .Post) "children" (partial "oracle-menu" .Children)) -}}
{{- end -}}{{- return $out -}}{{- end -}}`;

/** What PaperMod lists, in pagers; the list of them is all that is printed. */
const LIST = `{{- $pages := union .RegularPages .Sections -}}{{- if .IsHome -}}{{- $pages = where site.RegularPages "Type" "in" site.Params.mainSections -}}
{{- $pages = where $pages "Params.hiddenInHomeList" "!=" "true" -}}{{- end -}}{{- $urls := slice -}}
{{- range (.Paginate $pages).Pagers -}}{{- $urls = $urls | append .URL -}}{{- end -}}{{- $urls | jsonify -}}`;

export const BUILT_IN: ReadonlySet<string> = new Set(
  "figure highlight param ref relref vimeo youtube gist details qr comment".split(" "),
);
/** They ask a service while building: always stubbed. */
export const REMOTE = new Set(
  "twitter tweet x instagram twitter_simple x_simple vimeo_simple instagram_simple".split(" "),
);

/** Answers of the oracle are kept: it is slow, and the same folder has the same answer. */
export function askHugo(dir: string, options: OracleOptions): OracleResult {
  const kept = path.join(tmpdir(), "deckle-oracle", `${digestOf(dir, options)}.json`);
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, "utf8"));
  const home = mkdtempSync(path.join(tmpdir(), "deckle-oracle-"));
  try {
    const result = buildSite(dir, home, options);
    mkdirSync(path.dirname(kept), { recursive: true });
    writeFileSync(kept, JSON.stringify(result));
    return result;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** Of `static` the engine dies. */
const FOLDERS = ["content", "assets", "data", "i18n"];

function digestOf(dir: string, { overlay, own }: OracleOptions): string {
  const hash = createHash("sha256").update(JSON.stringify([path.resolve(dir), overlay, own]));
  for (const source of ["oracle.ts", "oracle-config.ts", "hugo-engine.ts"])
    hash.update(readFileSync(path.join(import.meta.dirname, source)));
  for (const root of [dir, ...(overlay ? [path.join(overlay, "layouts")] : [])]) {
    for (const name of walk(root, NOT_OF_SITE)) {
      const { size, mtimeMs } = statSync(path.join(root, name));
      hash.update(`${name} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest("hex");
}

function buildSite(dir: string, home: string, options: OracleOptions): OracleResult {
  const site = path.join(home, "site");
  mkdirSync(path.join(site, "layouts"), { recursive: true });
  const config = readSiteConfig(dir);
  const languages = Object.keys((config.languages as object | undefined) ?? {});
  writeFileSync(path.join(site, "config.toml"), printToml(withOracle(config)));
  writeFileSync(path.join(site, "languages"), languages.join("\n"));
  writeFileSync(path.join(site, "layouts/home.oracle.json"), PRINTED);
  writeFileSync(path.join(site, "layouts/page.html"), "-");
  for (const name of ["home", "list", "taxonomy", "term", "section"])
    writeFileSync(path.join(site, `layouts/${name}.html`), LIST);
  const known = new Set(BUILT_IN);
  for (const from of [options.overlay, options.own ? dir : null])
    if (from) layOver(from, site, known, from === dir);
  for (const from of [options.overlay, dir]) if (from) stubFormats(path.join(from, "layouts"), site);
  for (const folder of [...FOLDERS, ...contentFolders(config)]) {
    const from = path.join(dir, folder);
    if (existsSync(from)) cpSync(from, path.join(site, folder), { recursive: true });
  }
  const unknown = stubUnknown(site, known);
  const built = buildWithoutRefused(dir, site, path.join(home, "out"));
  return { ...built, unknown: [...unknown, ...built.unknown] };
}

export const contentFolders = (config: Table): string[] =>
  [config, ...Object.values((config.languages ?? {}) as { [lang: string]: Table })].flatMap(
    ({ contentdir }) =>
      typeof contentdir === "string" && !contentdir.startsWith("content") ? contentdir : [],
  );

/** Hugo builds all or nothing: what it refuses is left out, and then it is asked again. */
function buildWithoutRefused(dir: string, site: string, out: string): OracleResult {
  const refused: string[] = [];
  const blamed = new Map<string, number>();
  for (;;) {
    const run = runEngine(site, out);
    if (run.status === 0) {
      const unknown = refused.flatMap((name) => /_shortcodes\/(.+)\.html$/.exec(name)?.[1] ?? []);
      return { ...JSON.parse(readFileSync(path.join(out, "pages.json"), "utf8")), refused, unknown };
    }
    const found = refusedIn(run.stderr, blamed).filter((name) => existsSync(path.join(site, name)));
    if (found.length === 0) throw new Error(`Hugo refuses ${dir}: ${run.stderr.slice(0, 2000)}`);
    for (const name of found) {
      if (name.includes("_shortcodes/")) writeFileSync(path.join(site, name), "<div data-oracle-stub></div>");
      else removeRefused(site, name);
      if (refused.includes(name)) throw new Error(`Hugo refuses ${dir} even without ${name}`);
    }
    refused.push(...found);
  }
}

/** A bundle goes with its files, which would be its section's then. */
export function removeRefused(site: string, name: string): void {
  const isBundle = /\/index(\.[\w-]+)?\.\w+$/.test(name);
  rmSync(path.join(site, isBundle ? path.dirname(name) : name), { recursive: true, force: true });
}

/** A template is to blame if it names what only a theme has, if there is no post, or if several posts fail by it. */
const BLAMED = 3;

function refusedIn(said: string, blamed: Map<string, number>): string[] {
  const posts = said.matchAll(/(?:"\/?|see )(content\/[^"\n]+?\.\w+)(?::\d+|$)/gm);
  const templates = said.matchAll(/template:\s*(_(?:partials|shortcodes|markup)\/[^:"\s]+\.html):\d/g);
  const failed = new Set(Array.from(posts, ([, name = ""]) => name));
  const failing = new Set(Array.from(templates, ([, name = ""]) => `layouts/${name}`));
  for (const name of failing) blamed.set(name, (blamed.get(name) ?? 0) + 1);
  const broken = [...failing].filter(
    (name) => failed.size === 0 || said.includes(" not found") || blamed.get(name) === BLAMED,
  );
  return broken.length > 0 ? broken : [...failed];
}

const HUGO_FORMATS =
  "amp calendar css csv gotmpl html json markdown robots rss sitemap sitemapindex webappmanifest".split(" ");

export function withOracle(config: Table): Table {
  const outputs = { section: ["html", "rss"], taxonomy: ["html", "rss"], term: ["html", "rss"] };
  const formats = new Set([...HUGO_FORMATS, ...Object.keys((config.outputformats ?? {}) as Table)]);
  const own: { [kind: string]: string[] } = {};
  for (const [kind, names] of Object.entries((config.outputs ?? {}) as { [kind: string]: string | string[] }))
    own[kind] = [names].flat().filter((name) => formats.has(name.toLowerCase()));
  return {
    ...config,
    outputs: { ...outputs, ...own, home: [...(own.home ?? ["html", "rss"]), "oracle"] },
    outputformats: {
      ...((config.outputformats as Table | undefined) ?? {}),
      oracle: { mediaType: "application/json", baseName: "oracle", isPlainText: true, notAlternative: true },
    },
  };
}

/** Shortcodes and hooks, and of a whole site its partials; names of the shortcodes are added to the known. */
export function layOver(from: string, site: string, known: Set<string>, whole: boolean): void {
  const folders = {
    shortcodes: "_shortcodes",
    _shortcodes: "_shortcodes",
    "_default/_markup": "_markup",
    _markup: "_markup",
  };
  for (const [source, target] of Object.entries(folders)) {
    const folder = path.join(from, "layouts", source);
    if (!existsSync(folder)) continue;
    cpSync(folder, path.join(site, "layouts", target), { recursive: true });
    if (target === "_shortcodes")
      for (const name of walk(folder)) known.add(name.replace(/(\.[a-z-]+)*\.html$/, ""));
  }
  for (const partials of whole ? ["partials", "_partials"] : []) {
    const folder = path.join(from, "layouts", partials);
    if (existsSync(folder)) cpSync(folder, path.join(site, "layouts/_partials"), { recursive: true });
  }
}

/** Hugo publishes a further format where a template for it is found: so there is one for each that the site or its theme has. */
function stubFormats(layouts: string, site: string): void {
  if (!existsSync(layouts)) return;
  for (const name of walk(layouts)) {
    const isPage = !/(?:^|\/)_?(?:shortcodes|partials|markup)\//.test(name);
    // `category.terms.html` is an old name of a taxonomy's own page.
    if (!isPage || /^[^.]+(\.terms)?\.html$/.test(path.basename(name))) continue;
    const file = path.join(site, "layouts", name);
    mkdirSync(path.dirname(file), { recursive: true });
    if (!existsSync(file)) writeFileSync(file, "[]");
  }
}

const TAG = /\{\{[<%](?!\/\*)\s*(\/)?\s*([\w][\w./-]*)/g;

export function stubUnknown(site: string, known: Set<string>): string[] {
  const uses = new Map<string, boolean>();
  for (const name of walk(path.join(site, "content"))) {
    if (!/\.(md|markdown|html?)$/i.test(name)) continue;
    for (const [, closing, shortcode = ""] of readFileSync(path.join(site, "content", name), "utf8").matchAll(
      TAG,
    )) {
      if (shortcode.endsWith(".inline") || (known.has(shortcode) && !REMOTE.has(shortcode))) continue;
      uses.set(shortcode, uses.get(shortcode) === true || closing !== undefined);
    }
  }
  for (const [name, closed] of uses) {
    const file = path.join(site, "layouts/_shortcodes", `${name}.html`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `<div data-oracle-stub="${name}">${closed ? "{{ .Inner }}" : ""}</div>`);
  }
  return [...uses.keys()];
}
