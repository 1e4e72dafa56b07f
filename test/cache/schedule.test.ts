// What is due is there at its minute and what expires is gone at its own, in every place that lists it,
// through the cache, whether or not the cron runs; and in the author's own zone.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { openCachedBlog } from "./coherence.ts";

const blog = await openCachedBlog();

const epoch = (instant: string): number => Date.parse(instant) / 1000;

const PLACES = ["/", "/posts/", "/index.xml", "/posts/index.xml", "/atom.xml", "/feed.json", "/sitemap.xml"];

const config = (zone: string) => `baseURL: https://blog.example/\ntitle: T\ntimeZone: ${zone}\n`;
const post = (title: string, fields: string) => `---\ntitle: ${title}\n${fields}\ntags: [x]\n---\nText.\n`;

interface Schedule {
  name: string;
  zone: string;
  fields: string;
  from: string;
  until: string;
}

const SCHEDULES: Schedule[] = [
  {
    name: "with an offset in the date",
    zone: "UTC",
    fields: "date: 2026-05-01T08:30:00+07:00\nexpiryDate: 2026-05-02T09:00:00+07:00",
    from: "2026-05-01T01:30:00Z",
    until: "2026-05-02T02:00:00Z",
  },
  {
    name: "in the zone of the site",
    zone: "Asia/Ho_Chi_Minh",
    fields: "date: 2026-05-01\npublishDate: 2026-05-03 08:30:00\nexpiryDate: 2026-05-04",
    from: "2026-05-03T01:30:00Z",
    until: "2026-05-03T17:00:00Z",
  },
  {
    name: "in the night in which the clock is put forward",
    zone: "America/New_York",
    fields: "date: 2026-03-08 01:59:00\nexpiryDate: 2026-03-08 03:01:00",
    from: "2026-03-08T06:59:00Z",
    until: "2026-03-08T07:01:00Z",
  },
  {
    name: "after the night in which it is put back",
    zone: "America/New_York",
    fields: "date: 2026-11-01 00:30:00\nexpiryDate: 2026-11-01 03:00:00",
    from: "2026-11-01T04:30:00Z",
    until: "2026-11-01T08:00:00Z",
  },
  {
    name: "at the end of a year, ahead of UTC",
    zone: "Asia/Ho_Chi_Minh",
    fields: "date: 2027-01-01 00:00:00\nexpiryDate: 2028-01-01 00:00:00",
    from: "2026-12-31T17:00:00Z",
    until: "2027-12-31T17:00:00Z",
  },
];

for (const cron of [false, true]) {
  describe(`with the cron ${cron ? "on" : "off"}`, () => {
    for (const { name, zone, fields, from, until } of SCHEDULES) {
      test(`a post comes and goes to the second: ${name}`, async () => {
        const [start, end] = [epoch(from), epoch(until)];
        const put = [
          { path: "hugo.yaml", content: config(zone) },
          { path: "content/posts/always.md", content: post("Always", "date: 2025-01-01") },
          { path: "content/posts/timed.md", content: post("Timed", fields) },
        ];
        await blog.take({ now: start - 86_400, reset: "unlimited", writes: [{ put }] });

        const instants = [start - 3600, start - 1, start, start + 30, end - 1, end, end + 3600];
        for (const now of instants) {
          if (cron) await blog.take({ now: now - (now % 60), cron });
          const visit = [...PLACES, "/posts/timed/", "/tags/x/"].map((url) => ({ url }));
          const { answers } = await blog.take({ now, visit });
          const isThere = now >= start && now < end;
          for (const { url, status, body } of answers) {
            if (url === "/posts/timed/")
              assert.equal(status, isThere ? 200 : 404, `${url} at ${now - start}`);
            else assert.equal(/timed/i.test(body), isThere, `${url} at ${now - start}`);
          }
        }
      });
    }
  });
}

/** Rendered when it was written, and shows what time changes. */
const SHOWING = {
  "lists pages": "{{ range site.RegularPages }}{{ .Title }};{{ end }}",
  "shows another page": '{{ with site.GetPage "posts/timed" }}{{ .Content }}{{ end }}',
};

for (const [name, template] of Object.entries(SHOWING)) {
  for (const by of ["the cron", "the next write"] as const) {
    test(`a page whose template ${name} is brought up to the minute by ${by}`, async () => {
      const due = epoch("2026-05-01T00:00:00Z");
      const put = [
        { path: "hugo.yaml", content: config("UTC") },
        { path: "layouts/shortcodes/shown.html", content: `<i>${template}</i>` },
        { path: "content/about.md", content: "---\ntitle: About\n---\n{{< shown >}}\n" },
        { path: "content/posts/timed.md", content: post("Timed", "date: 2026-05-01") },
      ];
      await blog.take({ now: due - 600, reset: "unlimited", writes: [{ put }] });
      const shown = async (step: object) => {
        const { answers } = await blog.take({ ...step, now: due + 30, visit: [{ url: "/about/" }] });
        return /<i>(.*?)<\/i>/s.exec(answers[0]?.body ?? "")?.[1] ?? "";
      };
      assert.doesNotMatch(await shown({}), /Timed|Text/);
      const unrelated = { put: [{ path: "static/a.txt", content: "a" }] };
      assert.match(await shown(by === "the cron" ? { cron: true } : { writes: [unrelated] }), /Timed|Text/);
    });
  }
}

test("an address that was asked for before its post exists shows the post when it is published", async () => {
  const now = epoch("2026-05-01T00:00:00Z");
  const first = [{ path: "hugo.yaml", content: config("UTC") }];
  await blog.take({ now, reset: "unlimited", writes: [{ put: first }] });
  const visit = ["/posts/new/", "/posts/new", "/tags/x/", "/posts/", "/posts/index.xml"].map((url) => ({
    url,
  }));
  const before = await blog.take({ now, visit });
  assert.deepEqual(
    before.answers.map(({ status }) => status),
    [404, 404, 404, 404, 404],
  );
  const put = [{ path: "content/posts/new.md", content: post("New", "date: 2026-04-01") }];
  const after = await blog.take({ now, writes: [{ put }], visit });
  assert.deepEqual(
    after.answers.map(({ status }) => status),
    [200, 301, 200, 200, 200],
  );
});
