// The order of lists.

import assert from "node:assert/strict";
import { test } from "node:test";
import { sortKey } from "../../../src/hugo/content/sort-key.ts";

const day = (n: number) => ({ epoch: 1_700_000_000 + n * 86_400, offset: 0 });
const page = { kind: "page" as const, weight: 0, date: null, title: "", lang: "en", path: "" };
const bytes = (text: string): string => Buffer.from(text).toString("hex");

function inOrder<Item>(items: Item[], keyOf: (item: Item) => string): void {
  const keys = items.map((item) => bytes(keyOf(item)));
  assert.deepEqual(keys, keys.toSorted());
  assert.equal(new Set(keys).size, keys.length);
}

test("weights come first, none last, whatever their size", () => {
  inOrder([-1_000_000, -1, 1, 2, 10, 1_000_000_000, 0], (weight) => sortKey({ ...page, weight }));
});

test("sections come after all pages, in the same order among themselves", () => {
  const section = { ...page, kind: "section" as const };
  inOrder(
    [
      page,
      { ...section, weight: 1 },
      { ...section, date: day(1) },
      { ...section, title: "a" },
      { ...section, title: "b" },
    ],
    sortKey,
  );
});

test("with the same weight the newest comes first, and no date last", () => {
  const dates = [day(99_999), day(2), day(1), day(-19_700), { epoch: -5_000_000_000, offset: 0 }, null];
  inOrder(dates, (date) => sortKey({ ...page, date }));
});

test("with the same date titles are in the order of the alphabet, signs and digits before letters", () => {
  const titles = [
    "",
    " a",
    "!",
    "(b)",
    "10",
    "2",
    "A b",
    "a-b",
    "ab",
    "Ab c",
    "Äb d",
    "b",
    "đ",
    "dz",
    "Z",
    "中",
  ];
  inOrder(titles, (title) => sortKey({ ...page, title }));
});

test("Vietnamese letters come after the plain ones, tones count last", () => {
  const titles = [
    "an",
    "Ám",
    "áo",
    "ăn",
    "ân",
    "cá",
    "da",
    "Đá",
    "em",
    "ê",
    "ong",
    "ô",
    "ơ",
    "ta",
    "tà",
    "tá",
    "u",
    "ư",
    "y",
  ];
  const sorted = titles.toSorted((a, b) => (bytes(key(a)) < bytes(key(b)) ? -1 : 1));
  function key(title: string): string {
    return sortKey({ ...page, lang: "vi", title });
  }
  assert.deepEqual(sorted, titles.toSorted(new Intl.Collator("vi").compare));
});

test("with the same title the path decides", () => {
  inOrder(["/a", "/b"], (path) => sortKey({ ...page, path }));
});

/** Titles of words of each language, made of its letters: the platform's collation knows its alphabet. */
const LANGUAGES: { [lang: string]: string } = {
  en: "cote côte naïve œuvre zebra øre ångström łódź Đà ß strasse",
  cs: "chata cihla čaj dům hora chlapec jablko řeka ryba šála sova žába zima",
  sk: "auto äkta cesta čaj hora chata okno ôsmy šál sova žena zima",
  sv: "ö ål ärlig zebra apa ordna åka öl yxa",
  da: "æble zebra øl ål abe ordne",
  nb: "ærlig zebra øl ål ape ord",
  fi: "äiti öljy zoo auto ordi",
  et: "saba šokk zoo žanr tuba vesi õun äkki öö üks aed",
  es: "nube ñandú oso nieve",
  pl: "ala ącki cena ćma ela ęsi las łapa noc ńa oko ósmy sen śnieg zen źle żaba",
  hu: "cukor csak dal dzeta gáz gyár liba lyuk nap nyár óra öt sár szép táj tyúk uborka ügy zab zsák",
  tr: "can çan gaga ğa han ılık ip ok öküz sap şap uzun üzüm zar",
  ro: "apa ăla âla iar îar sat șat tata țap",
  hr: "cvijet čaj ćup dan džep đak lav ljeto noć njiva sok šal zid život",
  sl: "cena čaj sok šal zid žaba",
  lt: "cera čia sala šalis zona žala",
  sq: "cak çaj dare dhe gak gjak lak llak nak njak rak rrak sak shak tak thak xak xhak zak zhak",
  ru: "ель ёлка жар игла йод кот яма",
  uk: "гора ґанок ель єнот игра іній їжак йод кит",
};

test("titles are in the order of their language's alphabet", () => {
  for (const [lang, words] of Object.entries(LANGUAGES)) {
    const { compare } = new Intl.Collator(lang);
    const titles = words.split(" ").flatMap((word) => [word, `${word} b`, `${word}z`]);
    const byKey = titles.toSorted((a, b) =>
      bytes(sortKey({ ...page, lang, title: a })) < bytes(sortKey({ ...page, lang, title: b })) ? -1 : 1,
    );
    assert.deepEqual(byKey, titles.toSorted(compare), lang);
  }
});
