// Whole sites, published into memory, against what Hugo makes of them: every URL answers, every page has
// Hugo's title, dates and counts, every menu is Hugo's. One golden is made again with
//   node bench/fidelity/fidelity.ts test/hugo/fixtures/menus --golden test/hugo/fixtures/menus.golden.json

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { OracleMenuEntry, OracleResult } from "../../bench/fidelity/oracle.ts";
import { comparePublished, publishInMemory } from "../../bench/fidelity/published-url.ts";
import { formatRfc3339, type Moment } from "../../src/site/moment.ts";
import type { MenuItem } from "../../src/site/settings.ts";

const FIXTURES = join(import.meta.dirname, "fixtures");

for (const name of [
  "ugly",
  "folders",
  "loose",
  "names",
  "menus",
  "nested",
  "formats",
  "carried",
  "dates",
  "copies",
]) {
  describe(`the site ${name} is what Hugo makes of it`, async () => {
    const golden: OracleResult = JSON.parse(readFileSync(join(FIXTURES, `${name}.golden.json`), "utf8"));
    const { site, rehearsal } = await publishInMemory(join(FIXTURES, name));
    const base = site.basePath.slice(0, -1);

    it("every URL answers", () => {
      assert.deepEqual(comparePublished(site, golden).lost, []);
    });

    it("every page has Hugo's fields", () => {
      const cards = rehearsal.pages.map(({ contribution }) => contribution.page.card);
      for (const hugo of golden.pages.filter(
        ({ kind, relPermalink }) => kind === "page" && relPermalink !== "",
      )) {
        const card = cards.find(({ url }) => base + url === decodeURIComponent(hugo.relPermalink));
        assert.ok(card, `${hugo.path} is there`);
        const { title, wordCount, date, lastmod } = card;
        assert.deepEqual(
          { title, wordCount, date: printed(date), lastmod: printed(lastmod) },
          { title: hugo.title, wordCount: hugo.wordCount, date: hugo.date, lastmod: hugo.lastmod },
          hugo.path,
        );
      }
    });

    it("every menu is Hugo's", () => {
      for (const { settings } of rehearsal.flip?.site?.languages ?? []) {
        const entries = golden.menus[settings.lang]?.main ?? [];
        assert.deepEqual(settings.menu.map(ourEntry), entries.map(hugoEntry(base)));
      }
    });
  });
}

const printed = (moment: Moment | null): string =>
  moment === null ? "0001-01-01T00:00:00+00:00" : formatRfc3339(moment).replace(/Z$/, "+00:00");

interface Entry {
  name: string;
  title: string;
  url: string;
  pre: string;
  post: string;
  children: Entry[];
}

const ourEntry = ({ name, title, url, pre, post, children }: MenuItem): Entry => ({
  ...{ name, title, url, pre, post },
  children: children.map(ourEntry),
});

/** Ours is below the site's root, and leads from there. */
const hugoEntry =
  (base: string) =>
  ({ name, title, url, pre, post, children }: OracleMenuEntry): Entry => ({
    ...{ name, title, pre, post },
    url: url.startsWith(`${base}/`)
      ? decodeURIComponent(url.slice(base.length))
      : url.replace(/^(?!\w+:|$)/, "/"),
    children: children.map(hugoEntry(base)),
  });
