// Pages read by us against what Hugo 0.147.6 printed for the same files (page.golden.json).

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { readConfig } from "../../../src/hugo/config/read-config.ts";
import { sectionTitle, taxonomyTitle, termTitle } from "../../../src/hugo/content/list-title.ts";
import {
  contentPathsOf,
  isContentFile,
  leafBundleOf,
  normalizePath,
  parseContentPath,
} from "../../../src/hugo/content/path.ts";
import type { Content, RenderContent } from "../../../src/hugo/markdown/content.ts";
import type { HugoPage } from "../../../src/hugo/page.ts";
import { readPage } from "../../../src/hugo/read-page.ts";
import { formatRfc3339, type Moment } from "../../../src/site/moment.ts";
import { encodeUrlPath } from "../../../src/site/url.ts";

interface Golden {
  sites: { [name: string]: GoldenSite };
}
interface GoldenSite {
  files: { [path: string]: string };
  pages: GoldenPage[];
  /** Files that are no pages: aliases and feeds. `null` where Hugo was not asked. */
  published: string[] | null;
}
interface GoldenPage {
  kind: string;
  lang: string;
  /** Below the content folder's parent; empty for a page that Hugo made by itself. */
  source: string;
  path?: string;
  url: string;
  title: string;
  /** Names, or name, title and address. */
  resources: (string | [name: string, title: string, url: string])[];
  terms: { [taxonomy: string]: [title: string, relPermalink: string][] };
  menus?: {
    [menu: string]: [name: string, title: string, weight: number, identifier: string, parent: string];
  };
  pager?: string[];
  [field: string]: unknown;
}

const golden: Golden = JSON.parse(readFileSync(new URL("./page.golden.json", import.meta.url), "utf8"));

/** Reading is under test here, not Markdown. */
const renderNothing: RenderContent = (source) =>
  ({ ...EMPTY, summary: source.summary }) as unknown as Content;
const EMPTY = {
  html: "",
  toc: "",
  headings: [],
  truncated: false,
  plain: "",
  wordCount: 0,
  readingTime: 0,
  needs: [],
  warnings: [],
};

function readSite(files: { [path: string]: string }) {
  const { config } = readConfig(Object.entries(files).map(([path, text]) => ({ path, text })));
  const paths = Object.keys(files);
  const indexes = paths.filter((path) => /\/index\.[^/]*$/.test(path) && isContentFile(path));
  const leafFolders = new Set(indexes.map((path) => path.slice(0, path.lastIndexOf("/"))));
  const sections = paths.filter((path) => /\/_index\.[^/]*$/.test(path));
  const sectionFiles = sections.flatMap((path) => contentPathsOf(path, config));
  const facts = (path: string) => ({
    path,
    sha256: "",
    mediaType: path.endsWith(".png") ? "image/png" : "text/plain",
  });
  const world = {
    file: (name: string) => (name in files ? facts(name) : null),
    text: (name: string) => files[name] ?? null,
    page: () => null,
  };
  const isIndex = (path: string): boolean => indexes.includes(path) || sections.includes(path);
  /** The folder that a file belongs to: its leaf bundle's, else the nearest that some page calls its own. */
  const ownFolders = new Set(paths.flatMap((path) => parseContentPath(path, config)?.bundleFolder ?? []));
  const bundleOf = (path: string): string => {
    let folder = path.slice(0, path.lastIndexOf("/"));
    while (folder.split("/").length > 2 && !ownFolders.has(folder))
      folder = folder.slice(0, folder.lastIndexOf("/"));
    return leafBundleOf(path, leafFolders) ?? folder;
  };
  const pages: HugoPage[] = [];
  for (const [path, text] of Object.entries(files)) {
    const folder = path.slice(0, path.lastIndexOf("/"));
    const bundle = leafBundleOf(path, leafFolders);
    const at = parseContentPath(path, config);
    if (!at || (bundle !== null && (bundle !== folder || !indexes.includes(path)))) continue;
    const own = at.bundleFolder;
    const isOwner = isIndex(path) || !paths.some((other) => isIndex(other) && bundleOf(other) === own);
    const siblings = isOwner ? paths.filter((other) => bundleOf(other) === own).map(facts) : [];
    const given = { siblings, sections: sectionFiles, config, theme: "hugo", world } as const;
    pages.push(readPage({ at, text, ...given, renderContent: renderNothing }));
  }
  return { config, pages };
}

const printed = (moment: Moment | null): string =>
  moment ? formatRfc3339(moment).replace("Z", "+00:00") : "0001-01-01T00:00:00+00:00";

