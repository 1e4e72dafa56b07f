// What search holds of a page: its words folded, and its text for the excerpt. Owns which pages may be
// found, and in what order equals come: the number of an entry says its language and its age.

import { resolveReferences } from "../hugo/markdown/escape.ts";
import { plainText } from "../hugo/markdown/plain.ts";
import type { SearchEntry, Staged } from "../site/change-store.ts";
import { everyPageList } from "../site/contribution.ts";
import { languageBits } from "../site/search.ts";
import { indexText } from "../site/search-word.ts";

/** UTF-16 units of one text that are indexed and kept: D1 takes 2 MB a value, and folded words come to it. */
const LONGEST_TEXT = 200_000;

/** Stands between two tags: no phrase reaches over it, and no query can have it. */
const GAP = " # ";

/** `null`: it is not to be found. */
export function searchEntry({ id, contribution, html }: Omit<Staged, "search" | "toc">): SearchEntry | null {
  const { page, lists } = contribution;
  const { card } = page;
  if (!lists.includes(everyPageList(page.lang)) || isSaid(card.params.searchhidden)) return null;
  const text = plainText(html).slice(0, LONGEST_TEXT);
  const title = indexText(card.title);
  const tags = Object.values(card.terms).flatMap((terms) => terms.map(({ name }) => indexText(name)));
  const body = [card.description, resolveReferences(text)].map(indexText);
  return {
    doc: docNumber({ lang: page.lang, date: card.date?.epoch ?? null, id }),
    title: title.folded,
    titleMarked: title.marked,
    tags: tags.map(({ folded }) => folded).join(GAP),
    tagsMarked: tags.map(({ marked }) => marked).join(" "),
    body: body.map(({ folded }) => folded).join(GAP),
    bodyMarked: body.map(({ marked }) => marked).join(" "),
    text,
  };
}

/** As a Go template sees it: PaperMod asks `not .Params.searchHidden`. */
const isSaid = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : Boolean(value) && value !== null;

const MINUTES = 1n << 27n;
const BELOW_AGE = 29n;

/**
 * 63 bits, because the index reads in the order of its numbers: language, age in minutes back from 2155 (undated
 * ones after all others, spread), digits of the rendering. As text: it does not fit into a number.
 */
function docNumber(of: { lang: string; date: number | null; id: number }): string {
  const digits = BigInt(of.id);
  const age =
    of.date === null
      ? MINUTES + (digits >> BELOW_AGE)
      : MINUTES - 1n - clamp(BigInt(Math.floor(of.date / 60)) - BigInt(FIRST_MINUTE));
  return String(
    (languageBits(of.lang) << (28n + BELOW_AGE)) | (age << BELOW_AGE) | BigInt.asUintN(29, digits),
  );
}

/** 1900-01-01. */
const FIRST_MINUTE = -36_816_480;

const clamp = (minute: bigint): bigint => (minute < 0n ? 0n : minute < MINUTES ? minute : MINUTES - 1n);
