// What other programs take from a post: a browser's reader mode its whole text, a preview of a link its
// title, picture and date.

import type { Audited, Finding, SitePage } from "./site-page.ts";

interface Parsed {
  document: Document;
}

type Readability = new (document: Document) => { parse(): { title: string; textContent: string } | null };
type OpenGraph = (options: {
  html: string;
  url?: string;
}) => Promise<{ result: { [name: string]: unknown } }>;

export async function auditReaders({ pages, tools }: Audited): Promise<Finding[]> {
  const { JSDOM } = (await tools.load("jsdom")) as {
    JSDOM: new (html: string, options: object) => { window: Parsed };
  };
  const { Readability } = (await tools.load("@mozilla/readability")) as { Readability: Readability };
  const { default: openGraph } = (await tools.load("open-graph-scraper")) as { default: OpenGraph };

  const findings: Finding[] = [];
  for (const page of pages.filter(({ kind }) => kind === "post")) {
    const open = () => new JSDOM(page.html, { url: page.url }).window.document;
    findings.push(readWhole(page, open, Readability), await readPreview(page, open(), openGraph));
  }
  return findings;
}

function readWhole({ url }: SitePage, open: () => Document, Reader: Readability): Finding {
  const what = `${new URL(url).pathname} in reader mode`;
  const body = open().querySelector(".post-content");
  const read = new Reader(open()).parse();
  if (body === null || read === null) return { what, wrong: ["no article is found"] };
  for (const anchor of body.querySelectorAll(".anchor")) anchor.remove();
  const words = (text: string) => text.split(/\s+/).filter((word) => word !== "");
  const there = new Set(words(read.textContent));
  const lost = words(body.textContent ?? "").filter((word) => !there.has(word));
  return { what, wrong: lost.length === 0 ? [] : [`lost: ${lost.slice(0, 20).join(" ")}`] };
}

async function readPreview({ html, url }: SitePage, document: Document, read: OpenGraph): Promise<Finding> {
  const { result } = await read({ html });
  const heading = document.querySelector("h1")?.textContent?.trim();
  const picture = document.querySelector(".entry-cover img, .post-content img");
  const wrong = [
    result.ogTitle !== heading && `the title is ${String(result.ogTitle)}, not ${String(heading)}`,
    !result.ogDescription && "there is no description",
    !result.articlePublishedTime && "there is no date",
    picture !== null && !result.ogImage && "there is no picture",
  ];
  return { what: `${new URL(url).pathname} as a preview`, wrong: wrong.filter((line) => line !== false) };
}
