import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { renderDocument } from "../../src/view/render-document.ts";
import { askedIn, sheetsFor } from "../../src/view/sheet.ts";
import { STYLESHEETS } from "../../src/view/stylesheet.ts";
import * as fixture from "./fixture.ts";
import { committedStylesheet, makeStylesheet } from "./make-stylesheet.ts";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("base64");

/** What a reader's line carries, at the quality that Cloudflare's own cache would store. */
const brotli = (text: string): number => brotliCompressSync(text).length;

test("stylesheet.ts is what theme/*.css makes", () => {
  assert.ok(committedStylesheet() === makeStylesheet(), "run: node test/view/make-stylesheet.ts");
});

test("the policy allows every style element that a page carries, and no other", () => {
  const customCss = ".post-title{color:teal}";
  const document = fixture.post({
    settings: fixture.settings({ customCss, customCssHash: sha256(customCss) }),
  });
  const { body, policy = "" } = renderDocument(document, { origin: fixture.ORIGIN });
  const styles = [...body.matchAll(/<style>([^<]*)<\/style>/g)].map(
    ([, css = ""]) => `'sha256-${sha256(css)}'`,
  );
  assert.ok(styles.length > 2);
  assert.equal(/style-src ([^;]*)/.exec(policy)?.[1], styles.join(" "));
});

test("a page carries the sheets that looking through all of it would find", () => {
  for (const document of fixture.pages) {
    const { body } = renderDocument(document, { origin: fixture.ORIGIN });
    const found = new Set(sheetsFor(askedIn(body.slice(body.indexOf("<body")))));
    if (/<(html|body|article)[^<>]* lang="(zh|ar)/.test(body)) found.add("upright");
    const carried = Object.entries(STYLESHEETS).filter(([, css]) => body.includes(`<style>${css}</style>`));
    assert.deepEqual(new Set(carried.map(([sheet]) => sheet)), found, document.type);
  }
});

test("what an author wrote in capitals, as HTML once was, has its sheets and its frames", () => {
  const content = fixture.trustedHtml(
    '<TABLE><TR><TD>a</TD></TR></TABLE><IFRAME SRC="https://a.example/"></IFRAME>',
  );
  const document = fixture.post({ page: { ...fixture.vietnamese, content } });
  const { body, policy = "" } = renderDocument(document, { origin: fixture.ORIGIN });
  assert.ok(body.includes(`<style>${STYLESHEETS.table}</style>`));
  assert.match(policy, /frame-src 'self' https:;/);
});

test("a post costs its readers at most 4,000 bytes beyond its article", () => {
  for (const document of [fixture.post(), fixture.englishDocument]) {
    assert.ok(document.type === "page");
    const { body } = renderDocument(document, { origin: fixture.ORIGIN });
    const beyond = brotli(body) - brotli(document.page.content);
    assert.ok(beyond <= 4000, `${beyond} bytes`);
  }
});

test("all sheets together, of which a page carries some, are at most 4.5 KB", () => {
  assert.ok(brotli(Object.values(STYLESHEETS).join("")) <= 4500);
});
