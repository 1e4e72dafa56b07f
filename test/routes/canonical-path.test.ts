import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeUrlPath, encodeUrlPath, originOf, parsePlainPath, targetOf } from "../../src/site/url.ts";

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

test("a path that is read without a parser is what the parser reads", () => {
  const plain = ["/", "/posts/hello/", "/index.xml", "/a-b_c/1.2/x", "/tags"];
  const others = [
    "/a/../b/",
    "/./",
    "//a",
    "/.a",
    "/a.",
    "/c%23/",
    "/a?b",
    "/a b",
    "/từ/",
    "/a/b.c.d",
    "/a\\b",
  ];
  for (const path of [...plain, ...others]) {
    const { pathname, search, href } = new URL(`https://x.example${path}`);
    const read = parsePlainPath(path);
    assert.equal(read !== null, plain.includes(path), path);
    if (read !== null) assert.equal(read, decodeUrlPath(pathname));
    assert.equal(targetOf(href), pathname + search);
  }
});

test("an origin that is read without a parser is what the parser reads", () => {
  const hosts = [
    "blog.example",
    "a-b.c1.example",
    "BLOG.example",
    "blög.example",
    "x.example:443",
    "x.example:8080",
  ];
  for (const host of [...hosts, "127.1", "localhost", "x.example."])
    for (const rest of ["/", "/blog/", "/a:b@c/"]) {
      const address = `https://${host}${rest}`;
      assert.equal(originOf(address), new URL(address).origin, address);
    }
  assert.equal(originOf("https://user@x.example/"), "https://x.example");
  assert.equal(originOf("http://x.example"), "http://x.example");
});
