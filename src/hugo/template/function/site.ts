// What functions without arguments give of the site, and what reads its files (Hugo's namespaces
// resources, lang, fmt, os, debug).

import { matchesGlob } from "../../content/glob.ts";
import type { FileFacts } from "../../world.ts";
import { Engine } from "../object/language.ts";
import { assetResource, noResource, Resource } from "../object/resource.ts";
import { Resources } from "../object/resource-list.ts";
import { printAll, printFormat, printValue, toText } from "../print.ts";
import type { GoFunction, Runtime } from "../runtime.ts";
import { fail, GoMap, mapOf, numberOf, type Value } from "../value.ts";
import { float, given, int, text } from "./argument.ts";
import { readOnce } from "./encode.ts";

const site: GoFunction = (_, runtime) => runtime.site;
const page: GoFunction = (_, runtime) => runtime.page;
const engine: GoFunction = (_, { site, context }) =>
  new Engine(site.member("Data", []) ?? null, context.config.languages.length);

const getResource: GoFunction = (args, runtime) => assetResource(text(args, 0), runtime);

function matching(pattern: string, runtime: Runtime): Resource[] {
  const glob = pattern.replace(/^\//, "").toLowerCase();
  const names = runtime.context.world.names?.("assets/") ?? [];
  return names
    .map((path) => path.slice("assets/".length))
    .filter((name) => matchesGlob(name.toLowerCase(), glob))
    .map((name) => assetResource(name, runtime))
    .filter((resource) => resource instanceof Resource);
}

const noFetching: GoFunction = () =>
  fail("nothing is fetched from elsewhere while a page is rendered: put the file into the site");

const minify: GoFunction = (args, runtime) => {
  runtime.warn("minify changes nothing but the name: files are served as they are");
  const resource = args.at(-1) ?? null;
  return resource instanceof Resource ? resource.minified() : resource;
};

const same =
  (name: string): GoFunction =>
  (args, runtime) => {
    runtime.warn(`${name} changes nothing: files are served as they are`);
    return args.at(-1) ?? null;
  };

const warnf: GoFunction = (args, runtime) => {
  runtime.warn(printFormat(text(args, 0), args.slice(1)));
  return "";
};

/** Hugo would refuse the whole site. */
const errorf: GoFunction = (args) => fail(printFormat(text(args, 0), args.slice(1)));

/** The strings of i18n/, by language and then by the default one. */
const translate: GoFunction = (args, runtime) => {
  const key = text(args, 0);
  const { config, language, world } = runtime.context;
  const paths = world.names?.("i18n/") ?? [];
  for (const lang of new Set([language.lang, config.defaultContentLanguage])) {
    for (const path of paths.filter((name) => languageOf(name) === lang.toLowerCase())) {
      const source = world.text(path);
      const found =
        source === null
          ? null
          : translation(readOnce(source, /\w+$/.exec(path)?.[0] ?? "", runtime), key, args[1] ?? null);
      if (found !== null) return found;
    }
  }
  return "";
};

/** `i18n/zh-Hans.yaml` is in `zh-hans`. */
const languageOf = (path: string): string =>
  path
    .slice("i18n/".length)
    .replace(/\.\w+$/, "")
    .toLowerCase();

function translation(strings: Value, key: string, argument: Value): string | null {
  const entry = mapOf(strings)?.get(key) ?? listEntry(strings, key) ?? nestedEntry(strings, key);
  if (entry === null || entry === undefined) return null;
  const forms = mapOf(entry);
  const count = numberOf(argument) ?? numberOf(mapOf(argument)?.get("Count") ?? null);
  const form = forms
    ? (forms.get(count === 1 ? "one" : "other") ?? forms.get("other") ?? forms.get("translation"))
    : entry;
  if (form === null || form === undefined) return null;
  return toText(form).replace(/\{\{\s*\.(\w*)\s*\}\}/g, (_, name) => {
    if (name === "" || (name === "Count" && !mapOf(argument))) return printValue(argument);
    return printValue(mapOf(argument)?.get(name) ?? "");
  });
}

/** The old form: a list of maps with an `id`. */
function listEntry(strings: Value, key: string): Value {
  if (!Array.isArray(strings)) return null;
  return strings.find((item) => mapOf(item)?.get("id") === key) ?? null;
}

/** Words may stand in groups: `article.back`. */
const nestedEntry = (strings: Value, key: string): Value =>
  key.split(".").reduce((found: Value, part) => mapOf(found)?.get(part) ?? null, strings);

/** Digits in groups: `lang.FormatNumber 2 1234567.8`. */
const formatNumber: GoFunction = (args) => {
  const [whole = "", fraction] = float(given(args, 1))
    .toFixed(Math.min(Math.max(0, int(args, 0)), 20))
    .split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
};

/** Empty for a file that is not there, as in Hugo. */
const readFile: GoFunction = (args, runtime) => {
  const name = text(args, 0).replace(/^(?:\.?\/)+/, "");
  const { world } = runtime.context;
  const found = world.text(name) ?? world.text(`content/${name}`);
  if (found === null) runtime.warn(`readFile: ${name} is not there, or is no text`);
  return found ?? "";
};

const fileAt = (args: Value[], { context }: Runtime): FileFacts | null =>
  context.world.file(text(args, 0).replace(/^\/+/, ""));

const fileExists: GoFunction = (args, runtime) => fileAt(args, runtime) !== null;

const imageConfig: GoFunction = (args, runtime) => {
  const file = fileAt(args, runtime);
  if (file?.width === undefined || file.height === undefined)
    return fail(`${text(args, 0)} is not there, or is no picture`);
  return new GoMap(new Map(Object.entries({ Width: file.width, Height: file.height })));
};

export const siteFunctions: { [name: string]: GoFunction } = {
  site,
  page,
  hugo: engine,
  "resources.Get": getResource,
  "resources.GetMatch": (args, runtime) => matching(text(args, 0), runtime)[0] ?? noResource,
  "resources.Match": (args, runtime) => new Resources(matching(text(args, 0), runtime)),
  "resources.ByType": (args, runtime) =>
    new Resources(matching("**", runtime).filter((resource) => resource.resourceType === text(args, 0))),
  "resources.GetRemote": noFetching,
  getJSON: noFetching,
  getCSV: noFetching,
  "resources.Fingerprint": same("fingerprint"),
  "resources.Minify": minify,
  fingerprint: same("fingerprint"),
  minify,
  warnf,
  errorf,
  erroridf: (args, runtime) => errorf(args.slice(1), runtime),
  warnidf: (args, runtime) => warnf(args.slice(1), runtime),
  "fmt.Print": (args) => printAll(args),
  "fmt.Printf": (args) => printFormat(text(args, 0), args.slice(1)),
  "fmt.Println": (args) => `${printAll(args)}\n`,
  "fmt.Warnf": warnf,
  "fmt.Errorf": errorf,
  i18n: translate,
  T: translate,
  "lang.Translate": translate,
  "lang.FormatNumberCustom": formatNumber,
  "lang.FormatNumber": formatNumber,
  "lang.FormatAccounting": formatNumber,
  getenv: () => "",
  "os.Getenv": () => "",
  "os.FileExists": fileExists,
  fileExists,
  "os.ReadFile": readFile,
  readFile,
  imageConfig,
  "images.Config": imageConfig,
  "debug.Dump": (args) => printValue(given(args, 0)),
};
