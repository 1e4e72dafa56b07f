// Whether markup nests, quotes its attributes and ends its entities: enough to catch a template that
// forgot a tag or a text that broke out of its place. The browser suite has a real XML parser.

import assert from "node:assert/strict";

const VOID = new Set([
  "area",
  "base",
  "br",
  "col",
  "embed",
  "hr",
  "img",
  "input",
  "link",
  "meta",
  "source",
  "track",
  "wbr",
]);

const TOKEN =
  /<!doctype html>|<\?xml[^?]*\?>|<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<(\/?)([a-zA-Z][\w:.-]*)((?:\s+[\w:.-]+(?:="[^"<]*")?)*)\s*(\/?)>|<|&(?:#\d+|#x[0-9a-f]+|\w+);|&/gi;

export function assertWellFormed(markup: string, kind: "html" | "xml"): void {
  const open: string[] = [];
  // The text of a style element is not markup.
  const text = kind === "html" ? markup.replace(/<style>[^<]*<\/style>/g, "") : markup;
  for (const match of text.matchAll(TOKEN)) {
    const [token, closing, name = "", attributes = "", selfClosing] = match;
    const where = `${token.slice(0, 80)} at ${match.index}: …${text.slice(Math.max(0, match.index - 60), match.index + 60)}`;
    assert.ok(token !== "<" && token !== "&", `a bare ${where}`);
    if (name === "") continue;
    if (closing === "/") {
      assert.equal(open.pop(), name, `an end tag out of place: ${where}`);
      continue;
    }
    const names = [...attributes.matchAll(/([\w:.-]+)(?:="[^"]*")?/g)].map(([, attribute]) => attribute);
    assert.equal(new Set(names).size, names.length, `an attribute twice: ${where}`);
    if (kind === "xml" ? selfClosing === "/" : VOID.has(name) || selfClosing === "/") continue;
    open.push(name);
  }
  assert.deepEqual(open, [], "elements that are not ended");
}
