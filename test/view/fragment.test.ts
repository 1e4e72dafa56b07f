import assert from "node:assert/strict";
import { test } from "node:test";
import type { Fragments } from "../../src/site/fragment.ts";
import type { Params } from "../../src/site/page.ts";
import { renderDocument } from "../../src/view/render-document.ts";
import * as fixture from "./fixture.ts";

const html = fixture.trustedHtml;
const COMMENTS = { html: html("<b>comments</b>"), allowed: { scripts: ["https://c.example"], styles: [] } };

function postWith(fragments: Fragments, params: Params = {}) {
  const settings = fixture.settings({ fragments });
  return renderDocument(fixture.post({ settings, page: { ...fixture.vietnamese, params } }), {
    origin: fixture.ORIGIN,
  });
}

test("an author's HTML stands in the head, below the text and at the foot", () => {
  const { body } = postWith({
    extend_head: { html: html("<meta name=h>") },
    extend_post_content: { html: html("<p>after</p>") },
    extend_footer: { html: html("<p>foot</p>") },
  });
  assert.match(body, /<meta name=h>\s*<\/head>/);
  assert.match(body, /<p>after<\/p>\s*<footer class="post-footer">/);
  assert.match(body, /<\/footer>\s*<p>foot<\/p>/);
});

test("what it runs is allowed", () => {
  const { policy = "" } = postWith({
    extend_head: {
      html: html("x"),
      allowed: { scripts: ["https://a.example/a.js"], styles: ["https://a.example/a.css"] },
    },
  });
  assert.match(policy, /script-src [^;]* https:\/\/a.example\/a.js/);
  assert.match(policy, /style-src [^;]* https:\/\/a.example\/a.css/);
  assert.match(policy, /font-src/);
});

test("comments wait in a template on a page that wants them", () => {
  const { body, policy = "" } = postWith({ comments: COMMENTS }, { comments: true });
  assert.match(
    body,
    /<div class="comments" id="comments"><button [^>]*hidden>Xem bình luận<\/button><template><b>/,
  );
  assert.match(policy, /script-src [^;]*https:\/\/c.example/);
});

test("a page that wants no comments has none, and may not run theirs", () => {
  const { body, policy = "" } = postWith({ comments: COMMENTS }, { comments: false });
  assert.doesNotMatch(body, /comments/);
  assert.doesNotMatch(policy, /c\.example/);
});
