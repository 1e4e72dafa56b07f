// Gives every key of the merged configuration its type and Hugo 0.147's default, old names included.
// Each language's view of it is language-config.ts.

import type { Params } from "../../site/page.ts";
import { CHANGE_FREQUENCIES, readSitemapHints } from "../../site/sitemap.ts";
import { checkFlag, checkInteger, checkMap } from "./checked-value.ts";
import type { HugoConfig, Report, SharedConfig } from "./config.ts";
import { readDateSources } from "./date-source.ts";
import { compileLanguages, defaultLanguage, readFolder } from "./language-config.ts";
import { toBoolean, toParams, toParamsList, toText, toTexts, toWords } from "./loose-value.ts";
import { compileMarkup } from "./markup-config.ts";
import { type OutputFormats, readOutputFormats, standsFor } from "./output-format.ts";
import { isParams, mergeParams } from "./params.ts";

export function compileConfig(root: Params, report: Report): HugoConfig {
  const shared = compileShared(root, report);
  const flag = (name: string): boolean =>
    checkFlag({ name, value: root[name.toLowerCase()], report }) ?? false;
  const languages = compileLanguages(root, report).map((language) => ({
    ...language,
    own: ownSettings(toParams(toParams(root.languages)[language.lang]), root, shared),
  }));
  const defaultContentLanguage = defaultLanguage(root, languages, report);
  tellHosts(root, report);
  return {
    ...shared,
    baseURL: readBaseURL(root, defaultContentLanguage, report),
    defaultContentLanguage,
    defaultContentLanguageInSubdir: flag("defaultContentLanguageInSubdir"),
    disableDefaultLanguageRedirect: flag("disableDefaultLanguageRedirect"),
    contentDir: readFolder(root.contentdir),
    languages,
  };
}

/** Whatever a language names of the site's settings is its own, a map as a whole; of `uglyURLs` only a map (read off Hugo). */
function ownSettings(own: Params, root: Params, shared: SharedConfig): Partial<SharedConfig> {
  const { uglyurls = null, baseurl, ...others } = own;
  const whole = compileShared({ ...root, ...others, ...(isParams(uglyurls) ? { uglyurls } : {}) }, () => {});
  return Object.fromEntries(
    Object.entries(whole).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(shared[key as keyof SharedConfig]),
    ),
  );
}

function compileShared(root: Params, report: Report): SharedConfig {
  const flag = (name: string, fallback = false): boolean =>
    checkFlag({ name, value: root[name.toLowerCase()], report }) ?? fallback;
  const map = (name: string): Params => checkMap({ name, value: root[name.toLowerCase()], report });
  const services = map("services");
  const disableKinds = toWords(root.disablekinds).map(
    (kind) => OLD_KINDS[kind.toLowerCase()] ?? kind.toLowerCase(),
  );
  const outputs = readOutputs(map("outputs"), disableKinds);
  const outputFormats = readOutputFormats(map("outputFormats"), map("mediaTypes"));
  tellUnmade(outputs, outputFormats, report);
  return {
    uglyURLs: isParams(root.uglyurls) ? false : flag("uglyURLs"),
    uglySections: Object.entries(toParams(root.uglyurls)).flatMap(([section, on]) =>
      toBoolean(on) ? [section] : [],
    ),
    removePathAccents: flag("removePathAccents"),
    disablePathToLower: flag("disablePathToLower"),
    disableAliases: flag("disableAliases"),
    disableKinds,
    canonifyURLs: flag("canonifyURLs"),
    relativeURLs: flag("relativeURLs"),
    enableEmoji: flag("enableEmoji"),
    enableRobotsTXT: flag("enableRobotsTXT"),
    enableInlineShortcodes:
      toBoolean(map("security").enableinlineshortcodes) ?? flag("enableInlineShortcodes"),
    pluralizeListTitles: flag("pluralizeListTitles", true),
    capitalizeListTitles: flag("capitalizeListTitles", true),
    titleCaseStyle: toText(root.titlecasestyle) || "AP",
    buildDrafts: flag("buildDrafts"),
    buildFuture: flag("buildFuture"),
    buildExpired: flag("buildExpired"),
    ignoreFiles: readIgnoreFiles(root, report),
    sectionPagesMenu: toText(root.sectionpagesmenu),
    frontmatter: readDateSources(map("frontmatter")),
    cascade: isParams(root.cascade) ? [root.cascade] : toParamsList(root.cascade),
    outputs,
    outputFormats,
    rssLimit:
      checkInteger({ name: "services.rss.limit", value: toParams(services.rss).limit, report }) ||
      checkInteger({ name: "rssLimit", value: root.rsslimit, report }) ||
      -1,
    markup: compileMarkup(root, isMultilingual(root)),
    refLinksErrorLevel: toText(root.reflinkserrorlevel).toUpperCase() === "WARNING" ? "WARNING" : "ERROR",
    refLinksNotFoundURL: toText(root.reflinksnotfoundurl),
    sitemap: checkSitemap(map("sitemap"), report),
    privacy: readPrivacy(map("privacy")),
    services: readServices(services, root),
  };
}

/** Hugo makes a site of each language then, each at its own root. */
function tellHosts(root: Params, report: Report): void {
  const hosts = Object.entries(toParams(root.languages)).map(([lang, own]): [string, string] => [
    lang,
    toText(toParams(own).baseurl),
  ]);
  if (new Set(hosts.map(([, host]) => host)).size < 2 || hosts.some(([, host]) => host === "")) return;
  const names = hosts.map(([lang]) => `languages.${lang}.baseURL`).join("`, `");
  report(
    "languages",
    `\`${names}\`: a blog has one address here, and its other languages lie in folders below it. Lead their hosts there, or deploy a blog for each.`,
  );
}

