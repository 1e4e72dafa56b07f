import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeUrlPath, encodeUrlPath } from "../../src/site/url.ts";

// routes/page.ts asks the cache again under the canonical spelling: if that were not its own
// canonical spelling, a request would go round for ever.
test("the canonical spelling of any path is its own canonical spelling", () => {
  const characters = Array.from({ length: 0x250 }, (_, i) => String.fromCharCode(i));
  const others = [
    "từ bỏ",
    "日本",
    "😀",
    "a//b",
    "%",
    "%25",
    "%2F",
    "a?b",
    "a#b",
    "a b",
    ";,/?:@&=+$",
    "'()*!~",
    "[x]|^`{}\\",
  ];
  let tried = 0;
  for (const text of [...characters, ...others]) {
    for (const raw of [`/${text}/`, `/a${encodeURIComponent(text)}`, `/${text}${text}`]) {
      const path = decodeUrlPath(raw);
      if (path === null) continue;
      tried += 1;
      const canonical = encodeUrlPath(path);
      const url = new URL(canonical, "https://x.example/");
      assert.equal(url.pathname + url.search + url.hash, canonical, raw);
      assert.equal(decodeUrlPath(url.pathname), path, raw);
    }
  }
  assert.ok(tried > 500);
});
