import assert from "node:assert/strict";
import { test } from "node:test";
import { en } from "../../src/view/strings/en.ts";
import { vi } from "../../src/view/strings/vi.ts";
import { wordsFor } from "../../src/view/strings/words.ts";
import { settings } from "./fixture.ts";

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

test("both languages know every word", () => {
  assert.deepEqual(Object.keys(vi.phrases), Object.keys(en.phrases));
  for (const { phrases } of [vi, en]) assert.ok(Object.values(phrases).every((phrase) => phrase !== ""));
});
