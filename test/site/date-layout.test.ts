import assert from "node:assert/strict";
import { test } from "node:test";
import { calendarFor } from "../../src/site/calendar.ts";
import { formatDate } from "../../src/site/date-layout.ts";
import { moment } from "../view/fixture.ts";

const evening = moment("2024-03-09T19:05:03");
const morning = moment("2024-11-23T09:05:03");

const TABLE: [layout: string, vi: string, en: string][] = [
  [":date_full", "Thứ Bảy, 9 tháng 3, 2024", "Saturday, March 9, 2024"],
  [":date_long", "9 tháng 3, 2024", "March 9, 2024"],
  [":date_medium", "9 thg 3, 2024", "Mar 9, 2024"],
  [":date_short", "09/03/2024", "3/9/24"],
  [":time_full", "19:05:03 +0700", "7:05:03 pm +0700"],
  [":time_medium", "19:05:03", "7:05:03 pm"],
  [":time_short", "19:05", "7:05 pm"],
  ["2006-01-02", "2024-03-09", "2024-03-09"],
  ["January 2, 2006", "tháng 3 9, 2024", "March 9, 2024"],
  [
    "Mon, 02 Jan 2006 15:04:05 -0700",
    "Thứ 7, 09 thg 3 2024 19:05:03 +0700",
    "Sat, 09 Mar 2024 19:05:03 +0700",
  ],
  ["2006-01-02T15:04:05Z07:00", "2024-03-09T19:05:03+07:00", "2024-03-09T19:05:03+07:00"],
  ["3:04PM (pm) _2|__2|002 06", "7:05PM (pm)  9| 69|069 24", "7:05PM (pm)  9| 69|069 24"],
  ["15h04 .000 ,999", "19h05 .000 ", "19h05 .000 "],
  ["-07 Z0700 -07:00:00 -070000", "+07 +0700 +07:00:00 +070000", "+07 +0700 +07:00:00 +070000"],
  ["Januar, Monte", "Januar, Monte", "Januar, Monte"],
];

for (const [layout, vietnamese, english] of TABLE) {
  test(`a date prints by the layout ${layout}`, () => {
    assert.equal(formatDate(evening, layout, calendarFor("vi")), vietnamese);
    assert.equal(formatDate(evening, layout, calendarFor("en")), english);
  });
}

test("UTC prints as Go prints it", () => {
  const noon = { epoch: 1_710_000_000, offset: 0 };
  assert.equal(formatDate(noon, "15:04 MST -0700 Z07:00 -07", calendarFor("en")), "16:00 UTC +0000 Z +00");
});

test("hours before ten, noon and midnight", () => {
  assert.equal(formatDate(morning, "3:04 pm|15", calendarFor("en")), "9:05 am|09");
  assert.equal(formatDate(moment("2024-01-01T00:00:00"), "3 PM", calendarFor("en")), "12 AM");
  assert.equal(formatDate(moment("2024-01-01T12:00:00"), "3 PM", calendarFor("en")), "12 PM");
});

test("a date prints in the zone that it was written in", () => {
  const newYear = { epoch: Date.UTC(2023, 11, 31, 18) / 1000, offset: 420 };
  assert.equal(formatDate(newYear, "2006-01-02", calendarFor("en")), "2024-01-01");
});

const LONG: [code: string, long: string][] = [
  ["vi", "9 tháng 3, 2024"],
  ["vi-VN", "9 tháng 3, 2024"],
  ["en-us", "March 9, 2024"],
  ["en-gb", "9 March 2024"],
  ["de", "9. März 2024"],
  ["fr", "9 mars 2024"],
  ["ja", "2024年3月9日"],
  ["fa", "9 مارس 2024"],
  ["zh_cn", "2024年3月9日"],
  ["no language at all", "March 9, 2024"],
];

for (const [languageCode, long] of LONG) {
  test(`:date_long in ${languageCode} is ${long}`, () => {
    assert.equal(formatDate(evening, ":date_long", calendarFor(languageCode)), long);
  });
}
