// A whole change set over HTTP. Reads its JSON, keeps what it carries inline as blobs, and hands it
// to publishing; repeating it until it is done is the caller's part.

import { readJson } from "../../http/body.ts";
import { problemResponse } from "../../http/problem.ts";
import {
  type ChangeSet,
  type FilePath,
  parseFilePath,
  parseSha256,
  type Sha256,
} from "../../site/change-set.ts";
import type { Problem } from "../../site/problem.ts";
import { answerOutcome } from "./answer.ts";
import { Shape } from "./shape.ts";
import { takeFile, type WritePorts } from "./single-write.ts";

const MAX_CHANGE_BYTES = 8_000_000;

export async function applyChanges(request: Request, ports: WritePorts): Promise<Response> {
  const json = await readJson(request, MAX_CHANGE_BYTES);
  if (!json.ok) return problemResponse([json.problem]);
  const shape = new Shape();
  const asked = readChange(json.value, shape);
  const refusal = shape.refusal();
  if (refusal) return refusal;

  const put: ChangeSet["put"] = [];
  for (const { path, sha256, content } of asked.put) {
    if (sha256 !== null) put.push({ path, sha256 });
    else {
      const bytes = new TextEncoder().encode(content);
      const taken = await takeFile({ path, bytes, mediaType: "text/plain" }, ports.files);
      if (!taken.ok) return problemResponse([{ ...taken.problem, path }]);
      put.push(taken.value);
    }
  }
  const outcome = await ports.publisher.publish({ ...asked, put });
  return answerOutcome(outcome, { status: 200 });
}

interface AskedChange extends Omit<ChangeSet, "put"> {
  put: { path: FilePath; sha256: Sha256 | null; content: string }[];
}

function readChange(value: unknown, shape: Shape): AskedChange {
  const fields = shape.object(value, "", ["base", "put", "delete", "dryRun", "message"]) ?? {};
  const puts = shape.list(fields.put, "put") ?? [];
  const deletes = shape.texts(fields.delete, "delete") ?? [];
  const change: AskedChange = {
    put: puts.flatMap((item, i) => readPut(item, `put[${i}]`, shape) ?? []),
    delete: deletes.flatMap((path, i) => readSitePath(path, `delete[${i}]`, shape) ?? []),
    dryRun: shape.flag(fields.dryRun, "dryRun") ?? false,
    message: shape.text(fields.message, "message") ?? "",
  };
  const base = shape.text(fields.base, "base");
  // The tree's ETag is taken as it stands in the list's body and as it stands in its header.
  if (base !== undefined) change.base = base.replace(/^(?:W\/)?"(.*)"$/, "$1");
  shape.problems.push(...doubled([...change.put.map(({ path }) => path), ...change.delete]));
  return change;
}

function readPut(value: unknown, field: string, shape: Shape): AskedChange["put"][number] | null {
  const fields = shape.object(value, field, ["path", "sha256", "content"]);
  if (fields === null) return null;
  const path = readSitePath(shape.text(fields.path, `${field}.path`) ?? "", `${field}.path`, shape);
  const content = shape.text(fields.content, `${field}.content`);
  const digest = shape.text(fields.sha256, `${field}.sha256`);
  const sha256 = digest === undefined ? null : parseSha256(digest);
  if (digest !== undefined && sha256 === null)
    shape.wrong(`${field}.sha256`, "64 lower-case hexadecimal digits");
  if ((digest === undefined) === (content === undefined))
    shape.wrong(field, "given either its sha256 or its content");
  return path && { path, sha256, content: content ?? "" };
}

function readSitePath(text: string, field: string, shape: Shape): FilePath | null {
  const path = parseFilePath(text);
  if (path === null) shape.wrong(field, `a path of the site such as content/posts/hello.md, not “${text}”`);
  return path;
}

function doubled(paths: FilePath[]): Problem[] {
  const seen = new Set<FilePath>();
  return paths.flatMap((path) => {
    if (!seen.has(path)) {
      seen.add(path);
      return [];
    }
    return [
      { code: "invalid", message: `${path} is named twice; name each path once`, path } satisfies Problem,
    ];
  });
}
