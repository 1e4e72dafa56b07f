// Posts over HTTP: the author's fields on one side, a content file on the other. Reads and edits
// front matter through hugo/content; the file itself goes the way of every other file.

import { readJson } from "../../http/body.ts";
import type { Clock } from "../../http/clock.ts";
import { problemResponse } from "../../http/problem.ts";
import { offsetAt } from "../../hugo/content/date.ts";
import { editFrontMatter, writeContentFile } from "../../hugo/content/edit-front-matter.ts";
import { parseContentFile } from "../../hugo/content/front-matter.ts";
import { foldToAscii } from "../../hugo/content/slug.ts";
import type { FilePath } from "../../site/change-set.ts";
import { formatRfc3339 } from "../../site/moment.ts";
import { MAX_TEXT_BYTES, type PostEntry, type SiteFiles } from "../../site/site-files.ts";
import { answerJson } from "./answer.ts";
import { readPath } from "./file.ts";
import { parseNewPost, parsePostFields, postFieldsOf } from "./post-fields.ts";
import { bundled, fileName, findEntry, findNamesake, findText, nameOf, placePost } from "./post-file.ts";
import { parsePostQuery } from "./post-query.ts";
import { Shape } from "./shape.ts";
import {
  checkConditions,
  deleteFiles,
  etagOf,
  notModified,
  type WritePorts,
  writeFile,
} from "./single-write.ts";

export interface PostPorts extends WritePorts {
  clock: Clock;
}

export async function listPosts(request: Request, { files, clock }: PostPorts): Promise<Response> {
  const query = parsePostQuery(new URL(request.url).searchParams);
  if (!query.ok) return problemResponse([query.problem]);
  const { posts, next } = await files.posts({ now: clock(), ...query.value });
  return answerJson({ posts: posts.map(listed), next });
}

export async function readPost(
  request: Request,
  name: string,
  { files, clock }: PostPorts,
): Promise<Response> {
  const found = await findText(name, files);
  if (found === null) return noSuchPost(name, files);
  if (!found.ok) return problemResponse([found.problem]);
  const { entry, text } = found.value;
  const etag = etagOf(entry.sha256);
  const unchanged = notModified(request, etag);
  if (unchanged) return unchanged;
  const post = await files.post(entry.path, clock());
  const { params, body } = parseContentFile(entry.path, text);
  return answerJson({ ...postFieldsOf(params), ...(post && listed(post)), body }, { headers: { etag } });
}

export async function createPost(request: Request, ports: PostPorts): Promise<Response> {
  const asked = await readFields(request, parseNewPost);
  if (!asked.ok) return asked.refusal;
  const { title, body, slug, date, tags, draft, description } = asked.fields;
  const name = fileName(slug || foldToAscii(title));
  if (!name.ok) return problemResponse([name.problem]);
  const place = await placePost(asked.fields, ports.files);
  if (!place.ok) return problemResponse([place.problem]);
  const { folder, suffix, timeZone } = place.value;
  const existing = await findNamesake(place.value, name.value, ports.files);
  if (existing !== null) {
    const message = `${existing.path} exists: give another slug, or change that post with PATCH ${addressOf(existing.path)}`;
    return problemResponse([{ code: "conflict", message, path: existing.path }]);
  }
  const path = readPath(`${folder}/${name.value}${suffix}.md`);
  if (!path.ok) return problemResponse([path.problem]);
  const settled = date ? null : { date: momentIn(timeZone, ports.clock()) };
  const text = writeContentFile({
    title,
    date: date || settled?.date || "",
    ...(tags && { tags }),
    ...(draft !== undefined && draft !== null && { draft }),
    ...(slug && { slug }),
    ...(description && { description }),
    body: body ?? "",
  });
  const more = { location: addressOf(path.value), ...(settled && { settled }) };
  return writeFile(textFile(path.value, text), null, ports, more);
}

export async function patchPost(request: Request, name: string, ports: PostPorts): Promise<Response> {
  const asked = await readFields(request, parsePostFields);
  if (!asked.ok) return asked.refusal;
  const found = await findText(name, ports.files);
  if (found === null) return noSuchPost(name, ports.files);
  if (!found.ok) return problemResponse([found.problem]);
  const { entry, text } = found.value;
  const { body, ...changes } = asked.fields;
  return checkConditions(request, entry.path, entry) ?? edit();

  async function edit(): Promise<Response> {
    const edited = Object.keys(changes).length === 0 ? { text } : editFrontMatter(text, changes);
    if ("problem" in edited) return problemResponse([{ ...edited.problem, path: entry.path }]);
    const whole = body === undefined ? edited.text : withBody(entry.path, edited.text, body ?? "");
    return writeFile(textFile(entry.path, whole), entry, ports);
  }
}

/** A bundle goes with its pictures, unless another language's post lives in it. */
export async function deletePost(request: Request, name: string, ports: PostPorts): Promise<Response> {
  const entry = await findEntry(name, ports.files);
  if (entry === null) return noSuchPost(name, ports.files);
  const refusal = checkConditions(request, entry.path, entry);
  return refusal ?? deleteFiles(entry, await bundled(entry.path, ports.files), ports);
}

async function readFields<T>(
  request: Request,
  parse: (json: unknown, shape: Shape) => T,
): Promise<{ ok: true; fields: T } | { ok: false; refusal: Response }> {
  // Escapes make JSON longer than the text it holds, but seldom twice as long.
  const json = await readJson(request, 2 * MAX_TEXT_BYTES);
  if (!json.ok) return { ok: false, refusal: problemResponse([json.problem]) };
  const shape = new Shape();
  const fields = parse(json.value, shape);
  const refusal = shape.refusal();
  return refusal ? { ok: false, refusal } : { ok: true, fields };
}

async function noSuchPost(name: string, files: SiteFiles): Promise<Response> {
  const { languages } = await files.locale();
  const [, other] = languages;
  const hint = other
    ? `. The language in a file's name is part of the path here: ${name}.${other.lang} or ${name}/index.${other.lang}`
    : "";
  const message = `There is no content/${name}.md or content/${name}/index.md${hint}`;
  return problemResponse([{ code: "not-found", message }]);
}

const addressOf = (path: string): string => `/api/v1/posts/${encodeURI(nameOf(path))}`;

function listed({ path, sha256, title, status, date, url }: PostEntry) {
  return { post: nameOf(path), path, etag: etagOf(sha256), title, status, date, url };
}

const textFile = (path: FilePath, text: string) => ({
  path,
  bytes: new TextEncoder().encode(text),
  mediaType: "text/markdown",
});

const momentIn = (timeZone: string, epoch: number): string =>
  formatRfc3339({ epoch, offset: offsetAt(epoch, timeZone) });

/** The body ends the file, so it is what follows everything else. */
function withBody(path: FilePath, text: string, body: string): string {
  const old = parseContentFile(path, text).body;
  return text.slice(0, text.length - old.length) + body;
}
