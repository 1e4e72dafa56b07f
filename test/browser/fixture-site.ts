// The theme's fixtures as a site on localhost, so that a real browser can look at every kind of page
// with the policy and the types that the engine would send.

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Reading, Searching } from "../../src/site/document.ts";
import { PLAIN_PAGE_POLICY, renderEmptySite, renderProblemPage } from "../../src/view/page/plain-page.ts";
import { type Rendered, renderDocument } from "../../src/view/render-document.ts";
import { SCRIPT_PATH } from "../../src/view/script.ts";
import { SCRIPT_TEXT } from "../../src/view/script-text.ts";
import { renderSearch } from "../../src/view/search/render-search.ts";
import * as fixture from "../view/fixture.ts";

const DOCUMENTS: { [path: string]: Reading } = {
  "/": fixture.home(),
  "/home-info/": fixture.homeInfo,
  "/profile/": fixture.profile,
  "/posts/page/2/": fixture.section,
  "/posts/doc-cham/": fixture.post(),
  "/posts/small-parsers/": fixture.englishDocument,
  "/tags/": fixture.terms,
  "/tags/ghi-chú/": fixture.termPage,
  "/archives/": fixture.archive,
  "/about/": fixture.about,
  "/posts/纸/": fixture.chinese,
  "/posts/ورق/": fixture.arabic,
  "/404/": fixture.notFound,
  "/always-dark/": fixture.home({ defaulttheme: "dark" }),
};

/** By address and question, as the form asks it. */
const SEARCHES: { [path: string]: Searching } = {
  "/search/": fixture.search(null),
  "/search/?q=đọc": fixture.searchFinds,
  "/search/?q=xyz": fixture.search({ query: "xyz", number: 1, more: false, hits: [] }),
};

const FEEDS: { [path: string]: Reading } = {
  "/index.xml": fixture.feed("rss"),
  "/atom.xml": fixture.feed("atom"),
  "/sitemap.xml": {
    type: "sitemap",
    settings: fixture.settings(),
    entries: fixture.cards.map(({ url }) => ({
      url,
      lastmod: "2024-03-09T10:11:33+07:00",
      changeFreq: "",
      priority: null,
      translations: [],
    })),
  },
};

/** Of every page there is. */
export const PAGES = [...Object.keys(DOCUMENTS), ...Object.keys(SEARCHES), "/empty/", "/problem/"];

export interface FixtureSite {
  origin: string;
  close(): Promise<void>;
}

export async function startFixtureSite(): Promise<FixtureSite> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? "/");
    const answer = respond(path);
    response.writeHead(answer.status, { "content-type": answer.contentType, ...answer.headers });
    response.end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

interface Answer {
  status: number;
  contentType: string;
  headers?: { [name: string]: string };
  body: string;
}

function respond(path: string): Answer {
  const page = render(path);
  if (page !== null) {
    const { policy, ...rendered } = page;
    return { status: 200, headers: policy ? { "content-security-policy": policy } : {}, ...rendered };
  }
  if (path === `/${SCRIPT_PATH}`) return { status: 200, contentType: "text/javascript", body: SCRIPT_TEXT };
  const drawing = DRAWINGS[path];
  if (drawing !== undefined) return { status: 200, contentType: "image/svg+xml", body: drawing };
  const plain = {
    "/empty/": renderEmptySite(),
    "/problem/": renderProblemPage({ status: 500, reference: "8f3a" }),
  }[path];
  if (plain === undefined) return { status: 404, contentType: "text/plain", body: "No such page" };
  const headers = { "content-security-policy": PLAIN_PAGE_POLICY };
  return { status: 200, contentType: "text/html; charset=utf-8", headers, body: plain };
}

function render(path: string): Rendered | null {
  const document = DOCUMENTS[path] ?? FEEDS[path];
  if (document !== undefined) return renderDocument(document, { origin: fixture.ORIGIN });
  const search = SEARCHES[path];
  return search === undefined ? null : renderSearch(search, { origin: fixture.ORIGIN });
}

/** The same waves at each run. */
function wave(width: number, base: number, height: number, seed: number): string {
  const points = Array.from({ length: 81 }, (_, at) => {
    const x = (at / 80) * width;
    return `${x.toFixed(0)},${(base + height * (Math.sin(at * 0.9 + seed) + Math.sin(at * 2.3 + seed * 3) * 0.6)).toFixed(1)}`;
  });
  return points.join(" ");
}

const DRAWINGS: { [path: string]: string } = {
  "/img/deckle.svg": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 560" width="1200" height="560">
<rect width="1200" height="560" fill="#c9b892"/>
<polygon points="0,560 ${wave(1200, 150, 9, 1)} 1200,560" fill="#dccfae"/>
<polygon points="0,560 ${wave(1200, 240, 12, 2)} 1200,560" fill="#e9dfc6"/>
<polygon points="0,560 ${wave(1200, 350, 10, 5)} 1200,560" fill="#f4eddb"/>
<polygon points="0,560 ${wave(1200, 455, 14, 7)} 1200,560" fill="#fbf7ec"/></svg>`,
  "/img/margin.svg": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 420 300" width="420" height="300">
<rect width="420" height="300" fill="#f4eddb"/>
${Array.from({ length: 12 }, (_, row) => `<rect x="90" y="${34 + row * 20}" width="${210 + ((row * 53) % 60)}" height="6" fill="#8d836f"/>`).join("")}
<path d="M40 60q14 -18 24 0t-6 30M46 120l18 22M64 120l-18 22M38 210q18 -22 30 4t-24 22" fill="none" stroke="#9a2f1d" stroke-width="3"/></svg>`,
};
