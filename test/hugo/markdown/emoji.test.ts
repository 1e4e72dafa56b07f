import assert from "node:assert/strict";
import { test } from "node:test";
import { nameToEmoji } from "gemoji";
import { loadEmoji, parseEmoji } from "../../../src/hugo/markdown/emoji.ts";
import { committedEmojiNames, makeEmojiNames } from "./make-emoji-names.ts";

test("emoji-names.ts is what gemoji makes", () => {
  assert.ok(committedEmojiNames() === makeEmojiNames(), "run: node test/hugo/markdown/make-emoji-names.ts");
});

test("every name that GitHub knows is its character, and no other is", async () => {
  await loadEmoji();
  for (const [name, character] of Object.entries(nameToEmoji)) {
    const found = parseEmoji(`:${name}: x`, 0);
    assert.equal(found?.end, name.length + 2, name);
    assert.equal(found?.node?.title, name);
    const references = [...character].map((c) =>
      c === "\u200d" ? "&zwj;" : `&#x${c.codePointAt(0)?.toString(16)};`,
    );
    assert.equal(found?.node?.text, references.join(""), name);
  }
  for (const text of [":no_such_name:", ":constructor:", ":", "::", ":smile"])
    assert.equal(parseEmoji(text, 0), null, text);
});
