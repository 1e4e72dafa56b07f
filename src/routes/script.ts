// The page's script, under the name that its digest gives it.

import { applyPolicy } from "../http/cache-policy.ts";
import { SITE_TAG } from "../site/cache-tag.ts";

export async function answerScript(now: number): Promise<Response> {
  const { SCRIPT_TEXT } = await import("../view/script-text.ts");
  const headers = new Headers({ "content-type": "text/javascript; charset=utf-8" });
  applyPolicy(headers, "immutable-media", { now, changesAt: null, tags: [SITE_TAG] });
  return new Response(SCRIPT_TEXT, { headers });
}