/** One language that is named counts already. Those on a host of their own do not, as in Hugo. */
function isMultilingual(root: Params): boolean {
  const languages = Object.values(toParams(root.languages)).map(toParams);
  const hosts = languages.map(({ baseurl }) => toText(baseurl)).filter((host) => host !== "");
  return languages.length > 0 && hosts.every((host) => host === toText(root.baseurl));
}

/** `taxonomyterm` was the list of terms, which is now a taxonomy. */
const OLD_KINDS: { [kind: string]: string } = { taxonomyterm: "taxonomy" };

/** A language may have one of its own: the default one's stands where the site has none. */
function readBaseURL(root: Params, defaultContentLanguage: string, report: Report): string {
  const own = toParams(toParams(root.languages)[defaultContentLanguage]);
  const text = (toText(root.baseurl) || toText(own.baseurl)).trim();
  if (text === "") return "";
  if (!/^https?:\/\/[^/?#]/i.test(text) || !URL.canParse(text)) {
    const example = "https://blog.example/";
    report("baseurl", `\`baseURL: ${text}\` is no address. Write it in full, as in \`${example}\`.`);
    return "";
  }
  const { origin, pathname } = new URL(text);
  return `${origin}${pathname.replace(/\/*$/, "/")}`;
}

function readIgnoreFiles(root: Params, report: Report): string[] {
  return toWords(root.ignorefiles).filter((pattern) => {
    const reason = refusalOf(pattern);
    if (reason) report("ignorefiles", `\`ignoreFiles: ${pattern}\` ${reason}: it is left out. Correct it.`);
    return reason === null;
  });
}

function refusalOf(pattern: string): string | null {
  // What backtracks without end in JavaScript does not in Go, for which it was written.
  if (/[+*}]\)[+*{]/.test(pattern)) return "repeats a repetition";
  try {
    new RegExp(pattern);
    return null;
  } catch {
    return "is no regular expression";
  }
}

const LIST_OUTPUTS = ["HTML", "RSS"];
const DEFAULT_OUTPUTS = {
  page: ["HTML"],
  home: LIST_OUTPUTS,
  section: LIST_OUTPUTS,
  taxonomy: LIST_OUTPUTS,
  term: LIST_OUTPUTS,
};

/** `RSS` was a kind of its own, and can still be disabled as one. */
function readOutputs(given: Params, disableKinds: string[]): HugoConfig["outputs"] {
  const out: HugoConfig["outputs"] = { ...DEFAULT_OUTPUTS };
  for (const [kind, formats] of Object.entries(given)) {
    const now = OLD_KINDS[kind];
    if (now !== undefined && given[now] !== undefined) continue;
    out[now ?? kind] = toTexts(formats).map((format) => format.toUpperCase());
  }
  if (!disableKinds.includes("rss")) return out;
  const withoutRss = Object.entries(out).map(([kind, formats]) => [
    kind,
    formats.filter((name) => name !== "RSS"),
  ]);
  return Object.fromEntries(withoutRss);
}

/** Formats whose templates would have to be run. */
function tellUnmade(outputs: HugoConfig["outputs"], formats: OutputFormats, report: Report): void {
  const told = new Set<string>();
  for (const [kind, names] of Object.entries(outputs)) {
    for (const name of names.filter((name) => !told.has(name))) {
      const format = formats[name];
      if (format?.isOwn) continue;
      const stands = format && standsFor(format, kind);
      if (stands !== undefined && stands !== null && stands !== "alias") continue;
      told.add(name);
      const instead = stands === "alias" ? "its addresses lead to the page" : "its addresses answer 404";
      report(
        "outputs",
        format
          ? `\`outputs\`: \`${name}\` is made by a template, and templates of pages are not run: ${instead}. A file in static/ may stand there.`
          : `\`outputs\`: \`${name}\` is no output format. Define it in \`outputFormats\`, or leave it out.`,
      );
    }
  }
}

/** Search engines refuse a file in which one entry says something else. */
function checkSitemap(given: Params, report: Report): Params {
  const { changeFreq, priority } = readSitemapHints(given);
  if (toText(given.changefreq) !== "" && changeFreq === "") {
    const known = CHANGE_FREQUENCIES.join(", ");
    report(
      "sitemap",
      `\`sitemap.changefreq: ${toText(given.changefreq)}\` is left out. Write one of ${known}.`,
    );
  }
  // Hugo's own word for none is -1.
  if (!["", "-1"].includes(toText(given.priority)) && priority === null)
    report(
      "sitemap",
      `\`sitemap.priority: ${toText(given.priority)}\` is left out. Write a number from 0 to 1.`,
    );
  const filename = toText(given.filename);
  if (filename === "" || /^[^/\\]+\.xml$/.test(filename)) return given;
  report("sitemap", `\`sitemap.filename: ${filename}\` is left out. Write a name that ends in \`.xml\`.`);
  return { ...given, filename: "" };
}

/** `twitter` became `x` in Hugo 0.141. */
function readPrivacy(given: Params): Params {
  return isParams(given.twitter) ? { ...given, x: mergeParams(toParams(given.x), given.twitter) } : given;
}

/** Old top-level names of two services. */
function readServices(given: Params, root: Params): Params {
  const out: Params = { ...given };
  const analytics = toText(root.googleanalytics);
  const shortname = toText(root.disqusshortname);
  if (analytics) out.googleanalytics = { id: analytics, ...toParams(given.googleanalytics) };
  if (shortname) out.disqus = { shortname, ...toParams(given.disqus) };
  return out;
}
