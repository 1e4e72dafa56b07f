import assert from "node:assert/strict";
import { test } from "node:test";
import { THEME_WORDS, themeWords } from "../../src/publish/words/theme-word.ts";
import { formatDate } from "../../src/site/date-layout.ts";
import { de } from "../../src/view/strings/de.ts";
import { en } from "../../src/view/strings/en.ts";
import { es } from "../../src/view/strings/es.ts";
import { fr } from "../../src/view/strings/fr.ts";
import { ja } from "../../src/view/strings/ja.ts";
import { ko } from "../../src/view/strings/ko.ts";
import { vi } from "../../src/view/strings/vi.ts";
import { wordsFor } from "../../src/view/strings/words.ts";
import { zh } from "../../src/view/strings/zh.ts";
import { zhHant } from "../../src/view/strings/zh-hant.ts";
import { moment, settings } from "./fixture.ts";

test("English has a singular, Vietnamese has none", () => {
  const english = wordsFor(settings({ languageCode: "en" }));
  assert.equal(english.count("read_time", 1), "1 min");
  assert.equal(english.count("words", 1), "1 word");
  assert.equal(english.count("words", 0), "0 words");
  const vietnamese = wordsFor(settings());
  assert.equal(vietnamese.count("read_time", 1), "1 phút");
  assert.equal(vietnamese.count("words", 250), "250 từ");
});

test("the author's own words win, plural forms and all", () => {
  const words = wordsFor(
    settings({
      languageCode: "pl",
      strings: {
        home: "Strona główna",
        read_time: { one: "minuta", few: "{{ .Count }} minuty", many: "{{.Count}} minut", other: "?" },
      },
    }),
  );
  assert.equal(words.say("home"), "Strona główna");
  assert.deepEqual(
    [1, 3, 5].map((count) => words.count("read_time", count)),
    ["minuta", "3 minuty", "5 minut"],
  );
  assert.equal(words.say("toc"), "Table of Contents");
});

test("every language knows every word", () => {
  const own = [de, es, fr, ja, ko, vi, zh].map(({ phrases }) => phrases);
  for (const phrases of [...own, zhHant, ...Object.values(THEME_WORDS)]) {
    assert.deepEqual(Object.keys(phrases), Object.keys(en.phrases));
    assert.ok(Object.values(phrases).every((phrase) => phrase !== ""));
  }
});

test("a site takes the words of its language with its settings, in any region", () => {
  const words = (languageCode: string) =>
    wordsFor(settings({ languageCode, strings: themeWords(languageCode) }));
  assert.deepEqual(
    [1, 3, 25].map((count) => words("ru-RU").count("words", count)),
    ["1 слово", "3 слова", "25 слов"],
  );
  assert.equal(words("pt_BR").say("home"), "Início");
  assert.equal(words("ar").count("read_time", 2), "دقيقتان");
  assert.equal(words("vi").say("home"), "Trang chủ");
});

test("Chinese is read in the characters of its place", () => {
  const said = (languageCode: string) => wordsFor(settings({ languageCode })).say("search");
  assert.deepEqual(["zh-TW", "zh-Hant", "zh_hk", "zh-Hant-MO"].map(said), Array(4).fill("搜尋"));
  assert.deepEqual(["zh", "zh-CN", "zh-SG", "zh-Hans-HK"].map(said), Array(4).fill("搜索"));
});

/** What Hugo's own locale data prints for :date_full, :date_long, :date_medium. */
const DATES: { [code: string]: [full: string, long: string, medium: string] } = {
  de: ["Samstag, 9. März 2024", "9. März 2024", "09.03.2024"],
  en: ["Saturday, March 9, 2024", "March 9, 2024", "Mar 9, 2024"],
  es: ["sábado, 9 de marzo de 2024", "9 de marzo de 2024", "9 mar. 2024"],
  fr: ["samedi 9 mars 2024", "9 mars 2024", "9 mars 2024"],
  ja: ["2024年3月9日土曜日", "2024年3月9日", "2024/03/09"],
  ko: ["2024년 3월 9일 토요일", "2024년 3월 9일", "2024. 3. 9."],
  pl: ["sobota, 9 marca 2024", "9 marca 2024", "9 mar 2024"],
  vi: ["Thứ Bảy, 9 tháng 3, 2024", "9 tháng 3, 2024", "9 thg 3, 2024"],
  zh: ["2024年3月9日星期六", "2024年3月9日", "2024年3月9日"],
};

for (const [languageCode, dates] of Object.entries(DATES)) {
  test(`a date in ${languageCode} reads as Hugo's does`, () => {
    const { calendar } = wordsFor(settings({ languageCode }));
    const printed = ["full", "long", "medium"].map((style) =>
      formatDate(moment("2024-03-09T10:11:33"), `:date_${style}`, calendar),
    );
    assert.deepEqual(printed, dates);
  });
}

test("French counts nought as one", () => {
  assert.equal(wordsFor(settings({ languageCode: "fr" })).count("words", 0), "0 mot");
});
