// The author's view of the site: the tree of files, single files, and posts with their status.

import { type FileEntry, type FilePath, treeEtag } from "../site/change-set.ts";
import { NEVER } from "../site/contribution.ts";
import type { MediaStore } from "../site/media.ts";
import { formatRfc3339 } from "../site/moment.ts";
import type { PostEntry, PostLanguage, PostStatus, SiteFiles } from "../site/site-files.ts";
import { encodeUrlPath } from "../site/url.ts";
import { jsonParameters } from "./json-parameter.ts";

const ENTRY = `file.path, file.sha256, blob.size, blob.media_type as mediaType
  from file join blob on blob.sha256 = file.sha256`;

const POST = `page.file, file.sha256, page.url, page.visible_from, page.visible_until,
  page.card ->> '$.title' as title, page.card -> '$.date' as date, page.sort_key,
  (select base_path from site) as base_path
  from page join file on file.path = page.file`;

/** By folder: a draft stands in no list that could tell. */
const IN_MAIN_SECTIONS = `exists (
  select 1 from language, json_each(language.settings, '$.mainSections') section
  where language.lang = page.lang and substr(page.path, 1, length(section.value) + 2) = '/' || section.value || '/')`;

const LOCALE = `select site.base_path, language.lang, language.settings ->> '$.timeZone' as time_zone,
    language.settings -> '$.mainSections' as main_sections,
    nullif(site.config, '') ->> '$.config.contentDir' as site_folder, (
      select value ->> '$.contentDir' from json_each(nullif(site.config, ''), '$.config.languages')
      where value ->> '$.lang' = language.lang) as folder
  from site left join language order by language.position`;

export function createSiteFiles(db: D1Database, media: MediaStore): SiteFiles {
  return {
    async tree() {
      const [site, files] = await db.batch([
        db.prepare("select name, generation from site"),
        db.prepare(`select ${ENTRY} order by file.path`),
      ]);
      const state = site?.results[0] as { name: string; generation: number };
      return { etag: treeEtag(state), site: state.name, files: (files?.results ?? []) as FileEntry[] };
    },

    async entries(paths) {
      const statements = jsonParameters(paths).map((json) =>
        db.prepare(`select ${ENTRY} where file.path in (select value from json_each(?1))`).bind(json),
      );
      if (statements.length === 0) return [];
      const found = (await db.batch<FileEntry>(statements)).flatMap((result) => result.results);
      const byPath = new Map(found.map((entry) => [entry.path, entry]));
      return paths.flatMap((path) => byPath.get(path) ?? []);
    },

    async read(path) {
      const row = await db
        .prepare(`select blob.text, ${ENTRY} where file.path = ?1`)
        .bind(path)
        .first<FileEntry & { text: string | null }>();
      if (row === null) return null;
      const { text, ...entry } = row;
      const body = text === null ? await media.read(entry.sha256) : new TextEncoder().encode(text);
      return body === null ? null : { entry, body };
    },

    putBlob: (upload) => media.put(upload),

    async posts({ now, limit, after }) {
      const { results } = await db
        .prepare(
          `select ${POST} where page.kind = 'page' and page.id = file.page and page.sort_key > ?1 and ${IN_MAIN_SECTIONS}
           order by page.sort_key limit ?2`,
        )
        .bind(after === null ? "" : decodeCursor(after), limit + 1)
        .all<PostRow>();
      const page = results.slice(0, limit);
      const last = page.at(-1);
      return {
        posts: page.map((row) => postFrom(row, now)),
        next: results.length > limit && last !== undefined ? encodeCursor(last.sort_key) : null,
      };
    },

    async post(path, now) {
      const row = await db
        .prepare(`select ${POST} where file.path = ?1 and page.id = file.page`)
        .bind(path)
        .first<PostRow>();
      return row === null ? null : postFrom(row, now);
    },

    async locale() {
      const { results } = await db.prepare(LOCALE).all<LanguageRow>();
      const [first, ...others] = results.map(languageFrom);
      return {
        basePath: results[0]?.base_path ?? "/",
        contentDir: results[0]?.site_folder ?? "content",
        languages: [first ?? languageFrom({}), ...others],
      };
    },
  };
}

interface PostRow {
  file: FilePath;
  sha256: PostEntry["sha256"];
  url: string;
  visible_from: number;
  visible_until: number;
  title: string;
  date: string;
  sort_key: string;
  base_path: string;
}

function postFrom(row: PostRow, now: number): PostEntry {
  const moment = JSON.parse(row.date);
  return {
    path: row.file,
    sha256: row.sha256,
    title: row.title,
    status: statusOf(row, now),
    date: moment === null ? "" : formatRfc3339(moment),
    url: encodeUrlPath(row.base_path.slice(0, -1) + row.url),
  };
}

function statusOf({ visible_from, visible_until }: PostRow, now: number): PostStatus {
  if (visible_from === NEVER) return "draft";
  if (visible_until <= now) return "expired";
  return visible_from > now ? "scheduled" : "published";
}

/** All but the first are null before the first publishing. */
interface LanguageRow {
  base_path: string;
  lang: string | null;
  time_zone: string | null;
  main_sections: string | null;
  site_folder: string | null;
  folder: string | null;
}

const languageFrom = (row: Partial<LanguageRow>): PostLanguage => ({
  lang: row.lang ?? "en",
  timeZone: row.time_zone ?? "",
  contentDir: row.folder ?? "content",
  mainSections: JSON.parse(row.main_sections ?? "[]"),
});

const encodeCursor = (sortKey: string): string => encodeURIComponent(sortKey);
const decodeCursor = (cursor: string): string => decodeURIComponent(cursor);
