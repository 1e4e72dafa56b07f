// Pages read by us against what Hugo 0.147.6 printed for the same files (page.golden.json).

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { readConfig } from "../../../src/hugo/config/read-config.ts";
import { isContentFile, leafBundleOf, parseContentPath } from "../../../src/hugo/content/path.ts";
import type { Content, RenderContent } from "../../../src/hugo/markdown/content.ts";
import type { HugoPage } from "../../../src/hugo/page.ts";
import { readPage } from "../../../src/hugo/read-page.ts";
import { formatRfc3339, type Moment } from "../../../src/site/moment.ts";
import { encodeUrlPath } from "../../../src/site/url.ts";

interface Golden {
  sites: { [name: string]: { files: { [path: string]: string }; pages: GoldenPage[]; published: string[] } };
}
interface GoldenPage {
  kind: string;
  lang: string;
  source: string;
  url: string;
  aliases: string[] | null;
  resources: string[];
  terms: { [taxonomy: string]: [title: string, relPermalink: string][] };
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

function readSite(files: { [path: string]: string }): Map<string, HugoPage> {
  const { config } = readConfig(Object.entries(files).map(([path, text]) => ({ path, text })));
  const paths = Object.keys(files);
  const indexes = paths.filter((path) => /\/index\.[^/]*$/.test(path) && isContentFile(path));
  const leafFolders = new Set(indexes.map((path) => path.slice(0, path.lastIndexOf("/"))));
  const sections = paths.filter((path) => /\/_index\.[^/]*$/.test(path));
  const facts = (path: string) => ({
    path,
    sha256: "",
    mediaType: /\.(png|jpg)$/.test(path) ? "image/png" : "text/csv",
  });
  const pages = new Map<string, HugoPage>();
  for (const [path, text] of Object.entries(files)) {
    const bundle = leafBundleOf(path, leafFolders);
    if (bundle !== null && !indexes.includes(path)) continue;
    const siblings = paths
      .filter((other) => bundle !== null && leafBundleOf(other, leafFolders) === bundle)
      .map(facts);
    const world = {
      file: (name: string) => (name in files ? facts(name) : null),
      text: (name: string) => files[name] ?? null,
      page: () => null,
    };
    const language = parseContentPath(path, config)?.language;
    if (!language) continue;
    const given = { siblings, sections, config, language, theme: "hugo", world } as const;
    pages.set(path, readPage({ file: { path, text }, ...given, renderContent: renderNothing }));
  }
  return pages;
}

const printed = (moment: Moment | null): string =>
  moment ? formatRfc3339(moment).replace("Z", "+00:00") : "0001-01-01T00:00:00+00:00";

for (const [name, site] of Object.entries(golden.sites)) {
  const pages = readSite(site.files);
  const expected = site.pages.filter(({ source }) => source !== "");

  test(`the pages of “${name}” have Hugo's addresses, titles, dates and places`, () => {
    for (const hugo of expected) {
      const page = pages.get(hugo.source);
      assert.ok(page, `${hugo.source} was not read`);
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

  test(`the pages of “${name}” have Hugo's terms and resources`, () => {
    for (const hugo of expected) {
      const page = pages.get(hugo.source);
      const terms = Object.entries(page?.card.terms ?? {}).map(([taxonomy, links]) => [
        taxonomy,
        links.map(({ url }) => encodeUrlPath(url)),
      ]);
      const theirs = Object.entries(hugo.terms).map(([taxonomy, list]) => [
        taxonomy,
        list.map(([, url]) => url.replace(/^\/blog\//, "/")),
      ]);
      assert.deepEqual(Object.fromEntries(terms), Object.fromEntries(theirs), hugo.source);
      assert.deepEqual(page?.resources.map((resource) => resource.name).sort(), hugo.resources, hugo.source);
    }
  });

  test(`the aliases of “${name}” are where Hugo publishes them`, () => {
    const files = [...pages.values()].flatMap(({ aliases }) =>
      aliases.map((url) => url.replace(/\/$/, "/index.html")),
    );
    const theirs = site.published.filter((file) => !/\.(xml|txt)$/.test(file));
    assert.deepEqual(files.sort(), theirs.sort());
  });

  test(`the lists of “${name}” have Hugo's order`, () => {
    const byUrl = new Map([...pages.values()].map((page) => [page.card.url as string, page.sortKey]));
    for (const { pager = [] } of site.pages) {
      const keys = pager.flatMap((url) => byUrl.get(decodeURIComponent(url).replace(/^\/blog\//, "/")) ?? []);
      assert.deepEqual(keys, keys.toSorted());
    }
  });
}
