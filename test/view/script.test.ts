import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { MERMAID_FOLDER } from "../../src/site/diagram.ts";
import type { Page, Params } from "../../src/site/page.ts";
import type { Settings } from "../../src/site/settings.ts";
import { renderDocument } from "../../src/view/render-document.ts";
import { DIAGRAM_HASH, SCRIPT_PATH } from "../../src/view/script.ts";
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

test("Mermaid is looked for where the installed version is put", () => {
  const { version } = JSON.parse(
    readFileSync(new URL("../../node_modules/mermaid/package.json", import.meta.url), "utf8"),
  );
  assert.equal(MERMAID_FOLDER, `/_deckle/mermaid/${version}/`);
});

test("a page's policy allows Mermaid and frames only where the page has them", () => {
  const policyOf = (page: Partial<Page>) =>
    Object.fromEntries(
      (
        renderDocument(fixture.post({ page: { ...fixture.vietnamese, ...page } }), { origin: fixture.ORIGIN })
          .policy ?? ""
      )
        .split("; ")
        .map((rule) => {
          const [name = "", ...sources] = rule.split(" ");
          return [name, sources];
        }),
    );
  const plain = policyOf({});
  assert.equal(plain["frame-src"], undefined);
  assert.ok(plain["style-src"]?.every((source) => source.startsWith("'sha256-")));

  const diagram = policyOf({
    needs: ["mermaid"],
    allowed: { scripts: [], styles: ["'sha256-x'", "https://a.example/a.css"] },
  });
  assert.deepEqual(diagram["style-src"], ["'unsafe-inline'", "https://a.example/a.css"]);
  assert.ok(diagram["script-src"]?.includes(`'sha256-${DIAGRAM_HASH}'`));

  const content = (html: string) => policyOf({ content: fixture.trustedHtml(html) })["frame-src"];
  assert.deepEqual(content('<iframe title="a" data-frame="https://v.example"></iframe>'), [
    "https://v.example",
  ]);
  assert.deepEqual(content('<iframe src="https://v.example/"></iframe>'), ["'self'", "https:"]);
});
