import assert from "node:assert/strict";
import { test } from "node:test";
import { cdata, html, styleElement, trusted, xml } from "../../src/view/html.ts";
import { trustedHtml } from "./fixture.ts";

test("a string is escaped, in text as in an attribute", () => {
  const name = `"><script>'&`;
  assert.equal(
    String(html`<a title="${name}">${name}</a>`),
    `<a title="&quot;&gt;&lt;script&gt;&#39;&amp;">&quot;&gt;&lt;script&gt;&#39;&amp;</a>`,
  );
});

test("trusted HTML and what the tag itself made pass as they are", () => {
  assert.equal(
    String(html`<p>${trusted(trustedHtml("<em>a</em>"))}${[html`<b>1</b>`, html`<b>2</b>`]}</p>`),
    "<p><em>a</em><b>1</b><b>2</b></p>",
  );
});

test("HTML that nobody vouched for at this place is escaped, though its type says that it could pass", () => {
  assert.equal(String(html`${trustedHtml("<em>")}`), "&lt;em&gt;");
});

test("false and null print nothing, zero prints", () => {
  assert.equal(String(html`${false}${null}${0}`), "0");
});

test("a style element cannot be ended by what is in it", () => {
  assert.equal(String(styleElement("a{}</StYlE><script>alert(1)</script>")), "");
  assert.equal(String(styleElement("a>b{}")), "<style>a>b{}</style>");
});

test("XML holds no control characters, and a CDATA section cannot be ended by what is in it", () => {
  assert.equal(String(xml`<a>${"x\u0000\u000b\u001fy\tz"}</a>`), "<a>xy\tz</a>");
  assert.equal(String(cdata(trustedHtml("a]]>b\u0008"))), "<![CDATA[a]]]]><![CDATA[>b]]>");
});
