// Searching as values: what an address asks, what is found, and the contract between the read
// routes and store/. How the words of a query are understood is search-query.ts.

import { digest53 } from "./digest.ts";
import type { Found } from "./document.ts";
import type { Card } from "./page.ts";
import type { UrlPath } from "./url.ts";

/** What is asked: NFC, one space between words, at most so long. Never empty. */
export interface Search {
  query: string;
  /** Of the page, from 1. */
  number: number;
}

export interface SearchHit extends Omit<Card, "summary"> {
  /** The page's text as Hugo's `.Plain`, references in it; its beginning, if it is long. */
  text: string;
}

export interface SearchResults extends Search {
  hits: SearchHit[];
  /** Whether there is another page. */
  more: boolean;
}

/** An entry of `/index.json`, as PaperMod has it. */
export interface IndexEntry {
  content: string;
  url: UrlPath;
  summary: string;
  title: string;
}

export interface Searcher {
  /** What the search page at this address (of the request, base path and all) answers; `null`: there is none. */
  find(path: UrlPath, search: Search, now: number): Promise<Found | null>;
  /** The same answer with every post in it that may be found. */
  fillIndex(found: Found, now: number): Promise<Found>;
}

/** What a reader finds by and sees is here; further back somebody looks for something else. */
const LAST_PAGE = 10;
const LONGEST_QUERY = 100;

/** `null` where nothing is looked for. */
export function readSearch(params: URLSearchParams): Search | null {
  const text = (params.get("q") ?? "")
    .normalize("NFC")
    .replace(/[\s\p{C}]+/gu, " ")
    .trim();
  const query = Array.from(text).slice(0, LONGEST_QUERY).join("").trim();
  if (query === "") return null;
  const number = Number(/^\d{1,4}$/.exec(params.get("page") ?? "")?.[0] ?? 1);
  return { query, number: Math.min(Math.max(number, 1), LAST_PAGE) };
}

/** As a browser writes it when the form is sent: then it needs no second look. */
export function searchParams({ query, number }: Search): string {
  return `?${new URLSearchParams({ q: query, ...(number > 1 ? { page: String(number) } : {}) })}`;
}

/** A language's share of the numbers of the index: 6 bits. Two may share; then their pages say which they are. */
export const languageBits = (lang: string): bigint => BigInt(digest53(lang) % 64);
