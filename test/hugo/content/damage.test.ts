// Text that was once read in the wrong code page, and text that only looks foreign.

import assert from "node:assert/strict";
import { test } from "node:test";
import { damageWarning, findDamage } from "../../../src/hugo/content/damage.ts";
import { cpuTime } from "../../cpu-time.ts";

const VIETNAMESE = `Một buổi sáng ở Đà Lạt, sương còn đọng trên những nhành thông.
Người bạn cũ hỏi: “Sao cậu lại bỏ phố về đây?” — tôi chỉ cười 🙂.
Câu trả lời dài hơn một tách cà phê…`;

/** As a program does that takes the file for a code page, and drops what the page does not have. */
function misread(text: string, codePage: string): string {
  return new TextDecoder(codePage)
    .decode(new TextEncoder().encode(text))
    .replace(/[\u0080-\u009f\u00ad]/g, "");
}

test("UTF-8 read as a Windows code page is recognised and the page named", () => {
  for (const page of ["windows-1254", "windows-1258", "windows-1250", "windows-1251"]) {
    const damage = findDamage(misread(VIETNAMESE, page));
    assert.equal(damage?.codePage.toLowerCase(), page);
  }
  assert.equal(
    findDamage(misread("Ça s’est passé très vite, à côté.", "windows-1254"))?.codePage,
    "Windows-1252",
  );
});

test("damaged characters are counted, lost ones among them, and the first line is shown", () => {
  const text = `An English line.\n\n${misread("Từ bỏ là một việc khó", "windows-1254")}\n`;
  const damage = findDamage(text);
  assert.equal(damage?.damaged, 6);
  assert.equal(damage?.lost, 1);
  assert.equal(damage?.line, 3);
  const warning = damageWarning("content/posts/a.md", text);
  assert.deepEqual([warning?.path, warning?.line], ["content/posts/a.md", 3]);
  assert.match(warning?.message ?? "", /6 characters are damaged, 1 of them .*Tá»«/);
});

test("it is named as such also where lost bytes have been marked", () => {
  const text = misread("Từ bỏ là một việc khó", "windows-1254").replace("bá»", "bá»\ufffd");
  assert.match(
    damageWarning("content/posts/a.md", text)?.message ?? "",
    /UTF-8 that was once read as Windows-125/,
  );
  assert.match(damageWarning("content/posts/a.md", "Một buổi s\ufffdng")?.message ?? "", /there is �/);
});

test("ordinary text in any language is left alone", () => {
  const texts = [
    VIETNAMESE,
    VIETNAMESE.normalize("NFD"),
    "« Voilà », dit-elle ; « c’est déjà l’été… » — « À bientôt ! » « Où ça ? Là »",
    "Türkçe yazıyorum: İstanbul’da “çay” içtik, ağaçların altında. Şöyle bir gün…",
    "„Spaß“, sagte er, „macht auch das Ä“. Größe, Öl, Übermut – „süß“ und „weiß“.",
    "AÇÃO “MANHÔ, “AMANHÃ” e “PÃO”: não é só à tarde.",
    "深度学习的“放弃”——一个决定。《从入门到放弃》…",
    "「やめる」という決断…。ディープラーニング、そして「海」。",
    "Привет, «мир»! Это – обычный текст… «Я» и «ЭЮЯ».",
    "Ελληνικά: «Ώρα»… καλημέρα!",
    "딥러닝을 그만두다… “이유”는 간단하다.",
    "Price: 5 €, 10 £ – “café”… naïve résumé © 2024 ®",
    "plain ASCII only",
    "",
  ];
  for (const text of texts) assert.equal(findDamage(text), null, text);
});

test("a long text is looked through in time", () => {
  const before = cpuTime();
  findDamage("Ã".repeat(1_000_000));
  findDamage("á»« ".repeat(250_000));
  assert.ok(cpuTime() - before < 10_000);
});
