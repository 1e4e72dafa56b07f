// The database's side of a write: what publishing asks before it can decide, and the staging of
// renderings. The flip itself is flip.ts; what is written is publish/'s decision.

import type {
  Address,
  BlobFacts,
  ChangeStore,
  Dependent,
  SiteState,
  StagedFacts,
  StandingPage,
  StoredFile,
} from "../site/change-store.ts";
import type { MediaReader, MediaStore } from "../site/media.ts";
import { flipStatements, STALE_BASE, stageStatements } from "./flip.ts";
import { jsonParameters } from "./json-parameter.ts";
import { keepLongHtml } from "./long-html.ts";
import { createSearchIndex } from "./search-index.ts";

const STORED_FILE = "file.path, file.sha256, file.page";
const BLOB_FACTS = "blob.sha256, blob.size, blob.media_type, blob.width, blob.height, blob.resizable";

/**
 * On either side of each place as far as the next page that is there at all times: those in between
 * come and go, and when they are gone, that one is the neighbour.
 */
const SURROUNDING = `
  select listing.page from json_each(?1) place join listing on listing.list = place.value ->> 0
    and listing.page <> place.value ->> 2
    and listing.sort_key >= coalesce((select max(sort_key) from listing always where always.list = place.value ->> 0
      and always.sort_key < place.value ->> 1 and always.page <> place.value ->> 2 and always.timed = 0), '')
    and listing.sort_key <= coalesce((select min(sort_key) from listing always where always.list = place.value ->> 0
      and always.sort_key > place.value ->> 1 and always.page <> place.value ->> 2 and always.timed = 0), char(1114111))`;

const FILES = `select ${STORED_FILE} from file where path in (select value from json_each(?1))`;

/** ?1 paths, each with 1 if it may be a folder; ?2 how many files in it are named. In one statement: each costs a write 3 %. */
const FILES_OR_FOLDERS = `select asked.value ->> 0 as path, file.sha256, file.page, case when asked.value ->> 1 then (
    select json_group_array(path) from (select path from file
      where path > (asked.value ->> 0) || '/' and path < (asked.value ->> 0) || '0' limit ?2)) end as below
  from json_each(?1) asked left join file on file.path = asked.value ->> 0`;

const STANDING_PAGE = "page.id, page.file, page.rendering, page.timed, rendering.contribution";

const STANDING = `select ${STANDING_PAGE} from json_each(?1) wanted
  join page on page.id = wanted.value join rendering on rendering.id = page.rendering`;

const STANDING_OF_FILES = `select ${STANDING_PAGE} from json_each(?1) wanted join file on file.path = wanted.value
  join page on page.id = file.page join rendering on rendering.id = page.rendering`;

const OF_PATHS = `from json_each(?1) wanted
  join file on file.path = wanted.value join blob on blob.sha256 = file.sha256`;

/** ?1 is a list of ranges: see `range`. */
const BELOW = `from json_each(?1) wanted
  join file on file.path >= (wanted.value ->> 0) and file.path < (wanted.value ->> 1)
  join blob on blob.sha256 = file.sha256`;

const DEPENDENTS = `select distinct ${STORED_FILE}, question.value as asked from json_each(?1) question
         join dependency on dependency.asked = question.value
         join page on page.id = dependency.page join file on file.path = page.file`;

/** ?1 is now. What time moved is looked up in an index each; joined instead, the planner reads all pages. */
const SITE = `select name, generation, base_path as basePath, config, rendering_digest as renderingDigest, (
    select json_group_array(file) from page
    where timed = 1 and visible_from > site.updated_at and visible_from <= ?1 and file is not null) as due, (
    select json_group_array(file) from page
    where timed = 1 and visible_until > site.updated_at and visible_until <= ?1 and file is not null) as expired
  from site`;

