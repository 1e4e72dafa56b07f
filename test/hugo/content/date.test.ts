// Dates as authors write them; most forms are held by the pages in page.test.ts.

import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDate, readDates } from "../../../src/hugo/content/date.ts";
import { formatRfc3339 } from "../../../src/site/moment.ts";

const read = (text: string, zone = ""): string | null => {
  const date = parseDate(text, zone);
  return date && date !== "zero" ? formatRfc3339(date) : date;
};

test("a date keeps its own offset, and takes the site's where it has none", () => {
  assert.equal(read("2024-03-09T10:11:33+07:00", "America/New_York"), "2024-03-09T10:11:33+07:00");
  assert.equal(read("2024-03-09", "Asia/Ho_Chi_Minh"), "2024-03-09T00:00:00+07:00");
  assert.equal(read("2024-03-09 1:02:03"), "2024-03-09T01:02:03Z");
});

test("summer time counts, and a time that clocks skip is Go's choice", () => {
  assert.equal(read("2024-07-01", "Europe/Berlin"), "2024-07-01T00:00:00+02:00");
  assert.equal(read("2024-01-01", "Europe/Berlin"), "2024-01-01T00:00:00+01:00");
  assert.equal(read("2024-03-31 02:30:00", "Europe/Berlin"), "2024-03-31T03:30:00+02:00");
  assert.equal(read("2024-06-01", "Pacific/Chatham"), "2024-06-01T00:00:00+12:45");
});

test("what is no date is none", () => {
  for (const text of [
    "2024-02-30",
    "2023-02-29",
    "2024-13-01",
    "2024-1-2",
    "soon",
    "10:30",
    "2024-01-01T25:00:00Z",
    "",
  ]) {
    assert.equal(read(text), null, text);
  }
  assert.equal(read("0001-01-01T00:00:00Z"), "zero");
  assert.equal(read("2024-02-29"), "2024-02-29T00:00:00Z");
});

const SOURCES = {
  date: ["date", "publishdate", "pubdate", "published", "lastmod", "modified"],
  lastmod: ["lastmod", "modified", "date", "publishdate"],
  publishDate: ["publishdate", "date"],
  expiryDate: ["expirydate"],
};

test("a date that is no date is said once, and the next in order stands for it", () => {
  const warned: string[] = [];
  const params = { date: "tomorrow", lastmod: "2024-01-01", expirydate: ["x"] };
  const dates = readDates({
    ...{ params, sources: SOURCES, timeZone: "", baseName: "a" },
    warn: (key, message) => warned.push(`${key}: ${message}`),
  });
  assert.equal(dates.date && formatRfc3339(dates.date), "2024-01-01T00:00:00Z");
  assert.equal(dates.expiryDate, null);
  assert.equal(warned.length, 2);
  assert.match(warned[0] ?? "", /^date: .*tomorrow.*Write it as in/);
});

test("a file's name dates a page where the configuration says so", () => {
  const sources = { ...SOURCES, date: [":filename", "date"] };
  const given = { params: {}, timeZone: "", warn: () => assert.fail() };
  const named = readDates({ ...given, sources, baseName: "2024-02-25-a-name" });
  assert.deepEqual([named.date && formatRfc3339(named.date), named.slug], ["2024-02-25T00:00:00Z", "a-name"]);
  const plain = readDates({ ...given, sources: SOURCES, baseName: "2024-02-25-a-name" });
  assert.deepEqual([plain.date, plain.slug], [null, null]);
});
