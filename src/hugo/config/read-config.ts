// Reads a Hugo site's configuration files into one value: which files count, what wins over what,
// and which keys are not read. What the keys mean is compile-config.ts.

import type { Params, ParamValue } from "../../site/page.ts";
import type { Problem, Warning } from "../../site/problem.ts";
import { compileConfig } from "./compile-config.ts";
import type { ConfigReading } from "./config.ts";
import { nearMiss } from "./near-miss.ts";
import { emptyParams, isParams } from "./params.ts";
import { type DataFormat, parseData } from "./parse-data.ts";
import { type WrittenKey, writtenKeys } from "./written-key.ts";

export function readConfig(files: { path: string; text: string }[]): ConfigReading {
  const problems: Problem[] = [];
  const warnings: Warning[] = [];
  const root = emptyParams();
  const origins: Origin[] = [];

  for (const { path, text, keys } of filesInOrder(files)) {
    const reading = parseData(text.replace(/^\ufeff/, ""), formatOf(path));
    if (!reading.ok) {
      const message = `The configuration cannot be read: ${reading.message}`;
      problems.push({ code: "unreadable", message, path, line: reading.line });
      continue;
    }
    const value = nest(keys, reading.value);
    renameMenu(value);
    mergeOver(root, value);
    origins.push({ path, keys, lines: reading.lines, written: writtenKeys(text) });
  }

  const placeOf = (key: string): { path: string; line?: number } => placeIn(origins, key);
  for (const key of unreadIn(root, READ)) warnings.push(unreadKey([key], READ, origins));
  for (const [lang, own] of Object.entries(isParams(root.languages) ? root.languages : {}))
    for (const key of isParams(own) ? unreadIn(own, READ_OF_LANGUAGE) : [])
      warnings.push(unreadKey(["languages", lang, key], READ_OF_LANGUAGE, origins));
  // A setting of the site is read for each of its languages.
  const told = new Set<string>();
  const config = compileConfig(root, (key, message) => {
    if (!told.has(message)) warnings.push({ message, ...placeOf(key) });
    told.add(message);
  });
  return { config, problems, warnings };
}

/** Whether a change to this file changes the configuration. */
export function isConfigFile(path: string): boolean {
  return ROOT_FILE.test(path) || /^config\/(_default|production)\/.+\.(toml|ya?ml|json)$/.test(path);
}

interface Origin {
  path: string;
  keys: string[];
  lines: { [key: string]: number };
  written: Map<string, WrittenKey[]>;
}

const ROOT_FILE = /^(hugo|config)\.(toml|ya?ml|json)$/;

/** One file at the root (Hugo stops at the first it finds), then the folders, each over what came before. */
function filesInOrder(files: { path: string; text: string }[]) {
  const candidates = ["hugo", "config"].flatMap((name) =>
    ["toml", "yaml", "yml", "json"].map((extension) => `${name}.${extension}`),
  );
  const rootFile = candidates.find((name) => files.some(({ path }) => path === name));
  const below = (folder: string) =>
    files
      .filter(({ path }) => path.startsWith(folder) && isConfigFile(path))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  return [
    ...files.filter(({ path }) => path === rootFile),
    ...below("config/_default/"),
    ...below("config/production/"),
  ].map((file) => ({ ...file, keys: keysFor(file.path) }));
}

/** Where a file's keys belong: `params.toml` under `params`, `menus.vi.toml` under `languages.vi.menus`. */
function keysFor(path: string): string[] {
  if (ROOT_FILE.test(path)) return [];
  const [name = "", lang] = path
    .slice(path.lastIndexOf("/") + 1)
    .replace(/\.\w+$/, "")
    .toLowerCase()
    .split(".");
  if (lang)
    return ["languages", lang, ...(/^menus?$/.test(name) ? ["menus"] : name === "params" ? [name] : [])];
  return name === "hugo" || name === "config" ? [] : [name];
}

function formatOf(path: string): DataFormat {
  if (path.endsWith(".toml")) return "toml";
  return path.endsWith(".json") ? "json" : "yaml";
}

function nest(keys: string[], value: Params): Params {
  return keys.reduceRight((inner, key) => Object.assign(emptyParams(), { [key]: inner }), value);
}

/** `menu` was the name before Hugo 0.53. */
function renameMenu(root: Params): void {
  const languages = isParams(root.languages) ? Object.values(root.languages).filter(isParams) : [];
  for (const owner of [root, ...languages]) {
    if (owner.menu === undefined) continue;
    owner.menus ??= owner.menu;
    delete owner.menu;
  }
}