export function createChangeStore(db: D1Database, media: MediaStore): ChangeStore {
  /** One statement for each slice of `items`, all in one round trip; their rows together. */
  async function rowsFor<Row>(items: readonly unknown[], sql: string): Promise<Row[]> {
    const statements = jsonParameters(items).map((json) => db.prepare(sql).bind(json));
    if (statements.length === 0) return [];
    return (await db.batch<Row>(statements)).flatMap((result) => result.results);
  }

  return {
    async begin({ paths, folders, digests, questions, likely, token, now }) {
      const slices: [keyof BeginRows, D1PreparedStatement][] = [["site", db.prepare(SITE).bind(now)]];
      const add = (key: keyof BeginRows, items: readonly unknown[], sql: string, ...more: unknown[]) => {
        for (const json of jsonParameters(items)) slices.push([key, db.prepare(sql).bind(json, ...more)]);
      };
      if (token !== undefined)
        slices.push(["tokens", db.prepare("select id from token where hash = ?1").bind(token)]);
      const mayBeFolder = new Set<string>(folders.paths);
      add(
        "files",
        paths.map((path) => [path, mayBeFolder.has(path) ? 1 : 0]),
        FILES_OR_FOLDERS,
        folders.most,
      );
      add(
        "blobs",
        digests,
        `select ${BLOB_FACTS} from blob where sha256 in (select value from json_each(?1))`,
      );
      add("dependents", questions, DEPENDENTS);
      add("standing", likely.pages, STANDING_OF_FILES);
      add("facts", likely.paths, `select file.path, ${BLOB_FACTS}, null as text ${OF_PATHS}`);
      add(
        "facts",
        likely.prefixes.map(range),
        `select file.path, ${BLOB_FACTS}, iif(instr(file.path, '/_index.') > 0, blob.text, null) as text ${BELOW}`,
      );
      const rows: BeginRows = {
        tokens: [],
        site: [],
        files: [],
        blobs: [],
        dependents: [],
        standing: [],
        facts: [],
      };
      const results = await db.batch(slices.map(([, statement]) => statement));
      for (const [i, [key]] of slices.entries()) rows[key].push(...((results[i]?.results ?? []) as never[]));
      if (rows.site[0] === undefined)
        throw new Error("the table `site` has no row: the migrations were not applied");
      const { due, expired, ...site } = rows.site[0];
      return {
        isAuthor: token === undefined || rows.tokens.length > 0,
        site,
        files: new Map(
          rows.files.flatMap(({ path, sha256, page }) =>
            sha256 === null ? [] : [[path, { path, sha256, page }] as const],
          ),
        ),
        below: new Map(
          rows.files.flatMap(({ path, below }) =>
            below === null || below === "[]" ? [] : [[path, JSON.parse(below)] as const],
          ),
        ),
        blobs: new Map(rows.blobs.map((row) => [row.sha256, blobFacts(row)])),
        dependents: rows.dependents,
        due: JSON.parse(due),
        expired: JSON.parse(expired),
        standing: rows.standing.map(standingPage),
        facts: rows.facts.map((row) => ({ path: row.path, ...blobFacts(row), text: row.text })),
      };
    },

    files: (paths) => rowsFor<StoredFile>(paths, FILES),

    dependents: (questions) => rowsFor<Dependent>(questions, DEPENDENTS),

    standing: async (pages) => (await rowsFor<StandingRow>(pages, STANDING)).map(standingPage),

    async addresses() {
      const { results } = await db
        .prepare(
          `select id, file, url, visible_from as visibleFrom, visible_until as visibleUntil,
             card_digest || body_digest as digest from page where file is not null`,
        )
        .all<Address>();
      return results;
    },

    async contentFiles() {
      const { results } = await db
        .prepare(`select ${STORED_FILE} from file where path >= 'content/' and path < 'content0'`)
        .all<StoredFile>();
      return results;
    },

    async staticFiles() {
      const { results } = await db
        .prepare("select path from file where path >= 'static/' and path < 'static0'")
        .all<Pick<StoredFile, "path">>();
      return results.map(({ path }) => path);
    },

    async settingFiles() {
      const { results } = await db
        .prepare(
          `select path, sha256 from file where path < 'content/' or (path >= 'content0' and path < 'static/') or path >= 'static0'`,
        )
        .all<Pick<StoredFile, "path" | "sha256">>();
      return results;
    },

    async texts(digests) {
      const rows = await rowsFor<{ sha256: string; text: string | null }>(
        digests,
        "select sha256, text from blob where sha256 in (select value from json_each(?1))",
      );
      const texts = new Map<string, string>();
      for (const { sha256, text } of rows) texts.set(sha256, text ?? (await decodeLossy(media, sha256)));
      return texts;
    },

    async facts({ paths, prefixes }) {
      const statements = [
        ...jsonParameters(paths).map((json) =>
          db.prepare(`select file.path, ${BLOB_FACTS} ${OF_PATHS}`).bind(json),
        ),
        ...jsonParameters(prefixes.map(range)).map((json) =>
          db.prepare(`select file.path, ${BLOB_FACTS} ${BELOW}`).bind(json),
        ),
      ];
      if (statements.length === 0) return [];
      const results = await db.batch<BlobRow & { path: StoredFile["path"] }>(statements);
      return results
        .flatMap((result) => result.results)
        .map((row) => ({ path: row.path, ...blobFacts(row) }));
    },

    async surroundings({ places, urls }) {
      const [neighbours, claims] = await Promise.all([
        rowsFor<{ page: number }>(
          places.map(({ list, sortKey, id }) => [list, sortKey, id]),
          SURROUNDING,
        ),
        rowsFor<{ url: string; file: StoredFile["path"] }>(
          urls,
          `select route.url, page.file from json_each(?1) wanted
           join route on route.url = wanted.value and route.precedence = 0 join page on page.id = route.page
           where page.file is not null`,
        ),
      ]);
      return {
        neighbours: neighbours.map(({ page }) => page),
        claims,
      };
    },

    async doubleClaims() {
      const { results } = await db
        .prepare(
          `select route.url, page.file from route join page on page.id = route.page
           where route.precedence = 0 and route.type in ('page', 'list', 'archive') and page.file is not null
             and exists (select 1 from route other where other.url = route.url and other.precedence = 0
               and other.type in ('page', 'list', 'archive') and other.owner <> route.owner)
           order by route.url, route.owner`,
        )
        .all<{ url: string; file: StoredFile["path"] }>();
      return results;
    },

    async staged(change) {
      const { results } = await db
        .prepare(
          `select id as rendering, contribution ->> '$.page.id' as id, contribution ->> '$.page.file' as file,
             contribution ->> '$.page.url' as url, contribution ->> '$.page.visibleFrom' as visibleFrom,
             contribution ->> '$.page.visibleUntil' as visibleUntil,
             (contribution ->> '$.page.cardDigest') || (contribution ->> '$.page.bodyDigest') as digest,
             contribution -> '$.adds' as adds, contribution -> '$.warnings' as warnings, contribution -> '$.problems' as problems
           from rendering where change = ?1`,
        )
        .bind(change)
        .all<
          Omit<StagedFacts, "adds" | "warnings" | "problems"> & {
            adds: string | null;
            warnings: string;
            problems: string;
          }
        >();
      return results.map(({ adds, ...row }) => ({
        ...row,
        ...(adds === null ? {} : { adds: JSON.parse(adds) }),
        warnings: JSON.parse(row.warnings),
        problems: JSON.parse(row.problems),
      }));
    },

    // Out of the index alone: a step that read the contributions of all before it would make many steps dear.
    async stagedIds(change) {
      const { results } = await db
        .prepare("select id from rendering where change = ?1")
        .bind(change)
        .all<{ id: number }>();
      return new Set(results.map(({ id }) => id));
    },

    async stage(change, renderings, now) {
      const long = await keepLongHtml(media, renderings);
      await db.batch(stageStatements(db, { change, fresh: renderings, now }, long));
    },

    ...createSearchIndex(db, media),

    async flip(flip) {
      const long = await keepLongHtml(media, flip.fresh);
      try {
        await db.batch(flipStatements(db, flip, long));
        return true;
      } catch (error) {
        if (error instanceof Error && STALE_BASE.test(error.message)) return false;
        throw error;
      }
    },
  };
}

