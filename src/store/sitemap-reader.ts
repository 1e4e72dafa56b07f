// Reads what a sitemap names, after the statement of a read has said that it is one. A site of more
// addresses than fit into a file gets an index of files: the first has what stands in no list of all pages
// (home, sections, terms), each other one a fixed share of that list, counted from the oldest page, so that
// a new post changes only the last. Each reads its own rows and no others.

import { everyPageList, NEVER } from "../site/contribution.ts";
import { digestText } from "../site/digest.ts";
import type { Document, Found, SitemapEntry, Version } from "../site/document.ts";
import { formatRfc3339 } from "../site/moment.ts";
import { sitemapUrl } from "../site/pager.ts";
import type { Settings } from "../site/settings.ts";
import { readSitemapHints } from "../site/sitemap.ts";
import type { UrlPath } from "../site/url.ts";
import { type DatedList, type DatedPage, lastmodOf, listDates } from "./list-date.ts";
import { translationsOf } from "./page-query.ts";
import type { SitemapVerdict } from "./page-trace.ts";

/** Unless `params.sitemapSize` says otherwise. */
const SIZE = 10_000;

interface Look {
  asked: SitemapVerdict;
  settings: Settings;
  told: Omit<Found, "answer">;
  now: number;
  isKnown: ((version: Version) => boolean) | undefined;
}

/** One round trip for a file, and one before it where it is not said yet which. */
export async function readSitemap(db: D1Database, look: Look): Promise<Found> {
  const { asked, settings, told, now, isKnown } = look;
  const { sitemapSize: size = SIZE, baseURL } = settings;
  const files = asked.file === null ? await countFiles(db, asked.sitemaps, size) : [];
  const [only] = asked.sitemaps;
  const isOne = asked.file !== null || (files[0] === 1 && !asked.isIndex);
  /** No address has a line's end in it. */
  const answer = (document: Sitemap, seen: string[]): Found => {
    const validator = digestText([told.validator, ...seen].join("\n"));
    const unchanged = { type: "unchanged", of: document.type, baseURL } as const;
    return { ...told, validator, answer: isKnown?.({ validator, baseURL }) ? unchanged : document };
  };

  if (only === undefined || !isOne) {
    const sitemaps = asked.sitemaps.flatMap(({ url }, i) => addressesOf(url, files[i] ?? 1));
    return answer({ type: "sitemap-index", settings, sitemaps }, sitemaps);
  }

  const { alone, share } = await readEntries(db, { ...only, file: asked.file, size, now });
  // A file of a long sitemap does not have what its lists hold.
  const dates = asked.file === null ? listDates(share, alone) : null;
  const entries = [...alone, ...share].map((page): SitemapEntry => {
    const moment = lastmodOf(page) ?? dates?.get(page.url);
    return {
      url: page.url,
      translations:
        page.translations === null ? [] : translationsFrom(page.url, JSON.parse(page.translations), settings),
      lastmod: moment === undefined ? "" : formatRfc3339(moment),
      ...readSitemapHints(page.hints === null ? undefined : JSON.parse(page.hints), settings.sitemapHints),
    };
  });
  if (entries.length === 0 && (asked.file ?? 1) > ((await countFiles(db, [only], size))[0] ?? 1))
    return { ...told, answer: { type: "not-found", settings } };
  return answer(
    { type: "sitemap", settings, entries },
    entries.map((entry) => JSON.stringify(entry)),
  );
}

function translationsFrom(
  url: UrlPath,
  others: [url: UrlPath, lang: string][],
  { lang, languageCode, translations }: Settings,
): SitemapEntry["translations"] {
  if (others.length === 0) return [];
  const codes = new Map([
    [lang, languageCode],
    ...translations.map((other) => [other.lang, other.languageCode] as const),
  ]);
  return [[url, lang] as const, ...others].map(([url, lang]) => ({
    url,
    languageCode: codes.get(lang) ?? lang,
  }));
}

type Sitemap = Extract<Document, { type: "sitemap" | "sitemap-index" }>;

const addressesOf = (sitemap: UrlPath, files: number): UrlPath[] =>
  files === 1 ? [sitemap] : Array.from({ length: files }, (_, i) => sitemapUrl(sitemap, i + 1));

/** ?1 JSON, a list of [language, its list of every page]; ?2 how many addresses a file has. */
export const COUNT = `
select coalesce((select seq from listing where list = value ->> 1 order by seq desc limit 1), 0) as listed,
  (select count(*) from (select 1 from page where lang = value ->> 0 and listed = 2 limit ?2)) as alone
from json_each(?1)`;

async function countFiles(db: D1Database, sitemaps: { lang: string }[], size: number): Promise<number[]> {
  const languages = sitemaps.map(({ lang }) => [lang, everyPageList(lang)]);
  const counts = db.prepare(COUNT).bind(JSON.stringify(languages), size);
  const { results } = await counts.all<{ listed: number; alone: number }>();
  return results.map(({ listed, alone }) => (listed + alone <= size ? 1 : 1 + Math.ceil(listed / size)));
}

/** With its front matter's `sitemap` and its translations, JSON: a list of [URL, language]. */
type Named = DatedPage & { url: UrlPath; hints: string | null; translations: string | null };
type Alone = DatedList & Named;

const named = (page: string): string => {
  const columns = { epoch: "lastmod.epoch", offset: "lastmod.offset", terms: "terms", above: "above" };
  const read = Object.entries(columns).map(([name, path]) => `${page}.card ->> '$.${path}' as "${name}"`);
  return [
    `${page}.url`,
    `${page}.card -> '$.params.sitemap' as hints`,
    `${translationsOf(page, "t.url, t.lang")} as translations`,
    ...read,
  ].join(", ");
};

/** ?1 the language, ?2 now, ?3 how many at most. A term that shows nothing has no page. */
export const ALONE = `
select ${named("p")}, p.id, p.kind, p.path,
  coalesce(p.card ->> '$.date', p.card ->> '$.publishDate') is not null or p.visible_until < ${NEVER} as dated
from page p
where p.lang = ?1 and p.listed = 2 and p.visible_from <= ?2 and p.visible_until > ?2
  and (p.file is not null or p.kind in ('home', 'section', 'taxonomy') or exists (
    select 1 from listing n where n.list = p.id and n.visible_from <= ?2 and n.visible_until > ?2))
order by p.sort_key limit ?3`;

/** ?1 the list of every page, ?2 now, ?3 and ?4 the first and the last rank. */
export const SHARE = `
select ${named("page")}
from listing join page on page.id = listing.page
where listing.list = ?1 and listing.seq between ?3 and ?4
  and listing.visible_from <= ?2 and listing.visible_until > ?2 and page.listed = 1
order by listing.seq desc`;

async function readEntries(
  db: D1Database,
  { lang, file, size, now }: { lang: string; file: number | null; size: number; now: number },
): Promise<{ alone: Alone[]; share: Named[] }> {
  const last = ((file ?? 2) - 1) * size;
  const alone = db.prepare(ALONE).bind(lang, now, size);
  const share = db.prepare(SHARE).bind(everyPageList(lang), now, last - size + 1, last);
  if (file === 1) return { alone: (await alone.all<Alone>()).results, share: [] };
  if (file !== null) return { alone: [], share: (await share.all<Named>()).results };
  const [lists, pages] = await db.batch<Alone | Named>([alone, share]);
  return { alone: (lists?.results ?? []) as Alone[], share: (pages?.results ?? []) as Named[] };
}