/** Maps are merged at every level, everything else replaced. */
function mergeOver(target: Params, source: Params): void {
  for (const [key, value] of Object.entries(source)) {
    const old: ParamValue | undefined = target[key];
    if (isParams(old) && isParams(value)) mergeOver(old, value);
    else target[key] = value;
  }
}

const unreadIn = (given: Params, read: Map<string, string>): string[] =>
  Object.keys(given).filter((key) => !read.has(key) && !WITHOUT_EFFECT.has(key));

/** `languages`, `vi`, `weigth`: where it stands, as it is written there, and what may be meant. */
function unreadKey(keys: string[], read: Map<string, string>, origins: Origin[]): Warning {
  const [top = "", key = top] = [keys[0], keys.at(-1)];
  const written = origins.toReversed().flatMap((origin) => findWritten(keys, origin) ?? [])[0];
  const above = keys
    .slice(0, -1)
    .map((name) => `${name}.`)
    .join("");
  const meant = read.get(nearMiss(key, read.keys()) ?? "");
  const remedy =
    meant === undefined
      ? `What belongs to a theme stands under \`${above}params\`; otherwise it can go.`
      : `Is \`${meant}\` meant?`;
  return {
    message: `\`${above}${written?.key ?? key}\` is not read. ${remedy}`,
    ...(written?.place ?? placeIn(origins, top)),
  };
}

/** Each of the keys stands in the line of the one above it, or further down. */
function findWritten(
  keys: string[],
  { path, keys: above, lines, written }: Origin,
): { key: string; place: { path: string; line: number } } | null {
  const below = keys.slice(above.length);
  let line = above.length === 0 ? lines[keys[0] ?? ""] : 1;
  let key: string | undefined;
  for (const name of above.every((name, i) => name === keys[i]) ? below : []) {
    const from = line;
    const found = written.get(name)?.find((place) => from !== undefined && place.line >= from);
    [key, line] = [found?.key, found?.line];
  }
  return key === undefined || line === undefined ? null : { key, place: { path, line } };
}

function placeIn(origins: Origin[], key: string): { path: string; line?: number } {
  const origin = origins.findLast(
    ({ keys, lines }) => keys[0] === key || (keys.length === 0 && key in lines),
  );
  if (!origin) return { path: origins[0]?.path ?? "hugo.yaml" };
  const line = origin.keys.length === 0 ? origin.lines[key] : undefined;
  return { path: origin.path, ...(line === undefined ? {} : { line }) };
}

/** By their lower case, as Hugo's documentation writes them. */
const spelled = (words: string): Map<string, string> =>
  new Map(words.split(/\s+/).map((word) => [word.toLowerCase(), word]));

const READ = spelled(
  `baseURL buildDrafts buildExpired buildFuture canonifyURLs capitalizeListTitles cascade contentDir copyright
  defaultContentLanguage defaultContentLanguageInSubdir disableDefaultLanguageRedirect disableAliases disableKinds disableLanguages
  disablePathToLower enableEmoji enableInlineShortcodes enableRobotsTXT frontmatter googleAnalytics disqusShortname
  hasCJKLanguage ignoreFiles indexes languageCode languages locale mainSections markup mediaTypes menus outputFormats outputs paginate paginatePath
  pagination params permalinks pluralizeListTitles privacy pygmentsCodeFences pygmentsCodeFencesGuessSyntax
  pygmentsOptions pygmentsStyle pygmentsUseClasses refLinksErrorLevel refLinksNotFoundURL relativeURLs
  removePathAccents rssLimit sectionPagesMenu security services sitemap summaryLength taxonomies timeZone title
  titleCaseStyle uglyURLs`,
);

const READ_OF_LANGUAGE = new Map([
  ...spelled("weight languageName label languageDirection direction disabled"),
  ...READ,
]);

/** Hugo's own keys that steer its build, its theme or its server, and mean nothing where there is no build. */
const WITHOUT_EFFECT = new Set(
  `_merge archetypedir assetdir author blackfriday build cachedir caches cleandestinationdir configdir datadir
  defaultoutputformat deployment disablehugogeneratorinject disablelivereload
  enablegitinfo enablemissingtranslationplaceholders environment footnoteanchorprefix footnotereturnlinkcontents
  httpcache i18ndir ignorecache ignoreerrors ignorelogs ignorevendorpaths imaging internal layoutdir
  logi18nwarnings logpathwarnings metadataformat minify minifyoutput module newcontenteditor nobuildlock nochmod
  notimes page paniconwarning preservetaxonomynames printi18nwarnings
  printpathwarnings printunusedtemplates publishdir related rendersegments resourcedir segments
  server social staticdir templatemetrics templatemetricshints theme themesdir timeout uselayoutcache
  verbose watch workingdir`.split(/\s+/),
);