interface BlobRow {
  sha256: string;
  size: number;
  media_type: string;
  width: number | null;
  height: number | null;
  resizable: 0 | 1;
}

interface BeginRows {
  tokens: { id: string }[];
  site: (SiteState & { due: string; expired: string })[];
  files: (Omit<StoredFile, "sha256"> & { sha256: StoredFile["sha256"] | null; below: string | null })[];
  blobs: BlobRow[];
  dependents: Dependent[];
  standing: StandingRow[];
  facts: (BlobRow & { path: StoredFile["path"]; text: string | null })[];
}

type StandingRow = Omit<StandingPage, "contribution"> & { contribution: string };

const standingPage = (row: StandingRow): StandingPage => ({
  ...row,
  contribution: JSON.parse(row.contribution),
});

/** From a prefix of paths up to the first path that has it not. Prefixes end in `/` or `.`. */
const range = (prefix: string): [string, string] => [
  prefix,
  prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1),
];

function blobFacts(row: BlobRow): BlobFacts {
  const { sha256, size, media_type: mediaType, width, height } = row;
  if (width === null || height === null) return { sha256, size, mediaType };
  return { sha256, size, mediaType, width, height, ...(row.resizable === 1 ? { resizable: true } : {}) };
}

/** A text file that is longer than a row, or whose bytes are no UTF-8, lies in R2 as it came; it is read as well as it can be. */
async function decodeLossy(media: MediaReader, sha256: string): Promise<string> {
  const body = await media.read(sha256);
  return body === null ? "" : new Response(body as ReadableStream).text();
}
