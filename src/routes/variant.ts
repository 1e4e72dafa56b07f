// A smaller version of a picture: the picture's own route says who may see it and until when, its
// digest which bytes are meant. One that cannot be made is answered with the picture itself.

import { applyPolicy } from "../http/cache-policy.ts";
import { matchesWeakly } from "../http/conditional.ts";
import { filePolicy } from "../http/security.ts";
import type { Found } from "../site/document.ts";
import type { MediaReader, NotMade, VariantAnswer, VariantReader } from "../site/media.ts";
import type { VariantAddress } from "../site/variant.ts";
import { answerFile } from "./media.ts";

export interface VariantPorts {
  media: MediaReader;
  variants: VariantReader;
}

interface VariantRequest extends VariantPorts {
  asked: VariantAddress;
  /** What stands at the picture's own address. */
  found: Found;
  now: number;
}

/** `null` where there is no such version: the site serves other bytes, or no picture, or not at that width. */
export async function answerVariant(request: Request, variant: VariantRequest): Promise<Response | null> {
  const { asked, found, now } = variant;
  const { answer: file, tags, changesAt } = found;
  const { width, format } = asked;
  if (file.type !== "file" || !file.sha256.startsWith(asked.digest)) return null;

  const etag = `"${asked.digest}-${width}-${format}"`;
  const headers = new Headers({ etag, "content-security-policy": filePolicy("image/*") });
  applyPolicy(headers, "immutable-media", { now, changesAt, tags });
  if (matchesWeakly(request.headers.get("if-none-match") ?? "", etag))
    return new Response(null, { status: 304, headers });

  const read = variant.variants.read({ sha256: file.sha256, width, format });
  const answer = await read.catch(
    (error: Error): NotMade => ({
      type: "not-made",
      because: "failed",
      message: error.message,
    }),
  );
  switch (answer.type) {
    case "no-variant":
      return null;
    case "not-made": {
      console.warn(
        JSON.stringify({
          event: "variant-not-made",
          path: file.path,
          width,
          format,
          message: answer.message,
        }),
      );
      const { media } = variant;
      // What is not bound will not be before the next deploy, whose cache starts empty.
      const policy = answer.because === "unbound" ? "media" : "stand-in";
      return answerFile(request, { file, found, now, media, policy });
    }
    case "variant":
      return answerWhole(request, answer, headers);
  }
}

function answerWhole(request: Request, { body, size, mediaType }: Made, headers: Headers): Response {
  headers.set("content-type", mediaType);
  headers.set("content-length", String(size));
  return new Response(request.method === "HEAD" ? null : body, { headers });
}

type Made = Extract<VariantAnswer, { type: "variant" }>;
