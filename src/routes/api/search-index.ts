// The search index over HTTP: thrown away, and made again in as many requests as it takes.

import { applyPolicy } from "../../http/cache-policy.ts";
import type { Reindexer } from "../../site/publisher.ts";
import { answerJson } from "./answer.ts";

export interface IndexPorts {
  reindexer: Reindexer;
}

export async function dropIndex({ reindexer }: IndexPorts): Promise<Response> {
  await reindexer.restart();
  const answer = new Response(null, { status: 204 });
  applyPolicy(answer.headers, "private");
  return answer;
}

export async function indexMore({ reindexer }: IndexPorts): Promise<Response> {
  if ((await reindexer.step()) === "done") return answerJson({ detail: "Every page is in the index" });
  return answerJson({ detail: "Repeat this request until it answers 200" }, { status: 202 });
}
