import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import type { Params } from "../../src/site/page.ts";
import type { Settings } from "../../src/site/settings.ts";
import { renderDocument } from "../../src/view/render-document.ts";
import { SCRIPT_PATH } from "../../src/view/script.ts";
import { SCRIPT_TEXT } from "../../src/view/script-text.ts";
import * as fixture from "./fixture.ts";
import { committedScript, makeScript } from "./make-script.ts";

const OFF = { disablethemetoggle: true, disablescrolltotop: true };

function postWith(params: Params, change: Partial<Settings> = {}) {
  const settings = fixture.settings({ ...change, params: { ...fixture.settings().params, ...params } });
  return renderDocument(fixture.post({ settings }), { origin: fixture.ORIGIN });
}

test("script.ts and script-text.ts are what script/*.ts makes", () => {
  for (const [file, text] of Object.entries(makeScript()))
    assert.ok(committedScript(file) === text, "run: node test/view/make-script.ts");
});

test("the script is under 3 KB compressed", () => {
  assert.ok(brotliCompressSync(SCRIPT_TEXT).length < 3000);
});

test("the policy allows the script and what runs before the first paint, and nothing else", () => {
  const { body, policy = "" } = postWith({});
  const [, inline = ""] = /<script>([^<]*)<\/script>/.exec(body) ?? [];
  const hash = createHash("sha256").update(inline).digest("base64");
  assert.equal(/script-src ([^;]*)/.exec(policy)?.[1], `'sha256-${hash}' 'self'`);
  assert.ok(body.includes(`<script defer src="/${SCRIPT_PATH}"`));
});

test("a page on which nothing needs the script has none", () => {
  const { body, policy = "" } = postWith(OFF);
  assert.doesNotMatch(body, /<script(?! type="application)/);
  assert.doesNotMatch(policy, /script-src/);
});

test("an author's styles that ask for the scheme get it without a switch too", () => {
  const css = { customCss: "[data-theme=dark] .x{color:red}", customCssHash: "x" };
  assert.match(postWith(OFF, css).body, /<script>/);
  assert.doesNotMatch(postWith({ ...OFF, defaulttheme: "dark" }, css).body, /<script>/);
});

test("the page goes with the system only where the author leaves it to it", () => {
  assert.match(postWith({}).body, /<script defer [^>]*data-auto/);
  assert.doesNotMatch(postWith({ defaulttheme: "light" }).body, /data-auto/);
});

test("the script lies below the base path", () => {
  assert.match(postWith({}, { basePath: "/blog/" }).body, new RegExp(`src="/blog/${SCRIPT_PATH}"`));
});
