// Dates in languages that the Worker's platform does not know: tried in the Worker, because Node knows them all.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openBlog } from "../harness.ts";
import { committedCalendars, makeCalendars } from "./make-calendars.ts";

test("src/site/calendar-table.ts is what make-calendars.ts makes", async () => {
  assert.ok(committedCalendars() === (await makeCalendars()), "run: node test/site/make-calendars.ts");
});

// As Hugo 0.147 prints them.
const LONG: [lang: string, long: string][] = [
  ["uz", "9-mart, 2024"],
  ["is", "9. mars 2024"],
  ["gl", "9 de marzo de 2024"],
  ["be", "9 сакавіка 2024 г."],
  ["kk", "2024 ж. 9 наурыз"],
  ["ru", "9 марта 2024 г."],
];

test("a page and a template write the date in the site's language", async () => {
  const { publish, request } = await openBlog();
  for (const [lang, long] of LONG) {
    await publish({
      "hugo.yaml": `title: T\ndefaultContentLanguage: ${lang}\nlanguages: {${lang}: {}}\n`,
      "layouts/shortcodes/day.html": `<i>{{ .Page.Date | time.Format ":date_long" }}</i>`,
      "content/posts/p.md": "---\ntitle: P\ndate: 2024-03-09\n---\n{{< day >}}\n",
    });
    const page = await (await request("/posts/p/")).text();
    assert.match(page, new RegExp(`<time datetime="2024-03-09[^>]*>${long}</time>`), lang);
    assert.ok(page.includes(`<i>${long}</i>`), lang);
  }
});
