// Answers to who searches, and the other documents of search. Loaded by the first of them: who reads a page
// pays for none of it. What is found is store/search-reader.ts's, its looks are view/search/.

import { matchesWeakly } from "../http/conditional.ts";
import type { Found, Searching } from "../site/document.ts";
import { renderSearch } from "../view/search/render-search.ts";
import { answerRendered, answerUnchanged, etagOf, originFor, type PagePorts } from "./page.ts";

export interface SearchAnswer {
  found: Found;
  ports: PagePorts;
  now: number;
}

export async function answerSearch(request: Request, given: SearchAnswer): Promise<Response> {
  const { ports, now } = given;
  const found =
    given.found.answer.type === "index" ? await ports.searcher.fillIndex(given.found, now) : given.found;
  const document = found.answer;
  if (!isSearching(document)) throw new Error(`${document.type} is no answer to a search`);
  const { baseURL } = document.settings;
  const answer = { found, ports, lifetime: { now, changesAt: found.changesAt, tags: found.tags } };
  const origin = originFor(baseURL, request, ports);
  // The validator is known when all is read: then there may be nothing to render.
  const known = request.headers.get("if-none-match");
  if (known !== null && matchesWeakly(known, etagOf(found.validator, origin, ports)))
    return answerUnchanged(request, {
      ...answer,
      document: { type: "unchanged", of: document.type, baseURL },
    });
  return answerRendered(request, { ...answer, document }, renderSearch(document, { origin }));
}

export function isSearching(answer: Found["answer"]): answer is Searching {
  return ["search", "search-json", "opensearch", "index"].includes(answer.type);
}
