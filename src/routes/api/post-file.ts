// Where posts lie: from the name that the API has for one to its file and back, and what else goes
// with it. Reads nothing of front matter.

import { normalizePath } from "../../hugo/content/path.ts";
import { CONTENT_EXTENSIONS, type FileEntry, type FilePath, parseFilePath } from "../../site/change-set.ts";
import { pageId } from "../../site/page.ts";
import { ok, type Result, refuse } from "../../site/problem.ts";
import type { PostLanguage, SiteFiles } from "../../site/site-files.ts";
import { isSection, type PostPlace } from "./post-fields.ts";

/** In order of precedence, as Hugo has it for one logical path. */
const ENDINGS = CONTENT_EXTENSIONS.flatMap((extension) => [`.${extension}`, `/index.${extension}`]);

const EXTENSION = `\\.(?:${CONTENT_EXTENSIONS.join("|")})$`;
const ENDING = new RegExp(`(?:/index)?${EXTENSION}`);
const BUNDLE_POST = new RegExp(`^index(?:\\.[^/]+)?${EXTENSION}`);

/** `posts/hello` is `content/posts/hello.md`, `content/posts/hello/index.md` … */
export async function findEntry(name: string, files: SiteFiles): Promise<FileEntry | null> {
  const candidates = ENDINGS.flatMap((ending) => parseFilePath(`content/${name}${ending}`) ?? []);
  const [entry = null] = candidates.length > 0 ? await files.entries(candidates) : [];
  return entry;
}

export async function findText(
  name: string,
  files: SiteFiles,
): Promise<Result<{ entry: FileEntry; text: string }> | null> {
  const named = await findEntry(name, files);
  const found = named && (await files.read(named.path));
  if (!found) return null;
  const { entry, body } = found;
  try {
    const bytes = await new Response(body).arrayBuffer();
    return ok({ entry, text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) });
  } catch {
    const message = `${entry.path} is not UTF-8: save it as UTF-8 and send it with PUT /api/v1/files/${entry.path}`;
    return refuse({ code: "unreadable", message, path: entry.path });
  }
}

/** `content/posts/hello/index.md` is `posts/hello`. */
export function nameOf(path: string): string {
  return path.replace(/^content\//, "").replace(ENDING, "");
}

/** Where a new post goes, and how it is told there which language it is in: `.en`, or nothing. */
export interface NewPostPlace {
  /** `content/vi/posts` */
  folder: string;
  suffix: string;
  timeZone: string;
}

/** In the first main section of the default language, unless the author names others. */
export async function placePost(
  { section, lang }: PostPlace,
  files: SiteFiles,
): Promise<Result<NewPostPlace>> {
  const locale = await files.locale();
  const [first] = locale.languages;
  const known = locale.languages.map((language) => language.lang);
  const language = lang === undefined ? first : locale.languages[known.indexOf(lang.toLowerCase())];
  if (language === undefined)
    return refuse({ code: "invalid", message: `lang must be one of the site's: ${known.join(", ")}` });
  const mainSections = [...language.mainSections, ...first.mainSections];
  const main = mainSections.find(isSection) ?? "posts";
  const folder = `${language.contentDir}/${section ?? (await folderAsWritten(main, language, files))}`;
  const isShared = language.contentDir === locale.contentDir;
  const suffix = isShared && language !== first ? `.${language.lang}` : "";
  return ok({ folder, suffix, timeZone: language.timeZone });
}

/** A section's name is in small letters, its folder may not be: the two would be one section and two folders. */
async function folderAsWritten(
  section: string,
  { lang, contentDir }: PostLanguage,
  files: SiteFiles,
): Promise<string> {
  const path = normalizePath(section);
  const file = await files.firstIn(pageId(lang, `/${path}`));
  const [folder = ""] = file?.slice(contentDir.length + 1).split("/") ?? [];
  return normalizePath(folder) === path ? folder : section;
}

/** The post that a new one of this name would be a second file of. */
export async function findNamesake(
  { folder, suffix }: NewPostPlace,
  name: string,
  files: SiteFiles,
): Promise<FileEntry | null> {
  const file = nameOf(`${folder}/${name}`);
  return (
    (await findEntry(file + suffix, files)) ??
    (suffix === "" ? null : await findEntry(`${file}/index${suffix}`, files))
  );
}

/** A new post's name in its folder. */
export function fileName(wanted: string): Result<string> {
  if (/^[^/\\._][^/\\]*$/.test(wanted) && wanted !== "index" && wanted.length <= 120) return ok(wanted);
  const message =
    wanted === ""
      ? "No file name can be made of this title: give a slug"
      : `“${wanted}” cannot name a file: give a slug of at most 120 characters, without “/”, that does not begin with “.” or “_”`;
  return refuse({ code: "invalid", message });
}

export async function bundled(path: FilePath, files: SiteFiles): Promise<FilePath[]> {
  const folder = /^(.*\/)index\.[^/]+$/.exec(path)?.[1];
  if (folder === undefined) return [];
  const tree = await files.tree();
  const beside = tree.files
    .map((file) => file.path)
    .filter((other) => other.startsWith(folder) && other !== path);
  const isPost = (other: FilePath) => BUNDLE_POST.test(other.slice(folder.length));
  return beside.some(isPost) ? [] : beside;
}
