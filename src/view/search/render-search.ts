// The front door of what search shows; render-document.ts has the rest. Loaded when somebody searches.

import type { Searching } from "../../site/document.ts";
import { type Framed, renderLayout } from "../page/layout.ts";
import type { Rendered } from "../render-document.ts";
import { wordsFor } from "../strings/words.ts";
import { renderIndex, renderOpenSearch, renderSearchJson } from "./search-data.ts";
import { renderSearchPage, type SearchDocument } from "./search-page.ts";

export function renderSearch(document: Searching, { origin }: { origin: string }): Rendered {
  switch (document.type) {
    case "search":
      return { ...renderPage(document, origin), contentType: "text/html; charset=utf-8" };
    case "search-json":
      return { body: renderSearchJson(document, origin), contentType: "application/json; charset=utf-8" };
    case "opensearch":
      return {
        body: renderOpenSearch(document, origin),
        contentType: "application/opensearchdescription+xml; charset=utf-8",
      };
    case "index":
      return { body: renderIndex(document, origin), contentType: "application/json; charset=utf-8" };
  }
}

function renderPage(document: SearchDocument, origin: string): Framed {
  const { settings, results } = document;
  const words = wordsFor(settings);
  const title = document.page.title || words.say("search");
  // What was found is for this reader: the posts themselves are for search engines.
  const params = results === null ? document.page.params : { ...document.page.params, robotsnoindex: true };
  const page = { ...document.page, title, params };
  return renderLayout({
    place: { settings, origin },
    words,
    page,
    url: page.url,
    feeds: [],
    main: renderSearchPage({ words, document: { ...document, page } }),
  });
}