for (const [name, site] of Object.entries(golden.sites)) {
  const { config, pages } = readSite(site.files);
  const base = config.baseURL ? new URL(config.baseURL).pathname : "/";
  const find = ({ source, lang }: GoldenPage): HugoPage => {
    const page = pages.find(
      ({ file, card }) =>
        card.lang === lang && [source, `content/${source}`, `french/${source}`].includes(file),
    );
    assert.ok(page, `${source} was not read`);
    return page;
  };
  const expected = site.pages.filter(({ source }) => source !== "" && !isHidden(site, source));

  test(`the pages of “${name}” have Hugo's addresses, titles, dates and places`, () => {
    for (const hugo of expected) {
      const page = find(hugo);
      const { card } = page;
      const isList = card.kind !== "page"; // a list's dates come from its pages too: publishing's
      const ours = {
        kind: card.kind,
        lang: card.lang,
        url: card.url,
        title: card.title,
        linkTitle: card.linkTitle,
        section: page.section,
        type: page.type,
        layout: card.layout,
        description: card.description,
        weight: page.weight,
        ...(hugo.path === undefined ? {} : { path: page.path, translationKey: page.translationKey }),
        ...(isList
          ? {}
          : {
              date: printed(card.date),
              lastmod: printed(card.lastmod),
              publishDate: printed(card.publishDate),
            }),
      };
      const theirs = Object.fromEntries(Object.keys(ours).map((key) => [key, hugo[key]]));
      assert.deepEqual(ours, theirs, hugo.source);
    }
  });

  test(`the pages of “${name}” have Hugo's terms, resources and menu entries`, () => {
    for (const hugo of expected) {
      const page = find(hugo);
      const terms = Object.entries(page.card.terms).map(([taxonomy, links]) => [
        taxonomy,
        links.map(({ url }) => encodeUrlPath(url)).sort(),
      ]);
      const theirs = Object.entries(hugo.terms).map(([taxonomy, list]) => [
        taxonomy,
        list.map(([, url]) => (url.startsWith(base) ? url.slice(base.length - 1) : url)).sort(),
      ]);
      // Hugo's own lookup of a page's terms does not find a taxonomy with a capital; its term pages are there.
      const { Series, ...ourTerms } = Object.fromEntries(terms);
      assert.deepEqual(ourTerms, Object.fromEntries(theirs), hugo.source);
      const resources = page.resources.map((file) =>
        typeof hugo.resources[0] === "string" ? file.name : [file.name, file.title, file.relPermalink],
      );
      assert.deepEqual(resources.toSorted(), hugo.resources.toSorted(), hugo.source);
      const menus = Object.entries(page.menus).map(([menu, entry]) => [
        menu,
        [entry.name, entry.title, entry.weight, entry.identifier, entry.parent],
      ]);
      assert.deepEqual(Object.fromEntries(menus), hugo.menus ?? {}, hugo.source);
    }
  });

  test(`sections, taxonomies and terms that “${name}” has no file for have Hugo's titles and addresses`, () => {
    for (const hugo of site.pages.filter(({ source }) => source === "")) {
      const language = config.languages.find(({ lang }) => lang === hugo.lang);
      assert.ok(language);
      const folder = /([^/]*?)(?:\.html|\/)?$/.exec(hugo.url)?.[1] ?? "";
      if (hugo.kind === "section") {
        const names = Object.keys(site.files).map(
          (file) => file.slice(language.contentDir.length).split("/")[1] ?? "",
        );
        const original =
          names.find((part) => `/${normalizePath(part)}` === (hugo.path ?? `/${folder}`)) ?? folder;
        assert.equal(sectionTitle(original, config), hugo.title);
      } else if (hugo.kind === "taxonomy") {
        const plurals = Object.values(language.taxonomies);
        const own = hugo.path ?? `/${folder}`;
        const plural = plurals.find((known) => `/${normalizePath(known)}` === own);
        if (plural) assert.equal(taxonomyTitle(plural, config), hugo.title);
      } else if (hugo.kind === "term") {
        const links = pages
          .filter(({ card }) => card.lang === hugo.lang)
          .flatMap(({ card }) => Object.values(card.terms).flat())
          .filter(({ url }) => url === hugo.url);
        assert.ok(
          links.some((link) => termTitle(link.name, config) === hugo.title),
          `${hugo.url}: ${hugo.title}`,
        );
      }
    }
  });

  if (site.published) {
    const published = site.published.filter((file) => !/\.(xml|txt)$/.test(file));
    test(`the aliases of “${name}” are where Hugo publishes them`, () => {
      const files = pages.flatMap(({ aliases }) => aliases.map((url) => url.replace(/\/$/, "/index.html")));
      assert.deepEqual(files.sort(), published.sort());
    });
  }

  test(`the lists of “${name}” have Hugo's order`, () => {
    const byUrl = new Map(pages.map((page): [string, string] => [page.card.url, page.sortKey]));
    for (const { pager = [] } of site.pages) {
      const keys = pager.flatMap((url) => byUrl.get(decodeURIComponent(url).replace(base, "/")) ?? []);
      assert.deepEqual(keys, keys.toSorted());
    }
  });
}

/** Hugo lists no page that is not to be rendered. */
function isHidden(site: GoldenSite, source: string): boolean {
  return /headless: true|render: (false|never)/.test(site.files[`content/${source}`] ?? "");
}
