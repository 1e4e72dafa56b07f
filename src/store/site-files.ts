// The author's view of the site: the tree of files, single files, and posts with their status.

import { type FileEntry, type FilePath, treeEtag } from "../site/change-set.ts";
import { everyPageList, NEVER } from "../site/contribution.ts";
import type { MediaStore } from "../site/media.ts";
import { formatRfc3339 } from "../site/moment.ts";
import type { PostEntry, PostLanguage, PostStatus, SiteFiles } from "../site/site-files.ts";
import { encodeUrlPath } from "../site/url.ts";
import { jsonParameters } from "./json-parameter.ts";

const ENTRY = `file.path, file.sha256, blob.size, blob.media_type as mediaType
  from file join blob on blob.sha256 = file.sha256`;

const POST = `select page.file, file.sha256, page.url, page.visible_from, page.visible_until,
  page.card ->> '$.title' as title, page.card -> '$.date' as date, page.sort_key, page.id,
  (select base_path from site) as base_path`;

/** What tells a status in a row of `page` at the moment ?1, as statusOf() does. */
const STATUS_IS: { [status in PostStatus]: string } = {
  draft: `page.visible_from = ${NEVER}`,
  expired: `page.visible_from <> ${NEVER} and page.visible_until <= ?1`,
  scheduled: `page.visible_from <> ${NEVER} and page.visible_from > ?1 and page.visible_until > ?1`,
  published: "page.visible_from <= ?1 and page.visible_until > ?1",
};

/** Not the same file seen from another content folder. */
const OWN_FILE = "join file on file.path = page.file and file.page = page.id";

/**
 * Posts from two places, in each only as many as are wanted: those that no list of every page has at all times,
 * and those of such lists (one a language). An index of all posts would be one more row written for each.
 * Parameters: now, sort key and id of the last row before, how many, the lists.
 */
export function postList(status: PostStatus | null): string {
  const wanted = status === null ? "true" : STATUS_IS[status];
  return `with found as (
      select id from (
        select page.id from page indexed by page_apart ${OWN_FILE}
        where page.kind = 'page' and (page.listed <> 1 or page.timed = 1) and ${wanted}
          and (page.sort_key, page.id) > (?2, ?3)
        order by page.sort_key, page.id limit ?4)
      union
      select post.value from json_each(?5) every, json_each((
        select json_group_array(id) from (
          select page.id from listing join page on page.id = listing.page ${OWN_FILE}
          where listing.list = every.value and ${wanted} and (listing.sort_key, listing.page) > (?2, ?3)
          order by listing.sort_key limit ?4))) post)
    ${POST} from found join page on page.id = found.id join file on file.path = page.file
    order by page.sort_key, page.id limit ?4`;
}

/** Those that have posts of this status. */
async function listsOf(db: D1Database, status: PostStatus | null): Promise<number[]> {
  if (status !== null && status !== "published") return [];
  const { results } = await db.prepare("select lang from language").all<{ lang: string }>();
  return results.map(({ lang }) => everyPageList(lang));
}

const FIRST_IN = `select page.file from listing join page on page.id = listing.page
  where listing.list = ?1 order by listing.sort_key limit 1`;

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

    async posts({ now, limit, after, status }) {
      const { sortKey, id } = decodeCursor(after ?? "");
      const lists = JSON.stringify(await listsOf(db, status));
      const { results } = await db
        .prepare(postList(status))
        .bind(now, sortKey, id, limit + 1, lists)
        .all<PostRow>();
      const page = results.slice(0, limit);
      const last = page.at(-1);
      return {
        posts: page.map((row) => postFrom(row, now)),
        next: results.length > limit && last !== undefined ? encodeCursor(last) : null,
      };
    },

    async post(path, now) {
      const row = await db
        .prepare(
          `${POST} from page join file on file.path = page.file where file.path = ?1 and page.id = file.page`,
        )
        .bind(path)
        .first<PostRow>();
      return row === null ? null : postFrom(row, now);
    },

    firstIn: (list) => db.prepare(FIRST_IN).bind(list).first<FilePath>("file"),

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
  id: number;
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

/** Two languages' posts may have one sort key. */
const encodeCursor = ({ sort_key, id }: PostRow): string => encodeURIComponent(`${id} ${sort_key}`);

function decodeCursor(cursor: string): { sortKey: string; id: number } {
  const [, id = "0", sortKey = ""] = /^(\d+) (.*)$/s.exec(decodeURIComponent(cursor)) ?? [];
  return { sortKey, id: Number(id) };
}
