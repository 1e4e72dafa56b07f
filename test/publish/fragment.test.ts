import assert from "node:assert/strict";
import { test } from "node:test";
import { readFragments } from "../../src/publish/fragment.ts";

const COMMENTS = '<script src="https://giscus.example/client.js" data-repo="a/b" async></script>';

test("a partial that is plain HTML is printed as it is, without its template comments", async () => {
  const { fragments } = await readFragments({
    params: { fragments: { extend_head: "<meta name=x>" } },
    sources: [
      { path: "layouts/partials/extend_head.html", text: "{{- /* mine */ -}}\n<meta name=y>\n" },
      { path: "layouts/_partials/comments.html", text: COMMENTS },
    ],
  });
  assert.equal(fragments.extend_head?.html, "<meta name=y>");
  assert.equal(fragments.extend_head?.allowed, undefined);
  assert.equal(fragments.comments?.html, COMMENTS);
});

test("a partial with template actions gives way to the configuration, and says so", async () => {
  const { fragments, warnings } = await readFragments({
    params: { fragments: { extend_footer: "<p>xin chào</p>" } },
    sources: [{ path: "layouts/_partials/extend_footer.html", text: "{{ if .IsHome }}<p>a</p>{{ end }}" }],
  });
  assert.equal(fragments.extend_footer?.html, "<p>xin chào</p>");
  assert.match(warnings[0]?.message ?? "", /params\.fragments\.extend_footer/);
});

test("comments may run what comes from the host of their script, and nothing else", async () => {
  const { fragments } = await readFragments({ params: { fragments: { comments: COMMENTS } }, sources: [] });
  assert.deepEqual(fragments.comments?.allowed, {
    scripts: ["https://giscus.example/client.js", "https://giscus.example"],
    styles: ["https://giscus.example"],
  });
});
