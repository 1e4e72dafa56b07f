import assert from "node:assert/strict";
import { test } from "node:test";
import type { Reading } from "../../src/site/document.ts";
import { renderDocument } from "../../src/view/render-document.ts";
import * as fixture from "./fixture.ts";
import { assertWellFormed } from "./well-formed.ts";

const ATTACK = `</title></style>"'><script>alert(1)</script><img src=x onerror=alert(1)>\u0000`;

/** Every text that an author can choose is the attack; what is HTML, an address or a fixed word stays. */
const FREE = new Set([
  "title",
  "linkTitle",
  "description",
  "summaryText",
  "name",
  "alt",
  "copyright",
  "languageName",
  "author",
  "subtitle",
  "imagetitle",
  "text",
  "identifier",
  "dateformat",
  "reference",
]);

function attacked<T>(value: T, key?: string): T;
function attacked(value: unknown, key = ""): unknown {
  if (typeof value === "string") return FREE.has(key) ? ATTACK : value;
  if (Array.isArray(value)) return value.map((part) => attacked(part, key));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, attacked(part, name)]));
}

const DOCUMENTS: { [name: string]: Reading } = {
  post: fixture.post({
    page: {
      ...fixture.vietnamese,
      translations: [{ lang: "en", languageName: "x", title: "x", url: fixture.url("/en/") }],
    },
  }),
  home: fixture.home({ dateformat: "2006", footer: { text: "x" }, label: { text: "x" } }, { copyright: "x" }),
  "home with an introduction": fixture.homeInfo,
  profile: fixture.profile,
  section: fixture.section,
  term: fixture.termPage,
  terms: fixture.terms,
  archive: fixture.archive,
  "not found": fixture.notFound,
};

for (const [name, document] of Object.entries(DOCUMENTS)) {
  test(`no text of an author becomes markup: ${name}`, () => {
    const { body } = renderDocument(attacked(document), { origin: fixture.ORIGIN });
    assert.match(body, /&lt;script&gt;/);
    assert.doesNotMatch(body, /<script>alert|<img src=x/);
    assert.equal(body.match(/<\/title>/g)?.length, 1);
    assertWellFormed(body, "html");
  });
}

for (const format of ["rss", "atom"] as const) {
  test(`no text of an author becomes markup: ${format}`, () => {
    const { body } = renderDocument(attacked(fixture.feed(format)), { origin: fixture.ORIGIN });
    assert.match(body, /&lt;script&gt;/);
    assert.doesNotMatch(body, /<script/);
    assert.ok(!body.includes("\u0000"));
    assertWellFormed(body, "xml");
  });
}

test("an address with a script in its scheme leads nowhere", () => {
  for (const address of ["javascript:alert(1)", " JavaScript:alert(1)", "vbscript:x", "data:text/html,x"]) {
    const { body } = renderDocument(
      fixture.home({ socialicons: [{ name: "x", url: address }], homeinfoparams: { title: "x" } }),
      { origin: fixture.ORIGIN },
    );
    assert.match(body, /<a href="#" rel="noopener noreferrer me">/, address);
  }
});

test("the author's stylesheet cannot end its element", () => {
  const document = fixture.home({}, { customCss: "a{}</style><script>alert(1)</script>" });
  assert.doesNotMatch(renderDocument(document, { origin: fixture.ORIGIN }).body, /<script>alert/);
});
