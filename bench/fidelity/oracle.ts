// What Hugo itself makes of a site's posts: builds the folder with small layouts of ours that print
// one JSON for all pages. Shortcodes and hooks of a theme or of the blog itself can be laid over.

import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse as parseToml, stringify as printToml } from "smol-toml";
import { parse as parseYaml } from "yaml";
import { walk } from "./hugo-engine.ts";

export interface OraclePage {
  path: string;
  lang: string;
  kind: string;
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

export interface OracleResult {
  hugo: string;
  pages: OraclePage[];
  /** Shortcodes that nobody has: their posts are not comparable. */
  unknown: string[];
}

const PRINTED = `{{- $out := slice -}}{{- range site.Sites -}}{{- range .Pages -}}
{{- $path := "" -}}{{- with .File -}}{{- $path = .Path -}}{{- end -}}
{{- $out = $out | append (dict "path" $path "lang" .Language.Lang "kind" .Kind "relPermalink" .RelPermalink "title" .Title
"date" (.Date.Format "2006-01-02T15:04:05-07:00") "html" (string .Content) "summary" (string .Summary) "plain" .Plain
"toc" (string .TableOfContents) "wordCount" .WordCount "readingTime" .ReadingTime "truncated" .Truncated) -}}
{{- end -}}{{- end -}}{{- dict "hugo" hugo.Version "pages" $out | jsonify -}}`;

const BUILT_IN = new Set(
  "figure highlight param ref relref vimeo youtube gist details qr comment".split(" "),
);
/** They ask a service while building: always stubbed. */
const REMOTE = new Set(
  "twitter tweet x instagram twitter_simple x_simple vimeo_simple instagram_simple".split(" "),
);

export function askHugo(dir: string, options: { overlay: string | null; own: boolean }): OracleResult {
  const home = mkdtempSync(path.join(tmpdir(), "deckle-oracle-"));
  try {
    return buildSite(dir, home, options);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function buildSite(
  dir: string,
  home: string,
  options: { overlay: string | null; own: boolean },
): OracleResult {
  const site = path.join(home, "site");
  mkdirSync(path.join(site, "layouts"), { recursive: true });
  const config = readSiteConfig(dir);
  const languages = Object.keys((config.languages as object | undefined) ?? {});
  writeFileSync(path.join(site, "config.toml"), printToml(config));
  writeFileSync(path.join(site, "languages"), languages.join("\n"));
  writeFileSync(path.join(site, "layouts/home.oracle.json"), PRINTED);
  for (const name of ["home", "page", "list", "taxonomy", "term", "section"]) {
    writeFileSync(path.join(site, `layouts/${name}.html`), "-");
  }
  const known = new Set(BUILT_IN);
  for (const from of [options.overlay, options.own ? dir : null])
    if (from) layOver(from, site, known, from === dir);
  for (const folder of ["content", "assets", "static", "data", "i18n"]) {
    const from = path.join(dir, folder);
    if (existsSync(from)) cpSync(from, path.join(site, folder), { recursive: true });
  }
  const unknown = stubUnknown(site, known);
  const out = path.join(home, "out");
  const run = spawnSync(
    process.execPath,
    ["--max-old-space-size=6000", path.join(import.meta.dirname, "hugo-engine.ts"), site, out],
    {
      encoding: "utf8",
      maxBuffer: 1 << 28,
    },
  );
  if (run.status !== 0) throw new Error(`Hugo refuses ${dir}: ${run.stderr.slice(0, 2000)}`);
  return { ...JSON.parse(readFileSync(path.join(out, "pages.json"), "utf8")), unknown };
}

type Table = { [key: string]: unknown };

/** The blog's configuration, without what belongs to its theme and what 0.147 refuses. */
function readSiteConfig(dir: string): Table {
  const name = ["hugo", "config"]
    .flatMap((n) => ["toml", "yaml", "yml", "json"].map((e) => `${n}.${e}`))
    .find((n) => existsSync(path.join(dir, n)));
  if (!name) throw new Error(`${dir} has no configuration file (hugo.yaml and the like)`);
  const text = readFileSync(path.join(dir, name), "utf8");
  const config: Table = name.endsWith(".toml")
    ? parseToml(text)
    : name.endsWith(".json")
      ? JSON.parse(text)
      : parseYaml(text);
  const lower: Table = {};
  for (const [key, value] of Object.entries(config)) if (value !== null) lower[key.toLowerCase()] = value;
  for (const key of [
    "theme",
    "module",
    "paginate",
    "paginatepath",
    "menu",
    "menus",
    "outputs",
    "rsslimit",
    "author",
    "minify",
    "enablegitinfo",
  ]) {
    delete lower[key];
  }
  return {
    ...lower,
    outputs: { home: ["html", "oracle"] },
    outputFormats: { oracle: { mediaType: "application/json", baseName: "oracle", isPlainText: true } },
  };
}

function layOver(from: string, site: string, known: Set<string>, whole: boolean): void {
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

const TAG = /\{\{[<%](?!\/\*)\s*(\/)?\s*([\w][\w./-]*)/g;

function stubUnknown(site: string, known: Set<string>): string[] {
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
