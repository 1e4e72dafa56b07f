// Names of new files.

import assert from "node:assert/strict";
import { test } from "node:test";
import { foldToAscii } from "../../../src/hugo/content/slug.ts";

test("a title becomes a file name in ASCII, in whatever language it is", () => {
  const cases = {
    "Từ bỏ": "tu-bo",
    "Đường đến Đà Nẵng – ngày 1!": "duong-den-da-nang-ngay-1",
    "Straße & Æther": "strasse-aether",
    "  --Hello,   World--  ": "hello-world",
    "C++ và C#": "c-va-c",
    "Iğdır’da çay": "igdir-da-cay",
    "ﬁne ½": "fine-1-2",
    "Tu\u031b\u0300 bo\u0309": "tu-bo",
    "第1章 开始": "第1章-开始",
    "2024": "2024",
    深度学习: "深度学习",
    "こんにちは 世界": "こんにちは-世界",
    "Привет, мир": "привет-мир",
    "!!!": "",
    "": "",
  };
  for (const [title, name] of Object.entries(cases)) assert.equal(foldToAscii(title), name, title);
});
