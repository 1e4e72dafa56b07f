import assert from "node:assert/strict";
import { test } from "node:test";
import { crc32 as zlibCrc32 } from "node:zlib";
import { crc32 } from "../../src/http/crc32.ts";

test("the checksum is zlib's", () => {
  for (const text of ["", "123456789", "Từ bỏ", "x".repeat(5000)])
    assert.equal(crc32(text), zlibCrc32(text), text);
});
