// Hugo's table of contents: the headings as nested lists.

import type { Token } from "marked";
import type { MarkupConfig } from "../config/config.ts";

export interface TocHeading {
  level: number;
  id: string;
  title: string;
}

/** As Hugo's: no footnote's number, no formula, and of what the extras make the text alone. */
export const tocTokens = (title: Token[]): Token[] =>
  title.flatMap((token) => {
    if (token.type === "footnoteReference" || token.type === "passthrough") return [];
    const inner = "tokens" in token && token.tokens ? tocTokens(token.tokens) : null;
    return token.type === "span" ? (inner ?? []) : [inner === null ? token : { ...token, tokens: inner }];
  });

/** Stands where a shortcode asks for the table, which is known only when all of the page is rendered. */
export const TOC_PLACE = "<!--HAHAHUGOTABLEOFCONTENTSHBHB-->";

interface Entry {
  heading: TocHeading | null;
  children: Entry[];
}

export function renderToc(headings: TocHeading[], options: MarkupConfig["tableOfContents"]): string {
  const { startLevel, endLevel, ordered } = options;
  const tag = ordered ? "ol" : "ul";
  const lists = (entries: Entry[], level: number): string => {
    if (level < startLevel) return entries.map((entry) => lists(entry.children, level + 1)).join("");
    if ((endLevel !== -1 && level > endLevel) || entries.length === 0) return "";
    const items = entries
      .map((entry) => `<li>${link(entry)}${lists(entry.children, level + 1)}</li>\n`)
      .join("");
    return `\n<${tag}>\n${items}</${tag}>\n`;
  };
  return `<nav id="TableOfContents">${lists(nest(headings), 1)}</nav>`;
}

const link = ({ heading }: Entry): string =>
  heading && (heading.id !== "" || heading.title !== "")
    ? `<a href="#${heading.id}">${heading.title}</a>`
    : "";

/** An h1, or the first heading whatever its level, begins a tree; levels that are jumped over stay empty. */
function nest(headings: TocHeading[]): Entry[] {
  const rows: Entry[] = [];
  for (const heading of headings) {
    if (heading.level === 1 || rows.length === 0) rows.push({ heading: null, children: [] });
    const row = rows.at(-1);
    if (!row) continue;
    if (heading.level === 1) {
      row.heading = heading;
      continue;
    }
    let parent = row;
    for (let level = 2; level < heading.level; level++) {
      let last = parent.children.at(-1);
      if (!last) {
        last = { heading: null, children: [] };
        parent.children.push(last);
      }
      parent = last;
    }
    parent.children.push({ heading, children: [] });
  }
  return rows;
}
