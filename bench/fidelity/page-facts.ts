// What a page, a feed or a sitemap tells its reader, whoever made it: so that ours can be set beside those
// of Hugo with PaperMod, whose classes the theme has. What is other on purpose is left out
// (docs/decisions/0012-beside-papermod.md).

import { decodeXML } from "entities";
import { type DefaultTreeAdapterMap, parse } from "parse5";
import { decoded } from "../../src/hugo/markdown/go-url.ts";

/** By name; addresses without their host, decoded. */
export interface Facts {
  [name: string]: string | string[];
}

type Node = DefaultTreeAdapterMap["node"];
type Element = DefaultTreeAdapterMap["element"];

export function factsOf(path: string, text: string): Facts {
  if (/sitemap[^/]*\.xml$/.test(path)) return sitemapFacts(text);
  return path.endsWith(".xml") ? feedFacts(text) : pageFacts(text, /\/page\/\d+\/$/.test(path));
}

function pageFacts(html: string, isPager: boolean): Facts {
  const document = parse(html);
  const one = (wanted: Wanted): Element | undefined => first(document, wanted);
  const links = (wanted: Wanted): string[] => elements(one(wanted), { tag: "a" }).map(linked);
  const posts = elements(document, { tag: "article" }).filter(
    (entry) => /-entry\b/.test(attribute(entry, "class")) && !/\bhome-info\b/.test(attribute(entry, "class")),
  );
  const alternates = elements(document, { tag: "link" }).filter((link) => attribute(link, "hreflang") !== "");
  return {
    title: textOf(one({ tag: "title" })),
    ...(isPager
      ? {}
      : {
          canonical: hrefOf(
            elements(document, { tag: "link" }).find((link) => attribute(link, "rel") === "canonical"),
          ),
        }),
    // Ours names its feed there by a word.
    heading: textOf(
      elements(one({ class: "page-header" }) ?? one({ class: "post-header" }), { tag: "h1" })[0],
    ).replace(/ RSS$/, ""),
    entries: posts.map((entry) => `${linkOf(entry)} ${textOf(first(entry, { tag: "h2" }))}`),
    summaries: posts.map((entry) => textOf(first(entry, { class: "entry-content" })).replace(/[\s.…]+$/, "")),
    facts: posts.map((entry) => tight(first(entry, { class: "entry-footer" }))),
    pager: links({ class: "pagination" }).map((link) => link.replace(/ .*/, "")),
    tags: links({ class: "post-tags" }),
    neighbours: links({ class: "paginav" }).map((link) => link.replace(/ .*/, "")),
    terms: links({ class: "terms-tags" }),
    archive: elements(document, { class: "archive-entry" }).map(linkOf),
    meta: tight(one({ class: "post-meta" })),
    menu: links({ id: "menu" }).map((link) => link.replace(/ ↗$/, "")),
    toc: links({ class: "toc" }).map((link) => link.replace(/ .*/, "")),
    // A page in no other language is not told to be its own translation.
    alternates:
      alternates.length < 2
        ? []
        : alternates
            .map((link) => `${attribute(link, "hreflang")} ${hrefOf(link)}`)
            .filter((link) => !link.startsWith("x-default"))
            .sort(),
  };
}

function feedFacts(xml: string): Facts {
  const items = Array.from(xml.matchAll(/<item>([\s\S]*?)<\/item>/g), ([, item = ""]) => item);
  const head = xml.replace(/<item>[\s\S]*<\/item>/, "");
  return {
    title: elementOf(head, "title"),
    link: address(elementOf(head, "link")),
    copyright: elementOf(head, "copyright"),
    items: items.map((item) =>
      [address(elementOf(item, "link")), address(elementOf(item, "guid")), elementOf(item, "title")].join(
        " ",
      ),
    ),
    dates: items.map((item) => elementOf(item, "pubDate").replace(/^Mon, 01 Jan 0001 .*/, "")),
    descriptions: items.map((item) => textOf(parse(elementOf(item, "description")))),
  };
}

function sitemapFacts(xml: string): Facts {
  const found = xml.matchAll(/<loc>([^<]*)<\/loc>(?:\s*<lastmod>([^<]*)<\/lastmod>)?/g);
  const moment = (text: string) => (text === "" ? "" : new Date(text).toISOString());
  return {
    pages: Array.from(found, ([, loc = "", lastmod = ""]) =>
      `${address(decodeXML(loc))} ${loc.endsWith(".xml") ? "" : moment(lastmod)}`.trim(),
    ).sort(),
  };
}

const elementOf = (xml: string, name: string): string =>
  decodeXML(new RegExp(`<${name}[^>]*>([\\s\\S]*?)</${name}>`).exec(xml)?.[1] ?? "")
    .replace(/\s+/g, " ")
    .trim();

interface Wanted {
  tag?: string;
  class?: string;
  id?: string;
}

function elements(from: Node | undefined, wanted: Wanted): Element[] {
  if (from === undefined || !("childNodes" in from)) return [];
  return from.childNodes.flatMap((node) => [
    ...("tagName" in node && isWanted(node, wanted) ? [node] : []),
    ...elements(node, wanted),
  ]);
}

const isWanted = (element: Element, wanted: Wanted): boolean =>
  (wanted.tag === undefined || element.tagName === wanted.tag) &&
  (wanted.id === undefined || attribute(element, "id") === wanted.id) &&
  (wanted.class === undefined || attribute(element, "class").split(/\s+/).includes(wanted.class));

const first = (from: Node, wanted: Wanted): Element | undefined => elements(from, wanted)[0];

const attribute = (element: Element, name: string): string =>
  element.attrs.find((attr) => attr.name === name)?.value ?? "";

function textOf(node: Node | undefined): string {
  if (node === undefined) return "";
  if (node.nodeName === "#text" && "value" in node) return node.value.replace(/\s+/g, " ");
  if (!("childNodes" in node) || node.nodeName === "svg") return "";
  return node.childNodes.map(textOf).join("").replace(/\s+/g, " ").trim();
}

/** Where blanks are a matter of style. */
const tight = (node: Node | undefined): string => textOf(node).replace(/\s/g, "");

const hrefOf = (element: Element | undefined): string =>
  element === undefined ? "" : address(attribute(element, "href"));

const linked = (element: Element): string => `${hrefOf(element)} ${textOf(element)}`;

const linkOf = (entry: Element): string => hrefOf(first(entry, { class: "entry-link" }));

const address = (url: string): string => decoded(url.replace(/^https?:\/\/[^/]*/, ""));
