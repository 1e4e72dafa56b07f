// The page's script, under the name that its digest gives it.

import { applyPolicy } from "../http/cache-policy.ts";

export async function answerScript(now: number): Promise<Response> {
  const { SCRIPT_TEXT } = await import("../view/script-text.ts");
  const headers = new Headers({ "content-type": "text/javascript; charset=utf-8" });
  applyPolicy(headers, "immutable-media", { now, changesAt: null, tags: [] });
  return new Response(SCRIPT_TEXT, { headers });
}
