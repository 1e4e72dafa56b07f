import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { addScript, allowScript } from "../../src/cli/reload-proxy.ts";

const scriptOf = (page: string): string => /<script>(.*)<\/script>/.exec(page)?.[1] ?? "";

test("the script stands at the end of the body, and the rest of the page is unchanged", () => {
  const page = addScript("<html><body><p>Tiếng Việt</p></body></html>");
  assert.equal(page.replace(/<script>.*<\/script>/, ""), "<html><body><p>Tiếng Việt</p></body></html>");
  assert.match(page, /<\/script><\/body><\/html>$/);
});

test("the policy allows this script by its hash, and what it allowed before", () => {
  const hash = createHash("sha256")
    .update(scriptOf(addScript("")))
    .digest("base64");
  const policy = allowScript("default-src 'none'; script-src 'sha256-abc'; img-src 'self' https:");
  assert.equal(
    policy,
    `default-src 'none'; script-src 'sha256-abc' 'sha256-${hash}'; img-src 'self' https:; connect-src 'self'`,
  );
});

test("'none' gives way to the script, since it is void beside another source", () => {
  assert.match(
    allowScript("script-src 'none'; connect-src 'self'"),
    /^script-src 'sha256-[^']+'; connect-src 'self'$/,
  );
});
