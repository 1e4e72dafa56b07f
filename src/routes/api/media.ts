// Takes a picture and says how to show it in a post. Owns its name in the site, which holds the
// beginning of its digest: the same picture twice is one file, and its URL may be cached for ever.

import { readBytes } from "../../http/body.ts";
import { problemResponse } from "../../http/problem.ts";
import { foldToAscii } from "../../hugo/content/slug.ts";
import { readPictureHeader } from "../../site/picture-header.ts";
import { ok, type Problem, type Result, refuse } from "../../site/problem.ts";
import { sha256Of } from "../../site/sha256.ts";
import { encodeUrlPath } from "../../site/url.ts";
import { DIGEST_IN_NAME } from "../media.ts";
import { MAX_BUFFERED_BYTES, readPath } from "./file.ts";
import { type WritePorts, writeFile } from "./single-write.ts";

/** Of the pictures that every browser shows. */
const EXTENSIONS: { [mediaType: string]: string | undefined } = {
  "image/avif": "avif",
  "image/gif": "gif",
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/svg+xml": "svg",
  "image/webp": "webp",
};

export async function addPicture(request: Request, ports: WritePorts): Promise<Response> {
  const sent = await readUpload(request);
  if (!sent.ok) return problemResponse([sent.problem]);
  const { bytes, name, alt } = sent.value;
  const mediaType = readPictureHeader(bytes)?.mediaType ?? "";
  const extension = EXTENSIONS[mediaType];
  if (extension === undefined) return problemResponse([UNSUPPORTED]);

  const stem = foldToAscii(name.replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, "")).slice(0, 80) || "picture";
  const digest = (await sha256Of(bytes)).slice(0, DIGEST_IN_NAME);
  const path = readPath(`static/media/${stem}-${digest}.${extension}`);
  if (!path.ok) return problemResponse([path.problem]);

  const { basePath } = await ports.files.locale();
  const url = encodeUrlPath(basePath + path.value.slice("static/".length));
  const markdown = `![${alt.replace(/[[\]\\]/g, "\\$&")}](${url})`;
  const [existing = null] = await ports.files.entries([path.value]);
  const file = { path: path.value, bytes, mediaType };
  return writeFile(file, existing, ports, { location: url, more: { url, markdown } });
}

const UNSUPPORTED: Problem = {
  code: "unsupported-media",
  message:
    "Send a picture that browsers show: JPEG, PNG, GIF, WebP, AVIF or SVG. Anything else goes to PUT /api/v1/files/static/…",
};

interface Picture {
  bytes: Uint8Array<ArrayBuffer>;
  /** As its sender calls it: `IMG 0042.jpg`. */
  name: string;
  alt: string;
}

/** The bytes themselves, named by `?name=` and `?alt=`; or a form's `file`, with `alt` beside it. */
async function readUpload(request: Request): Promise<Result<Picture>> {
  const bytes = await readBytes(request, MAX_BUFFERED_BYTES);
  if (!bytes.ok) return bytes;
  const contentType = request.headers.get("content-type") ?? "";
  if (contentType.toLowerCase().startsWith("multipart/form-data")) return readForm(bytes.value, contentType);
  const query = new URL(request.url).searchParams;
  return ok({ bytes: bytes.value, name: query.get("name") ?? "", alt: query.get("alt") ?? "" });
}

async function readForm(bytes: Uint8Array<ArrayBuffer>, contentType: string): Promise<Result<Picture>> {
  const sent = new Response(bytes, { headers: { "content-type": contentType } });
  const form = await sent.formData().catch(() => null);
  const file = form?.get("file");
  if (!(file instanceof File))
    return refuse({
      code: "invalid",
      message: "The form must have a file named “file”: curl -F file=@photo.jpg",
    });
  const alt = form?.get("alt");
  return ok({
    bytes: new Uint8Array(await file.arrayBuffer()),
    name: file.name,
    alt: typeof alt === "string" ? alt : "",
  });
}
