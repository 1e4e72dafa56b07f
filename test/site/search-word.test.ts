// What a word is to search, script by script.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { indexText, wordsIn } from "../../src/site/search-word.ts";

const INDEXED: [text: string, folded: string, marked: string][] = [
  ["Đường đi, đường về", "duong di duong ve", "đường đi đường về"],
  ["l'école – naïve", "l ecole naive", "école naïve"],
  ["C++ and C#, not C+ or c#x", "c++ and c# not c or c x", ""],
  ["½ cup, 2º, x², º#", "1⁄2 cup 2o x2 o#", ""],
  ["ΟΔΟΣ Ёлка", "οδοσ елка", "οδος ёлка"],
  ["機械学", "機械 械学 学", ""],
  ["Webの機械ー", "web の機 機械 械ー ー", ""],
  ["aー ーb", "aー ー b", ""],
  ["สวัสดีชาวโลก", "สวัสดี ชาว โลก", ""],
  ["한국 thai", "한국 국 thai", ""],
];

describe("a text as the index takes it", () => {
  for (const [text, folded, marked] of INDEXED)
    test(text, () => assert.deepEqual(indexText(text), { folded, marked }));
});

test("each word knows its place, the second time as well", () => {
  const text = "Nhà, 機械, nhà สวัสดีชาว C++";
  const places = wordsIn(text).map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(places, ["Nhà", "機械", "nhà", "สวัสดี", "ชาว", "C++"]);
});
