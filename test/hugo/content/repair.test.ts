import assert from "node:assert/strict";
import { test } from "node:test";
import { findDamage, MARK } from "../../../src/hugo/content/damage.ts";
import { repairText } from "../../../src/hugo/content/repair.ts";

const TEXT = "---\ntitle: Từ bỏ\n---\n\nĐây là câu hỏi: ảnh đẹp, “nhiều” 🙂 — ngày mai.\n".repeat(3);

/** As an editor does that takes UTF-8 for a code page. Bytes that have no character there are kept as controls. */
const misread = (text: string, codePage: string): string =>
  new TextDecoder(codePage).decode(new TextEncoder().encode(text));

for (const codePage of ["windows-1252", "windows-1254", "windows-1258", "windows-1250", "windows-1251"]) {
  test(`UTF-8 that was read as ${codePage} comes back whole`, () => {
    const repaired = repairText(misread(TEXT, codePage));
    assert.equal(repaired?.text, TEXT);
    assert.equal(repaired?.codePage.toLowerCase(), codePage);
    assert.deepEqual(repaired?.lost, []);
  });
}

test("a character that lost bytes becomes one mark, and its line is told", () => {
  const damaged = misread(TEXT, "windows-1254").replaceAll(/[\x80-\x9f]/g, "");
  const repaired = repairText(damaged);
  assert(repaired);
  const marks = repaired.text.split(MARK).length - 1;
  assert(marks > 0 && marks === repaired.lost.length);
  assert.equal(repaired.text.split("\n")[1], `title: Từ b${MARK}`);
  assert.equal(repaired.lost[0], 2);
  assert.equal(findDamage(repaired.text), null);
});

test("a byte that a program marked as lost is no second character", () => {
  const damaged = misread(TEXT, "windows-1252").replaceAll(/[\x80-\x9f]/g, MARK);
  const repaired = repairText(damaged);
  assert.equal(repaired?.codePage, "Windows-1252");
  assert.equal(repaired?.text.split("\n")[1], `title: Từ b${MARK}`);
  assert.equal(repaired?.lost[0], 2);
  assert.equal(repaired?.lost[1], 5);
});

test("what was right already stays: what no byte can have stood for", () => {
  const added = "Them sau: “đúng” — ☺.\n";
  assert.equal(repairText(misread(TEXT, "windows-1254") + added)?.text, TEXT + added);
  assert.equal(repairText(TEXT), null);
});
